"""What a status hangs on, as pages show it: the telling sentences, and a small table."""

from __future__ import annotations

from typing import Any

from explainer.dossier import Dossier, Judgement
from explainer.hanging import hanging
from explainer.messages import Message
from explainer.verdicts import missing

ALONE = Message("Counted alone")
ALONE_AMOUNTS = Message("What they amount to")
LEFT_OUT = Message("Left out")
REST_AMOUNTS = Message("What the rest amounts to")


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
        "heading": ALONE() if only else LEFT_OUT(),
        "amounts": ALONE_AMOUNTS() if only else REST_AMOUNTS(),
        "rows": [
            {"words": row.words, "status": row.status, "contested": row.contested, "changes": row.changes}
            for row in rows
            if row.only is only
        ],
    }
