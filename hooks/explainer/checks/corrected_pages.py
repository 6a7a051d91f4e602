"""Pages that a correction names and that do not exist."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic, Severity, did_you_mean
from explainer.dossier import Dossier
from explainer.prose import Page


def check(dossier: Dossier, pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield each page of a correction that does not lie under docs/."""
    known = [page.path for page in pages]
    for entry in dossier.graph.of_kind("correction"):
        for index, path in enumerate(entry.record.pages):
            if path not in known:
                where = entry.at("pages", index)
                message = f"there is no page “{path}” under docs/"
                hint = did_you_mean(path.removeprefix("docs/"), known, f"the pages are: {', '.join(known)}")
                yield Diagnostic(where, "unknown-page", message, hint, Severity.WARNING)
