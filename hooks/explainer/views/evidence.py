"""Items of evidence as pages show them: for, limiting, against."""

from __future__ import annotations

from typing import Any

from explainer import urls
from explainer.dossier import Dossier, Judgement
from explainer.judging import Item, Trail
from explainer.kinds._parts import BASES, STANCES
from explainer.messages import Message
from explainer.views._base import line, reference, when
from explainer.views.sources import reference_line
from explainer.wording import counted

SUPPORTING = Message("For the statement")
QUALIFYING = Message("Limiting it")
DENYING = Message("Denying it")
WITHDRAWING = Message("Taking it back")
REFUTING = Message("Against it")

HEADINGS = {
    "supports": SUPPORTING,
    "qualifies": QUALIFYING,
    "denies": DENYING,
    "withdraws": WITHDRAWING,
    "refutes": REFUTING,
}
"""The heading of the items of each stance, in their order."""


def evidence_groups(judgement: Judgement, dossier: Dossier) -> list[dict[str, Any]]:
    """Return all items of evidence, grouped by stance: for, limiting, against."""
    written = sorted(judgement.statement.items, key=lambda item: item.path)
    anchors = dict(
        zip(
            (item.path for item in written),
            urls.anchors(f"evidence-{item.source.id}" for item in written),
            strict=True,
        )
    )
    groups = []
    for stance, heading in HEADINGS.items():
        items = [item for item in judgement.statement.items if item.stance == stance]
        sources = len({item.source.id for item in items})
        groups.append(
            {
                "sources": counted(sources, "source"),
                "stance": stance,
                "heading": heading(),
                "meaning": STANCES[stance],
                "items": [
                    evidence(item, judgement, dossier) | {"anchor": anchors[item.path]} for item in items
                ],
            }
        )
    return groups


def evidence(item: Item, judgement: Judgement, dossier: Dossier) -> dict[str, Any]:
    """Return one item of evidence for templates."""
    one = item.evidence
    entry = dossier.graph.entries[judgement.id]
    return {
        "source": reference_line(item.source, dossier),
        "stance": item.stance,
        "basis": item.basis,
        "basis_meaning": BASES[item.basis],
        "when": when(item.when),
        "origins": [origin(trail, dossier) for trail in item.trails],
        "quote": one.quote,
        "quote_language": item.source.language if item.source.language != "en" else "",
        "no_quote": one.no_quote,
        "locator": one.locator,
        "note": one.note,
        "handed_over_by": actor(one.material_from, dossier),
        "held_by": actor(one.in_custody_of, dossier),
        "own_finding": one.own_finding,
        "against_interest": one.against_interest,
        "later": item.known_by > dossier.settings.as_of,
        "edit": line(entry, dossier, *item.path),
    }


def actor(id: str | None, dossier: Dossier) -> dict[str, Any] | None:
    """Return an actor whom an item names, as a link; nothing where it names none."""
    return reference(id, dossier) if id and id in dossier.graph.entries else None


def origin(trail: Trail, dossier: Dossier) -> dict[str, Any]:
    """Return where a trail ends, and the steps that lead there."""
    end = trail.origin
    entries = dossier.graph.entries
    return {
        "name": end.name,
        "link": reference(end.id, dossier) if end.id in entries else None,
        "party": end.party,
        "named": end.named,
        "declared": end.declared,
        "root": reference(end.root, dossier) if end.root in entries and end.root != end.id else None,
        "path": [reference(step, dossier) for step in trail.path if step in entries],
    }
