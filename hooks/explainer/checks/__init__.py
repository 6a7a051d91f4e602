"""Checks of sense over the whole graph, one file each. Adding one means adding a file that defines `check`.

A check yields diagnostics: what a contributor should mend. What readers should know is a caveat.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Collection, Iterator

from explainer.diagnostics import Diagnostic, Position
from explainer.dossier import Dossier
from explainer.parsing import Entry
from explainer.prose import Page

_MODULES = tuple(
    importlib.import_module(f"{__name__}.{name}")
    for name in sorted(name for _, name, _ in pkgutil.iter_modules(__path__) if not name.startswith("_"))
)


def run(
    dossier: Dossier,
    pages: tuple[Page, ...],
    lacking: Collection[str] = (),
    torn: Collection[Entry] = (),
) -> Iterator[Diagnostic]:
    """Yield what every check finds; `torn` are records that could not be understood as a whole.

    Some say what they rest on (`RESTS_ON`): nothing sensible follows from records or settings of which some
    are missing, and a mistake in one would seem to be many. They wait until that is mended.
    """
    for module in _MODULES:
        if getattr(module, "RESTS_ON", "") not in lacking:
            yield from module.check(dossier, pages)
            if torn and hasattr(module, "check_torn"):
                yield from module.check_torn(dossier, torn)


def waivers(dossier: Dossier, pages: tuple[Page, ...]) -> tuple[tuple[Position, str], ...]:
    """Return where a finding is waived, and the reason that was written beside it."""
    found = [
        waiver
        for module in _MODULES
        if hasattr(module, "waivers")
        for waiver in module.waivers(dossier, pages)
    ]
    return tuple(sorted((waiver.position, waiver.reason) for waiver in found))
