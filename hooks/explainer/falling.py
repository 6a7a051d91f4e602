"""What would fall: the statements whose status would be another if a source were withdrawn, and the weakest ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from explainer.dossier import Dossier, Judgement
from explainer.hanging import hanging, is_asked
from explainer.judging import without_source
from explainer.linking import without_markup
from explainer.remembering import once_for_each
from explainer.verdicts import missing


@dataclass(frozen=True, slots=True, eq=False)
class Fall:
    """A statement that would have another status without a source."""

    judgement: Judgement
    status: str
    """What it would be."""


@once_for_each
def _on_sources(dossier: Dossier) -> Mapping[str, tuple[str, ...]]:
    """Return by source the claims and occurrences to whose evidence a trail leads through it."""
    found: dict[str, dict[str, None]] = {}
    for judgement in dossier.judgements.values():
        if is_asked(judgement):
            for item in judgement.assessment.items:
                for trail in item.trails:
                    for step in trail.path:
                        found.setdefault(step, {})[judgement.id] = None
    return {source: tuple(ids) for source, ids in found.items()}


def falls(source: str, dossier: Dossier) -> Iterator[Fall]:
    """Yield every claim and occurrence that would have another status if a source were withdrawn."""
    for id in _on_sources(dossier).get(source, ()):
        judgement = dossier.judgements[id]
        now = judgement.assessment
        rest = without_source(judgement.statement, source, dossier.origins, now.as_of)
        if rest.status != now.status:
            yield Fall(judgement, rest.status)


@dataclass(frozen=True, slots=True, eq=False)
class Weak:
    """A claim whose status hangs on one origin, and what would raise it."""

    judgement: Judgement
    hangs_on: str
    missing: str


def weak(dossier: Dossier) -> tuple[Weak, ...]:
    """Return the claims that hang on one origin: those that rest on it alone first, else by id."""
    found = []
    for judgement in dossier.of_kind("claim"):
        known = hanging(judgement, dossier)
        if known is not None and known.carried_by:
            line = Weak(judgement, known.first, without_markup(missing(judgement, dossier)))
            found.append((len(known.roots), judgement.id, line))
    return tuple(line for _, _, line in sorted(found, key=lambda one: one[:2]))
