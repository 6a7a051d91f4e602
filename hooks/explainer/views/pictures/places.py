"""Places on a map: the whole at a glance, and a closer view wherever several lie together.

Coasts and borders come from `land.json`; `land.md` says from where, and which borders are not drawn.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from explainer.views.pictures.lettering import px, width
from explainer.wording import counted

Shape = dict[str, Any]
Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""West, south, east, north; on the drawing left, top, right, bottom."""

NEAR = 8.0
"""Places within so many degrees of each other belong together."""

TOGETHER = 5
"""So many places together get a closer view."""

VIEWS = 4
"""The most closer views."""

SMALL = 12.0
"""The size of letters on the map."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A piece of the globe on a rectangle; degrees of longitude are as wide as in its middle."""

    west: float
    north: float
    scale: float
    """Units of the drawing to a degree of latitude."""
    shrink: float
    """How much narrower a degree of longitude is."""
    x: float
    y: float
    width: float
    height: float

    def at(self, longitude: float, latitude: float) -> Point:
        """Return where a point of the globe stands, from the frame's own corner."""
        return (longitude - self.west) * self.scale * self.shrink, (self.north - latitude) * self.scale


def picture(places: list[Shape]) -> Shape | None:
    """Return the map; none where there are fewer than two places."""
    if len(places) < 2:
        return None
    views = together(places)
    signs = [
        ("place", "the larger, the more events", True),
        ("area", "stands for an area, or approximate", any(place["approximate"] for place in places)),
    ]
    closer = (
        " What lies in the frames is drawn closer below." if views and len(views[0]) < len(places) else ""
    )
    return {
        "id": "map",
        "caption": f"{counted(len(places), 'place')} on the map.{closer}",
        "legend": [{"sign": sign, "words": words} for sign, words, present in signs if present],
        "variants": [_draw(places, views, name, full) for name, full in (("wide", 720), ("narrow", 320))],
    }


def together(places: list[Shape]) -> list[list[Shape]]:
    """Return the groups of places that lie together, the one with the most events first."""
    group = list(range(len(places)))
    for index, place in enumerate(places):
        for other in range(index):
            if group[other] != group[index] and _apart(place, places[other]) <= NEAR:
                old, new = group[index], group[other]
                group = [new if known == old else known for known in group]
    groups = [
        [place for place, mine in zip(places, group, strict=True) if mine == number]
        for number in dict.fromkeys(group)
    ]
    large = [members for members in groups if len(members) >= TOGETHER]
    return sorted(large, key=lambda members: (-sum(place["count"] for place in members), members[0]["id"]))[
        :VIEWS
    ]


def _apart(first: Shape, second: Shape) -> float:
    """Return how far two places are apart, in degrees of latitude, by the shorter way round."""
    around = abs(first["longitude"] - second["longitude"])
    shrink = math.cos(math.radians((first["latitude"] + second["latitude"]) / 2))
    return math.hypot(first["latitude"] - second["latitude"], min(around, 360 - around) * shrink)


