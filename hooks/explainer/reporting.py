"""How diagnostics are written: for people, for GitHub's annotations, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from explainer.diagnostics import Diagnostic, Severity, visible

_RED, _YELLOW, _DIM, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[2m", "\x1b[0m"


def as_text(diagnostics: Iterable[Diagnostic], project: Path, *, colour: bool = False) -> str:
    """Return diagnostics for people: place, message, the line itself with a caret, the next step."""
    return "".join(f"{_one(diagnostic, project, colour)}\n" for diagnostic in diagnostics)


def _one(diagnostic: Diagnostic, project: Path, colour: bool) -> str:
    tint = _RED if diagnostic.severity is Severity.ERROR else _YELLOW
    paint: Callable[[str, str], str] = (lambda code, text: f"{code}{text}{_PLAIN}") if colour else (lambda _code, text: text)
    position = diagnostic.position
    lines = [f"{position}: {paint(tint, diagnostic.severity.value)}: {visible(diagnostic.message)} {paint(_DIM, f'[{diagnostic.code}]')}"]
    source = _line(project / position.file, position.line)
    if source is not None:
        shown = visible(source)
        lines += [paint(_DIM, f"    {position.line:>4} | {shown[:160]}")]
        if position.column <= 160:
            lines += [f"         | {' ' * (len(visible(source[: position.column - 1])))}{paint(tint, '^')}"]
    if diagnostic.hint:
        lines.append(f"    {visible(diagnostic.hint)}")
    lines += [f"    {place}: {visible(note)}" for place, note in diagnostic.related]
    return "\n".join(lines)


def _line(path: Path, number: int) -> str | None:
    if path.is_symlink() or not path.is_file():
        return None
    try:
        lines = path.read_bytes().decode("utf-8", "replace").split("\n")
    except OSError:
        return None
    return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else None


def as_github(diagnostics: Iterable[Diagnostic], _project: Path, *, colour: bool = False) -> str:  # noqa: ARG001
    """Return diagnostics as GitHub's workflow commands, every value escaped for its place."""
    return "".join(
        f"::{diagnostic.severity.value} file={_property(diagnostic.position.file)},line={diagnostic.position.line},"
        f"col={diagnostic.position.column},title={_property(diagnostic.code)}::{_message(diagnostic)}\n"
        for diagnostic in diagnostics
    )


def _message(diagnostic: Diagnostic) -> str:
    text = f"{diagnostic.message}. {diagnostic.hint}" if diagnostic.hint else diagnostic.message
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return visible(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def as_json(diagnostics: Iterable[Diagnostic], _project: Path, *, colour: bool = False) -> str:  # noqa: ARG001
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
            "related": [{"file": place.file, "line": place.line, "column": place.column, "note": note} for place, note in diagnostic.related],
        }
        for diagnostic in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[..., str]] = {"text": as_text, "github": as_github, "json": as_json}
