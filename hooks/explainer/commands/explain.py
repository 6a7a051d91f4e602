"""`explain`: say what a code means, with a wrong and a right example."""

from __future__ import annotations

import sys
import textwrap
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from explainer.codes import Code, catalogue
from explainer.commands._base import Command

if TYPE_CHECKING:
    from explainer.caveats import Manual


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    described = "the word in brackets at the end of a message, or the id of a caveat; none: list all codes"
    parser.add_argument("code", metavar="CODE", nargs="?", help=described)


def run(options: Namespace, _project: Path) -> int:
    """Print the explanation; return 2 if there is no such code."""
    from explainer import caveats
    from explainer.diagnostics import did_you_mean

    known = catalogue()
    if options.code is None:
        for code in known.values():
            print(f"{code.id:24} {code.title}")
        return 0
    name = options.code.strip("[]")
    if name in known:
        print(_explained(known[name]))
        return 0
    if name in caveats.BY_ID:
        print(_told(caveats.manual(caveats.BY_ID[name])))
        return 0
    hint = did_you_mean(name, [*known, *caveats.BY_ID], "Without a code, this command lists them all.")
    print(f"There is no code “{name}”. {hint[0].upper()}{hint[1:]}", file=sys.stderr)
    return 2


def _explained(code: Code) -> str:
    parts = [f"{code.id}: {code.title}", code.meaning]
    for title, example in (("Wrong", code.wrong), ("Right", code.right)):
        parts += [f"{title}:", textwrap.indent(example.rstrip(), "    ")]
    return "\n\n".join(parts)


def _told(page: Manual) -> str:
    """Return the public page of a caveat rule as text."""
    rule = page.rule
    parts = [f"{rule.id}: {rule.label} (a caveat, shown to readers)", page.summary, *page.paragraphs]
    for title, examples in (("It is there:", page.fails), ("It is not there:", page.passes)):
        for example in examples:
            said = "".join(f"\n\n    {found.plain}" for found in example.caveats)
            parts.append(f"{title}\n\n{textwrap.indent(example.text, '    ')}{said}")
    return "\n\n".join(parts)


COMMAND = Command("explain", "say what a code means, with examples", arguments, run)
