"""Which pages a site has a use for: what holds nothing is not made, and nothing leads to it."""

from __future__ import annotations

from collections.abc import Callable

from explainer.dossier import Dossier


def _has(*kinds: str) -> Callable[[Dossier], bool]:
    return lambda dossier: dossier.has(*kinds)


def _has_figures(dossier: Dossier) -> bool:
    return any(entry.record.figures for entry in dossier.graph.of_kind("claim"))


def _has_denials(dossier: Dossier) -> bool:
    return any(judgement.assessment.denials for judgement in dossier.of_kind("claim"))


_NEEDS: dict[str, Callable[[Dossier], bool]] = {
    "actors": _has("actor"),
    "as-known-on": _has("claim"),
    "by-whose-word": _has("claim"),
    "changes": _has("claim"),
    "claims": _has("claim"),
    "corrections": _has("correction"),
    "figures": _has_figures,
    "findings": _has("claim"),
    "glossary": _has("term"),
    "places": _has("place"),
    "positions": _has_denials,
    "questions": _has("question"),
    "sources": _has("source"),
    "timeline": _has("event"),
    "treaties": _has("treaty"),
}
"""What a section needs to have anything to show, by the first part of its address; others are always made."""


def is_used(address: str, dossier: Dossier) -> bool:
    """Tell whether a page of the site's own has anything to show."""
    needed = _NEEDS.get(address.partition("/")[0])
    return needed is None or needed(dossier)


def unused(dossier: Dossier) -> frozenset[str]:
    """Return the addresses of sections that have nothing to show and under which no page of docs/ stands."""
    written = {page.path.removesuffix(".md").partition("/")[0] for page in dossier.pages}
    return frozenset(
        f"{section}/" for section, needed in _NEEDS.items() if section not in written and not needed(dossier)
    )
