"""
The statement leans on somebody who is not named.

An unnamed official cannot be asked, held to a word or shown to be wrong. Reporters may know who
it is; readers do not. A voice that is said to belong to a body counts as that body's, and never
as its official word; a voice that belongs to nobody known counts for nothing alone.

The caveat goes when named origins carry the statement as far as it now stands: when, without
the unnamed voices, its status would be the same.

FAIL
- {source: newspaper-officials}    # “officers of the customs service”, no name

PASS
- {source: newspaper-officials}
- {source: court-record}           # says so under its own name
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from explainer.caveats._base import Caveat, Judged, Rule, counted, listed, named, of_origin
from explainer.judging import Origin, Statement, assess
from explainer.kinds._statuses import status_words
from explainer.messages import Message

NOBODY = Message("Nobody who says so is named: {voices}.")
NOBODY_BRIEFLY = Message("Nobody who says so is named.")
WITHOUT = Message("Without {voices} this would be {rest}, not {status}.")
BELONGING = Message("{voice} (said to belong to {body})")


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire when the status would be another without the unnamed voices."""
    unnamed = [end for end in judged.assessment.origins if not end.named]
    if not unnamed:
        return
    # A trail that was lost never takes the caution away, so both are judged without such trails.
    sure = _only(judged.statement, lambda origin: origin.declared)
    now = assess(sure, judged.origins, judged.assessment.as_of).status
    named_alone = _only(sure, lambda origin: origin.named)
    without = assess(named_alone, judged.origins, judged.assessment.as_of).status
    if without == now:
        return
    voices = listed(_described(end, judged) for end in unnamed)
    reasons = [*(end.id for end in unnamed), *_reports(judged)]
    if without == "unsupported":
        severity = "warning" if not any(end.root for end in unnamed) else ""
        yield RULE.caveat(judged, NOBODY(voices=voices), reasons, severity, brief=NOBODY_BRIEFLY())
    else:
        words = {"rest": status_words(without), "status": status_words(now)}
        brief = WITHOUT(voices=counted(len(unnamed), "unnamed voice"), **words)
        yield RULE.caveat(judged, WITHOUT(voices=voices, **words), reasons, brief=brief)


def _only(statement: Statement, wanted: Callable[[Origin], bool]) -> Statement:
    """Return the statement as it would stand if only some origins had spoken for it."""
    items = []
    for item in statement.items:
        left = item.only(trail for trail in item.trails if item.stance != "supports" or wanted(trail.origin))
        if left is not None:
            items.append(left)
    return replace(statement, items=tuple(items))


def _described(end: Origin, judged: Judged) -> str:
    name = of_origin(end, judged)
    above = judged.origins.part_of(end.id, judged.assessment.as_of)
    return BELONGING(voice=name, body=named(above, judged)) if above else name


def _reports(judged: Judged) -> Iterator[str]:
    for item in judged.supporting:
        if any(not trail.origin.named for trail in item.trails):
            yield item.source.id


RULE = Rule("anonymous-origin", "Unnamed origin", "caution", "support", check)
