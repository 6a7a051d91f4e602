"""Orders of a day that cannot be: events after themselves, or after what happened on another day."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.chronology import circle
from explainer.diagnostics import Diagnostic, Severity
from explainer.dossier import Dossier
from explainer.prose import Page

RESTS_ON = "records"


def check(dossier: Dossier, _pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield each `after` that orders nothing, or contradicts the dates."""
    graph = dossier.graph
    for entry in graph.of_kind("event"):
        if not entry.record.after or entry.record.after not in graph.entries:
            continue
        other, where = graph.entries[entry.record.after], entry.at("after")
        ours, theirs = entry.record.date, other.record.date
        seen_at = ((other.position, f"“{other.id}” stands here"),)
        if circle(graph, entry.id):
            message = f"“{entry.id}” is after “{other.id}”, and that leads back to “{entry.id}”"
            yield Diagnostic(
                where, "wrong-order", message, "remove one “after” of the circle", related=seen_at
            )
        elif ours.latest < theirs.earliest:
            message = f"this happened before “{other.id}”: {ours.words}, not after {theirs.words}"
            yield Diagnostic(
                where, "wrong-order", message, "correct a date, or remove “after”", related=seen_at
            )
        elif (ours.earliest, ours.latest) != (theirs.earliest, theirs.latest):
            message = f"“{other.id}” has another date, and dates order events by themselves"
            hint = "remove “after”, or correct a date"
            yield Diagnostic(where, "wrong-order", message, hint, Severity.WARNING, seen_at)
        elif entry.record.time and other.record.time and entry.record.time < other.record.time:
            message = f"this is said to be after “{other.id}”, and its time is before"
            yield Diagnostic(
                where, "wrong-order", message, "correct a time, or remove “after”", related=seen_at
            )
