"""The kinds of record, one file each. Adding a kind means adding a file that defines KIND."""

from __future__ import annotations

import importlib
import pkgutil

from explainer.kinds._base import Field, Kind, Problem, Ref, plan, record, references, texts

__all__ = [
    "BY_FOLDER",
    "BY_NAME",
    "KINDS",
    "Field",
    "Kind",
    "Problem",
    "Ref",
    "plan",
    "record",
    "references",
    "texts",
]


def _find() -> tuple[Kind, ...]:
    modules = sorted(name for _, name, _ in pkgutil.iter_modules(__path__) if not name.startswith("_"))
    return tuple(importlib.import_module(f"{__name__}.{name}").KIND for name in modules)


KINDS: tuple[Kind, ...] = _find()
BY_NAME = {kind.name: kind for kind in KINDS}
BY_FOLDER = {kind.folder: kind for kind in KINDS}
