"""What we tell a contributor: where, what is wrong, and what to do next.

A contributor's mistake is a value of this module, never an exception.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum


class Severity(Enum):
    """How much a diagnostic weighs: an error stops publication, a warning stops only a strict build."""

    ERROR = "error"
    WARNING = "warning"

    @property
    def rank(self) -> int:
        """Order of importance, the gravest first."""
        return 0 if self is Severity.ERROR else 1


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file: path relative to the project, line and column, both counted from one."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake: its position, permanent code, message in plain words, and the next step."""

    position: Position
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    related: tuple[tuple[Position, str], ...] = ()
    about: str = ""
    """The id that is missing, where many places may miss the same one."""

    def __str__(self) -> str:
        lines = [
            f"{visible(str(self.position))}: {self.severity.value}: {visible(self.message[:1000])} [{self.code}]"
        ]
        if self.hint:
            lines.append(f"    {visible(self.hint[:1000])}")
        lines += [f"    {visible(str(position))}: {visible(note)}" for position, note in self.related]
        return "\n".join(lines)

    @property
    def order(self) -> tuple[Position, int, str, str]:
        """Sort key: by place, then by weight, so that two runs list the same mistakes alike."""
        return (self.position, self.severity.rank, self.code, self.message)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics sorted by position, each mistake once."""
    return tuple(sorted(set(diagnostics), key=lambda diagnostic: diagnostic.order))


def gathered(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the diagnostics, those about one missing id as one: the first place, with the number of all."""
    places: dict[tuple[str, str], list[Diagnostic]] = {}
    for diagnostic in sorted(set(diagnostics), key=lambda diagnostic: diagnostic.order):
        if diagnostic.about:
            places.setdefault((diagnostic.code, diagnostic.about), []).append(diagnostic)
        else:
            yield diagnostic
    for first, *others in places.values():
        if others:
            message = f"{first.message}, to which {len(others) + 1} places refer"
            more = tuple((other.position, "here, too") for other in others[:_PLACES])
            yield replace(first, message=message, related=(*first.related, *more))
        else:
            yield first


_PLACES = 3
"""How many further places are named; whoever mends the first finds the others by searching for the id."""


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any diagnostic forbids publication."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


_WORD_LIMIT = 200
"""No name is longer; comparing such a word with all of them would only take time."""


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that was probably meant, or None when nothing is close enough."""
    if len(word) > _WORD_LIMIT:
        return None
    pool = sorted(candidates)
    folded = {candidate.casefold(): candidate for candidate in reversed(pool)}
    found = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.72)
    return folded[found[0]] if found else None


def did_you_mean(word: str, candidates: Iterable[str], otherwise: str = "") -> str:
    """Return the hint that names the nearest candidate, else the other next step."""
    best = nearest(word, candidates)
    return f"did you mean “{best}”?" if best else otherwise


def visible(text: str) -> str:
    """Return the text with every control or invisible character written out, on one line.

    Messages quote what contributors wrote; without this a message could move a terminal's cursor
    or forge a workflow command.
    """
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else f"\\u{ord(character):04x}" for character in text)


class Mistake(ValueError):
    """Raised by a value's parser when text does not fit its grammar; parsing turns it into a Diagnostic."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