def _draw(places: list[Shape], views: list[list[Shape]], name: str, full: int) -> Shape:
    frames: list[tuple[Frame, list[Shape]]] = []
    whole_frame: Frame | None = None
    y = 0.0
    closer = {place["id"] for view in views for place in view}
    if len(closer) < len(places) or len(views) > 1:
        whole_frame = _frame(places, 0, 0, full, None)
        y = whole_frame.height + 12
    columns = 2 if name == "wide" and len(views) > 1 else 1
    wide = (full - 12 * (columns - 1)) / columns
    for index, view in enumerate(views):
        top = y + (index // columns) * (min(wide, 340) + 12)
        frames.append((_frame(view, (index % columns) * (wide + 12), top, wide, min(wide, 340)), view))
    drawn = [_view(frame, view, {place["id"] for place in view}, []) for frame, view in frames]
    if whole_frame:
        outlines = [
            _outline(frame, whole_frame, letter) for (frame, _), letter in zip(frames, "ABCD", strict=False)
        ]
        for outline, one in zip(outlines, drawn, strict=True):
            one["letter"] = outline["letter"]
        drawn.insert(0, _view(whole_frame, places, {place["id"] for place in places} - closer, outlines))
    bottom = max([y - 12, *(frame.y + frame.height for frame, _ in frames)])
    return {"name": name, "width": full, "height": px(bottom + 1), "views": drawn}


def _frame(places: list[Shape], x: float, y: float, wide: float, high: float | None) -> Frame:
    """Return a frame that holds places with room around them, as high as they need if no height is given."""
    longitudes, latitudes = [place["longitude"] for place in places], [place["latitude"] for place in places]
    middle = (min(latitudes) + max(latitudes)) / 2
    shrink = math.cos(math.radians(middle))
    across = max((max(longitudes) - min(longitudes)) * 1.2, 4.0) + (6 if high is None else 1.5)
    down = max((max(latitudes) - min(latitudes)) * 1.2, 3.0) + (6 if high is None else 1.5)
    scale = min(wide / (across * shrink), (high or wide * 0.62) / down)
    high = high or max(down * scale, wide * 0.3)
    west = (min(longitudes) + max(longitudes)) / 2 - wide / scale / shrink / 2
    return Frame(west, middle + high / scale / 2, scale, shrink, x, y, wide, high)


def _view(frame: Frame, places: list[Shape], named: set[str], outlines: list[Shape]) -> Shape:
    """Return one map: ground, places, names where they fit; on the whole, the frames of the closer views."""
    spots: list[Shape] = []
    for place in sorted(places, key=lambda place: (-place["count"], place["id"])):
        x, y = frame.at(place["longitude"], place["latitude"])
        size = 0.9 if len(named) == len(places) else 0.5 if place["id"] in named else 0.0
        spots.append({"place": place, "x": x, "y": y, "r": 2.6 + math.sqrt(place["count"]) * size})
    taken: list[Box] = [
        (spot["x"] - spot["r"], spot["y"] - spot["r"], spot["x"] + spot["r"], spot["y"] + spot["r"])
        for spot in spots
    ]
    taken += [
        (one["x"], one["y"] - 14, one["x"] + one["width"], one["y"] + one["height"]) for one in outlines
    ] or [(0, 0, 22, 22)]
    drawn = []
    for spot in spots:
        place = spot["place"]
        events = f"{place['count']} {'event' if place['count'] == 1 else 'events'}"
        label = _label(spot, frame, taken) if place["id"] in named else None
        drawn.append(
            {
                "x": px(frame.x + spot["x"]),
                "y": px(frame.y + spot["y"]),
                "r": px(spot["r"]),
                "area": place["approximate"],
                "address": place["address"],
                "full": f"{place['title']}: {events}",
                "label": label,
            }
        )
    land, borders = _ground(frame)
    return {
        "x": px(frame.x),
        "y": px(frame.y),
        "width": px(frame.width),
        "height": px(frame.height),
        "land": land,
        "borders": borders,
        "spots": drawn[::-1],
        "frames": outlines,
        "letter": "",
    }


def _label(spot: Shape, frame: Frame, taken: list[Box]) -> Shape | None:
    """Return a place for a name where it touches nothing; none if there is no such place."""
    name, x, y, r = spot["place"]["title"], spot["x"], spot["y"], spot["r"]
    long = width(name, SMALL)
    for end, left, base in (
        ("", x + r + 3, y + 4), ("x-end", x - r - 3 - long, y + 4),
        ("x-mid", x - long / 2, y - r - 4), ("x-mid", x - long / 2, y + r + 12),
        ("", x + r, y - r - 4), ("", x + r, y + r + 12),
        ("x-end", x + r - long, y - r - 4), ("x-end", x + r - long, y + r + 12),
    ):  # fmt: skip
        box = (left, base - 10, left + long, base + 3)
        inside = box[0] >= 2 and box[1] >= 2 and box[2] <= frame.width - 2 and box[3] <= frame.height - 2
        if inside and not any(
            box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
            for other in taken
        ):
            taken.append(box)
            anchor = left + {"": 0.0, "x-end": long, "x-mid": long / 2}[end]
            return {"x": px(frame.x + anchor), "y": px(frame.y + base), "anchor": end, "text": name}
    return None


def _outline(view: Frame, whole: Frame, letter: str) -> Shape:
    """Return where a closer view lies on the whole."""
    left, top = whole.at(view.west, view.north)
    right, bottom = whole.at(
        view.west + view.width / view.scale / view.shrink, view.north - view.height / view.scale
    )
    left, top, right, bottom = (
        max(left, 1),
        max(top, 1),
        min(right, whole.width - 1),
        min(bottom, whole.height - 1),
    )
    return {
        "x": px(left),
        "y": px(top),
        "width": px(right - left),
        "height": px(bottom - top),
        "letter": letter,
        "base": px(top - 3 if top > 16 else bottom + 12),
    }


Line = tuple[Box, tuple[Point, ...]]
"""A line with its bounds."""


@lru_cache(maxsize=1)
def _world() -> tuple[list[Line], list[Line]]:
    """Return the rings of all land and the lines of all borders, in degrees."""
    data = json.loads((Path(__file__).parent / "land.json").read_text(encoding="utf-8"))
    return [_decoded(line, data["grid"]) for line in data["land"]], [
        _decoded(line, data["grid"]) for line in data["borders"]
    ]


def _decoded(flat: list[int], grid: int) -> Line:
    points: list[Point] = []
    x = y = 0
    for step_x, step_y in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + step_x, y + step_y
        points.append((x / grid, y / grid))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys)), tuple(points)


