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
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from explainer.diagnostics import Diagnostic, Mistake, Position
from explainer.files import PROBLEM_LIMIT
from explainer.kinds import BY_FOLDER, Kind, Problem, Ref, references, texts
from explainer.phrases import with_article
from explainer.reading import Document, unknown_folder
from explainer.refusals import (
    explained,
    fields_without_id,
    in_wrong_folder,
    not_a_block,
    of_mistake,
    too_deep,
)
from explainer.remembering import once_for_each
from explainer.shapes import adapter, fields_at
from explainer.values.grammar import Choice, Grammar, kebab, parse_id

Way = tuple[str | int, ...]
"""From a record to a value in it: names of fields, places in lists."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
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
    def texts(self) -> tuple[tuple[Way, str], ...]:
        """Every Markdown text in the record and where it stands."""
        return _texts_of(self)

    @property
    def references(self) -> tuple[tuple[Way, str, Ref], ...]:
        """Every reference in the record: where it stands, the id, and what the field asks for."""
        return _references_of(self)

    @property
    def position(self) -> Position:
        """The line on which the record begins."""
        return Position(self.document.file, self.document.heads.get(self.id, 1), 1)

    def at(self, *path: str | int) -> Position:
        """Return where a value of the record is written."""
        return self.document.at((self.id, *path))


@once_for_each
def _texts_of(entry: Entry) -> tuple[tuple[Way, str], ...]:
    return tuple(texts(entry.record))


@once_for_each
def _references_of(entry: Entry) -> tuple[tuple[Way, str, Ref], ...]:
    return tuple(references(entry.record))


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
                note = f"{with_article(first.kind.name)} has it"
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
    without_id = fields_without_id(kind, document, data)
    if without_id is not None:
        diagnostics.append(without_id)
        broken |= {key for key, value in data.items() if value == ""} | {Path(document.file).stem}
        fields = fields_at(kind.record, ())
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
    if isinstance(value, dict) and (wrapped := too_deep(kind, key, value, document)):
        return None, (wrapped,)
    wrong: list[Diagnostic] = []
    try:
        parse_id(key)
    except Mistake as mistake:
        wrong.append(of_mistake(mistake, document.key_at((key,))))
    if not isinstance(value, dict):
        return None, (*wrong, not_a_block(kind, key, value, document))
    if "id" in value:
        message = "“id” is not written as a field"
        hint = "the word before the colon above is the id; delete this line"
        wrong.append(Diagnostic(document.key_at((key, "id")), "unknown-field", message, hint))
        value = {name: content for name, content in value.items() if name != "id"}
    misplaced = in_wrong_folder(kind, key, value, document)
    if misplaced is not None:
        return None, (*wrong, misplaced)
    try:
        record = adapter(kind.record).validate_python({"id": key, **value}, context=added)
    except ValidationError as error:
        wrong += islice(explained(error.errors(include_url=False), kind, key, document), PROBLEM_LIMIT)
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
