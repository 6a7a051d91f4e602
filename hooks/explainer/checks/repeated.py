"""References that stand twice in one list: readers see them once, and they count once."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic, Severity
from explainer.dossier import Dossier
from explainer.prose import Page


def check(dossier: Dossier, _pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield each id that a list names again."""
    for entry in dossier.graph.entries.values():
        seen: dict[tuple[object, ...], tuple[str | int, ...]] = {}
        for path, id, _ in entry.references:
            if not isinstance(path[-1], int):
                continue
            first = seen.setdefault((*path[:-1], id), path)
            if first != path:
                yield Diagnostic(
                    entry.at(*path),
                    "repeated-reference",
                    f"“{id}” stands twice in “{path[-2]}”, and counts once",
                    "delete one of the two, or write the id that was meant",
                    Severity.WARNING,
                    related=((entry.at(*first), "first here"),),
                )
