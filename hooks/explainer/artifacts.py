"""Files of the site: what the core hands over, whoever publishes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from explainer.diagnostics import Position


@dataclass(frozen=True, slots=True)
class PageArtifact:
    """One page as HTML without its shell, with what a shell needs to know."""

    address: str
    title: str
    description: str
    html: str
    section: str = ""
    crumbs: tuple[tuple[str, str], ...] = ()
    toc: tuple[tuple[str, str], ...] = ()
    edit: Position | None = None
    record: str = ""
    """The id of the record that the page is about."""
    kind: str = ""
    alternates: tuple[tuple[str, str, str], ...] = ()
    """Other forms of the page: media type, path, title."""
    structured: Any = field(default=None, hash=False)
    """Structured data (JSON-LD)."""


@dataclass(frozen=True, slots=True)
class FileArtifact:
    """One file that is no page: data, a feed, a stylesheet."""

    path: str
    content: bytes
    media_type: str = ""
    title: str = ""
