"""`schema`: write the JSON Schemas from which editors complete and check content files."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from explainer.commands._base import Command


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if a schema is not as the code says"
    )


def run(options: Namespace, project: Path) -> int:
    """Write content/schema/*.json, or say which differ; return 1 if they do."""
    from explainer.schemas import documents

    folder = project / "content" / "schema"
    stale = []
    for name, text in documents().items():
        path = folder / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if not options.check:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if options.check and stale:
        print(f"Not as the code says: {', '.join(stale)}. Run: python -m explainer schema", file=sys.stderr)
        return 1
    print(
        f"{len(stale)} of {len(documents())} schemas written to content/schema/"
        if not options.check
        else "All schemas are as the code says."
    )
    return 0


COMMAND = Command("schema", "write the JSON Schemas for editors", arguments, run)
