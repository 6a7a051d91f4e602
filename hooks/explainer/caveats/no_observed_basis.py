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
    parts = [*_part(saying, "say", judged), *_part(concluding, "conclude", judged)]
    if showing:
        shown = listed(of_origin(end, judged) for end in origins_of(showing))
        parts.append(f"from where {shown} has what is shown is not known")
    sentence = f"Nothing that could be examined is shown: {'; '.join(parts)}."
    yield RULE.caveat(
        judged,
        sentence,
        [end.id for end in judged.assessment.origins] + [source.id for source in judged.sources],
        brief="Nothing that could be examined is shown.",
    )


def _part(items: list[Item], verb: str, judged: Judged) -> Iterator[str]:
    ends = origins_of(items)
    if ends:
        many = len(ends) > 1 or not (ends[0].named or ends[0].name.casefold().startswith(("a ", "an ")))
        yield f"{listed(of_origin(end, judged) for end in ends)} {verb if many else verb + 's'} so"


RULE = Rule("no-observed-basis", "Nothing observed", "note", "basis", check, ("claim",))
