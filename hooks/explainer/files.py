"""From folders to text: which files may be read, and what they hold before anybody asks what it means.

Nothing here follows a link, waits for a pipe, or raises for what it finds.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from explainer.characters import bad_characters
from explainer.diagnostics import Diagnostic, Position
from explainer.values.grammar import WINDOWS_NAMES

SIZE_LIMIT = 1024 * 1024
"""The largest file that is read, in bytes."""

FOLDER_LIMIT = 8
"""How deep folders may lie below content/."""

PROBLEM_LIMIT = 100
"""How many mistakes are looked for in one file: more would be the same one again."""

_ALLOWED_BESIDE = frozenset(["schema"])
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


_LEFT_BY_PROGRAMS = re.compile(
    r".*~|#.*#|.*\.(?:swp|swo|orig|tmp)|.*___jb_(?:tmp|old|bak)___|4913|Thumbs\.db|desktop\.ini|Icon\r",
    re.IGNORECASE,
)


def is_left_by_a_program(name: str) -> bool:
    """Tell whether an editor, a merge or a system made a file for itself: a copy, a lock, unsaved work."""
    return _LEFT_BY_PROGRAMS.fullmatch(name) is not None


def is_passed_over(name: str) -> bool:
    """Tell whether a file or folder is nobody’s content: hidden, or left by a program."""
    return name.startswith(".") or is_left_by_a_program(name)


def content_files(folder: Path, base: Path, diagnostics: list[Diagnostic], depth: int = 0) -> Iterator[Path]:
    """Yield every content file, in the order of names; report what would be left out, followed or waited for."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        diagnostics.append(_unreadable(name_of(folder, base), "folder", error))
        return
    for entry in entries:
        path = Path(entry.path)
        where = Position(name_of(path, base))
        if is_passed_over(entry.name) or (depth == 0 and entry.name == "README.md"):
            continue
        if entry.is_symlink():
            diagnostics.append(symbolic_link(where))
        elif entry.is_dir(follow_symlinks=False):
            if depth == 0 and entry.name in _ALLOWED_BESIDE:
                continue
            if depth >= FOLDER_LIMIT:
                diagnostics.append(_too_far_down(where))
            elif _is_good_name(entry.name, where, diagnostics):
                yield from content_files(path, base, diagnostics, depth + 1)
        elif not entry.is_file(follow_symlinks=False):
            diagnostics.append(_no_ordinary_file(where))
        elif not entry.name.endswith(".yml"):
            hint = "content files end in .yml; move this file elsewhere"
            if entry.name.endswith(".yaml"):
                hint = "rename it so that it ends in .yml"
            message = f"the file “{_as_text(entry.name)}” would not be read"
            diagnostics.append(Diagnostic(where, "stray-file", message, hint))
        elif _is_good_name(entry.name.removesuffix(".yml"), where, diagnostics):
            yield path


def _is_good_name(name: str, where: Position, diagnostics: list[Diagnostic]) -> bool:
    """Tell whether a file or folder has a name that is one and the same on every system."""
    if _NAME.fullmatch(name) and name not in WINDOWS_NAMES:
        return True
    message = f"the name “{_as_text(name)}” is not the same on every system"
    hint = "write it in small letters, digits and hyphens"
    if name in WINDOWS_NAMES:
        hint = "Windows reserves this name; choose another"
    diagnostics.append(Diagnostic(where, "bad-file-name", message, hint))
    return False


def symbolic_link(where: Position) -> Diagnostic:
    """Return what is said of a symbolic link."""
    message = "this is a symbolic link, which is never followed"
    return Diagnostic(where, "symbolic-link", message, "put a real file in its place")


def _no_ordinary_file(where: Position) -> Diagnostic:
    return Diagnostic(where, "stray-file", "this is not an ordinary file", "remove it")


def _too_far_down(where: Position) -> Diagnostic:
    message = f"this folder lies more than {FOLDER_LIMIT} folders deep"
    return Diagnostic(where, "stray-file", message, "move its files up")


def _unreadable(file: str, what: str, error: OSError) -> Diagnostic:
    message = f"this {what} cannot be read: {(error.strerror or 'it cannot be opened').lower()}"
    return Diagnostic(Position(file), "unreadable-file", message, "see whether you may open it")


def name_of(path: Path, base: Path) -> str:
    """Return the path of a file as diagnostics name it: from the project's folder, with slashes."""
    return _as_text(os.path.relpath(path, base).replace(os.sep, "/"))


