"""When something was last changed, as the content itself tells it: never by the clock, and never by git.

Whoever adds a fact adds the source in which it stands, with the day on which that was read: on that day the record
changed, however old the fact. Reviews, rulings and corrections carry their days as well. So a change is dated
without a field that somebody has to remember, and the same in a copy without history. Rewording alone moves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from explainer.dossier import Dossier
from explainer.parsing import Entry
from explainer.remembering import once_for_each
from explainer.values.edtf import EdtfDateValue


@once_for_each
def of_records(dossier: Dossier) -> Mapping[str, date]:
    """Return the day on which each record was last changed, by id; records that tell none are left out."""
    graph = dossier.graph
    read = {entry.id: _latest(entry.record.accessed) for entry in graph.of_kind("source")}
    found = {entry.id: _own(entry) for entry in graph.entries.values()} | read
    for link in graph.links:
        one, other = link.source, graph.entries.get(link.target)
        if other is None:
            continue
        if one.kind.name == "correction":
            found[other.id] = max(found[other.id], found[one.id])
        elif other.kind.name == "source" and one.kind.name != "source":
            found[one.id] = max(found[one.id], read[other.id])
    return {id: day for id, day in found.items() if day > date.min}


@once_for_each
def of_pages(dossier: Dossier) -> Mapping[str, date]:
    """Return the day on which each record's page was last changed: also by the records that it lists."""
    records = of_records(dossier)
    found = dict(records)
    for link in dossier.graph.links:
        one = records.get(link.source.id)
        if one and link.source.kind.name in _LISTED and link.target in dossier.graph.entries:
            found[link.target] = max(found.get(link.target, date.min), one)
    return found


_LISTED = frozenset({"claim", "event", "treaty"})
"""The kinds that pages of other records list."""


def of_record(id: str, dossier: Dossier) -> date:
    """Return the day on which a record was last changed."""
    return of_records(dossier).get(id) or of_site(dossier)


def of_page(id: str, dossier: Dossier) -> date:
    """Return the day on which the page of a record was last changed."""
    return of_pages(dossier).get(id) or of_site(dossier)


def of_several(ids: Iterable[str], dossier: Dossier) -> date:
    """Return the day on which a page that leans on records was last changed, or gone through with all others."""
    known = of_records(dossier)
    days = [known[id] for id in ids if id in known]
    return max([*days, dossier.settings.reviewed or date.min]) if days else of_site(dossier)


@once_for_each
def _whole(dossier: Dossier) -> date:
    return max(of_records(dossier).values(), default=date.min)


def of_site(dossier: Dossier) -> date:
    """Return the day of the last change of all, or on which all was last gone through."""
    settings = dossier.settings
    last = max(_whole(dossier), settings.reviewed or date.min)
    return last if last > date.min else settings.as_of


def _own(entry: Entry) -> date:
    record = entry.record
    if entry.kind.name == "correction":
        return _latest(record.date)
    ruling = getattr(record, "ruling", None)
    return max(_latest(getattr(record, "last_reviewed", None)), _latest(ruling.date if ruling else None))


def _latest(when: EdtfDateValue | None) -> date:
    return when.end if when and when.latest != date.max else date.min