@lru_cache(maxsize=64)
def _ground(frame: Frame) -> tuple[str, str]:
    """Return the land and the borders within a frame as paths, from the frame's own corner."""
    land, borders = _world()
    around = (
        frame.west - 1,
        frame.north - frame.height / frame.scale - 1,
        frame.west + frame.width / frame.scale / frame.shrink + 1,
        frame.north + 1,
    )
    shapes = (
        _path(frame, _within(ring, around), close=True) for bounds, ring in land if _meets(bounds, around)
    )
    lines = (
        _path(frame, run, close=False)
        for bounds, line in borders
        if _meets(bounds, around)
        for run in _runs(line, around)
    )
    return "".join(shapes), "".join(lines)


def _meets(bounds: Box, box: Box) -> bool:
    return bounds[0] < box[2] and bounds[2] > box[0] and bounds[1] < box[3] and bounds[3] > box[1]


def _within(ring: Iterable[Point], box: Box) -> list[Point]:
    """Return the part of a ring inside a box (Sutherland and Hodgman)."""
    points = list(ring)
    for axis, bound, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        kept: list[Point] = []
        for before, here in zip([points[-1:], *([point] for point in points[:-1])], points, strict=True):
            start = before[0]
            inside, was = sign * (here[axis] - bound) >= 0, sign * (start[axis] - bound) >= 0
            if inside != was:
                share = (bound - start[axis]) / (here[axis] - start[axis])
                kept.append(
                    (start[0] + share * (here[0] - start[0]), start[1] + share * (here[1] - start[1]))
                )
            if inside:
                kept.append(here)
        points = kept
        if not points:
            break
    return points


def _runs(line: tuple[Point, ...], box: Box) -> Iterator[list[Point]]:
    """Yield the parts of a line of which at least one end of each step lies in a box."""
    run: list[Point] = []
    for before, here in pairwise(line):
        if any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in (before, here)):
            run = run or [before]
            run.append(here)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _path(frame: Frame, points: list[Point], *, close: bool) -> str:
    """Return a line as the path of its points; those close to the one before are passed over."""
    step = 1.4 if frame.scale > 12 else 2.2
    placed: list[Point] = []
    for point in points:
        x, y = frame.at(*point)
        if not placed or abs(x - placed[-1][0]) + abs(y - placed[-1][1]) >= step:
            placed.append((px(x), px(y)))
    if len(placed) < (3 if close else 2):
        return ""
    steps = [f"M{placed[0][0]} {placed[0][1]}"]
    for (x, y), (to_x, to_y) in pairwise(placed):
        across, down = px(to_x - x), px(to_y - y)
        steps.append(f"l{across} {down}" if down >= 0 else f"l{across}{down}")
    return "".join(steps) + ("z" if close else "")
