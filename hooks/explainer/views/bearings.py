"""What a claim stands or falls with: the claims that follow from it, from which it follows, that exclude it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from explainer.dossier import Dossier, Judgement
from explainer.judging import contraries, contraries_on, implications, implied_by
from explainer.kinds.claim import Contradiction, Implication
from explainer.messages import Message
from explainer.values.edtf import day_words
from explainer.views._base import line, reference

HEADING = Message("Stands or falls with …")
EXCLUDED = Message("Cannot be true together with")
IMPLIED = Message("If this is so, then so is")
IMPLYING = Message("This is so if one of these is")

OTHER_WAYS = frozenset(["Follows from", "Cannot be true together with"])
"""Ways back that are told here, with the reason, and not again among the others."""


def bearings(judgement: Judgement, dossier: Dossier) -> list[dict[str, Any]]:
    """Return the claims with which a claim is linked, in groups; nothing if there are none."""
    graph, id = dossier.graph, judgement.id
    against = (
        (other, written, _since(id, other, dossier)) for other, written in contraries(id, graph).items()
    )
    follows = ((one.claim, one, "") for one in implications(id, graph))
    before = ((other, one, "") for other, one in implied_by(id, graph))
    groups = [
        {
            "id": "excludes",
            "heading": EXCLUDED(),
            "links": list(_links(against, dossier)),
        },
        {"id": "implies", "heading": IMPLIED(), "links": list(_links(follows, dossier))},
        {"id": "follows", "heading": IMPLYING(), "links": list(_links(before, dossier))},
    ]
    return [group for group in groups if group["links"]]


def _links(
    found: Iterable[tuple[str, Implication | Contradiction, str]], dossier: Dossier
) -> Iterator[dict[str, Any]]:
    for other, written, since in found:
        yield {
            "claim": reference(other, dossier),
            "note": written.note,
            "since": since,
            "edit": _line(written, other, dossier),
        }


def _line(written: Implication | Contradiction, other: str, dossier: Dossier) -> str:
    """Return the line on which a link is written: at the claim that holds it, whichever of the two that is."""
    field = "implies" if isinstance(written, Implication) else "contradicts"
    holders = [dossier.graph.entries[other]]
    holders += [found.source for found in dossier.graph.backlinks.get(other, ()) if found.path[0] == field]
    for entry in holders:
        known = getattr(entry.record, field, ())
        for index, one in enumerate(known):
            if one is written:
                return line(entry, dossier, field, index)
    return ""


def _since(id: str, other: str, dossier: Dossier) -> str:
    """Say since when a contrary has been corroborated or acknowledged; nothing if it is not, or undated."""
    for one in contraries_on(id, dossier.origins, dossier.as_of):
        if one.id == other and one.shown_since.year > 1:
            return day_words(one.shown_since)
    return ""
