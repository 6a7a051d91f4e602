"""Judge for yourself: the table from which a page answers, whichever roots a reader leaves out."""

from __future__ import annotations

from typing import Any

from explainer.dossier import Dossier, Judgement
from explainer.hanging import hanging, is_asked, listed_roots, readings, without_markup
from explainer.judging import answers, keeps_in, roots_in, with_only

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

UNKNOWN = "unknown"
"""What the voices of unknown belonging are called in addresses."""


def judge(judgement: Judgement, dossier: Dossier) -> dict[str, Any] | None:
    """Return the boxes of a statement; nothing where only one root speaks, or that is not asked."""
    if not is_asked(judgement):
        return None
    roots = listed_roots(judgement, dossier)
    if len(roots) < 2:
        return None
    table = answers(judgement.statement, dossier.origins, judgement.assessment.as_of)
    return {
        "roots": [{"id": root or UNKNOWN, "words": _label(words)} for root, words in roots],
        "known": " ".join(coded(*one) for one in table.known),
        "places": "".join(DIGITS[place] for place in table.places),
        "at_most": table.at_most,
        "readings": _readings(judgement, dossier),
    }


def coded(status: str, contested: bool) -> str:  # noqa: FBT001 - an answer is a pair
    """Return an answer as a page holds it: “reported”, “reported+” where somebody contests it."""
    return f"{status}{'+' if contested else ''}"


def _label(words: str) -> str:
    bare = without_markup(words)
    return bare[:1].upper() + bare[1:]


def _readings(judgement: Judgement, dossier: Dossier) -> list[dict[str, Any]]:
    found = hanging(judgement, dossier)
    rows = {row.id: row for row in found.rows} if found else {}
    as_of = judgement.assessment.as_of
    every = roots_in(judgement.statement, as_of)
    shown = []
    for reading in readings(dossier):
        if reading.id in rows:
            row = rows[reading.id]
            left = with_only(judgement.statement, keeps_in(reading, dossier.origins))
            kept = roots_in(left, as_of)
            bare = without_markup(row.words)
            lower = bare if reading.side else bare[:1].lower() + bare[1:]
            shown.append(
                {
                    "id": reading.id,
                    "words": f"{'Only' if row.only else 'Without'} {lower}",
                    "answer": coded(row.status, row.contested),
                    "gone": " ".join(root or UNKNOWN for root in every if root not in kept),
                }
            )
    return shown
