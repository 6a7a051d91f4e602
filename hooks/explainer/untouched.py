"""Judgements that an edit leaves as they were, so that a server judges anew only what it touches.

A judgement is made of the record of its statement, of actors and sources, of the settings, and of a few other claims:
those that cannot be true together with it, and the one that decides a forecast. Whatever else changed, it is the same.
It asks no record but that of its statement for prose, so that prose of an actor or a source may change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from explainer.dossier import Dossier, Judgement
from explainer.judging import contraries
from explainer.kinds import without_prose
from explainer.kinds.claim import Claim
from explainer.linking import Graph
from explainer.parsing import Entry
from explainer.settings import Settings

JUDGED = ("claim", "event")
"""Kinds of record that are judged; of all others, each may be part of any judgement, but for its prose."""


def untouched(before: Dossier, graph: Graph, settings: Settings) -> Mapping[str, Judgement]:
    """Return the judgements of an earlier state that hold of this one; none if more changed than claims and events.

    Prose of other records may have changed, too.
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
    others = changed - judged
    if not all(_is_same_but_for_prose(old[id], graph.entries[id]) for id in others):
        return MappingProxyType({})
    touched = {*_reached(judged, before.graph), *_reached(judged, graph), *_citing(others, before)}
    return {id: judgement for id, judgement in before.judgements.items() if id not in touched}


def _is_same_but_for_prose(old: Entry, new: Entry) -> bool:
    return old.kind is new.kind and without_prose(old.record) == without_prose(new.record)


def _citing(sources: Collection[str], dossier: Dossier) -> Iterator[str]:
    """Yield every statement whose evidence holds one of some sources, with all that the source says of itself."""
    for id, judgement in dossier.judgements.items():
        if any(item.source.id in sources for item in judgement.statement.items):
            yield id


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
