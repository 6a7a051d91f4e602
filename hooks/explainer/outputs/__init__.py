"""Output formats, one file each. Adding a format means adding a file that defines OUTPUT."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace

from explainer.artifacts import FileArtifact, PageArtifact, PageListing
from explainer.dossier import Dossier
from explainer.offers import Offer
from explainer.outputs._base import Gatherer, Listings, Output, Picture, is_used, told

__all__ = [
    "OUTPUTS",
    "Listings",
    "Output",
    "Picture",
    "Sizes",
    "announced",
    "files",
    "find",
    "gatherers",
    "is_used",
    "parts",
    "picture",
    "produced",
    "single",
    "whole",
]


def find() -> tuple[Output, ...]:
    """Return the format of every file in this folder, in the order of their names."""
    modules = sorted(name for _, name, _ in pkgutil.iter_modules(__path__) if not name.startswith("_"))
    return tuple(importlib.import_module(f"{__name__}.{name}").OUTPUT for name in modules)


OUTPUTS: tuple[Output, ...] = find()


def files(
    dossier: Dossier, pages: Listings, only: frozenset[str] = frozenset()
) -> Iterator[tuple[str, FileArtifact]]:
    """Yield every file of every format, or of the named ones, after the format's name.

    Each file is made when it is asked for, and none is kept. A format that gathers the others' files is
    made last, and for it the others are made in any case.
    """
    gathering = gatherers(dossier, only)
    for output in OUTPUTS:
        if is_used(output, dossier) and (gathering or not only or output.name in only):
            for file in output.produce(dossier, pages):
                if file.title:
                    for gatherer in gathering.values():
                        gatherer.add(file)
                if not only or output.name in only:
                    yield output.name, file
    for name, gatherer in gathering.items():
        for file in gatherer.finish():
            yield name, file


def produced(name: str, dossier: Dossier, pages: Listings) -> Iterator[FileArtifact]:
    """Yield every file that the format with this name makes by itself."""
    for output in OUTPUTS:
        if output.name == name and is_used(output, dossier):
            yield from output.produce(dossier, pages)


def whole() -> frozenset[str]:
    """Return the names of formats whose files are made together."""
    return frozenset(output.name for output in OUTPUTS if output.single is None)


def parts(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield the pieces in which formats are made: a name alone, or with a path where each file is made by itself."""
    for output in OUTPUTS:
        if output.paths is None:
            yield output.name, ""
        elif is_used(output, dossier):
            yield from ((output.name, path) for path in output.paths(dossier))


def single(path: str, dossier: Dossier) -> tuple[str, FileArtifact] | None:
    """Return a file that is made by itself, after its format's name; nothing if no format has one at this path."""
    for output in OUTPUTS:
        if output.single and is_used(output, dossier) and (made := output.single(path, dossier)):
            return output.name, made
    return None


def picture(page: PageListing, dossier: Dossier) -> Picture | None:
    """Return the picture that other sites show beside a link to a page, if it has one of its own."""
    found = (
        output.picture(page, dossier) for output in OUTPUTS if output.picture and is_used(output, dossier)
    )
    return next((one for one in found if one), None)


def gatherers(dossier: Dossier, only: frozenset[str] = frozenset()) -> dict[str, Gatherer]:
    """Return a gatherer for each format, or each of the named ones, that is made of the others' files."""
    return {
        output.name: output.gather(dossier)
        for output in OUTPUTS
        if output.gather and (not only or output.name in only)
    }


def announced(page: PageArtifact, dossier: Dossier) -> PageArtifact:
    """Return a page that announces its other forms: the record as data, its reference, its changes."""
    found = [
        (output.media_type, path, output.title)
        for output in OUTPUTS
        if output.beside and is_used(output, dossier) and (path := output.beside(page, dossier))
    ]
    return replace(page, alternates=(*page.alternates, *found)) if found else page


class Sizes:
    """How large the files of each format are, for the page of all data: it counts them as they are made."""

    def __init__(self) -> None:
        self._listed: dict[str, list[tuple[str, str, int]]] = {}
        self._parts: dict[str, list[int]] = {}

    def clear(self) -> None:
        """Begin anew."""
        self._listed.clear()
        self._parts.clear()

    def count(self, name: str, path: str, title: str, size: int) -> None:
        """Take in a file of the format with this name."""
        if title or any(output.path == path for output in OUTPUTS):
            self._listed.setdefault(name, []).append((title, path, size))
        else:
            self._parts.setdefault(name, []).append(size)

    def offers(self, dossier: Dossier) -> Iterator[Offer]:
        """Yield what the page of all data says of each format that has anything to hold."""
        for output in OUTPUTS:
            if output.path and is_used(output, dossier):
                parts = self._parts.get(output.name, [])
                yield Offer(
                    output.name,
                    output.title,
                    output.media_type,
                    told(output.description, dossier),
                    output.licence,
                    told(output.example, dossier),
                    output.path,
                    tuple(self._listed.get(output.name, [("", output.path, 0)])),
                    len(parts),
                    sum(parts),
                )
