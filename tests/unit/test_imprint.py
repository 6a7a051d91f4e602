"""Who makes a site, from what and how current: told from settings and content, and nothing invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from explainer.checking import check
from explainer.dossier import Dossier
from explainer.settings import settings_of
from explainer.views import imprint

CAST = Path(__file__).parents[1] / "cast"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return check(CAST).dossier


def test_the_sources_are_counted(dossier: Dossier) -> None:
    number = len(dossier.graph.of_kind("source"))
    assert imprint.imprint("", dossier)["sources"] == f"{number} sources"


def test_the_gap_between_reading_and_review_is_told_in_days(dossier: Dossier) -> None:
    settings = replace(dossier.settings, as_of=date(2026, 3, 17), reviewed=date(2026, 11, 25))
    assert imprint.who_answers("", replace(dossier, settings=settings))["gap"] == "253 days"


def test_without_a_review_or_on_the_same_day_there_is_no_gap(dossier: Dossier) -> None:
    for reviewed in (None, date(2026, 3, 17)):
        settings = replace(dossier.settings, as_of=date(2026, 3, 17), reviewed=reviewed)
        assert imprint.who_answers("", replace(dossier, settings=settings))["gap"] == ""


def test_without_a_repository_no_address_is_made_up(dossier: Dossier) -> None:
    settings = replace(dossier.settings, repository="")
    assert imprint.who_answers("", replace(dossier, settings=settings))["issues"] == ""


@pytest.mark.parametrize(
    ("config", "answers"),
    [
        ({}, "the maintainers of its repository"),
        ({"site_author": "Example Society"}, "Example Society"),
        ({"site_author": "Example Society", "maintainers": "its editors"}, "its editors"),
    ],
)
def test_the_settings_say_who_answers(config: dict[str, str], answers: str) -> None:
    block = {"as_of": "2026-03-17"} | {key: value for key, value in config.items() if key != "site_author"}
    settings, _ = settings_of({**config, "extra": {"explainer": block}})
    assert settings.maintainers == answers


def test_only_signs_that_a_site_can_show_are_explained(dossier: Dossier) -> None:
    told = [sign["status"] for sign in imprint.signs("", dossier)["signs"]]
    assert told == list(imprint.SIGNS)
