"""Whose word it is: trails of relays followed to their ends, and the root of every origin.

A trail leads from a source that we read, through everything that it relays, to an origin.
Two origins are independent when their roots differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explainer.diagnostics import Diagnostic, Position
from explainer.kinds.actor import Actor
from explainer.kinds.source import Source
from explainer.linking import Graph

_REPEATERS = ("news-organisation", "channel")
"""Types of actor whose word, passed on by others, leaves open from where they have it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a trail ends."""

    id: str
    """An actor's or source's id; `name:…` for a publisher that is no record, `unnamed:…` for a nameless voice."""
    name: str
    root: str
    """The top of the chain of belonging; empty where it is unknown."""
    named: bool
    party: bool
    """Whether the root is a party to the conflict."""
    declared: bool
    """Whether somebody said that the trail ends here, rather than its going on unseen."""
    echo: bool = False
    """Whether we know its word only through others, and nobody said from where it has it."""

    @property
    def order(self) -> tuple[str, str]:
        """Sort key, the same in every build."""
        return (self.name.casefold(), self.id)


@dataclass(frozen=True, slots=True)
class Trail:
    """The way from a source to an origin: ids of sources and actors, the read source first."""

    path: tuple[str, ...]
    origin: Origin


class Origins:
    """Follows trails over one graph; every answer is found once and kept."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._roots: dict[str, str] = {}
        self._parties: dict[str, bool] = {}
        self._trails: dict[str, tuple[Trail, ...]] = {}

    def root(self, actor: str) -> str:
        """Return the top of an actor's chain of belonging; empty for an unnamed voice of nobody."""
        if actor not in self._roots:
            top = self._chain(actor)[-1]
            record: Actor = self.graph.record(top)
            self._roots[actor] = "" if record.type == "unnamed" else top
        return self._roots[actor]

    def _chain(self, actor: str) -> list[str]:
        chain = [actor]
        record: Actor = self.graph.record(actor)
        while record.part_of and record.part_of in self.graph.entries and record.part_of not in chain:
            chain.append(record.part_of)
            record = self.graph.record(record.part_of)
        return chain

    def is_party(self, actor: str) -> bool:
        """Tell whether an actor, or anything that it is part of, is a party to the conflict."""
        if actor not in self._parties:
            records = [self.graph.record(id) for id in self._chain(actor)]
            said = next((record.party_to_conflict for record in records if record.party_to_conflict is not None), False)
            self._parties[actor] = bool(said)
        return self._parties[actor]

    def sides(self, actor: str) -> frozenset[str]:
        """Return the roots of the parties with whom an actor stands: itself, and whom it declares to support."""
        sides = {self.root(actor)} if self.is_party(actor) else set()
        for id in self._chain(actor):
            sides |= {self.root(support.party) for support in self.graph.record(id).supports_party if support.party in self.graph.entries}
        return frozenset(sides - {""})

    def of_actor(self, actor: str, *, declared: bool = True, echo: bool = False) -> Origin:
        """Return an actor as the origin of its own word."""
        record: Actor = self.graph.record(actor)
        return Origin(actor, record.name, self.root(actor), record.type != "unnamed", self.is_party(actor), declared, echo)

    def publisher(self, source: Source) -> Origin:
        """Return the publisher of a source as an origin."""
        declared = source.first_hand
        owner = source.controlled_by if source.controlled_by in self.graph.entries else None
        if source.publisher and source.publisher in self.graph.entries:
            own = self.of_actor(source.publisher, declared=declared)
            if owner is None:
                return own
            return Origin(own.id, own.name, self.root(owner), own.named, self.is_party(owner), declared)
        name = source.publisher_name or source.publisher or source.id
        root = self.root(owner) if owner else f"name:{name.casefold()}"
        return Origin(f"name:{name.casefold()}", name, root, True, bool(owner) and self.is_party(owner or ""), declared)

    def trails(self, source: str) -> tuple[Trail, ...]:
        """Return every trail that leads from a source to an origin."""
        if source not in self._trails:
            self._trails[source] = tuple(self._follow(source, (source,)))
        return self._trails[source]

    def _follow(self, source: str, path: tuple[str, ...]) -> Iterator[Trail]:
        record: Source = self.graph.record(source)
        relays = [relay for relay in record.relays if relay in self.graph.entries]
        if not relays:
            yield Trail(path, self._end(record))
            return
        for relay in relays:
            if relay in path:  # a loop, reported as an error elsewhere
                yield Trail(path, self.publisher(record))
            elif self.graph.entries[relay].kind.name == "source":
                yield from self._follow(relay, (*path, relay))
            else:
                repeats = self.graph.record(relay).type in _REPEATERS
                yield Trail((*path, relay), self.of_actor(relay, declared=not repeats, echo=repeats))

    def _end(self, record: Source) -> Origin:
        if record.anonymous_origin and not record.first_hand:
            return Origin(f"unnamed:{record.id}", record.anonymous_origin, "", False, False, True)
        return self.publisher(record)

    def trails_to(self, source: str, origin: str | None) -> tuple[Trail, ...]:
        """Return the trails of an evidence item: to the origin that it names, else all of its source's."""
        if origin is None or origin not in self.graph.entries:
            return self.trails(source)
        if self.graph.entries[origin].kind.name == "source":
            if origin == source:
                return self.trails(source)
            lead = self._way(source, origin)
            return tuple(Trail((*lead, *trail.path[1:]), trail.origin) for trail in self.trails(origin))
        return (Trail(self._way(source, origin), self.of_actor(origin)),)

    def _way(self, source: str, target: str) -> tuple[str, ...]:
        """Return the declared way from a source to a target, or a straight step where none is declared."""
        for trail in self.trails(source):
            if target in trail.path:
                return trail.path[: trail.path.index(target) + 1]
        return (source, target)


