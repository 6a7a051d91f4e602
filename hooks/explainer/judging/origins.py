"""Whose word it is: trails of relays followed to their ends, and the root of every origin.

A trail leads from a source that we read, through everything that it relays, to an origin.
Two origins are independent when their roots differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from explainer.diagnostics import Diagnostic, Position
from explainer.kinds._parts import Support
from explainer.kinds.actor import Actor
from explainer.kinds.source import Source
from explainer.linking import Graph

REPEATERS = ("news-organisation", "channel")
"""Types of actor whose word, passed on by others, leaves open from where they have it."""

WAYS_LIMIT = 64
"""How many trails of one source are kept whole. Where there are more, relays that fan out and meet again
have multiplied them, and the shortest to each origin says the same."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a trail ends."""

    id: str
    """An actor's id; `name:…` for a publisher that is no record, `unnamed:…` with the id of the source for
    a nameless voice that is no record."""
    name: str
    root: str
    """The top of the chain of belonging; empty where it is unknown."""
    named: bool
    party: bool
    """Whether it belongs to a party to the conflict."""
    declared: bool
    """Whether somebody said that the trail ends here, rather than its going on unseen."""

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
    """Follows trails over one graph; every answer is found once and kept.

    A reference to a record of the wrong kind was reported by linking, and is passed over here.
    """

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._owners = _owners(graph)
        self._roots: dict[str, str] = {}
        self._parties: dict[str, bool] = {}
        self._trails: dict[str, tuple[Trail, ...]] = {}

    def actor(self, id: str | None) -> Actor | None:
        """Return the actor with this id, if there is one."""
        entry = self.graph.entries.get(id or "")
        return entry.record if entry and isinstance(entry.record, Actor) else None

    def source(self, id: str | None) -> Source | None:
        """Return the source with this id, if there is one."""
        entry = self.graph.entries.get(id or "")
        return entry.record if entry and isinstance(entry.record, Source) else None

    def _above(self, actor: str) -> str:
        """Return what an actor is part of, else who controls it; empty at the top."""
        record = self.actor(actor)
        above = record.part_of if record and record.part_of else self._owners.get(actor, "")
        return above if self.actor(above) else ""

    def chain(self, actor: str) -> list[str]:
        """Return an actor and all above it: what it is part of, or who controls it, up to the top."""
        chain = [actor]
        seen = {actor}
        while (above := self._above(chain[-1])) and above not in seen:
            chain.append(above)
            seen.add(above)
        return chain

    def root(self, actor: str) -> str:
        """Return the top of an actor's chain of belonging; empty for an unnamed voice of nobody."""
        chain = [actor]
        while (here := chain[-1]) not in self._roots:
            above = self._above(here)
            if not above:
                record = self.actor(here)
                self._roots[here] = "" if record is None or record.type == "unnamed" else here
            elif above in chain:
                # In a loop nobody is the top, and no two of it may pass for independent.
                self._roots[here] = min(chain[chain.index(above) :])
            else:
                chain.append(above)
        self._roots.update(dict.fromkeys(chain, self._roots[chain[-1]]))
        return self._roots[actor]

    def is_party(self, actor: str) -> bool:
        """Tell whether an actor, or the nearest thing above it that says so, is a party to the conflict."""
        if actor not in self._parties:
            records = [self.actor(id) for id in self.chain(actor)]
            said = (record.party_to_conflict for record in records if record)
            self._parties[actor] = bool(next((word for word in said if word is not None), False))
        return self._parties[actor]

    def supports(self, actor: str, on: date = date.max) -> Iterator[Support]:
        """Yield every party whom an actor, or anything that it is part of, declares to support on a day."""
        for id in self.chain(actor):
            record = self.actor(id)
            for support in record.supports_party if record else ():
                if self.actor(support.party) and (support.since is None or support.since.earliest <= on):
                    yield support

    def sides(self, actor: str, on: date = date.max) -> frozenset[str]:
        """Return the roots of the parties with whom an actor stands: its own, and whom it supports."""
        own = {self.root(actor)} if self.is_party(actor) else set()
        return frozenset((own | {self.root(support.party) for support in self.supports(actor, on)}) - {""})

    def holder(self, origin: Origin) -> str:
        """Return the actor who answers for an origin: itself, or its controller; empty if there is none."""
        return origin.id if self.actor(origin.id) else self._owners.get(origin.id, "")

    def of_actor(self, actor: str, *, declared: bool = True) -> Origin:
        """Return an actor as the origin of its own word."""
        record: Actor = self.graph.record(actor)
        return Origin(
            actor, record.name, self.root(actor), record.type != "unnamed", self.is_party(actor), declared
        )

    def publisher(self, source: Source) -> Origin:
        """Return the publisher of a source as an origin."""
        declared = source.first_hand
        publisher = self.actor(source.publisher)
        if source.publisher and publisher:
            own = declared or publisher.type not in REPEATERS
            return self.of_actor(source.publisher, declared=own)
        name = _publisher_name(source)
        id = f"name:{name.casefold()}"
        owner = self._owners.get(id, "")
        root, party = (self.root(owner), self.is_party(owner)) if owner else (id, False)
        return Origin(id, name, root, named=True, party=party, declared=declared)

    def trails(self, source: str) -> tuple[Trail, ...]:
        """Return every trail that leads from a source to an origin."""
        if source not in self._trails:
            # Relays first, without recursion: no chain that somebody writes is too long.
            for id in self._upstream(source):
                self._trails[id] = _few(tuple(self._follow(id)))
        return self._trails[source]

    def _upstream(self, source: str) -> list[str]:
        """Return the sources whose trails are not known yet, each after all that it relays."""
        order: list[str] = []
        seen = {source}
        stack = [(source, iter(self._relays(source)))]
        while stack:
            here, ahead = stack[-1]
            following = next(ahead, None)
            if following is None:
                order.append(here)
                stack.pop()
            elif self.source(following) and following not in seen and following not in self._trails:
                seen.add(following)
                stack.append((following, iter(self._relays(following))))
        return order

    def _relays(self, source: str) -> tuple[str, ...]:
        record = self.source(source)
        relays = record.relays if record else ()
        return tuple(relay for relay in relays if self.actor(relay) or self.source(relay))

    def _follow(self, source: str) -> Iterator[Trail]:
        record: Source = self.graph.record(source)
        relays = self._relays(source)
        if not relays:
            yield Trail((source,), self._end(record))
        for relay in relays:
            actor = self.actor(relay)
            if actor is not None:
                yield Trail((source, relay), self.of_actor(relay, declared=actor.type not in REPEATERS))
                continue
            onward = [trail for trail in self._trails.get(relay, ()) if source not in trail.path]
            if not onward:  # a loop, reported as an error elsewhere
                yield Trail((source,), self.publisher(record))
            yield from (Trail((source, *trail.path), trail.origin) for trail in onward)

    def _end(self, record: Source) -> Origin:
        if record.anonymous_origin and not record.first_hand:
            return Origin(
                f"unnamed:{record.id}", record.anonymous_origin, "", named=False, party=False, declared=True
            )
        return self.publisher(record)

    def trails_to(self, source: str, origin: str | None) -> tuple[Trail, ...]:
        """Return the trails of an evidence item: to the origin that it names, else all of its source's."""
        if origin is not None and self.actor(origin):
            return (Trail(self._way(source, origin), self.of_actor(origin)),)
        if origin is None or origin == source or not self.source(origin):
            return self.trails(source)
        lead = self._way(source, origin)
        return tuple(Trail((*lead, *trail.path[1:]), trail.origin) for trail in self.trails(origin))

    def _way(self, source: str, target: str) -> tuple[str, ...]:
        """Return the declared way from a source to a target, or a straight step where none is declared."""
        for trail in self.trails(source):
            if target in trail.path:
                return trail.path[: trail.path.index(target) + 1]
        return (source, target)


