"""`tidy`: put content files into the house style, or show what that would change."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from explainer.commands._base import Command

DESCRIPTION = """\
Fields stand in the order in which the kind declares them, and folded text in lines that fit. Comments and waivers stay
with their fields, and what a file says stays the same. Without --write the changes are shown. Nobody has to run this.
"""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "files", metavar="FILE", nargs="*", type=Path, help="content files; none: all of them"
    )
    parser.add_argument("--write", action="store_true", help="write the files instead of showing the changes")


def run(options: Namespace, project: Path) -> int:
    """Show or write; return 2 if a file is none of content/."""
    from difflib import unified_diff

    from explainer.diagnostics import Diagnostic, visible
    from explainer.files import content_files
    from explainer.tidying import tidied

    content = (project / "content").resolve()
    ignored: list[Diagnostic] = []
    files = [path.resolve() for path in options.files] or list(
        content_files(content, project.resolve(), ignored)
    )
    changed = 0
    for path in files:
        if not path.is_relative_to(content) or not path.is_file():
            print(f"{visible(str(path))} is no file of content/", file=sys.stderr)
            return 2
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(project.resolve()).as_posix()
        folder = path.relative_to(content).parts[0]
        new = tidied(text, name, folder)
        if new == text:
            continue
        changed += 1
        if options.write:
            path.write_text(new, encoding="utf-8", newline="\n")
            print(f"{name}: tidied")
        else:
            for line in unified_diff(text.split("\n"), new.split("\n"), name, name, lineterm=""):
                print(visible(line))
    written, planned = (
        f"{changed} of {len(files)} files are changed.",
        f"{changed} of {len(files)} files would change.",
    )
    print(written if options.write else planned, file=sys.stderr)
    return 0


COMMAND = Command(
    "tidy", "put content files into the house style, or show the changes", arguments, run, DESCRIPTION
)
