"""
Different numbers are given for one thing.

Numbers are compared where they measure the same, count in the same unit and speak of the same
time, give or take a month. Two numbers differ when their ranges do not touch; “about” leaves a
tenth of room on either side. A month without a day is all of its days. That somebody corrects a
number of his own is no conflict; that two bodies of one state or owner give different numbers for
one day is, and then it is said that one side contradicts itself.

The caveat goes when the numbers turn out to measure different things and are entered so, or when
those who gave them correct them until they meet.

FAIL
figures:
- {value: 300, unit: lorries, measure: crossed-the-border, as_of: 2024-05-02, by: northland-ministry, sources: [ministry-statement]}
- {value: 1500.., unit: lorries, measure: crossed-the-border, as_of: 2024-05-04, by: southland-customs, sources: [customs-statement]}

FAIL
figures:
- {value: 300, unit: lorries, measure: crossed-the-border, as_of: 2024-05-20, by: northland-ministry, sources: [ministry-statement]}
- {value: 1500, unit: lorries, measure: crossed-the-border, as_of: 2024-05-20, by: northland, sources: [ministry-statement]}

PASS
figures:
- {value: 300, unit: lorries, measure: crossed-the-border, as_of: 2024-05-02, by: northland-ministry, sources: [ministry-statement]}
- {value: 1500.., unit: lorries, measure: crossed-the-border, as_of: 2024-08-20, by: southland-customs, sources: [customs-statement]}
"""  # noqa: E501 - an example is one line, as a contributor would write it

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from explainer.caveats._base import Caveat, Judged, Rule, clean, listed, named
from explainer.kinds.claim import Figure
from explainer.measures import measure_words
from explainer.messages import Message

FROM_TO = Message("{measure}: from {lowest} to {highest}.")
CONTRADICTS_ITSELF = Message("{measure}: {side} contradicts itself, with {numbers}.")

SAME_TIME = timedelta(days=31)
"""How far apart the days may be of which two numbers speak."""

ROOM = Decimal("0.1")
"""How much “about” leaves open, as a part of the number."""


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire for each measure on which two givers differ, or one side with itself."""
    claim = judged.claim
    measures: dict[tuple[str, str], list[Figure]] = {}
    for figure in claim.figures if claim else ():
        if known_by(figure, judged) <= judged.assessment.as_of:
            measures.setdefault((figure.measure, figure.unit.casefold()), []).append(figure)
    for (measure, _), figures in sorted(measures.items()):
        differing = list(_differing(figures, judged))
        if differing:
            lowest = min(differing, key=lambda figure: (*_bounds(figure), figure.as_of.order))
            highest = max(differing, key=lambda figure: (*reversed(_bounds(figure)), figure.as_of.order))
            what = clean(measure_words(measure, judged.graph))
            sentence = FROM_TO(
                measure=what, lowest=_said(lowest, judged, lowest.unit), highest=_said(highest, judged)
            )
            brief = FROM_TO(measure=what, lowest=lowest.value.words, highest=_number(highest, lowest.unit))
            yield RULE.caveat(judged, sentence, _reasons(differing), brief=brief)
        for side, own in _divided(figures, judged):
            numbers = listed(_said(figure, judged, figure.unit) for figure in own)
            sentence = CONTRADICTS_ITSELF(
                measure=clean(measure_words(measure, judged.graph)), side=named(side, judged), numbers=numbers
            )
            yield RULE.caveat(judged, sentence, [side, *_reasons(own)])


def _reasons(figures: Iterable[Figure]) -> list[str]:
    return [id for figure in figures for id in (figure.by, *figure.sources)]


def _divided(figures: Iterable[Figure], judged: Judged) -> Iterator[tuple[str, list[Figure]]]:
    """Yield each side of which two voices give different numbers for the same time, with these numbers.

    Only numbers of the very same date are held against each other: a month and one of its days may differ.
    """
    sides: dict[tuple[str, date, date], list[Figure]] = {}
    for figure in figures:
        key = (judged.root(figure.by), figure.as_of.earliest, figure.as_of.latest)
        sides.setdefault(key, []).append(figure)
    for key in sorted(sides):
        side, own = key[0], sides[key]
        spans = [_Span.of(figure, figure.by, timedelta()) for figure in own]
        found = [own[index] for index in sorted(_conflicts(spans))]
        if side and found:
            yield side, sorted(found, key=lambda figure: (figure.by, *_bounds(figure)))


def known_by(figure: Figure, judged: Judged) -> date:
    """Return the day by which a number was known: of its first source, else that of which it speaks."""
    sources = [judged.origins.source(id) for id in figure.sources]
    dates = [when.end for source in sources if source and (when := source.published or source.text_date)]
    return min(dates, default=figure.as_of.end)


def _differing(figures: Iterable[Figure], judged: Judged) -> Iterator[Figure]:
    """Yield every number with which another giver's number of the same time does not agree."""
    spans = [_Span.of(figure, judged.root(figure.by) or figure.by, SAME_TIME) for figure in figures]
    conflicting = set(_conflicts(spans))
    yield from (span.figure for index, span in enumerate(spans) if index in conflicting)