def _owners(graph: Graph) -> dict[str, str]:
    """Return who controls each publisher, as sources say it.

    Control belongs to the publisher, not to the one source that mentions it: otherwise a medium would be
    independent of its owner in all its other reports.
    """
    owners: dict[str, str] = {}
    for entry in graph.of_kind("source"):
        source: Source = entry.record
        owner = graph.entries.get(source.controlled_by or "")
        if owner is not None and isinstance(owner.record, Actor):
            known = graph.entries.get(source.publisher or "")
            id = (
                known.id
                if known and known.kind.name == "actor"
                else f"name:{_publisher_name(source).casefold()}"
            )
            owners.setdefault(id, owner.id)
    return owners


def _publisher_name(source: Source) -> str:
    return source.publisher_name or source.publisher or source.id


def _few(trails: tuple[Trail, ...]) -> tuple[Trail, ...]:
    if len(trails) <= WAYS_LIMIT:
        return trails
    shortest: dict[str, Trail] = {}
    for trail in trails:
        known = shortest.get(trail.origin.id)
        if known is None or (not trail.origin.declared, len(trail.path)) < (
            not known.origin.declared,
            len(known.path),
        ):
            shortest[trail.origin.id] = trail
    return tuple(shortest.values())


def loops(graph: Graph) -> Iterator[Diagnostic]:
    """Yield an error for every loop of relays, and of belonging, with the line of each step."""
    yield from _loops(
        graph,
        "source",
        "relays",
        "relay-cycle",
        "these sources relay each other in a loop",
        "one of them must have it from elsewhere; remove the step that is wrong",
    )
    yield from _loops(
        graph,
        "actor",
        "part_of",
        "part-of-cycle",
        "these actors are part of each other in a loop",
        "remove the step that is wrong",
    )


def _loops(graph: Graph, kind: str, field: str, code: str, message: str, hint: str) -> Iterator[Diagnostic]:
    steps = {
        entry.id: [
            target
            for target in _targets(entry.record, field)
            if target in graph.entries and graph.entries[target].kind.name == kind
        ]
        for entry in graph.of_kind(kind)
    }
    done: set[str] = set()
    for start, first_steps in steps.items():
        trail: list[str] = []
        stack: list[tuple[str, Iterator[str]]] = []
        if start not in done:
            trail.append(start)
            stack.append((start, iter(first_steps)))
        while stack:
            here, ahead = stack[-1]
            following = next(ahead, None)
            if following is None:
                done.add(here)
                trail.pop()
                stack.pop()
            elif following in trail:
                if following != here:  # a record that names itself was reported by linking
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
