"""Whether two sources name different owners of one publisher for the same time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from explainer.diagnostics import Diagnostic
from explainer.dossier import Dossier
from explainer.judging import Owner
from explainer.prose import Page

RESTS_ON = "records"


def check(dossier: Dossier, _pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield an error for each publisher that two sources give to different owners at one time."""
    for owners in dossier.origins.owners.values():
        first = owners[0]
        for other in owners[1:]:
            if other.actor != first.actor and _overlap(first, other):
                yield _two_owners(first, other, dossier)
                break


def _overlap(one: Owner, other: Owner) -> bool:
    return _begins(one) <= _ends(other) and _begins(other) <= _ends(one)


def _begins(owner: Owner) -> date:
    return owner.bond.since.earliest if owner.bond.since else date.min


def _ends(owner: Owner) -> date:
    return owner.bond.until.latest if owner.bond.until else date.max


def _two_owners(first: Owner, other: Owner, dossier: Dossier) -> Diagnostic:
    names = [dossier.graph.title(owner.actor) for owner in (first, other)]
    publisher = dossier.origins.publisher(first.entry.record, dossier.as_of).name
    message = f"“{publisher}” is said to be controlled by {names[0]} and by {names[1]}"
    hint = "keep one of them; if control changed hands, give each “since” and “until”"
    place = first.entry.at("controlled_by", first.index)
    related = ((place, f"{names[0]} is named here"),)
    return Diagnostic(
        other.entry.at("controlled_by", other.index), "two-owners", message, hint, related=related
    )
