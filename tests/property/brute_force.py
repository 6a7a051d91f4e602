"""The rules of evidence written a second time, straight from records and as slowly as they read.

Nothing here uses the engine: a number or status that the engine gives is compared with what is found here by
trying everything. Only what the worlds of the properties can hold is handled.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Any

from explainer.kinds._parts import Evidence
from explainer.kinds.actor import Actor
from explainer.kinds.claim import Claim
from explainer.kinds.source import Source
from explainer.values.edtf import EdtfDateValue

SEEN = ("testimony", "document", "imagery", "physical", "intercept")
REPEAT = ("news-organisation", "channel")
OFFICIAL = ("state", "government-body", "armed-force", "intelligence-service", "parliament")


@dataclass(frozen=True)
class End:
    """Where a trail ends."""

    id: str
    root: str
    named: bool
    declared: bool
    party: bool
    sides: frozenset[str]
    members: frozenset[str]
    quoted: bool = True
    """Whether another passes it on, rather than its own publication being read."""


NOBODY = End(
    "nobody",
    "",
    named=False,
    declared=True,
    party=False,
    sides=frozenset(),
    members=frozenset(),
    quoted=False,
)
"""An unnamed voice of whom it is not known to whom it belongs."""


@dataclass(frozen=True)
class Said:
    """One item of evidence that counts on a day."""

    item: Evidence
    ends: tuple[End, ...]
    spoken: date

    givers: frozenset[str]
    at: int
    """The place of the item in the claim."""
    when: EdtfDateValue | None
    known: date

    @property
    def hands(self) -> frozenset[str]:
        ends = [end for end in self.ends if end.declared and end.root]
        own = self.item.own_finding and self.item.basis in SEEN
        members = [member for end in ends for member in end.members if not own]
        return frozenset([*(end.root for end in ends), *members, *self.givers]) if ends else frozenset()

    @property
    def free(self) -> bool:
        return not self.item.in_custody_of


class Plain:
    """The records of a world, asked without any haste."""

    def __init__(self, records: tuple[Any, ...]) -> None:
        self.actors = {one.id: one for one in records if isinstance(one, Actor)}
        self.sources = {one.id: one for one in records if isinstance(one, Source)}
        self.claim: Claim = next(one for one in records if isinstance(one, Claim))

    def up(self, id: str, day: date) -> list[str]:
        """Return an actor or publisher and all above it, the top last."""
        chain = [id]
        while True:
            here = chain[-1]
            actor = self.actors.get(here)
            ties = list(actor.part_of) if actor else []
            for source in self.sources.values():
                if self.publisher(source) == here:
                    ties += source.controlled_by
            above = next((tie.to for tie in ties if in_force(tie, day)), None)
            if above is None:
                return chain
            if above in chain:
                loop = chain[chain.index(above) :]
                named = [id for id in loop if id in self.actors and self.actors[id].type != "unnamed"]
                return [*chain, min(named or loop)]
            chain.append(above)

    def publisher(self, source: Source) -> str:
        return source.publisher or f"name:{source.publisher_name}"

    def root(self, id: str, day: date) -> str:
        top = self.up(id, day)[-1]
        return "" if top in self.actors and self.actors[top].type == "unnamed" else top

    def party(self, id: str, day: date) -> bool:
        for above in self.up(id, day):
            if above in self.actors and self.actors[above].party_to_conflict is not None:
                return bool(self.actors[above].party_to_conflict)
        return False

    def sides(self, id: str, day: date) -> frozenset[str]:
        found = {self.root(id, day)} if self.party(id, day) else set()
        for above in self.up(id, day):
            for support in self.actors[above].supports_party if above in self.actors else ():
                if in_force(support, day):
                    found.add(self.root(support.party, day))
        return frozenset(found - {""})

    def members(self, id: str, day: date) -> frozenset[str]:
        found: set[str] = set()
        ahead = [above for above in self.up(id, day) if above in self.actors]
        while ahead:
            for tie in self.actors[ahead.pop()].members:
                if in_force(tie, day) and tie.to not in found:
                    found.add(tie.to)
                    ahead.append(tie.to)
        return frozenset(self.root(one, day) for one in found) - {""}

    def end(self, id: str, day: date, *, declared: bool) -> End:
        actor = self.actors.get(id)
        owner = id if actor else next(iter(self.up(id, day)[1:]), id)
        root = self.root(id, day)
        party = owner in self.actors and (self.party(owner, day) or self.party(root, day))
        return End(
            id,
            root,
            actor is None or actor.type != "unnamed",
            declared,
            party,
            self.sides(owner, day) if owner in self.actors else frozenset(),
            self.members(id, day) if actor else frozenset(),
        )

    def repeats(self, id: str) -> bool:
        actor = self.actors[id]
        return actor.type in REPEAT and not actor.speaks_for

    def ends(self, id: str, day: date) -> list[End]:
        if id in self.actors:
            return [self.end(id, day, declared=not self.repeats(id))]
        source = self.sources[id]
        if source.relays:
            return [end for relay in source.relays for end in self.ends(relay, day)]
        if source.anonymous_origin and not source.first_hand:
            return [replace(NOBODY, id=f"unnamed:{id}")]
        by = self.publisher(source)
        declared = source.first_hand or (by in self.actors and not self.repeats(by))
        return [replace(self.end(by, day, declared=declared), quoted=False)]

    def said(self, day: date, *stances: str) -> list[Said]:
        """Return the items of some stances that were known on a day."""
        found = []
        for at, item in enumerate(self.claim.evidence):
            when = item.date or self.sources[item.source].published
            since = known(when, self.sources[item.source].accessed)
            if item.stance in stances and since <= day:
                spoken = when.end if when else date.max
                ends = self.ends(item.origin or item.source, spoken)
                if item.own_finding:
                    ends = [replace(end, declared=True) for end in ends]
                ids = [id for id in (item.material_from, item.in_custody_of) if id]
                givers = frozenset(self.root(id, spoken) for id in ids) - {""}
                found.append(Said(item, tuple(ends), spoken, givers, at, when, since))
        return found

    def spoken_for(self, id: str, day: date) -> set[str]:
        """Return for whom an actor speaks, itself among them."""
        found, ahead = {id}, [id]
        while ahead:
            actor = self.actors[ahead.pop()]
            if actor.type == "unnamed":
                continue
            ties: list[Any] = [*actor.speaks_for, *(one for one in actor.relations if one.type == "heads")]
            ties += actor.part_of if actor.type in OFFICIAL else ()
            new = {tie.to for tie in ties if in_force(tie, day)} - found
            found |= new
            ahead += new
        return found

    def admits(self, said: Said, concerned: set[str]) -> bool:
        return said.item.basis == "admission" and any(
            end.named
            and end.declared
            and said.free
            and end.id in self.actors
            and self.spoken_for(end.id, said.spoken) & concerned
            for end in said.ends
        )

    def status(self, day: date) -> str:
        """Return the status of a claim that nobody took back."""
        against, support = self.said(day, "refutes"), self.said(day, "supports")
        makers = {*self.claim.made_by}
        if corroborated(against) or any(
            self.admits(one, makers | {self.root(maker, one.spoken) for maker in makers}) for one in against
        ):
            return "refuted"
        if not support:
            return "unsupported"
        if any(self.admits(one, {*self.claim.about}) for one in support):
            return "acknowledged"
        return "corroborated" if corroborated(support) else "reported" if reported(support) else "alleged"


def known(when: Any, read: Any) -> date:
    """Return the earlier of the end of a date and the day of reading, if that lies within the date."""
    if when is None:
        return date.min
    days: list[date] = [when.end] if read is None or read.latest < when.earliest else [when.end, read.latest]
    return min(days)


def in_force(bond: Any, day: date) -> bool:
    return (bond.since is None or bond.since.earliest <= day) and (
        bond.until is None or day <= bond.until.latest
    )


def apart(*some: Said) -> bool:
    """Tell whether no hand is common to two of these, and each has one."""
    return all(one.hands for one in some) and not any(
        one.hands & other.hands for one, other in combinations(some, 2)
    )


def independent(said: list[Said]) -> int:
    """Return how many items are apart from each other, by trying every choice."""
    choices = (choice for size in range(len(said) + 1) for choice in combinations(said, size))
    return max(len(choice) for choice in choices if apart(*choice))


def outside(said: Said, *, named: bool) -> bool:
    return said.free and any(
        end.declared and end.root and not end.party and (end.named or not named) for end in said.ends
    )


def opposed(one: Said, other: Said) -> bool:
    """Tell whether two items are the words of opponents, each on its own."""
    return (
        apart(one, other)
        and all(_alone(said) for said in (one, other))
        and any(
            not a.sides & b.sides
            for a in one.ends
            for b in other.ends
            if all(end.party and end.sides and end.declared and end.named for end in (a, b))
        )
    )


def _alone(said: Said) -> bool:
    return said.free and (said.item.origin is not None or len(said.ends) == 1)


def corroborated(said: list[Said]) -> bool:
    pairs = [(one, other) for one in said for other in said if apart(one, other)]
    pairs = [pair for pair in pairs if pair[0] is not pair[1]]
    return any(one.item.basis in SEEN and one.hands for one in said) and any(
        outside(one, named=True) or opposed(one, other) for one, other in pairs
    )


def reported(said: list[Said]) -> bool:
    pairs = [(one, other) for one in said for other in said if one is not other and apart(one, other)]
    return (
        any(outside(one, named=True) for one in said)
        or any(outside(one, named=False) or opposed(one, other) for one, other in pairs)
        or any(_unasked(one) for one in said)
    )


def _unasked(said: Said) -> bool:
    """Tell whether a named outsider says so in its own pages, though not from whom it has it."""
    return said.free and any(end.named and end.root and not end.party and not end.quoted for end in said.ends)
