"""
Nobody has gone through the evidence for a long time.

What has appeared since the last review may be missing. After how many days a review counts as
long ago is a setting of the site.

The caveat goes when somebody goes through the evidence again and enters the date.

FAIL
last_reviewed: 2020-01-31

PASS
last_reviewed: 2024-11-30
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from explainer.caveats._base import Caveat, Judged, Rule, on
from explainer.messages import Message
from explainer.values.edtf import day_words

LAST_REVIEWED = Message("Last reviewed {day}; the site’s sources reach to {as_of}.")


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire when the last review lies further back than the settings allow."""
    reviewed = judged.claim.last_reviewed if judged.claim else None
    as_of = judged.assessment.as_of
    if reviewed and as_of - reviewed.latest > timedelta(days=judged.settings.stale_after_days):
        sentence = LAST_REVIEWED(day=on(reviewed), as_of=day_words(as_of))
        yield RULE.caveat(judged, sentence, [judged.statement.id])


RULE = Rule("stale", "Review overdue", "caution", "reach", check, ("claim",))
