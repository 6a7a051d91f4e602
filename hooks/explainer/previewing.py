"""The served site while somebody edits: after an edit, a page is made when somebody looks at it.

A whole build takes seconds, and whoever edits a record looks at a page or two. What is made for them
is what a build from nothing would put there, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from explainer import outputs, publishing
from explainer.artifacts import FileArtifact
from explainer.pipeline import Build
from explainer.views.data import ADDRESS as DATA

ALL = "*"
"""Stands for the files of every format."""


class Preview:
    """A folder that is served, of which nothing is older than the last edit once it was looked at."""

    def __init__(
        self,
        folder: Path,
        build: Build,
        formats: Mapping[str, str],
        draw: Callable[[str, Build, str], str | None],
    ) -> None:
        """Begin with a whole site.

        `formats` tells which format made the file at a path. `draw` returns the whole page at an
        address, of that state of the content, with that message; nothing where that state has no page.
        """
        self.folder = folder
        self.build = build
        self.message = ""
        self.edition = 0
        """Counts the edits that were shown."""
        self._formats = dict(formats)
        self._draw = draw
        self._addresses = set(build.addresses)
        self._looked: set[str] = set()
        """Files that were made since the last edit."""

    def renew(self, build: Build | None = None, message: str = "") -> None:
        """From now on show another state of the content, or the last one with a message above it."""
        self.build = build or self.build
        self.message = message
        self.edition += 1
        self._looked = set()
        publishing.stamp(self.folder / "404.html", message)

    def look(self, path: str) -> int:
        """Bring what stands at a path of the site up to date before it is served; return of which edition it is."""
        file = f"{path}index.html" if path.endswith("/") or not path else path
        if file not in self._looked:
            if single := self.build.single(file):
                self._looked.add(file)
                self._put(*single)
            elif self.edition:
                self._bring(file)
        return self.edition

    def _bring(self, file: str) -> None:
        self._looked.add(file)
        if file in self._formats:
            self._make_files(self._formats[file])
        if file not in self._formats:
            self._make_page(file)
        if not (self.folder / file).exists():  # perhaps a file of a record that is new
            self._make_files()

    def _make_page(self, file: str) -> None:
        address = file.removesuffix("index.html")
        if address == DATA:
            self._make_files()
        try:
            page = self._draw(address, self.build, self.message)
        except Exception:  # noqa: BLE001 - code that is being edited may fail in any way; the last page stays
            publishing.stamp(self.folder / file, self.message)
            return
        if page is not None:
            self._addresses.add(address)
            publishing.write(self.folder / file, [page.encode()])
        elif address in self._addresses:
            (self.folder / file).unlink(missing_ok=True)

    def _make_files(self, *formats: str) -> None:
        """Write the files of some formats, or of all; what they made before and make no longer goes."""
        if ALL in self._looked:
            return
        if not formats:
            self._looked.add(ALL)
        wanted = frozenset(formats) or outputs.whole()
        gone = {path for path, name in self._formats.items() if name in wanted}
        for name, file in self.build.files(self.build.listings, wanted):
            self._put(name, file)
            self._looked.add(file.path)
            gone.discard(file.path)
        for path in gone:
            del self._formats[path]
            (self.folder / path).unlink(missing_ok=True)

    def _put(self, name: str, file: FileArtifact) -> None:
        publishing.write(self.folder / file.path, file.pieces())
        self._formats[file.path] = name
