"""
Everybody who says so stands on one side.

The origins may be independent of each other and still want the same to be believed: a
party, and actors that have declared their support for it. Who supports whom is entered
with sources on the page of each actor, and never guessed.

A report that does not say from whom it has this changes nothing.

The caveat goes when a source is added whose trail ends with the other side or with somebody who
supports no side, or when an actor whom the statement concerns acknowledges it.

FAIL
- {source: customs-statement}        # Southland's customs service
- {source: eastland-statement}    # Eastland has declared its support for Southland

FAIL
- {source: customs-statement}
- {source: eastland-statement}
- {source: weekly}                # does not say from whom it has this

PASS
- {source: customs-statement}
- {source: eastland-statement}
- {source: court-record}          # supports no side
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import Caveat, Judged, Rule, listed, named, of_origin
from explainer.judging import Origin
from explainer.messages import Message

PARTS_AND_SUPPORTERS = Message(
    "All who say so stand with {side}: {parts} as part of it, {supporters} by declared support."
)
SUPPORTERS = Message(
    "{supporters} stand with {side} by declared support; nobody else says so.",
    one="{supporters} stands with {side} by declared support; nobody else says so.",
)
BRIEFLY = Message("All who say so stand with {side}.")


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire when one party is common to the sides of all declared origins, and somebody beside it speaks."""
    if judged.assessment.status == "acknowledged":
        return
    sides = {end: _sides(end, judged) for end in judged.assessment.origins if end.root}
    for side in sorted(frozenset().union(*sides.values())):
        known = [end for end, stands_with in sides.items() if side in stands_with]
        others = [end for end in sides if end.declared and end not in known]
        outside = [end for end in known if end.root != side]
        if outside and not others and not _is_one_party(known):
            reasons = [*(end.id for end in known), side, *_declarations(outside, side, judged)]
            brief = BRIEFLY(side=named(side, judged))
            yield RULE.caveat(judged, _who(known, side, judged), reasons, brief=brief)


def _is_one_party(known: list[Origin]) -> bool:
    """Tell whether all are one party, which another rule says."""
    return len({end.root for end in known}) == 1 and known[0].party


def _sides(end: Origin, judged: Judged) -> frozenset[str]:
    on = judged.assessment.as_of
    return judged.origins.sides(judged.origins.holder(end, on), on)


def _who(known: list[Origin], side: str, judged: Judged) -> str:
    inside = listed(of_origin(end, judged) for end in known if end.root == side)
    outside = listed(of_origin(end, judged) for end in known if end.root != side)
    party = named(side, judged)
    if inside:
        return PARTS_AND_SUPPORTERS(side=party, parts=inside, supporters=outside)
    return SUPPORTERS(count=len({end.root for end in known}), side=party, supporters=outside)


def _declarations(outside: list[Origin], side: str, judged: Judged) -> Iterator[str]:
    """Yield the sources in which support for a side is declared."""
    for end in outside:
        on = judged.assessment.as_of
        for support in judged.origins.supports(judged.origins.holder(end, on), on):
            if judged.origins.root(support.party, on) == side:
                yield from support.sources


RULE = Rule("one-side-only", "One side only", "caution", "voice", check)
