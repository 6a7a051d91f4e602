"""`sample`: draw sentences to be checked against their sources. Writes nothing."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from explainer.commands._base import Command
from explainer.diagnostics import visible

DESCRIPTION = """\
Draws sentences from all pages under docs/ and all prose under content/, each with its file and line, the records
on which it leans, their status, and the sources behind them with their addresses. The same seed draws the same
sentences from the same content, so that others can check what you checked.
"""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--seed", type=int, required=True, help="a whole number; the same draws the same")
    parser.add_argument("--number", type=int, default=40, help="how many sentences (40)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="for people, or as JSON")


def run(options: Namespace, project: Path) -> int:
    """Print the sample; return 1 if the content has errors, since nothing follows from it then."""
    from explainer import sampling
    from explainer.checking import check

    result = check(project)
    if result.failed:
        print("The content has errors; mend them first: explainer check", file=sys.stderr)
        return 1
    rows: list[dict[str, Any]] = [
        {
            "file": one.position.file,
            "line": one.position.line,
            "text": one.text,
            "records": [
                {
                    "id": ground.id,
                    "title": ground.title,
                    "status": ground.status,
                    "sources": [{"id": id, "url": url} for id, url in ground.sources],
                }
                for ground in sampling.grounds(one, result.dossier)
            ],
        }
        for one in sampling.drawn(result.dossier, result.pages, max(options.number, 0), options.seed)
    ]
    if options.format == "json":
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(_text(number, row) for number, row in enumerate(rows, 1)))
    return 0


def _text(number: int, row: dict[str, Any]) -> str:
    lines = [f"{number}. {visible(row['text'])}", f"   {row['file']}:{row['line']}"]
    for record in row["records"]:
        status = f" ({record['status']})" if record["status"] else ""
        lines.append(f"   leans on {record['id']}{status}: {visible(record['title'])}")
        lines += [f"      {source['id']} {visible(source['url'])}".rstrip() for source in record["sources"]]
    return "\n".join(lines)


COMMAND = Command("sample", "draw sentences to be checked against their sources", arguments, run, DESCRIPTION)
