"""How claims answer for each other: what follows from one, and what cannot be true beside it.

Such links are checked and never propagated: no status is taken over along them, since an admission reaches
as far as its words. What is read here is which claims are linked; `standing` compares how they stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic, Position
from explainer.kinds.claim import FORECAST_LINKED, Claim, Contradiction, Implication, forecast_linked
from explainer.linking import Graph, Link
from explainer.parsing import Entry

Step = tuple[str, int]
"""A step of an implication: the claim that implies, and the place of the link in its list."""


def implications(id: str, graph: Graph) -> tuple[Implication, ...]:
    """Return the implications of a claim that lead to another claim, in the order in which they are written."""
    claim = _claim(id, graph)
    return tuple(one for one in claim.implies if _is_other(one.claim, id, graph)) if claim else ()


def implied_by(id: str, graph: Graph) -> Iterator[tuple[str, Implication]]:
    """Yield each claim from which a claim follows, with the implication."""
    for link in graph.backlinks.get(id, ()):
        if _is_link(link, "implies") and link.source.id != id:
            yield link.source.id, link.source.record.implies[int(link.path[1])]


def contraries(id: str, graph: Graph) -> dict[str, Contradiction]:
    """Return every claim that cannot be true together with a claim, with the contradiction as it is written.

    It is written at one of the two and read both ways: first those written here, then those written there.
    """
    claim = _claim(id, graph)
    found: dict[str, Contradiction] = {}
    for one in claim.contradicts if claim else ():
        if _is_other(one.claim, id, graph):
            found.setdefault(one.claim, one)
    for link in graph.backlinks.get(id, ()):
        if _is_link(link, "contradicts") and link.source.id != id:
            found.setdefault(link.source.id, link.source.record.contradicts[int(link.path[1])])
    return found


def _is_link(link: Link, field: str) -> bool:
    """Tell whether a reference is such a link, and not a mention in the note of one."""
    return link.path[0] == field and link.path[-1] == "claim"


def _claim(id: str, graph: Graph) -> Claim | None:
    entry = graph.entries.get(id)
    return entry.record if entry is not None and isinstance(entry.record, Claim) else None


def _is_other(target: str, id: str, graph: Graph) -> bool:
    return target != id and _claim(target, graph) is not None


def bearing_mistakes(graph: Graph) -> Iterator[Diagnostic]:
    """Yield an error for each link to a forecast, from an intention to a fact, and each claim that refutes itself."""
    for entry in graph.of_kind("claim"):
        yield from _wrong_kinds(entry, graph)
        yield from _refuting_itself(entry, graph)


def _wrong_kinds(entry: Entry, graph: Graph) -> Iterator[Diagnostic]:
    claim: Claim = entry.record
    for field in ("implies", "contradicts"):
        for index, one in enumerate(getattr(claim, field)):
            other = _claim(one.claim, graph)
            if other is None:
                continue
            if other.kind == "forecast":
                where = entry.at(field, index, "claim")
                yield Diagnostic(where, FORECAST_LINKED, *forecast_linked(f"“{other.id}”"))
            elif field == "implies" and claim.kind == "intention" and other.kind != "intention":
                message = f"this claim says what is intended, and “{other.id}” what is so"
                hint = "remove it: from an intention it does not follow that anything was done"
                where = entry.at(field, index, "claim")
                yield Diagnostic(where, "intention-implies", message, hint)


def _refuting_itself(entry: Entry, graph: Graph) -> Iterator[Diagnostic]:
    """Yield an error if two claims that follow from one, itself among them, contradict each other.

    Only for the claim where the two ways part: what implies it would be told of the same mistake again.
    """
    if not entry.record.implies:
        return
    ways = _ways(entry.id, graph)
    told: set[frozenset[str]] = set()
    for one in ways:
        for other, written in contraries(one, graph).items():
            pair = frozenset((one, other))
            if other not in ways or pair in told or _is_told_further_on(entry.id, pair, graph):
                continue
            told.add(pair)
            holder = graph.entries[one if written in graph.entries[one].record.contradicts else other]
            against = holder.at("contradicts", holder.record.contradicts.index(written))
            steps = [_told(step, graph) for step in dict.fromkeys((*ways[one], *ways[other]))]
            (where, _), *rest = steps
            message = f"“{entry.id}” implies what contradicts it"
            if entry.id not in pair:
                message = f"“{entry.id}” implies “{one}” and “{other}”, which contradict each other"
            hint = "remove the step that says more than the words do"
            related = (*rest, (against, f"“{one}” ↔ “{other}”"))
            yield Diagnostic(where, "implies-its-contrary", message, hint, related=related)


def _told(step: Step, graph: Graph) -> tuple[Position, str]:
    """Return where a step is written, and what it says."""
    id, index = step
    entry = graph.entries[id]
    return entry.at("implies", index), f"“{id}” → “{entry.record.implies[index].claim}”"


def _is_told_further_on(start: str, pair: frozenset[str], graph: Graph) -> bool:
    """Tell whether a claim that follows from this one leads to both, too, and is told of it."""
    if start in pair:
        return False
    return any(pair <= _ways(step.claim, graph).keys() for step in implications(start, graph))


def _ways(start: str, graph: Graph) -> dict[str, tuple[Step, ...]]:
    """Return every claim that follows from one, itself first, with the steps that lead to it."""
    found: dict[str, tuple[Step, ...]] = {start: ()}
    waiting = [start]
    while waiting:
        here = waiting.pop(0)
        entry = graph.entries[here]
        for index, one in enumerate(entry.record.implies):
            if one.claim not in found and _claim(one.claim, graph) is not None:
                found[one.claim] = (*found[here], (here, index))
                waiting.append(one.claim)
    return found
