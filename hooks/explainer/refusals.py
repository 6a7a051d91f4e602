"""What is said of a record that cannot be understood: what is wrong, where, and what to write instead."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from explainer.diagnostics import Diagnostic, Mistake, Position, did_you_mean, nearest
from explainer.kinds import KINDS, Kind, plan
from explainer.phrases import with_article
from explainer.reading import Document, Path_
from explainer.shapes import fields_at, meanings, record_at
from explainer.values.grammar import kebab


def not_a_block(kind: Kind, key: str, value: Any, document: Document) -> Diagnostic:
    """Say that something else stands where the fields of a record should be."""
    where = document.key_at((key,))
    if value == "":
        message = f"there are no fields under “{key}”"
        return Diagnostic(where, "empty-value", message, f"write the {kind.name}’s fields under it, indented")
    message = f"“{key}” should hold the fields of {with_article(kind.name)}"
    hint = f"write the {kind.name}’s fields under it, one a line, indented by two spaces"
    return Diagnostic(where, "not-a-record", message, hint)


def fields_without_id(kind: Kind, document: Document, data: Mapping[str, Any]) -> Diagnostic | None:
    """Say that a file begins with the fields of a record, where its id should stand above them."""
    fields = fields_at(kind.record, ())
    found = [key for key, value in data.items() if key in fields and not isinstance(value, dict)]
    if len(found) < 2:
        return None
    keys = list(data)
    above = keys[keys.index(found[0]) - 1] if keys[0] != found[0] else ""
    if above and data[above] == "":
        message = f"the fields of “{above}” are not indented"
        hint = f"move them two spaces to the right, so that they stand under “{above}:”"
        return Diagnostic(document.key_at((found[0],)), "not-a-record", message, hint)
    message = f"the fields of {with_article(kind.name)} begin here, and no id stands above them"
    stem = Path(document.file).stem
    alone = stem == kebab(stem) and not any(isinstance(value, dict) for value in data.values())
    example = stem if alone else "some-id"
    hint = f"write an id and a colon, “{example}:”, on the line above, and indent the fields by two spaces"
    return Diagnostic(document.key_at((found[0],)), "not-a-record", message, hint)


def too_deep(kind: Kind, key: str, value: dict[str, Any], document: Document) -> Diagnostic | None:
    """Say that records stand one step too deep, under a heading of the author’s own."""
    inside = next(iter(value), "")
    known = value.keys() & set(fields_at(kind.record, ()))
    if not inside or known or not all(isinstance(inner, dict) for inner in value.values()):
        return None
    message = f"“{key}” should hold the fields of {with_article(kind.name)}, but holds “{inside}”"
    hint = f"if “{inside}” is the id, delete the line “{key}:” and move all below it two spaces to the left"
    return Diagnostic(document.key_at((key,)), "not-a-record", message, hint)


def in_wrong_folder(kind: Kind, key: str, value: dict[str, Any], document: Document) -> Diagnostic | None:
    """Say that a record has the fields of another kind, so that it lies in the wrong folder."""
    if value.keys() <= set(fields_at(kind.record, ())):
        return None
    for other in KINDS:
        fields = dataclasses.fields(other.record)
        required = {field.name for field in fields if field.default is dataclasses.MISSING} - {"id"}
        if value.keys() <= {field.name for field in fields} and required <= value.keys():
            message = f"“{key}” has the fields of {with_article(other.name)}, but lies in the folder of {kind.plural}"
            hint = f"move it into a file under content/{other.folder}/"
            return Diagnostic(document.key_at((key,)), "wrong-folder", message, hint)
    return None


def explained(errors: Iterable[Any], kind: Kind, key: str, document: Document) -> Iterator[Diagnostic]:
    """Yield what is said of a record that does not fit its type; `errors` are those of pydantic."""
    items = [(item, tuple(part for part in item["loc"] if part != "[key]")) for item in errors]
    elsewhere = dict(_misplaced(items, kind, key, document))
    yield from elsewhere.values()
    items = [(item, path) for item, path in items if path[:-1] not in elsewhere]
    meant = {_meant(path, kind) for item, path in items if item["type"] in _UNKNOWN}
    for item, path in items:
        if item["type"] not in _MISSING or path not in meant:
            yield _told(item, path, kind, key, document)


_MISSING = ("missing", "missing_keyword_only_argument", "missing_argument")
_UNKNOWN = ("unexpected_keyword_argument", "extra_forbidden")
_NO_LIST = ("tuple_type", "list_type")
_NO_BLOCK = ("dataclass_type", "dataclass_exact_type", "dict_type", "mapping_type")


def _misplaced(
    items: Sequence[tuple[Any, Path_]], kind: Kind, key: str, document: Document
) -> Iterator[tuple[Path_, Diagnostic]]:
    """Yield each item of a list that has the fields of another list of the record, by its path.

    Somebody added it at the end of the file, below a list that was not the one that was meant.
    """
    unknown: dict[Path_, set[str]] = {}
    for item, path in items:
        if item["type"] in _UNKNOWN and len(path) == 3 and isinstance(path[1], int):
            unknown.setdefault(path[:-1], set()).add(str(path[-1]))
    for path, names in unknown.items():
        for field in plan(kind.record):
            if field.shape != "list" or field.inner is None or field.name == path[0]:
                continue
            if names <= {inner.name for inner in dataclasses.fields(field.inner)}:
                message = f"this has the fields of an item of “{field.name}”, and stands under “{path[0]}”"
                hint = f"move it to the end of “{field.name}”"
                yield path, Diagnostic(document.at((key, *path)), "unknown-field", message, hint)
                break


def _meant(path: Path_, kind: Kind) -> Path_:
    """Return the path of the field that was probably meant: a misspelt field is not missing, too."""
    return (*path[:-1], nearest(str(path[-1]), fields_at(kind.record, path[:-1])) or "")


def _told(item: Any, path: Path_, kind: Kind, key: str, document: Document) -> Diagnostic:
    is_key = bool(item["loc"]) and item["loc"][-1] == "[key]"
    where = document.key_at((key, *path)) if is_key else document.at((key, *path))
    code = item["type"]
    if item.get("input") == "" and not is_key and code not in _MISSING:
        return _empty(str(path[-1]) if path else key, path, kind, where)
    if code == "value_error":
        mistake = item["ctx"]["error"]
        if isinstance(mistake, Mistake):
            return of_mistake(mistake, where, _label(path))
    name = str(path[-1]) if path else key
    if code in _MISSING:
        return _missing(name, path, kind, key, document)
    if code in _UNKNOWN:
        return _unknown(name, path, kind, key, document)
    shown = getattr(record_at(kind.record, path), "hint", None)
    if code in (*_NO_LIST, *_NO_BLOCK) and path and shown and isinstance(item.get("input"), str):
        shape = "a list" if code in _NO_LIST else "a block of fields"
        return Diagnostic(where, "wrong-shape", f"{_label(path)} should be {shape}", shown(item["input"]))
    if code in _NO_LIST:
        return Diagnostic(
            where, "wrong-shape", f"“{name}” should be a list", _as_list(name, item.get("input"))
        )
    if code in _NO_BLOCK:
        fields = ", ".join(fields_at(kind.record, path))
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
    owner = record_at(kind.record, path[:-1])
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


def of_mistake(mistake: Mistake, where: Position, label: str = "") -> Diagnostic:
    """Return what a value’s own grammar says of it, with the field’s name."""
    message = f"{label}: {mistake.message}" if label else mistake.message
    return Diagnostic(where, mistake.code, message, mistake.hint)


def _missing(name: str, path: Path_, kind: Kind, key: str, document: Document) -> Diagnostic:
    parent = path[:-1]
    where = document.at((key, *parent)) if parent else document.key_at((key,))
    meaning = _first_sentence(meanings(record_at(kind.record, parent)).get(name, ""))  # type: ignore[arg-type]  # a class is hashable
    owner = f" in {_label(parent)}" if parent else ""
    hint = f"add “{name}: …”. {meaning}".strip()
    return Diagnostic(where, "missing-field", f"“{name}” is missing{owner}", hint)


def _unknown(name: str, path: Path_, kind: Kind, key: str, document: Document) -> Diagnostic:
    fields = [field for field in fields_at(kind.record, path[:-1]) if field != "id"]
    owner = _label(path[:-1]) or with_article(kind.name)
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
