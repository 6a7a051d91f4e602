"""What a status hangs on, as data: for each thing that is left out, what the rest amounts to."""

from __future__ import annotations

from typing import Any

from explainer.dossier import Dossier, Judgement
from explainer.hanging import Row, hanging
from explainer.linking import without_markup

MEANING = "Computed: what the status hangs on, in one sentence; empty where that is not asked."


def hangs_on(judgement: Judgement, dossier: Dossier) -> dict[str, Any] | None:
    """Return what a status hangs on; nothing where that is not asked, or nothing speaks for the statement."""
    found = hanging(judgement, dossier)
    if found is None:
        return None
    return {
        "sentences": [without_markup(sentence) for sentence in found.sentences],
        "carried_by": [root for root in found.carried_by if root],
        "left_out": [
            {
                "id": row.id,
                "sort": "only" if row.only else "without",
                "words": without_markup(row.words),
                "status": row.status,
                "contested": row.contested,
            }
            for row in found.rows
        ],
    }


def sentence(judgement: Judgement, dossier: Dossier) -> str:
    """Return the sentence that stands first; empty where there is none."""
    found = hanging(judgement, dossier)
    return found.first if found else ""


def rows(dossier: Dossier) -> tuple[tuple[Judgement, Row], ...]:
    """Return everything that is left out of any statement, with what the rest amounts to."""
    return tuple(
        (judgement, row)
        for kind in ("claim", "event")
        for judgement in dossier.of_kind(kind)
        if (found := hanging(judgement, dossier)) is not None
        for row in found.rows
    )
