"""The kinds of record, one file each. Adding a kind means adding a file that defines KIND."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Any

from explainer.kinds._base import (
    Field,
    Kind,
    Problem,
    Ref,
    plan,
    record,
    references,
    texts,
    without_prose,
    written_references,
    written_texts,
)

__all__ = [
    "BY_FOLDER",
    "BY_NAME",
    "KINDS",
    "Field",
    "Kind",
    "Problem",
    "Ref",
    "field_names",
    "plan",
    "record",
    "references",
    "texts",
    "without_prose",
    "written_references",
    "written_texts",
]


def _find() -> tuple[Kind, ...]:
    modules = sorted(name for _, name, _ in pkgutil.iter_modules(__path__) if not name.startswith("_"))
    return tuple(importlib.import_module(f"{__name__}.{name}").KIND for name in modules)


KINDS: tuple[Kind, ...] = _find()
BY_NAME = {kind.name: kind for kind in KINDS}
BY_FOLDER = {kind.folder: kind for kind in KINDS}


@cache
def field_names() -> Mapping[str, bool]:
    """Return the name of every field that a record of some kind, or a part of one, has.

    With each stands whether it can hold a text on its own line; others hold blocks alone.
    """
    found: dict[str, bool] = {}
    waiting: list[type[Any]] = [kind.record for kind in KINDS]
    while waiting:
        here = waiting.pop()
        inner = {field.name: field.inner for field in plan(here) if field.inner}
        for field in dataclasses.fields(here):
            found[field.name] = found.get(field.name, False) or field.name not in inner
        waiting += inner.values()
    return found
