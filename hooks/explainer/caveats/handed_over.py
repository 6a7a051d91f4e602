"""
What was examined was handed over by somebody with a stake in it.

A picture, a fragment or a recording shows what it shows; where it is from, and what was left out, is
known from whoever handed it over. Whoever examines it may be independent, the material is not: the
finding counts together with the word of the giver, and not beside it.

The caveat goes when the same is shown by material that came from elsewhere, and the items that rest
on what was handed over are no longer needed as evidence.

FAIL
- {source: observatory-report, basis: imagery, material_from: southland-customs}

PASS
- {source: observatory-report, basis: imagery}
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import Caveat, Judged, Rule, listed, named, of_origin
from explainer.judging import Item, origins_of
from explainer.messages import Message

HANDED_OVER = Message("What {examiners} examined was handed over by {giver}.")


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire for the supporting items of which the material came from somebody else."""
    givers: dict[str, list[Item]] = {}
    for item in judged.supporting:
        giver = item.evidence.material_from
        if giver:
            givers.setdefault(giver, []).append(item)
    for giver, items in givers.items():
        ends = origins_of(items)
        who = listed(of_origin(end, judged) for end in ends)
        sentence = HANDED_OVER(examiners=who, giver=named(giver, judged))
        sources = dict.fromkeys(item.source.id for item in items)
        yield RULE.caveat(judged, sentence, [giver, *(end.id for end in ends), *sources])


RULE = Rule("handed-over", "Material handed over", "caution", "voice", check)
