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


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire when an item for or against the statement has no date."""
    undated = {item.source.id: item.source for item in judged.assessment.items if item.when is None}
    if undated:
        names = listed(publisher_of(source, judged) for source in undated.values())
        many = "is counted on every day" if len(undated) == 1 else "are counted on every day"
        sentence = f"{counted(len(undated), 'source')} without a date {many}: {names}."
        yield RULE.caveat(judged, sentence, undated)


RULE = Rule("undated", "Undated", "note", "reading", check, ("claim",), natures=EVERY_NATURE)
