"""The axis of time: where a picture begins and ends, which days it names, into what it counts events.

It fits a week as it fits two thousand years: what is named are days, months, years, decades or centuries.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from explainer.values.edtf import calendar_month, day_words

GAP = 3
"""So many years without an event may break the axis: what lies before is pressed together."""

WEEKS, MONTHS = 45, 730
"""Up to so many days an axis names days, and up to so many months; beyond, it names years."""

MOST_YEARS = 24
"""So many years are named one by one; of more, each fifth, tenth or hundredth is."""

COLUMN = 2.2
"""The least width of a column that counts events."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a day stands: years before the break in slots of their own, later ones to scale."""

    early: tuple[int, ...]
    start: date
    end: date
    zone: float
    """The width of the part before the break."""
    width: float

    def at(self, day: date) -> float:
        """Return where a day stands."""
        if day < self.start:
            slot = min(bisect_left(self.early, day.year), len(self.early) - 1)
            return self.zone * (slot + 0.5) / (len(self.early) + 0.5) if self.early else self.zone
        return self.zone + (min(day, self.end) - self.start).days * self.a_day

    @property
    def a_day(self) -> float:
        """The width of a day."""
        return (self.width - self.zone) / max((self.end - self.start).days, 1)


def start_year(years: Sequence[int]) -> int:
    """Return the year with which the part to scale begins; a year is given as often as it has events.

    What lies before a gap is pressed together where that is worth it: it takes at least half of the time and
    holds at most a fifth of the events, or two.
    """
    ordered = sorted(years)
    first, last = ordered[0], ordered[-1]
    for before in range(max(2, len(ordered) // 5), 0, -1):
        if before < len(ordered):
            start = ordered[before]
            if start - ordered[before - 1] > GAP and 2 * (start - first) >= last - first:
                return start
    return first


def limits(days: Sequence[date], as_of: date) -> tuple[date, date]:
    """Return the first and the last day of the part to scale: the days of events after the break are given.

    It ends with the site's own day, unless more than half of it would be empty.
    """
    first, last = min(days), max(days)
    quiet = as_of - last > max(last - first, timedelta(30))
    end = last + max((last - first) / 30, timedelta(1)) if quiet else as_of
    span = (end - first).days
    if span > MONTHS:
        return date(first.year, 1, 1), end
    return (first.replace(day=1) if span > WEEKS else first), end


def ticks(start: date, end: date) -> Iterator[tuple[date, str, range]]:
    """Yield the days that the axis names, with their words and the years for which each of them stands."""
    span = (end - start).days
    if span <= WEEKS:
        for day in range(0, span + 1, 1 if span <= 10 else 7):
            when = start + timedelta(day)
            yield when, _short(when), range(when.year, when.year + 1)
    elif span <= MONTHS:
        for month in range(12 * start.year + start.month - 1, 12 * end.year + end.month):
            when = date(month // 12, month % 12 + 1, 1)
            name = calendar_month(when.month)[:3]
            words = f"{name} {when.year}" if when <= start or when.month == 1 else name
            yield when, words, range(when.year, when.year + 1)
    else:
        years = end.year - start.year + 1
        step = next(step for step in (1, 5, 10, 50, 100, 500) if years <= MOST_YEARS * step)
        for year in range(start.year if step == 1 else -(-start.year // step) * step, end.year + 1, step):
            yield date(year, 1, 1), str(year), range(year, year + step)


def counted_in(scale: Scale) -> tuple[float, Callable[[date], date], Callable[[date], str]]:
    """Return the stretch of time that a column counts: its fewest days, where that of a day begins, its words."""
    if scale.a_day >= 4 * COLUMN:
        return 1, lambda day: day, day_words
    if 30.4 * scale.a_day >= COLUMN:
        return 28, lambda day: day.replace(day=1), lambda day: f"{calendar_month(day.month)} {day.year}"
    years = next((step for step in (1, 10) if 365.2 * step * scale.a_day >= COLUMN), 100)

    def beginning(day: date) -> date:
        return date(max(day.year // years * years, 1), 1, 1)

    def words(day: date) -> str:
        return str(day.year) if years == 1 else f"{day.year}–{day.year // years * years + years - 1}"

    return 365 * years, beginning, words


def _short(day: date) -> str:
    return f"{day.day} {calendar_month(day.month)[:3]}"
