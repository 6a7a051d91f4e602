"""Estimates of one measure, the earliest first: a row for each, a common scale, the number beside it.

A point is an exact number, a bar a range, an arrow an open end. Squares are numbers of a party.
The scale is logarithmic where the largest number is more than fifty times the smallest.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from explainer.messages import Message
from explainer.settings import Words
from explainer.views.pictures.lettering import LEADING, baselines, brief, px, width, wrap
from explainer.wording import counted

Shape = dict[str, Any]

WORDS = Words()

NUMBERS = Message("{numbers} from {count} givers.", one="{numbers} from one giver.")
NUMBERS_TENFOLD = Message(
    "{numbers} from {count} givers; each step of the scale is ten times the one before.",
    one="{numbers} from one giver; each step of the scale is ten times the one before.",
)
BY_A_PARTY = Message("given by {party}")
BETWEEN = Message("between two numbers")
EXACTLY = Message("{low}")
FROM_TO = Message("{low}–{high}")
AT_LEAST = Message("at least {low}")
UP_TO = Message("up to {high}")
ABOUT = Message("about {low}")
ABOUT_FROM_TO = Message("about {low}–{high}")
AT_LEAST_ABOUT = Message("at least about {low}")
UP_TO_ABOUT = Message("up to about {high}")

SAID = {
    "exact": (EXACTLY, ABOUT),
    "range": (FROM_TO, ABOUT_FROM_TO),
    "at-least": (AT_LEAST, AT_LEAST_ABOUT),
    "up-to": (UP_TO, UP_TO_ABOUT),
}
"""How a number of each kind is said, and how one that is about so much."""

SPREAD = 50
"""A scale is logarithmic when the largest number is more than so many times the smallest."""

SMALL = 12.0
"""The size of letters of a day."""

ROOM_FOR_A_NAME = 90.0
"""The least room beside a day that is left to a name; where there is less, the name stands under the day."""

ARROW = 24.0
"""How long the arrow of an open end is."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a number stands between two edges."""

    low: float
    high: float
    left: float
    right: float
    logarithmic: bool

    def at(self, number: float) -> float:
        """Return where a number stands."""
        if self.logarithmic:
            share = math.log10(number / self.low) / math.log10(self.high / self.low)
        else:
            share = (number - self.low) / (self.high - self.low)
        return self.left + (self.right - self.left) * share

    def ticks(self) -> list[float]:
        """Return the round numbers that the scale names."""
        if not self.logarithmic:
            step = _step(self.high)
            return [step * index for index in range(int(self.high / step + 1e-9) + 1)]
        decades = range(round(math.log10(_round(self.low, up=False))), math.ceil(math.log10(self.high)) + 1)
        found = [10.0**decade for decade in decades if self.low <= 10.0**decade <= self.high]
        return found if len(found) > 1 else [self.low, self.high]


def picture(group: Shape, words: Words = WORDS) -> Shape | None:
    """Return the drawing of a group of figures; none where there is only one."""
    rows = group["rows"]
    numbers = [number for row in rows for number in (row["low"], row["high"]) if number is not None]
    if len(rows) < 2 or max(numbers) <= 0:
        return None
    logarithmic = min(numbers) > 0 and max(numbers) / min(numbers) > SPREAD
    kinds = {_kind(row) for row in rows}
    signs = [
        ("by-party", BY_A_PARTY(party=words.a_party), any(row["party"] for row in rows)),
        ("about", "about", any(row["about"] for row in rows)),
        ("range", BETWEEN(), "range" in kinds),
        ("at-least", "at least", "at-least" in kinds),
        ("up-to", "up to", "up-to" in kinds),
    ]
    message = NUMBERS_TENFOLD if logarithmic else NUMBERS
    givers = len({row["by"]["title"] for row in rows})
    said = message(numbers=counted(len(rows), "number"), count=givers)
    return {
        "id": f"plot-{group['id']}",
        "caption": f"{group['caption']}. {said}",
        "legend": [{"sign": sign, "words": words} for sign, words, present in signs if present],
        "variants": [_draw(rows, numbers, name, logarithmic=logarithmic) for name in ("wide", "narrow")],
    }


def _kind(row: Shape) -> str:
    if row["high"] is None:
        return "at-least"
    if row["low"] is None:
        return "up-to"
    return "range" if row["low"] != row["high"] else "exact"


def _draw(rows: list[Shape], numbers: list[float], name: str, *, logarithmic: bool) -> Shape:
    wide = name == "wide"
    full = 720 if wide else 320
    values = [value(row) for row in rows]
    room = max(width(text) for text in values) * 1.06
    left, right = (352.0, full - room - 18) if wide else (7.0, full - 7.0)
    high, low = max([*numbers, *(row["low"] * 1.08 for row in rows if row["high"] is None)]), min(numbers)
    scale = Scale(
        _round(low, up=False) if logarithmic else 0.0,
        _round(high, up=True) if logarithmic else _top(high),
        left,
        right,
        logarithmic,
    )
    y = 24.0
    drawn = []
    for row, text in zip(rows, values, strict=True):
        written = _wide_words(row, y) if wide else _narrow_words(row, full, width(text) * 1.06 + 10, y)
        middle, tall = written.middle, written.tall
        by = {"full": row["by"]["title"], "address": row["by"]["address"]}
        drawn.append(
            {
                "when": written.when,
                "by": by | written.by,
                "value": {"x": full, "y": px(written.base), "text": text},
                "party": row["party"],
                "about": row["about"],
                "y": px(middle),
                **_mark(row, scale, middle),
            }
        )
        y += tall
    return {
        "name": name,
        "width": full,
        "height": px(y + 6),
        "ticks": _ticks(scale, scale.right + 30 if wide else full),
        "bottom": px(y + 2),
        "left": px(left),
        "right": px(right),
        "rows": drawn,
    }


