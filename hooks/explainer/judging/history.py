"""How the status of a statement changed as evidence appeared."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from explainer.judging.assessing import assess
from explainer.judging.origins import Origins
from explainer.judging.statements import Item, Statement


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on which evidence appeared: what it was, and what the whole amounted to afterwards."""

    date: date
    status: str
    contested_by: tuple[str, ...]
    independent: int
    at_most: int
    appeared: tuple[Item, ...]
    before: str
    """The status before that day; empty for the first."""
    contested_before: bool

    @property
    def is_change(self) -> bool:
        """Whether status or contest changed on that day."""
        return self.status != self.before or bool(self.contested_by) != self.contested_before


def history(statement: Statement, origins: Origins, as_of: date) -> tuple[Moment, ...]:
    """Return a moment for every day up to `as_of` on which evidence appeared, the earliest first.

    A day is the one by which an item was certainly known: the end of a month or year where no day is given.
    """
    days = sorted({item.known_by for item in statement.items if item.known_by <= as_of})
    moments: list[Moment] = []
    for day in days:
        now = assess(statement, origins, day)
        appeared = tuple(item for item in statement.items if item.known_by == day)
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
            )
        )
    return tuple(moments)


def status_on(moments: tuple[Moment, ...], statement: Statement, day: date) -> str:
    """Return the status on a day from a history; empty before the statement was made."""
    if statement.first_made.earliest > day:
        return ""
    at = bisect_right([moment.date for moment in moments], day)
    return moments[at - 1].status if at else "unsupported"
