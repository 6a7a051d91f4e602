"""
The day is not known.

The sources give a month, a season, “about” or a stretch within which it was. On the timeline the
statement stands at the first day that is possible, and the words beside it say how much is known.

The caveat goes when a source gives the day and it is entered.

FAIL
first_made: 2024-05

PASS
first_made: 2024-05-03
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import EVERY_NATURE, Caveat, Judged, Rule, on
from explainer.messages import Message

FIRST_SAID = Message("The day on which this was first said is not known: {day}.")
HAPPENED = Message("The day on which it happened is not known: {day}.")


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire when an event happened, or a claim was first made, on a day that is not known."""
    when = judged.statement.first_made
    if when.is_imprecise:
        message = FIRST_SAID if judged.claim else HAPPENED
        yield RULE.caveat(judged, message(day=on(when)), [judged.statement.id])


RULE = Rule("imprecise-date", "Day not known", "note", "reach", check, natures=EVERY_NATURE)
