"""The words for what a status hangs on: the sentences, and the names of what is left out.

Records are named as `[[id|words]]`. Never a score: what is left out, and what the rest amounts to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from explainer.caveats._base import capitalised, clean, listed, number_word
from explainer.dossier import Dossier
from explainer.judging import Assessment, Item, Origin, Reading, Side
from explainer.kinds._statuses import status_words
from explainer.linking import without_markup
from explainer.messages import Message

STAYS_WITHOUT_ANY = Message("Stays {status} without any one of its origins.")
STAYS_OF_SO_MANY = Message("Stays {status} without any one of its {number} origins.")
STAYS_OF_AT_MOST = Message("Stays {status} without any one of its origins, at most {number}.")
STAYS_OF_INDEPENDENT = Message(
    "Stays {status} without any one of its {known} origins, of which {number} are independent of each other."
)
STAYS_OF_AT_MOST_INDEPENDENT = Message(
    "Stays {status} without any one of its {known} origins, "
    "of which at most {number} are independent of each other."
)
STAYS_REFUTED = Message("Stays {status} without any one of the {known} origins that refute it.")
RESTS_ON_ONE = Message("Rests on {origins} alone: nothing else speaks for it.")
ON_ONE = Message("Hangs on {origins}: the rest amounts to {rest}.")
ON_ONE_NO_REST = Message("Hangs on {origins}: without it, nothing speaks for it.")
ON_TWO = Message("Hangs on each of {origins}: without either, {rest}.")
ON_TWO_NO_REST = Message("Hangs on each of {origins}: without either, nothing speaks for it.")
ON_MORE = Message("Hangs on each of {origins}: without any one of them, {rest}.")
ON_MORE_NO_REST = Message("Hangs on each of {origins}: without any one of them, nothing speaks for it.")
ON_SEVERAL = Message("Hangs on more than one origin: {rests}.")
REFUTED_BY_ONE = Message("That it is refuted hangs on the word of {origins}: without it, {rest}.")
REFUTED_BY_ONE_NO_REST = Message(
    "That it is refuted hangs on the word of {origins}: without it, nothing speaks for it."
)
REFUTED_BY_TWO = Message("That it is refuted hangs on each of {origins}: without either, {rest}.")
REFUTED_BY_TWO_NO_REST = Message(
    "That it is refuted hangs on each of {origins}: without either, nothing speaks for it."
)
REFUTED_BY_MORE = Message("That it is refuted hangs on each of {origins}: without any one of them, {rest}.")
REFUTED_BY_MORE_NO_REST = Message(
    "That it is refuted hangs on each of {origins}: without any one of them, nothing speaks for it."
)
REFUTED_BY_SEVERAL = Message("That it is refuted hangs on more than one origin: {rests}.")
ITS_REST = Message("without {origin}, {rest}")
ITS_NO_REST = Message("without {origin}, nothing speaks for it")
WITHOUT_SIDE = Message(
    "without anything that {parties} or their declared supporters say or handed over: {outcome}",
    one="without anything that {parties} or its declared supporters say or handed over: {outcome}",
)
WITHOUT_NEXT_SIDE = Message("without {owners} side: {outcome}")
NOTHING = Message("nothing speaks for it")
UNCONTESTED = Message("no longer contested")
UNCHANGED = Message("no change")
NEEDS_HANDED_OVER = Message("Needs what was handed over, or said in custody: without it, {rest}.")
NEEDS_HANDED_OVER_NO_REST = Message(
    "Needs what was handed over, or said in custody: without it, nothing speaks for it."
)
ALL_HANDED_OVER = Message(
    "Nothing was observed that was not handed over, or said in custody: with that left out, {rest}."
)
ALL_HANDED_OVER_NO_REST = Message(
    "Nothing was observed that was not handed over, or said in custody: "
    "with that left out, nothing speaks for it."
)
UNNAMED_VOICES = Message("unnamed voices of {origin}")
UNKNOWN_VOICES = Message("voices of unknown belonging")
ANY_ORIGIN = Message("Any one of its origins")
ANY_OTHER_ORIGIN = Message("Any other one of its origins")
PARTIES_AND_SUPPORTERS = Message(
    "{parties} and their declared supporters", one="{parties} and its declared supporters"
)
UNNAMED = Message("Unnamed voices")
UNDECLARED = Message("Reports that do not say from whom they have it")
HANDED_OVER = Message("What was handed over to those who examined it, or said in custody")
OUTSIDERS = Message("Those who are no party")
OBSERVED = Message("What rests on something observed")

ON = ((ON_ONE, ON_ONE_NO_REST), (ON_TWO, ON_TWO_NO_REST), (ON_MORE, ON_MORE_NO_REST))
REFUTED_BY = (
    (REFUTED_BY_ONE, REFUTED_BY_ONE_NO_REST),
    (REFUTED_BY_TWO, REFUTED_BY_TWO_NO_REST),
    (REFUTED_BY_MORE, REFUTED_BY_MORE_NO_REST),
)
"""For one origin, for two and for more: where the rest has a status, and where nothing is left."""

READINGS = {
    "without-unnamed": UNNAMED,
    "without-undeclared": UNDECLARED,
    "without-handed-over": HANDED_OVER,
    "only-outsiders": OUTSIDERS,
    "only-observed": OBSERVED,
}
"""What a reading leaves out or keeps, where it is no side."""


def hangs_on(now: Assessment, roots: tuple[str, ...], changes: dict[str, str], dossier: Dossier) -> str:
    """Say what the status hangs on in one sentence."""
    names = {root: root_words(root, now, dossier) for root in roots}
    if not changes:
        return _stays(now, names)
    refuted = now.status == "refuted"
    rests = set(changes.values())
    if len(rests) > 1:
        each = (_of_rest(rest, ITS_REST, ITS_NO_REST, origin=names[root]) for root, rest in changes.items())
        return (REFUTED_BY_SEVERAL if refuted else ON_SEVERAL)(rests="; ".join(each))
    if len(roots) == 1 and not refuted:
        return RESTS_ON_ONE(origins=names[roots[0]])
    messages = (REFUTED_BY if refuted else ON)[min(len(changes), 3) - 1]
    return _of_rest(rests.pop(), *messages, origins=listed(names[root] for root in changes))


def _stays(now: Assessment, names: dict[str, str]) -> str:
    """Say that the status hangs on no single origin.

    Counted is what can be left out one by one; what is independent of each other may be fewer.
    """
    status = status_words(now.status)
    known, number = len([root for root in names if root]), max(now.independent, now.at_most)
    at_most = now.is_upper_bound or "" in names
    if now.status == "refuted":
        message = STAYS_REFUTED
    elif number < 2:
        message = STAYS_WITHOUT_ANY
    elif known > number:
        message = STAYS_OF_AT_MOST_INDEPENDENT if at_most else STAYS_OF_INDEPENDENT
    else:
        message = STAYS_OF_AT_MOST if at_most else STAYS_OF_SO_MANY
    return message(status=status, number=number_word(number), known=number_word(known))


def _of_rest(rest: str, message: Message, nothing: Message, **places: str) -> str:
    """Say what a rest amounts to: in one sentence where it has a status, in another where it has none."""
    return (nothing if rest == "unsupported" else message)(rest=status_words(rest), **places)


def without_sides(told: Sequence[tuple[Side, str]], dossier: Dossier) -> str:
    """Say what comes of leaving out each side."""
    (side, outcome), *others = told
    parties = _parties(side, dossier)
    first = WITHOUT_SIDE(count=len(parties), parties=listed(parties), outcome=outcome)
    further = (
        WITHOUT_NEXT_SIDE(owners=_possessive(_parties(side, dossier)), outcome=outcome)
        for side, outcome in others
    )
    return capitalised(f"{'; '.join([first, *further])}.")


def outcome_words(status: str, *, changes: bool, uncontested: bool) -> str:
    """Say what comes of leaving something out, as it stands behind a colon."""
    if changes:
        return NOTHING() if status == "unsupported" else status_words(status)
    return UNCONTESTED() if uncontested else UNCHANGED()


def without_handed_over(rest: str, *, is_all: bool) -> str:
    """Say what comes of leaving out what was handed over; `is_all` tells that nothing else was observed."""
    if is_all:
        return _of_rest(rest, ALL_HANDED_OVER, ALL_HANDED_OVER_NO_REST)
    return _of_rest(rest, NEEDS_HANDED_OVER, NEEDS_HANDED_OVER_NO_REST)


def any_origin(*, other: bool) -> str:
    """Name any single origin; `other` tells that some have rows of their own."""
    return ANY_OTHER_ORIGIN() if other else ANY_ORIGIN()


def _parties(side: Side, dossier: Dossier) -> list[str]:
    return [named(party, dossier) for party in side.parties]


def _possessive(names: list[str]) -> str:
    """Return names as owners, outside their markup: “Northland’s and Eastland’s”."""
    return listed(f"{name}’s" if not without_markup(name).endswith("s") else f"{name}’" for name in names)


def named(id: str, dossier: Dossier) -> str:
    """Return a reference to a record as a sentence has it."""
    return f"[[{id}|{clean(dossier.graph.in_sentences(id))}]]"


def root_words(root: str, now: Assessment, dossier: Dossier) -> str:
    """Name a root: a record, its unnamed voices where only those speak, or a publisher that is no record.

    An empty root stands for the voices of whom nobody knows whose they are.
    """
    if not root:
        return UNKNOWN_VOICES()
    ends = _of_root(root, now.supporting) or _of_root(root, now.items)
    if root in dossier.graph.entries:
        name = named(root, dossier)
        return UNNAMED_VOICES(origin=name) if _nameless(ends) else name
    return clean(ends[0].name if ends else root.partition(":")[2])


def _of_root(root: str, items: Iterable[Item]) -> list[Origin]:
    return [trail.origin for item in items for trail in item.trails if trail.origin.root == root]


def _nameless(ends: list[Origin]) -> bool:
    return bool(ends) and not any(end.named for end in ends)


def reading_words(reading: Reading, dossier: Dossier) -> str:
    """Name what a reading leaves out, or what it keeps."""
    if reading.side is None:
        return READINGS[reading.sort]()
    parties = _parties(reading.side, dossier)
    if reading.sort == "without-side":
        return PARTIES_AND_SUPPORTERS(count=len(parties), parties=listed(parties))
    return listed(parties)
