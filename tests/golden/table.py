"""The golden table of the claims: what the content amounts to, in a form that one can read as a diff.

Write it anew with `.venv/bin/python -m tests.golden.table`, then read the diff: you are signing it.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from explainer.checking import check
from explainer.dossier import Dossier, Judgement
from explainer.judging import assess, roots_of

PROJECT = Path(__file__).parents[2]
TABLE = Path(__file__).with_name("claims.json")
DAYS = (date(2024, 10, 14), date(2024, 12, 31), date(2025, 5, 1), date(2026, 3, 17))
"""The day of the starting article, the end of that year, after both capitals spoke, and the site's own."""


def table(dossier: Dossier) -> dict[str, dict[str, Any]]:
    """Return a row for every claim, in the order of their ids."""
    return {judgement.id: _row(judgement, dossier) for judgement in dossier.of_kind("claim")}


def _row(judgement: Judgement, dossier: Dossier) -> dict[str, Any]:
    return {
        "status": {day.isoformat(): word_on(judgement, dossier, day) for day in DAYS},
        "independent origins": sorted(roots_of(end for end in judgement.assessment.origins if end.declared)),
        "at most": judgement.assessment.at_most,
        "caveats": sorted({caveat.rule for caveat in judgement.caveats}),
    }


def word_on(judgement: Judgement, dossier: Dossier, day: date) -> str:
    """Say the status on a day and whether somebody contests it; nothing if the claim was not made yet."""
    status = judgement.status_on(day)
    contested = assess(judgement.statement, dossier.origins, day).contested_by
    return f"{status}, contested" if status and contested else status


def written(rows: dict[str, dict[str, Any]]) -> str:
    """Return the table as the text of its file."""
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TABLE.write_text(written(table(check(PROJECT).dossier)), encoding="utf-8")
