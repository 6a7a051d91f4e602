"""The fonts that draw pictures: which signs they hold, so that nobody draws a box for a letter that is not there."""

from __future__ import annotations

from pathlib import Path

FACES = {
    "sans": "NotoSans-Regular",
    "bold": "NotoSans-Bold",
    "serif": "NotoSerif-Regular",
}
"""The faces by their names here; `fonts.md` says where they come from."""


def file_of(face: str) -> Path:
    """Return the file of a face."""
    return Path(__file__).parent / f"{FACES[face]}.ttf"


HELD = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x2BC, 0x2BC), (0x370, 0x377), (0x37A, 0x37F), (0x384, 0x38A), (0x38C, 0x38C),
    (0x38E, 0x3A1), (0x3A3, 0x3E1), (0x3F0, 0x52F), (0x1E00, 0x1EFF), (0x2010, 0x2015), (0x2018, 0x201E),
    (0x2020, 0x2022), (0x2026, 0x2026), (0x202F, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A), (0x2044, 0x2044),
    (0x2070, 0x2071), (0x2074, 0x208E), (0x20A0, 0x20BF), (0x2116, 0x2116), (0x2122, 0x2122),
)  # fmt: skip
"""First and last of each row of signs: Latin, Greek and Cyrillic letters, punctuation, currencies, a few more."""

_SIGNS = frozenset(chr(sign) for first, last in HELD for sign in range(first, last + 1))


def can_be_drawn(text: str) -> bool:
    """Tell whether every sign of a text is there."""
    return _SIGNS.issuperset(text)
