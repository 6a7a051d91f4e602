"""`start`: write a project about a subject of one's own."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from explainer.commands._base import Command

DESCRIPTION = """\
Writes a project into an empty folder: settings, one commented example of each kind of record, pages, a Makefile,
locks, workflows for GitHub and settings for editors. It passes its own checks at once. Nothing is asked; what is
not given by an option has a sensible beginning and can be changed in mkdocs.yml.

It needs Copier: pip install "explainer-site-generator[start] @ …"
"""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    from explainer.beginning import OPTIONAL

    parser.add_argument("folder", metavar="FOLDER", type=Path, help="a new or an empty folder")
    parser.add_argument("--name", default="", help="what the site is called; by default the folder’s name")
    parser.add_argument("--language", default="en", metavar="TAG", help="of the interface, such as en-GB")
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        choices=OPTIONAL,
        metavar="KIND",
        help=f"no example of this kind, may be repeated: {', '.join(OPTIONAL)}",
    )
    parser.add_argument(
        "--as-of", default="", metavar="DAY", help="up to which day sources were read; by default today"
    )
    parser.add_argument(
        "--generator",
        default="",
        metavar="ADDRESS",
        help="from where the project installs the generator, as pip understands it, such as "
        "git+https://example.org/generator.git@v1.0.0; by default from where this one was installed",
    )


def run(options: Namespace, _project: Path) -> int:
    """Write the project; return 0, 1 if Copier is missing, or 2 if folder, language, day or address cannot be."""
    from explainer import beginning

    try:
        plan = beginning.plan(
            options.folder,
            name=options.name,
            language=options.language,
            without=frozenset(options.without),
            as_of=options.as_of or date.today().isoformat(),  # noqa: DTZ011 - the day on the reader's wall
            generator=options.generator,
        )
    except beginning.Unfit as problem:
        print(problem, file=sys.stderr)
        return 2
    try:
        beginning.write(plan)
    except ModuleNotFoundError as missing:
        print(
            f"{missing.name} is not installed. Install the generator with its extra “start”.", file=sys.stderr
        )
        return 1
    print(f"{options.folder} holds a site that builds. Begin with:\n  cd {options.folder}\n  make serve")
    for sentence in plan.warnings:
        print(f"\n{sentence}", file=sys.stderr)
    return 0


COMMAND = Command(
    "start", "write a project about a subject of your own", arguments, run, DESCRIPTION, needs_project=False
)
