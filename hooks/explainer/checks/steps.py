"""Whether a step that one party takes says whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic, Severity
from explainer.dossier import Dossier
from explainer.kinds.treaty import Step, Treaty
from explainer.prose import Page

RESTS_ON = "records"

OF_ONE_PARTY = frozenset(
    [
        "draft-approved",
        "submitted",
        "recommended",
        "adopted",
        "approved",
        "signed-into-law",
        "ratified",
        "acceded",
        "reserved",
        "denounced",
    ]
)
"""Steps that each party takes for itself."""


def check(dossier: Dossier, _pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield a warning for each such step by whom one party acted, and that is shown as a step of all."""
    for entry in dossier.graph.of_kind("treaty"):
        treaty: Treaty = entry.record
        for index, step in enumerate(treaty.steps):
            if step.party is not None or step.step not in OF_ONE_PARTY or len(treaty.parties) < 2:
                continue
            acted = _parties(step, treaty, dossier)
            if len(acted) == 1:
                (party,) = acted
                yield Diagnostic(
                    entry.at("steps", index, "by"),
                    "step-of-one-party",
                    f"those who acted belong to “{party}”, and the step is shown as one of all parties",
                    f"add “party: {party}” if the step is its own, or name who acted for the others",
                    Severity.WARNING,
                )


def _parties(step: Step, treaty: Treaty, dossier: Dossier) -> frozenset[str]:
    """Return the parties to which those belong who took a step."""
    day = step.date.latest
    chains = (dossier.origins.chain(id, day) for id in step.by)
    return frozenset(id for chain in chains for id in chain if id in treaty.parties)
