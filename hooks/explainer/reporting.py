"""How diagnostics are written: for people, for GitHub's annotations, as JSON."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from explainer.diagnostics import Diagnostic, Severity, visible
from explainer.files import SIZE_LIMIT

_WIDTH = 160
"""How much of a line is shown, in characters."""

_LONGEST = 500
"""The longest message, in characters: it may quote what somebody wrote."""

_RED, _YELLOW, _DIM, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[2m", "\x1b[0m"


def as_text(diagnostics: Iterable[Diagnostic], project: Path, *, colour: bool = False) -> str:
    """Return diagnostics for people: place, message, the line itself with a caret, the next step."""
    _lines.cache_clear()
    paint = _painted if colour else _plain
    return "".join(f"{_one(diagnostic, project, paint)}\n" for diagnostic in diagnostics)


def _painted(tint: str, text: str) -> str:
    return f"{tint}{text}{_PLAIN}"


def _plain(_tint: str, text: str) -> str:
    return text


def _one(diagnostic: Diagnostic, project: Path, paint: Callable[[str, str], str]) -> str:
    tint = _RED if diagnostic.severity is Severity.ERROR else _YELLOW
    position = diagnostic.position
    weight, code = paint(tint, diagnostic.severity.value), paint(_DIM, f"[{diagnostic.code}]")
    lines = [f"{visible(str(position))}: {weight}: {_short(diagnostic.message)} {code}"]
    source = _line(project / position.file, position.line)
    if source is not None:
        shown, column = _window(source, position.column)
        lines += [
            paint(_DIM, f"    {position.line:>4} | {shown}").rstrip(),
            f"         | {' ' * column}{paint(tint, '^')}",
        ]
    if diagnostic.hint:
        lines.append(f"    {_short(diagnostic.hint)}")
    lines += [f"    {visible(str(place))}: {_short(note)}" for place, note in diagnostic.related]
    return "\n".join(lines)


def _short(text: str) -> str:
    """Return text on one line, cut where it quotes more than anybody reads."""
    shown = visible(text[:_LONGEST])
    return shown if len(shown) < _LONGEST else f"{shown[: _LONGEST - 1]}…"


def _window(source: str, column: int) -> tuple[str, int]:
    """Return the part of a line that holds a column, and the width of what stands before it there."""
    start = 0 if column <= _WIDTH else column - _WIDTH // 2
    before, after = _drawn(source[start : column - 1]), _drawn(source[column - 1 : column - 1 + _WIDTH])
    ellipsis = "…" if start else ""
    shown = f"{ellipsis}{before}{after}"
    return (shown if len(shown) <= _WIDTH else f"{shown[: _WIDTH - 1]}…"), _cells(ellipsis + before)


def _drawn(source: str) -> str:
    """Return part of a line as a terminal shows it: a tab as an arrow, nothing invisible."""
    return visible(source.replace("\t", "→"))


def _cells(text: str) -> int:
    """Return how many columns of a terminal a text takes: East Asian letters are two wide."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def _line(path: Path, number: int) -> str | None:
    lines = _lines(path)
    return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else None


@lru_cache(maxsize=4)
def _lines(path: Path) -> tuple[str, ...]:
    """Return the lines of a file; none where it is no file, cannot be read, or is larger than content may be."""
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > SIZE_LIMIT:
            return ()
        return tuple(path.read_bytes().decode("utf-8", "replace").split("\n"))
    except (OSError, ValueError):
        return ()


def as_github(diagnostics: Iterable[Diagnostic], _project: Path, *, colour: bool = False) -> str:  # noqa: ARG001 - the formats are called alike
    """Return diagnostics as GitHub's workflow commands, the errors first, every value escaped for its place.

    GitHub shows ten errors and ten warnings of a step and drops the rest.
    """
    in_weight = sorted(diagnostics, key=lambda diagnostic: diagnostic.severity.rank)
    return "".join(
        f"::{diagnostic.severity.value} file={_property(diagnostic.position.file)},"
        f"line={diagnostic.position.line},col={diagnostic.position.column},"
        f"title={_property(diagnostic.code)}::{_message(diagnostic)}\n"
        for diagnostic in in_weight
    )


def _message(diagnostic: Diagnostic) -> str:
    text = diagnostic.message
    if diagnostic.hint:
        text = f"{text}. {diagnostic.hint[0].upper()}{diagnostic.hint[1:]}"
    return _short(text).replace("%", "%25")


def _property(text: str) -> str:
    return visible(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def as_json(diagnostics: Iterable[Diagnostic], _project: Path, *, colour: bool = False) -> str:  # noqa: ARG001 - the formats are called alike
    """Return diagnostics as a JSON array."""
    rows = [
        {
            "file": diagnostic.position.file,
            "line": diagnostic.position.line,
            "column": diagnostic.position.column,
            "severity": diagnostic.severity.value,
            "code": diagnostic.code,
            "message": diagnostic.message,
            "hint": diagnostic.hint,
            "related": [
                {"file": place.file, "line": place.line, "column": place.column, "note": note}
                for place, note in diagnostic.related
            ],
        }
        for diagnostic in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[..., str]] = {"text": as_text, "github": as_github, "json": as_json}
