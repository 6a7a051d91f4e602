"""A dispute over a dam between three states: neither words nor rules of another subject stand in its way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from explainer.checking import check
from explainer.dossier import Dossier
from explainer.outputs.json import schema
from explainer.schemas import documents
from explainer.settings import Words, settings_of
from explainer.views import actors, manuals, treaties
from tests.unit.content import Content

DAM = Path(__file__).parents[1] / "site" / "projects" / "dam"


@pytest.fixture(scope="module")
def dam() -> Dossier:
    """Return the dossier of the dispute."""
    checked = check(DAM)
    assert checked.diagnostics == ()
    return checked.dossier


def _treaty(dossier: Dossier) -> dict[str, Any]:
    return dict(treaties.page(dossier.graph.entries["declaration"], dossier).data)


def test_types_relations_and_steps_of_the_site_s_own_have_its_words(dam: Dossier) -> None:
    shown = {one["id"]: one["type"] for group in actors.index(dam).data["groups"] for one in group["actors"]}
    assert shown["river-commission"] == "River basin body"
    assert {one["words"] for one in actors.relations(dam)} == {"opposes", "shares water with"}
    words = [step["words"] for step in _treaty(dam)["steps"]]
    assert words == [*["Signed"] * 3, "Ratified by parliament", "Reservation made", "Water shared"]


def test_a_word_that_no_setting_adds_is_told_with_the_setting_that_would() -> None:
    text = "actors:\n  a:\n    name: A\n    type: river-basin-body\n"
    (found,) = Content(text).shelf.diagnostics
    assert found.code == "unknown-word"
    assert "mkdocs.yml, under “actor_types”" in found.hint


def test_schemas_and_manuals_know_the_site_s_own_words(dam: Dossier) -> None:
    added = dam.settings.vocabularies
    assert '"river-basin-body"' in documents(added)["actor.json"]
    assert '"river-basin-body"' not in documents()["actor.json"]
    assert '"x-setting"' not in documents(added)["actor.json"]
    defined = schema(dam)["$defs"]
    assert "river-basin-body" in defined["Actor"]["properties"]["type"]["enum"]
    assert "x-setting" not in defined["Actor"]["properties"]["type"]
    kinds = manuals.fields(dam).data["kinds"]
    (treaty,) = (kind for kind in kinds if kind["name"] == "treaty")
    (step,) = (part for part in treaty["parts"] if part["name"] == "Step")
    words = dict(next(field["words"] for field in step["fields"] if field["name"] == "step"))
    assert words["water-shared"] == "Water shared"
    assert words["ratified"] == "Ratified by parliament"


def test_provisions_are_named_as_they_are_numbered(dam: Dossier) -> None:
    shown = {one["key"]: (one["name"], one["numbered"]) for one in _treaty(dam)["articles"]}
    assert shown == {
        "preamble": ("Preamble", True),
        "art-iii": ("Article III", True),
        "art-4bis": ("Article 4bis", True),
        "annex-a": ("Annex A", True),
        "costs": ("Who pays", False),
    }


def test_what_three_parties_do_together_all_do(dam: Dossier) -> None:
    assert _treaty(dam)["together"] == "all"


def test_who_signed_a_treaty_with_an_adversary_is_not_on_its_side(dam: Dossier) -> None:
    picture = actors.index(dam).data["picture"]
    told = "The parties to the dispute: on one side Delta and Midland, on another Upland."
    assert picture["caption"].startswith(told)


def test_without_settings_parties_are_called_parties() -> None:
    settings, problems = settings_of({"extra": {"explainer": {"as_of": "2024-01-01"}}})
    assert problems == ()
    assert settings.words == Words()
    assert settings.words.a_party == "a party"
    assert Words(party="interested party").a_party == "an interested party"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"partie": "x"}, "“partie” is not among the words that a site can choose"),
        ({"party": ""}, "“words”: “party” is empty or no text"),
        ({"party": ["a"]}, "“words”: “party” is empty or no text"),
        (["party"], "“words” should be a block"),
    ],
)
def test_wrong_words_are_told(words: object, message: str) -> None:
    config = {"extra": {"explainer": {"as_of": "2024-01-01", "words": words}}}
    settings, (problem,) = settings_of(config)
    assert problem.message == message
    assert settings.words == Words()
