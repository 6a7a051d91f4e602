"""`offline`: pack a copy of a finished site that one reads from a folder, without a server or a network."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from explainer.commands._base import Command

DESCRIPTION = """\
Writes site.zip into the folder of a finished site: every page with links that lead to files, so that it can be
unpacked and read where the site itself cannot be reached. The page of all data then offers it.
"""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("site", metavar="SITE", type=Path, help="the folder of the finished site")


def run(options: Namespace, project: Path) -> int:
    """Pack the copy; return 0, or 2 if there is no finished site."""
    from explainer import packing
    from explainer.checking import check

    if not (options.site / "index.html").is_file():
        print(f"{options.site} holds no finished site. Run: make build", file=sys.stderr)
        return 2
    size = packing.pack(options.site, check(project).dossier.settings.as_of)
    print(f"{options.site / packing.PATH}: {size} bytes")
    return 0


COMMAND = Command(
    "offline", "pack a copy of the finished site to read from a folder", arguments, run, DESCRIPTION
)
