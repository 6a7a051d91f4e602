"""Events that are probably one: nearly the same title, overlapping dates, an actor in common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from explainer.diagnostics import Diagnostic, Severity
from explainer.dossier import Dossier
from explainer.kinds.event import Event
from explainer.parsing import Entry
from explainer.prose import Page

ALIKE = 0.6
"""The share of words that two titles must have in common."""

LONGEST = timedelta(days=92)
"""Events that may have lasted longer are compared only with those of the very same date."""

COMMON = 40
"""A word that more events of one month have in their titles tells none of them apart."""

_SMALL = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "over", "the", "to", "with")
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    entry: Entry
    words: frozenset[str]
    actors: frozenset[str]
    first: date
    last: date


def check(dossier: Dossier, _pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield a warning for each event that looks like an earlier one in the list."""
    shelves: dict[str, list[_Candidate]] = {}
    for entry in dossier.graph.of_kind("event"):
        candidate = _candidate(entry)
        for shelf in _shelves(candidate):
            shelves.setdefault(shelf, []).append(candidate)
    found = {pair for shelf in shelves.values() for pair in _pairs(shelf)}
    for one, other in sorted(found):
        first, second = dossier.graph.entries[one], dossier.graph.entries[other]
        yield Diagnostic(
            second.position,
            "same-event-twice",
            f"“{second.title}” looks like “{first.title}”",
            "keep one of the two, or make the titles say how they differ",
            Severity.WARNING,
            related=((first.position, f"“{first.id}” stands here"),),
        )


def _candidate(entry: Entry) -> _Candidate:
    event: Event = entry.record
    words = frozenset(re.findall(r"\w+", event.title.casefold())) - _SMALL
    return _Candidate(
        entry, words, frozenset(part.actor for part in event.actors), event.date.earliest, event.date.latest
    )


def _shelves(candidate: _Candidate) -> Iterator[str]:
    """Yield the months that an event touches; its date as written if it may have lasted long."""
    first, last = candidate.first, candidate.last
    if last - first > LONGEST:
        yield str(candidate.entry.record.date)
        return
    month = first.replace(day=1)
    while month <= last:
        yield f"{month:%Y-%m}"
        month = (month + timedelta(days=32)).replace(day=1)


def _pairs(shelf: list[_Candidate]) -> Iterator[tuple[str, str]]:
    """Yield the ids of events that look alike; only those with a telling word in common are compared."""
    number = Counter(word for candidate in shelf for word in candidate.words)
    by_word: dict[str, list[_Candidate]] = {}
    by_title: dict[frozenset[str], list[_Candidate]] = {}
    for candidate in shelf:
        by_title.setdefault(candidate.words, []).append(candidate)
        for word in candidate.words:
            if 1 < number[word] <= COMMON:
                by_word.setdefault(word, []).append(candidate)
    for group in [*by_word.values(), *(same[:COMMON] for same in by_title.values())]:
        for one, other in combinations(group, 2):
            if _is_alike(one, other):
                first, second = sorted((one.entry.id, other.entry.id))
                yield first, second


def _is_alike(one: _Candidate, other: _Candidate) -> bool:
    if one.first > other.last or other.first > one.last:
        return False
    if one.actors and other.actors and not one.actors & other.actors:
        return False
    return len(one.words & other.words) >= ALIKE * len(one.words | other.words)
