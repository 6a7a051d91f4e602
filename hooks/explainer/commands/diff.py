"""`diff`: say in sentences what readers will see differently since another revision."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from explainer.commands._base import Command

DESCRIPTION = """\
Reads the content as it was at BASE and as it is now, judges both with the same code, and tells the
differences that a reader would see: records that come and go, statuses that move, caveats, origins and
figures that change, addresses that would stop working. Nothing is written, and the answer is always 0:
a difference is no mistake.
"""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("base", metavar="BASE", help="a git revision: main, HEAD~1, a tag, a commit")
    parser.add_argument(
        "--format", choices=("markdown", "json"), default="markdown", help="for people, or as JSON"
    )


def run(options: Namespace, project: Path) -> int:
    """Compare and print; return 0."""
    from explainer import summarising
    from explainer.changes import ambiguity, at
    from explainer.checking import check
    from explainer.comparing import compare
    from explainer.diagnostics import visible

    with at(project, options.base) as folder:
        before = check(folder)
        found = compare(before, check(project))
    if said := ambiguity(project, options.base):
        print(visible(said), file=sys.stderr)
    write = summarising.as_json if options.format == "json" else summarising.as_markdown
    sys.stdout.write(write(found))
    return 0


COMMAND = Command(
    "diff", "say in sentences what readers will see differently since a revision", arguments, run, DESCRIPTION
)
