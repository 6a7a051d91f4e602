"""
The statement is about what somebody intends, or about the future.

An intention cannot be seen, and the future cannot be checked on the day on which it is foretold.
Of an intention the status says who speaks for the statement, not whether it was carried out; only
those whose intention it is can acknowledge it. Of a forecast the site says what became of it, which
does not show that whoever foretold it knew.

The caveat goes when one whose intention it is acknowledges it. On a forecast it stays.

FAIL
kind: intention
evidence:
- {source: wire-report}

PASS
kind: fact
evidence:
- {source: wire-report}
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import Caveat, Judged, Rule, listed, named, on
from explainer.messages import Message

INTENDED = Message("{makers} spoke {day} of what was intended.")
TO_COME = Message("{makers} spoke {day} of what was still to come.")


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire when the claim is about an intention and nobody concerned acknowledged it."""
    claim = judged.claim
    if claim is None or claim.kind not in ("intention", "forecast"):
        return
    if judged.assessment.status == "acknowledged":
        return
    makers = listed(named(actor, judged) for actor in claim.made_by) or "somebody"
    message = INTENDED if claim.kind == "intention" else TO_COME
    yield RULE.caveat(judged, message(makers=makers, day=on(claim.first_made)), claim.made_by)


RULE = Rule("forecast", "Forecast", "caution", "reach", check, ("claim",))
