"""What a record type looks like from outside: its fields at any depth, their meanings, its JSON Schema."""

from __future__ import annotations

import dataclasses
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from explainer.kinds import Kind, plan
from explainer.reading import Path_

_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


def adapter(record: type[Any]) -> TypeAdapter[Any]:
    """Return the structurer of a record type, made once."""
    if record not in _ADAPTERS:
        _ADAPTERS[record] = TypeAdapter(record)
    return _ADAPTERS[record]


def fields_at(record: type[Any], path: Path_) -> tuple[str, ...]:
    """Return the names of the fields that the part at the end of a path can have."""
    owner = record_at(record, path)
    return tuple(field.name for field in dataclasses.fields(owner)) if dataclasses.is_dataclass(owner) else ()


def record_at(record: type[Any], path: Path_) -> type[Any]:
    """Return the record type that stands at the end of a path."""
    owner = record
    for part in path:
        if isinstance(part, int):
            continue
        inner = next((field.inner for field in plan(owner) if field.name == part), None)
        owner = inner or owner
    return owner


@lru_cache(maxsize=64)
def meanings(record: type[Any]) -> dict[str, str]:
    """Return the docstring of every field, as the schema knows it."""
    properties = adapter(record).json_schema().get("properties", {})
    return {name: str(described.get("description", "")) for name, described in properties.items()}


@lru_cache(maxsize=64)
def schema_of(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema of a record of this kind (draft 2020-12), for editors and other programs.

    It is made once, and is not to be changed.
    """
    return adapter(kind.record).json_schema()
