"""What a statement amounts to when something is left out: a root, a side, a basis.

Nothing is weighed here. Items and trails are left out, and `assess` is asked again about the rest.
Words for and against are left out alike. What took a word back stays as long as that word does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from explainer.judging.assessing import Assessment, assess
from explainer.judging.origins import Origins, Trail
from explainer.judging.statements import Item, Statement
from explainer.judging.voices import voice_of
from explainer.remembering import once_for_each

Keeps = Callable[[Item, Trail], bool]
"""Tells of an item and one of its trails whether that word still counts."""

SORTS = {
    "without-side": "What one side says or handed over: its parties, and who declared support for them.",
    "without-unnamed": "What voices without a name say.",
    "without-undeclared": "What is told without saying from whom it is known.",
    "without-handed-over": "What was handed over to those who examined it, or said in custody.",
    "only-outsiders": "All but the word of those who are no party.",
    "only-side": "All but the word of the parties of one side.",
    "only-observed": "All but what rests on something observed.",
}
"""What a reading leaves out."""


@dataclass(frozen=True, slots=True)
class Side:
    """Parties that stand together by declared support."""

    parties: tuple[str, ...]
    """The roots of the parties, in the order of their ids."""

    @property
    def id(self) -> str:
        """The id of its first party."""
        return self.parties[0]


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read the evidence: what is left out of it."""

    sort: str
    """One of SORTS."""
    side: Side | None = None

    @property
    def id(self) -> str:
        """What the reading is known by in addresses and data: `only-observed`, `without-side-northland`."""
        return f"{self.sort}-{self.side.id}" if self.side else self.sort


def sides_of(origins: Origins, on: date) -> tuple[Side, ...]:
    """Return the sides on a day; parties are on one side if one supports the other.

    A party of which nobody is part and with whom nobody stands speaks for itself alone, and is no side.
    """
    groups: list[set[str]] = []
    companions: set[str] = set()
    for entry in origins.graph.of_kind("actor"):
        root, stands_with = origins.root(entry.id, on), origins.sides(entry.id, on)
        if root == entry.id and origins.is_party(root, on):
            together = set(stands_with) | {root}
            apart = [group for group in groups if not group & together]
            groups = [*apart, together.union(*(group for group in groups if group & together))]
            companions |= together - {root}
        else:
            companions |= stands_with
    sides = (Side(tuple(sorted(group))) for group in groups if group & companions)
    return tuple(sorted(sides, key=lambda side: side.parties))


def readings_of(sides: Iterable[Side]) -> tuple[Reading, ...]:
    """Return every named reading: those of each side, and those of voices and grounds."""
    found: list[Reading] = []
    for sort in SORTS:
        found += [Reading(sort, side) for side in sides] if sort.endswith("-side") else [Reading(sort)]
    return tuple(found)


@once_for_each
def _known(_origins: Origins) -> dict[tuple[int, date], tuple[Statement, dict[Any, Assessment]]]:
    """Return where the rests of statements are kept, with each statement, so that none takes another's place."""
    return {}


def amounts_to(statement: Statement, left: Statement, origins: Origins, as_of: date) -> Assessment:
    """Return what a rest amounts to; many ways of leaving out leave the same of a statement, which is judged once."""
    _, rests = _known(origins).setdefault((id(statement), as_of), (statement, {}))
    rest = tuple((item.path, item.trails) if item.beside else item.path for item in left.items)
    found = rests.get(rest)
    if found is None:
        rests[rest] = found = assess(left, origins, as_of)
    return found


def read(statement: Statement, reading: Reading, origins: Origins, as_of: date) -> Assessment:
    """Return what a statement amounts to in a reading."""
    return amounts_to(statement, with_only(statement, keeps_in(reading, origins)), origins, as_of)


def without(statement: Statement, roots: Collection[str], origins: Origins, as_of: date) -> Assessment:
    """Return what a statement amounts to without anything that depends on some roots alone."""
    return amounts_to(statement, with_only(statement, keeps_without(roots)), origins, as_of)


