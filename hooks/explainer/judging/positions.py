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
    denies_still: bool = False
    """Whether a denial of it stands: no later word of its own side ended it."""

    @property
    def word(self) -> str:
        """One word for the matrix: what its words amount to now."""
        if self.retracts or (self.denies and not self.denies_still):
            return "conceded"
        if self.denies and (self.concedes or self.asserts):
            return "divided"
        if self.concedes:
            return "admits"
        return "denies" if self.denies else "asserts"


def stands(assessment: Assessment, makers: frozenset[str] = frozenset()) -> tuple[Stand, ...]:
    """Return the stand of every root that spoke on a statement, in the order of their ids.

    `makers` are the roots of those who made the statement: only they can take it back.

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
    standing = {denial.root for denial in assessment.denials if not denial.conceded}
    return tuple(
        _stand(root, _settled(sorts, is_maker=root in makers), denies_still=root in standing)
        for root, sorts in sorted(spoken.items())
    )


def _sort(item: Item) -> str:
    if item.stance == "supports":
        return "concedes" if item.basis == "admission" else "asserts"
    if item.stance == "refutes" and item.basis == "admission":
        return _CONTRARY
    if item.stance == "withdraws":
        return "retracts"
    return "denies" if item.stance in ("denies", "refutes") else ""


_CONTRARY = "admits the contrary"


def _settled(sorts: dict[str, list[Item]], *, is_maker: bool) -> dict[str, list[Item]]:
    """Return the sorts of words, where admitting the contrary takes back what the same side had said.

    For a side that had not said it, to admit the contrary is to deny it.
    """
    contrary = sorts.pop(_CONTRARY, [])
    if contrary:
        sorts.setdefault("retracts" if is_maker or "asserts" in sorts else "denies", []).extend(contrary)
    return sorts


def _stand(root: str, sorts: dict[str, list[Item]], *, denies_still: bool) -> Stand:
    first = {sort: min(item.known_by for item in items) for sort, items in sorts.items()}
    items = tuple(
        item for sort in ("asserts", "denies", "concedes", "retracts") for item in sorts.get(sort, ())
    )
    refutes = any(item.stance == "refutes" for item in sorts.get("denies", ()))
    return Stand(
        root,
        first.get("asserts"),
        first.get("denies"),
        first.get("concedes"),
        first.get("retracts"),
        items,
        denies_still or refutes,
    )
