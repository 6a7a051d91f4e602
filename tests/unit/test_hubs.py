"""The page of an actor of whom much is told: its beginning, and lists that hold all of it in parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.checking import check
from explainer.dossier import Dossier
from explainer.views import actors, hubs

ROOT = Path(__file__).resolve().parents[2]

ACTOR = "north-korea"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    dossier = check(ROOT).dossier
    assert dossier is not None
    return dossier


def test_what_fits_on_the_page_stands_there_whole(dossier: Dossier) -> None:
    entry = dossier.graph.entries[ACTOR]
    words, events = hubs.words_shown(entry, dossier), hubs.events_shown(entry, dossier)
    assert (words["more"], events["more"]) == ("", "")
    assert all(group["count"] == len(group["rows"]) for group in words["groups"])
    assert events["count"] == len(events["events"])
    assert list(hubs.lists(dossier)) == []


@pytest.mark.parametrize("limit", [3, 7])
def test_what_does_not_fit_stands_on_parts_that_hold_everything_once(
    limit: int, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = dossier.graph.entries[ACTOR]
    whole = {
        "words": [row["id"] for group in hubs.words_shown(entry, dossier)["groups"] for row in group["rows"]],
        "events": [event["id"] for event in hubs.events_shown(entry, dossier)["events"]],
    }
    monkeypatch.setattr(hubs, "AT_MOST", limit)
    monkeypatch.setattr(hubs, "SHOWN", 2)
    made = {found.address: found for found in hubs.lists(dossier)}
    addresses = {plan.address for plan in actors.pages(dossier)}
    for name, entries in (("words", "rows"), ("events", "events")):
        found = made[f"actors/{ACTOR}/{name}/"]
        pages = dict(found.pages(dossier))
        parts = [page for address, page in pages.items() if address != found.address]
        assert len(parts) > 1
        assert addresses >= pages.keys()
        counts = [sum(len(group[entries]) for group in page.data["groups"]) for page in parts]
        assert max(counts) <= limit
        listed = [one["id"] for page in parts for group in page.data["groups"] for one in group[entries]]
        assert sorted(listed) == sorted(whole[name])
        assert [item[1] for item in found.index(dossier)["items"]] == listed
    words, events = hubs.words_shown(entry, dossier), hubs.events_shown(entry, dossier)
    assert (words["more"], events["more"]) == (f"actors/{ACTOR}/words/", f"actors/{ACTOR}/events/")
    assert {len(group["rows"]) for group in words["groups"]} <= {1, 2}
    assert sum(group["count"] for group in words["groups"]) == len(whole["words"])
    assert events["count"] == len(whole["events"]) > len(events["events"]) == 2
