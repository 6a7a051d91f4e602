"""What rests on a source: the records to look at when it changes, is taken back or cannot be opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from explainer.linking import Graph
from explainer.messages import Message
from explainer.parsing import Entry

OF_ADDRESS = Message("the address {address}: {reason}")
OF_COPY = Message("the archived copy {address}: {reason}")
CANNOT_BE_OPENED = Message("cannot be opened")


def resting_on(source: str, graph: Graph) -> tuple[str, ...]:
    """Return the ids of the records that cite a source, or a source that relays it."""
    found: set[str] = set()
    seen: set[str] = set()
    ahead = [source]
    while ahead:
        here = ahead.pop()
        if here in seen:
            continue
        seen.add(here)
        for link in graph.backlinks.get(here, ()):
            if link.source.kind.name != "source":
                found.add(link.source.id)
            elif link.path[0] == "relays":
                ahead.append(link.source.id)
    return tuple(sorted(found))


@dataclass(frozen=True, slots=True, eq=False)
class Resting:
    """A source with what rests on it; `reason` says what is wrong with its address."""

    source: Entry
    records: tuple[Entry, ...]
    reason: str = ""


def addresses(graph: Graph) -> tuple[tuple[str, str], ...]:
    """Return every address of every source that can be read, with the source’s id."""
    found = {
        (address, entry.id)
        for entry in graph.of_kind("source")
        for address in (entry.record.url, entry.record.archived_url)
        if address
    }
    return tuple(sorted(found))


def unarchived(graph: Graph) -> tuple[Resting, ...]:
    """Return every source that was read on the web and has no archived copy, the weightiest first."""
    bare = [entry for entry in graph.of_kind("source") if entry.record.url and not entry.record.archived_url]
    return _weighed(bare, graph, {})


def dead(graph: Graph, reasons: Mapping[str, str]) -> tuple[Resting, ...]:
    """Return every source whose address, or archived copy, is among these addresses."""
    said = {
        entry.id: "; ".join(filter(None, (_said(entry, address, reasons) for address in _addresses(entry))))
        for entry in graph.of_kind("source")
    }
    return _weighed([entry for entry in graph.of_kind("source") if said[entry.id]], graph, said)


def _addresses(entry: Entry) -> tuple[str, ...]:
    return tuple(address for address in (entry.record.url, entry.record.archived_url) if address)


def _said(entry: Entry, address: str, reasons: Mapping[str, str]) -> str:
    if address not in reasons:
        return ""
    message = OF_COPY if address == entry.record.archived_url else OF_ADDRESS
    return message(address=address, reason=reasons[address] or CANNOT_BE_OPENED())


def _weighed(sources: Iterable[Entry], graph: Graph, reasons: Mapping[str, str]) -> tuple[Resting, ...]:
    found = [
        Resting(
            entry,
            tuple(graph.entries[id] for id in resting_on(entry.id, graph)),
            reasons.get(entry.id, ""),
        )
        for entry in sources
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.records), one.source.id)))
