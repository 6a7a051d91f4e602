"""What an output format is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from explainer.artifacts import FileArtifact, PageListing
from explainer.dossier import Dossier

Told = str | Callable[[Dossier], str]
"""Words that are always the same, or that follow what a site has."""

Listings = Iterable[PageListing]
"""What lists say of every generated page; of all that was made, it is all that formats need."""


class Gatherer(Protocol):
    """Makes a format of the others' files: it is shown one after the other, as they are made."""

    def add(self, file: FileArtifact) -> None:
        """Take in a file."""

    def finish(self) -> Iterator[FileArtifact]:
        """Yield what was made of all of them."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a page: where it lies, and what it says in words."""

    path: str
    alt: str


@dataclass(frozen=True, slots=True)
class Output:
    """A format's name card, from which the data page is made.

    A file that `produce` gives a title is listed on the data page and packed into the archive of all data;
    a file without one is a part of another, or needed by the site alone.
    """

    name: str
    title: str
    media_type: str
    description: Told
    """What it is and for whom, in a sentence or two."""
    produce: Callable[[Dossier, Listings], Iterator[FileArtifact]]
    example: Told = ""
    """How one uses it."""
    needs: tuple[str, ...] = ()
    """The kinds of record of which there must be one; empty: it is always made."""
    path: str = ""
    """The file that the data page leads to; empty for files that only the site itself needs."""
    alternate: bool = False
    """Whether every page announces it as another form of the site."""
    licence: str = ""
    """Its licence (SPDX), where that is not the site's own."""
    beside: Callable[[PageListing, Dossier], str] | None = None
    """The path of the file that says what a page says, so that the page announces it; empty if there is none."""
    paths: Callable[[Dossier], Iterable[str]] | None = None
    """For files that take long to make: where they lie. All processes share them; a server makes those asked for."""
    single: Callable[[str, Dossier], FileArtifact | None] | None = None
    """The file at a path; with `paths`."""
    picture: Callable[[PageListing, Dossier], Picture | None] | None = None
    """The picture that other sites show beside a link to a page; empty if there is none of its own."""
    gather: Callable[[Dossier], Gatherer] | None = None
    """For a format made of the others' files: it is made last, from those that have a title."""


def is_used(output: Output, dossier: Dossier) -> bool:
    """Tell whether a format has anything to hold."""
    return not output.needs or dossier.has(*output.needs)


def told(words: Told, dossier: Dossier) -> str:
    """Return words as they read on a site."""
    return words if isinstance(words, str) else words(dossier)


def judged(dossier: Dossier, *plurals: str) -> tuple[str, ...]:
    """Return what claims and events are called, as far as a site has any."""
    named = zip(("claim", "event"), plurals or ("claim", "event"), strict=True)
    return tuple(name for kind, name in named if dossier.has(kind))


def nothing(_dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield no file: the format is gathered from the others."""
    return iter(())
