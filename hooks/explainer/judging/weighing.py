"""How many independent origins stand behind some items, and to what that amounts on the ladder.

Each item has *hands*: all roots on whom it depends. Two items are independent when no hand is common to
both. The count of independent origins is the largest number of items of which no two share a hand, so a
joint text counts once, a body does not count beside its members, and what a party handed over does not count
beside that party.
"""

from __future__ import annotations

from collections.abc import Iterable

from explainer.judging.origins import Origin
from explainer.judging.statements import Item

SEARCH_LIMIT = 16
"""Of how many overlapping sets of hands the largest independent choice is searched for, the smallest sets first;
the others are not looked at, so that never too many are counted."""


def origins_of(items: Iterable[Item]) -> tuple[Origin, ...]:
    """Return every origin of these items once; declared wins where trails differ."""
    found: dict[str, Origin] = {}
    for item in items:
        for trail in item.trails:
            known = found.get(trail.origin.id)
            if known is None or (trail.origin.declared and not known.declared):
                found[trail.origin.id] = trail.origin
    return tuple(sorted(found.values(), key=lambda origin: origin.order))


def roots_of(ends: Iterable[Origin]) -> frozenset[str]:
    """Return the known roots of these origins."""
    return frozenset(end.root for end in ends if end.root)


def seats_of(items: Iterable[Item]) -> frozenset[str]:
    """Return every root that could count as an origin, if each undeclared trail ended where it was lost.

    What was handed over counts as the word of the giver, whoever examined it.
    """
    seats: set[str] = set()
    for item in items:
        roots = roots_of(trail.origin for trail in item.trails)
        seats |= {min(item.givers)} if item.givers and roots else roots
    return frozenset(seats)


def independent(items: Iterable[Item]) -> int:
    """Return how many origins are certainly independent of each other."""
    return largest_choice(item.hands for item in items)


def largest_choice(sets: Iterable[frozenset[str]]) -> int:
    """Return how many of these sets can be chosen such that no two have a common member."""
    left = {one for one in sets if one}
    singles = {one for one in left if len(one) == 1}
    taken: frozenset[str] = frozenset().union(*singles)
    # A set that holds a single one never adds to a choice that has the single one instead.
    several = sorted((one for one in left if not one & taken), key=lambda one: (len(one), sorted(one)))
    return len(singles) + _choose(several[:SEARCH_LIMIT])


def _choose(sets: list[frozenset[str]]) -> int:
    if not sets:
        return 0
    first, *rest = sets
    with_first = 1 + _choose([one for one in rest if not one & first])
    return with_first if len(rest) < with_first else max(with_first, _choose(rest))


def is_corroborated(items: Iterable[Item]) -> bool:
    """Tell whether items amount to “corroborated”.

    Two independent origins speak, one of them a named outsider, or two opponents do; and one rests on what
    was observed.
    """
    return not lacks_for_corroborated(items)


def lacks_for_corroborated(items: Iterable[Item]) -> tuple[str, ...]:
    """Return what items lack to amount to “corroborated”: `observed`, `second-origin`, `outsider`.

    What was observed must come from an origin that counts: a picture from nowhere does not make two
    statements more than statements.
    """
    counting = [item for item in items if item.hands]
    lacks = () if any(item.is_observed for item in counting) else ("observed",)
    outside = [item for item in counting if has_outsider(item, named=True)]
    if _two_independent(outside, counting) or opponents_agree(counting):
        return lacks
    if not _two_independent(counting, counting):
        lacks = (*lacks, "second-origin")
    return lacks if outside and "second-origin" in lacks else (*lacks, "outsider")


def is_reported(items: Iterable[Item]) -> bool:
    """Tell whether items amount to “reported”.

    A named outsider speaks, or two independent origins do, one of them an outsider, or two opponents.

    An outlet or channel that only others quote, of which nobody says from where it has its knowledge, counts
    for nothing alone.
    """
    known = list(items)
    if any(
        end.named and not end.party and end.free and end.root
        for item in known
        for trail in item.trails
        if (end := trail.origin).declared or trail.path[-1] != end.id
    ):
        return True
    counting = [item for item in known if item.hands]
    outside = [item for item in counting if has_outsider(item)]
    return _two_independent(outside, counting) or opponents_agree(counting)


def has_outsider(item: Item, *, named: bool = False) -> bool:
    """Tell whether a declared origin of an item, who spoke freely, is no party; with `named`, a named one."""
    return any(
        end.declared and end.root and end.free and not end.party and (end.named or not named)
        for end in (trail.origin for trail in item.trails)
    )


def _two_independent(some: list[Item], all_items: list[Item]) -> bool:
    hands = {item.hands for item in all_items}
    return any(not one & other for one in {item.hands for item in some} for other in hands)


def opponents_agree(items: Iterable[Item]) -> bool:
    """Tell whether two parties who stand on different sides say so, each on its own."""
    spoken = {
        (item.hands, end.sides)
        for item in items
        if not item.is_joint
        for end in (trail.origin for trail in item.trails)
        if end.declared and end.named and end.free and end.party and end.sides
    }
    return any(not one[0] & other[0] and not one[1] & other[1] for one in spoken for other in spoken)
