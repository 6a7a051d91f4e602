"""The golden list of linked claims: every pair, and the days on which each of the two rules fires.

Write it anew with `.venv/bin/python -m tests.golden.bearings`, then read the diff: you are signing it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from explainer.checking import check
from explainer.checks.bearings import lags_of
from explainer.dossier import Dossier
from explainer.judging import SHOWN, contraries, implications

PROJECT = Path(__file__).parents[2]
PAIRS = Path(__file__).with_name("bearings.txt")


def pairs(dossier: Dossier) -> str:
    """Return a line for every link between two claims, and below it the days on which its rule fires."""
    return "".join(f"{line}\n" for line in [*_implied(dossier), "", *_contradictory(dossier)])


def _implied(dossier: Dossier) -> Iterator[str]:
    for entry in dossier.graph.of_kind("claim"):
        for one in implications(entry.id, dossier.graph):
            yield f"{entry.id} → {one.claim}"
            yield from (
                f"  lower: {lag.first} to {lag.last}, {lag.upper} and {lag.lower or 'not known'}"
                for lag in lags_of(entry.id, one.claim, dossier)
            )


def _contradictory(dossier: Dossier) -> Iterator[str]:
    for entry in dossier.graph.of_kind("claim"):
        for other in contraries(entry.id, dossier.graph):
            if entry.id < other:
                yield f"{entry.id} ↔ {other}"
                yield from _shown(entry.id, other, dossier)
                yield from _shown(other, entry.id, dossier)


def _shown(id: str, other: str, dossier: Dossier) -> Iterator[str]:
    """Yield from when a claim carries the caveat for the sake of another: once that is shown, and itself is made."""
    made = dossier.judgements[id].statement.first_made.earliest
    status = ""
    for moment in dossier.judgements[other].moments:
        now = moment.status if moment.status in SHOWN else ""
        if now != status:
            yield f"  {id}: {max(moment.date, made)} {now or 'no longer'}"
        status = now


if __name__ == "__main__":
    PAIRS.write_text(pairs(check(PROJECT).dossier), encoding="utf-8")
