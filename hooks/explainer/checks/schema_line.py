"""The line at the top of a file that tells an editor what the file may hold, where it tells something wrong."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from explainer.diagnostics import Diagnostic, Position, Severity
from explainer.dossier import Dossier
from explainer.prose import Page

_LINE = re.compile(r"^# yaml-language-server: \$schema=(?P<path>\S+)", re.MULTILINE)


def check(dossier: Dossier, _pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield each such line that is left from another folder, or names the schema of another kind."""
    seen = set()
    for entry in dossier.graph.entries.values():
        document = entry.document
        if document.file in seen:
            continue
        seen.add(document.file)
        if not (found := _LINE.search(document.text)):
            continue
        given, folder = found["path"], posixpath.dirname(document.file)
        wanted = posixpath.join("content", "schema", f"{entry.kind.name}.json")
        meant = posixpath.normpath(posixpath.join(folder, given))
        inside = not meant.startswith("..") and "://" not in given
        if meant == wanted or (not inside and posixpath.basename(given) == posixpath.basename(wanted)):
            continue
        line = document.text.count("\n", 0, found.start()) + 1
        where = Position(
            document.file, line, found.start("path") - document.text.rfind("\n", 0, found.start())
        )
        message = f"“{given}” is not the schema of this file, so an editor would help wrongly or not at all"
        hint = f"write: # yaml-language-server: $schema={posixpath.relpath(wanted, folder)}"
        yield Diagnostic(where, "wrong-schema-line", message, hint, Severity.WARNING)
