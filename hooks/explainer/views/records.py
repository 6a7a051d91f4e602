"""Pages of every kind that has none of its own: a list, and for each record a row for each of its fields."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from explainer import urls
from explainer.dossier import Dossier
from explainer.kinds import KINDS, Kind, plan
from explainer.messages import Message
from explainer.parsing import Entry
from explainer.values.edtf import EdtfDateValue
from explainer.views._base import PageView, Plan, backlinks, crumbs, reference, searches
from explainer.wording import plain, shortened

ALL_OF_THEM = Message("All {records}.")

OWN_PAGES = ("actor", "claim", "event", "source", "treaty", "place", "term", "question", "correction")
"""Kinds whose pages other views make."""

ELSEWHERE = ("id", "formerly", "looked_for")
"""Fields that have a place of their own: the address, former addresses, the searches below."""

Value = dict[str, Any]
"""What stands in a row: `words`, a `link` to a record, or the `facts` of a part that has fields itself."""


def pages(dossier: Dossier) -> Iterator[Plan]:
    """Yield the list and the pages of each kind for which nobody wrote a view."""
    for kind in KINDS:
        if kind.name not in OWN_PAGES:
            yield Plan(urls.of_list(kind.address), partial(all_of, kind, dossier))
            if not kind.gathered:
                for entry in dossier.graph.of_kind(kind.name):
                    yield Plan(urls.of_entry(entry), partial(page, entry, dossier))


def all_of(kind: Kind, dossier: Dossier) -> PageView:
    """Return the list of a kind: links, or the records themselves where they all stand on one page."""
    entries = dossier.graph.of_kind(kind.name)
    return PageView(
        urls.of_list(kind.address),
        "records.html",
        kind.plural.capitalize(),
        ALL_OF_THEM(records=kind.plural),
        {
            "title": kind.plural.capitalize(),
            "rows": [] if kind.gathered else [reference(entry.id, dossier) for entry in entries],
            "records": [_shown(entry, dossier) for entry in entries] if kind.gathered else [],
        },
        section="more",
        crumbs=crumbs(),
    )


def page(entry: Entry, dossier: Dossier) -> PageView:
    """Return the page of one record."""
    kind = entry.kind
    return PageView(
        urls.of_entry(entry),
        "record.html",
        entry.title,
        shortened(plain(kind.summary(entry.record), dossier) or entry.title),
        {"kind": kind.name, **_shown(entry, dossier)},
        section="more",
        crumbs=crumbs((kind.plural.capitalize(), urls.of_list(kind.address))),
        edit=entry.position,
        entry=entry,
        about=(entry.id,),
    )


def _shown(entry: Entry, dossier: Dossier) -> dict[str, Any]:
    return {
        "id": entry.id,
        "title": entry.title,
        "facts": list(facts(entry.record, dossier)),
        "looked_for": searches(entry),
        "backlinks": backlinks(entry.id, dossier),
    }


def facts(record: Any, dossier: Dossier) -> Iterator[dict[str, Any]]:
    """Yield a row for each field that says something: its name, and what stands in it."""
    refs = {field.name for field in plan(type(record)) if field.ref}
    for field in dataclasses.fields(record):
        if field.name in ELSEWHERE:
            continue
        values = [
            _value(one, dossier, is_reference=field.name in refs)
            for one in _several(getattr(record, field.name))
        ]
        if values:
            yield {"name": field.name.replace("_", " ").capitalize(), "values": values}


def _several(content: Any) -> list[Any]:
    """Return what a field holds as a list; empty where it says nothing."""
    if content is None or content is False or content == "":
        return []
    if isinstance(content, Mapping):
        return list(content.values())
    return list(content) if isinstance(content, (tuple, list, frozenset)) else [content]


def _value(content: Any, dossier: Dossier, *, is_reference: bool) -> Value:
    if is_reference and content in dossier.graph.entries:
        return {"link": reference(content, dossier)}
    if isinstance(content, EdtfDateValue):
        return {"words": content.words}
    if dataclasses.is_dataclass(content) and hasattr(content, "__pydantic_config__"):
        return {"facts": list(facts(content, dossier))}
    return {"words": "yes" if content is True else str(content)}
