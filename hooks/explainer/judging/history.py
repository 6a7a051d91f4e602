"""How the status of a statement changed as evidence appeared and sources fell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from explainer.judging.assessing import assess
from explainer.judging.origins import Origins
from explainer.judging.statements import Item, Statement


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on which evidence appeared or fell: what it was, and what the whole amounted to afterwards."""

    date: date
    status: str
    contested_by: tuple[str, ...]
    independent: int
    at_most: int
    appeared: tuple[Item, ...]
    before: str
    """The status before that day; empty for the first."""
    contested_before: bool
    fell: tuple[Item, ...] = ()
    """Items of which a source fell on that day."""
    contrary: str = ""
    """Whether a claim that cannot be true beside it was `corroborated` or `acknowledged`; empty if none was."""
    contrary_before: str = ""

    @property
    def is_change(self) -> bool:
        """Whether status or contest changed on that day, or what its contrary amounts to."""
        return (
            self.status != self.before
            or bool(self.contested_by) != self.contested_before
            or self.contrary != self.contrary_before
        )


def history(statement: Statement, origins: Origins, as_of: date) -> tuple[Moment, ...]:
    """Return a moment for every day up to `as_of` on which evidence appeared or fell, the earliest first.

    For a forecast these are also the days of the claim that decides it. A day is the one by which an item was
    certainly known: the end of a month or year where no day is given.
    """
    moments: list[Moment] = []
    for day in sorted(set(_days(statement))):
        if day > as_of:
            break
        now = assess(statement, origins, day)
        appeared = tuple(item for item in statement.items if item.known_by == day)
        fell = tuple(item for item in statement.items if item.known_by < day and day in _falls(item))
        before = moments[-1] if moments else None
        moments.append(
            Moment(
                day,
                now.status,
                now.contested_by,
                now.independent,
                now.at_most,
                appeared,
                before.status if before else "",
                bool(before.contested_by) if before else False,
                fell,
            )
        )
    return tuple(moments)


def _days(statement: Statement) -> Iterator[date]:
    for item in statement.items:
        yield item.known_by
        yield from (day for day in _falls(item) if day > item.known_by)
    if statement.decided_by is not None:
        yield from _days(statement.decided_by[0])


def _falls(item: Item) -> Iterator[date]:
    return (trail.fell for trail in item.trails if trail.fell is not None)


def status_on(moments: tuple[Moment, ...], statement: Statement, day: date) -> str:
    """Return the status on a day from a history; empty before the statement was made."""
    if statement.first_made.earliest > day:
        return ""
    at = bisect_right([moment.date for moment in moments], day)
    if at:
        return moments[at - 1].status
    return "open" if statement.nature == "outcome" else "unsupported"
