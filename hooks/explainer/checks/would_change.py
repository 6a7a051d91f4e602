"""Whether what is said to change a status fits the status: nothing is asked for that is there already."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.diagnostics import Diagnostic, Severity
from explainer.dossier import Dossier, Judgement
from explainer.hanging import is_asked
from explainer.kinds._statuses import LADDER
from explainer.prose import Page

RESTS_ON = "records"

_ASKS = re.compile(r"\ban? (?:acknowledge?ment|admission)\b(?! (?:by|for|from|of|that)\b)", re.IGNORECASE)
_CALLS = re.compile(r"\b(?:is|are|was|were|has been|have been) (?:already )?acknowledged\b", re.IGNORECASE)
_PROMISES = re.compile(
    r"\b(?:would|could|might) (?:make it|raise it to|lift it to|be)\s+(?P<status>reported|corroborated|acknowledged)\b",
    re.IGNORECASE,
)

RANK = {status: rank for rank, status in enumerate(("acknowledged", "corroborated", "reported", "alleged"))}


def check(dossier: Dossier, _pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield every claim of which “would_change_if” contradicts the status that was computed."""
    for judgement in dossier.of_kind("claim"):
        text = judgement.claim.would_change_if
        if not text or not is_asked(judgement):
            continue
        if why := _contradiction(text, judgement):
            entry = dossier.graph.entries[judgement.id]
            hint = "say what would change the status that it has now; the page says itself what is missing for the next"
            yield Diagnostic(entry.at("would_change_if"), "would-change-already", why, hint, Severity.WARNING)


def _contradiction(text: str, judgement: Judgement) -> str:
    status = judgement.assessment.status
    if status not in LADDER:
        return ""
    if status == "acknowledged" and (found := _ASKS.search(text)):
        return f"“{found.group()}” is asked for, and the claim is acknowledged"
    if status != "acknowledged" and (found := _CALLS.search(text)):
        return f"“{found.group()}” is said, and the claim is {status}"
    found = _PROMISES.search(text)
    if found and status in RANK and RANK[status] <= RANK[found["status"].lower()]:
        return f"“{found.group()}” is said, and the claim is {status} already"
    return ""
