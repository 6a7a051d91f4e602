"""
Nobody shows anything that others could examine.

All who speak for the statement say it or conclude it. No testimony of somebody who was there,
no document, no picture, no object, no intercepted message is shown. The statement may be right;
it rests on trust in those who make it. The rule looks at facts and figures, not at intentions
and interpretations, which nothing can show.

What is shown by somebody who does not say from whom he has it changes nothing; that it is shown is said.

The caveat goes when an item of evidence whose origin is known rests on something observed, or when
an actor whom the statement concerns acknowledges it.

FAIL
- {source: customs-statement}
- {source: observatory-report, basis: assessment}

FAIL
- {source: customs-statement}
- {source: weekly, basis: imagery}    # a picture, and not a word of where it is from

PASS
- {source: customs-statement}
- {source: observatory-report, basis: imagery}
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import Caveat, Judged, Rule, listed, of_origin
from explainer.judging import Item, origins_of
from explainer.messages import Message

NOTHING_SHOWN = Message("Nothing that could be examined is shown: {parts}.")
SAY_SO = Message("{origins} say so", one="{origins} says so")
CONCLUDE_SO = Message("{origins} conclude so", one="{origins} concludes so")
SHOW_SO = Message(
    "from where {origins} have what is shown is not known",
    one="from where {origins} has what is shown is not known",
)
BRIEFLY = Message("Nothing that could be examined is shown.")


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire when no supporting item rests on something observed."""
    items, claim = judged.supporting, judged.claim
    if not items or claim is None or claim.kind not in ("fact", "figure"):
        return
    if judged.assessment.status == "acknowledged" or any(item.is_observed and item.hands for item in items):
        return
    concluding = [item for item in items if item.basis == "assessment"]
    showing = [item for item in items if item.is_observed]
    saying = [item for item in items if item not in concluding and item not in showing]
    parts = [
        *_part(saying, SAY_SO, judged),
        *_part(concluding, CONCLUDE_SO, judged),
        *_part(showing, SHOW_SO, judged),
    ]
    yield RULE.caveat(
        judged,
        NOTHING_SHOWN(parts="; ".join(parts)),
        [end.id for end in judged.assessment.origins] + [source.id for source in judged.sources],
        brief=BRIEFLY(),
    )


def _part(items: list[Item], message: Message, judged: Judged) -> Iterator[str]:
    ends = origins_of(items)
    if ends:
        many = len(ends) > 1 or not (ends[0].named or ends[0].name.casefold().startswith(("a ", "an ")))
        yield message(count=2 if many else 1, origins=listed(of_origin(end, judged) for end in ends))


RULE = Rule("no-observed-basis", "Nothing observed", "note", "basis", check, ("claim",))
