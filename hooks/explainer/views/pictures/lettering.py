"""How wide text is, and how it is broken or cut so that it fits into a picture.

A picture is drawn before anybody knows the reader's typeface, so widths are those of a wide one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

SIZE = 13.0
"""The size of letters in pictures, in units of the drawing; a narrow drawing is shown at its own size."""

LEADING = 16.0
"""The distance between two lines of text."""

_WIDTHS = {
    **dict.fromkeys("ijl|!'’.,:;·", 0.28),
    **dict.fromkeys('ftIr()[]/-“”"', 0.4),
    **dict.fromkeys("scxyzkvJ", 0.53),
    **dict.fromkeys("mMW@—", 0.94),
    **dict.fromkeys("w%", 0.82),
    **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZ&", 0.67),
    " ": 0.27,
}


_MONTH = re.compile(
    r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b"
)


@lru_cache(maxsize=8192)
def width(text: str, size: float = SIZE) -> float:
    """Return about how wide a line of text is."""
    return size * sum(_WIDTHS.get(sign, 0.6 if sign < "\u1100" else 1.0) for sign in text)


def shorten(text: str, room: float, size: float = SIZE) -> str:
    """Return text that fits into a width, with an ellipsis where something was left out."""
    if width(text, size) <= room:
        return text
    while text and width(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip(" ,;:·–—-(") + "…"


def wrap(text: str, room: float, size: float = SIZE, most: int = 2) -> list[str]:
    """Return text in lines of a width, broken between words; the last line is shortened if need be."""
    lines: list[str] = []
    words = text.split()
    while words:
        taken = [words.pop(0)]
        while words and width(" ".join([*taken, words[0]]), size) <= room:
            taken.append(words.pop(0))
        lines.append(" ".join(taken))
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [shorten(line, room, size) for line in lines]


def listed(names: list[str], room: float, size: float = SIZE) -> str:
    """Return as many names as fit on a line, and how many more there are: “A, B, +3”."""
    for kept in range(len(names), 0, -1):
        more = f", +{len(names) - kept}" if kept < len(names) else ""
        if width(", ".join(names[:kept]) + more, size) <= room:
            return ", ".join(names[:kept]) + more
    more = f", +{len(names) - 1}" if len(names) > 1 else ""
    return shorten(names[0], room - width(more, size), size) + more if names else ""


def baselines(lines: list[str], middle: float) -> Iterator[tuple[float, str]]:
    """Yield each line of a block of text with its base line, the block centred on a height."""
    first = middle - LEADING * (len(lines) - 1) / 2 + SIZE * 0.35
    for index, line in enumerate(lines):
        yield px(first + index * LEADING), line


def brief(words: str) -> str:
    """Return words with the names of months cut to three letters: “13 Oct 2023”."""
    return _MONTH.sub(lambda found: found.group()[:3], words)


def px(value: float) -> float:
    """Return a coordinate with one decimal at most, so that the same picture is the same text everywhere."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded
