"""
A source carries no date.

Evidence counts from the day on which it could be known. Where neither the source nor its text
gives a date, it is counted on every day, so what was known on an early day may be overstated.

The caveat goes when a date is found and entered.

FAIL
- {source: leaflet}

PASS
- {source: leaflet, date: 2024-05-02}
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import EVERY_NATURE, Caveat, Judged, Rule, counted, listed, publisher_of
from explainer.messages import Message

UNDATED = Message(
    "{sources} without a date are counted on every day: {publishers}.",
    one="{sources} without a date is counted on every day: {publishers}.",
)


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire when an item for or against the statement has no date."""
    undated = {item.source.id: item.source for item in judged.assessment.items if item.when is None}
    if undated:
        names = listed(publisher_of(source, judged) for source in undated.values())
        sources = counted(len(undated), "source")
        sentence = UNDATED(count=len(undated), sources=sources, publishers=names)
        yield RULE.caveat(judged, sentence, undated)


RULE = Rule("undated", "Undated", "note", "reading", check, ("claim",), natures=EVERY_NATURE)
