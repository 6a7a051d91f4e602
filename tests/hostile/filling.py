"""Records of every kind with one text in each field that holds text, made from the record types themselves.

A new kind or field is filled without a change here, unless it is a reference or number of a new sort.
"""

from __future__ import annotations

import dataclasses
import itertools
import typing
from collections.abc import Callable, Mapping
from typing import Any

from explainer.kinds import Kind, Ref
from explainer.values.clock import parse_clock
from explainer.values.codes import parse_country, parse_language, parse_wikidata
from explainer.values.edtf import parse_date
from explainer.values.grammar import (
    Choice,
    Grammar,
    Spread,
    parse_id,
    parse_number,
    parse_prose,
    parse_reference,
    parse_switch,
    parse_text,
)
from explainer.values.path import parse_picture
from explainer.values.quantity import parse_quantity
from explainer.values.url import parse_url

BASE_IDS = {
    "actor": "actor-alpha",
    "claim": "claim-alpha",
    "event": "ev-alpha",
    "place": "place-alpha",
    "question": "question-alpha",
    "source": "src-alpha",
    "term": "term-alpha",
    "treaty": "treaty-alpha",
}
"""A record of each kind in the good project, to which all others may refer."""

_PLAIN: dict[Callable[[str], Any], str] = {
    parse_clock: "14:30",
    parse_country: "FR",
    parse_date: "2024-05-03",
    parse_language: "en",
    parse_number: "1.5",
    parse_picture: "assets/gauge.svg",
    parse_quantity: "300..1000",
    parse_url: "https://example.org/page",
    parse_wikidata: "Q42",
}
_WORDS = {"topic": "talks", "strands": "talks", "article": "art-4", "articles": "art-1", "measure": "killed"}
"""Ids that name no record but a word of the settings, or a part of a record."""

_LEFT_OUT = {
    "Source": {"publisher", "controlled_by", "first_hand", "author"},
    "Actor": {"part_of", "party_to_conflict", "supports_party", "members", "speaks_for"},
    "Event": {"claims", "after"},
    "Claim": {"outcome", "implies", "contradicts"},
    "Author": {"family", "given", "particle", "suffix", "family_first"},
}
"""Fields that exclude another one, or change what all evidence amounts to."""

_FIXED: dict[str, dict[str, Any]] = {
    "Source": {
        "read": "excerpt",
        "relays": ["actor-alpha"],
        "archived_url": "https://web.archive.org/web/2024/https://example.org/page",
    },
    "Claim": {"about": ["actor-beta"]},
    "Event": {"nature": "statement", "by": ["actor-alpha"]},
    "Evidence": {"source": "src-alpha", "origin": "actor-beta", "basis": "document", "stance": "supports"},
    "Participation": {"actor": "actor-beta"},
    "Term": {"linked": "true"},
}
NAMED = {"name", "title", "label", "question", "aliases", "titles", "native_names", "publisher_name"}
"""Fields whose text must be a record's own, since names are linked and compared."""

Text = Callable[[str, bool], str]
"""Returns what a text field holds; it is told the field's name, and whether it may hold several lines."""


def filled(kind: Kind, number: int, text: Text) -> dict[str, Any]:
    """Return the fields of one record of a kind, every text made by `text`, choices taking turns by number."""
    return _record(kind.record, number, text, {"id", "formerly"})


def _record(record: type[Any], number: int, text: Text, left_out: set[str] | None = None) -> dict[str, Any]:
    hints = typing.get_type_hints(record, include_extras=True)
    passed = (left_out or set()) | _LEFT_OUT.get(record.__name__, set())
    if "voice" in hints:
        passed = passed | {"actor" if number % 2 else "voice"}
    made = {
        field.name: _value(field.name, hints[field.name], number, text)
        for field in dataclasses.fields(record)
        if field.name not in passed
    }
    return made | _FIXED.get(record.__name__, {})


def _value(name: str, hint: Any, number: int, text: Text) -> Any:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        return _annotated(name, hint, number, text)
    if origin is tuple:
        return [_value(name, arguments[0], number, text)]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"art-1": _value(name, arguments[1], number, text)}
    if dataclasses.is_dataclass(hint):
        return _record(typing.cast("type[Any]", hint), number, text)
    inner = next(argument for argument in arguments if argument is not type(None))
    return _value(name, inner, number, text)


def _annotated(name: str, hint: Any, number: int, text: Text) -> Any:
    marks = typing.get_args(hint)[1:]
    for mark in marks:
        if isinstance(mark, Spread):
            return _value(name, typing.get_args(hint)[0], number, text)
        if isinstance(mark, Ref):
            return BASE_IDS[mark.kinds[0]]
        if isinstance(mark, Choice):
            words = list(mark.words)
            return words[number % len(words)]
    grammar = next(mark for mark in marks if isinstance(mark, Grammar))
    if grammar.parse in (parse_text, parse_prose):
        return text(name, grammar.parse is parse_prose)
    if grammar.parse is parse_switch:
        return "true" if number % 2 else "false"
    if grammar.parse in (parse_id, parse_reference):
        return _WORDS[name]
    return _PLAIN[grammar.parse]


def text_fields(kind: Kind) -> int:
    """Return how many texts a record of a kind holds."""
    counter = itertools.count()
    filled(kind, 0, lambda _name, _prose: str(next(counter)))
    return next(counter)
