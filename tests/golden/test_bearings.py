"""The linked claims of this content, and the days on which the rules on them fire."""

from __future__ import annotations

from datetime import date

import pytest

from explainer.checking import check
from explainer.dossier import Dossier, caveats_on
from tests.golden.bearings import PAIRS, PROJECT, pairs

NO_SOLDIERS, NO_ARMS = "dprk-rumour-denial-oct-2024", "arms-transfer-denials"
NO_PART = "kremlin-fake-news-denial-oct-2024"
RULE = "contrary-corroborated"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return check(PROJECT).dossier


def said(id: str, day: date, dossier: Dossier) -> list[str]:
    return [one.plain for one in caveats_on(dossier.judgements[id], dossier, day) if one.rule == RULE]


def test_the_pairs_and_their_days_are_as_signed(dossier: Dossier) -> None:
    assert pairs(dossier) == PAIRS.read_text(encoding="utf-8"), (
        "if this is meant: .venv/bin/python -m tests.golden.bearings, then read the diff"
    )


def test_no_implied_claim_stands_lower_on_any_day() -> None:
    assert "lower:" not in PAIRS.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("denial", "shown"),
    [(NO_ARMS, date(2023, 10, 16)), (NO_SOLDIERS, date(2024, 10, 18)), (NO_PART, date(2025, 1, 12))],
)
def test_a_denial_is_alleged_while_its_contrary_is_corroborated(
    denial: str, shown: date, dossier: Dossier
) -> None:
    judgement = dossier.judgements[denial]
    refuted = next(one.date for one in judgement.moments if one.status == "refuted")
    assert judgement.turns[0].day == shown < refuted
    day = max(shown, judgement.statement.first_made.end)
    assert judgement.status_on(day) == "alleged"
    assert judgement.contrary_on(day) == "corroborated"
    assert said(denial, day, dossier)[0].startswith("Its contrary has been corroborated since ")


def test_the_page_of_the_end_of_2024_no_longer_shows_both_without_a_word(dossier: Dossier) -> None:
    (words,) = said(NO_SOLDIERS, date(2024, 12, 31), dossier)
    assert words.startswith("Its contrary has been corroborated since 18 October 2024: ")
    assert "Soldiers sent to Russia in October 2024" in words


def test_an_admission_of_soldiers_is_none_of_arms(dossier: Dossier) -> None:
    assert {turn.status for turn in dossier.judgements[NO_ARMS].turns} == {"corroborated"}
