"""`rename`: give a record another id, with every reference to it, and keep its old address alive."""

from __future__ import annotations

import shutil
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from explainer.commands._base import Command

if TYPE_CHECKING:
    from explainer.renaming import Renaming

DESCRIPTION = """\
Changes the id where the record stands, every reference to it in content and prose, and the menu; adds the old id
under “formerly”, so that old addresses lead on; a file that is named after the record gets its new name. Everything
else stays as it is. Nothing is changed unless all can be, and unless the content is as right after it as before.
"""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("old", metavar="OLD", help="the record's id")
    parser.add_argument("new", metavar="NEW", help="its new id: small letters, digits, hyphens")
    parser.add_argument("--dry-run", action="store_true", help="show what would change, and change nothing")


def run(options: Namespace, project: Path) -> int:
    """Show and write; return 1 if it cannot be done whole, 2 if the new id cannot be one."""
    from explainer.checking import check
    from explainer.diagnostics import Mistake, visible
    from explainer.renaming import CannotRename, rename
    from explainer.values.grammar import parse_id

    try:
        new = parse_id(options.new)
    except Mistake as mistake:
        print(f"{mistake.message}; {mistake.hint}", file=sys.stderr)
        return 2
    try:
        found = rename(check(project), project, options.old, new)
        _rehearse(found, project)
    except CannotRename as error:
        print(f"Nothing is changed: {visible(str(error))}", file=sys.stderr)
        return 1
    _show(found, project)
    if options.dry_run:
        return 0
    _apply(found, project)
    print(f"“{options.old}” is “{new}” now, in {len(found.texts)} files.", file=sys.stderr)
    for where in found.left:
        print(f"{where}: the old id stands here in words; see whether they should follow", file=sys.stderr)
    return 0


def _rehearse(found: Renaming, project: Path) -> None:
    """Apply the change to a copy, and refuse it if anything is wrong there."""
    from explainer.checking import check
    from explainer.renaming import CannotRename

    with tempfile.TemporaryDirectory(prefix="explainer-") as name:
        copy = Path(name)
        for part in ("content", "docs"):
            shutil.copytree(project / part, copy / part, symlinks=True)
        shutil.copyfile(project / "mkdocs.yml", copy / "mkdocs.yml")
        _apply(found, copy)
        errors = check(copy).errors
    if errors:
        raise CannotRename(f"it would leave a mistake behind: {errors[0].position}: {errors[0].message}")


def _apply(found: Renaming, project: Path) -> None:
    for file, text in found.texts.items():
        (project / file).write_text(text, encoding="utf-8", newline="\n")
    for file, target in found.moved.items():
        (project / file).rename(project / target)


def _show(found: Renaming, project: Path) -> None:
    """Print every line that changes, before and after."""
    from difflib import unified_diff

    from explainer.diagnostics import visible

    for file, text in sorted(found.texts.items()):
        before = (project / file).read_text(encoding="utf-8").replace("\r\n", "\n")
        for line in unified_diff(
            before.split("\n"), text.split("\n"), file, found.moved.get(file, file), n=0, lineterm=""
        ):
            print(visible(line))


COMMAND = Command(
    "rename", "give a record another id, with every reference to it", arguments, run, DESCRIPTION
)
