"""Provisions of a treaty carry caveats, computed from the sources that print them."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.checking import check
from explainer.dossier import caveats_of_article
from explainer.kinds.event import INVOCATIONS
from explainer.kinds.treaty import Article
from explainer.views import treaties
from explainer.wording import provision_name, provision_title

LAKE = Path(__file__).parents[1] / "site" / "projects" / "lake"


def test_a_provision_that_one_body_printed_has_one_origin() -> None:
    dossier = check(LAKE).dossier
    treaty = dossier.graph.record("lake-water-agreement")
    rules = {caveat.rule: caveat for caveat in caveats_of_article(treaty, "art-1", dossier)}
    assert "single-origin" in rules
    assert "upper-town" in rules["single-origin"].because


def test_a_provision_tells_for_what_it_was_invoked_and_stands_in_the_contents() -> None:
    dossier = check(LAKE).dossier
    view = treaties.page(dossier.graph.entries["lake-water-agreement"], dossier)
    (article,) = view.data["articles"]
    (group,) = article["invoked"]
    assert (group["relation"], group["meaning"]) == ("Cited", INVOCATIONS["cited"])
    assert [one["event"]["id"] for one in group["events"]] == ["agreement-signed"]
    assert view.toc[0] == ("articles", "What it says")
    assert view.toc_inner == {"articles": (("art-1", "Article 1: Equal shares"),)}


@pytest.mark.parametrize(
    ("authentic", "columns"),
    [
        ([True, False, True], [("Original", [0, 2]), ("Translation", [1])]),
        ([True, True], [("", [0, 1])]),
        ([False], [("", [0])]),
        ([], []),
    ],
)
def test_originals_stand_beside_translations(
    authentic: list[bool], columns: list[tuple[str, list[int]]]
) -> None:
    texts = [{"authentic": one, "number": number} for number, one in enumerate(authentic)]
    found = treaties.columns(texts)
    assert [(one["heading"], [text["number"] for text in one["texts"]]) for one in found] == columns


NAMES = [
    ("art-4", "4", "Water", "Article 4", "Article 4: Water"),
    ("art-3", "III", "Water", "Article III", "Article III: Water"),
    ("art-4bis", "4bis", "Water", "Article 4bis", "Article 4bis: Water"),
    ("annex", "Annex A", "Maps", "Annex A", "Annex A: Maps"),
    ("preamble", None, "Why they agree", "Preamble", "Preamble: Why they agree"),
    ("preamble", "preamble", "Preamble", "Preamble", "Preamble"),
    ("water", None, "Water", "Water", "Water"),
]


@pytest.mark.parametrize(
    ("key", "number", "heading", "name", "title"), NAMES, ids=[f"{row[0]} {row[1]}" for row in NAMES]
)
def test_a_provision_is_called_by_its_number_wherever_it_stands(
    key: str, number: str | None, heading: str, name: str, title: str
) -> None:
    provision = Article(number=number, heading=heading, summary="S.", sources=())
    assert (provision_name(key, provision), provision_title(key, provision)) == (name, title)
