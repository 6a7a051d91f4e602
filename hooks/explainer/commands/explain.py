"""`explain`: say what a code means, with a wrong and a right example."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from explainer.commands._base import Command


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "code", metavar="CODE", nargs="?", help="the word in brackets at the end of a message; none: list all"
    )


def run(options: Namespace, _project: Path) -> int:
    """Print the explanation; return 2 if there is no such code."""
    from explainer.codes import catalogue
    from explainer.diagnostics import did_you_mean

    known = catalogue()
    if options.code is None:
        for code in known.values():
            print(f"{code.id:24} {code.title}")
        return 0
    name = options.code.strip("[]")
    if name not in known:
        print(f"There is no code “{name}”. {did_you_mean(name, known)}".strip(), file=sys.stderr)
        return 2
    code = known[name]
    print(
        f"{code.id}: {code.title}\n\n{code.meaning}\n\nWrong:\n\n{_indented(code.wrong)}\n\nRight:\n\n{_indented(code.right)}"
    )
    return 0


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.rstrip().split("\n"))


COMMAND = Command("explain", "say what a code means, with examples", arguments, run)
