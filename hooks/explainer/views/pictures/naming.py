"""Names on a map: of places beside their signs or at the end of a line, of countries on their own ground."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from explainer.views.pictures.ground import Box, Frame, Rings, countries, holds
from explainer.views.pictures.lettering import px, width

Shape = dict[str, Any]

SMALL = 12.0
"""The size of letters on the map."""

SPACED = 1.12
"""How much wider the names of countries are, which are set with room between their letters."""

STEP = 10
"""How far apart the spots lie at which a country's name is tried."""

BY_THE_COAST = 70.0
"""How far out at sea the middle of a country's name may stand."""

TRIES = 6
"""How often names are set anew so that more of them find room."""


def labels(spots: list[Shape], frame: Frame, taken: list[Box]) -> dict[str, Shape]:
    """Return where the names of places stand, by id; their boxes are added to what is taken.

    Those that found no room are set first at the next try; the try with the most names is kept.
    """
    best: tuple[dict[str, Shape], list[Box]] = ({}, [])
    order = spots
    for _ in range(TRIES):
        boxes = list(taken)
        found = {
            spot["place"]["id"]: label
            for spot in order
            if (label := _place_for(spot, frame, boxes)) is not None
        }
        if len(found) > len(best[0]):
            best = found, boxes
        if len(found) == len(spots):
            break
        order = sorted(order, key=lambda spot: spot["place"]["id"] in found)
    taken[:] = best[1] or taken
    return best[0]


def _place_for(spot: Shape, frame: Frame, taken: list[Box]) -> Shape | None:
    """Return where a name touches nothing, with a line to it from afar; none if there is no such place."""
    name, x, y, r = spot["place"]["title"], spot["x"], spot["y"], spot["r"]
    long = width(name, SMALL)
    own = (x - r, y - r, x + r, y + r)
    for end, left, base, line in (*_beside(x, y, r, long), *_away(x, y, r, long)):
        box = (left, base - 10, left + long, base + 3)
        if _within(box, frame) and not any(_touch(box, other) for other in taken):
            if line and any(_crosses(line, other) for other in taken if other != own):
                continue
            taken.append(box)
            anchor = left + {"": 0.0, "x-end": long, "x-mid": long / 2}[end]
            return {
                "x": px(frame.x + anchor),
                "y": px(frame.y + base),
                "anchor": end,
                "text": name,
                "line": [
                    px(line[0] + frame.x),
                    px(line[1] + frame.y),
                    px(line[2] + frame.x),
                    px(line[3] + frame.y),
                ]
                if line
                else None,
            }
    return None


Spot = tuple[str, float, float, Box | None]
"""How text is anchored, its left end, its base line, and the line that leads to it."""


def _beside(x: float, y: float, r: float, long: float) -> Iterator[Spot]:
    """Yield where a name may stand right beside its sign."""
    yield "", x + r + 3, y + 4, None
    yield "x-end", x - r - 3 - long, y + 4, None
    for base in (y - r - 4, y + r + 12):
        yield "x-mid", x - long / 2, base, None
    for base in (y - r - 4, y + r + 12):
        yield "", x + r, base, None
        yield "x-end", x + r - long, base, None


def _away(x: float, y: float, r: float, long: float) -> Iterator[Spot]:
    """Yield where a name may stand at some distance, the nearest first, with the line that leads to it."""
    for far in (14, 22, 32, 44, 58, 74):
        for turn in (0, 0.4, -0.4, 0.8, -0.8, 1.2, -1.2, 1.5, -1.5):
            across, down = math.cos(turn), math.sin(turn)
            for side in (1, -1):
                from_x, from_y = x + side * across * r, y + down * r
                to_x, to_y = x + side * across * (r + far), y + down * (r + far)
                left = to_x + 3 if side > 0 else to_x - 3 - long
                line = (from_x, from_y, to_x, to_y)
                yield "" if side > 0 else "x-end", left, to_y + 4, line
                if turn:
                    yield "x-mid", to_x - long / 2, to_y + (12 if turn > 0 else -4), line


