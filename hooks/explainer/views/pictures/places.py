"""Places on a map: a closer view wherever several lie together, and the whole on which all of them lie."""

from __future__ import annotations

import math
from typing import Any

from explainer.messages import Message
from explainer.views.pictures.ground import Box, Frame, ground
from explainer.views.pictures.lettering import px
from explainer.views.pictures.naming import country_name, labels
from explainer.wording import counted

Shape = dict[str, Any]

ALL_OF_THEM = Message("{places} on the map.")
CLOSER = Message("The last drawing shows where the closer views lie.")
SIZES = Message("the larger, the more events")
SIZES_CLOSER = Message("in the closer views, the larger, the more events")
AREA = Message("stands for an area, or approximate")

NEAR = 8.0
"""Places within so many degrees of each other belong together."""

TOGETHER = 5
"""So many places together get a closer view."""

VIEWS = 4
"""The most closer views."""

HIGHEST = 400.0
"""The height of a closer view, at most."""


def picture(places: list[Shape]) -> Shape | None:
    """Return the map; none where there are fewer than two places."""
    if len(places) < 2:
        return None
    views = together(places)
    whole = bool(views) and (len(views[0]) < len(places))
    signs = [
        ("place", SIZES_CLOSER() if whole else SIZES(), True),
        ("area", AREA(), any(place["approximate"] for place in places)),
    ]
    said = [ALL_OF_THEM(places=counted(len(places), "place")), *([CLOSER()] if whole else [])]
    return {
        "id": "map",
        "caption": " ".join(said),
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
    closer = {place["id"] for view in views for place in view}
    columns = 2 if name == "wide" and len(views) > 1 else 1
    wide = (full - 12 * (columns - 1)) / columns
    high = min(wide * 1.15, HIGHEST)
    frames = [
        (_frame(view, (index % columns) * (wide + 12), index // columns * (high + 12), wide, high), view)
        for index, view in enumerate(views)
    ]
    drawn = [_view(frame, view, {place["id"] for place in view}, []) for frame, view in frames]
    bottom = max((frame.y + frame.height for frame, _ in frames), default=-12)
    if len(closer) < len(places) or len(views) > 1:
        whole = _frame(places, 0, bottom + 12, full, None)
        bottom = whole.y + whole.height
        outlines = [
            _outline(frame, whole, letter) for (frame, _), letter in zip(frames, "ABCD", strict=False)
        ]
        for outline, one in zip(outlines, drawn, strict=True):
            one["letter"] = outline["letter"]
        drawn.append(_view(whole, places, {place["id"] for place in places} - closer, outlines))
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
        size = 0.9 if len(named) == len(places) else 0.0
        spots.append({"place": place, "x": x, "y": y, "r": 2.6 + math.sqrt(place["count"]) * size})
    taken: list[Box] = [
        (spot["x"] - spot["r"], spot["y"] - spot["r"], spot["x"] + spot["r"], spot["y"] + spot["r"])
        for spot in spots
    ]
    taken += [
        (one["x"], one["y"] - 14, one["x"] + one["width"], one["y"] + one["height"]) for one in outlines
    ] or [(0, 0, 22, 22)]
    drawn = []
    names = labels([spot for spot in spots if spot["place"]["id"] in named], frame, taken)
    for spot in spots:
        place = spot["place"]
        events = counted(place["count"], "event")
        drawn.append(
            {
                "x": px(frame.x + spot["x"]),
                "y": px(frame.y + spot["y"]),
                "r": px(spot["r"]),
                "area": place["approximate"],
                "address": place["address"],
                "full": f"{place['title']}: {events}",
                "label": names.get(place["id"]),
            }
        )
    codes = dict.fromkeys(
        (code, words) for place in places for code, words in place.get("lands", ()) if not outlines
    )
    land, borders = ground(frame)
    return {
        "x": px(frame.x),
        "y": px(frame.y),
        "width": px(frame.width),
        "height": px(frame.height),
        "land": land,
        "borders": borders,
        "spots": drawn[::-1],
        "countries": [
            name for code, words in codes if (name := country_name(code, words, frame, taken)) is not None
        ],
        "frames": [
            {
                **one,
                "x": px(frame.x + one["x"]),
                "y": px(frame.y + one["y"]),
                "base": px(frame.y + one["base"]),
            }
            for one in outlines
        ],
        "letter": "",
    }


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
