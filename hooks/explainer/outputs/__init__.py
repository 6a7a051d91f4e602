"""Output formats, one file each. Adding a format means adding a file that defines OUTPUT."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import replace

from explainer.artifacts import FileArtifact, PageArtifact
from explainer.dossier import Dossier
from explainer.outputs._base import Output
from explainer.views.data import Offer

__all__ = ["OUTPUTS", "Output", "announced", "files", "find", "made", "offers"]


def find() -> tuple[Output, ...]:
    """Return the format of every file in this folder, in the order of their names."""
    modules = sorted(name for _, name, _ in pkgutil.iter_modules(__path__) if not name.startswith("_"))
    return tuple(importlib.import_module(f"{__name__}.{name}").OUTPUT for name in modules)


OUTPUTS: tuple[Output, ...] = find()


def made(
    dossier: Dossier, pages: tuple[PageArtifact, ...], only: frozenset[str] = frozenset()
) -> dict[str, tuple[FileArtifact, ...]]:
    """Return the files of every format, or of the named ones, by the format's name.

    A format that gathers the others' files is made last, and for it the others are made in any case.
    """
    gathering = [output for output in OUTPUTS if output.gather and (not only or output.name in only)]
    wanted = [output for output in OUTPUTS if not only or gathering or output.name in only]
    found = {output.name: tuple(output.produce(dossier, pages)) for output in wanted if not output.gather}
    listed = tuple(file for name in found for file in found[name] if file.title)
    found |= {output.name: tuple(output.gather(dossier, listed)) for output in gathering if output.gather}
    return {name: files for name, files in found.items() if not only or name in only}


def files(
    dossier: Dossier, pages: tuple[PageArtifact, ...], only: frozenset[str] = frozenset()
) -> Iterator[FileArtifact]:
    """Yield every file of every format, or of the named ones."""
    for some in made(dossier, pages, only).values():
        yield from some


def announced(page: PageArtifact, dossier: Dossier) -> PageArtifact:
    """Return a page that announces its other forms: the record as data, its reference, its changes."""
    found = [
        (output.media_type, path, output.title)
        for output in OUTPUTS
        if output.beside and (path := output.beside(page, dossier))
    ]
    return replace(page, alternates=(*page.alternates, *found)) if found else page


def offers(made: Mapping[str, tuple[FileArtifact, ...]]) -> Iterator[Offer]:
    """Yield what the page of all data says of each format, with the sizes of the files that were made."""
    for output in OUTPUTS:
        if output.path:
            files = made.get(output.name, ())
            listed = [file for file in files if file.title or file.path == output.path]
            parts = [len(file.content) for file in files if not (file.title or file.path == output.path)]
            yield Offer(
                output.name,
                output.title,
                output.media_type,
                output.description,
                output.licence,
                output.example,
                tuple((file.title, file.path, len(file.content)) for file in listed)
                or (("", output.path, 0),),
                len(parts),
                sum(parts),
            )
