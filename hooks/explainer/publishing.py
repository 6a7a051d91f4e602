"""Putting a finished site in the place of the last one: all of it or nothing.

A build writes beside the folder that it is for. Only a whole site takes that folder's place, so a
failed build leaves the last good site as it was, and two builds at once do not mix.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from html import escape
from pathlib import Path

from explainer.diagnostics import visible

BANNER = "<!-- banner -->"
"""Where the shell of a page leaves room for a message to the contributor."""


def beside(target: Path) -> Path:
    """Return the folder in which a build for `target` is made; leftovers of dead builds go.

    A build that died in the moment between two names left the last good site under another one;
    it gets its own back.
    """
    for old in sorted(_leftovers(target, "old")):
        if target.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            with suppress(OSError):
                old.rename(target)
    for unfinished in _leftovers(target, "building"):
        shutil.rmtree(unfinished, ignore_errors=True)
    return target.parent / f".{target.name}.building-{os.getpid()}"


def _leftovers(target: Path, what: str) -> list[Path]:
    found = target.parent.glob(f".{target.name}.{what}-*")
    return [path for path in found if not _alive(path.name.rpartition("-")[2])]


def _alive(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except OSError:
        return True
    return True


def unfit(target: Path, project: Path) -> str:
    """Say why a folder must not be replaced by a site; empty if nothing speaks against it.

    A finished site takes the place of all that the folder held.
    """
    target, project = target.resolve(), project.resolve()
    own = [project / name for name in ("content", "docs", "hooks", "tests", ".github", ".git")]
    if target.exists() and not target.is_dir():
        return "it is a file"
    if project.is_relative_to(target):
        return "it holds the project, which would be gone"
    if any(target.is_relative_to(part) for part in own):
        return "it is a part of the project, which would be gone"
    kept = [name for name in (".git", "mkdocs.yml", "pyproject.toml") if (target / name).exists()]
    if kept:
        return f"it holds {kept[0]}, which would be gone"
    return ""


_ATTEMPTS = 50


def replace(target: Path, finished: Path) -> None:
    """Put a finished folder in the place of `target`; raises OSError when the disk does not let it."""
    old = target.parent / f".{target.name}.old-{os.getpid()}"
    for attempt in range(_ATTEMPTS):
        shutil.rmtree(old, ignore_errors=True)
        with suppress(FileNotFoundError):
            target.rename(old)
        try:
            finished.rename(target)
        except OSError as error:
            # Another build has put its site there in the meantime: it is whole, and this one is newer.
            if error.errno not in (errno.ENOTEMPTY, errno.EEXIST) or attempt + 1 == _ATTEMPTS:
                _restore(target, old)
                raise
        else:
            break
    shutil.rmtree(old, ignore_errors=True)


def _restore(target: Path, old: Path) -> None:
    """Give the last good site its name back, as far as the disk lets it."""
    if old.exists() and not target.exists():
        with suppress(OSError):
            old.rename(target)


def write(target: Path, pieces: Iterable[bytes]) -> None:
    """Write a file and the folders above it; raises OSError when the disk does not let it."""
    try:
        file = target.open("wb")
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        file = target.open("wb")
    with file:
        file.writelines(pieces)


PAGES_LIMIT = 1_000_000_000
"""How many bytes a site on GitHub Pages may have."""

NEAR = 0.8
"""From which part of the limit on a build says so: there is time to do something about it."""


def weight(folder: Path) -> tuple[int, int]:
    """Return how many bytes and how many files a folder holds."""
    found = [os.path.join(above, name) for above, _, names in os.walk(folder) for name in names]  # noqa: PTH118
    sizes = [os.stat(path).st_size for path in found]  # noqa: PTH116 - thousands of paths as objects take longer
    return sum(sizes), len(sizes)


def too_heavy(size: int, files: int) -> str:
    """Say that a site comes near the size that GitHub Pages takes; empty if it does not."""
    if size < NEAR * PAGES_LIMIT:
        return ""
    part = f"{100 * size / PAGES_LIMIT:.0f} %"
    return f"the site has {files:,} files of {size / 1e6:,.0f} MB together, {part} of what GitHub Pages takes (1 GB)"


def discard(unfinished: Path) -> None:
    """Remove what a failed build left beside the site."""
    shutil.rmtree(unfinished, ignore_errors=True)


SHOWN_AT_MOST = 20
"""How many mistakes the banner lists; the rest are counted."""


def banner(problems: tuple[str, ...], *, first: bool = False) -> str:
    """Return the message that lists mistakes above every page while somebody edits.

    `first` says that nothing could be published yet, so that there is no last good site.
    """
    if not problems:
        return ""
    lines = "\n".join(escape(visible_lines(problem)) for problem in problems[:SHOWN_AT_MOST])
    left = len(problems) - SHOWN_AT_MOST
    more = f"\n… and {left} more" if left > 0 else ""
    intro = "The last edit cannot be published yet. You see the last good site."
    if first:
        intro = "The content cannot be published yet. The pages come when these mistakes are mended."
    return f'<aside class="x-banner" role="alert"><p>{intro}</p><pre>{lines}{more}</pre></aside>'


def framed(message: str) -> str:
    """Return a message between two marks, so that another one can take its place."""
    return f"{BANNER}{message}{BANNER}"


def visible_lines(text: str) -> str:
    """Return text of several lines with every other control character written out."""
    return "\n".join(visible(line) for line in text.split("\n"))


def stamp(path: Path, message: str) -> None:
    """Show a message on a page that is already published; an empty one takes the last away."""
    try:
        page = path.read_text(encoding="utf-8")
    except OSError:  # no such page
        return
    before, mark, rest = page.partition(BANNER)
    body = rest.split(BANNER, 1)[-1]
    if mark and (stamped := f"{before}{framed(message)}{body}") != page:
        path.write_text(stamped, encoding="utf-8")
