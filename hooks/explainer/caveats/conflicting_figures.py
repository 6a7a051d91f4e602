"""
Different numbers are given for one thing.

Numbers are compared where they measure the same, count in the same unit and speak of the same
time, give or take a month. Two numbers differ when their ranges do not touch; “about” leaves a
tenth of room on either side. That somebody corrects a number of his own is no conflict.

The caveat goes when the numbers turn out to measure different things and are entered so, or when
those who gave them correct them until they meet.

FAIL
figures:
- {value: 300, unit: soldiers, measure: crossed-the-border, as_of: 2024-05-02, by: northland-ministry, sources: [ministry-statement]}
- {value: 1500.., unit: soldiers, measure: crossed-the-border, as_of: 2024-05-04, by: southland-army, sources: [army-statement]}

PASS
figures:
- {value: 300, unit: soldiers, measure: crossed-the-border, as_of: 2024-05-02, by: northland-ministry, sources: [ministry-statement]}
- {value: 1500.., unit: soldiers, measure: crossed-the-border, as_of: 2024-08-20, by: southland-army, sources: [army-statement]}
"""  # noqa: E501 - an example is one line, as a contributor would write it

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

from explainer.caveats._base import Caveat, Judged, Rule, capitalised, clean, named
from explainer.kinds.claim import Figure

SAME_TIME = timedelta(days=31)
"""How far apart the days may be of which two numbers speak."""

ROOM = Decimal("0.1")
"""How much “about” leaves open, as a part of the number."""


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire for each measure on which two givers differ."""
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
            sentence = (
                f"{capitalised(_words(measure, judged))}: from {_said(lowest, judged, lowest.unit)}"
                f" to {_said(highest, judged)}."
            )
            reasons = [id for figure in differing for id in (figure.by, *figure.sources)]
            yield RULE.caveat(judged, sentence, reasons)


def known_by(figure: Figure, judged: Judged) -> date:
    """Return the day by which a number was known: of its first source, else that of which it speaks."""
    sources = [judged.origins.source(id) for id in figure.sources]
    dates = [when.end for source in sources if source and (when := source.published or source.text_date)]
    return min(dates, default=figure.as_of.end)


def _differing(figures: Iterable[Figure], judged: Judged) -> Iterator[Figure]:
    """Yield every number with which another giver's number of the same time does not agree."""
    found: dict[int, Figure] = {}
    for one, other in combinations(figures, 2):
        if (
            _is_same_time(one, other)
            and not _touch(one, other)
            and _giver(one, judged) != _giver(other, judged)
        ):
            found |= {id(one): one, id(other): other}
    yield from found.values()


def _giver(figure: Figure, judged: Judged) -> str:
    return judged.root(figure.by) or figure.by


def _is_same_time(one: Figure, other: Figure) -> bool:
    first, last = sorted((one.as_of, other.as_of), key=lambda when: when.order)
    return first.latest >= last.earliest or last.earliest - first.earliest <= SAME_TIME


def _touch(one: Figure, other: Figure) -> bool:
    (low, high), (other_low, other_high) = _bounds(one), _bounds(other)
    return low <= other_high and other_low <= high


def _bounds(figure: Figure) -> tuple[Decimal, Decimal]:
    value = figure.value
    room = ROOM if value.about else Decimal(0)
    low = Decimal(0) if value.low is None else value.low * (1 - room)
    high = Decimal("Infinity") if value.high is None else value.high * (1 + room)
    return low, high


def _words(measure: str, judged: Judged) -> str:
    """Return a measure as words; the id of an actor or place in it becomes its name."""
    parts = measure.split("-")
    words: list[str] = []
    while parts:
        ids = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
        id = next((id for id in ids if _is_name(id, judged)), "")
        words.append(judged.graph.title(id) if id else parts[0])
        parts = parts[id.count("-") + 1 :]
    return clean(" ".join(words))


def _is_name(id: str, judged: Judged) -> bool:
    entry = judged.graph.entries.get(id)
    return entry is not None and entry.kind.name in ("actor", "place")


def _said(figure: Figure, judged: Judged, unit: str = "") -> str:
    number = f"{figure.value.words} {unit}".strip()
    return f"{number} ({named(figure.by, judged)}, {figure.as_of.words})"


RULE = Rule("conflicting-figures", "Figures differ", "caution", check, ("claim",))
