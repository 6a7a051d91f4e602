"""`sources`: list the addresses of sources, those without an archived copy, and what rests on dead ones."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from explainer.commands._base import Command
from explainer.resting import Resting

DESCRIPTION = """\
Without an option, prints every address of every source, one a line, for a program that opens them.
Nothing here uses the network: whether an address still works, another program finds out.

A list of dead addresses is a file with one address a line, and after a space what is wrong with it.
"""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--unarchived", action="store_true", help="sources that have no archived copy")
    which.add_argument(
        "--dead", metavar="LIST", help="sources whose address stands in a file, or in - for the input"
    )
    parser.add_argument(
        "--format", choices=("text", "markdown"), default="text", help="for a terminal, or for GitHub"
    )


def run(options: Namespace, project: Path) -> int:
    """List; return 0, or 1 if the list of dead addresses cannot be read."""
    from explainer.checking import check
    from explainer.resting import addresses, dead, unarchived

    graph = check(project).dossier.graph
    if options.unarchived:
        found, title = unarchived(graph), "Sources without an archived copy"
    elif options.dead:
        try:
            found, title = dead(graph, _reasons(options.dead)), "Sources that can no longer be opened"
        except (OSError, UnicodeDecodeError) as error:
            print(f"{options.dead} cannot be read: {error}", file=sys.stderr)
            return 1
    else:
        for address in sorted({address for address, _ in addresses(graph)}):
            print(address)
        return 0
    sys.stdout.write(_as_markdown(title, found) if options.format == "markdown" else _as_text(found))
    print(f"{title}: {len(found)}", file=sys.stderr)
    return 0


def _reasons(path: str) -> dict[str, str]:
    """Return what is wrong with each address of a list."""
    text = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")
    lines = (line.partition(" ") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {address: reason.strip() for address, _, reason in lines}


def _as_text(found: tuple[Resting, ...]) -> str:
    from explainer.diagnostics import visible

    lines: list[str] = []
    for one in found:
        lines.append(f"{one.source.position}: {one.source.id}: {visible(one.source.title)}")
        lines += [f"    {visible(one.reason)}"] if one.reason else []
        lines += [f"    {record.position}: {record.kind.name} {record.id}" for record in one.records]
    return "".join(f"{line}\n" for line in lines)


def _as_markdown(title: str, found: tuple[Resting, ...]) -> str:
    from explainer.summarising import escaped

    lines = [f"## {title}", "", f"{len(found) or 'None'}.", ""]
    for one in found:
        where = f"{one.source.position.file}:{one.source.position.line}"
        reason = f" – {escaped(one.reason)}" if one.reason else ""
        lines.append(f"- **{escaped(one.source.title)}** ({escaped(where)}){reason}")
        lines += [f"  - {record.kind.name}: {escaped(record.title)}" for record in one.records]
    return "\n".join(lines) + "\n"


COMMAND = Command(
    "sources",
    "list sources that have no archived copy, or what rests on dead ones",
    arguments,
    run,
    DESCRIPTION,
)
