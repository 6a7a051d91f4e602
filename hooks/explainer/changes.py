"""What a branch changed since it left another, as git knows it."""

from __future__ import annotations

import io
import re
import subprocess
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from explainer.diagnostics import Diagnostic
from explainer.messages import Message

NO_REVISION = Message("there is no revision “{name}” here")
NO_REVISION_SHALLOW = Message(
    "there is no revision “{name}” here; this is a shallow clone: git fetch --unshallow origin {name}:{name}"
)
NO_REVISION_AT_ORIGIN = Message(
    "there is no revision “{name}” here, but origin has it: git fetch origin {name}:{name}"
)

READ = ("content", "docs", "mkdocs.yml")
"""What the content of a site consists of: all that is taken from another revision."""


class NoHistory(Exception):
    """Git is missing, this is no repository, or it does not know the revision."""


def _git(project: Path, *words: str) -> bytes:
    """Return what git prints; raises NoHistory with its own words when it cannot."""
    command = ["git", "-C", str(project), *words]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell reads it
    except FileNotFoundError:
        raise NoHistory("git is not installed") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise NoHistory(said.splitlines()[0] if said else "git failed")
    return done.stdout


def revision(project: Path, name: str) -> str:
    """Return the full name of the commit that somebody calls by a branch, a tag or an abbreviation."""
    try:
        found = _git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except NoHistory as error:
        if str(error) == "git failed":
            raise NoHistory(_missing(project, name)(name=name)) from None
        raise
    return found.decode().strip()


def _missing(project: Path, name: str) -> Message:
    """Return what is said of a missing revision: how it is fetched, where that would help."""
    if not re.fullmatch(r"[\w./-]+", name) or re.fullmatch(r"[0-9a-f]{7,64}", name):
        return NO_REVISION
    if _git(project, "rev-parse", "--is-shallow-repository").strip() == b"true":
        return NO_REVISION_SHALLOW
    with suppress(NoHistory):
        _git(project, "rev-parse", "--verify", "--quiet", f"refs/remotes/origin/{name}")
        return NO_REVISION_AT_ORIGIN
    return NO_REVISION


def ambiguity(project: Path, name: str) -> str:
    """Return git's own warning where a branch and a tag have one name; empty where none does."""
    command = ["git", "-C", str(project), "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}"]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell reads it
    said = done.stderr.decode("utf-8", "replace").strip()
    return said.splitlines()[0] if said and not done.returncode else ""


@contextmanager
def at(project: Path, base: str) -> Iterator[Path]:
    """Give a folder that holds the content as it was at a revision; the repository stays as it is.

    Links are left out: what they point to is no content.
    """
    commit = revision(project, base)
    listed = _git(project, "ls-tree", "--name-only", "-z", commit, "--", *READ).decode().split("\0")
    with tempfile.TemporaryDirectory(prefix="explainer-") as name:
        folder = Path(name)
        if there := [path for path in listed if path]:
            _unpack(_git(project, "archive", "--format=tar", commit, "--", *there), folder)
        yield folder


def _unpack(packed: bytes, folder: Path) -> None:
    root = folder.resolve()
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            content = archive.extractfile(member) if member.isfile() else None
            path = (root / member.name).resolve()
            if content is not None and path.is_relative_to(root):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.read())


def renames(project: Path, base: str) -> Mapping[str, str]:
    """Return the former path of each file that has another one now, relative to the project."""
    said = _git(
        project, "diff", "--name-status", "-z", "--find-renames", "--relative", revision(project, base)
    )
    fields = said.decode("utf-8", "replace").split("\0")
    found: dict[str, str] = {}
    at = 0
    while at + 1 < len(fields):
        if fields[at].startswith("R"):
            found[fields[at + 2]] = fields[at + 1]
            at += 3
        else:
            at += 3 if fields[at].startswith("C") else 2
    return found


def only_added(
    now: Iterable[Diagnostic], before: Iterable[Diagnostic], renamed: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """Return what is wrong now and was not before, wherever in its file it stands.

    A mistake that was there already is not the branch's, though its line may have moved; one that the
    branch causes in a file that it did not touch is.
    """
    known = Counter((problem.position.file, problem.code, problem.message) for problem in before)
    added: list[Diagnostic] = []
    for problem in now:
        file = renamed.get(problem.position.file, problem.position.file)
        key = (file, problem.code, problem.message)
        if known[key]:
            known[key] -= 1
        else:
            added.append(problem)
    return tuple(added)
