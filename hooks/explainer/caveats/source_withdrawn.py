"""
A source on which this rests, itself or through others that relay it, no longer stands as it was read.

Its publisher took it back, corrected it or replaced it, it turned out to be something else than
it claims to be, or it can no longer be opened. What a fabricated source says counts for nothing
on any day; what a retracted one says counts up to the day of its retraction. Both stay visible.
A source that was corrected, replaced or cannot be opened still counts; whether the statement holds
without it is for the editors to say.

The caveat goes when the item of evidence is removed or replaced by one that stands.

FAIL
- {source: weekly-retracted}

PASS
- {source: weekly}
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import EVERY_NATURE, Caveat, Judged, Rule, listed, publisher_of
from explainer.kinds.source import Source
from explainer.messages import Message

FABRICATED = Message("Not what it claims to be: {publishers}.")
RETRACTED = Message("Taken back by the publisher: {publishers}.")
CORRECTED = Message("Corrected by the publisher: {publishers}.")
SUPERSEDED = Message("Replaced by a later document: {publishers}.")
UNREACHABLE = Message("Can no longer be opened: {publishers}.")

SAID = {
    "fabricated": (FABRICATED, "warning"),
    "retracted": (RETRACTED, "warning"),
    "corrected": (CORRECTED, "caution"),
    "superseded": (SUPERSEDED, "caution"),
    "unreachable": (UNREACHABLE, "note"),
}
"""What is said of each standing, and how much it weighs."""


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire for each standing that sources of the evidence have lost."""
    fallen: dict[str, dict[str, Source]] = {}
    known = (item for item in judged.statement.items if item.known_by <= judged.assessment.as_of)
    for item in known:
        passed = (judged.origins.source(id) for trail in item.trails for id in trail.path)
        for source in (item.source, *(source for source in passed if source)):
            fallen.setdefault(source.standing, {})[source.id] = source
    for standing, (message, severity) in SAID.items():
        if sources := fallen.get(standing):
            names = listed(publisher_of(source, judged) for source in sources.values())
            yield RULE.caveat(judged, message(publishers=names), sources, severity)


RULE = Rule("source-withdrawn", "Source no longer stands", "warning", "support", check, natures=EVERY_NATURE)
