"""
The statement leans on somebody who is not named.

An unnamed official cannot be asked, held to a word or shown to be wrong. Reporters may know who
it is; readers do not. A voice that is said to belong to a body counts as that body's, and never
as its official word; a voice that belongs to nobody known counts for nothing alone.

The caveat goes when named origins carry the statement as far as it now stands: when, without
the unnamed voices, its status would be the same.

FAIL
- {source: newspaper-officials}    # “officials of the army”, no name

PASS
- {source: newspaper-officials}
- {source: court-record}           # says so under its own name
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from explainer.caveats._base import Caveat, Judged, Rule, listed, named, of_origin
from explainer.judging import Origin, Statement, assess


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire when the status would be another without the unnamed voices."""
    unnamed = [end for end in judged.assessment.origins if not end.named]
    if not unnamed:
        return
    now = judged.assessment.status
    without = assess(_without_unnamed(judged.statement), judged.origins, judged.assessment.as_of).status
    if without == now:
        return
    voices = listed(_described(end, judged) for end in unnamed)
    reasons = [*(end.id.removeprefix("unnamed:") for end in unnamed), *_reports(judged)]
    if without == "unsupported":
        severity = "warning" if not any(end.root for end in unnamed) else ""
        yield RULE.caveat(judged, f"Nobody who says so is named: {voices}.", reasons, severity)
    else:
        sentence = f"Without {voices} this would be {without}, not {now}."
        yield RULE.caveat(judged, sentence, reasons)


def _without_unnamed(statement: Statement) -> Statement:
    """Return the statement as it would stand if no unnamed voice had spoken for it."""
    items = []
    for item in statement.items:
        trails = tuple(trail for trail in item.trails if trail.origin.named)
        if item.stance != "supports" or len(trails) == len(item.trails):
            items.append(item)
        elif trails:
            items.append(replace(item, trails=trails))
    return replace(statement, items=tuple(items))


def _described(end: Origin, judged: Judged) -> str:
    name = of_origin(end, judged)
    record = judged.actor(end.id)
    above = record.part_of if record else None
    return f"{name} (said to belong to {named(above, judged)})" if above else name


def _reports(judged: Judged) -> Iterator[str]:
    for item in judged.supporting:
        if any(not trail.origin.named for trail in item.trails):
            yield item.source.id


RULE = Rule("anonymous-origin", "Unnamed origin", "caution", check)
