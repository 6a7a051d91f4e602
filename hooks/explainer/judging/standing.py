"""How linked claims stand beside each other on any day: the contrary that is shown, the implied one that lags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from explainer.judging.bearings import contraries
from explainer.judging.history import Moment, history
from explainer.judging.origins import Origins
from explainer.judging.statements import Item, Statement, of_claim
from explainer.remembering import once_for_each

SHOWN = ("acknowledged", "corroborated")
"""Statuses of a claim that weigh on its contrary, the strongest first."""

RANK = {"acknowledged": 4, "corroborated": 3, "reported": 2, "alleged": 1}
"""How high a status stands; any other stands at nought: nothing speaks for the claim, or what did has fallen."""


@dataclass(frozen=True, slots=True)
class Contrary:
    """A claim that cannot be true together with another, and that is shown on a day."""

    id: str
    status: str
    """A word of SHOWN."""
    shown_since: date
    """Since when it has been corroborated or acknowledged without a break; the first of all days if that is undated."""
    status_since: date
    """Since when it has had its status without a break."""


@dataclass(frozen=True, slots=True)
class Turn:
    """From a day on, what the strongest of a claim’s contraries amounts to: a word of SHOWN, or empty."""

    day: date
    status: str


@dataclass(frozen=True, slots=True)
class Lag:
    """A stretch of days on which an implied claim stands lower than the one that implies it."""

    first: date
    last: date
    """The last day on which that was so; of one that lasts, the last day that was looked at."""
    upper: str
    """The status of the claim that implies, on the first of these days."""
    lower: str
    """That of the implied claim; empty if it was not made before."""


@once_for_each
def _histories(_origins: Origins) -> dict[str, tuple[Moment, ...]]:
    return {}


def history_of(id: str, origins: Origins, statement: Statement | None = None) -> tuple[Moment, ...]:
    """Return the history of a claim up to its last day, worked out once; `statement` is the claim, if it is at hand."""
    known = _histories(origins)
    if id not in known:
        found = statement or of_claim(origins.graph.record(id), origins)
        known[id] = history(found, origins, date.max)
    return known[id]


def contraries_on(id: str, origins: Origins, day: date) -> tuple[Contrary, ...]:
    """Return the contraries of a claim that are shown on a day, those shown first before others."""
    found = (_contrary(other, origins, day) for other in contraries(id, origins.graph))
    return tuple(sorted((one for one in found if one is not None), key=lambda one: (one.shown_since, one.id)))


def _contrary(id: str, origins: Origins, day: date) -> Contrary | None:
    moments = [moment for moment in history_of(id, origins) if moment.date <= day]
    if not moments or moments[-1].status not in SHOWN:
        return None
    status = moments[-1].status
    return Contrary(id, status, _since(moments, SHOWN), _since(moments, (status,)))


def _since(moments: list[Moment], statuses: Iterable[str]) -> date:
    """Return since when the last of some statuses has held without a break."""
    return min(moment.date for moment in takewhile(lambda one: one.status in statuses, reversed(moments)))


def turns(id: str, origins: Origins, as_of: date) -> tuple[Turn, ...]:
    """Return the days on which it changed what the strongest contrary of a claim amounts to, the earliest first."""
    others = [history_of(other, origins) for other in contraries(id, origins.graph)]
    found: list[Turn] = []
    for day in sorted({moment.date for moments in others for moment in moments if moment.date <= as_of}):
        words = {_status(moments, day) for moments in others}
        status = next((word for word in SHOWN if word in words), "")
        if status != (found[-1].status if found else ""):
            found.append(Turn(day, status))
    return tuple(found)


def turned(turns: Iterable[Turn], day: date) -> str:
    """Return what the strongest contrary amounts to on a day; empty if none is shown."""
    status = ""
    for turn in turns:
        if turn.day <= day:
            status = turn.status
    return status


def lags(upper: tuple[Moment, ...], lower: tuple[Moment, ...], as_of: date) -> Iterator[Lag]:
    """Yield every stretch of days on which the implied claim stands lower than the one that implies it."""
    days = sorted({moment.date for moment in (*upper, *lower) if moment.date <= as_of})
    begun: tuple[date, str, str] | None = None
    for at, day in enumerate(days):
        one, other = _status(upper, day), _status(lower, day)
        is_lower = RANK.get(one, 0) > RANK.get(other, 0)
        if is_lower and begun is None:
            begun = (day, one, other)
        if begun is not None and (not is_lower or at == len(days) - 1):
            last = as_of if is_lower else date.fromordinal(day.toordinal() - 1)
            yield Lag(begun[0], last, *begun[1:])
            begun = None


def _status(moments: tuple[Moment, ...], day: date) -> str:
    return next((moment.status for moment in reversed(moments) if moment.date <= day), "")


def unserved(upper: Iterable[Item], lower: Iterable[Item]) -> tuple[Item, ...]:
    """Return the items of the claim that implies which do not speak for the implied one."""
    known = {(item.source.id, item.evidence.origin, item.basis) for item in lower}
    return tuple(item for item in upper if (item.source.id, item.evidence.origin, item.basis) not in known)


def woven(moments: tuple[Moment, ...], turns: tuple[Turn, ...], first_made: date) -> tuple[Moment, ...]:
    """Return a history with what the contraries amounted to, and a moment for each day on which that changed.

    A claim that was not made yet, or of which nothing is known yet, has no moment for its contrary’s sake.
    """
    own = {moment.date: moment for moment in moments}
    days = {turn.day for turn in turns if moments and turn.day >= max(first_made, moments[0].date)}
    found: list[Moment] = []
    for day in sorted({*own, *days}):
        before = found[-1] if found else None
        moment = own.get(day)
        if moment is None and before is not None:
            moment = replace(
                before,
                date=day,
                appeared=(),
                fell=(),
                before=before.status,
                contested_before=bool(before.contested_by),
            )
        if moment is not None:
            then = before.contrary if before else ""
            found.append(replace(moment, contrary=turned(turns, day), contrary_before=then))
    return tuple(found)
