"""Writes all that a build makes into a folder: pages, files of every format, and the page that tells their sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

from explainer import outputs, publishing
from explainer.artifacts import FileArtifact, PageListing
from explainer.pipeline import Build
from explainer.views.data import ADDRESS as DATA
from explainer.workers import each


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as a host publishes it: where in the folder, its bytes, and what lists say of it."""

    path: str
    content: bytes
    listing: PageListing


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written."""

    path: str
    format: str = ""
    """The format that made it; empty for a page."""
    title: str = ""
    media_type: str = ""
    size: int = 0
    replaced: bool = False
    """Whether another file stood there, which was not made by this build."""


PAGES_AT_A_TIME = 8

LOOK = "assets"
"""The format without which no page looks as it should."""


def write(
    build: Build,
    folder: Path,
    draw: Callable[[str], Drawn],
    jobs: int,
    done: Mapping[str, PageListing] = MappingProxyType({}),
    *,
    later: bool = False,
) -> Iterator[Written]:
    """Write pages and files, with so many processes, and yield each when it is written; raises OSError.

    `done` are pages that the host has written. The page of all data comes last, since it tells the sizes of
    the files. `later` leaves out what a server makes when it is asked for.
    """
    if build.checked.failed:
        if later:  # pages under docs/ are shown, with what is wrong above them
            for made in outputs.produced(LOOK, build.checked.dossier, ()):
                yield _put(folder, LOOK, made)
        return
    found = dict(done)
    missing = [address for address in build.addresses if address != DATA and address not in done]
    for path, listing in each(partial(_page, draw, folder), missing, jobs, PAGES_AT_A_TIME):
        found[listing.address] = listing
        yield Written(path)
    if DATA in build.addresses:
        found[DATA] = build.listing(DATA)
    listings = [found[address] for address in build.addresses]
    build.sizes.clear()
    for file in _files(build, folder, listings, jobs, later=later):
        build.sizes.count(file.format, file.path, file.title, file.size)
        yield file
    if DATA in build.addresses:
        yield Written(_page(draw, folder, DATA)[0])


def _page(draw: Callable[[str], Drawn], folder: Path, address: str) -> tuple[str, PageListing]:
    drawn = draw(address)
    publishing.write(folder / drawn.path, [drawn.content])
    return drawn.path, drawn.listing


def _files(
    build: Build, folder: Path, listings: list[PageListing], jobs: int, *, later: bool
) -> Iterator[Written]:
    """Write the files of every format, and then those that are gathered from the others."""
    dossier = build.checked.dossier
    if build.only:  # a format that is gathered may need files that are not to be written
        for name, made in build.files(listings):
            yield _put(folder, name, made)
        return
    pieces = [piece for piece in outputs.parts(dossier) if not (later and piece[1])]
    gatherers = outputs.gatherers(dossier)
    for files in each(partial(_format, build, folder, listings), pieces, jobs):
        yield from files
        for file in files:
            if gatherers and file.title:
                with (folder / file.path).open("rb") as held:
                    for gatherer in gatherers.values():
                        gatherer.add(FileArtifact(file.path, held, file.media_type, file.title))
    for name, gatherer in gatherers.items():
        for made in gatherer.finish():
            yield _put(folder, name, made)


def _format(build: Build, folder: Path, listings: list[PageListing], piece: tuple[str, str]) -> list[Written]:
    name, path = piece
    if path:
        found = outputs.single(path, build.checked.dossier)
        return [_put(folder, *found)] if found else []
    made = outputs.produced(name, build.checked.dossier, listings)
    return [_put(folder, name, file) for file in made]


def _put(folder: Path, name: str, file: FileArtifact) -> Written:
    target = folder / file.path
    replaced = target.exists()
    publishing.write(target, file.pieces())
    return Written(file.path, name, file.title, file.media_type, file.size, replaced)
