"""The command line: `python -m explainer`."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path

from explainer import __version__
from explainer.changes import NoHistory
from explainer.commands import NAMES, command

DESCRIPTION = """\
Checks content and builds an explainer site in which every statement shows how it is known.
"""

EPILOG = """\
examples:
  python -m explainer check                      what is wrong, with file, line and column
  python -m explainer check --changed main       only what this branch adds
  python -m explainer check --watch              the same, again whenever a file is saved
  python -m explainer explain unknown-reference  what a message means, with a wrong and a right example
  python -m explainer new event bridge-opened    begin a record; every field is explained in it
  python -m explainer rename OLD NEW             another id, with every reference to it
  python -m explainer start my-site              a project about a subject of your own
  python -m explainer tidy --write               fields in order, text in lines that fit
  python -m explainer diff main                  what readers will see differently

exit codes:
  0  done, nothing is wrong
  1  content or prose has errors (with --strict: or warnings), or something could not be read or written
  2  the command itself was not understood

The commands work from any folder of the project. `COMMAND --help` says more about each.
"""


def main(arguments: list[str]) -> int:
    """Run one command; return its exit code."""
    parser = ArgumentParser(
        prog="python -m explainer",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"explainer {__version__}")
    parser.add_argument(
        "--project",
        type=Path,
        metavar="FOLDER",
        help="the project; by default the folder at hand or one above it",
    )
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    named = [word for word in arguments if word in NAMES]
    for name in NAMES:
        if named and name not in named:  # only what may be needed is loaded
            subparsers.add_parser(name)
            continue
        card = command(name)
        described = subparsers.add_parser(
            name,
            help=card.help,
            description=card.description or f"{card.help[0].upper()}{card.help[1:]}.",
            formatter_class=RawDescriptionHelpFormatter,
        )
        card.arguments(described)
    options = parser.parse_args(arguments)
    project = options.project or find_project(Path.cwd())
    if not command(options.command).needs_project:
        project = Path.cwd()
    elif project is None or not (project / "mkdocs.yml").is_file():
        where = f"in {project}" if project else "here or in a folder above"
        print(f"There is no mkdocs.yml {where}.", file=sys.stderr)
        print("Run this inside the project, or name its folder: --project FOLDER", file=sys.stderr)
        return 2
    try:
        result = command(options.command).run(options, project)
        sys.stdout.flush()  # what is left would be written when Python ends, where nobody catches an error
    except NoHistory as error:
        print(f"git cannot say what changed: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # whoever read along has heard enough; nothing more may be written when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return result


def find_project(start: Path) -> Path | None:
    """Return the nearest folder at or above `start` that holds mkdocs.yml."""
    return next((folder for folder in (start, *start.parents) if (folder / "mkdocs.yml").is_file()), None)


def run() -> int:
    """Run the command that was typed: the program `explainer` of an installed package."""
    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
