"""What was published, for tests that read it back."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import bs4

from explainer.artifacts import FileArtifact, PageArtifact
from explainer.dossier import Dossier
from explainer.pipeline import Build


@dataclass(frozen=True, eq=False, repr=False)
class Data:
    """One site as it is published: its dossier, and every page and file by path."""

    build: Build
    project: Path

    @property
    def dossier(self) -> Dossier:
        """Return what all formats must say."""
        return self.build.checked.dossier

    @cached_property
    def all(self) -> tuple[PageArtifact | FileArtifact, ...]:
        """Return every page, then every file and the page that tells their sizes."""
        return tuple(self.build.everything())

    @cached_property
    def files(self) -> dict[str, FileArtifact]:
        """Return every file by its path."""
        files = [file for file in self.all if isinstance(file, FileArtifact)]
        found = {file.path: file for file in files}
        assert len(found) == len(files), "two files have one path"
        return found

    @cached_property
    def pages(self) -> dict[str, PageArtifact]:
        """Return every page by its address."""
        return {page.address: page for page in self.all if isinstance(page, PageArtifact)}

    def bytes(self, path: str) -> bytes:
        """Return what a file holds."""
        return self.files[path].content

    def text(self, path: str) -> str:
        """Return what a file holds, as text."""
        return self.bytes(path).decode()

    def json(self, path: str) -> Any:
        """Return what a JSON file holds."""
        return json.loads(self.bytes(path))

    def table(self, name: str) -> list[dict[str, str]]:
        """Return the rows of a table as the standard library reads them."""
        text = self.bytes(f"data/csv/{name}.csv").decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))

    def soup(self, address: str) -> bs4.BeautifulSoup:
        """Return a page as a browser would understand it."""
        return bs4.BeautifulSoup(self.pages[address].html, "html5lib")

    def graph(self, address: str) -> list[dict[str, Any]]:
        """Return the structured data of a page, one node after the other."""
        nodes: list[dict[str, Any]] = json.loads(self.pages[address].structured)["@graph"]
        return nodes


def listed(value: Any) -> list[Any]:
    """Return a value as a list, as JSON-LD means it."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
