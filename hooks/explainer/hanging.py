"""What a status hangs on, in words: the one module that tells what changes when something is left out.

`judging` leaves out and asks again; here its answers become sentences, in which records are named as
`[[id|words]]`, and the rows of a small table. Never a score: what is left out, and what the rest amounts to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from explainer.caveats._base import capitalised, clean, listed, number_word
from explainer.dossier import Dossier, Judgement
from explainer.judging import (
    Assessment,
    Item,
    Origin,
    Reading,
    Side,
    read,
    readings_of,
    roots_in,
    sides_of,
    without,
)
from explainer.kinds._statuses import status_words
from explainer.linking import without_markup
from explainer.remembering import once_for_each

NOTHING = {
    "unsupported": "nothing speaks for it",
    "withdrawn": "withdrawn",
}
"""What is said of a rest that has no status of its own."""


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
        _first(now, speaking, {root: lone[root].status for root in carried_by}, dossier),
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


def _first(now: Assessment, roots: tuple[str, ...], changes: dict[str, str], dossier: Dossier) -> str:
    """Say what the status hangs on in one sentence."""
    status = status_words(now.status)
    names = {root: root_words(root, now, dossier) for root in roots}
    if not changes and len(roots) == 1:
        return f"Stays {status} without {names[roots[0]]}."
    if not changes:
        return f"Stays {status} without any one of {_its_origins(now, roots)}."
    verb = "That it is refuted hangs on" if now.status == "refuted" else "Hangs on"
    rests = {rest_words(rest) for rest in changes.values()}
    if len(rests) > 1:
        each = (f"without {names[root]}, {rest_words(rest)}" for root, rest in changes.items())
        return f"{verb} more than one origin: {'; '.join(each)}."
    rest = rests.pop()
    if len(changes) > 1:
        either = "either" if len(changes) == 2 else "any one of them"
        return f"{verb} each of {listed(names[root] for root in changes)}: without {either}, {rest}."
    name = names[next(iter(changes))]
    if now.status == "refuted":
        return f"{verb} the word of {name}: without it, {rest}."
    if len(roots) == 1:
        return f"Rests on {name} alone: nothing else speaks for it."
    return f"{verb} {name}: the rest amounts to {rest}."


def _its_origins(now: Assessment, roots: tuple[str, ...]) -> str:
    """Count what can be left out one by one; what is independent of each other may be fewer."""
    number = max(now.independent, now.at_most)
    known = len([root for root in roots if root])
    if now.status == "refuted":
        return f"the {number_word(known)} origins that refute it"
    if number < 2:
        return "its origins"
    most = "at most " if now.is_upper_bound or "" in roots else ""
    if known > number:
        independent = f"of which {most}{number_word(number)} are independent of each other"
        return f"its {number_word(known)} origins, {independent}"
    return f"its origins, {most}{number_word(number)}" if most else f"its {number_word(number)} origins"


def _further(
    now: Assessment, rows: tuple[Row, ...], carried_by: tuple[str, ...], dossier: Dossier
) -> Iterator[str]:
    by_id = {row.id: row for row in rows}
    of_sides = [(side, by_id.get(Reading("without-side", side).id)) for side in sides(dossier)]
    told = [(side, row) for side, row in of_sides if row is not None]
    if any(row.changes for _, row in told) and not _says_the_same(told, carried_by, now):
        parts: list[str] = []
        for side, row in told:
            same = "no longer contested" if now.contested_by and not row.contested else "no change"
            rest = rest_words(row.status) if row.changes else same
            parts.append(f"without {_of_side(side, dossier, first=not parts)}: {rest}")
        yield capitalised(f"{'; '.join(parts)}.")
    observed = by_id.get("without-handed-over")
    if observed is not None and observed.changes:
        handed = "handed over, or said in custody"
        if _all_is_handed_over(now):
            what = f"Nothing was observed that was not {handed}: with that left out"
        else:
            what = f"Needs what was {handed}: without it"
        yield f"{what}, {rest_words(observed.status)}."


def _all_is_handed_over(now: Assessment) -> bool:
    observed = [item for item in now.supporting if item.is_observed and item.hands]
    return bool(observed) and all(item.givers for item in observed)


def _says_the_same(told: list[tuple[Side, Row]], carried_by: tuple[str, ...], now: Assessment) -> bool:
    """Tell whether the sentence on sides would only repeat that a single party carries the status."""
    roots = {trail.origin.root for item in now.supporting for trail in item.trails}
    return len(roots) == 1 and carried_by == tuple(roots) and sum(row.changes for _, row in told) == 1


def _of_side(side: Side, dossier: Dossier, *, first: bool) -> str:
    names = listed(named(party, dossier) for party in side.parties)
    if first:
        declared = "its" if len(side.parties) == 1 else "their"
        return f"anything that {names} or {declared} declared supporters say or handed over"
    return f"{_possessive([named(party, dossier) for party in side.parties])} side"


def _possessive(names: list[str]) -> str:
    """Return names as owners, outside their markup: “Northland’s and Eastland’s”."""
    return listed(f"{name}’s" if not without_markup(name).endswith("s") else f"{name}’" for name in names)


def rest_words(status: str) -> str:
    """Say what a rest amounts to, inside a sentence."""
    return NOTHING.get(status, status_words(status))


def named(id: str, dossier: Dossier) -> str:
    """Return a reference to a record as a sentence has it."""
    return f"[[{id}|{clean(dossier.graph.in_sentences(id))}]]"


def root_words(root: str, now: Assessment, dossier: Dossier) -> str:
    """Name a root: a record, its unnamed voices where only those speak, or a publisher that is no record.

    An empty root stands for the voices of whom nobody knows whose they are.
    """
    if not root:
        return "voices of unknown belonging"
    ends = _of_root(root, now.supporting) or _of_root(root, now.items)
    if root in dossier.graph.entries:
        return f"unnamed voices of {named(root, dossier)}" if _nameless(ends) else named(root, dossier)
    return clean(ends[0].name if ends else root.partition(":")[2])


def _of_root(root: str, items: Iterable[Item]) -> list[Origin]:
    return [trail.origin for item in items for trail in item.trails if trail.origin.root == root]


def _nameless(ends: list[Origin]) -> bool:
    return bool(ends) and not any(end.named for end in ends)


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
        words = "Any other one of its origins" if len(same) < len(lone) else "Any one of its origins"
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


def reading_words(reading: Reading, dossier: Dossier) -> str:
    """Name what a reading leaves out, or what it keeps."""
    who = ""
    if reading.side is not None:
        who = listed(named(party, dossier) for party in reading.side.parties)
        declared = "its" if len(reading.side.parties) == 1 else "their"
        if reading.sort == "without-side":
            return f"{who} and {declared} declared supporters"
        return who
    return {
        "without-unnamed": "Unnamed voices",
        "without-undeclared": "Reports that do not say from whom they have it",
        "without-handed-over": "What was handed over to those who examined it, or said in custody",
        "only-outsiders": "Those who are no party",
        "only-observed": "What rests on something observed",
    }[reading.sort]


def amounts(judgement: Judgement, reading: Reading, dossier: Dossier) -> tuple[str, bool]:
    """Return status and contest of a statement in a reading."""
    rest = read(judgement.statement, reading, dossier.origins, judgement.assessment.as_of)
    return rest.status, bool(rest.contested_by)


def listed_roots(judgement: Judgement, dossier: Dossier) -> list[tuple[str, str]]:
    """Return every root that speaks for or against a statement, with its name."""
    now = judgement.assessment
    return [(root, root_words(root, now, dossier)) for root in roots_in(judgement.statement, now.as_of)]
