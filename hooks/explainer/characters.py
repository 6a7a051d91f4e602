"""Characters that may not stand in content: those nobody sees, and those that deceive.

Honest scripts stay untouched: joiners between the letters that need them, vowel marks, emoji and their
selectors are spelling, not an attack.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BadCharacter:
    """One character that may not stand where it stands: its column from zero, and what to say of it."""

    column: int
    code: str
    message: str
    hint: str


_FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\uffff"  # invisible, bidi, replacement
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # marks that steer shorthand and music
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff"
    "\U00040000-\U0010ffff"  # empty planes, tags, variation selectors beyond 16, private use
    "]"
)
_JOINER = re.compile("[\u200c\u200d]")
_JOINED_SCRIPTS = (
    "ARABIC",
    "DEVANAGARI",
    "BENGALI",
    "GURMUKHI",
    "GUJARATI",
    "ORIYA",
    "TAMIL",
    "TELUGU",
    "KANNADA",
    "MALAYALAM",
    "SINHALA",
    "SYRIAC",
    "MONGOLIAN",
    "KHMER",
    "MYANMAR",
)
_SELECTOR = re.compile("[\ufe00-\ufe0f]")
_SELECTED_LETTERS = ("CJK", "MONGOLIAN", "MYANMAR", "PHAGS-PA", "INFORMATION SOURCE")
"""Letters with forms to select from; the sign for information is a letter to Unicode."""
_EMOJI_MODIFIERS = re.compile("[\U0001f3fb-\U0001f3ff]")

_ACCENTS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_VOWELS = (
    "\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711-\u074a\u0816-\u082d\u08d3-\u0903"
    "\u0e31-\u0e4e\u0eb1-\u0ecd\u0f71-\u0f84\u0f8d-\u0fbc\u102b-\u103e\u17b6-\u17d3\u302a-\u302f\u3099\u309a"
)
_HEAP = re.compile(f"[{_ACCENTS}]{{4,}}|[{_ACCENTS}{_VOWELS}]{{7,}}")
"""More marks on one letter than any spelling needs."""


def bad_characters(line: str) -> Iterator[BadCharacter]:
    """Yield everything that may not stand in a line of content, each kind of it in the order of the line."""
    if line.isascii() and line.isprintable():
        return
    if "\t" in line:
        hint = "use spaces: two for each step of indentation"
        yield BadCharacter(line.index("\t"), "tab", "there is a tab here", hint)
    for found in _FORBIDDEN.finditer(line):
        sign = found.group()
        name = unicodedata.name(sign, "a control character").lower()
        message = f"there is an invisible character here: U+{ord(sign):04X} ({name})"
        yield BadCharacter(found.start(), "forbidden-character", message, "delete it")
    if line.isascii():
        return
    for pattern, is_needed, what in (
        (_JOINER, _is_joiner_needed, "joiner"),
        (_SELECTOR, _is_selector_needed, "variation selector"),
    ):
        for found in pattern.finditer(line):
            if not is_needed(line, found.start()):
                message = f"there is an invisible {what} here"
                yield BadCharacter(found.start(), "forbidden-character", message, "delete it")
    for found in _HEAP.finditer(line):
        message = f"one letter carries {len(found.group())} accents here"
        yield BadCharacter(found.start(), "heaped-accents", message, "type the word anew")
    column = _not_composed(line)
    if column is not None:
        message = "the accent here is a character of its own, which searches would not find"
        hint = "type the accented letter anew, or save the file in Unicode form NFC"
        yield BadCharacter(column, "not-nfc", message, hint)


def _is_joiner_needed(line: str, at: int) -> bool:
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    if _is_of(before, _JOINED_SCRIPTS):
        return not after or _is_of(after, _JOINED_SCRIPTS) or not after.isalnum()
    is_emoji = unicodedata.category(before) in ("So", "Sk") if before else False
    joined = before == "\ufe0f" or is_emoji or _EMOJI_MODIFIERS.match(before) is not None
    return joined and bool(after) and unicodedata.category(after) in ("So", "Sm")


def _is_selector_needed(line: str, at: int) -> bool:
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    if not before or before.isspace():
        return False
    if before in "#*0123456789":
        return after == "\u20e3"
    letter = unicodedata.category(before)[0]
    return letter in "SP" or (letter == "L" and _is_of(before, _SELECTED_LETTERS))


def _is_of(sign: str, scripts: tuple[str, ...]) -> bool:
    return bool(sign) and unicodedata.name(sign, "").startswith(scripts)


def _not_composed(line: str) -> int | None:
    """Return the column of the first accent that has not grown together with its letter."""
    if unicodedata.is_normalized("NFC", line):
        return None
    normal = unicodedata.normalize("NFC", line)
    at = next(
        (at for at, (one, other) in enumerate(zip(line, normal, strict=False)) if one != other), len(normal)
    )
    is_letter = at + 1 < len(line) and not unicodedata.combining(line[at])
    return at + 1 if is_letter and unicodedata.combining(line[at + 1]) else at


LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХЅавеѕіјкмнорстухԁԛԝһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ",
    "ABESIJKMHOPCTYXSabesijkmhopctyxdqwhlABEZHIKMNOPTYXaiknoptyx",
)
"""Cyrillic and Greek letters that are drawn like Latin ones."""


def script(letter: str) -> str:
    """Return the script of a letter by the first word of its name in Unicode; empty for signs, digits and marks."""
    if unicodedata.category(letter)[0] != "L":
        return ""
    word = unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]
    return "HIRAGANA" if word == "KATAKANA" and letter == "ー" else word


def letter_name(letter: str) -> str:
    """Return a letter with its script before it."""
    return f"{script(letter).capitalize()} “{letter}”"
