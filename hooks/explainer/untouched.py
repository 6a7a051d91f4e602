"""Judgements that an edit leaves as they were, so that a server judges anew only what it touches.

A judgement is made of the record of its statement, of actors and sources, of the settings, and of a few other claims:
those that cannot be true together with it, and the one that decides a forecast. Whatever else changed, it is the same.
Of sources it knows those to which its statement refers, and those that they relay; only what a source says of who
controls its publisher reaches further. It asks no record but that of its statement and these for prose.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from explainer.dossier import Dossier, Judgement
from explainer.judging import contraries
from explainer.kinds import without_prose
from explainer.kinds.claim import Claim
from explainer.kinds.source import Source
from explainer.linking import Graph
from explainer.parsing import Entry
from explainer.settings import Settings

JUDGED = ("claim", "event")
"""Kinds of record that are judged; of all others, each may be part of any judgement, but for its prose."""


def untouched(before: Dossier, graph: Graph, settings: Settings) -> Mapping[str, Judgement]:
    """Return the judgements of an earlier state that hold of this one.

    None do if more changed than claims, events, sources, and prose of other records.
    """
    old = before.graph.entries
    if settings != before.settings or old.keys() != graph.entries.keys():
        return MappingProxyType({})
    changed = {
        id
        for id, entry in graph.entries.items()
        if entry is not old[id] and (entry.kind is not old[id].kind or entry.record != old[id].record)
    }
    judged = {id for id in changed if graph.entries[id].kind.name in JUDGED}
    if not all(_reaches_no_further(old[id], graph.entries[id]) for id in changed - judged):
        return MappingProxyType({})
    sources = {id for id in changed if isinstance(graph.entries[id].record, Source)}
    touched: set[str] = set()
    for state in (before.graph, graph):
        touched |= set(_reached(judged | set(_resting_on(sources, state)), state))
    return {id: judgement for id, judgement in before.judgements.items() if id not in touched}


def _reaches_no_further(old: Entry, new: Entry) -> bool:
    """Tell whether an edit touches those alone that refer to the record: one of prose, or of a source by itself."""
    if old.kind is not new.kind:
        return False
    alone = isinstance(new.record, Source) and not (old.record.controlled_by or new.record.controlled_by)
    return alone or without_prose(old.record) == without_prose(new.record)


def _resting_on(sources: Collection[str], graph: Graph) -> Iterator[str]:
    """Yield every statement that refers to one of some sources, or to a source that relays one, however far away."""
    ahead = list(sources)
    seen = set(ahead)
    while ahead:
        for link in graph.backlinks.get(ahead.pop(), ()):
            id, kind = link.source.id, link.source.kind.name
            if kind in JUDGED:
                yield id
            elif kind == "source" and id not in seen:
                seen.add(id)
                ahead.append(id)


def _reached(changed: Collection[str], graph: Graph) -> Iterator[str]:
    """Yield every statement whose judgement one of some records is part of."""
    deciding = (
        entry.id
        for entry in graph.of_kind("claim")
        if isinstance(entry.record, Claim) and entry.record.outcome and entry.record.outcome.claim in changed
    )
    for id in (*changed, *deciding):
        yield id
        yield from contraries(id, graph)
