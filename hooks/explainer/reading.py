"""From files to documents: YAML as text with the place of every key and value.

The only module that knows YAML. Nothing here raises for what a file holds: whatever the bytes,
the answer is a document, diagnostics, or both.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn

import yaml

from explainer.characters import bad_characters
from explainer.diagnostics import Diagnostic, Position, Severity, did_you_mean
from explainer.files import PROBLEM_LIMIT, bytes_of, conflict, content_files, decode, name_of, symbolic_link
from explainer.kinds import field_names
from explainer.syntax import Stumble, beginning, explain, quote_hint

DEPTH_LIMIT = 32
"""How deep lists and blocks may nest."""

OFTEN = 40
"""Values of so many characters at most may stand in many places (ids, words, dates): each is kept once."""

Path_ = tuple[str | int, ...]
"""Where a value stands in a document: keys and list indices from the top."""

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True, eq=False)
class Document:
    """A file understood as data: every scalar is text, every place can be found again."""

    file: str
    folder: str
    text: str
    fresh: Mapping[str, Any] | None = None
    """The data, until somebody asks for it."""
    heads: Mapping[str, int] = field(default_factory=dict)
    """The line on which each top-level key stands."""
    intended: frozenset[str] = frozenset()
    """Ids that a file seems to hold though it could not be understood."""

    def data(self) -> Mapping[str, Any]:
        """Return the data. It is kept for who asks first, and read again from the text for all others.

        Records are made of it once, and beside them it would take as much memory again.
        """
        fresh, self.fresh = self.fresh, None
        return _mapping(_marks(self).data) if fresh is None else fresh

    @property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return _lines(self)

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
        lines = _lines(self)
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
    if root.is_symlink():
        return (), (symbolic_link(Position(name_of(root, base))),)
    if not root.is_dir():
        hint = "create it, with one folder for each kind of record: actors, claims, sources and so on"
        return (), (
            Diagnostic(
                Position(name_of(root, base)), "no-content", "there is no folder “content” here", hint
            ),
        )
    for path in content_files(root, base, diagnostics):
        document, problems = read_file(path, root, base)
        diagnostics += problems
        if document is not None:
            documents.append(document)
    return tuple(documents), tuple(diagnostics)


_CACHE: dict[str, tuple[bytes, tuple[Document | None, tuple[Diagnostic, ...]]]] = {}
"""What each file was understood to say, with the digest of its bytes."""


def read_file(path: Path, root: Path, base: Path) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read one file; its first folder under `root` names the kind of its records."""
    file = name_of(path, base)
    relative = path.relative_to(root).parts
    folder = relative[0] if len(relative) > 1 else ""
    raw, problems = bytes_of(path, file)
    if raw is None:
        return None, problems
    key = str(path)
    digest = hashlib.blake2b(raw).digest()
    known = _CACHE.get(key)
    if known is None or known[0] != digest:
        known = (digest, understand(raw, file, folder))
        _CACHE[key] = known
    return known[1]


