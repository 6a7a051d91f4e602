"""Loops that cannot be: of relays, of implications, and of belonging on one day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from explainer.diagnostics import Diagnostic, Position
from explainer.kinds._parts import Tie
from explainer.kinds.actor import Actor
from explainer.kinds.claim import Implication
from explainer.linking import Graph

Steps = dict[str, list[str]]
"""The ids to which each id leads."""


def loops(graph: Graph) -> Iterator[Diagnostic]:
    """Yield an error for every loop of relays, of claims that imply, and of belonging, with each step’s line."""
    for loop in _loops(_steps(graph, "source", "relays")):
        yield _told(
            graph,
            loop,
            "relays",
            "relay-cycle",
            "these sources relay each other in a loop",
            "one of them must have it from elsewhere; remove the step that is wrong",
        )
    for loop in _loops(_steps(graph, "claim", "implies")):
        yield _told(
            graph,
            loop,
            "implies",
            "implies-cycle",
            "these claims imply each other in a loop, so that they say one thing",
            "keep one of them, or remove the step that says more than the words do",
        )
    for loop in _loops_of_a_day(graph):
        yield _told(
            graph,
            loop,
            "part_of",
            "part-of-cycle",
            "these actors are part of each other in a loop",
            "remove the step that is wrong, or say with “since” and “until” when each belonged to the other",
        )


def _steps(graph: Graph, kind: str, field: str) -> Steps:
    """Return to which records of the same kind each record leads, on whatever day."""
    return {
        entry.id: [
            target
            for target in dict.fromkeys(_targets(entry.record, field))
            if target != entry.id  # a record that names itself was reported by linking
            and target in graph.entries
            and graph.entries[target].kind.name == kind
        ]
        for entry in graph.of_kind(kind)
    }


def _loops_of_a_day(graph: Graph) -> Iterator[list[str]]:
    """Yield the loops of belonging of which all steps hold on one day.

    An actor may come to belong to what belonged to it before: that is no loop.
    """
    core = _core(_steps(graph, "actor", "part_of"))
    seen: set[frozenset[str]] = set()
    for day in _turns(graph, core):
        steps = {
            id: [tie.to for tie in _actor(graph, id).part_of if tie.to in core and _surely(tie, day)]
            for id in core
        }
        for loop in _loops(steps):
            if frozenset(loop) not in seen:
                seen.add(frozenset(loop))
                yield loop


def _core(steps: Steps) -> Steps:
    """Return the steps without those from which, or to which, no loop can lead."""
    left = steps
    while True:
        reached = {target for targets in left.values() for target in targets}
        kept = {
            id: onward
            for id, targets in left.items()
            if id in reached and (onward := [target for target in targets if target in left])
        }
        if kept == left:
            return left
        left = kept


def _turns(graph: Graph, core: Steps) -> list[date]:
    """Return days enough to see every loop: it is whole on the day on which the last of its bonds begins."""
    ties = [tie for id in core for tie in _actor(graph, id).part_of if tie.to in core]
    return sorted({date.min, *(tie.since.latest for tie in ties if tie.since)})


def _surely(tie: Tie, day: date) -> bool:
    """Tell whether a bond certainly holds on a day."""
    begun = tie.since is None or tie.since.latest <= day
    return begun and (tie.until is None or day <= tie.until.earliest)


def _actor(graph: Graph, id: str) -> Actor:
    record: Actor = graph.record(id)
    return record


def _loops(steps: Steps) -> Iterator[list[str]]:
    """Yield loops, one at least for each set of records that lead back to each other."""
    done: set[str] = set()
    for start in steps:
        trail: list[str] = []
        ahead = [iter([start])]
        while ahead:
            following = next(ahead[-1], None)
            if following is None:
                ahead.pop()
                if trail:
                    done.add(trail.pop())
            elif following in trail:
                yield trail[trail.index(following) :]
            elif following not in done:
                trail.append(following)
                ahead.append(iter(steps[following]))


def _targets(record: object, field: str) -> tuple[str, ...]:
    return tuple(_target(step) for step in getattr(record, field))


def _target(step: Tie | Implication | str) -> str:
    if isinstance(step, str):
        return step
    return step.to if isinstance(step, Tie) else step.claim


def _told(graph: Graph, loop: list[str], field: str, code: str, message: str, hint: str) -> Diagnostic:
    first = loop.index(min(loop))
    steps = [*loop[first:], *loop[:first], loop[first]]
    places: list[tuple[Position, str]] = []
    for here, following in pairwise(steps):
        entry = graph.entries[here]
        path = (field, _targets(entry.record, field).index(following))
        places.append((entry.at(*path), f"“{here}” → “{following}”"))
    names = " → ".join(steps)
    return Diagnostic(places[0][0], code, f"{message}: {names}", hint, related=tuple(places[1:]))
