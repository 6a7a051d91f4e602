"""
Somebody denies it.

Here stands who denies the statement and when, and whether the same state or owner acknowledged
it later, or the one who denied came to support it. A denial that was given up weighs less: then
the caveat is only a note.
A denial does not change the status, which says what speaks for the statement.

The caveat becomes a note when those who denied acknowledge or support the statement. It does not go: that
somebody denied is part of the story.

FAIL
- {source: wire-report}
- {source: army-statement, stance: denies}

PASS
- {source: wire-report}
- {source: army-statement, stance: qualifies}
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import Caveat, Judged, Rule, capitalised, dated, listed, named, of_origin
from explainer.judging import Denial


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire for denials that stand, and for those that were later given up."""
    standing: dict[str, Denial] = {}
    conceded: dict[str, Denial] = {}
    for denial in judged.assessment.denials:
        group = standing if denial.conceded is None else conceded
        group.setdefault(denial.actor, denial)
    if standing:
        who = listed(f"{_denier(denial, judged)}{dated(denial.item)}" for denial in standing.values())
        yield RULE.caveat(judged, f"Denied by {who}.", _reasons(standing))
    for denial in conceded.values():
        if denial.actor not in standing:
            ending = denial.ended_by
            assert ending is not None  # noqa: S101 - conceded means that something ended it
            admits = ending.basis == "admission"
            conceding = f"{named(denial.root, judged)} acknowledged" if admits else "later it supported"
            sentence = (
                f"{_denier(denial, judged)} denied it{dated(denial.item)}; {conceding} it{dated(ending)}."
            )
            reasons = [
                *_reasons({denial.actor: denial}),
                *([denial.root] if admits else []),
                ending.source.id,
            ]
            yield RULE.caveat(judged, capitalised(sentence), reasons, "note")


def _denier(denial: Denial, judged: Judged) -> str:
    origin = next(trail.origin for trail in denial.item.trails if trail.origin.id == denial.actor)
    return of_origin(origin, judged)


def _reasons(denials: dict[str, Denial]) -> list[str]:
    return [id for denial in denials.values() for id in (denial.actor, denial.item.source.id)]


RULE = Rule("denied", "Denied", "caution", check)