def loops(graph: Graph) -> Iterator[Diagnostic]:
    """Yield an error for every loop of relays, and of belonging, with the line of each step."""
    yield from _loops(graph, "source", "relays", "relay-cycle", "these sources relay each other in a loop", "one of them must have it from elsewhere; remove the step that is wrong")
    yield from _loops(graph, "actor", "part_of", "part-of-cycle", "these actors are part of each other in a loop", "remove the step that is wrong")


def _loops(graph: Graph, kind: str, field: str, code: str, message: str, hint: str) -> Iterator[Diagnostic]:
    steps = {
        entry.id: [target for target in _targets(entry.record, field) if target in graph.entries and graph.entries[target].kind.name == kind]
        for entry in graph.of_kind(kind)
    }
    done: set[str] = set()
    for start in steps:
        trail: list[str] = []
        stack: list[tuple[str, Iterator[str]]] = []
        if start not in done:
            trail.append(start)
            stack.append((start, iter(steps[start])))
        while stack:
            here, ahead = stack[-1]
            following = next(ahead, None)
            if following is None:
                done.add(here)
                trail.pop()
                stack.pop()
            elif following in trail:
                yield _loop(graph, trail[trail.index(following) :], field, code, message, hint)
            elif following not in done:
                trail.append(following)
                stack.append((following, iter(steps[following])))


def _targets(record: Source | Actor, field: str) -> tuple[str, ...]:
    value = getattr(record, field)
    return value if isinstance(value, tuple) else (value,) if value else ()


def _loop(graph: Graph, loop: list[str], field: str, code: str, message: str, hint: str) -> Diagnostic:
    first = loop.index(min(loop))
    loop = loop[first:] + loop[:first]
    places: list[tuple[Position, str]] = []
    for here, following in zip(loop, [*loop[1:], loop[0]], strict=True):
        entry = graph.entries[here]
        value = getattr(entry.record, field)
        path = (field, value.index(following)) if isinstance(value, tuple) else (field,)
        places.append((entry.at(*path), f"“{here}” → “{following}”"))
    names = " → ".join([*loop, loop[0]])
    return Diagnostic(places[0][0], code, f"{message}: {names}", hint, related=tuple(places[1:]))
