"""
A report does not say from whom it has this.

Its trail breaks off. It may lead to an origin that is counted already, or to another one, so the
number of origins is an upper bound: “at most”. Independence is never invented.

The caveat goes when the report's origin is found and entered, or when somebody says of himself
what he saw, did or measured.

FAIL
- {source: wire-report}
- {source: weekly}          # names nobody from whom it has this

PASS
- {source: wire-report}
- {source: newspaper}       # names the wire report
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import Caveat, Judged, Rule, counted, listed, of_origin
from explainer.messages import Message

NOT_SAID = Message("From whom {origins} have it is not said.", one="From whom {origins} has it is not said.")
NOT_SAID_AT_MOST = Message(
    "From whom {origins} have it is not said; there are at most {most}.",
    one="From whom {origins} has it is not said; there are at most {most}.",
)


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire when an undeclared trail could raise the number of origins."""
    now = judged.assessment
    lost = [end for end in now.origins if not end.declared]
    if not lost or now.at_most == now.independent:
        return
    names = listed(of_origin(end, judged) for end in lost)
    message = NOT_SAID_AT_MOST if now.at_most > 1 else NOT_SAID
    reports = [
        item.source.id
        for item in judged.supporting
        if any(not trail.origin.declared for trail in item.trails)
    ]
    severity = "caution" if now.independent == 0 else ""
    most = counted(now.at_most, "independent origin")
    sentence = message(count=len(lost), origins=names, most=most)
    yield RULE.caveat(judged, sentence, [*(end.id for end in lost), *reports], severity)


RULE = Rule("undeclared-origin", "Origin not said", "note", "support", check, ("claim",))
