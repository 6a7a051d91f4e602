"""Numbers that cannot be compared: one measure of one claim counted in two units."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.dossier import Dossier
from explainer.kinds.claim import Claim, Figure
from explainer.parsing import Entry
from explainer.prose import Page


def check(dossier: Dossier, _pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield each figure whose unit is not that of the first figure of its measure."""
    for entry in dossier.graph.of_kind("claim"):
        yield from _changes(entry)


def _changes(entry: Entry) -> Iterator[Diagnostic]:
    claim: Claim = entry.record
    first: dict[str, tuple[int, Figure]] = {}
    for index, figure in enumerate(claim.figures):
        known, earlier = first.setdefault(figure.measure, (index, figure))
        if figure.unit.casefold() != earlier.unit.casefold():
            yield Diagnostic(
                entry.at("figures", index, "unit"),
                "unit-changes",
                f"“{figure.measure}” is counted in “{figure.unit}” here and in “{earlier.unit}” above",
                "use one unit for one measure, or give this number a measure of its own",
                related=((entry.at("figures", known, "unit"), f"“{earlier.unit}” stands here"),),
            )
