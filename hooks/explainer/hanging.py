"""What a status hangs on: the one module that tells what changes when something is left out.

`judging` leaves out and asks again; here its answers become sentences, whose words `hanging_words` has, and the
rows of a small table. Never a score: what is left out, and what the rest amounts to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from explainer.caveats._base import capitalised
from explainer.dossier import Dossier, Judgement
from explainer.hanging_words import (
    any_origin,
    hangs_on,
    outcome_words,
    reading_words,
    root_words,
    without_handed_over,
    without_sides,
)
from explainer.judging import Assessment, Reading, Side, read, readings_of, roots_in, sides_of, without
from explainer.linking import without_markup
from explainer.remembering import once_for_each


@dataclass(frozen=True, slots=True)
class Row:
    """Something that is left out, and what the rest amounts to."""

    id: str
    """`without-…` and a root, or the id of a reading."""
    words: str
    status: str
    contested: bool
    changes: bool
    """Whether the status is another one."""
    only: bool = False
    """Whether the words name what is kept, not what is left out."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """What the status of one statement hangs on."""

    status: str
    sentences: tuple[str, ...]
    """The shortest telling one first."""
    rows: tuple[Row, ...]
    carried_by: tuple[str, ...]
    """The roots without any one of which the status would be another."""
    roots: tuple[str, ...]
    """The roots that speak for it, or refute it where it is refuted."""

    @property
    def first(self) -> str:
        """The sentence that stands first, without markup."""
        return without_markup(self.sentences[0])


@once_for_each
def _known(_dossier: Dossier) -> dict[str, Hanging | None]:
    return {}


@once_for_each
def sides(dossier: Dossier) -> tuple[Side, ...]:
    """Return the sides on the site's own day."""
    return sides_of(dossier.origins, dossier.as_of)


def is_asked(judgement: Judgement) -> bool:
    """Tell whether it is asked of a statement what its status hangs on: of claims and occurrences it is.

    Whether a thing was done or said in the open, or a forecast came about, is another question.
    """
    return judgement.statement.nature == "truth"


def hanging(judgement: Judgement, dossier: Dossier) -> Hanging | None:
    """Return what the status of a statement hangs on; nothing where that is not asked, or nothing speaks for it."""
    known = _known(dossier)
    if judgement.id not in known:
        known[judgement.id] = _hanging(judgement, dossier) if is_asked(judgement) else None
    return known[judgement.id]


def _hanging(judgement: Judgement, dossier: Dossier) -> Hanging | None:
    now = judgement.assessment
    if now.status in ("unsupported", "withdrawn"):  # nothing that could be left out
        return None
    speaking = _speaking(now)
    statement, origins = judgement.statement, dossier.origins
    lone = {root: without(statement, [root], origins, now.as_of) for root in speaking}
    carried_by = tuple(root for root, rest in lone.items() if rest.status != now.status)
    rows = tuple(_root_rows(judgement, lone, dossier))
    if judgement.statement.kind == "claim":  # of an occurrence its page says what it hangs on, and no more
        rows += tuple(_reading_rows(judgement, dossier))
    sentences = (
        hangs_on(now, speaking, {root: lone[root].status for root in carried_by}, dossier),
        *_further(now, rows, carried_by, dossier),
    )
    return Hanging(now.status, sentences, rows, carried_by, speaking)


def _speaking(now: Assessment) -> tuple[str, ...]:
    """Return the roots of what carries the status: of the support, or of what refutes."""
    items = now.supporting
    if now.status == "refuted":
        items = tuple(item for item in now.items if item.stance == "refutes")
    roots = dict.fromkeys(trail.origin.root for item in items for trail in item.trails)
    return tuple(sorted(roots, key=lambda root: (not root, root)))


# The sentences


def _further(
    now: Assessment, rows: tuple[Row, ...], carried_by: tuple[str, ...], dossier: Dossier
) -> Iterator[str]:
    by_id = {row.id: row for row in rows}
    of_sides = [(side, by_id.get(Reading("without-side", side).id)) for side in sides(dossier)]
    told = [(side, row) for side, row in of_sides if row is not None]
    if any(row.changes for _, row in told) and not _says_the_same(told, carried_by, now):
        yield without_sides([(side, _outcome(row, now)) for side, row in told], dossier)
    observed = by_id.get("without-handed-over")
    if observed is not None and observed.changes:
        yield without_handed_over(observed.status, is_all=_all_is_handed_over(now))


def _outcome(row: Row, now: Assessment) -> str:
    uncontested = bool(now.contested_by) and not row.contested
    return outcome_words(row.status, changes=row.changes, uncontested=uncontested)


def _all_is_handed_over(now: Assessment) -> bool:
    observed = [item for item in now.supporting if item.is_observed and item.hands]
    return bool(observed) and all(item.givers for item in observed)


def _says_the_same(told: list[tuple[Side, Row]], carried_by: tuple[str, ...], now: Assessment) -> bool:
    """Tell whether the sentence on sides would only repeat that a single party carries the status."""
    roots = {trail.origin.root for item in now.supporting for trail in item.trails}
    return len(roots) == 1 and carried_by == tuple(roots) and sum(row.changes for _, row in told) == 1


# The table


def _root_rows(judgement: Judgement, lone: dict[str, Assessment], dossier: Dossier) -> Iterator[Row]:
    now = judgement.assessment
    same = [root for root, rest in lone.items() if rest.status == now.status]
    for root, rest in lone.items():
        if root not in same:
            words = capitalised(root_words(root, now, dossier))
            yield Row(
                f"without-{root or 'unknown'}", words, rest.status, bool(rest.contested_by), changes=True
            )
    if len(same) > 1:
        words = any_origin(other=len(same) < len(lone))
        yield Row("without-any", words, now.status, bool(now.contested_by), changes=False)
    elif same:
        words = capitalised(root_words(same[0], now, dossier))
        rest = lone[same[0]]
        yield Row(
            f"without-{same[0] or 'unknown'}", words, rest.status, bool(rest.contested_by), changes=False
        )


def readings(dossier: Dossier) -> tuple[Reading, ...]:
    """Return every named reading of the site."""
    return readings_of(sides(dossier))


def _reading_rows(judgement: Judgement, dossier: Dossier) -> Iterator[Row]:
    """Yield the readings that leave out something that speaks for the statement, or changes the answer."""
    now = judgement.assessment
    for reading in readings(dossier):
        rest = read(judgement.statement, reading, dossier.origins, now.as_of)
        only = reading.sort.startswith("only-")
        answers = ((one.status, bool(one.contested_by)) for one in (rest, now))
        differs = _support(rest) != _support(now) or len(set(answers)) > 1
        if differs and (rest.supporting or reading.sort != "only-side"):
            yield Row(
                reading.id,
                reading_words(reading, dossier),
                rest.status,
                bool(rest.contested_by),
                changes=rest.status != now.status,
                only=only,
            )


def _support(now: Assessment) -> list[tuple[Any, Any]]:
    return [(item.path, len(item.trails)) for item in now.supporting]


def amounts(judgement: Judgement, reading: Reading, dossier: Dossier) -> tuple[str, bool]:
    """Return status and contest of a statement in a reading."""
    rest = read(judgement.statement, reading, dossier.origins, judgement.assessment.as_of)
    return rest.status, bool(rest.contested_by)


def listed_roots(judgement: Judgement, dossier: Dossier) -> list[tuple[str, str]]:
    """Return every root that speaks for or against a statement, with its name."""
    now = judgement.assessment
    return [(root, root_words(root, now, dossier)) for root in roots_in(judgement.statement, now.as_of)]
