"""What each actor asserted and denied, and what became of its denial. One mapping, for all who show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from explainer.judging.assessing import Assessment, Denial
from explainer.judging.statements import Item
from explainer.judging.voices import taken_back

WORDS = {
    "asserts": "It says so.",
    "admits": "It says so of itself, against its interest.",
    "denies": "It says that it is not so.",
    "divided": "Some who speak for it say so, some deny it.",
    "conceded": "It denied this and acknowledged it later.",
    "supported": "It denied this and came to support it later.",
    "dropped": "It denied this and took the denial back later, without saying that it is so.",
    "retracted": "It said so and took that back later, or admitted the contrary.",
}
"""What the words of one root on a statement amount to now."""

CHANGED = ("conceded", "supported", "dropped", "retracted", "divided")
"""Those of WORDS in which a word did not stay what it was."""

SPOKEN = {
    "asserts": "said so",
    "denies": "denied it",
    "concedes": "acknowledged it",
    "retracts": "took it back",
    "refutes": "said the contrary",
    "admits-contrary": "admitted the contrary",
}
"""The kinds of word, as one says what somebody did; a denial is told from saying or admitting the contrary."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How one root stands to one statement: the first day of each kind of word."""

    root: str
    word: str
    """One of WORDS."""
    asserts: date | None = None
    denies: date | None = None
    concedes: date | None = None
    retracts: date | None = None
    items: tuple[Item, ...] = ()


def stands(assessment: Assessment) -> tuple[Stand, ...]:
    """Return the stand of every root that spoke on a statement, in the order of their ids.

    An unnamed voice, or one in custody, does not speak for the body to which it is said to belong, and takes no
    stand for it.
    """
    spoken: dict[str, dict[str, list[Item]]] = {}
    for item in assessment.items:
        sort = sort_of(item)
        for trail in item.trails:
            root = trail.origin.root
            if sort and root and not root.startswith("name:") and trail.origin.named and trail.origin.free:
                spoken.setdefault(root, {}).setdefault(sort, []).append(item)
    back = taken_back(assessment.items)
    return tuple(_stand(root, sorts, assessment, back) for root, sorts in sorted(spoken.items()))


def sort_of(item: Item) -> str:
    """Return the kind of word that an item is: a key of SPOKEN; empty where it only limits."""
    if item.stance == "supports":
        return "concedes" if item.basis == "admission" else "asserts"
    if item.stance == "withdraws":
        return "retracts"
    return "denies" if item.stance in ("denies", "refutes") else ""


def spoken_words(item: Item) -> str:
    """Say what somebody did with an item: “denied it”, “admitted the contrary”."""
    if item.stance == "refutes":
        return SPOKEN["admits-contrary" if item.basis == "admission" else "refutes"]
    return SPOKEN.get(sort_of(item), "")


SORTS = ("asserts", "denies", "concedes", "retracts")


def _stand(
    root: str,
    sorts: dict[str, list[Item]],
    assessment: Assessment,
    back: dict[tuple[tuple[str | int, ...], str], Item],
) -> Stand:
    first = {sort: min(item.known_by for item in items) for sort, items in sorts.items()}
    unique = {item.path: item for sort in SORTS for item in sorts.get(sort, ())}
    return Stand(
        root,
        _word(root, sorts, assessment, back),
        first.get("asserts"),
        first.get("denies"),
        first.get("concedes"),
        first.get("retracts"),
        tuple(unique.values()),
    )


def _word(
    root: str,
    sorts: dict[str, list[Item]],
    assessment: Assessment,
    back: dict[tuple[tuple[str | int, ...], str], Item],
) -> str:
    for_it = [item for sort in ("asserts", "concedes") for item in sorts.get(sort, ())]
    supports = [item for item in for_it if (item.path, root) not in back]
    admits = any(item.basis == "admission" for item in supports)
    denials = [denial for denial in assessment.denials if denial.root == root and _speaks(denial)]
    if standing := [denial.item for denial in denials if denial.stands]:
        contrary = [item for item in standing if item.basis == "admission"]
        if contrary and all(any(item.follows(one) for item in contrary) for one in supports):
            return "retracted" if for_it else "denies"
        return "divided" if supports else "denies"
    if not supports:
        ends = [(one.ended_by.known_by, one.ending) for one in denials if one.ended_by]
        return "dropped" if ends and max(ends)[1] == "taken-back" else "retracted"
    if denials:
        return "conceded" if admits else "supported"
    return "admits" if admits else "asserts"


def _speaks(denial: Denial) -> bool:
    """Tell whether a denial is the word of a named voice that spoke freely."""
    return any(
        trail.origin.named and trail.origin.free
        for trail in denial.item.trails
        if trail.origin.id == denial.actor
    )
