"""Authors written as one text, which other programs take for the name of a body."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic, Severity
from explainer.dossier import Dossier
from explainer.kinds._authors import Author
from explainer.prose import Page


def check(dossier: Dossier, _pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield each author that is written the former way."""
    for entry in dossier.graph.of_kind("source"):
        if written := entry.record.author:
            message = f"“author: {written}” does not say whether this is a person, several, or a body"
            hint = Author.hint(written)
            yield Diagnostic(entry.at("author"), "author-as-text", message, hint, Severity.WARNING)
