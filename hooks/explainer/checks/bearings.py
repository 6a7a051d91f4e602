"""Links between claims that do not fit how the claims stand: an implied claim that lags, a link written twice."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic, Position, Severity
from explainer.dossier import Dossier
from explainer.judging import Lag, assess, implications, lags, unserved
from explainer.kinds._statuses import status_words
from explainer.parsing import Entry
from explainer.prose import Page
from explainer.values.edtf import day_words

RESTS_ON = "records"

NAMED_AT_MOST = 8
"""How many items are named that should serve the implied claim, too."""


def check(dossier: Dossier, _pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield each implied claim that stands lower on some day, and each link that stands in two places."""
    for entry in dossier.graph.of_kind("claim"):
        yield from _lower(entry, dossier)
        yield from _twice(entry, dossier)


def lags_of(upper: str, lower: str, dossier: Dossier) -> tuple[Lag, ...]:
    """Return the days on which an implied claim stands lower than the one that implies it, in stretches."""
    one, other = dossier.judgements[upper].moments, dossier.judgements[lower].moments
    return tuple(lags(one, other, dossier.as_of))


def _lower(entry: Entry, dossier: Dossier) -> Iterator[Diagnostic]:
    for implied in implications(entry.id, dossier.graph):
        found = lags_of(entry.id, implied.claim, dossier)
        if not found:
            continue
        first = found[0]
        where = entry.at("implies", entry.record.implies.index(implied))
        when = _days(first) if first.last < dossier.as_of else f"since {day_words(first.first)}"
        more = f", and in {len(found) - 1} more stretches of days" if len(found) > 1 else ""
        lower = status_words(first.lower) if first.lower else "not known at all"
        message = (
            f"“{entry.id}” is {status_words(first.upper)} and “{implied.claim}”, which it implies, "
            f"{lower} {when}{more}"
        )
        lacking = tuple(_lacking(entry, implied.claim, first, dossier))
        hint = (
            f"let the evidence named below speak for “{implied.claim}”, too, or remove the link if it does not"
            if lacking
            else "the same evidence serves both: correct a date, a stance or “about”, or remove the link"
        )
        yield Diagnostic(where, "implied-stands-lower", message, hint, Severity.WARNING, lacking)


def _days(lag: Lag) -> str:
    if lag.first == lag.last:
        return f"on {day_words(lag.first)}"
    return f"from {day_words(lag.first)} to {day_words(lag.last)}"


def _lacking(entry: Entry, implied: str, lag: Lag, dossier: Dossier) -> Iterator[tuple[Position, str]]:
    """Yield the place of each item that spoke for the upper claim and not for the lower, when it first lagged."""
    upper = assess(dossier.judgements[entry.id].statement, dossier.origins, lag.first)
    lower = assess(dossier.judgements[implied].statement, dossier.origins, lag.first)
    items = unserved(upper.supporting, lower.supporting)
    for item in items[:NAMED_AT_MOST]:
        yield entry.at(*item.path), f"“{item.source.id}” does not speak for “{implied}” in this way"


def _twice(entry: Entry, dossier: Dossier) -> Iterator[Diagnostic]:
    """Yield each link that is written a second time: in one list, or a contradiction at both of its claims."""
    for field in ("implies", "contradicts"):
        seen: dict[str, int] = {}
        for index, one in enumerate(getattr(entry.record, field)):
            first = seen.setdefault(one.claim, index)
            if first != index:
                yield _again(entry.at(field, index), entry.at(field, first))
    for index, one in enumerate(entry.record.contradicts):
        other = dossier.graph.entries.get(one.claim)
        if other is None or other.kind.name != "claim" or other.id <= entry.id:
            continue
        back = [at for at, found in enumerate(other.record.contradicts) if found.claim == entry.id]
        if back:
            yield _again(other.at("contradicts", back[0]), entry.at("contradicts", index))


def _again(where: Position, first: Position) -> Diagnostic:
    message = "this link between two claims is written a second time"
    hint = "keep one of the two: a contradiction is read both ways"
    return Diagnostic(where, "linked-twice", message, hint, Severity.WARNING, ((first, "it stands here"),))
