"""From documents to records: the fields of every kind, checked as they enter.

The only module that knows pydantic. Its messages never reach contributors; each of its codes is
mapped to one of ours, in words that a contributor understands.
"""

from __future__ import annotations

import dataclasses
import re
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter, ValidationError

from explainer.diagnostics import Diagnostic, Mistake, Position, did_you_mean, nearest
from explainer.files import PROBLEM_LIMIT
from explainer.kinds import BY_FOLDER, KINDS, Kind, Problem, plan
from explainer.reading import Document, Path_, unknown_folder
from explainer.values.grammar import Choice, Grammar, kebab, parse_id


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A record and where it stands."""

    kind: Kind
    record: Any
    document: Document

    @property
    def id(self) -> str:
        """The record's id."""
        return str(self.record.id)

    @property
    def title(self) -> str:
        """What the record is called in lists and links."""
        return self.kind.title(self.record)

    @property
    def in_sentences(self) -> str:
        """What the record is called inside a sentence."""
        return self.kind.in_sentences(self.record) or self.title

    @property
    def position(self) -> Position:
        """The line on which the record begins."""
        return Position(self.document.file, self.document.heads.get(self.id, 1), 1)

    def at(self, *path: str | int) -> Position:
        """Return where a value of the record is written."""
        return self.document.at((self.id, *path))


