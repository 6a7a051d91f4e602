"""What an output format is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from explainer.artifacts import FileArtifact, PageArtifact
from explainer.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Output:
    """A format's name card, from which the data page is made."""

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
