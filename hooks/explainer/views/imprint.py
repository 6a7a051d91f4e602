"""Who makes a site, from what and how current it is; what its signs mean; who answers for it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from explainer import dating, standings, urls
from explainer.dossier import Dossier
from explainer.messages import Message
from explainer.values.edtf import day_words
from explainer.views._base import day, has_page, method_address
from explainer.wording import counted

ACKNOWLEDGED = Message("those concerned say so of themselves")
CORROBORATED = Message("independent origins, something was observed")
REPORTED = Message("somebody named, who is no party, says so")
ALLEGED = Message("only parties or unnamed voices say so")
REFUTED = Message("shown to be wrong")
REVIEWED = Message(
    "On this site {count:,} claims were last gone through on {day}.",
    one="On this site 1 claim was last gone through on {day}.",
)

SIGNS = {
    "acknowledged": ACKNOWLEDGED,
    "corroborated": CORROBORATED,
    "reported": REPORTED,
    "alleged": ALLEGED,
    "refuted": REFUTED,
}
"""The signs that a reader meets first, each in a few words; the page of the method has the rules."""


def imprint(_argument: str, dossier: Dossier) -> dict[str, Any]:
    """Who makes this site, from what, up to which day, and why one may trust it, in two lines."""
    settings = dossier.settings
    return {
        "maintainers": settings.maintainers,
        "sources": counted(len(dossier.graph.of_kind("source")), "source"),
        "as_of": day(settings.as_of),
        "changed": day(dating.of_site(dossier)),
        "about": "about/" if has_page("about.md", dossier) else "",
        "method": method_address(dossier),
    }


def signs(_argument: str, dossier: Dossier) -> dict[str, Any]:
    """What the signs beside statements mean, each in a few words."""
    used = standings.statuses_of_claims(dossier)
    return {
        "signs": [
            {"status": status, "meaning": meaning()} for status, meaning in SIGNS.items() if status in used
        ],
        "method": method_address(dossier),
    }


def edited(dossier: Dossier) -> dict[str, Any]:
    """Return what was last done to the content: claims gone through on the last day, the last correction."""
    reviewed = Counter(
        judgement.claim.last_reviewed.end
        for judgement in dossier.of_kind("claim")
        if judgement.claim.last_reviewed
    )
    corrections = [entry.record.date for entry in dossier.graph.of_kind("correction")]
    last = max(reviewed, default=None)
    return {
        "reviewed": REVIEWED(count=reviewed[last], day=day_words(last)) if last else "",
        "corrected": day(max(one.end for one in corrections)) if corrections else None,
        "corrections": "corrections/" if has_page("corrections.md", dossier) else "",
    }


def who_answers(_argument: str, dossier: Dossier) -> dict[str, Any]:
    """Who answers for the site, how they are reached, and what the two days mean that it names."""
    settings = dossier.settings
    gap = (settings.reviewed - settings.as_of).days if settings.reviewed else 0
    return {
        "maintainers": settings.maintainers,
        "repository": settings.repository,
        "issues": urls.of_report("", settings.repository) if settings.repository else "",
        "as_of": day(settings.as_of),
        "reviewed": day(settings.reviewed) if settings.reviewed else None,
        "gap": counted(gap, "day") if gap > 0 else "",
    }
