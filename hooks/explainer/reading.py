"""From files to documents: YAML as text with the place of every key and value.

The only module that knows YAML. Nothing here raises for what a file holds: whatever the bytes,
the answer is a document, diagnostics, or both.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from explainer.diagnostics import Diagnostic, Position, Severity, did_you_mean

SIZE_LIMIT = 1024 * 1024
"""The largest file that is read, in bytes."""

DEPTH_LIMIT = 32
"""How deep lists and blocks may nest."""

Path_ = tuple[str | int, ...]
"""Where a value stands in a document: keys and list indices from the top."""

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_ALLOWED_BESIDE = frozenset(["schema"])


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A file understood as data: every scalar is text, every place can be found again."""

    file: str
    folder: str
    text: str
    data: Mapping[str, Any]
    heads: Mapping[str, int] = field(default_factory=dict)
    """The line on which each top-level key stands."""
    intended: frozenset[str] = frozenset()
    """Ids that a file seems to hold though it could not be understood."""

    def at(self, path: Path_) -> Position:
        """Return where the value at this path stands, or the nearest thing above it that has a place."""
        marks = _marks(self)
        while path and path not in marks.values:
            path = path[:-1]
        line, column = marks.values.get(path, (0, 0))
        return Position(self.file, line + 1, column + 1)

    def key_at(self, path: Path_) -> Position:
        """Return where the key at the end of this path stands."""
        found = _marks(self).keys.get(path)
        return Position(self.file, found[0] + 1, found[1] + 1) if found else self.at(path)

    def find(self, path: Path_, words: str) -> Position:
        """Return where these words stand inside the text at this path."""
        start = self.at(path)
        lines = self.text.split("\n")
        for number in range(start.line - 1, len(lines)):
            column = lines[number].find(words)
            if column >= 0:
                return Position(self.file, number + 1, column + 1)
        return start


def read_folder(root: Path, base: Path) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    """Read every content file under `root`; name files relative to `base`.

    Returns the documents and all diagnostics. Symbolic links are reported and never followed.
    """
    documents: list[Document] = []
    diagnostics: list[Diagnostic] = []
    if not root.is_dir():
        where = Position(_name(root, base))
        return (), (Diagnostic(where, "no-content", "there is no content folder", "create it, with one folder for each kind of record"),)
    for path in _walk(root, base, diagnostics):
        document, problems = read_file(path, root, base)
        diagnostics += problems
        if document is not None:
            documents.append(document)
    return tuple(documents), tuple(diagnostics)


def _walk(folder: Path, base: Path, diagnostics: list[Diagnostic], depth: int = 0) -> Iterator[Path]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        path = Path(entry.path)
        where = Position(_name(path, base))
        if entry.is_symlink():
            diagnostics.append(Diagnostic(where, "symbolic-link", "this is a symbolic link; it is not followed", "put a real file in its place"))
        elif entry.is_dir(follow_symlinks=False):
            if depth == 0 and entry.name in _ALLOWED_BESIDE:
                continue
            yield from _walk(path, base, diagnostics, depth + 1)
        elif entry.name == ".gitkeep" or (depth == 0 and entry.name == "README.md"):
            continue
        elif not entry.is_file(follow_symlinks=False):
            diagnostics.append(Diagnostic(where, "stray-file", "this is not an ordinary file", "remove it from content/"))
        elif not entry.name.endswith(".yml") or entry.name.startswith("."):
            hint = "rename it to end in .yml" if entry.name.endswith(".yaml") else "content files end in .yml; move this file elsewhere"
            diagnostics.append(Diagnostic(where, "stray-file", f"“{entry.name}” would not be read", hint))
        else:
            yield path


def _name(path: Path, base: Path) -> str:
    return os.path.relpath(path, base).replace(os.sep, "/")


_CACHE: dict[str, tuple[bytes, tuple[Document | None, tuple[Diagnostic, ...]]]] = {}


def read_file(path: Path, root: Path, base: Path) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read one file; its first folder under `root` names the kind of its records."""
    file = _name(path, base)
    relative = path.relative_to(root).parts
    folder = relative[0] if len(relative) > 1 else ""
    try:
        raw = _bytes_of(path)
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        return None, (Diagnostic(Position(file), "unreadable-file", f"this file cannot be read: {reason}", "check the file"),)
    if raw is None:
        return None, (Diagnostic(Position(file), "file-too-large", "this file is larger than 1 MiB", "split it into several files"),)
    key = str(path)
    known = _CACHE.get(key)
    if known is None or known[0] != raw:
        known = (raw, understand(raw, file, folder))
        _CACHE[key] = known
    return known[1]


def _bytes_of(path: Path) -> bytes | None:
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


def understand(raw: bytes, file: str, folder: str) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return the document that these bytes write, and what is wrong with them."""
    text, problems = _decode(raw, file)
    if text is None:
        return None, problems
    builder = _Builder(file, text)
    data = builder.build()
    problems = (*problems, *builder.problems)
    if not isinstance(data, dict):
        intended = frozenset(re.findall(r"^([a-z0-9][a-z0-9-]*):", text, re.MULTILINE))
        return Document(file, folder, text, {}, {}, intended), problems
    heads = {key: builder.marks.keys[(key,)][0] + 1 for key in data}
    return Document(file, folder, text, data, heads), problems


_BOMS = ((b"\xff\xfe\x00\x00", "UTF-32"), (b"\x00\x00\xfe\xff", "UTF-32"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))

_FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\uffff"  # invisible, bidi, replacement
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef"  # surrogates, private use, noncharacters
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff"  # tags, private use
    "]"
)
_JOINER = re.compile("[\u200c\u200d]")
_JOINED_SCRIPTS = ("ARABIC", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "SYRIAC", "MONGOLIAN", "KHMER", "MYANMAR")