def _within(box: Box, frame: Frame) -> bool:
    return box[0] >= 2 and box[1] >= 2 and box[2] <= frame.width - 2 and box[3] <= frame.height - 2


def _touch(box: Box, other: Box) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]


def _crosses(line: Box, box: Box) -> bool:
    """Tell whether a line comes into a box, looked at every two units."""
    steps = max(2, int(math.hypot(line[2] - line[0], line[3] - line[1]) / 2))
    points = (
        (line[0] + (line[2] - line[0]) * step / steps, line[1] + (line[3] - line[1]) * step / steps)
        for step in range(1, steps + 1)
    )
    return any(box[0] < x < box[2] and box[1] < y < box[3] for x, y in points)


def country_name(code: str, words: str, frame: Frame, taken: list[Box]) -> Shape | None:
    """Return where a country's name stands: on its own ground, else partly or wholly on the sea beside it.

    None if there is no room. Its box is added to what is taken.
    """
    found = _room(code, width(words, SMALL) * SPACED, frame, tuple(taken))
    if found is None:
        return None
    box, x, y = found
    taken.append(box)
    return {"x": px(frame.x + x), "y": px(frame.y + y), "text": words}


@lru_cache(maxsize=256)
def _room(code: str, long: float, frame: Frame, taken: tuple[Box, ...]) -> tuple[Box, float, float] | None:
    shapes = countries(frame)
    best: tuple[tuple[int, float], Box, float, float] | None = None
    for y in range(10, int(frame.height) - 4, STEP):
        for x in range(4 + int(long / 2), int(frame.width - long / 2) - 3, STEP):
            box = (x - long / 2, y - 10, x + long / 2, y + 3)
            if any(_touch(box, other) for other in taken):
                continue
            ashore = holds(shapes.get(code, []), (x, y - 3.5))
            if not ashore and best and best[0][0]:
                continue
            where = _on_ground(box, code, shapes)
            if where is None:
                continue
            room = min((_gap(box, other) for other in (*taken, *_edges(frame))), default=0.0)
            rank = (where, room if where else -_away_from(x, y, shapes[code]))
            if (where or -rank[1] < BY_THE_COAST) and (best is None or rank > best[0]):
                best = rank, box, x, y
    return best[1:] if best else None


def _on_ground(box: Box, code: str, shapes: Mapping[str, Rings]) -> int | None:
    """Tell whether a name lies on a country: 2 wholly, 1 with its middle, 0 on the sea; none if on another country."""
    inset = (box[2] - box[0]) * 0.04
    across = (box[0] + inset, (box[0] + box[2]) / 2, box[2] - inset)
    points = [(x, y) for x in across for y in (box[1] - 2, box[3] + 2)]
    own = [holds(shapes.get(code, []), point) for point in points]
    if all(own):
        return 2
    others = [
        ring for other, shape in shapes.items() if other != code for ring in shape if _touch(box, ring[0])
    ]
    if code not in shapes or any(holds([ring], point) for ring in others for point in points):
        return None
    return 1 if all(own[2:4]) else 0


def _away_from(x: float, y: float, rings: Rings) -> float:
    """Return how far a point is from the nearest corner of a shape."""
    return min(math.hypot(x - to_x, y - to_y) for _, ring in rings for to_x, to_y in ring)


def _gap(box: Box, other: Box) -> float:
    """Return how far two boxes are apart."""
    across = max(other[0] - box[2], box[0] - other[2], 0)
    down = max(other[1] - box[3], box[1] - other[3], 0)
    return math.hypot(across, down)


def _edges(frame: Frame) -> tuple[Box, ...]:
    wide, high = frame.width, frame.height
    return (0, 0, wide, 0), (0, high, wide, high), (0, 0, 0, high), (wide, 0, wide, high)
