"""What the site tells of each format of its data: one offer a format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """One format as the page shows it; files are title, path and size, and `parts` counts the ones not listed."""

    name: str
    title: str
    media_type: str
    description: str
    licence: str
    example: str
    path: str = ""
    files: tuple[tuple[str, str, int], ...] = ()
    parts: int = 0
    parts_size: int = 0