def _decode(raw: bytes, file: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    save_as = "save the file as plain UTF-8 without a byte order mark"
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return None, (Diagnostic(Position(file), "bad-encoding", f"this file is written in {name}", save_as),)
    if raw.startswith(b"\xef\xbb\xbf"):
        return None, (Diagnostic(Position(file), "byte-order-mark", "this file begins with a byte order mark", save_as),)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        return None, (Diagnostic(Position(file, line, column), "bad-encoding", "this byte is not UTF-8 text", save_as),)
    if not text.strip() or not re.search(r"^[^#\s]", text, re.MULTILINE):
        return None, (Diagnostic(Position(file), "empty-file", "this file holds no record", "write a record, or delete the file"),)
    text = text.replace("\r\n", "\n")
    problems = tuple(_character_problems(text, file))
    return (None if problems else text), problems


def _character_problems(text: str, file: str) -> Iterator[Diagnostic]:
    if text.isascii() and "\t" not in text and text.isprintable():
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.isascii() and line.isprintable():
            continue
        if "\t" in line:
            where = Position(file, number, line.index("\t") + 1)
            yield Diagnostic(where, "tab", "there is a tab here", "use spaces; two for each step of indentation")
        yield from (
            Diagnostic(Position(file, number, column), code, message, hint)
            for column, code, message, hint in forbidden_characters(line)
        )
        if not unicodedata.is_normalized("NFC", line):
            column = next((at for at in range(len(line)) if not unicodedata.is_normalized("NFC", line[: at + 1])), 0)
            yield Diagnostic(
                Position(file, number, column + 1),
                "not-nfc",
                "an accent here is written as a character of its own",
                "type the accented letter anew, or save the file in Unicode form NFC",
            )


def forbidden_characters(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Yield column, code, message and hint of each character that may not stand in content."""
    for found in _FORBIDDEN.finditer(text):
        code = f"U+{ord(found.group()):04X}"
        name = unicodedata.name(found.group(), "a control character").capitalize()
        yield found.start() + 1, "forbidden-character", f"there is an invisible or control character here: {code} ({name})", "delete it"
    for found in _JOINER.finditer(text):
        at = found.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if not (_joins(before) and (not after or _joins(after) or after.isspace())) and not _is_emoji_join(before, after):
            yield at + 1, "forbidden-character", "there is an invisible joiner here", "delete it"


def _joins(character: str) -> bool:
    return bool(character) and unicodedata.name(character, "").startswith(_JOINED_SCRIPTS)


def _is_emoji_join(before: str, after: str) -> bool:
    return bool(before and after) and (before == "\ufe0f" or unicodedata.category(before) in ("So", "Sk")) and unicodedata.category(after) == "So"


@dataclass(slots=True)
class _Marks:
    values: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path_, tuple[int, int]] = field(default_factory=dict)


@lru_cache(maxsize=16)
def _marks(document: Document) -> _Marks:
    """Return the place of every key and value; made when asked, since most are never needed."""
    builder = _Builder(document.file, document.text, deep=True)
    builder.build()
    return builder.marks


class _Refused(Exception):
    """Ends the reading of one document after a mistake from which nothing sensible can follow."""


class _Builder:
    """Builds data from the parser's events and refuses what content does not need."""

    def __init__(self, file: str, text: str, *, deep: bool = False) -> None:
        self.file = file
        self.text = text
        self.deep = deep
        self.has_comments = " #" in text
        self.lines = text.split("\n") if self.has_comments else []
        self.marks = _Marks()
        self.problems: list[Diagnostic] = []
        self._events: Iterator[Any] = iter(())

    def build(self) -> Any:
        """Return the data, or None when the text cannot be understood."""
        try:
            self._events = yaml.parse(self.text, Loader=_LOADER)
            return self._document()
        except yaml.YAMLError as error:
            self.problems.append(_syntax_problem(error, self.text, self.file))
        except _Refused:
            pass
        return None

    def _document(self) -> Any:
        data: Any = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if event.version or event.tags:
                    self._refuse(event, "yaml-directive", "this line is a YAML directive", "delete lines that begin with %")
                if documents > 1:
                    self._refuse(event, "second-document", "a second document begins here", "delete the line “---”; one file is one document")
            elif isinstance(event, yaml.NodeEvent):
                data = self._node(event, (), 0)
        if documents and not isinstance(data, dict):
            where = Position(self.file)
            self.problems.append(Diagnostic(where, "not-a-mapping", "this file does not map ids to records", "begin with “some-id:” and indent the record’s fields under it"))
        return data

    def _node(self, event: Any, path: Path_, depth: int) -> Any:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, "alias", f"“*{event.anchor}” is a YAML alias", "write the text out")
        if event.anchor is not None:
            self._refuse(event, "anchor", f"“&{event.anchor}” is a YAML anchor", "delete it; in plain text, put the text in quotation marks")
        if event.tag is not None:
            self._refuse(event, "tag", f"“{event.tag}” is a YAML tag", "delete it; in plain text, put the text in quotation marks")
        if self.deep or depth <= 1:
            self.marks.values[path] = (event.start_mark.line, event.start_mark.column)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if depth >= DEPTH_LIMIT:
            self._refuse(event, "too-deep", f"this nests more than {DEPTH_LIMIT} levels deep", "records need five levels at most")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth)
        return self._mapping(path, depth)

    def _sequence(self, path: Path_, depth: int) -> list[Any]:
        items: list[Any] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, (*path, len(items)) if self.deep else path, depth + 1))
        return items

    def _mapping(self, path: Path_, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        places: dict[str, int] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event)
            inner = (*path, key) if self.deep or depth == 0 else path
            if key in data:
                first = Position(self.file, places[key] + 1, event.start_mark.column + 1)
                self._report(event, "duplicate-key", f"“{key}” is given twice", "keep one of the two", ((first, "first given here"),))
                self._node(next(self._events), inner, depth + 1)
                continue
            places[key] = event.start_mark.line
            if self.deep or depth == 0:
                self.marks.keys[inner] = (event.start_mark.line, event.start_mark.column)
            data[key] = self._node(next(self._events), inner, depth + 1)
        return data

    def _key(self, event: Any) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "bad-key", "a key must be a word", "write “key: value”; put text with brackets or braces in quotation marks")
        if event.anchor is not None or event.tag is not None:
            self._refuse(event, "anchor", "a key carries a YAML anchor or tag", "delete it")
        if event.value == "<<":
            self._refuse(event, "merge-key", "“<<” merges another block", "write the fields out")
        if not event.value:
            self._refuse(event, "bad-key", "a key is missing before the colon", "write “key: value”")
        return str(event.value)

    def _scalar(self, event: Any) -> str:
        value = str(event.value)
        if event.style == '"' and not value.isprintable():
            for _, code, message, hint in forbidden_characters(value):
                self._report(event, code, message, hint)
                break
        elif not event.style:
            self._plain(event, value)
        return value

    def _plain(self, event: Any, value: str) -> None:
        if value in ("null", "Null", "NULL", "~"):
            self._report(event, "null-value", f"“{value}” stands for nothing", "leave the whole line out; if the word itself is meant, put it in quotation marks")
        if not self.has_comments or not value:
            return
        end = event.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if re.match(r" +#\S", rest):
            where = Position(self.file, end.line + 1, end.column + len(rest) - len(rest.lstrip()) + 1)
            self.problems.append(
                Diagnostic(where, "cut-off-text", "everything after “#” is a comment and will not be shown", "put the text in quotation marks; if a comment is meant, write a space after “#”", Severity.WARNING)
            )

    def _report(self, event: Any, code: str, message: str, hint: str, related: tuple[tuple[Position, str], ...] = ()) -> None:
        where = Position(self.file, event.start_mark.line + 1, event.start_mark.column + 1)
        self.problems.append(Diagnostic(where, code, message, hint, related=related))

    def _refuse(self, event: Any, code: str, message: str, hint: str) -> None:
        self._report(event, code, message, hint)
        raise _Refused


