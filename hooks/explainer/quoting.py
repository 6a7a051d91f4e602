"""Quotations of evidence: how many there are, and which items carry neither one nor a reason why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explainer.diagnostics import Diagnostic, Severity
from explainer.dossier import Dossier
from explainer.kinds._parts import Evidence
from explainer.messages import Message
from explainer.parsing import Entry

QUOTES_NOTHING = Message("this evidence from “{source}” ({stance}, {basis}) quotes nothing")
ADD_A_QUOTE = Message(
    "add “quote”, the words as the source prints them, and “locator” where it is long; "
    "or say why not: “no_quote: …”"
)


@dataclass(frozen=True, slots=True)
class Quotations:
    """How many items of evidence carry what."""

    items: int
    quoted: int
    located: int
    """Those that say where in the source."""
    explained: int
    """Those that say why nothing is quoted."""


def counted(dossier: Dossier) -> Quotations:
    """Return how much of the evidence of all claims and events carries its words."""
    items = [item for _, _, item in _items(dossier)]
    return Quotations(
        len(items),
        sum(item.quote is not None for item in items),
        sum(item.locator is not None for item in items),
        sum(item.no_quote is not None for item in items),
    )


def unquoted(dossier: Dossier) -> Iterator[Diagnostic]:
    """Yield each item without a quotation or a reason. What a branch adds is asked for one; the rest is counted."""
    for entry, index, item in _items(dossier):
        if item.quote is None and item.no_quote is None:
            message = QUOTES_NOTHING(source=item.source, stance=item.stance, basis=item.basis)
            where = entry.at("evidence", index)
            yield Diagnostic(where, "evidence-without-quote", message, ADD_A_QUOTE(), Severity.WARNING)


def _items(dossier: Dossier) -> Iterator[tuple[Entry, int, Evidence]]:
    for kind in ("claim", "event"):
        for entry in dossier.graph.of_kind(kind):
            for index, item in enumerate(entry.record.evidence):
                yield entry, index, item
