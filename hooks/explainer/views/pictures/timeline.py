"""All events at a glance: a lane for each strand, a mark for each event.

An exact day is a point; a month, a season or “about” is a span with soft ends, something that lasted
a bar with hard ones. A few events far back, with long gaps between them, are pressed together at the left.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from explainer.messages import Message
from explainer.values.edtf import day_words
from explainer.views.pictures.axis import Scale, counted_in, limits, start_year, ticks
from explainer.views.pictures.lettering import px, width
from explainer.wording import counted

Shape = dict[str, Any]

AS_OF = Message("as of {day}")
NOTHING_LATER = Message("as of {day}: nothing later")
ACROSS = Message("{events} from {first} to {last}.")
ACROSS_IN_STRANDS = Message(
    "{events} from {first} to {last} in {strands} strands; an event may belong to several."
)
WITHIN = Message("{events} in {first}.")
WITHIN_IN_STRANDS = Message("{events} in {first}, in {strands} strands; an event may belong to several.")
LOOSE = Message("{count:,} of them cannot be dated to the day.")
SURE_DAY = Message("an occurrence that is acknowledged or corroborated")
OTHER_DAY = Message("an occurrence of any other status")
UNSURE_DAY = Message("an occurrence that is neither acknowledged nor corroborated")
ACT = Message("an act")
SAID = Message("a statement: somebody said so")
SPAN = Message("some time in this span")
LASTED = Message("lasted so long")
COLUMN = Message("a column: the number of events")
BREAK = Message("earlier years, pressed together")
MARK = Message("{when}: {title} ({words})")
IN_A_COLUMN = Message("{when}: {events}")

MOST = 80
"""A lane with more marks than this shows how many events each month, or another stretch of time, has."""

HIGHEST = 16
"""A lane in which more marks than this would stand upon each other does so too."""

SURE = frozenset(["acknowledged", "corroborated"])
"""Statuses whose marks are filled."""


def picture(lanes: list[Shape], as_of: str) -> Shape | None:
    """Return the drawing of all events; none where there are fewer than two."""
    events = {event["id"]: event for lane in lanes for event in lane["events"]}
    if len(events) < 2:
        return None
    today = date.fromisoformat(as_of)
    starts = sorted(min(_ends(event)[0], today) for event in events.values())
    years = [day.year for day in starts]
    scaled = start_year(years)
    late = [min(day, today) for event in events.values() for day in _ends(event) if day.year >= scaled]
    start, end = limits(late, today)
    day = day_words(today)
    words = (AS_OF if end == today else NOTHING_LATER)(day=day)
    natures = {event["nature"] for event in events.values()}
    filled = {event["status"] in SURE for event in events.values() if event["nature"] == "occurrence"}
    loose = [event for event in events.values() if event["imprecise"]]
    kinds = {_kind(event) for event in events.values()}
    shown = [lane for lane in lanes if lane["events"]]
    variants = [
        _draw(shown, years, start, end, words, *plan) for plan in (("wide", 720, 3.4), ("narrow", 320, 2.9))
    ]
    columns = any(lane["columns"] for variant in variants for lane in variant["lanes"])
    signs = [
        ("day", SURE_DAY(), True in filled),
        ("day-weak", OTHER_DAY() if True in filled else UNSURE_DAY(), False in filled),
        ("act", ACT(), "act" in natures),
        ("said", SAID(), "statement" in natures),
        ("span", SPAN(), "soft" in kinds),
        ("lasted", LASTED(), "hard" in kinds),
        ("count", COLUMN(), columns),
        ("break", BREAK(), years[0] < start.year),
    ]
    return {
        "id": "timeline-picture",
        "caption": _caption(len(events), len(loose), len(shown), years),
        "legend": [{"sign": sign, "words": words} for sign, words, present in signs if present],
        "variants": variants,
    }


def _caption(total: int, loose: int, lanes: int, years: list[int]) -> str:
    if years[0] == years[-1]:
        message = WITHIN_IN_STRANDS if lanes > 1 else WITHIN
    else:
        message = ACROSS_IN_STRANDS if lanes > 1 else ACROSS
    said = message(events=counted(total, "event"), first=years[0], last=years[-1], strands=lanes)
    return f"{said} {LOOSE(count=loose)}" if loose else said


def _ends(event: Shape) -> tuple[date, date]:
    first, last = date.fromisoformat(event["earliest"]), date.fromisoformat(event["latest"])
    return (first, last) if first.year > 1 else (last, last)


def _kind(event: Shape) -> str:
    first, last = _ends(event)
    return "soft" if event["imprecise"] else "day" if first == last else "hard"


def _draw(
    lanes: list[Shape],
    years: list[int],
    start: date,
    end: date,
    words: str,
    name: str,
    full: int,
    radius: float,
) -> Shape:
    early = tuple(sorted({year for year in years if year < start.year}))
    zone = max(80.0 if len(early) > 1 else 46.0, min(full * 0.16, 13.0 * len(early) + 12)) if early else 0.0
    scale = Scale(early, start, end, zone, full - 2.0)
    top = 22.0
    drawn = []
    for lane in lanes:
        made = _lane(lane, scale, end, top, radius, titled=name == "wide")
        drawn.append(made)
        top = made["bottom"] + 6
    return {
        "name": name,
        "width": full,
        "height": px(top + 14),
        "axis": {"break": _break(zone) if early else "", "zone": px(zone), "bottom": px(top - 4)},
        "years": list(_years(scale, years, early)),
        "lanes": drawn,
        "as_of": {
            "x": px(scale.at(end)),
            "y": px(top + 10),
            "text": words,
            "left": px(full - 2 - width(words, 12)),
        },
        "fade": f"timeline-fade-{name}",
    }


def _break(zone: float) -> str:
    return f"M{px(zone - 9)} 17l3-6 4 12 3-6"


def _years(scale: Scale, years: list[int], early: tuple[int, ...]) -> Any:
    if early:
        words = f"{early[0]}–{early[-1]}" if len(early) > 1 else str(early[0])
        yield {"x": 0, "tick": None, "text": words, "address": f"timeline/#y{early[0]}"}
    free = scale.zone
    linked: set[int] = set()
    for day, words, stretch in ticks(scale.start, scale.end):
        x = scale.at(day)
        label = min(x + 4, scale.width + 2 - width(words))
        shown = x >= free - 0.5 and label > x - 1
        year = next((year for year in years if year in stretch and year not in linked), None)
        if year is not None:
            linked.add(year)
        yield {
            "x": px(label),
            "tick": px(x),
            "text": words if shown else "",
            "address": f"timeline/#y{year}" if year else "",
        }
        if shown:
            free = x + width(words) + 10


def _lane(lane: Shape, scale: Scale, end: date, top: float, radius: float, *, titled: bool) -> Shape:
    pitch = 2 * radius + 1.2
    marks = [_mark(event, scale, end, radius, pitch) for event in lane["events"]]
    marks.sort(key=lambda mark: (mark["x"], mark["x2"], mark["address"]))
    levels: list[float] = []
    for mark in marks:
        level = next((index for index, taken in enumerate(levels) if taken <= mark["x"] - 0.6), len(levels))
        levels[level : level + 1] = [mark["x2"]]
        mark["level"] = level
    base = top + 20
    if len(marks) > MOST or len(levels) > HIGHEST:
        columns = _columns(lane, scale, end, pitch, base)
        bottom, marks = max(column["bottom"] for column in columns), []
    else:
        columns = []
        bottom = base + pitch * max(len(levels), 1)
    return {
        "title": lane["name"],
        "address": lane["address"],
        "count": len(lane["events"]),
        "x": px(1.08 * width(lane["name"]) + 7),
        "y": px(top + 13),
        "columns": columns,
        "marks": [
            _placed(mark, bottom - pitch * (mark["level"] + 0.5), radius, titled=titled) for mark in marks
        ],
        "bottom": px(bottom),
    }


def _mark(event: Shape, scale: Scale, end: date, radius: float, pitch: float) -> Shape:
    """Return where an event stands; days fall into columns as wide as a mark, so that marks pile up."""
    first, last = (min(day, end) for day in _ends(event))
    left, right = scale.at(first), scale.at(last)
    kind = _kind(event)
    if kind == "day":
        zone = scale.zone if first >= scale.start else 0.0
        middle = zone + ((left - zone) // pitch + 0.5) * pitch if zone or not scale.early else left
        middle = min(max(middle, radius + 0.5), scale.width - radius)
        left, right = middle - radius, middle + radius
    elif right - left < 3 * radius:
        middle = min(max((left + right) / 2, 2 * radius), scale.width - 1.5 * radius)
        left, right = middle - 1.8 * radius, middle + 1.8 * radius
    title = MARK(when=event["when"]["words"], title=event["title"], words=event["words"])
    return {
        "x": left,
        "x2": right,
        "kind": kind,
        "sure": event["nature"] == "act" or event["status"] in SURE,
        "nature": event["nature"],
        "address": event["address"],
        "title": title,
    }


def _placed(mark: Shape, y: float, radius: float, *, titled: bool) -> Shape:
    placed = {
        "kind": mark["kind"],
        "sure": mark["sure"],
        "nature": mark["nature"],
        "address": mark["address"],
        "title": mark["title"] if titled else "",
    }
    if mark["kind"] == "day":
        return placed | {
            "x": px((mark["x"] + mark["x2"]) / 2),
            "y": px(y),
            "r": px(radius if mark["sure"] else radius - 0.5),
        }
    return placed | {
        "x": px(mark["x"]),
        "y": px(y - radius + 0.5),
        "width": px(mark["x2"] - mark["x"]),
        "height": px(2 * radius - 1),
    }


def _columns(lane: Shape, scale: Scale, end: date, pitch: float, base: float) -> list[Shape]:
    stretch, beginning, words = counted_in(scale)
    counts: dict[date, list[int]] = {}
    for event in lane["events"]:
        day = min(_ends(event)[0], end)
        first = beginning(day) if day >= scale.start else date(day.year, 1, 1)
        counts.setdefault(first, []).append(day.year)
    highest = max(map(len, counts.values()))
    unit = min(pitch, 90 / highest)
    bottom = base + 12 + unit * highest
    found = []
    for first, years in sorted(counts.items()):
        count = len(years)
        early = max(years) < scale.start.year
        left = scale.at(first if early else max(first, scale.start)) - (4 if early else -0.5)
        right = min(scale.at(min(first + timedelta(stretch), scale.end)), left + stretch * scale.a_day - 0.5)
        when = str(first.year) if early else words(first)
        found.append(
            {
                "x": px(left),
                "y": px(bottom - unit * count),
                "width": px(8 if early else max(right - left - 0.5, 1.6)),
                "height": px(unit * count),
                "address": f"timeline/#y{min(years)}",
                "title": IN_A_COLUMN(when=when, events=counted(count, "event")),
                "bottom": bottom,
                "count": str(count) if count == highest else "",
            }
        )
    return found