@dataclass(frozen=True, slots=True)
class _Span:
    """A number as far as conflicts go: its range, its giver, and the days with which it is compared."""

    figure: Figure
    low: Decimal
    high: Decimal
    giver: str
    first: int
    last: int
    """Two numbers speak of the same time where their days from `first` to `last` overlap."""

    @classmethod
    def of(cls, figure: Figure, giver: str, apart: timedelta) -> _Span:
        low, high = _bounds(figure)
        first, latest = figure.as_of.earliest.toordinal(), figure.as_of.latest.toordinal()
        return cls(figure, low, high, giver, first, latest + apart.days)


def _conflicts(spans: Sequence[_Span]) -> Iterator[int]:
    """Yield the place of each number that conflicts with some other.

    Comparing each with each would take a second for 800 numbers. Instead, days go backwards: when the
    turn of a number comes, every number whose days end on its first day or later was taken in, and of
    those that begin by its last day, only the lowest and the highest of other givers need a look.
    """
    starts = sorted({span.first for span in spans})
    lows, highs = _Largest(len(starts)), _Largest(len(starts))
    waiting = sorted(spans, key=lambda span: span.last)
    for index, span in sorted(enumerate(spans), key=lambda pair: -pair[1].first):
        while waiting and waiting[-1].last >= span.first:
            one = waiting.pop()
            place = bisect_left(starts, one.first)
            lows.add(place, one.low, one.giver)
            highs.add(place, -one.high, one.giver)
        up_to = bisect_right(starts, span.last)
        highest_low = lows.among(up_to, span.giver)
        lowest_high = highs.among(up_to, span.giver)
        if (highest_low is not None and highest_low > span.high) or (
            lowest_high is not None and -lowest_high < span.low
        ):
            yield index


class _Largest:
    """Numbers of givers at places in a row; tells the largest among the first places that is not one giver's.

    A Fenwick tree: each node keeps the largest number of its places, and the largest of another giver.
    """

    def __init__(self, places: int) -> None:
        self._nodes: list[tuple[tuple[Decimal, str], ...]] = [()] * (places + 1)

    def add(self, place: int, number: Decimal, giver: str) -> None:
        """Take in a number."""
        node = place + 1
        while node < len(self._nodes):
            kept = {name: held for held, name in self._nodes[node]}
            kept[giver] = max(number, kept.get(giver, number))
            largest = sorted(((held, name) for name, held in kept.items()), reverse=True)
            self._nodes[node] = tuple(largest[:2])
            node += node & -node

    def among(self, places: int, but: str) -> Decimal | None:
        """Return the largest number at the first so many places that another than this giver gave."""
        found: Decimal | None = None
        while places:
            for number, giver in self._nodes[places]:
                if giver != but and (found is None or number > found):
                    found = number
            places -= places & -places
        return found


def _bounds(figure: Figure) -> tuple[Decimal, Decimal]:
    value = figure.value
    room = ROOM if value.about else Decimal(0)
    low = Decimal(0) if value.low is None else value.low * (1 - room)
    high = Decimal("Infinity") if value.high is None else value.high * (1 + room)
    return low, high


def _said(figure: Figure, judged: Judged, unit: str = "") -> str:
    return f"{_number(figure, unit)} ({named(figure.by, judged)}, {figure.as_of.words})"


def _number(figure: Figure, unit: str) -> str:
    return f"{figure.value.words} {unit}".strip()


RULE = Rule("conflicting-figures", "Figures differ", "caution", "agreement", check, ("claim",))
