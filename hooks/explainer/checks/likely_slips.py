"""What can be so and seldom is: a source read before it appeared, a quotation from a long source without place."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic, Severity
from explainer.dossier import Dossier
from explainer.parsing import Entry
from explainer.prose import Page

LONG = frozenset(
    [
        "bill",
        "book",
        "broadcast",
        "chapter",
        "dataset",
        "hearing",
        "interview",
        "legislation",
        "report",
        "treaty",
    ]
)
"""Types of sources in which nobody finds a quotation without its page, paragraph or minute."""


def check(dossier: Dossier, _pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield what is probably a slip."""
    for entry in dossier.graph.of_kind("source"):
        yield from _read_too_early(entry)
    for kind in ("claim", "event"):
        for entry in dossier.graph.of_kind(kind):
            yield from _without_place(entry, dossier)


def _read_too_early(entry: Entry) -> Iterator[Diagnostic]:
    read, published = entry.record.accessed, entry.record.published
    if read and published and read.latest < published.earliest:
        message = f"it was read ({read.words}) before it was published ({published.words})"
        hint = "correct “accessed” or “published”"
        yield Diagnostic(entry.at("accessed"), "read-before-published", message, hint, Severity.WARNING)


def _without_place(entry: Entry, dossier: Dossier) -> Iterator[Diagnostic]:
    for index, item in enumerate(entry.record.evidence):
        source = dossier.graph.entries.get(item.source)
        if item.quote and not item.locator and source and getattr(source.record, "type", "") in LONG:
            message = (
                f"the quotation is from a long source, a {source.record.type}, and no place in it is given"
            )
            hint = "add “locator”: a page, a paragraph, a minute"
            where = entry.at("evidence", index, "quote")
            yield Diagnostic(where, "quote-without-locator", message, hint, Severity.WARNING)
