"""What a command of the command line is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Command:
    """A command's name card: its name, one line of help, its arguments, and what it does.

    `run` receives the arguments and the project's folder and returns the exit code.
    """

    name: str
    help: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Path], int]
    description: str = ""
    needs_project: bool = True
    """Whether it works on a project; else `run` receives the folder at hand."""
