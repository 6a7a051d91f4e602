"""Output formats, one file each. Adding a format means adding a file that defines OUTPUT."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from explainer.artifacts import FileArtifact, PageArtifact
from explainer.dossier import Dossier
from explainer.outputs._base import Output

__all__ = ["OUTPUTS", "Output", "files"]


def _find() -> tuple[Output, ...]:
    modules = sorted(name for _, name, _ in pkgutil.iter_modules(__path__) if not name.startswith("_"))
    return tuple(importlib.import_module(f"{__name__}.{name}").OUTPUT for name in modules)


OUTPUTS: tuple[Output, ...] = _find()


def files(dossier: Dossier, pages: tuple[PageArtifact, ...], only: frozenset[str] = frozenset()) -> Iterator[FileArtifact]:
    """Yield every file of every format, or of the named ones."""
    for output in OUTPUTS:
        if not only or output.name in only:
            yield from output.produce(dossier, pages)
