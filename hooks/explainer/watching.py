"""What somebody changed while a site is served: records, prose, code, or what only a whole build can follow."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from explainer.files import is_passed_over

RECORDS, PROSE, CODE, REST = "records", "prose", "code", "rest"

_OF_CODE = {".py", ".html", ".css", ".js"}


class Watch:
    """Tells what changed since it was last asked."""

    def __init__(self, project: Path, *code: Path) -> None:
        self._project = project
        self._code = code
        self._seen = self._times()
        self.unshown: set[str] = set()
        """Pages under docs/ that were edited and are not shown yet, by their paths under it."""

    def changed(self) -> frozenset[str]:
        """Return what kinds of files changed. A page that comes or goes changes the rest: the menu, for one."""
        before, self._seen = self._seen, self._times()
        self.unshown |= {path for path, time in self._seen[PROSE].items() if before[PROSE].get(path) != time}
        found = {what for what, times in self._seen.items() if times != before[what]}
        if before[PROSE].keys() != self._seen[PROSE].keys():
            found.add(REST)
        return frozenset(found)

    def _times(self) -> Mapping[str, Mapping[str, int]]:
        """Return when each file was changed, in nanoseconds."""
        docs, content = self._project / "docs", self._project / "content"
        pages = set(_files(docs, "*.md"))
        code = (path for folder in self._code for path in folder.rglob("*") if path.suffix in _OF_CODE)
        others = (path for path in _files(docs) if path not in pages)
        return {
            RECORDS: _times_of(_files(content), self._project),
            PROSE: _times_of(pages, docs),
            CODE: _times_of(code),
            REST: _times_of([self._project / "mkdocs.yml", *others], self._project),
        }


def _files(folder: Path, pattern: str = "*") -> Iterator[Path]:
    """Yield all files but those that are passed over; a stray one stops the build until it goes."""
    for path in folder.rglob(pattern):
        if not any(is_passed_over(part) for part in path.relative_to(folder).parts):
            yield path


def _times_of(paths: Iterable[Path], base: Path | None = None) -> dict[str, int]:
    """Return when each file was changed; a link is looked at itself, since it may lead nowhere."""
    found = {}
    for path in paths:
        with suppress(FileNotFoundError):  # it went while we looked
            state = path.lstat()
            if not stat.S_ISDIR(state.st_mode):
                found[(path.relative_to(base) if base else path).as_posix()] = state.st_mtime_ns
    return found
