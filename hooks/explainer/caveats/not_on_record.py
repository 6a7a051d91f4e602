"""
That this was done or said is itself only told by others.

An act or a statement is on record when whoever did or said it published it, when somebody who
is no party shows it first-hand, or when two independent reports tell of it. Here neither was read:
the words may have been others, or left something out.

The caveat goes when the publication of the doer or speaker is added as a source, or a second report
that has it from the speaker too.

FAIL
event:
  nature: statement
  by: [northland-ministry]
  sources: [wire-report]

PASS
event:
  nature: statement
  by: [northland-ministry]
  sources: [ministry-statement]
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import Caveat, Judged, Rule, listed, publisher_of
from explainer.kinds.event import Event
from explainer.messages import Message

SAID = Message("That this was said was read only in {tellers}.")
DONE = Message("That this was done was read only in {tellers}.")


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire when an act or a statement is reported or alleged."""
    if judged.assessment.status not in ("reported", "alleged"):
        return
    event = judged.statement.record
    message = SAID if isinstance(event, Event) and event.nature == "statement" else DONE
    tellers = listed(publisher_of(source, judged) for source in judged.sources)
    yield RULE.caveat(judged, message(tellers=tellers), [source.id for source in judged.sources])


RULE = Rule("not-on-record", "Not on record", "note", "basis", check, ("event",), ("record",))
