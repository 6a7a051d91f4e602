"""The columns of a table: the fields of a record type that fit into one cell, each with its meaning.

Prose is given in plain words, references as titles: a table is read by people in a spreadsheet. The
marked-up form, with every link, stands in the JSON.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from explainer.dossier import Dossier
from explainer.kinds import plan
from explainer.outputs._plain import day, value
from explainer.values.edtf import EdtfDateValue
from explainer.values.quantity import QuantityValue
from explainer.wording import plain

JOINT = " | "
"""Stands between several values in one cell."""

NAMES = ("native_names", "titles", "native_titles")
"""Fields that hold names with their languages; they fit into a cell."""


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its name, what it means, and what a row has there."""

    name: str
    meaning: str
    cell: Callable[[Any], Any]


def columns(record: type[Any], schema: dict[str, Any], dossier: Dossier) -> Iterator[Column]:
    """Yield the columns of the fields that fit into one cell; a date has three."""
    nested = {field.name for field in plan(record) if field.inner}
    prose = {field.name for field in plan(record) if field.prose}
    hints = _hints(record)  # type: ignore[arg-type]  # a class is hashable
    properties = schema.get("properties", {})
    for field in dataclasses.fields(record):
        meaning = " ".join(str(properties.get(field.name, {}).get("description", "")).split())
        if field.name == "id":
            continue
        if field.name in nested:
            if field.name in NAMES:
                yield Column(field.name, f"{meaning} Each with its language in brackets.", _names(field.name))
        elif EdtfDateValue in _leaves(hints[field.name]):
            yield from _date_columns(field.name, meaning)
        elif QuantityValue in _leaves(hints[field.name]):
            yield from _quantity_columns(field.name, meaning)
        elif field.name in prose:
            yield Column(field.name, meaning, _words(field.name, dossier))
        else:
            yield Column(field.name, meaning, _cell(field.name))


@cache
def _hints(record: type[Any]) -> dict[str, Any]:
    return typing.get_type_hints(record)


def _leaves(hint: Any) -> Iterator[Any]:
    arguments = typing.get_args(hint)
    if not arguments:
        yield hint
    for argument in arguments:
        yield from _leaves(argument)


def _cell(name: str) -> Callable[[Any], Any]:
    def cell(record: Any) -> Any:
        content = getattr(record, name)
        return (
            JOINT.join(str(value(one)) for one in content) if isinstance(content, tuple) else value(content)
        )

    return cell


def _words(name: str, dossier: Dossier) -> Callable[[Any], str]:
    """Return the cell of a field that holds prose, one text or several."""

    def cell(record: Any) -> str:
        content = getattr(record, name)
        texts = content if isinstance(content, tuple) else (content,)
        return JOINT.join(plain(text, dossier) for text in texts)

    return cell


def _names(name: str) -> Callable[[Any], str]:
    return lambda record: JOINT.join(f"{one.text} ({one.language})" for one in getattr(record, name))


def _date_columns(name: str, meaning: str) -> Iterator[Column]:
    yield Column(name, f"{meaning} As EDTF (ISO 8601-2).".strip(), _cell(name))
    yield Column(f"{name}_earliest", f"The first day that “{name}” can mean.", _bound(name, "earliest"))
    yield Column(f"{name}_latest", f"The last day that “{name}” can mean.", _bound(name, "latest"))


def _bound(name: str, end: str) -> Callable[[Any], str | None]:
    def bound(record: Any) -> str | None:
        when = getattr(record, name)
        return day(getattr(when, end)) if when else None

    return bound


def _quantity_columns(name: str, meaning: str) -> Iterator[Column]:
    yield Column(name, meaning, _cell(name))
    yield Column(
        f"{name}_low",
        f"The lower bound of “{name}”; empty if none is given.",
        lambda one: getattr(one, name).low,
    )
    yield Column(
        f"{name}_high",
        f"The upper bound of “{name}”; empty if none is given.",
        lambda one: getattr(one, name).high,
    )
    yield Column(
        f"{name}_about", "Whether the number is said to be approximate.", lambda one: getattr(one, name).about
    )
