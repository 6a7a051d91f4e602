"""What somebody changed while a site is served: records, prose, code, or what only a whole build can follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

RECORDS, PROSE, CODE, REST = "records", "prose", "code", "rest"


class Watch:
    """Tells what changed since it was last asked."""

    def __init__(self, project: Path, code: Path) -> None:
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
        docs = self._project / "docs"
        pages = set(docs.rglob("*.md"))
        code = (path for path in self._code.rglob("*") if path.suffix in (".py", ".html", ".css", ".js"))
        others = (path for path in docs.rglob("*") if path not in pages)
        return {
            RECORDS: _times_of((self._project / "content").rglob("*.y*ml"), self._project),
            PROSE: _times_of(pages, docs),
            CODE: _times_of(code, self._code),
            REST: _times_of([self._project / "mkdocs.yml", *others], self._project),
        }


def _times_of(paths: Iterable[Path], base: Path) -> dict[str, int]:
    return {path.relative_to(base).as_posix(): path.stat().st_mtime_ns for path in paths if path.exists()}
