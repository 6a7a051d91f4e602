"""
The statement is about what somebody intends, or about the future.

An intention cannot be seen, and the future cannot be checked on the day on which it is foretold.
Reports of plans come true, come true in part, or do not; the status says only who speaks for the
statement, not whether it came true.

The caveat goes when an actor whom the statement concerns acknowledges it.

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

from explainer.caveats._base import Caveat, Judged, Rule, capitalised, listed, named, on


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire when the claim is about an intention and nobody concerned acknowledged it."""
    claim = judged.claim
    if claim is None or claim.kind != "intention" or judged.assessment.status == "acknowledged":
        return
    makers = listed(named(actor, judged) for actor in claim.made_by) or "somebody"
    sentence = f"{makers} spoke {on(claim.first_made)} of what was intended or still to come."
    yield RULE.caveat(judged, capitalised(sentence), claim.made_by)


RULE = Rule("forecast", "Forecast", "caution", check, ("claim",))
