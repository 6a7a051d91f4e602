"""The command line: `python -m explainer`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path

from explainer import __version__
from explainer.changes import NoHistory
from explainer.commands import NAMES, command

EPILOG = """\
exit codes:
  0  done, nothing is wrong
  1  content or prose has errors (with --strict: or warnings), or something could not be written
  2  the command itself was not understood

The commands work from any folder of the project.
"""


def main(arguments: list[str]) -> int:
    """Run one command; return its exit code."""
    parser = ArgumentParser(
        prog="python -m explainer",
        description="Checks content and builds an explainer site in which every statement shows how it is known.",
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
    wanted = next((word for word in arguments if word in NAMES), None)
    for name in NAMES:
        card = command(name) if name == wanted or wanted is None else None
        sub = subparsers.add_parser(
            name, help=card.help if card else "", description=card.help if card else ""
        )
        if card:
            card.arguments(sub)
    options = parser.parse_args(arguments)
    project = options.project or find_project(Path.cwd())
    if project is None:
        print(
            "There is no mkdocs.yml here or in a folder above. Run this inside the project, or name it: --project FOLDER",
            file=sys.stderr,
        )
        return 2
    try:
        return command(options.command).run(options, project)
    except NoHistory as error:
        print(f"git cannot say what changed: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0


def find_project(start: Path) -> Path | None:
    """Return the nearest folder at or above `start` that holds mkdocs.yml."""
    return next((folder for folder in (start, *start.parents) if (folder / "mkdocs.yml").is_file()), None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
