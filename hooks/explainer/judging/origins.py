"""Whose word it is: trails of relays followed to their ends, and the root of every origin.

A trail leads from a source that we read, through everything that it relays, to an origin.
Two origins are independent when their roots differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from explainer.judging.bonds import Bonds
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
    """Whether it belongs to a party."""
    declared: bool
    """Whether somebody said that the trail ends here, rather than its going on unseen."""
    sides: frozenset[str] = frozenset()
    """The roots of the parties with whom it stands."""
    members: frozenset[str] = frozenset()
    """The roots of its members, where it is a body composed of others."""
    free: bool = True
    """Whether it spoke freely: false for one who was in custody, who speaks for nobody but himself."""

    @property
    def order(self) -> tuple[str, str]:
        """Sort key, the same in every build."""
        return (self.name.casefold(), self.id)


@dataclass(frozen=True, slots=True)
class Trail:
    """The way from a source to an origin: ids of sources and actors, the read source first."""

    path: tuple[str, ...]
    origin: Origin
    fell: date | None = None
    """The day on which the first source on the way was retracted; the first of all days for one that was
    fabricated; None while all stand."""

    def behind(self, lead: tuple[str, ...], fell: date | None) -> Trail:
        """Return the trail with further steps before it, which may have fallen themselves."""
        return Trail((*lead, *self.path), self.origin, _earliest((fell, self.fell)))


class Origins(Bonds):
    """Follows trails over one graph; every answer is found once and kept.

    A reference to a record of the wrong kind was reported by linking, and is passed over here.
    """

    def __init__(self, graph: Graph) -> None:
        super().__init__(graph)
        self._trails: dict[tuple[str, int], tuple[Trail, ...]] = {}
        self._actors: dict[tuple[str, int, bool], Origin] = {}

    def source(self, id: str | None) -> Source | None:
        """Return the source with this id, if there is one."""
        entry = self.graph.entries.get(id) if id else None
        return entry.record if entry and isinstance(entry.record, Source) else None

    def holder(self, origin: Origin, on: date) -> str:
        """Return the actor who answers for an origin: itself, or its controller; empty if there is none."""
        return origin.id if self.actor(origin.id) else self.owner(origin.id, on)

    def of_actor(self, actor: str, on: date, *, declared: bool) -> Origin:
        """Return an actor as the origin of its own word on a day."""
        key = (actor, self.epoch(on), declared)
        if key not in self._actors:
            self._actors[key] = self._of_actor(actor, on, declared=declared)
        return self._actors[key]

    def _of_actor(self, actor: str, on: date, *, declared: bool) -> Origin:
        record: Actor = self.graph.record(actor)
        root = self.root(actor, on)
        return Origin(
            actor,
            record.name,
            root,
            named=record.type != "unnamed",
            party=self.is_party(actor, on) or bool(root and self.is_party(root, on)),
            declared=declared,
            sides=self.sides(actor, on),
            members=self.members(actor, on),
        )

    def publisher(self, source: Source, on: date) -> Origin:
        """Return the publisher of a source as an origin on a day."""
        declared = source.first_hand
        id = self.publisher_key(source)
        publisher = self.actor(id)
        if publisher:
            return self.of_actor(id, on, declared=declared or not is_repeater(publisher))
        owner = self.owner(id, on)
        name = str(source.publisher_name or source.publisher)
        if not owner:
            return Origin(id, name, id, named=True, party=False, declared=declared)
        above = self.of_actor(owner, on, declared=declared)
        return replace(above, id=id, name=name, named=True)

    def trails(self, source: str, on: date) -> tuple[Trail, ...]:
        """Return every trail that leads from a source to an origin, as roots and sides are on a day."""
        epoch = self.epoch(on)
        if (source, epoch) not in self._trails:
            # Relays first, without recursion: no chain that somebody writes is too long.
            for id in self._upstream(source, epoch):
                self._trails[id, epoch] = _few(tuple(self._follow(id, on)))
        return self._trails[source, epoch]

    def _upstream(self, source: str, epoch: int) -> list[str]:
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
            elif self.source(following) and following not in seen and (following, epoch) not in self._trails:
                seen.add(following)
                stack.append((following, iter(self._relays(following))))
        return order

    def _relays(self, source: str) -> tuple[str, ...]:
        record: Source = self.graph.record(source)
        return tuple(relay for relay in record.relays if self.actor(relay) or self.source(relay))

    def _follow(self, source: str, on: date) -> Iterator[Trail]:
        record: Source = self.graph.record(source)
        relays = self._relays(source)
        fell = fell_on(record)
        if not relays:
            yield Trail((source,), self._end(record, on), fell)
        for relay in relays:
            actor = self.actor(relay)
            if actor is not None:
                declared = not is_repeater(actor)
                yield Trail((source, relay), self.of_actor(relay, on, declared=declared), fell)
                continue
            ahead = self._trails.get((relay, self.epoch(on)), ())
            onward = [trail for trail in ahead if source not in trail.path]
            if not onward:  # a loop, reported as an error elsewhere
                yield Trail((source,), self.publisher(record, on), fell)
            yield from (trail.behind((source,), fell) for trail in onward)

    def _end(self, record: Source, on: date) -> Origin:
        if record.anonymous_origin and not record.first_hand:
            return Origin(
                f"unnamed:{record.id}", record.anonymous_origin, "", named=False, party=False, declared=True
            )
        return self.publisher(record, on)

    def trails_to(self, source: str, origin: str | None, on: date, *, own: bool = False) -> tuple[Trail, ...]:
        """Return the trails of an evidence item: to the origin that it names, else all of its source's.

        A medium is named as an origin like one that a source relays: from where it has its knowledge is open,
        unless the finding is its own.
        """
        actor = self.actor(origin)
        if origin is not None and actor is not None:
            declared = own or not is_repeater(actor)
            way = self._way(source, origin, on)
            return (Trail(way, self.of_actor(origin, on, declared=declared), self._fell(way)),)
        if origin is None or not self.source(origin):
            trails = self.trails(source, on)
        else:
            lead = self._way(source, origin, on)
            fell = self._fell(lead)
            trails = tuple(
                Trail(trail.path[1:], trail.origin, trail.fell).behind(lead, fell)
                for trail in self.trails(origin, on)
            )
        if not own:
            return trails
        return tuple(replace(trail, origin=replace(trail.origin, declared=True)) for trail in trails)

    def _way(self, source: str, target: str, on: date) -> tuple[str, ...]:
        """Return the declared way from a source to a target, or a straight step where none is declared."""
        for trail in self.trails(source, on):
            if target in trail.path:
                return trail.path[: trail.path.index(target) + 1]
        return (source, target)

    def _fell(self, path: tuple[str, ...]) -> date | None:
        sources = (self.source(id) for id in path)
        return _earliest(fell_on(source) for source in sources if source)


def is_repeater(actor: Actor) -> bool:
    """Tell whether an actor passes on what others say: a medium that nobody made the voice of a body."""
    return actor.type in REPEATERS and not actor.speaks_for


def fell_on(source: Source) -> date | None:
    """Return the day from which on a source counts for nothing: all days, if it was fabricated."""
    if source.standing == "fabricated":
        return date.min
    if source.standing == "retracted":
        return source.standing_since.earliest if source.standing_since else date.min
    return None


def _earliest(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day is not None), default=None)


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
