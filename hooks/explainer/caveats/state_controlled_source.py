"""
A medium that a state controls stands between the statement and us.

What such a medium says of itself counts as the word of the state. What it passes on from others
has gone through its hands, and nobody else whom we read passes it on. Where a state's own
medium only repeats that state's own officials nothing is hidden, and the caveat is silent.

The caveat goes when a source is added that passes on the same origin and that no state controls,
or the origin's own publication, or when an actor whom the statement concerns acknowledges it.

FAIL
- {source: radio-report}          # Northland's state radio on what the observatory found

PASS
- {source: radio-report}
- {source: observatory-report}    # the observatory's own publication
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import Caveat, Judged, Rule, listed, named, of_origin, publisher_of
from explainer.judging import Item, Origin
from explainer.judging.origins import REPEATERS
from explainer.kinds.source import Source
from explainer.messages import Message

OWN_WORD = Message("{medium} is controlled by {state}; its word counts as the state’s.")
PASSED_ON = Message("The word of {origin} reaches us only through {media}, controlled by {state}.")

GOVERNING = ("state", "government-body", "parliament", "armed-force", "intelligence-service")
"""Types of actor whose media are a state's."""


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire for every origin that reaches us only through media that a state controls."""
    if judged.assessment.status == "acknowledged":
        return
    for end in judged.assessment.origins:
        carriers = [item.source for item in judged.supporting if _leads_to(item, end)]
        controllers = {source.id: _controller(source, judged) for source in carriers}
        states = set(controllers.values())
        if len(states) != 1 or "" in states:  # media of two states do not want the same
            continue
        state = states.pop()
        control = named(state, judged)
        reasons = [end.id, state, *controllers]
        if all(judged.origins.publisher(source, judged.assessment.as_of).id == end.id for source in carriers):
            sentence = OWN_WORD(medium=of_origin(end, judged), state=control)
            yield RULE.caveat(judged, sentence, reasons)
        elif end.root != state:
            media = listed(publisher_of(source, judged) for source in carriers)
            sentence = PASSED_ON(origin=of_origin(end, judged), media=media, state=control)
            yield RULE.caveat(judged, sentence, reasons)


def _leads_to(item: Item, end: Origin) -> bool:
    return any(trail.origin.id == end.id for trail in item.trails)


def _controller(source: Source, judged: Judged) -> str:
    """Return the state that controls the medium which published a source; empty if none does."""
    publisher = judged.origins.publisher(source, judged.assessment.as_of)
    record, root = judged.actor(publisher.id), judged.actor(publisher.root)
    is_medium = record is None or record.type in REPEATERS
    return publisher.root if is_medium and root is not None and root.type in GOVERNING else ""


RULE = Rule("state-controlled-source", "State-controlled medium", "caution", "voice", check)