@dataclass(frozen=True, slots=True)
class Torn:
    """The fields of a record that could not be understood as a whole, as they are written."""

    id: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one document or all documents hold: entries, ids of broken records, diagnostics."""

    entries: tuple[Entry, ...]
    broken: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]
    torn: tuple[Entry, ...] = ()
    """Broken records, each with a `Torn`: what else is wrong in them can be said at once."""


_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


def adapter(record: type[Any]) -> TypeAdapter[Any]:
    """Return the structurer of a record type, made once."""
    if record not in _ADAPTERS:
        _ADAPTERS[record] = TypeAdapter(record)
    return _ADAPTERS[record]


Vocabularies = Mapping[str, Mapping[str, str]]
"""Words that a site adds to those of a field, by the setting that holds them."""

NOTHING_ADDED: Vocabularies = MappingProxyType({})

_CACHE: dict[str, tuple[Document, Vocabularies, Parsed]] = {}


def parse(documents: tuple[Document, ...], added: Vocabularies = NOTHING_ADDED) -> Parsed:
    """Return the records of all documents; a mistake in one record leaves the others whole."""
    entries: dict[str, Entry] = {}
    broken: set[str] = set()
    diagnostics: list[Diagnostic] = []
    torn: list[Entry] = []
    for document in documents:
        known = _CACHE.get(document.file)
        if known is None or known[0] is not document or known[1] != added:
            known = (document, added, _parse_document(document, added))
            _CACHE[document.file] = known
        parsed = known[2]
        broken |= parsed.broken
        diagnostics += parsed.diagnostics
        torn += parsed.torn
        for entry in parsed.entries:
            first = entries.setdefault(entry.id, entry)
            if first is not entry:
                message = f"the id “{entry.id}” is taken already"
                hint = (
                    "no two records have one id, whatever their kind; the one that is published keeps it, "
                    "the new one takes another"
                )
                note = f"{_article(first.kind.name)} has it"
                broken.add(entry.id)
                diagnostics.append(
                    Diagnostic(
                        entry.position, "duplicate-id", message, hint, related=((first.position, note),)
                    )
                )
    return Parsed(tuple(entries.values()), frozenset(broken), tuple(diagnostics), tuple(torn))


def _parse_document(document: Document, added: Vocabularies) -> Parsed:
    kind = BY_FOLDER.get(document.folder)
    data = document.data()
    if kind is None:
        return Parsed((), document.intended | data.keys(), (unknown_folder(document, BY_FOLDER),))
    entries: list[Entry] = []
    broken: set[str] = set(document.intended)
    diagnostics: list[Diagnostic] = []
    torn: list[Entry] = []
    without_id = _fields_without_id(kind, document, data)
    if without_id is not None:
        diagnostics.append(without_id)
        broken |= {key for key, value in data.items() if value == ""} | {Path(document.file).stem}
        fields = _fields_at(kind.record, ())
        data = {key: value for key, value in data.items() if isinstance(value, dict) and key not in fields}
    for key, value in data.items():
        record, problems = parse_record(kind, key, value, document, added)
        diagnostics += problems
        if record is None:
            broken |= {key, kebab(key)}
            if isinstance(value, dict):  # perhaps records that stand one step too deep
                broken |= {inner for inner, fields in value.items() if isinstance(fields, dict)}
                if not any(problem.code in _NOT_THAT_RECORD for problem in problems):
                    torn.append(Entry(kind, Torn(key, value), document))
        else:
            entries.append(Entry(kind, record, document))
    return Parsed(tuple(entries), frozenset(broken), tuple(diagnostics), tuple(torn))


_NOT_THAT_RECORD = ("not-a-record", "wrong-folder")
"""Codes after which nothing can be said of a record’s fields."""


def parse_record(
    kind: Kind, key: str, value: Any, document: Document, added: Vocabularies = NOTHING_ADDED
) -> tuple[Any, tuple[Diagnostic, ...]]:
    """Return one record, or None, with what is wrong in it."""
    if isinstance(value, dict) and (wrapped := _too_deep(kind, key, value, document)):
        return None, (wrapped,)
    wrong: list[Diagnostic] = []
    try:
        parse_id(key)
    except Mistake as mistake:
        wrong.append(_of_mistake(mistake, document.key_at((key,))))
    if not isinstance(value, dict):
        return None, (*wrong, _not_a_block(kind, key, value, document))
    if "id" in value:
        message = "“id” is not written as a field"
        hint = "the word before the colon above is the id; delete this line"
        wrong.append(Diagnostic(document.key_at((key, "id")), "unknown-field", message, hint))
        value = {name: content for name, content in value.items() if name != "id"}
    misplaced = _in_wrong_folder(kind, key, value, document)
    if misplaced is not None:
        return None, (*wrong, misplaced)
    try:
        record = adapter(kind.record).validate_python({"id": key, **value}, context=added)
    except ValidationError as error:
        wrong += islice(_explain(error, kind, key, document), PROBLEM_LIMIT)
        items = error.errors(include_url=False)
        if not any(item.get("input") == "" for item in items):  # else somebody is still filling it in
            unread = {str(item["loc"][0]) for item in items if item["loc"]}
            wrong += _between_fields(kind, key, value, unread, document, added)
        return None, tuple(wrong)
    wrong += (_between(problem, key, document) for problem in kind.check(record))
    return (None if wrong else record), tuple(wrong)


def _between(problem: Problem, key: str, document: Document) -> Diagnostic:
    """Return what is wrong between the fields of a record."""
    where = document.at((key, *problem.path)) if problem.path else document.key_at((key,))
    return Diagnostic(where, problem.code, problem.message, problem.hint)


def _between_fields(
    kind: Kind,
    key: str,
    value: Mapping[str, Any],
    unread: set[str],
    document: Document,
    added: Vocabularies,
) -> Iterator[Diagnostic]:
    """Yield what is wrong between the fields that can be read, where others cannot.

    What a field that cannot be read might have to do with is left for the next time.
    """
    names = {field.name: field for field in dataclasses.fields(kind.record)}
    given = {name: content for name, content in value.items() if name in names and name not in unread}
    hints = typing.get_type_hints(kind.record, include_extras=True)
    for name, field in names.items():
        if field.default is dataclasses.MISSING and name not in given and name != "id":
            given[name] = _stand_in(hints[name])
    try:
        record = adapter(kind.record).validate_python({"id": key, **given}, context=added)
    except ValidationError:
        return
    for problem in kind.check(record):
        said = f"{problem.message} {problem.hint} {' '.join(map(str, problem.path))}"
        if not any(re.search(rf"\b{name}\b", said) for name in unread | (set(given) - set(value))):
            yield _between(problem, key, document)


def _stand_in(hint: Any) -> Any:
    """Return some value that a field could have."""
    if typing.get_origin(hint) is tuple:
        return []
    for mark in typing.get_args(hint)[1:]:
        if isinstance(mark, Grammar):
            return mark.examples[0] if mark.examples else "x"
        if isinstance(mark, Choice):
            return next(iter(mark.words))
    return {}


def _not_a_block(kind: Kind, key: str, value: Any, document: Document) -> Diagnostic:
    where = document.key_at((key,))
    if value == "":
        message = f"there are no fields under “{key}”"
        return Diagnostic(where, "empty-value", message, f"write the {kind.name}’s fields under it, indented")
    message = f"“{key}” should hold the fields of {_article(kind.name)}"
    hint = f"write the {kind.name}’s fields under it, one a line, indented by two spaces"
    return Diagnostic(where, "not-a-record", message, hint)


def _fields_without_id(kind: Kind, document: Document, data: Mapping[str, Any]) -> Diagnostic | None:
    """Say that a file begins with the fields of a record, where its id should stand above them."""
    fields = _fields_at(kind.record, ())
    found = [key for key, value in data.items() if key in fields and not isinstance(value, dict)]
    if len(found) < 2:
        return None
    keys = list(data)
    above = keys[keys.index(found[0]) - 1] if keys[0] != found[0] else ""
    if above and data[above] == "":
        message = f"the fields of “{above}” are not indented"
        hint = f"move them two spaces to the right, so that they stand under “{above}:”"
        return Diagnostic(document.key_at((found[0],)), "not-a-record", message, hint)
    message = f"the fields of {_article(kind.name)} begin here, and no id stands above them"
    stem = Path(document.file).stem
    alone = stem == kebab(stem) and not any(isinstance(value, dict) for value in data.values())
    example = stem if alone else "some-id"
    hint = f"write an id and a colon, “{example}:”, on the line above, and indent the fields by two spaces"
    return Diagnostic(document.key_at((found[0],)), "not-a-record", message, hint)


def _too_deep(kind: Kind, key: str, value: dict[str, Any], document: Document) -> Diagnostic | None:
    """Say that records stand one step too deep, under a heading of the author’s own."""
    inside = next(iter(value), "")
    known = value.keys() & set(_fields_at(kind.record, ()))
    if not inside or known or not all(isinstance(inner, dict) for inner in value.values()):
        return None
    message = f"“{key}” should hold the fields of {_article(kind.name)}, but holds “{inside}”"
    hint = f"if “{inside}” is the id, delete the line “{key}:” and move all below it two spaces to the left"
    return Diagnostic(document.key_at((key,)), "not-a-record", message, hint)


def _in_wrong_folder(kind: Kind, key: str, value: dict[str, Any], document: Document) -> Diagnostic | None:
    """Say that a record has the fields of another kind, so that it lies in the wrong folder."""
    if value.keys() <= set(_fields_at(kind.record, ())):
        return None
    for other in KINDS:
        fields = dataclasses.fields(other.record)
        required = {field.name for field in fields if field.default is dataclasses.MISSING} - {"id"}
        if value.keys() <= {field.name for field in fields} and required <= value.keys():
            message = (
                f"“{key}” has the fields of {_article(other.name)}, but lies in the folder of {kind.plural}"
            )
            hint = f"move it into a file under content/{other.folder}/"
            return Diagnostic(document.key_at((key,)), "wrong-folder", message, hint)
    return None


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _explain(error: ValidationError, kind: Kind, key: str, document: Document) -> Iterator[Diagnostic]:
    items = [
        (item, tuple(part for part in item["loc"] if part != "[key]"))
        for item in error.errors(include_url=False)
    ]
    meant = {_meant(path, kind) for item, path in items if item["type"] in _UNKNOWN}
    for item, path in items:
        if item["type"] not in _MISSING or path not in meant:
            yield _explained(item, path, kind, key, document)


_MISSING = ("missing", "missing_keyword_only_argument", "missing_argument")
_UNKNOWN = ("unexpected_keyword_argument", "extra_forbidden")
_NO_LIST = ("tuple_type", "list_type")
_NO_BLOCK = ("dataclass_type", "dataclass_exact_type", "dict_type", "mapping_type")


def _meant(path: Path_, kind: Kind) -> Path_:
    """Return the path of the field that was probably meant: a misspelt field is not missing, too."""
    return (*path[:-1], nearest(str(path[-1]), _fields_at(kind.record, path[:-1])) or "")


def _explained(item: Any, path: Path_, kind: Kind, key: str, document: Document) -> Diagnostic:
    is_key = bool(item["loc"]) and item["loc"][-1] == "[key]"
    where = document.key_at((key, *path)) if is_key else document.at((key, *path))
    code = item["type"]
    if item.get("input") == "" and not is_key and code not in _MISSING:
        return _empty(str(path[-1]) if path else key, path, kind, where)
    if code == "value_error":
        mistake = item["ctx"]["error"]
        if isinstance(mistake, Mistake):
            return _of_mistake(mistake, where, _label(path))
    name = str(path[-1]) if path else key
    if code in _MISSING:
        return _missing(name, path, kind, key, document)
    if code in _UNKNOWN:
        return _unknown(name, path, kind, key, document)
    shown = getattr(_record_at(kind.record, path), "hint", None)
    if code in (*_NO_LIST, *_NO_BLOCK) and path and shown and isinstance(item.get("input"), str):
        shape = "a list" if code in _NO_LIST else "a block of fields"
        return Diagnostic(where, "wrong-shape", f"{_label(path)} should be {shape}", shown(item["input"]))
    if code in _NO_LIST:
        return Diagnostic(
            where, "wrong-shape", f"“{name}” should be a list", _as_list(name, item.get("input"))
        )
    if code in _NO_BLOCK:
        fields = ", ".join(_fields_at(kind.record, path))
        message = f"{_label(path) or 'this'} should be a block of fields"
        hint = (
            f"write its fields under it, indented: {fields}"
            if fields
            else "write its fields under it, indented"
        )
        written = item.get("input")
        if fields and isinstance(written, str) and len(written) <= 60:
            hyphen = "- " if path and isinstance(path[-1], int) else ""
            hint = f"write “{hyphen}{fields.partition(',')[0]}: {written}”; its fields are: {fields}"
        return Diagnostic(where, "wrong-shape", message, hint)
    message = f"{_label(path) or 'this'} is not written as it should be"
    return Diagnostic(where, "wrong-shape", message, "compare it with the field reference")


def _empty(name: str, path: Path_, kind: Kind, where: Position) -> Diagnostic:
    """Say that a value is missing; only a line that may be missing can be left out."""
    if path and isinstance(path[-1], int):
        message = f"an item of {_label(path)} is empty"
        return Diagnostic(where, "empty-value", message, "write it, or delete the hyphen")
    owner = _record_at(kind.record, path[:-1])
    fields = dataclasses.fields(owner) if dataclasses.is_dataclass(owner) else ()
    required = any(field.name == name and field.default is dataclasses.MISSING for field in fields)
    hint = "write it: a record of this kind needs it" if required else "write it, or leave the line out"
    return Diagnostic(where, "empty-value", f"“{name}” has no value", hint)


def _as_list(name: str, written: Any) -> str:
    """Return how a list is written, with the value at hand where it is one word, or several."""
    words = [word.strip() for word in written.split(",")] if isinstance(written, str) else []
    if len(words) > 1 and all(re.fullmatch(r"[a-z0-9-]{1,60}", word) for word in words):
        return f"write {name}: [{', '.join(words)}]"
    if isinstance(written, str) and re.fullmatch(r"[\w-]{1,60}", written):
        return f"write {name}: [{written}]"
    return "begin each item on a line of its own with a hyphen and a space: “- ”"


def _label(path: Path_) -> str:
    names = [str(part) for part in path if isinstance(part, str)]
    return f"“{names[-1]}”" if names else ""


def _of_mistake(mistake: Mistake, where: Position, label: str = "") -> Diagnostic:
    message = f"{label}: {mistake.message}" if label else mistake.message
    return Diagnostic(where, mistake.code, message, mistake.hint)


def _missing(name: str, path: Path_, kind: Kind, key: str, document: Document) -> Diagnostic:
    parent = path[:-1]
    where = document.at((key, *parent)) if parent else document.key_at((key,))
    meaning = _first_sentence(_meanings(_record_at(kind.record, parent)).get(name, ""))  # type: ignore[arg-type]  # a class is hashable
    owner = f" in {_label(parent)}" if parent else ""
    hint = f"add “{name}: …”. {meaning}".strip()
    return Diagnostic(where, "missing-field", f"“{name}” is missing{owner}", hint)


def _unknown(name: str, path: Path_, kind: Kind, key: str, document: Document) -> Diagnostic:
    fields = [field for field in _fields_at(kind.record, path[:-1]) if field != "id"]
    owner = _label(path[:-1]) or _article(kind.name)
    if len(path) == 1 and name in _COMPUTED and kind.name in ("claim", "event"):
        message = f"“{name}” is not written: it is computed from the evidence"
        hint = "delete the line; the evidence says it"
        if "ruling" in fields:
            hint += ", and a “ruling” with its reason overrides it"
        return Diagnostic(document.key_at((key, *path)), "unknown-field", message, hint)
    hint = did_you_mean(name, fields, f"the fields of {owner} are: {', '.join(fields)}")
    message = f"“{name}” is not a field of {owner}"
    return Diagnostic(document.key_at((key, *path)), "unknown-field", message, hint)


_COMPUTED = frozenset(
    ["assessment", "caveats", "confidence", "contested", "history", "origins", "status", "verified"]
)
"""What the engine finds out, and contributors of other sites write by hand."""


def _first_sentence(text: str) -> str:
    flat = " ".join(text.split())
    end = flat.find(". ")
    return flat if end < 0 else flat[: end + 1]


def _fields_at(record: type[Any], path: Path_) -> tuple[str, ...]:
    owner = _record_at(record, path)
    return tuple(field.name for field in dataclasses.fields(owner)) if dataclasses.is_dataclass(owner) else ()


def _record_at(record: type[Any], path: Path_) -> type[Any]:
    """Return the record type that stands at the end of a path."""
    owner = record
    for part in path:
        if isinstance(part, int):
            continue
        inner = next((field.inner for field in plan(owner) if field.name == part), None)
        owner = inner or owner
    return owner


@lru_cache(maxsize=64)
def _meanings(record: type[Any]) -> dict[str, str]:
    """Return the docstring of every field, as the schema knows it."""
    properties = adapter(record).json_schema().get("properties", {})
    return {name: str(described.get("description", "")) for name, described in properties.items()}


def schema_of(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema of a record of this kind (draft 2020-12), for editors and other programs."""
    return adapter(kind.record).json_schema()
