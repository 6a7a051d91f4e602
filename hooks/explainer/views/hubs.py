"""What an actor said and took part in, on pages of their own where the actor's page would grow without bound.

An actor's page shows the first claims of each group and the first events; where there are more than one page
holds, lists beside it hold all of them, in parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from explainer import chronology, urls
from explainer.dossier import Dossier
from explainer.messages import Message
from explainer.parsing import Entry
from explainer.views._base import PageView, crumbs
from explainer.views.parts import AT_MOST, Cut, Item, List, under
from explainer.views.timeline import by_year, event_line
from explainer.views.words import claims_of, words_of
from explainer.wording import counted

SAID = Message("What it said, and what became of it")
ALL_IT_SAID = Message("{name}: what it said, and what became of it")
ALL_ITS_EVENTS = Message("{name}: took part in")
NUMBERED = Message("{title}: {number}.")

TOOK_PART = "Took part in"
"""The way back from an event to an actor, as records name it."""

SHOWN = 40
"""How many entries of a group stand on an actor's own page, where there are too many for it."""


def lists(dossier: Dossier) -> Iterator[List]:
    """Yield the lists of each actor that has too many claims or events for one page."""
    for entry in dossier.graph.of_kind("actor"):
        said = len(claims_of(entry.id, dossier))
        if said > AT_MOST:
            cut = _cut("rows", ("claim", "claims"), urls.of_list("claims"))
            yield List(address_of(entry, "words"), partial(_words, entry), cut, said)
        took_part = len(events_of(entry.id, dossier))
        if took_part > AT_MOST:
            cut = _cut("events", ("event", "events"), urls.of_list("timeline"))
            yield List(address_of(entry, "events"), partial(_events, entry), cut, took_part)


def _cut(name: str, noun: tuple[str, str], base: str) -> Cut:
    entries, filled = under(name)
    return Cut("groups", entries, filled, _heading, _id, _item, noun, base, at_most=AT_MOST)


def address_of(entry: Entry, part: str) -> str:
    """Return where a list beside an actor's page stands."""
    return f"{urls.of_entry(entry)}{part}/"


def events_of(actor: str, dossier: Dossier) -> list[str]:
    """Return the events in which an actor took part, in their order."""
    graph = dossier.graph
    ids = {found.source.id for found in graph.backlinks.get(actor, ()) if found.backlink == TOOK_PART}
    return sorted(ids, key=chronology.places(graph).__getitem__)


def words_shown(entry: Entry, dossier: Dossier) -> dict[str, Any]:
    """Return the claims on which an actor spoke as its page shows them: all, or the first of each group.

    `more` is the address of the list that holds all, empty where the page does.
    """
    groups = words_of(entry.id, dossier)
    many = len(claims_of(entry.id, dossier)) > AT_MOST
    shown = [
        {**group, "count": len(group["rows"]), "rows": group["rows"][: SHOWN if many else None]}
        for group in groups
    ]
    return {"groups": shown, "more": address_of(entry, "words") if many else ""}


def events_shown(entry: Entry, dossier: Dossier) -> dict[str, Any]:
    """Return the events in which an actor took part as its page shows them: all, or the first."""
    ids = events_of(entry.id, dossier)
    many = len(ids) > AT_MOST
    return {
        "events": [event_line(id, dossier) for id in (ids[:SHOWN] if many else ids)],
        "count": len(ids),
        "more": address_of(entry, "events") if many else "",
    }


def _words(entry: Entry, dossier: Dossier) -> PageView:
    groups = [{**group, "count": len(group["rows"])} for group in words_of(entry.id, dossier)]
    return _page(entry, "words", "actor-words.html", ALL_IT_SAID, groups)


def _events(entry: Entry, dossier: Dossier) -> PageView:
    lines: list[dict[str, Any]] = [event_line(id, dossier) for id in events_of(entry.id, dossier)]
    groups = [{**group, "id": f"y{group['year']}", "heading": str(group["year"])} for group in by_year(lines)]
    return _page(entry, "events", "actor-events.html", ALL_ITS_EVENTS, groups)


def _page(entry: Entry, part: str, template: str, titled: Message, groups: list[dict[str, Any]]) -> PageView:
    title = titled(name=entry.title)
    number = sum(len(group.get("rows") or group.get("events", ())) for group in groups)
    noun = "claim" if part == "words" else "event"
    return PageView(
        address_of(entry, part),
        template,
        title,
        NUMBERED(title=title, number=counted(number, noun)),
        {"groups": groups, "name": entry.title, "address": urls.of_entry(entry), "total": number},
        section="actors",
        crumbs=crumbs(("Actors", urls.of_list("actors")), (entry.title, urls.of_entry(entry))),
        toc=tuple((group["id"], group["heading"]) for group in groups),
        about=(entry.id,),
    )


def _heading(group: dict[str, Any]) -> str:
    return str(group["heading"])


def _id(group: dict[str, Any]) -> str:
    return str(group["id"])


def _item(one: dict[str, Any]) -> Item:
    return Item(one["id"], one["title"], status=one.get("status", ""), contested=one.get("contested", False))
