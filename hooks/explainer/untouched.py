"""Judgements that an edit leaves as they were, so that a server judges anew only what it touches.

A judgement is made of the record of its statement, of actors and sources, of the settings, and of a few other claims:
those that cannot be true together with it, and the one that decides a forecast. Whatever else changed, it is the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from explainer.dossier import Dossier, Judgement
from explainer.judging import contraries
from explainer.kinds.claim import Claim
from explainer.linking import Graph
from explainer.settings import Settings

JUDGED = ("claim", "event")
"""Kinds of record that are judged; of all others, each may be part of any judgement."""


def untouched(before: Dossier, graph: Graph, settings: Settings) -> Mapping[str, Judgement]:
    """Return the judgements of an earlier state that hold of this one; none if more than claims and events changed."""
    old = before.graph.entries
    if settings != before.settings or old.keys() != graph.entries.keys():
        return MappingProxyType({})
    changed = {
        id
        for id, entry in graph.entries.items()
        if entry is not old[id] and (entry.kind is not old[id].kind or entry.record != old[id].record)
    }
    if any(graph.entries[id].kind.name not in JUDGED for id in changed):
        return MappingProxyType({})
    touched = {*_reached(changed, before.graph), *_reached(changed, graph)}
    return {id: judgement for id, judgement in before.judgements.items() if id not in touched}


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
