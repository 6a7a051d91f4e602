"""Slips of the fingers in texts: a quotation mark that is never closed, a sign inside a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any

from explainer.diagnostics import Diagnostic, Severity
from explainer.dossier import Dossier
from explainer.parsing import Entry
from explainer.prose import Page, without_code

_NO_WORDS = re.compile(r"\[\[[^\]|]*|\]\]|\]\([^)]*\)|https?://\S+|\S+@\S+")
_SIGN = re.compile(r"(?<=[a-z])(?P<sign>[;,|^~$%#!?*=<>{}\[\]\\\"“”])(?=[a-z]{2})")
_OPEN, _CLOSE = "“", "”"


def check(dossier: Dossier, pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield each slip in texts of records and pages."""
    for entry in dossier.graph.entries.values():
        for path, text in _written(entry):
            for offset, code, message, hint in _slips(text):
                begun = text[max(0, offset - 8) : offset + 1].split("\n")[-1]
                where = entry.document.find((entry.id, *path), begun)
                yield Diagnostic(where, code, message, hint, Severity.WARNING)
    for page in pages:
        for offset, code, message, hint in _slips(without_code(page.text)):
            yield Diagnostic(page.at(offset), code, message, hint, Severity.WARNING)


def _written(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the texts of a record that are ours: prose and titles, no words that a source printed."""
    record = entry.record
    for path, text in entry.texts:
        if not _is_quoted(record, path):
            yield path, text
    if entry.kind.name != "source":
        for name in ("title", "question"):
            title = getattr(record, name, None)
            if isinstance(title, str):
                yield (name,), title


def _is_quoted(record: Any, path: tuple[str | int, ...]) -> bool:
    """Tell whether a text stands beside the name of its language: such words are copied as they are."""
    owner: Any = record
    for step in path[:-1]:
        if isinstance(step, int):
            owner = owner[step]
        else:
            owner = owner[step] if isinstance(owner, Mapping) else getattr(owner, step)
    names = {field.name for field in fields(owner)} if hasattr(owner, "__dataclass_fields__") else set()
    return "language" in names and owner is not record


@lru_cache(maxsize=16384)
def _slips(text: str) -> tuple[tuple[int, str, str, str], ...]:
    return tuple(_found(text))


def _found(text: str) -> Iterator[tuple[int, str, str, str]]:
    at = 0
    for paragraph in re.split(r"(\n\s*\n)", text):
        if "„" not in paragraph and "«" not in paragraph and paragraph.count(_OPEN) > paragraph.count(_CLOSE):
            offset = at + paragraph.rindex(_OPEN)
            message = "a quotation mark is opened in this text and never closed"
            yield offset, "open-quotation", message, "write “”” where the quoted words end"
        bare = _NO_WORDS.sub(lambda found: " " * len(found.group()), paragraph)
        for found in _SIGN.finditer(bare):
            message = f"the sign “{found['sign']}” stands inside a word"
            hint = "delete it, or write a space behind it"
            yield at + found.start(), "sign-in-word", message, hint
        at += len(paragraph)
