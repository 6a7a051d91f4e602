"""Who belongs to whom, controls whom, supports whom and speaks for whom on a day.

Every bond has a beginning and an end, so every answer is the answer of a day: the day on which a word was
said, for its root; the day of an assessment, for the sides.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from explainer.kinds._parts import Support, Tie
from explainer.kinds.actor import Actor, Relation
from explainer.kinds.source import Source
from explainer.linking import Graph
from explainer.parsing import Entry

ORGANS = frozenset(["state", "government-body", "armed-force", "intelligence-service", "parliament"])
"""Types of actor that speak for what they are part of, without being named as its voice."""

Bond = Tie | Support | Relation


def holds(bond: Bond, on: date) -> bool:
    """Tell whether a bond may hold on a day; one without a beginning or an end always did, or still does."""
    begun = bond.since is None or bond.since.earliest <= on
    return begun and (bond.until is None or on <= bond.until.latest)


@dataclass(frozen=True, slots=True)
class Owner:
    """Who controls a publisher, as one source says it."""

    bond: Tie
    entry: Entry
    """The source that says so."""
    index: int

    @property
    def actor(self) -> str:
        """The owner's id."""
        return self.bond.to


class Bonds:
    """Answers questions of a day over one graph.

    Every answer is found once for each stretch of days in which no bond begins or ends.
    """

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._names = _names(graph)
        self.owners = self._find_owners()
        self._turns = self._find_turns()
        self._roots: dict[tuple[str, int], str] = {}
        self._voices: dict[tuple[str, int], frozenset[str]] = {}
        self._chains: dict[tuple[str, int], tuple[str, ...]] = {}
        self._sides: dict[tuple[str, int], frozenset[str]] = {}

    def actor(self, id: str | None) -> Actor | None:
        """Return the actor with this id, if there is one."""
        entry = self.graph.entries.get(id) if id else None
        return entry.record if entry and isinstance(entry.record, Actor) else None

    def epoch(self, on: date) -> int:
        """Return the number of the stretch of days to which a day belongs."""
        return bisect_right(self._turns, on)

    def publisher_key(self, source: Source) -> str:
        """Return what a publisher is known by: an actor's id, or `name:…` for one that is no record.

        A name is folded, so that two spellings of it are one publisher; the name of an actor is that actor.
        """
        if publisher := self.actor(source.publisher):
            return publisher.id
        folded = fold_name(str(source.publisher_name or source.publisher))
        return self._names.get(folded, f"name:{folded}")

    def above(self, actor: str, on: date) -> str:
        """Return what an actor is part of on a day, else who controls it; empty at the top."""
        return self.part_of(actor, on) or self.owner(actor, on)

    def part_of(self, actor: str, on: date) -> str:
        """Return what an actor is part of on a day; empty where it is part of nothing."""
        record = self.actor(actor)
        ties: Iterable[Tie] = record.part_of if record else ()
        return next((tie.to for tie in ties if holds(tie, on) and self.actor(tie.to)), "")

    def owner(self, publisher: str, on: date) -> str:
        """Return who controls a publisher on a day; empty where nobody is known to."""
        for owner in self.owners.get(publisher, ()):
            if holds(owner.bond, on):
                return owner.actor
        return ""

    def chain(self, actor: str, on: date) -> tuple[str, ...]:
        """Return an actor and all above it on a day, up to the top."""
        key = (actor, self.epoch(on))
        if key not in self._chains:
            chain = [actor]
            while (above := self.above(chain[-1], on)) and above not in chain:
                chain.append(above)
            self._chains[key] = tuple(chain)
        return self._chains[key]

    def root(self, actor: str, on: date) -> str:
        """Return the top of an actor's chain of belonging; empty for an unnamed voice of nobody."""
        epoch = self.epoch(on)
        chain = [actor]
        while (here := (chain[-1], epoch)) not in self._roots:
            above = self.above(chain[-1], on)
            if not above:
                self._roots[here] = "" if self._is_unnamed(chain[-1]) else chain[-1]
            elif above in chain:
                # In a loop nobody is the top, and no two of it may pass for independent.
                loop = (id for id in chain[chain.index(above) :] if not self._is_unnamed(id))
                self._roots[here] = min(loop, default="")
            else:
                chain.append(above)
        root = self._roots[chain[-1], epoch]
        self._roots.update(((id, epoch), root) for id in chain)
        return root

    def _is_unnamed(self, id: str) -> bool:
        record = self.actor(id)
        return record is None or record.type == "unnamed"

    def is_party(self, actor: str, on: date) -> bool:
        """Tell whether an actor, or the nearest thing above it that says so, is a party."""
        records = (self.actor(id) for id in self.chain(actor, on))
        said = (record.party_to_conflict for record in records if record)
        return bool(next((word for word in said if word is not None), None))

    def supports(self, actor: str, on: date) -> Iterator[Support]:
        """Yield every party whom an actor, or anything that it is part of, declares to support on a day."""
        for id in self.chain(actor, on):
            record = self.actor(id)
            for support in record.supports_party if record else ():
                if self.actor(support.party) and holds(support, on):
                    yield support

    def sides(self, actor: str, on: date) -> frozenset[str]:
        """Return the roots of the parties with whom an actor stands: its own, and whom it supports."""
        key = (actor, self.epoch(on))
        if key not in self._sides:
            own = {self.root(actor, on)} if self.is_party(actor, on) else set()
            supported = {self.root(support.party, on) for support in self.supports(actor, on)}
            self._sides[key] = frozenset((own | supported) - {""})
        return self._sides[key]

    def members(self, actor: str, on: date) -> frozenset[str]:
        """Return the roots of all members of a body, and of what it is part of, on a day."""
        found: set[str] = set()
        seen = {actor}
        ahead = list(self.chain(actor, on))
        while ahead:
            record = self.actor(ahead.pop())
            for tie in record.members if record else ():
                if holds(tie, on) and self.actor(tie.to) and tie.to not in seen:
                    seen.add(tie.to)
                    found.add(self.root(tie.to, on))
                    ahead.append(tie.to)
        return frozenset(found - {""})

    def spoken_for(self, actor: str, on: date) -> frozenset[str]:
        """Return every actor for whom the word of this one stands on a day, itself among them.

        It speaks for those whom it `speaks_for` and for the body that it `heads`; an organ speaks for what it
        is part of. A member, an employee or somebody in custody does not.
        """
        key = (actor, self.epoch(on))
        if key not in self._voices:
            found = {actor}
            ahead = [actor]
            while ahead:
                for body in self._speaks(ahead.pop(), on):
                    if body not in found and self.actor(body):
                        found.add(body)
                        ahead.append(body)
            self._voices[key] = frozenset(found)
        return self._voices[key]

    def _speaks(self, actor: str, on: date) -> Iterator[str]:
        record = self.actor(actor)
        if record is None or record.type == "unnamed":
            return
        yield from (tie.to for tie in record.speaks_for if holds(tie, on))
        yield from (bond.to for bond in record.relations if bond.type == "heads" and holds(bond, on))
        if record.type in ORGANS:
            yield from (tie.to for tie in record.part_of if holds(tie, on))

    def _find_owners(self) -> dict[str, list[Owner]]:
        """Return who controls each publisher, as sources say it.

        Control belongs to the publisher, not to the one source that mentions it: otherwise a medium would be
        independent of its owner in all its other reports.
        """
        owners: dict[str, list[Owner]] = {}
        for entry in self.graph.of_kind("source"):
            source: Source = entry.record
            for index, tie in enumerate(source.controlled_by):
                if self.actor(tie.to):
                    owners.setdefault(self.publisher_key(source), []).append(Owner(tie, entry, index))
        return owners

    def _find_turns(self) -> list[date]:
        """Return every day from which on a bond holds, or holds no longer."""
        turns: set[date] = set()
        for bond in self._bonds():
            if bond.since:
                turns.add(bond.since.earliest)
            if bond.until and bond.until.latest < date.max:
                turns.add(bond.until.latest + timedelta(days=1))
        return sorted(turns)

    def _bonds(self) -> Iterator[Bond]:
        for entry in self.graph.of_kind("actor"):
            one: Actor = entry.record
            bonds: tuple[tuple[Bond, ...], ...] = (
                one.part_of,
                one.members,
                one.speaks_for,
                one.supports_party,
                one.relations,
            )
            for some in bonds:
                yield from some
        for owners in self.owners.values():
            for owner in owners:
                yield owner.bond


def fold_name(name: str) -> str:
    """Return a name without case, accents, punctuation and a leading article, to compare spellings."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    words = re.findall(r"\w+", "".join(sign for sign in plain if not unicodedata.combining(sign)))
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words) or name


def _names(graph: Graph) -> dict[str, str]:
    """Return the actor whom each folded name means; a name that two actors share means none of them."""
    found: dict[str, str] = {}
    for entry in graph.of_kind("actor"):
        for name in {fold_name(name) for name in (entry.record.name, *entry.record.aliases)}:
            found[name] = "" if name in found else entry.id
    return {name: id for name, id in found.items() if id}
