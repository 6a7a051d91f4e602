"""From a sheet with words, signs and boxes to a picture (PNG). The only module that knows Pillow.

The same sheet makes the same bytes on any day and with any number of processes: there is no clock in them, the fonts
come with the generator, and no shaping library of the machine has a say in where letters stand.

A picture has few colours: the paper, and of each ink some shades between the two, for smooth edges. So every part is
drawn as the amount of ink alone, and put down as the number of a shade.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from explainer import fonts
from explainer.composing import HEIGHT, WIDTH, Bar, Sheet, Sign, Text
from explainer.signs import Area, drawn

FINER = 4
"""How many times larger a sign is drawn before it is made small: its edges are smooth then."""

SHADES = 8
"""How many shades of an ink there are; the last is the ink itself."""

FULL = 255

QUICK = 3
"""How hard the file is packed (1 to 9): twice as quick as usual, for a fifth more bytes."""


@lru_cache(maxsize=64)
def _font(face: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(fonts.file_of(face), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=8192)
def measure(face: str, size: int, text: str) -> float:
    """Return how wide a text is."""
    return float(_font(face, size).getlength(text))


def png(sheet: Sheet, svgs: Mapping[str, str]) -> bytes:
    """Return a sheet as a picture; `svgs` are the signs by their names."""
    inks = list(dict.fromkeys(item.colour for item in sheet.items))
    picture = Image.new("P", (WIDTH, HEIGHT), 0)
    picture.putpalette(palette(sheet.paper, inks))
    for item in sheet.items:
        ink, place = _ink(item, svgs)
        numbers, there = _numbers(inks.index(item.colour))
        picture.paste(ink.point(numbers), place, ink.point(there))
    kept = BytesIO()
    picture.save(kept, "PNG", compress_level=QUICK)
    return kept.getvalue()


def palette(paper: str, inks: list[str]) -> list[int]:
    """Return the colours of a picture: the paper, then the shades of each ink, the palest first."""
    ground = bytes.fromhex(paper[1:])
    shades = [list(ground)]
    for ink in inks:
        colour = bytes.fromhex(ink[1:])
        for step in range(1, SHADES + 1):
            mixed = zip(ground, colour, strict=True)
            shades.append([round(from_ + (to - from_) * step / SHADES) for from_, to in mixed])
    return [part for shade in shades for part in shade]


@lru_cache(maxsize=64)
def _numbers(at: int) -> tuple[list[int], list[int]]:
    """Return what an amount of ink becomes: the number of a shade of the ink at this place, and whether it is seen."""
    steps = [round(amount * SHADES / FULL) for amount in range(FULL + 1)]
    return [at * SHADES + step if step else 0 for step in steps], [FULL if step else 0 for step in steps]


def _ink(item: Text | Sign | Bar, svgs: Mapping[str, str]) -> tuple[Image.Image, tuple[int, int]]:
    """Return how much ink a part has where, and its left upper corner."""
    if isinstance(item, Text):
        ink, (left, top) = _written(item.face, item.size, item.text)
        return ink, (round(item.x) + left, round(item.y) + top)
    if isinstance(item, Sign):
        return _sign(svgs[item.name], item.size), (round(item.x), round(item.y))
    return Image.new("L", (item.width, item.height), FULL), (item.x, item.y)


@lru_cache(maxsize=64)
def _written(face: str, size: int, text: str) -> tuple[Image.Image, tuple[int, int]]:
    """Return a line of text, and where it begins, seen from the point on which its letters stand.

    The last ones are remembered: the name of the site and the day stand on every picture.
    """
    left, top, right, bottom = (round(edge) for edge in _font(face, size).getbbox(text, anchor="ls"))
    ink = Image.new("L", (max(1, right - left), max(1, bottom - top)), 0)
    ImageDraw.Draw(ink).text((-left, -top), text, FULL, _font(face, size), anchor="ls")
    return ink, (left, top)


@lru_cache(maxsize=64)
def _sign(svg: str, size: int) -> Image.Image:
    side, parts = drawn(svg)
    scale = size * FINER / side
    ink = Image.new("L", (size * FINER, size * FINER), 0)
    pen = ImageDraw.Draw(ink)
    for part in parts:
        points = [(x * scale, y * scale) for x, y in part.points]
        amount = 0 if part.paper else FULL
        if isinstance(part, Area):
            pen.polygon(points, amount)
        else:
            pen.line(points, amount, round(part.width * scale), "curve")
    return ink.resize((size, size), Image.Resampling.BOX)
