"""Where everything stands on a picture for sharing: words broken into lines, signs, colours, all in pixels.

The picture is looked at small: a chat shows it some 300 pixels wide, a quarter of its size. So there is little
on it, and nothing is set smaller than `SMALLEST`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from explainer.views.sharing import Told

WIDTH, HEIGHT = 1200, 630

LEFT, RIGHT, TOP, BOTTOM = 84, 1128, 54, 584
"""Where words begin and end."""

SIZES = range(68, 40, -3)
"""Sizes of a heading, the largest first: the first in which it fits is taken, the last in any case."""

SMALLEST = 28

Measure = Callable[[str, int, str], float]
"""Tells how wide a text is, in a face and a size."""


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text; `y` is the line on which its letters stand."""

    x: float
    y: float
    text: str
    face: str
    size: int
    colour: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of the site in a square, from its left upper corner."""

    x: float
    y: float
    size: int
    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled box."""

    x: int
    y: int
    width: int
    height: int
    colour: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is drawn, in its order."""

    paper: str
    items: list[Text | Sign | Bar] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """What is written, piece by piece."""
        return [item.text for item in self.items if isinstance(item, Text)]


@dataclass(frozen=True, slots=True)
class Dress:
    """What the pictures of a site have in common."""

    site: str
    colours: Mapping[str, str]
    """Colours of the site by the names of its stylesheet."""
    face: str = "serif"
    """What headings are set in."""
    logo: bool = True
    """Whether a sign stands before the name of the site."""


def composed(told: Told, dress: Dress, measure: Measure) -> Sheet:
    """Return the picture of what is told. It is filled from its foot, so that the heading has what is left."""
    sheet = Sheet(dress.colours["paper"])
    writer = _Writer(sheet, dress, measure)
    writer.edge(told.status)
    writer.head()
    writer.line(LEFT, BOTTOM, told.foot, "sans", SMALLEST, "ink-soft")
    bottom: float = BOTTOM - 2 * SMALLEST
    if told.label:
        bottom = writer.caveat(told, bottom)
    bottom = writer.signs(told, bottom)
    sheet.items.append(Bar(LEFT, round(bottom), RIGHT - LEFT, 2, dress.colours["line"]))
    writer.heading(told, TOP + 62, bottom - 24)
    return sheet


_EDGES = {
    "reported": "double",
    "alleged": "dashed",
    "open": "dashed",
    "refuted": "dotted",
    "withdrawn": "dotted",
}
"""How the edge of a picture is drawn; of other statuses, in one piece. The cards of claims have the same edges."""

_EDGE = 24

_OUTCOMES = ("open", "came-about", "came-about-in-part", "did-not-come-about")

_COLOURS = {
    **dict.fromkeys(_OUTCOMES, "outcome"),
    "withdrawn": "refuted",
    "contested": "ink-soft",
    "contrary": "ink-soft",
    "warning": "refuted",
    "caution": "alleged",
    "note": "ink-soft",
}
"""The colour of a sign, by its name in the stylesheet, where it is not that of the sign."""


def colour_of(sign: str) -> str:
    """Return the name of the colour that a sign has on pages."""
    return _COLOURS.get(sign, sign)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Puts words and signs on a sheet."""

    sheet: Sheet
    dress: Dress
    measure: Measure

    def line(self, x: float, y: float, text: str, face: str, size: int, colour: str) -> float:
        """Write a line and return where it ends."""
        self.sheet.items.append(Text(x, y, text, face, size, self.dress.colours[colour]))
        return x + self.wide(face, size, text)

    def sign(self, x: float, y: float, size: int, name: str, colour: str = "") -> float:
        """Put a sign before a text whose letters stand on `y`; return where it ends."""
        found = self.dress.colours[colour or colour_of(name)]
        self.sheet.items.append(Sign(x, y - size * 0.88, size, name, found))
        return x + size

    def edge(self, status: str) -> None:
        """Draw the edge, from which a status is known at a glance."""
        colour = self.dress.colours[colour_of(status) if status else "accent"]
        kind = _EDGES.get(status, "solid")
        if kind == "double":
            bars = [(0, 0, 9, HEIGHT), (15, 0, 9, HEIGHT)]
        elif kind == "solid":
            bars = [(0, 0, _EDGE, HEIGHT)]
        else:
            length, step = (42, 63) if kind == "dashed" else (21, 42)
            bars = [(0, top, _EDGE, min(length, HEIGHT - top)) for top in range(0, HEIGHT, step)]
        self.sheet.items.extend(Bar(*bar, colour) for bar in bars)

    def head(self) -> None:
        """Write the name of the site, after its logo."""
        x = float(LEFT)
        if self.dress.logo:
            x = self.sign(x, TOP + 29, 40, "logo", "accent") + 14
        name = self.broken(self.dress.site, "bold", SMALLEST, (RIGHT - x,))[0]
        self.line(x, TOP + 22, name, "bold", SMALLEST, "accent")

    def caveat(self, told: Told, bottom: float) -> float:
        """Write the caveat that weighs most, in one line or in two; return where what is above may end."""
        start, label = LEFT + 44, f"{told.label}:" if told.caveat else told.label
        for size in (32, SMALLEST):
            after = start + self.wide("bold", size, f"{label} ")
            lines = self.broken(told.caveat, "sans", size, (RIGHT - after, RIGHT - start))
            if not lines[-1].endswith("…"):
                break
        leading = round(size * 1.34)
        top = bottom - leading * (len(lines) - 1)
        self.sign(LEFT, top + 3, 30, told.weight)
        self.line(start, top, label, "bold", size, "ink")
        for number, words in enumerate(lines):
            self.line(start if number else after, top + number * leading, words, "sans", size, "ink")
        return top - 58

    def signs(self, told: Told, bottom: float) -> float:
        """Write the signs with their words; return where what is above may end."""
        size = 40 if told.status else 38
        rows = self.rows(told, size)
        leading = round(size * 1.4)
        for number, row in enumerate(rows):
            y = bottom - leading * (len(rows) - 1 - number)
            x = float(LEFT)
            for sign, words, face, letters, colour in row:
                if sign:
                    x = self.sign(x, y + 3, size - 4, sign) + 12
                x = self.line(x, y, words, face, letters, colour) + 30
        return bottom - leading * (len(rows) - 1) - size - 26

    def rows(self, told: Told, size: int) -> list[list[tuple[str, str, str, int, str]]]:
        """Return signs and words in rows that are not too long: sign, words, face, size, colour."""
        pieces = [("", told.before, "sans", size, "ink-soft")] if told.before else []
        for sign, words in told.signs:
            face = "sans" if sign in {"contested", "contrary"} else "bold"
            pieces.append((sign, words, face, size, colour_of(sign)))
        if told.beside:
            pieces.append(("", told.beside, "sans", SMALLEST + 2, "ink-soft"))
        rows, x = [[pieces[0]]], LEFT + self.width(pieces[0])
        for piece in pieces[1:]:
            wide = self.width(piece)
            if x + wide - 30 > RIGHT:
                rows.append([])
                x = LEFT
            rows[-1].append(piece)
            x += wide
        return rows

    def width(self, piece: tuple[str, str, str, int, str]) -> float:
        """Return how much of a row a piece takes, with the room after it."""
        sign, words, face, letters, _ = piece
        return (letters + 8 if sign else 0) + self.wide(face, letters, words) + 30

    def heading(self, told: Told, top: float, bottom: float) -> None:
        """Write the heading, and below it what the page is about, as large as there is room."""
        face = self.dress.face
        for size in SIZES:
            leading = round(size * 1.24)
            lead = max(SMALLEST, min(34, round(size * 0.62)))
            lines = self.broken(told.heading, face, size, (RIGHT - LEFT,) * 99)
            below = self.broken(told.lead, face, lead, (RIGHT - LEFT,) * 99) if told.lead else []
            high = leading * len(lines) + (round(lead * 1.35) * len(below) + 16 if below else 0)
            if high <= bottom - top:
                break
        else:
            fit = max(1, int((bottom - top) // leading))
            lines = self.broken(told.heading, face, size, (RIGHT - LEFT,) * fit)
            below = []
        for number, words in enumerate(lines):
            self.line(LEFT, top + number * leading + size, words, face, size, "ink")
        y = top + len(lines) * leading + 16 + lead
        for number, words in enumerate(below):
            self.line(LEFT, y + number * round(lead * 1.35), words, face, lead, "ink-soft")

    def wide(self, face: str, size: int, text: str) -> float:
        """Return how wide a text is: word by word, since many texts have the same words."""
        words = text.split(" ")
        return sum(self.measure(face, size, word) for word in words) + self.measure(face, size, " ") * (
            len(words) - 1
        )

    def broken(self, text: str, face: str, size: int, rooms: Sequence[float]) -> list[str]:
        """Return a text in lines that fit into these rooms; what does not is cut at a word, with an ellipsis."""
        words = text.split()
        lines: list[str] = []
        for number, room in enumerate(rooms):
            if self.wide(face, size, " ".join(words)) <= room:
                return [*lines, " ".join(words)]
            last = number == len(rooms) - 1
            taken = self.taken(words, face, size, room, "…" if last else "")
            if not taken and (last or room >= min(rooms[number:])):  # a word that no line holds
                part = self.letters(words[0], face, size, room)
                line, words = words[0][:part], [words[0][part:], *words[1:]]
            else:
                line, words = " ".join(words[:taken]), words[taken:]
            lines.append(f"{line.rstrip(',;:–— ')}…" if last else line)
        return lines

    def taken(self, words: Sequence[str], face: str, size: int, room: float, end: str) -> int:
        """Return how many words a line holds, `end` after the last of them."""
        count, x = 0, self.measure(face, size, end) if end else 0.0
        for word in words:
            x += self.measure(face, size, word) + (self.measure(face, size, " ") if count else 0.0)
            if x > room:
                break
            count += 1
        return count

    def letters(self, word: str, face: str, size: int, room: float) -> int:
        """Return how many letters of a word a line holds with an ellipsis, one at least."""
        fitting = (
            count for count in range(2, len(word)) if self.wide(face, size, f"{word[:count]}…") <= room
        )
        return max(fitting, default=1)
