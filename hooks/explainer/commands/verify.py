"""`verify`: say whether a finished site holds what the content says."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from explainer.commands._base import Command

DESCRIPTION = """\
Looks at a finished site: whether its home page was made by the explainer, and whether every record has its page.
A host that passes over hooks in silence builds a site without records and reports no mistake; this notices it.
With --links, every link within the site is followed, too.
"""

MOST = 20
"""How many mistakes are told."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("site", metavar="SITE", type=Path, help="the folder of the finished site")
    parser.add_argument("--links", action="store_true", help="follow every link within the site, too")


def run(options: Namespace, project: Path) -> int:
    """Look, and return 0 if nothing is wrong, else 1."""
    from explainer import verifying
    from explainer.checking import check

    dossier = check(project).dossier
    wrong = verifying.missing(options.site, dossier)
    if options.links and not wrong:
        wrong = verifying.broken_links(options.site)
    for sentence in wrong[:MOST]:
        print(sentence, file=sys.stderr)
    if len(wrong) > MOST:
        print(f"… and {len(wrong) - MOST} more.", file=sys.stderr)
    if not wrong:
        print(f"{options.site} has a page for each of {len(dossier.graph.entries)} records.")
    return 1 if wrong else 0


COMMAND = Command(
    "verify", "say whether a finished site holds what the content says", arguments, run, DESCRIPTION
)
