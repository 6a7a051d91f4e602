"""Conflicts of figures are found without comparing each with each; the answer is that of the plain definition."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.caveats import example
from explainer.caveats.conflicting_figures import ROOM, RULE, SAME_TIME
from explainer.caveats.conflicting_figures import _differing as differing
from explainer.kinds.claim import Figure
from explainer.values.edtf import parse_date
from explainer.values.quantity import parse_quantity

JUDGED = example("- {source: customs-statement}")
"""Any judged claim of the cast: its actors give the figures."""

GIVERS = ("northland", "northland-ministry", "southland-customs", "eastland", "nobody")
"""Two of them are of one root, and one is no record."""

FIRST = date(2024, 1, 1)

days = st.integers(0, 120).map(lambda offset: (FIRST + timedelta(days=offset)).isoformat())
dates = st.one_of(
    days,
    days.map(lambda day: day[:7]),
    days.map(lambda day: f"{day}~"),
    st.tuples(days, days).map(lambda pair: "/".join(sorted(pair))),
    st.sampled_from(["2024", "2023", "2024-03/.."]),
)
numbers = st.integers(1, 12)
quantities = st.one_of(
    numbers.map(str),
    numbers.map(lambda number: f"{number}~"),
    numbers.map(lambda number: f"{number}.."),
    numbers.map(lambda number: f"..{number}"),
    st.tuples(numbers, numbers)
    .filter(lambda pair: pair[0] < pair[1])
    .map(lambda pair: f"{pair[0]}..{pair[1]}"),
)


def figure(quantity: str, when: str, by: str) -> Figure:
    value, as_of = parse_quantity(quantity), parse_date(when)
    return Figure(value=value, unit="shells", measure="delivered", as_of=as_of, by=by, sources=())


figures = st.lists(st.builds(figure, quantities, dates, st.sampled_from(GIVERS)), max_size=14)


def by_definition(given: Sequence[Figure]) -> list[Figure]:
    """Compare each with each, as the rule's manual words it."""
    found = set()
    for (place, one), (other_place, other) in combinations(enumerate(given), 2):
        # A month is all of its days, so the time between two is that from the end of one to the start of the other.
        ends, starts = (
            min(one.as_of.latest, other.as_of.latest),
            max(one.as_of.earliest, other.as_of.earliest),
        )
        same_time = ends >= starts or starts - ends <= SAME_TIME
        ranges = []
        for value in (one.value, other.value):
            room = ROOM if value.about else Decimal(0)
            low = Decimal(0) if value.low is None else value.low * (1 - room)
            ranges.append((low, Decimal("Infinity") if value.high is None else value.high * (1 + room)))
        (low, high), (other_low, other_high) = ranges
        apart = low > other_high or other_low > high
        if same_time and apart and (JUDGED.root(one.by) or one.by) != (JUDGED.root(other.by) or other.by):
            found |= {place, other_place}
    return [given[place] for place in sorted(found)]


@given(figures)
@settings(max_examples=400)
def test_the_same_figures_conflict_as_when_each_is_compared_with_each(given: list[Figure]) -> None:
    assert list(differing(given, JUDGED)) == by_definition(given)


def test_many_figures_take_little_more_than_few() -> None:
    def took(count: int) -> float:
        given = [
            figure(str(1 + place % 97), (FIRST + timedelta(days=place % 900)).isoformat(), GIVERS[place % 5])
            for place in range(count)
        ]
        start = time.process_time()
        assert len(list(differing(given, JUDGED))) == count
        return time.process_time() - start

    took(100)
    assert min(took(4000) for _ in range(3)) < 24 * min(took(500) for _ in range(3)), RULE.id
