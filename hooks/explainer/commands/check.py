"""`check`: say everything that is wrong in content and prose. Writes nothing."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from explainer.commands._base import Command


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--format", choices=("text", "github", "json"), default="text", help="for people, for GitHub's annotations, or as JSON")
    parser.add_argument("--strict", action="store_true", help="warnings fail, too")
    parser.add_argument("--changed", metavar="BASE", help="only what the branch adds since BASE (a git revision)")


def run(options: Namespace, project: Path) -> int:
    """Check, print, and return 0 if nothing forbids publication, else 1."""
    from explainer.changes import only_changed
    from explainer.pipeline import check
    from explainer.reporting import FORMATS

    result = check(project)
    found = only_changed(result.diagnostics, project, options.changed) if options.changed else result.diagnostics
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    sys.stdout.write(FORMATS[options.format](found, project, colour=colour))
    errors = sum(diagnostic.severity.value == "error" for diagnostic in found)
    warnings = len(found) - errors
    if options.format == "text":
        records = len(result.dossier.graph.entries)
        print(f"{records} records and {len(result.pages)} pages: {_count(errors, 'error')}, {_count(warnings, 'warning')}", file=sys.stderr)
    return 1 if errors or (options.strict and warnings) else 0


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


COMMAND = Command("check", "say everything that is wrong in content/ and docs/", arguments, run)