def _as_text(name: str) -> str:
    """Return the name of a file as text: on Linux it need not be any, and what is not is written out."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def bytes_of(path: Path, file: str) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """Return what a file holds; nothing, and why, if it cannot be read or is too large."""
    try:
        raw = _read(path)
    except OSError as error:
        return None, (_unreadable(file, "file", error),)
    if raw is None:
        message = "this file is larger than 1 MiB"
        return None, (Diagnostic(Position(file), "file-too-large", message, "split it into several files"),)
    return raw, ()


_CONFLICT = re.compile(r"^[ \t]*(?:<{7}|>{7}|\|{7})(?: \S.*)?$", re.MULTILINE)


def conflict(text: str, file: str) -> tuple[Diagnostic, ...]:
    """Return what is said of a file in which git left two versions side by side: nothing else of it counts."""
    found = _CONFLICT.search(text)
    if found is None:
        return ()
    line = text.count("\n", 0, found.start()) + 1
    column = len(found.group()) - len(found.group().lstrip()) + 1
    message = "git left two versions of this place side by side"
    hint = "keep what is right, and delete the lines “<<<<<<<”, “=======” and “>>>>>>>” with all that is not"
    return (Diagnostic(Position(file, line, column), CONFLICT, message, hint),)


CONFLICT = "conflict-marker"
"""The code of a conflict that nobody resolved; it is told before all others."""


def read_page(path: Path, base: Path) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text of a page under docs/, with what nobody can see in it."""
    file = name_of(path, base)
    raw, problems = bytes_of(path, file)
    if raw is None:
        return None, problems
    decoded, problem = _utf8(raw, file)
    if decoded is None:
        return None, (problem,) if problem else ()
    text = decoded
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if unresolved := conflict(text, file):
        return None, unresolved
    found = (one for one in _character_problems(text, file) if one.code == "forbidden-character")
    return text, tuple(islice(found, PROBLEM_LIMIT))


def pages_under(folder: Path, base: Path, problems: list[Diagnostic], depth: int = 0) -> Iterator[Path]:
    """Yield every ordinary file under docs/; report what a host would follow, wait for or stumble over."""
    where = Position(name_of(folder, base))
    if folder.is_symlink() or depth > FOLDER_LIMIT:
        problems.append(symbolic_link(where) if folder.is_symlink() else _too_far_down(where))
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        problems.append(_unreadable(where.file, "folder", error))
        return
    for entry in entries:
        path = Path(entry.path)
        if is_passed_over(entry.name) and not path.is_dir():  # MkDocs would follow a hidden link to a folder
            continue
        if entry.is_symlink() or entry.is_dir(follow_symlinks=False):
            yield from pages_under(path, base, problems, depth + 1)
        elif entry.is_file(follow_symlinks=False):
            yield path
        else:
            problems.append(_no_ordinary_file(Position(name_of(path, base))))


def _read(path: Path) -> bytes | None:
    """Return the bytes of a regular file, None when there are too many; raises OSError."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as file:
        info = os.fstat(handle)
        if not stat.S_ISREG(info.st_mode):
            raise OSError(0, "it is not an ordinary file")
        if info.st_size > SIZE_LIMIT:
            return None
        raw = file.read(SIZE_LIMIT + 1)
    return raw if len(raw) <= SIZE_LIMIT else None


_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


_SAVE_AS = "save the file as UTF-8 (in the editor: Save with encoding)"


def decode(raw: bytes, file: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text of a content file, with what is wrong in its encoding and its characters."""
    for mark, name in _BOMS:
        if raw.startswith(mark):
            text = raw.decode(name, "replace")
            message = f"this file is saved as {name}"
            return text, (Diagnostic(Position(file), "bad-encoding", message, _SAVE_AS),)
    if raw.startswith(b"\xef\xbb\xbf"):
        message = "this file begins with an invisible mark (a byte order mark)"
        hint = "save the file as UTF-8 without BOM"
        return raw[3:].decode("utf-8", "replace"), (
            Diagnostic(Position(file), "byte-order-mark", message, hint),
        )
    if len(raw) > 3 and raw.count(0) * 3 > len(raw):
        text = raw.decode("utf-16-le" if raw[1] == 0 else "utf-16-be", "replace")
        return text, (Diagnostic(Position(file), "bad-encoding", "this file is saved as UTF-16", _SAVE_AS),)
    decoded, problem = _utf8(raw, file)
    if decoded is None:
        return None, (problem,) if problem else ()
    text = decoded
    if not re.search(r"^[ \t]*[^#\s]", text, re.MULTILINE):
        message = "this file holds no record"
        return None, (
            Diagnostic(Position(file), "empty-file", message, "write a record, or delete the file"),
        )
    text = text.replace("\r\n", "\n")
    if unresolved := conflict(text, file):
        return text, unresolved
    return text, tuple(islice(_character_problems(text, file), PROBLEM_LIMIT))


def _utf8(raw: bytes, file: str) -> tuple[str | None, Diagnostic | None]:
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        where = Position(file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
        return None, Diagnostic(where, "bad-encoding", "this character is not saved as UTF-8", _SAVE_AS)


def _character_problems(text: str, file: str) -> Iterator[Diagnostic]:
    if text.isascii() and "\t" not in text and text.isprintable():
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.isascii() and line.isprintable():
            continue
        for bad in bad_characters(line):
            yield Diagnostic(Position(file, number, bad.column + 1), bad.code, bad.message, bad.hint)
