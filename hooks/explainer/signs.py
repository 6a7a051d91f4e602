"""Signs as lines and areas: read from the small drawings (SVG) that pages show, so that pictures show the same ones.

What is understood is what our own signs are made of: circles, boxes with round corners, and paths of straight lines,
curves and half circles.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

Point = tuple[float, float]

STEPS = 24
"""Into how many straight lines a curve is cut."""


@dataclass(frozen=True, slots=True)
class Area:
    """What is filled: with the colour of the sign, or with that of the paper."""

    points: tuple[Point, ...]
    paper: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """What is drawn with a pen of some width."""

    points: tuple[Point, ...]
    width: float
    paper: bool = False


@lru_cache(maxsize=64)
def drawn(svg: str) -> tuple[float, tuple[Area | Line, ...]]:
    """Return the side of the square on which a sign is drawn, and its areas and lines in their order."""
    box = re.search(r'viewBox="0 0 ([\d.]+)', svg)
    parts = [
        part for tag, given in _ELEMENT.findall(svg) for part in _element(tag, dict(_GIVEN.findall(given)))
    ]
    return float(box[1]) if box else 16.0, tuple(parts)


_ELEMENT = re.compile(r"<(circle|rect|path)\b([^>]*)>")
_GIVEN = re.compile(r'([\w-]+)="([^"]*)"')


def _element(tag: str, given: dict[str, str]) -> Iterator[Area | Line]:
    fill, stroke = given.get("fill", "currentColor"), given.get("stroke", "none")
    dashes = [float(part) for part in given.get("stroke-dasharray", "").split()]
    for points in _outlines(tag, given):
        if fill != "none":
            yield Area(points, fill != "currentColor")
        if stroke != "none":
            width = float(given.get("stroke-width", "1"))
            for piece in _dashed(points, dashes) if dashes else (points,):
                yield Line(piece, width, stroke != "currentColor")


def _outlines(tag: str, given: dict[str, str]) -> list[tuple[Point, ...]]:
    if tag == "circle":
        x, y, radius = (float(given[name]) for name in ("cx", "cy", "r"))
        return [tuple(_arc((x, y), radius, 0, 2 * math.pi, 4 * STEPS))]
    if tag == "rect":
        x, y, width, height = (float(given[name]) for name in ("x", "y", "width", "height"))
        radius = float(given.get("rx", "0"))
        corners = [
            (x + width - radius, y + height - radius), (x + radius, y + height - radius),
            (x + radius, y + radius), (x + width - radius, y + radius),
        ]  # fmt: skip
        around = [
            point
            for quarter, corner in enumerate(corners)
            for point in _arc(corner, radius, quarter * math.pi / 2, (quarter + 1) * math.pi / 2, STEPS)
        ]
        return [(*around, around[0])]
    return [tuple(one) for one in _path(given["d"])]


def _arc(centre: Point, radius: float, start: float, end: float, steps: int) -> Iterator[Point]:
    for step in range(steps + 1):
        angle = start + (end - start) * step / steps
        yield centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


_COMMAND = re.compile(r"([MmLlHhVvCcAaZz])([^MmLlHhVvCcAaZz]*)")
_NUMBER = re.compile(r"-?(?:\d*\.\d+|\d+)")
_TAKEN = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7}


def _path(text: str) -> list[list[Point]]:
    """Return the lines of a path."""
    lines: list[list[Point]] = []
    at: Point = (0.0, 0.0)
    for command, given in _COMMAND.findall(text):
        if command in "Zz":
            lines[-1].append(lines[-1][0])
            at = lines[-1][0]
            continue
        numbers = [float(number) for number in _NUMBER.findall(given)]
        kind, taken = command.upper(), _TAKEN[command.upper()]
        base = (0.0, 0.0)
        for start in range(0, len(numbers), taken):
            some = numbers[start : start + taken]
            base = at if command.islower() else (0.0, 0.0)
            if kind == "M" and not start:
                at = (base[0] + some[0], base[1] + some[1])
                lines.append([at])
                continue
            lines[-1] += _drawn_to(kind, at, base, some, relative=command.islower())
            at = lines[-1][-1]
    return lines


def _drawn_to(kind: str, at: Point, base: Point, some: list[float], *, relative: bool) -> list[Point]:
    if kind == "H":
        return [(base[0] + some[0], at[1])]
    if kind == "V":
        return [(at[0], (base[1] if relative else 0.0) + some[0])]
    if kind == "C":
        return _curve(at, [(base[0] + some[i], base[1] + some[i + 1]) for i in (0, 2, 4)])
    if kind == "A":
        end = (base[0] + some[5], base[1] + some[6])
        return _half_circle(at, end, clockwise=some[4] == 1)
    return [(base[0] + some[0], base[1] + some[1])]


def _curve(at: Point, ends: list[Point]) -> list[Point]:
    """Return points of a cubic Bézier curve."""
    found = []
    for step in range(1, STEPS + 1):
        t = step / STEPS
        shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        x, y = (
            sum(share * point[axis] for share, point in zip(shares, (at, *ends), strict=True))
            for axis in (0, 1)
        )
        found.append((x, y))
    return found


def _half_circle(at: Point, end: Point, *, clockwise: bool) -> list[Point]:
    """Return points of an arc whose ends lie on a diameter: the only one that our signs have."""
    centre = ((at[0] + end[0]) / 2, (at[1] + end[1]) / 2)
    start = math.atan2(at[1] - centre[1], at[0] - centre[0])
    turn = math.pi if clockwise else -math.pi
    return list(_arc(centre, math.dist(at, end) / 2, start, start + turn, 2 * STEPS))[1:]


def _dashed(points: tuple[Point, ...], dashes: list[float]) -> Iterator[tuple[Point, ...]]:
    """Yield the strokes of a dashed line."""
    drawing, left = True, dashes[0]
    piece = [points[0]]
    for to in points[1:]:
        at = piece[-1]
        while (way := math.dist(at, to)) >= left:
            share = left / way
            at = (at[0] + (to[0] - at[0]) * share, at[1] + (to[1] - at[1]) * share)
            if drawing:
                yield (*piece, at)
            drawing = not drawing
            left, piece = dashes[0 if drawing else 1], [at]
        left -= way
        piece = ([*piece, to] if way else piece) if drawing else [to]
    if drawing and len(piece) > 1:
        yield tuple(piece)
