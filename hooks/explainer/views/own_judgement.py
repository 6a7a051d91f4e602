"""Judge for yourself: the table from which a page answers, whichever roots a reader leaves out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from explainer.dossier import Dossier, Judgement
from explainer.hanging import hanging, is_asked, listed_roots, readings, sides
from explainer.hanging_words import reading_words
from explainer.judging import Reading, Side, Statement, amounts_to, answers, keeps_in, roots_in, with_only
from explainer.linking import without_markup
from explainer.messages import Message

WITHOUT_SIDE = Message("Without {side}")
WITHOUT_TWO_SIDES = Message("Without {first} and without {second}")
WITHOUT_THREE_SIDES = Message("Without {first} and without {second} and without {third}")
WITHOUT_UNNAMED = Message("Without unnamed voices")
WITHOUT_UNDECLARED = Message("Without reports that do not say from whom they have it")
WITHOUT_HANDED_OVER = Message("Without what was handed over to those who examined it, or said in custody")
ONLY_SIDE = Message("Only {side}")
ONLY_OUTSIDERS = Message("Only those who are no party")
ONLY_OBSERVED = Message("Only what rests on something observed")

NAMED = {
    "without-side": WITHOUT_SIDE,
    "only-side": ONLY_SIDE,
    "without-unnamed": WITHOUT_UNNAMED,
    "without-undeclared": WITHOUT_UNDECLARED,
    "without-handed-over": WITHOUT_HANDED_OVER,
    "only-outsiders": ONLY_OUTSIDERS,
    "only-observed": ONLY_OBSERVED,
}
"""What each sort of reading is called where a reader chooses it."""

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

SIDES_AT_MOST = 3
"""How many sides can be left out together; of more, each can be left out alone."""

UNKNOWN = "unknown"
"""What the voices of unknown belonging are called in addresses."""


def judge(judgement: Judgement, dossier: Dossier) -> dict[str, Any] | None:
    """Return the boxes of a statement; nothing where only one root speaks, or that is not asked."""
    if not is_asked(judgement):
        return None
    roots = listed_roots(judgement, dossier)
    if len(roots) < 2:
        return None
    table = answers(judgement.statement, dossier.origins, judgement.assessment.as_of)
    return {
        "roots": [_box(root, words, dossier) for root, words in roots],
        "known": " ".join(coded(*one) for one in table.known),
        "places": "".join(DIGITS[place] for place in table.places),
        "at_most": table.at_most,
        "readings": _readings(judgement, dossier),
    }


def coded(status: str, contested: bool) -> str:  # noqa: FBT001 - an answer is a pair
    """Return an answer as a page holds it: “reported”, “reported+” where somebody contests it."""
    return f"{status}{'+' if contested else ''}"


def _box(root: str, words: str, dossier: Dossier) -> dict[str, str]:
    """Return a box with its label, and with what a sentence calls it."""
    said = without_markup(words)
    bare = root in dossier.graph.entries and said == dossier.graph.in_sentences(root)
    label = dossier.graph.title(root) if bare else said[:1].upper() + said[1:]
    return {"id": root or UNKNOWN, "words": label, "said": said}


def _readings(judgement: Judgement, dossier: Dossier) -> list[dict[str, Any]]:
    found = hanging(judgement, dossier)
    rows = {row.id: row for row in found.rows} if found else {}
    as_of = judgement.assessment.as_of
    every = roots_in(judgement.statement, as_of)
    shown = []
    for reading in readings(dossier):
        if reading.id in rows:
            row = rows[reading.id]
            left = with_only(judgement.statement, keeps_in(reading, dossier.origins))
            kept = roots_in(left, as_of)
            shown.append(
                {
                    "id": reading.id,
                    "words": called(reading, dossier),
                    "answer": coded(row.status, row.contested),
                    "gone": " ".join(root or UNKNOWN for root in every if root not in kept),
                }
            )
    return [*shown, *_sides_together(judgement, rows, dossier)]


def called(reading: Reading, dossier: Dossier) -> str:
    """Return what a reading is called where a reader chooses it."""
    return NAMED[reading.sort](side=_side(reading, dossier))


def _side(reading: Reading, dossier: Dossier) -> str:
    return without_markup(reading_words(reading, dossier)) if reading.side else ""


def _without_all(chosen: Sequence[Side], dossier: Dossier) -> str:
    names = [_side(Reading("without-side", side), dossier) for side in chosen]
    message = WITHOUT_TWO_SIDES if len(names) == 2 else WITHOUT_THREE_SIDES
    return message(**dict(zip(("first", "second", "third"), names, strict=False)))


def _sides_together(
    judgement: Judgement, rows: Collection[str], dossier: Dossier
) -> Iterator[dict[str, Any]]:
    """Yield the answers without several sides at once, of which more than one makes a difference."""
    as_of = judgement.assessment.as_of
    every = roots_in(judgement.statement, as_of)
    telling = [side for side in sides(dossier)[:SIDES_AT_MOST] if Reading("without-side", side).id in rows]
    for size in range(2, len(telling) + 1):
        for chosen in combinations(telling, size):
            left = without_sides(judgement, chosen, dossier)
            rest = amounts_to(judgement.statement, left, dossier.origins, as_of)
            kept = roots_in(left, as_of)
            yield {
                "id": f"without-side-{'.'.join(side.id for side in chosen)}",
                "words": _without_all(chosen, dossier),
                "answer": coded(rest.status, bool(rest.contested_by)),
                "gone": " ".join(root or UNKNOWN for root in every if root not in kept),
            }


def without_sides(judgement: Judgement, chosen: Iterable[Side], dossier: Dossier) -> Statement:
    """Return a statement without what some sides say or handed over."""
    statement = judgement.statement
    for side in chosen:
        statement = with_only(statement, keeps_in(Reading("without-side", side), dossier.origins))
    return statement
