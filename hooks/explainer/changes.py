"""What a branch changed since it left another, as git knows it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from explainer.diagnostics import Diagnostic


class NoHistory(Exception):
    """Git is missing, this is no repository, or it does not know the revision."""


def git(project: Path, *words: str) -> str:
    """Return what git prints; raises NoHistory with its own words when it cannot."""
    try:
        done = subprocess.run(["git", "-C", str(project), *words], capture_output=True, text=True, check=False)  # noqa: S603, S607
    except FileNotFoundError:
        raise NoHistory("git is not installed") from None
    if done.returncode:
        raise NoHistory(done.stderr.strip().splitlines()[0] if done.stderr.strip() else "git failed")
    return done.stdout


def changed_lines(project: Path, base: str) -> dict[str, set[int]]:
    """Return the lines that the work tree has and `base` had not, by file relative to the project."""
    if base.startswith("-"):
        raise NoHistory(f"“{base}” is not a revision")
    text = git(project, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--relative", base, "--", ".")
    lines: dict[str, set[int]] = {}
    file = ""
    for line in text.splitlines():
        if line.startswith("+++ "):
            file = line[4:].strip('"').removeprefix("b/")
        elif found := re.match(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@", line):
            first, count = int(found[1]), int(found[2] or 1)
            lines.setdefault(file, set()).update(range(first, first + count))
    for path in git(project, "ls-files", "--others", "--exclude-standard", "--", ".").splitlines():
        lines[path] = _ALL
    return lines


class _Everything(set[int]):
    def __contains__(self, _line: object) -> bool:
        return True


_ALL: set[int] = _Everything()


def only_changed(diagnostics: Iterable[Diagnostic], project: Path, base: str) -> tuple[Diagnostic, ...]:
    """Return the diagnostics on lines that the branch added or changed."""
    lines = changed_lines(project, base)
    return tuple(diagnostic for diagnostic in diagnostics if diagnostic.position.line in lines.get(diagnostic.position.file, ()))
