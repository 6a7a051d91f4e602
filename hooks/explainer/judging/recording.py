"""Whether an act or a statement is on record: who shows that it was done or said.

What counts here is not whose word it is but who witnessed it: the publisher of the last source before the
doer or speaker. Nothing here says whether what was said is true.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from explainer.judging.origins import Origin, Origins, Trail
from explainer.judging.statements import Item
from explainer.judging.weighing import largest_choice

SEEN = frozenset(["testimony", "document", "imagery", "physical"])
"""Bases on which somebody shows that a thing was done or said, rather than telling that others say so."""


@dataclass(frozen=True, slots=True)
class Witness:
    """Who shows that it was done or said, and how."""

    origin: Origin
    hands: frozenset[str]
    is_doer: bool
    """Whether it is the doer or speaker, or of one root with it."""
    saw: bool
    """Whether it says what it saw, or shows a document or a picture."""


def record_status(items: Iterable[Item], doers: tuple[str, ...], origins: Origins) -> str:
    """Return `on-record`, `reported` or `alleged` for what speaks for an act or a statement."""
    witnesses = [witness for item in items for witness in _witnesses(item, doers, origins)]
    if any(witness.is_doer for witness in witnesses):
        return "on-record"
    outside = [witness for witness in witnesses if _is_outsider(witness)]
    if any(witness.saw for witness in outside):
        return "on-record"
    declared = [witness for witness in witnesses if witness.hands]
    if any(not one.hands & other.hands for one in outside if one.hands for other in declared) or _opponents(
        declared
    ):
        return "on-record"
    return "reported" if outside else "alleged"


def _is_outsider(witness: Witness) -> bool:
    end = witness.origin
    return end.named and not end.party and bool(end.root)


def _opponents(witnesses: list[Witness]) -> bool:
    sides = [(one.hands, one.origin.sides) for one in witnesses if one.origin.party and one.origin.sides]
    return any(not one[0] & other[0] and not one[1] & other[1] for one in sides for other in sides)


def _witnesses(item: Item, doers: tuple[str, ...], origins: Origins) -> Iterator[Witness]:
    roots = {origins.root(doer, item.spoken) for doer in doers} - {""}
    for trail in item.trails:
        end = trail.origin
        by_doer = end.id in doers or (end.root in roots and end.named)
        origin, declared = (_teller(trail, origins, item), True) if by_doer else (end, end.declared)
        is_doer = by_doer and (origin.id in doers or origin.root in roots)
        saw = item.basis in SEEN or (
            item.source.first_hand and origin.id == origins.publisher_key(item.source)
        )
        hands = frozenset({origin.root}) | item.givers if origin.root and declared else frozenset()
        yield Witness(origin, hands, is_doer, saw)


def _teller(trail: Trail, origins: Origins, item: Item) -> Origin:
    """Return the publisher of the last source on a trail that ends with the doer."""
    sources = (origins.source(id) for id in reversed(trail.path))
    return origins.publisher(next(source for source in sources if source), item.spoken)


def count_of_witnesses(items: Iterable[Item], doers: tuple[str, ...], origins: Origins) -> int:
    """Return how many of those who show it are certainly independent of each other."""
    return largest_choice(witness.hands for item in items for witness in _witnesses(item, doers, origins))
