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


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire when an event happened, or a claim was first made, on a day that is not known."""
    when = judged.statement.first_made
    if when.is_imprecise:
        what = "this was first said" if judged.claim else "it happened"
        yield RULE.caveat(judged, f"The day on which {what} is not known: {on(when)}.", [judged.statement.id])


RULE = Rule("imprecise-date", "Day not known", "note", "reach", check, natures=EVERY_NATURE)
