"""What the content of this site amounts to: every claim on four days, and a few truths by name."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from explainer.checking import check
from explainer.dossier import Dossier, Judgement, caveats_on
from explainer.judging import assess
from tests.golden.table import DAYS, PROJECT, TABLE, table, written

ARTICLE, YEAR_END, SPRING, TODAY = DAYS
OFFICERS = "six-officers-donetsk-20241003"
KURSK = "troops-in-kursk"
AT_THE_FRONT = (KURSK, "people-not-only-weapons", "zelensky-direct-involvement-autumn-winter")


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return check(PROJECT).dossier


@pytest.fixture
def claim(dossier: Dossier) -> Callable[[str], Judgement]:
    return lambda id: dossier.judgements[id]


def test_every_claim_amounts_to_what_the_table_says(dossier: Dossier) -> None:
    now, signed = table(dossier), json.loads(TABLE.read_text(encoding="utf-8"))
    changed = [id for id in {**signed, **now} if now.get(id) != signed.get(id)]
    assert not changed, "if this is meant: .venv/bin/python -m tests.golden.table, then read the diff"


def test_the_table_is_written_as_its_script_writes_it() -> None:
    text = TABLE.read_text(encoding="utf-8")
    assert written(json.loads(text)) == text


def test_on_the_articles_day_the_six_officers_are_alleged_by_one_unnamed_origin(
    dossier: Dossier, claim: Callable[[str], Judgement]
) -> None:
    officers = claim(OFFICERS)
    rules = {caveat.rule for caveat in caveats_on(officers, dossier, ARTICLE)}
    assert officers.status_on(ARTICLE) == "alleged"
    assert {"single-origin", "anonymous-origin"} <= rules
    assert assess(officers.statement, dossier.origins, ARTICLE).independent == 1


@pytest.mark.parametrize("id", AT_THE_FRONT)
def test_on_the_articles_day_nobody_had_acknowledged_north_koreans_at_the_front(
    id: str, claim: Callable[[str], Judgement]
) -> None:
    assert claim(id).status_on(ARTICLE) in ("", "unsupported", "alleged")


def test_the_troops_in_kursk_are_acknowledged_today(claim: Callable[[str], Judgement]) -> None:
    assert claim(KURSK).status_on(TODAY) == claim(KURSK).assessment.status == "acknowledged"
    assert claim(KURSK).assessment.contested_by == ()


def test_the_troops_in_kursk_were_contested_in_2024(
    dossier: Dossier, claim: Callable[[str], Judgement]
) -> None:
    then = assess(claim(KURSK).statement, dossier.origins, YEAR_END)
    assert then.status != "acknowledged"
    assert {dossier.origins.root(actor, YEAR_END) for actor in then.contested_by} == {"russia", "north-korea"}


def test_both_capitals_conceded_the_troops_in_kursk_in_april_2025(
    claim: Callable[[str], Judgement],
) -> None:
    conceded = {denial.root: denial.ended for denial in claim(KURSK).assessment.denials}
    assert conceded == {"russia": date(2025, 4, 26), "north-korea": date(2025, 4, 28)}
    assert claim(KURSK).status_on(SPRING) == "acknowledged"


def test_the_six_officers_are_still_not_confirmed(claim: Callable[[str], Judgement]) -> None:
    assert claim(OFFICERS).assessment.status not in ("reported", "corroborated", "acknowledged")
