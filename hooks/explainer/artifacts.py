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
class PageListing:
    """What lists of all pages say of one. Of a large site, this is what is kept of a page that is written."""

    address: str
    title: str
    description: str
    section: str = ""
    record: str = ""
    """The id of the record that the page is about."""
    kind: str = ""

    def __post_init__(self) -> None:
        _stay_inside(self.address)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageArtifact(PageListing):
    """One page as HTML without its shell, with what a shell needs to know."""

    html: str
    crumbs: tuple[tuple[str, str], ...] = ()
    toc: tuple[tuple[str, str], ...] = ()
    edit: Position | None = None
    alternates: tuple[tuple[str, str, str], ...] = ()
    """Other forms of the page: media type, path, title."""
    structured: str = ""
    """Structured data (JSON-LD) as text that may stand in a page's script element; empty if there is none."""

    @property
    def listing(self) -> PageListing:
        """What lists of all pages say of it."""
        return PageListing(self.address, self.title, self.description, self.section, self.record, self.kind)


@dataclass(frozen=True, slots=True)
class FileArtifact:
    """One file that is no page: data, a feed, a stylesheet."""

    path: str
    content: bytes
    media_type: str = ""
    title: str = ""

    def __post_init__(self) -> None:
        _stay_inside(self.path)