@dataclass(frozen=True, slots=True)
class _Written:
    """Where the day of a number and the name of its giver stand."""

    when: Shape
    by: Shape
    base: float
    """The base line of the number."""
    middle: float
    """The height of its point or bar."""
    tall: float


def _lines(x: float, lines: Iterable[tuple[float, str]]) -> Shape:
    return {"x": px(x), "lines": [{"y": px(y), "text": line} for y, line in lines]}


def _wide_words(row: Shape, y: float) -> _Written:
    """Return day and name beside each other, in lines about one height."""
    days, names = wrap(row["as_of"]["words"], 118, SMALL, most=4), wrap(row["by"]["title"], 214)
    tall = LEADING * max(len(days), len(names))
    middle = y + tall / 2 + 5
    return _Written(
        _lines(0, baselines(days, middle)),
        _lines(126, baselines(names, middle)),
        middle + 4.5,
        middle,
        tall + 10,
    )


def _narrow_words(row: Shape, full: float, number: float, y: float) -> _Written:
    """Return day and name on one line, or the name under a day that leaves too little room; the bar below them."""
    day, name, base = brief(row["as_of"]["words"]), row["by"]["title"], y + 14
    start = width(day, SMALL) + 8
    first, days = base, [day]
    names = wrap(name, full - start - number, most=5)
    if full - start - number < ROOM_FOR_A_NAME:
        days = wrap(day, full - number, SMALL, most=3)
        start, first = 0.0, base + LEADING * len(days)
        names = wrap(name, full, most=3)
    last = first + LEADING * (len(names) - 1)
    when = ((base + at * LEADING, line) for at, line in enumerate(days))
    by = ((first + at * LEADING, line) for at, line in enumerate(names))
    return _Written(_lines(0, when), _lines(start, by), base, last + 14, last + 28 - y)


def _mark(row: Shape, scale: Scale, y: float) -> Shape:
    """Return the points and lines of one number."""
    kind = _kind(row)
    low, high = (scale.at(number) if number is not None else None for number in (row["low"], row["high"]))
    if kind == "range" and low is not None and high is not None:
        return {
            "x": None,
            "line": f"M{px(low)} {px(y - 5)}v10M{px(low)} {px(y)}H{px(high)}M{px(high)} {px(y - 5)}v10",
        }
    if kind == "at-least" and low is not None:
        tip = min(low + ARROW, scale.right + 6)
        return {"x": px(low), "line": f"M{px(low)} {px(y)}H{px(tip)}m-5-4 5 4-5 4"}
    if kind == "up-to" and high is not None:
        tip = max(high - ARROW, scale.left - 6)
        return {"x": px(high), "line": f"M{px(high)} {px(y)}H{px(tip)}m5-4-5 4 5 4"}
    return {"x": px(low or 0.0), "line": ""}


def _ticks(scale: Scale, edge: float) -> list[Shape]:
    """Return the named numbers of the scale; every second, third … is named where more would touch."""
    placed = []
    for number in scale.ticks():
        half = width(short(number), 12) / 2
        placed.append((scale.at(number), min(max(scale.at(number), half), edge - half), half, short(number)))
    every = next(
        step
        for step in range(1, len(placed) + 1)
        if all(
            a[1] + a[2] + 6 < b[1] - b[2] for a, b in zip(placed[::step], placed[step::step], strict=False)
        )
    )
    return [
        {"x": px(x), "label": px(label), "text": text if index % every == 0 else ""}
        for index, (x, label, _, text) in enumerate(placed)
    ]


def value(row: Shape) -> str:
    """Say a number in few letters: “about 5,000”, “at least 1.2 million”, “3,000–4,100”."""
    exactly, about = SAID[_kind(row)]
    low, high = ("" if number is None else short(number) for number in (row["low"], row["high"]))
    return (about if row["about"] else exactly)(low=low, high=high)


def short(number: float) -> str:
    """Write a number with commas, or in millions and billions where it has many digits."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(number) >= size:
            return f"{number / size:.12g} {name}" if number % (size / 1000) == 0 else f"{number:,.0f}"
    return f"{number:,.0f}" if number == int(number) else f"{number:,.6g}"


def _step(high: float) -> float:
    """Return a round step that divides a scale into three to six parts."""
    size = 10.0 ** math.floor(math.log10(high))
    return next(step for step in (size / 5, size / 2, size, 2 * size) if high / step <= 6.001)


def _top(high: float) -> float:
    """Return the end of a scale from nought: the next step after the largest number."""
    step = _step(high)
    return step * math.ceil(high / step - 1e-9)


def _round(number: float, *, up: bool) -> float:
    """Return the next 1, 2 or 5 with noughts, above or below."""
    size = 10.0 ** math.floor(math.log10(number))
    steps = [size, 2 * size, 5 * size, 10 * size]
    return (
        next(step for step in steps if step >= number * 0.999999)
        if up
        else next(step for step in reversed(steps) if step <= number * 1.000001)
    )
