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
from explainer.values.edtf import day_words


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire for the contraries of a claim that are corroborated or acknowledged on the day of the assessment."""
    day = judged.assessment.as_of
    found = contraries_on(judged.statement.id, judged.origins, day)
    if found:
        weight = "note" if judged.assessment.status in ("refuted", "withdrawn") else ""
        sentence = contraries_told(judged.statement.id, judged.origins, day)
        brief = f"Its contrary has been {_since(found[0])}."
        yield RULE.caveat(judged, sentence, (one.id for one in found), weight, brief=brief)


def contraries_told(id: str, origins: Origins, day: date, has_been: str = "has been") -> str:
    """Say which contraries of a claim are shown on a day and since when, as references; empty if none is."""
    groups: dict[str, list[str]] = {}
    for one in contraries_on(id, origins, day):
        name = f"[[{one.id}|{clean(origins.graph.in_sentences(one.id))}]]"
        groups.setdefault(_since(one), []).append(name)
    told = [f"{words}: {listed(some)}" for words, some in groups.items()]
    return f"Its contrary {has_been} {'. Also '.join(told)}." if told else ""


def _since(one: Contrary) -> str:
    """Say how a contrary stands and since when: “acknowledged since …, and corroborated since …”."""
    if one.status == "corroborated" or one.status_since == one.shown_since:
        return f"{one.status}{_from(one.shown_since)}"
    return f"{one.status}{_from(one.status_since)}, and corroborated{_from(one.shown_since)}"


def _from(day: date) -> str:
    """Say since when; nothing if that is not dated."""
    return f" since {day_words(day)}" if day > date.min else ""


RULE = Rule(
    "contrary-corroborated", "Contrary corroborated", "warning", "agreement", check, ("claim",), ("truth",)
)
