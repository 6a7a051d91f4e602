"""What an output format is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from explainer.artifacts import FileArtifact, PageArtifact
from explainer.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Output:
    """A format's name card, from which the data page is made.

    A file that `produce` gives a title is listed on the data page and packed into the archive of all data;
    a file without one is a part of another, or needed by the site alone.
    """

    name: str
    title: str
    media_type: str
    description: str
    """What it is and for whom, in a sentence or two."""
    produce: Callable[[Dossier, tuple[PageArtifact, ...]], Iterator[FileArtifact]]
    example: str = ""
    """How one uses it."""
    path: str = ""
    """The file that the data page leads to; empty for files that only the site itself needs."""
    alternate: bool = False
    """Whether every page announces it as another form of the site."""
    licence: str = ""
    """Its licence (SPDX), where that is not the site's own."""
    beside: Callable[[PageArtifact, Dossier], str] | None = None
    """The path of the file that says what a page says, so that the page announces it; empty if there is none."""
    gather: Callable[[Dossier, tuple[FileArtifact, ...]], Iterator[FileArtifact]] | None = None
    """For a format made of the others' files: it is made last, from those that have a title."""


def nothing(_dossier: Dossier, _pages: tuple[PageArtifact, ...]) -> Iterator[FileArtifact]:
    """Yield no file: the format is gathered from the others."""
    return iter(())
