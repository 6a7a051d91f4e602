"""
What cannot be true beside it is corroborated or acknowledged.

Two claims of the site contradict each other by their words, and enough speaks for the other one.
Here stands since when, and which claim it is. The status of this one is computed from its own
evidence alone and does not change by that: a status is never taken over from one claim to another.
Once this claim is itself refuted or withdrawn, the caveat is only a note.

The caveat goes when the other claim is no longer corroborated or acknowledged, or when the words of
the two turn out not to exclude each other, for example because they speak of different days.

FAIL
contradicts:
- {claim: another, note: “Nobody came” and “three hundred came” cannot both be true.}
another:
  evidence:
  - {source: court-record, basis: document}
  - {source: observatory-report, basis: imagery}

PASS
contradicts:
- {claim: another, note: “Nobody came” and “three hundred came” cannot both be true.}
another:
  evidence:
  - {source: court-record, basis: document}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from explainer.caveats._base import Caveat, Judged, Rule, clean, listed
from explainer.judging import Contrary, Origins, contraries_on
from explainer.messages import Message
from explainer.values.edtf import day_words

SHOWN = Message("Its contrary has been {status}: {claims}.")
SHOWN_SINCE = Message("Its contrary has been {status} since {day}: {claims}.")
ROSE_SINCE = Message("Its contrary has been {status} since {day}, and corroborated since {shown}: {claims}.")
ROSE = Message("Its contrary has been {status} since {day}, and was corroborated before: {claims}.")
HAD_BEEN_SHOWN = Message("Its contrary had been {status}: {claims}.")
HAD_BEEN_SHOWN_SINCE = Message("Its contrary had been {status} since {day}: {claims}.")
HAD_RISEN_SINCE = Message(
    "Its contrary had been {status} since {day}, and corroborated since {shown}: {claims}."
)
HAD_RISEN = Message("Its contrary had been {status} since {day}, and was corroborated before: {claims}.")
BRIEFLY = Message("Its contrary has been {status} since {day}.")
BRIEFLY_UNDATED = Message("Its contrary has been {status}.")

HAS_BEEN = (SHOWN, SHOWN_SINCE, ROSE_SINCE, ROSE)
HAD_BEEN = (HAD_BEEN_SHOWN, HAD_BEEN_SHOWN_SINCE, HAD_RISEN_SINCE, HAD_RISEN)
"""For a status without a date, for one with a date, and for one that was corroborated before, dated or not."""


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire for the contraries of a claim that are corroborated or acknowledged on the day of the assessment."""
    day = judged.assessment.as_of
    found = contraries_on(judged.statement.id, judged.origins, day)
    if found:
        weight = "note" if judged.assessment.status in ("refuted", "withdrawn") else ""
        sentence = contraries_told(judged.statement.id, judged.origins, day)
        since = _since(found[0])
        message = BRIEFLY if since > date.min else BRIEFLY_UNDATED
        brief = message(status=found[0].status, day=day_words(since))
        yield RULE.caveat(judged, sentence, (one.id for one in found), weight, brief=brief)


def contraries_told(id: str, origins: Origins, day: date, *, before: bool = False) -> str:
    """Say which contraries of a claim are shown on a day and since when, as references; empty if none is.

    `before` tells that the day lies back, and that it is told what had been known by then.
    """
    groups: dict[tuple[str, date, date], list[str]] = {}
    for one in contraries_on(id, origins, day):
        name = f"[[{one.id}|{clean(origins.graph.in_sentences(one.id))}]]"
        groups.setdefault((one.status, _since(one), one.shown_since), []).append(name)
    return " ".join(
        _message(since, shown, before=before)(
            status=status, day=day_words(since), shown=day_words(shown), claims=listed(some)
        )
        for (status, since, shown), some in groups.items()
    )


def _since(one: Contrary) -> date:
    """Return since when a contrary has had its status; of a corroborated one, since when it has been shown at all."""
    return one.shown_since if one.status == "corroborated" else one.status_since


def _message(since: date, shown: date, *, before: bool) -> Message:
    """Return the message for a contrary that has its status since a day, and was shown that day or before."""
    undated, dated, since_then, undated_then = HAD_BEEN if before else HAS_BEEN
    if since == shown:
        return dated if since > date.min else undated
    return since_then if shown > date.min else undated_then


RULE = Rule(
    "contrary-corroborated", "Contrary corroborated", "warning", "agreement", check, ("claim",), ("truth",)
)
