"""Bonds between actors are shown with their days and the sources that show them."""

from __future__ import annotations

from pathlib import Path

import bs4
import pytest

from explainer.pipeline import build
from explainer.views import actors
from explainer.views.standing import standing
from tests import examples

BOND = "{{{to}: northland, since: 2019-03, until: 2023-04-05, sources: [watch-report], note: By decree.}}"


def tied(field: str) -> str:
    """Return a body with one bond."""
    held = BOND.format(to="party" if field == "supports_party" else "to")
    return f"lodge:\n  name: The Lodge\n  type: company\n  {field}: [{held}]\n"


@pytest.mark.parametrize("field", ["part_of", "members", "speaks_for", "supports_party"])
def test_a_bond_of_an_actor_is_shown_with_days_and_sources(field: str, tmp_path: Path) -> None:
    made = build(examples.project(tmp_path / "project", {"content/actors/lodge.yml": tied(field)}))
    facts = bs4.BeautifulSoup(made.page("actors/lodge/").html, "html5lib").select(".x-facts dd")
    (told,) = [one for one in facts if "By decree" in one.get_text()]
    assert "March 2019 – 5 April 2023" in told.get_text()
    assert [link["data-ref"] for link in told.select("a[data-ref]")] == ["northland", "watch-report"]


def test_who_controls_a_publisher_is_shown_with_days_and_sources(tmp_path: Path) -> None:
    source = (
        "sheet:\n  label: Sheet\n  publisher_name: Sheet\n  url: https://sheet.example.org/1\n"
        f"  published: 2024-05-05\n  accessed: 2024-05-06\n  language: en\n  type: article-newspaper\n"
        f"  read: whole\n  controlled_by: [{BOND.format(to='to')}]\n"
    )
    made = build(examples.project(tmp_path / "project", {"content/sources/sheet.yml": source}))
    facts = bs4.BeautifulSoup(made.page("sources/sheet/").html, "html5lib").select(".x-facts dd")
    (told,) = [one for one in facts if "By decree" in one.get_text()]
    assert "March 2019 – 5 April 2023" in told.get_text()
    assert "watch-report" in {link["data-ref"] for link in told.select("a[data-ref]")}


def test_support_that_ended_is_drawn_as_ended(tmp_path: Path) -> None:
    files = {"content/actors/lodge.yml": tied("supports_party")}
    dossier = build(examples.project(tmp_path / "project", files)).checked.dossier
    ties = standing(dossier, actors.index(dossier).data["groups"])["ties"]
    (tie,) = [one for one in ties if one["from"] == "lodge"]
    assert (tie["span"], tie["ended"]) == ("March 2019 – 5 April 2023", True)


BODIES = """
club:
  name: The Club
  type: group
  party_to_conflict: true
  relations:
    - type: opposes
      to: union
      sources: [watch-report]
union: {name: The Union, type: group, party_to_conflict: true}
clerk: {name: The Clerk, type: person, part_of: union}
guild: {name: The Guild, type: group, party_to_conflict: true}
"""
"""Parties that are no states; of one of them nothing else is known."""


def test_a_party_is_counted_once_where_it_is_drawn_or_among_the_others(tmp_path: Path) -> None:
    project = examples.project(tmp_path / "project", {"content/actors/bodies.yml": BODIES})
    dossier = build(project).checked.dossier
    groups = actors.index(dossier).data["groups"]
    shown = standing(dossier, groups)
    drawn = {one["id"]: one["parts"] for one in shown["parties"]}
    assert (drawn["club"], drawn["union"], "guild" in drawn) == (0, 1, False)
    counts = {one["title"]: one["count"] for one in shown["groups"]}
    assert counts[dossier.settings.words.other_parties] == 1
    parties = sum(len(group["actors"]) for group in groups if group["party"])
    assert len(drawn) + sum(drawn.values()) + 1 == parties
