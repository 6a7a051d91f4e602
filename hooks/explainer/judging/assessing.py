"""What the evidence for a statement amounts to on a date. Pure functions: no clock, no files.

Where several rules fit, the first in this order holds, and the method page says so: withdrawn, refuted,
unsupported, acknowledged, corroborated, reported, alleged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from explainer.judging.origins import Origin, Origins
from explainer.judging.statements import OBSERVED, Item, Statement


@dataclass(frozen=True, slots=True)
class Denial:
    """An actor denies the statement."""

    actor: str
    root: str
    day: date
    item: Item
    ended_by: Item | None
    """What ended it: the first word with which its own root admitted the statement, or the same actor came to
    support it."""

    @property
    def conceded(self) -> date | None:
        """The day on which it ended."""
        return self.ended_by.known_by if self.ended_by else None


@dataclass(frozen=True, slots=True)
class Assessment:
    """Status, origins and denials of one statement on one day."""

    as_of: date
    status: str
    items: tuple[Item, ...]
    """The items that were known by that day."""
    origins: tuple[Origin, ...]
    """Where the trails of the supporting items end."""
    independent: int
    """How many origins are certainly independent of each other."""
    at_most: int
    """How many there could be, if every undeclared trail ended where it was lost."""
    denials: tuple[Denial, ...]

    @property
    def supporting(self) -> tuple[Item, ...]:
        """The items that speak for the statement."""
        return tuple(item for item in self.items if item.stance == "supports")

    @property
    def is_upper_bound(self) -> bool:
        """Whether a trail was lost, so that the count of origins is only “at most”."""
        return self.at_most > self.independent or any(not origin.declared for origin in self.origins)

    @property
    def contested_by(self) -> tuple[str, ...]:
        """The actors whose denial stands on that day."""
        return tuple(dict.fromkeys(denial.actor for denial in self.denials if not denial.conceded))


def assess(statement: Statement, origins: Origins, as_of: date) -> Assessment:
    """Return what the evidence known by a day amounts to."""
    items = tuple(item for item in statement.items if item.known_by <= as_of)
    supporting = [item for item in items if item.stance == "supports"]
    ends = origins_of(supporting)
    return Assessment(
        as_of,
        _status(statement, items, supporting, origins),
        items,
        ends,
        len(roots_of(ends, declared=True)),
        len(roots_of(ends, declared=False)),
        tuple(_denials(items)),
    )


def origins_of(items: Iterable[Item]) -> tuple[Origin, ...]:
    """Return every origin of these items once; declared wins where trails differ."""
    found: dict[str, Origin] = {}
    for item in items:
        for trail in item.trails:
            known = found.get(trail.origin.id)
            if known is None or (trail.origin.declared and not known.declared):
                found[trail.origin.id] = trail.origin
    return tuple(sorted(found.values(), key=lambda origin: origin.order))


def roots_of(ends: Iterable[Origin], *, declared: bool) -> frozenset[str]:
    """Return the known roots of these origins; with `declared`, only where no trail was lost."""
    return frozenset(end.root for end in ends if end.root and (end.declared or not declared))


def _status(statement: Statement, items: tuple[Item, ...], supporting: list[Item], origins: Origins) -> str:
    if any(item.stance == "withdraws" and is_word_of(item, statement.made_by, origins) for item in items):
        return "withdrawn"
    refuting = [item for item in items if item.stance == "refutes"]
    if is_corroborated(refuting) or any(
        item.basis == "admission" and is_word_of(item, statement.made_by, origins) for item in refuting
    ):
        return "refuted"
    if not supporting:
        return "unsupported"
    named = [id for id in statement.about if (actor := origins.actor(id)) and actor.type != "unnamed"]
    if any(item.basis == "admission" and is_word_of(item, named, origins) for item in supporting):
        return "acknowledged"
    if is_corroborated(supporting):
        return "corroborated"
    return "reported" if _is_reported(supporting) else "alleged"


def is_word_of(item: Item, actors: Iterable[str], origins: Origins) -> bool:
    """Tell whether an item is the word of one of these actors, or of a named voice with the same root.

    An unnamed voice is said to belong to a body; it cannot admit or take back for it. It may take back what
    it said itself.
    """
    known = [actor for actor in actors if origins.actor(actor)]
    roots = {origins.root(actor) for actor in known} - {""}
    return any(
        trail.origin.id in known or (trail.origin.named and trail.origin.root in roots)
        for trail in item.trails
    )


def is_corroborated(items: list[Item]) -> bool:
    """Tell whether two independent origins speak, one of them no party, one resting on what was observed.

    What was observed must come from an origin that counts: a picture from nowhere does not make two
    statements more than statements.
    """
    ends = origins_of(items)
    outsiders = roots_of((end for end in ends if not end.party), declared=True)
    observed = origins_of(item for item in items if item.basis in OBSERVED)
    return (
        len(roots_of(ends, declared=True)) >= 2
        and bool(outsiders)
        and bool(roots_of(observed, declared=True))
    )


def _is_reported(items: list[Item]) -> bool:
    """Tell whether a named outsider speaks for it, or two independent origins, one of them an outsider.

    Two parties to the conflict are independent of each other and still only parties. An outlet or channel
    that only others quote, of which nobody says from where it has its knowledge, counts for nothing alone.
    """
    ends = origins_of(items)
    spoken = (
        trail.origin
        for item in items
        for trail in item.trails
        if trail.origin.declared or trail.path[-1] != trail.origin.id
    )
    if any(end.named and not end.party and end.root for end in spoken):
        return True
    outsiders = roots_of((end for end in ends if not end.party), declared=True)
    return bool(outsiders) and len(roots_of(ends, declared=True)) >= 2


def _denials(items: tuple[Item, ...]) -> Iterator[Denial]:
    support = [
        (trail.origin, item)
        for item in items
        if item.stance == "supports"
        for trail in item.trails
        if trail.origin.named
    ]
    for item in items:
        if item.stance != "denies":
            continue
        for trail in item.trails:
            later = (
                other
                for origin, other in support
                if (
                    other.basis == "admission"
                    and origin.root == trail.origin.root != ""
                    and other.known_by >= item.known_by
                )
                or (origin.id == trail.origin.id and other.known_by > item.known_by)
            )
            yield Denial(trail.origin.id, trail.origin.root, item.known_by, item, next(later, None))