def understand(raw: bytes, file: str, folder: str) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return the document that these bytes write, and what is wrong with them."""
    text, problems = decode(raw, file)
    if problems or text is None:
        intended = _intended(text or raw.decode("utf-8", "replace"), file)
        return Document(file, folder, "", intended=intended), problems
    builder = _Builder(file, text)
    data = builder.build()
    if not isinstance(data, dict):
        return Document(file, folder, text, intended=_intended(text, file)), tuple(builder.problems)
    heads = {key: builder.marks.keys[(key,)][0] + 1 for key in data}
    return Document(file, folder, text, data, heads), tuple(builder.problems)


def _mapping(data: Any) -> Mapping[str, Any]:
    """Return the data of a file; nothing if it holds no mapping."""
    return data if isinstance(data, dict) else {}


def _intended(text: str, file: str) -> frozenset[str]:
    """Return the ids that a text seems to hold, so that references to them are not called wrong, too.

    Many files hold one record and are named after it.
    """
    found = re.findall(r"^(?:-[ \t]+)?(?:id:[ \t]*)?([a-z0-9][a-z0-9-]*)(?::|[ \t]*$)", text, re.MULTILINE)
    return frozenset([*found, Path(file).stem])


@dataclass(slots=True)
class _Marks:
    values: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    data: Any = None
    """What the document says, read along with the places."""


@lru_cache(maxsize=16)
def _lines(document: Document) -> list[str]:
    return document.text.split("\n")


@lru_cache(maxsize=16)
def _marks(document: Document) -> _Marks:
    """Return the place of every key and value; made when asked, since most are never needed."""
    builder = _Builder(document.file, document.text, deep=True)
    builder.marks.data = builder.build()
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
        self._lines: list[str] | None = None
        self.marks = _Marks()
        self.problems: list[Diagnostic] = []
        self._events: Iterator[Any] = iter(())

    @property
    def lines(self) -> list[str]:
        """The lines of the text, parted when somebody needs them."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines

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
                    message = (
                        "a line that begins with “%” is an instruction to YAML, which content may not use"
                    )
                    self._refuse(event, "yaml-directive", message, "delete the line")
                if documents > 1:
                    message = "“---” begins a second document; nothing below it would be read"
                    self._refuse(event, "second-document", message, "delete this line")
            elif isinstance(event, yaml.NodeEvent):
                data = self._node(event, (), 0)
        if documents and not isinstance(data, dict):
            message = f"this file holds {'a list' if isinstance(data, list) else 'only text'} and no record"
            hint = "begin with an id and a colon, “some-id:”, and indent the record’s fields under it"
            self.problems.append(Diagnostic(Position(self.file), "not-a-mapping", message, hint))
        return data

    def _node(self, event: Any, path: Path_, depth: int) -> Any:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, "alias", *self._mark("*", str(event.anchor), event))
        if event.anchor is not None:
            self._refuse(event, "anchor", *self._mark("&", event.anchor, event))
        if event.tag is not None:
            self._refuse(event, "tag", *self._mark("", event.tag, event))
        if self.deep or depth <= 1:
            self.marks.values[path] = (event.start_mark.line, event.start_mark.column)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if depth >= DEPTH_LIMIT:
            message = f"this nests more than {DEPTH_LIMIT} levels deep"
            self._refuse(event, "too-deep", message, "a record needs five levels at the most")
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
        places: dict[str, Any] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event)
            inner = (*path, key) if self.deep or depth == 0 else path
            if key in data:
                hint = "keep one of the two" if depth else "keep one of the two, or give one another id"
                first = ((self._place(places[key]), "first given here"),)
                self._report(event, "duplicate-key", f"“{key}” is given twice", hint, first)
                self._node(next(self._events), inner, depth + 1)
                continue
            places[key] = event
            if self.deep or depth == 0:
                self.marks.keys[inner] = (event.start_mark.line, event.start_mark.column)
            data[key] = self._node(next(self._events), inner, depth + 1)
        return data

    def _key(self, event: Any) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            here = self._line(event)
            opened = re.search(r"[\[{]", here)
            if opened:
                where = Position(self.file, event.start_mark.line + 1, opened.start() + 1)
                self.problems.append(Diagnostic(where, "special-character", *beginning(opened.group(), here)))
                raise _Refused
            self._refuse(event, "bad-key", "the name of a field must be a word", "write “field: value”")
        if event.anchor is not None or event.tag is not None:
            message = "the name of a field cannot begin with “&” or “!”"
            self._refuse(
                event, "tag" if event.tag else "anchor", message, "delete what stands before the name"
            )
        if event.value == "<<":
            message = "“<<” would copy fields from another record, which content may not do"
            self._refuse(event, "merge-key", message, "write the fields out")
        if not event.value:
            message = "there is no name before the colon"
            self._refuse(event, "bad-key", message, "write “field: value”")
        return sys.intern(event.value)

    def _scalar(self, event: Any) -> str:
        value = str(event.value)
        if event.style == '"' and not (value.isascii() and value.isprintable()):
            # What stands in the file itself was looked at before; this was written as an escape.
            for line in value.split("\n"):
                for bad in islice(bad_characters(line), 1):
                    self._report(event, bad.code, bad.message, bad.hint)
        elif not event.style:
            self._plain(event, value)
        elif event.style in ("|", ">") and ":" in value:
            self._swallowed(event)
        return sys.intern(value) if len(value) <= OFTEN else value

    def _swallowed(self, event: Any) -> None:
        """Find a field that is indented so far that it has become a part of the text above it."""
        first, last = event.start_mark.line + 1, event.end_mark.line
        for number, line in enumerate(self.lines[first:last], first):
            found = re.match(r"^ +(?P<name>[a-z_]{4,}):(?: +(?P<rest>.*))?$", line)
            name, rest = (found["name"], found["rest"] or "") if found else ("", "")
            # “… the pictures: a ship …” is prose: a field that holds blocks has no words on its line.
            if found and name in field_names() and (field_names()[name] or rest[:1] in ("", "[", "{")):
                where = Position(self.file, number + 1, found.start("name") + 1)
                message = f"“{name}:” stands inside a text here, and readers would see it as a part of that"
                hint = "if a field is meant, move it to the left, under the name of the text"
                self.problems.append(Diagnostic(where, "swallowed-field", message, hint, Severity.WARNING))

    def _plain(self, event: Any, value: str) -> None:
        if value in ("null", "Null", "NULL", "~"):
            hint = "leave the whole line out; if the word itself is meant, put it in quotation marks"
            self._report(event, "null-value", f"“{value}” means “nothing” in YAML", hint)
        if not self.has_comments:
            return
        end = event.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if re.match(r" +#\S", rest):
            where = Position(self.file, end.line + 1, end.column + len(rest) - len(rest.lstrip()) + 1)
            message = "“#” begins a comment here: what follows will not be shown"
            if not value:
                self._report(event, "cut-off-text", message, quote_hint(self.lines[end.line]))
                return
            hint = f"{quote_hint(self.lines[end.line])}; if a comment is meant, write a space after “#”"
            self.problems.append(Diagnostic(where, "cut-off-text", message, hint, Severity.WARNING))

    def _mark(self, sign: str, name: str, event: Any) -> tuple[str, str]:
        """Return message and hint for a mark that YAML would act upon."""
        message, hint = beginning(sign or "!", self._line(event))
        if not isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            hint = f"delete “{sign}{name}” and write everything out"
        return f"{message}: “{sign}{name}”", hint

    def _line(self, event: Any) -> str:
        number = event.start_mark.line
        return self.lines[number] if number < len(self.lines) else ""

    def _place(self, event: Any) -> Position:
        return Position(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _report(
        self, event: Any, code: str, message: str, hint: str, related: tuple[tuple[Position, str], ...] = ()
    ) -> None:
        self.problems.append(Diagnostic(self._place(event), code, message, hint, related=related))
        if len(self.problems) >= PROBLEM_LIMIT:
            raise _Refused

    def _refuse(self, event: Any, code: str, message: str, hint: str) -> NoReturn:
        self._report(event, code, message, hint)
        raise _Refused


def _syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Diagnostic:
    """Say in plain words what the parser stumbled over."""
    mark = getattr(error, "problem_mark", None)
    start = getattr(error, "context_mark", None)
    stumble = Stumble(
        str(getattr(error, "problem", "") or ""),
        str(getattr(error, "context", "") or ""),
        (mark.line, mark.column) if mark else (0, 0),
        (start.line, start.column) if start else None,
    )
    return explain(stumble, text, file)


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

    Loader.yaml_implicit_resolvers = {  # dates stay text: what is wrong with one is said where it stands
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    Loader.add_multi_constructor("!", plain)
    Loader.add_multi_constructor("tag:yaml.org,2002:python", lambda _loader, _tag, _node: None)
    where = Position(path.name)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        message = "the settings are not saved as UTF-8"
        return {}, (Diagnostic(where, "bad-encoding", message, "save the file as UTF-8"),)
    except OSError as error:
        message = f"the settings cannot be read: {(error.strerror or 'it cannot be opened').lower()}"
        return {}, (Diagnostic(where, "no-settings", message, "run this inside the project"),)
    if unresolved := conflict(text, path.name):
        return {}, unresolved
    try:
        data = yaml.load(text, Loader)  # noqa: S506 - a safe loader, see above
    except yaml.YAMLError as error:
        return {}, (_syntax_problem(error, text, path.name),)
    except (ValueError, RecursionError):
        message = "the settings hold a value that cannot be"
        return {}, (Diagnostic(where, "no-settings", message, "compare them with an earlier version"),)
    return (data if isinstance(data, dict) else {}), ()


_FRONT_MATTER = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*\n", re.DOTALL)
"""What MkDocs takes for the front matter of a page: between two lines of hyphens, from the first line on."""


def wrong_front_matter(text: str, file: str) -> Diagnostic | None:
    """Say what is wrong with the front matter of a page: MkDocs would show it as text, without a word."""
    found = _FRONT_MATTER.match(text)
    if found is None:
        if not re.match(r"\s*-{3}[ \t]*\n[ \t]*\w+:", text):
            return None
        message = "the lines above the page are not closed, or do not begin on the first line"
        hint = "write “---” on the first line and “---” below them"
        return Diagnostic(Position(file, 1, 1), "front-matter", message, hint)
    try:
        data = yaml.load(found[1], yaml.BaseLoader)  # noqa: S506 - it makes nothing but text, lists and blocks
    except (yaml.YAMLError, RecursionError) as error:
        problem = _syntax_problem(error, found[1], file) if isinstance(error, yaml.YAMLError) else None
        if problem is None:
            return Diagnostic(
                Position(file, 1, 1), "front-matter", "this nests too deep", "write “name: value”"
            )
        where = Position(file, problem.position.line + 1, problem.position.column)
        return replace(problem, position=where)
    given = data if isinstance(data, dict) else {}
    wrong = next((name for name in ("title", "description") if not isinstance(given.get(name, ""), str)), "")
    if isinstance(data, dict) and not wrong:
        return None
    message = f"“{wrong}” should be text" if wrong else "this is no front matter"
    return Diagnostic(Position(file, 2, 1), "front-matter", message, "write one “name: value” a line")


def setting_place(path: Path, *keys: Any) -> Position:
    """Return where the setting under these keys is written, or the nearest above it; a number is a place in a list."""
    line = 1
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), yaml.SafeLoader)
        for wanted in keys:
            if isinstance(node, yaml.SequenceNode) and isinstance(wanted, int):
                key = node = node.value[wanted]
            else:
                pairs = node.value if isinstance(node, yaml.MappingNode) else ()
                key, node = next((key, value) for key, value in pairs if key.value == str(wanted))
            line = key.start_mark.line + 1
            column = key.start_mark.column + 1
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError, StopIteration, IndexError):
        pass
    return Position(path.name, line, column if line > 1 else 1)


def unknown_folder(document: Document, folders: Mapping[str, Any]) -> Diagnostic:
    """Say that a file lies in no folder of a kind."""
    message = "this file lies in content/ itself, where no kind of record belongs"
    if document.folder:
        message = f"no kind of record belongs into the folder “{document.folder}”"
    listing = f"move the file into one of: {', '.join(sorted(folders))}"
    hint = did_you_mean(document.folder, folders, listing) if document.folder else listing
    return Diagnostic(Position(document.file), "unknown-folder", message, hint)
