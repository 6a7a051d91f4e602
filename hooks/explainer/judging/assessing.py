"""What the evidence for a statement amounts to on a date. Pure functions: no clock, no files.

Where several rules fit, the first in this order holds, and the method page says so: withdrawn, refuted,
unsupported, acknowledged, corroborated, reported, alleged. Of acts and statements: refuted, unsupported,
on record, reported, alleged. A forecast has an outcome instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from explainer.judging.origins import Origin, Origins
from explainer.judging.recording import count_of_witnesses, record_status
from explainer.judging.statements import Item, Statement
from explainer.judging.voices import (
    is_taken_back_by,
    speaks_for,
    speaks_for_side,
    taken_back,
    voice_of,
    without_taken_back,
)
from explainer.judging.weighing import independent, is_corroborated, is_reported, origins_of, seats_of

OUTCOME_OF = {
    "came-about": "came-about",
    "in-part": "came-about-in-part",
    "did-not": "did-not-come-about",
}
"""What a forecast came to where the claim stands that decides it."""


@dataclass(frozen=True, slots=True)
class Denial:
    """An origin denies or refutes the statement."""

    actor: str
    """The origin’s id."""
    root: str
    day: date
    item: Item
    ended_by: Item | None
    """What ended it: the first word with which one who speaks for it or for its root admitted the statement, the
    same actor came to support it, or it was taken back; certainly later than the denial. What is said in custody
    ends nothing that was said in freedom."""
    unordered: Item | None = None
    """A word that would have ended it, if it were certainly later: which came first is not known."""

    @property
    def ended(self) -> date | None:
        """The day on which it ended."""
        return self.ended_by.known_by if self.ended_by else None

    @property
    def stands(self) -> bool:
        """Whether nothing has ended it."""
        return self.ended_by is None

    @property
    def ending(self) -> str:
        """How it ended: `admitted`, `supported` or `taken-back`; empty while it stands."""
        if self.ended_by is None:
            return ""
        if self.ended_by.stance == "withdraws":
            return "taken-back"
        return "admitted" if self.ended_by.basis == "admission" else "supported"


@dataclass(frozen=True, slots=True)
class Assessment:
    """Status, origins and denials of one statement on one day."""

    as_of: date
    status: str
    items: tuple[Item, ...]
    """The items that were known by that day and whose sources had not fallen."""
    supporting: tuple[Item, ...]
    """The items that speak for the statement, without those that were taken back."""
    origins: tuple[Origin, ...]
    """Where the trails of the supporting items end."""
    independent: int
    """How many origins are certainly independent of each other."""
    at_most: int
    """How many there could be, if every undeclared trail ended where it was lost."""
    denials: tuple[Denial, ...]

    @property
    def is_upper_bound(self) -> bool:
        """Whether a trail was lost, so that the count of origins is only “at most”."""
        return self.at_most > self.independent or any(not origin.declared for origin in self.origins)

    @property
    def contested_by(self) -> tuple[str, ...]:
        """The origins whose denial or refutation stands on that day; nobody, once a forecast was decided."""
        if self.status in OUTCOME_OF.values():
            return ()
        return tuple(dict.fromkeys(denial.actor for denial in self.denials if denial.stands))


def assess(statement: Statement, origins: Origins, as_of: date) -> Assessment:
    """Return what the evidence known by a day amounts to."""
    items = _items_on(statement, as_of)
    standing = without_taken_back(items)
    supporting = tuple(item for item in standing if item.stance == "supports")
    ends = origins_of(supporting)
    if statement.nature == "record":
        sure = count_of_witnesses(supporting, statement.about, origins)
    else:
        sure = independent(supporting)
    return Assessment(
        as_of,
        _status(statement, items, standing, origins, as_of),
        items,
        supporting,
        ends,
        sure,
        max(sure, len(seats_of(supporting))),
        tuple(_denials(items, origins)),
    )


def status_and_contest(statement: Statement, origins: Origins, as_of: date) -> tuple[str, bool]:
    """Return the status of an assessment and whether somebody contests it, without working out the rest."""
    items = _items_on(statement, as_of)
    status = _status(statement, items, without_taken_back(items), origins, as_of)
    return status, any(denial.stands for denial in _denials(items, origins))


def asked_often(
    statement: Statement, origins: Origins, as_of: date
) -> tuple[Statement, Callable[[Statement], tuple[str, bool]]]:
    """Return a statement and a question, to be asked of it or of a part of its items: status and contest.

    What was not known by the day, or had fallen, is left out once and not at every question. Where a word was
    taken back, that would not be the same, and each question looks for itself.
    """
    items = _items_on(statement, as_of)
    if any(item.stance == "withdraws" for item in items):
        return statement, lambda left: status_and_contest(left, origins, as_of)

    def answer(left: Statement) -> tuple[str, bool]:
        status = _status(left, left.items, left.items, origins, as_of)
        return status, any(denial.stands for denial in _denials(left.items, origins))

    return statement.with_items(items), answer


def _items_on(statement: Statement, as_of: date) -> tuple[Item, ...]:
    known = (item.standing_on(as_of) for item in statement.items if item.known_by <= as_of)
    return tuple(item for item in known if item is not None)


def _status(
    statement: Statement, items: tuple[Item, ...], standing: tuple[Item, ...], origins: Origins, as_of: date
) -> str:
    if statement.nature == "outcome":
        return _outcome(statement, origins, as_of)
    if is_taken_back_by(statement.made_by, items, origins):
        return "withdrawn"
    refuting = [item for item in standing if item.stance == "refutes"]
    if (refuting and is_corroborated(refuting)) or any(
        item.basis == "admission" and speaks_for_side(item, statement.made_by, origins) for item in refuting
    ):
        return "refuted"
    supporting = [item for item in standing if item.stance == "supports"]
    if not supporting:
        return "unsupported"
    if statement.nature == "record":
        return record_status(supporting, statement.about, origins)
    if any(item.basis == "admission" and speaks_for(item, statement.about, origins) for item in supporting):
        return "acknowledged"
    if is_corroborated(supporting):
        return "corroborated"
    return "reported" if is_reported(supporting) else "alleged"


def _outcome(statement: Statement, origins: Origins, as_of: date) -> str:
    """Return what became of a forecast by a day, from the claim that decides it."""
    if statement.decided_by is None:
        return "open"
    claim, means = statement.decided_by
    status = assess(claim, origins, as_of).status
    if status in ("acknowledged", "corroborated"):
        return OUTCOME_OF[means]
    return OUTCOME_OF["did-not"] if status == "refuted" and means == "came-about" else "open"


def _denials(items: tuple[Item, ...], origins: Origins) -> Iterator[Denial]:
    denying = [item for item in items if item.stance in ("denies", "refutes")]
    if not denying:
        return
    back = taken_back(items)
    support = [
        (trail.origin, item)
        for item in items
        if item.stance == "supports"
        for trail in item.trails
        if trail.origin.named and trail.origin.declared
    ]
    for item in denying:
        for trail in item.trails:
            end = trail.origin
            ending = [
                other
                for origin, other in support
                if (origin.id == end.id and (origin.free or not end.free))
                or (
                    other.basis == "admission"
                    and end.named
                    and speaks_for(other, {end.id, end.root}, origins)
                )
            ]
            later = [other for other in ending if other.follows(item)]
            withdrawal = back.get((item.path, voice_of(end)))
            first = min(
                [*later, *([withdrawal] if withdrawal else [])], key=lambda one: one.order, default=None
            )
            unordered = None
            if first is None:
                unordered = next((other for other in ending if not item.follows(other)), None)
            yield Denial(end.id, end.root, item.known_by, item, first, unordered)