def without_source(statement: Statement, source: str, origins: Origins, as_of: date) -> Assessment:
    """Return what a statement would amount to if a source were withdrawn; what it took back would stand again."""
    items = (
        item.only(trail for trail in item.trails if source not in trail.path) for item in statement.items
    )
    left = statement.with_items(tuple(item for item in items if item is not None))
    return assess(left, origins, as_of)


def roots_in(statement: Statement, as_of: date) -> tuple[str, ...]:
    """Return the roots whose words count on a day, for or against; an empty one for voices of unknown root."""
    roots = {
        trail.origin.root
        for item in statement.items
        if item.known_by <= as_of and item.stance != "qualifies"
        for trail in item.trails
        if trail.fell is None or as_of < trail.fell
    }
    return tuple(sorted(roots, key=lambda root: (not root, root)))


def keeps_without(roots: Collection[str]) -> Keeps:
    """Return what still counts without some roots.

    Their words go, what they handed over, and the word of a body that has no other members.
    """
    out = frozenset(roots)

    def keeps(item: Item, trail: Trail) -> bool:
        end = trail.origin
        gone = end.root in out or bool(end.members and end.members <= out)
        return not gone and not item.givers & out

    return keeps


def keeps_in(reading: Reading, origins: Origins) -> Keeps:
    """Return what still counts in a reading."""
    if reading.side is not None:
        parties = frozenset(reading.side.parties)
        return _of_side(parties, origins) if reading.sort == "without-side" else _only_side(parties)
    return {
        "without-unnamed": lambda _item, trail: trail.origin.named,
        "without-undeclared": lambda _item, trail: trail.origin.declared,
        "without-handed-over": lambda item, _trail: not item.givers,
        "only-outsiders": _outsiders(origins),
        "only-observed": lambda item, _trail: item.is_observed or item.stance not in SPOKEN,
    }[reading.sort]


SPOKEN = ("supports", "denies", "refutes")
"""Stances whose ground matters."""


def _of_side(parties: frozenset[str], origins: Origins) -> Keeps:
    def keeps(item: Item, trail: Trail) -> bool:
        end, on = trail.origin, item.spoken
        gone = end.root in parties or bool(end.sides & parties)
        if not gone and end.members:
            gone = all(origins.sides(member, on) & parties for member in end.members)
        return not gone and not any(origins.sides(giver, on) & parties for giver in item.givers)

    return keeps


def _only_side(parties: frozenset[str]) -> Keeps:
    return lambda item, trail: trail.origin.root in parties and item.givers <= parties


def _outsiders(origins: Origins) -> Keeps:
    def keeps(item: Item, trail: Trail) -> bool:
        end, on = trail.origin, item.spoken
        of_parties = end.members and all(origins.is_party(member, on) for member in end.members)
        return not end.party and not of_parties and not any(origins.is_party(one, on) for one in item.givers)

    return keeps


def with_only(statement: Statement, keeps: Keeps) -> Statement:
    """Return a statement with those words alone that a reading keeps.

    A text of several voices is still one text when some of them are left out: what it is independent of
    does not grow.
    """
    words = [(item, tuple(trail for trail in item.trails if keeps(item, trail))) for item in statement.items]
    if any(item.stance == "withdraws" for item in statement.items):
        words = _with_withdrawals(words)
    return statement.with_items(tuple(_in_part(item, kept) for item, kept in words if kept))


def _with_withdrawals(words: list[tuple[Item, tuple[Trail, ...]]]) -> list[tuple[Item, tuple[Trail, ...]]]:
    """Return the words that are left, with the taking back of those among them."""
    speaking = {voice_of(trail.origin) for _, kept in words for trail in kept}
    return [
        (
            item,
            tuple(one for one in item.trails if one in kept or voice_of(one.origin) in speaking)
            if item.stance == "withdraws"
            else kept,
        )
        for item, kept in words
    ]


def _in_part(item: Item, kept: tuple[Trail, ...]) -> Item:
    if len(kept) == len(item.trails):
        return item
    gone = tuple(trail for trail in item.trails if trail not in kept)
    return replace(item, trails=kept, beside=(*item.beside, *gone))
