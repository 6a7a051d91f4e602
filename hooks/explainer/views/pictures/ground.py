"""The ground of maps: coasts, settled borders, and where countries lie, in a frame.

They come from `land.json` and `countries.json`; `land.md` says from where, and which borders are not drawn.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from explainer.views.pictures.lettering import px

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""West, south, east, north; on the drawing left, top, right, bottom."""
Line = tuple[Box, tuple[Point, ...]]
"""A line with its bounds."""
Rings = list[Line]
"""The outlines of a shape."""


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


@lru_cache(maxsize=1)
def _countries() -> dict[str, list[Line]]:
    """Return the outlines of countries by their codes (ISO 3166-1), coarse, in degrees."""
    data = json.loads((Path(__file__).parent / "countries.json").read_text(encoding="utf-8"))
    return {
        code: [_decoded(ring, data["grid"]) for ring in rings] for code, rings in data["countries"].items()
    }


@lru_cache(maxsize=64)
def countries(frame: Frame) -> dict[str, Rings]:
    """Return the parts of countries inside a frame by their codes, as rings from the frame's own corner."""
    around = (
        frame.west,
        frame.north - frame.height / frame.scale,
        frame.west + frame.width / frame.scale / frame.shrink,
        frame.north,
    )
    found = {
        code: [
            _bounded(tuple(frame.at(*point) for point in part))
            for bounds, ring in rings
            if _meets(bounds, around) and len(part := _within(ring, around)) > 2
        ]
        for code, rings in _countries().items()
    }
    return {code: rings for code, rings in found.items() if rings}


def holds(rings: Rings, point: Point) -> bool:
    """Tell whether a point lies inside a shape of rings (even and odd)."""
    x, y = point
    inside = False
    for (left, top, right, bottom), ring in rings:
        if not (left <= x <= right and top <= y <= bottom):
            continue
        for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
                inside = not inside
    return inside


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
    return _bounded(tuple(points))


def _bounded(points: tuple[Point, ...]) -> Line:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys)), points


@lru_cache(maxsize=64)
def ground(frame: Frame) -> tuple[str, str]:
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
