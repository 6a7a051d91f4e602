"""Checks of sense over the whole graph, one file each. Adding one means adding a file that defines `check`.

A check yields diagnostics: what a contributor should mend. What readers should know is a caveat.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.dossier import Dossier
from explainer.prose import Page

_MODULES = tuple(
    importlib.import_module(f"{__name__}.{name}")
    for name in sorted(name for _, name, _ in pkgutil.iter_modules(__path__) if not name.startswith("_"))
)


def run(dossier: Dossier, pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield what every check finds."""
    for module in _MODULES:
        yield from module.check(dossier, pages)
