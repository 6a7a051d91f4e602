"""Files of the site: what the core hands over, whoever publishes it."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import IO

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
    toc_inner: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Parts of a section, by its anchor."""
    edit: Position | None = None
    alternates: tuple[tuple[str, str, str], ...] = ()
    """Other forms of the page: media type, path, title."""
    changed: date = date.min
    """When it was last changed, as the content tells it."""
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
    held: bytes | IO[bytes]
    """What it holds, or where that is kept (`aside`) because it may be too large for the memory."""
    media_type: str = ""
    title: str = ""

    def __post_init__(self) -> None:
        _stay_inside(self.path)

    @property
    def size(self) -> int:
        """How many bytes it holds."""
        return len(self.held) if isinstance(self.held, bytes) else self.held.seek(0, 2)

    @property
    def content(self) -> bytes:
        """All that it holds at once."""
        return b"".join(self.pieces())

    def pieces(self) -> Iterator[bytes]:
        """Yield what it holds, a piece at a time."""
        if isinstance(self.held, bytes):
            yield self.held
            return
        self.held.seek(0)
        while piece := self.held.read(PIECE):
            yield piece


PIECE = 1 << 18
"""How many bytes of a large file are in memory at once."""


def aside() -> IO[bytes]:
    """Return where a file that grows with the site is kept until it is written: on the disk, if it is large."""
    return _Aside(max_size=PIECE)


class _Aside(tempfile.SpooledTemporaryFile[bytes]):
    """Is gone when nobody holds it any longer."""

    def __del__(self) -> None:
        self.close()