def _syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Diagnostic:
    """Say in plain words what the parser stumbled over, where it was caused."""
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    quote = _unclosed_quote(lines, line)
    if quote is not None and ("end of stream" in problem or "expected" in problem or "quoted scalar" in context):
        where = Position(file, quote[0] + 1, quote[1] + 1)
        return Diagnostic(where, "unclosed-quote", "a quotation mark is opened here and never closed", "close it at the end of the text; inside single quotes write an apostrophe twice: ''")
    if "nesting depth" in problem:
        return Diagnostic(Position(file, line + 1, column + 1), "too-deep", f"this nests more than {DEPTH_LIMIT} levels deep", "records need five levels at most")
    if "mapping values are not allowed" in problem:
        where = Position(file, line + 1, column + 1)
        if line < len(lines) and ":" not in lines[line][:column]:
            indent = len(lines[line]) - len(lines[line].lstrip())
            where = Position(file, line + 1, indent + 1)
            return Diagnostic(where, "bad-indentation", "this line is not indented like its neighbours", "align it with the lines above; two spaces for each step")
        return Diagnostic(where, "colon-in-text", "a second colon on one line confuses YAML", "put the whole text in quotation marks: title: \"A report: the details\"")
    if "cannot start any token" in problem:
        character = lines[line][column : column + 1] if line < len(lines) else ""
        return Diagnostic(Position(file, line + 1, column + 1), "special-character", f"text cannot begin with “{character}”", "put the text in quotation marks")
    if "end of stream" in problem and context_mark is not None:
        where = Position(file, context_mark.line + 1, context_mark.column + 1)
        return Diagnostic(where, "unclosed-bracket", "a bracket or brace is opened here and never closed", "close it, or put the text in quotation marks")
    if "could not find expected ':'" in problem:
        at = context_mark if context_mark is not None else mark
        where = Position(file, (at.line if at else 0) + 1, (at.column if at else 0) + 1)
        return Diagnostic(where, "no-colon", "this line has no colon, so it is neither a field nor a continued text", "write “key: value”, or indent it under the text that it continues")
    if "did not find expected" in problem and ("key" in problem or "indicator" in problem or "block end" in problem):
        where = Position(file, line + 1, column + 1)
        return Diagnostic(where, "bad-indentation", "this line is not indented like its neighbours", "align it with the lines above; two spaces for each step")
    if "',' or" in problem:
        where = Position(file, line + 1, column + 1)
        return Diagnostic(where, "unclosed-bracket", "a bracket or brace is not closed, or a comma is missing", "close it, or put the text in quotation marks")
    if "control characters" in problem or "undefined tag" in problem or "tag" in context:
        return Diagnostic(Position(file, line + 1, column + 1), "tag", "this is a YAML tag", "delete it; in plain text, put the text in quotation marks")
    return Diagnostic(Position(file, line + 1, column + 1), "bad-yaml", f"YAML cannot read this: {problem or 'the text ends unexpectedly'}", "compare it with the lines above")


