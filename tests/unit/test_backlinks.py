"""Ways back: what refers to a record by a field, by a reference in a text, or by its name in one."""

from __future__ import annotations

import pytest

from explainer.backlinks import referring
from explainer.outputs import _plain
from explainer.views import _base, mentioned, plans
from explainer.views._base import backlinks
from tests.unit.content import Content

CONTENT = Content("""
actors:
  guild:
    name: Guild of Wheelwrights
    type: group
    aliases: [GOW]
    summary: The Guild of Wheelwrights says of itself that it is old.
  carters:
    name: Carters
    type: group
    summary: They drive what the Guild of Wheelwrights makes.
  smiths:
    name: Smiths
    type: group
    summary: "They shoe the horses of the [[carters|Carters]]."
    relations:
      - {type: opposes, to: carters, note: Over the GOW., sources: [ministry-statement]}
  weavers:
    name: Weavers
    type: group
    part_of: smiths
    summary: A part of the Smiths.
terms:
  hub: {name: hub, definition: What a GOW member turns.}
  felloe:
    name: felloe
    definition: |
      Made by the Guild

      of Wheelwrights.
  spoke:
    name: spoke
    definition: |
      Made by the Guild
      of Wheelwrights.
claims:
  ferry:
    title: The ferry
    statement: The ferry did not run.
    topic: t
    kind: fact
    made_by: [northland-ministry]
    first_made: 2024-02-01
    about: [southland]
    evidence:
      - {source: ministry-statement, stance: supports, basis: statement, note: The Weavers were told.}
""")  # fmt: skip


def test_what_names_a_record_leads_back_from_there() -> None:
    assert referring("guild", CONTENT.dossier) == {"Mentioned in": ["carters", "hub", "smiths", "spoke"]}


def test_a_text_that_stands_on_two_pages_speaks_for_both() -> None:
    assert "carters" in referring("guild", CONTENT.dossier)["Mentioned in"]
    without = Content(CONTENT.text.replace("drive what the Guild of Wheelwrights makes", "drive"))
    assert referring("guild", without.dossier)["Mentioned in"] == ["carters", "hub", "smiths", "spoke"]
    neither = Content(without.text.replace("note: Over the GOW., ", ""))
    assert referring("guild", neither.dossier)["Mentioned in"] == ["hub", "spoke"]


def test_a_record_that_refers_in_two_ways_is_told_once() -> None:
    dossier = CONTENT.dossier
    assert referring("smiths", dossier) == {"Parts and people": ["weavers"], "Mentioned in": ["weavers"]}
    assert [(group["role"], group["count"]) for group in backlinks("smiths", dossier)] == [
        ("Parts and people", 1)
    ]
    assert backlinks("smiths", dossier, frozenset(["Parts and people"])) == []
    assert referring("carters", dossier)["Mentioned in"] == ["smiths"]


def test_what_the_site_says_of_the_evidence_leads_back() -> None:
    found = referring("northland", CONTENT.dossier)
    assert any("[[northland|" in one.sentence for one in CONTENT.judgement("ferry").caveats)
    assert "ferry" in found["Mentioned in"]
    assert referring("weavers", CONTENT.dossier) == {"Mentioned in": ["ferry"]}


def test_what_stands_elsewhere_on_the_page_is_told_there_alone() -> None:
    dossier = CONTENT.dossier
    (group,) = backlinks("guild", dossier, elsewhere={"Another way": ["carters", "hub"]})
    assert [link["id"] for link in group["links"]] == ["smiths", "spoke"]
    back = backlinks("smiths", dossier, elsewhere={"Parts and people": ["weavers"]})
    assert back == []


def test_data_tell_every_way_back() -> None:
    entry = CONTENT.graph.entries["smiths"]
    assert _plain.entry(entry, CONTENT.dossier)["backlinks"] == {
        "Mentioned in": ["weavers"],
        "Parts and people": ["weavers"],
    }


def test_what_is_mentioned_very_often_has_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = CONTENT.dossier
    assert list(mentioned.lists(dossier)) == []
    for module in (mentioned, _base):
        monkeypatch.setattr(module, "MENTIONS_AT_MOST", 3)
    monkeypatch.setattr(_base, "MENTIONS_SHOWN", 2)
    (group,) = backlinks("guild", dossier, elsewhere={"Another way": ["spoke"]})
    assert [link["id"] for link in group["links"]] == ["carters", "smiths"]
    assert (group["count"], group["total"], group["more"]) == (3, 4, "actors/guild/mentioned/")
    (plan,) = (plan for plan in plans(dossier) if plan.address == group["more"])
    view = plan.make()
    assert [(one["heading"], [link["id"] for link in one["links"]]) for one in view.data["groups"]] == [
        ("Actors", ["carters", "smiths"]),
        ("Terms", ["hub", "spoke"]),
    ]
