"""`check`: say everything that is wrong in content and prose. Writes nothing."""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from explainer.commands._base import Command
from explainer.diagnostics import Diagnostic, Position, visible

if TYPE_CHECKING:
    from explainer.checking import Checked

Waivers = tuple[tuple[Position, str], ...]

DESCRIPTION = """\
Reads everything under content/ and docs/ and lists every mistake with its file, line and column, what is
wrong and what to do. The word in brackets is a code: `explain CODE` says more about it.

Errors stop publication. Warnings stop it only with --strict, as in continuous integration.
With --changed, only what the branch adds is told and counted, so that nobody has to mend what others left.
A sentence that is right as it stands may be waived with a reason; waivers are counted.
"""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--format",
        choices=("text", "github", "json"),
        default="text",
        help="for people, for GitHub's annotations, or as JSON",
    )
    parser.add_argument("--strict", action="store_true", help="warnings fail, too")
    parser.add_argument("--watch", action="store_true", help="check again whenever a file changes")
    parser.add_argument(
        "--changed", metavar="BASE", help="only what the branch adds since BASE (a git revision)"
    )


def run(options: Namespace, project: Path) -> int:
    """Check, print, and return 0 if nothing forbids publication, else 1."""
    if not options.watch:
        return _once(options, project)
    try:
        _follow(options, project)
    except KeyboardInterrupt:
        print(file=sys.stderr)
    return 0


PAUSE = 0.4
"""How long the watch rests between two looks, in seconds."""


def _follow(options: Namespace, project: Path) -> None:
    """Check again whenever something changes, until somebody stops it."""
    from explainer.watching import Watch

    watch = Watch(project, project / "hooks")
    while True:
        _once(options, project)
        print("Watching content/, docs/ and mkdocs.yml. Stop it with Ctrl-C.", file=sys.stderr, flush=True)
        while not watch.changed():
            time.sleep(PAUSE)
        print(file=sys.stderr)


def _once(options: Namespace, project: Path) -> int:
    """Check and print."""
    from explainer import checks
    from explainer.checking import check
    from explainer.reporting import FORMATS

    result = check(project)
    found = result.diagnostics
    waived = checks.waivers(result.dossier, result.pages)
    whole = f"{_count(len(result.dossier.graph.entries), 'record')} and {_count(len(result.pages), 'page')}"
    if options.changed:
        whole = f"What the branch adds since {options.changed}"
        found, waived = _added(result, waived, project, options.changed)
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    sys.stdout.write(FORMATS[options.format](found, project, colour=colour))
    errors = sum(diagnostic.severity.value == "error" for diagnostic in found)
    warnings = len(found) - errors
    counts = [_count(errors, "error"), _count(warnings, "warning")]
    if waived:
        counts.append(_count(len(waived), "waiver"))
    print(f"{whole}: {', '.join(counts)}", file=sys.stderr)
    if options.changed:
        for position, reason in waived:
            print(f"    {visible(f'{position}: waived: {reason}')}", file=sys.stderr)
    return 1 if errors or (options.strict and warnings) else 0


def _added(
    result: Checked, waived: Waivers, project: Path, base: str
) -> tuple[tuple[Diagnostic, ...], Waivers]:
    """Return the diagnostics and waivers that were not there at the base, judged by the same code.

    What is only asked of new evidence is among them.
    """
    from explainer import checks
    from explainer.changes import ambiguity, at, only_added, renames
    from explainer.checking import check
    from explainer.quoting import unquoted

    renamed = renames(project, base)
    if said := ambiguity(project, base):
        print(visible(said), file=sys.stderr)
    with at(project, base) as folder:
        before = check(folder)
        asked = tuple(unquoted(before.dossier))
        known = {(position.file, reason) for position, reason in checks.waivers(before.dossier, before.pages)}
    new = (
        (position, reason)
        for position, reason in waived
        if (renamed.get(position.file, position.file), reason) not in known
    )
    now = (*result.diagnostics, *(() if result.failed else unquoted(result.dossier)))
    return only_added(now, (*before.diagnostics, *asked), renamed), tuple(new)


def _count(number: int, noun: str) -> str:
    from explainer.wording import counted

    return counted(number, noun) if number else f"no {noun}s"


COMMAND = Command("check", "say everything that is wrong in content/ and docs/", arguments, run, DESCRIPTION)
