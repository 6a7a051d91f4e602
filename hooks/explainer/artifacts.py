"""Files of the site: what the core hands over, whoever publishes it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from explainer.diagnostics import Position

_LEADS_OUT = re.compile(r"^[/~]|(^|/)\.{1,2}(/|$)|//|[\x00-\x1f\\:]")


class LeadsOut(ValueError):
    """Raised for a path that would leave the site's folder, or mean something else on another system."""


def _stay_inside(path: str) -> None:
    """Raise LeadsOut unless a path stays inside. Ids were checked long before; here as if they had not been."""
    if _LEADS_OUT.search(path):
        raise LeadsOut(f"“{path}” would lead out of the site")


@dataclass(frozen=True, slots=True)
class PageArtifact:
    """One page as HTML without its shell, with what a shell needs to know."""

    address: str
    title: str
    description: str
    content: bytes
    """Its HTML in UTF-8: as text, one sign from another script would make a page twice as large in memory."""
    section: str = ""
    crumbs: tuple[tuple[str, str], ...] = ()
    toc: tuple[tuple[str, str], ...] = ()
    edit: Position | None = None
    record: str = ""
    """The id of the record that the page is about."""
    kind: str = ""
    alternates: tuple[tuple[str, str, str], ...] = ()
    """Other forms of the page: media type, path, title."""
    structured: str = ""
    """Structured data (JSON-LD) as text that may stand in a page's script element; empty if there is none."""

    def __post_init__(self) -> None:
        _stay_inside(self.address)

    @property
    def html(self) -> str:
        """Its HTML as text."""
        return self.content.decode()


@dataclass(frozen=True, slots=True)
class FileArtifact:
    """One file that is no page: data, a feed, a stylesheet."""

    path: str
    content: bytes
    media_type: str = ""
    title: str = ""

    def __post_init__(self) -> None:
        _stay_inside(self.path)
