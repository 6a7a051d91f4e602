"""What each actor asserted, denied and later conceded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from explainer.judging.assessing import Assessment
from explainer.judging.statements import Item


@dataclass(frozen=True, slots=True)
class Stand:
    """How one root stands to one statement: the first day of each kind of word."""

    root: str
    asserts: date | None = None
    denies: date | None = None
    concedes: date | None = None
    retracts: date | None = None
    items: tuple[Item, ...] = ()

    @property
    def word(self) -> str:
        """One word for the matrix."""
        if (self.concedes and self.denies and self.concedes >= self.denies) or (
            self.retracts and self.asserts
        ):
            return "conceded"
        if self.concedes:
            return "divided" if self.denies else "admits"
        if self.denies and self.asserts:
            return "divided"
        return "denies" if self.denies else "asserts"


def stands(assessment: Assessment) -> tuple[Stand, ...]:
    """Return the stand of every root that spoke on a statement, in the order of their ids.

    An unnamed voice is not the word of the body to which it is said to belong, and takes no stand for it.
    """
    spoken: dict[str, dict[str, list[Item]]] = {}
    for item in assessment.items:
        for trail in item.trails:
            root = trail.origin.root
            if not root or root.startswith("name:") or not trail.origin.named:
                continue
            sort = _sort(item)
            if sort:
                spoken.setdefault(root, {}).setdefault(sort, []).append(item)
    return tuple(_stand(root, sorts) for root, sorts in sorted(spoken.items()))


def _sort(item: Item) -> str:
    if item.stance == "supports":
        return "concedes" if item.basis == "admission" else "asserts"
    if item.stance == "withdraws" or (item.stance == "refutes" and item.basis == "admission"):
        return "retracts"
    return "denies" if item.stance in ("denies", "refutes") else ""


def _stand(root: str, sorts: dict[str, list[Item]]) -> Stand:
    first = {sort: min(item.known_by for item in items) for sort, items in sorts.items()}
    items = tuple(
        item for sort in ("asserts", "denies", "concedes", "retracts") for item in sorts.get(sort, ())
    )
    return Stand(
        root, first.get("asserts"), first.get("denies"), first.get("concedes"), first.get("retracts"), items
    )