def _unclosed_quote(lines: list[str], last: int) -> tuple[int, int] | None:
    """Return the place of a quotation mark that begins a value and is not closed on its line."""
    for number, line in enumerate(lines[: last + 1]):
        found = re.match(r"^\s*(?:- )*(?:[\w-]+: +)?(?P<quote>[\"'])", line)
        if not found:
            continue
        quote = found["quote"]
        rest = line[found.end() :]
        closed = re.search(r'(?<!\\)(?:\\\\)*"', rest) if quote == '"' else re.search(r"'(?!')", rest.replace("''", "  "))
        if not closed:
            following = "\n".join(lines[number + 1 : last + 1])
            if not re.search(rf"{quote}\s*(#.*)?$", following, re.MULTILINE) or re.search(r"^\s*(?:- )?[\w-]+: ", following, re.MULTILINE):
                return number, found.start("quote")
    return None


def read_settings(path: Path) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """Return mkdocs.yml as plain data, tags such as !ENV taken as their default text."""

    class Loader(yaml.SafeLoader):
        """A loader of its own, so that no tag of ours reaches another reader."""

    def plain(loader: yaml.SafeLoader, _tag: str, node: yaml.Node) -> Any:
        if isinstance(node, yaml.SequenceNode):
            values = loader.construct_sequence(node)
            names, default = (values[:-1], values[-1]) if len(values) > 1 else (values, None)
            return next((os.environ[name] for name in names if name in os.environ), default)
        return os.environ.get(str(node.value)) if isinstance(node, yaml.ScalarNode) else None

    Loader.add_multi_constructor("!", plain)
    Loader.add_multi_constructor("tag:yaml.org,2002:python", lambda _loader, _tag, _node: None)
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader)  # noqa: S506 - a safe loader, see above
    except (OSError, UnicodeDecodeError) as error:
        return {}, (Diagnostic(Position(path.name), "no-settings", f"{path.name} cannot be read: {error}", "run this inside the project"),)
    except yaml.YAMLError as error:
        return {}, (_syntax_problem(error, path.read_text(encoding="utf-8"), path.name),)
    return (data if isinstance(data, dict) else {}), ()


def unknown_folder(document: Document, folders: Mapping[str, Any]) -> Diagnostic:
    """Say that a file lies in no folder of a kind."""
    named = f"“{document.folder}” is not a kind of record" if document.folder else "this file lies in no folder of a kind"
    hint = did_you_mean(document.folder, folders, f"move it into one of: {', '.join(sorted(folders))}")
    return Diagnostic(Position(document.file), "unknown-folder", named, hint)
