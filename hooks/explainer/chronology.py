"""Events in the order in which they happened, as far as that is known."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from explainer.linking import Graph
from explainer.parsing import Entry
from explainer.remembering import once_for_each


@once_for_each
def places(graph: Graph) -> Mapping[str, int]:
    """Return the place of every event in the order of all: by date, within a day by `time` and `after`.

    What no field orders stands in the order of its file.
    """
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in graph.of_kind("event"):
        when = entry.record.date
        groups.setdefault((when.earliest, when.latest, when.text), []).append(entry)
    ordered = (entry.id for key in sorted(groups) for entry in _of_one_day(groups[key]))
    return MappingProxyType({id: place for place, id in enumerate(ordered)})


def in_order(graph: Graph) -> list[Entry]:
    """Return all events, the earliest first."""
    found = places(graph)
    return sorted(graph.of_kind("event"), key=lambda entry: found[entry.id])


def _of_one_day(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield events of one date in their order; one that names another as `after` waits for it."""
    known = _by_time(sorted(entries, key=lambda entry: (entry.position, entry.id)))
    number = {entry.id: place for place, entry in enumerate(known)}
    waiting: dict[str, list[int]] = {}
    ready = []
    for place, entry in enumerate(known):
        if entry.record.after in number:
            waiting.setdefault(entry.record.after, []).append(place)
        else:
            ready.append(place)
    done = 0
    while ready:
        entry = known[heapq.heappop(ready)]
        done += 1
        for place in waiting.pop(entry.id, ()):
            heapq.heappush(ready, place)
        yield entry
    if done < len(known):  # a circle, of which a check tells
        yield from (known[place] for place in sorted(place for group in waiting.values() for place in group))


def _by_time(entries: Sequence[Entry]) -> list[Entry]:
    """Sort by the time of day; an event without one goes with the event before it in its file."""
    keyed = []
    last = ("", "")
    for entry in entries:
        file = entry.document.file
        if entry.record.time or last[0] != file:
            last = (file, entry.record.time or "")
        keyed.append((last[1], entry))
    return [entry for _, entry in sorted(keyed, key=lambda pair: pair[0])]


def circle(graph: Graph, id: str) -> bool:
    """Tell whether an event is said to be after itself, by way of others."""
    seen = set()
    at: str | None = id
    while at and at not in seen:
        seen.add(at)
        entry = graph.entries.get(at)
        at = entry.record.after if entry and entry.kind.name == "event" else None
    return at == id
