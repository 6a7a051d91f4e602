"""The commands of `python -m explainer`, one file each. Each file defines COMMAND."""

from __future__ import annotations

import importlib
import pkgutil

from explainer.commands._base import Command

NAMES = tuple(sorted(name for _, name, _ in pkgutil.iter_modules(__path__) if not name.startswith("_")))

__all__ = ["NAMES", "Command", "command"]


def command(name: str) -> Command:
    """Return one command; only its own module is imported."""
    found: Command = importlib.import_module(f"{__name__}.{name}").COMMAND
    return found
