"""What a status hangs on, as pages show it: the telling sentences, and a small table."""

from __future__ import annotations

from typing import Any

from explainer.dossier import Dossier, Judgement
from explainer.hanging import hanging
from explainer.verdicts import missing


def hangs_on(judgement: Judgement, dossier: Dossier) -> dict[str, Any] | None:
    """Return what a status hangs on and what it lacks; nothing where neither is asked."""
    found = hanging(judgement, dossier)
    lacks = missing(judgement, dossier)
    if found is None and not lacks:
        return None
    rows = found.rows if found else ()
    return {
        "sentences": list(found.sentences) if found else [],
        "missing": lacks,
        "groups": [group for group in (_group(rows, only=False), _group(rows, only=True)) if group["rows"]],
    }


def _group(rows: Any, *, only: bool) -> dict[str, Any]:
    return {
        "heading": "Counted alone" if only else "Left out",
        "rows": [
            {"words": row.words, "status": row.status, "contested": row.contested, "changes": row.changes}
            for row in rows
            if row.only is only
        ],
    }
