"""Pictures under docs/: where they are named, how large they are drawn, how heavy they are.

A picture keeps its room before it is loaded, so that nothing on a page moves: its size is read from the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Any

import imagesize

from explainer.values.path import PICTURE_PATTERN

HEAVIEST = 500_000
"""How many bytes a picture may have before it is told."""

IN_MARKDOWN = re.compile(
    r"!\[(?P<words>(?:\\.|[^\]\\])*)\]\(\s*<?(?P<path>[^\s)>]+)>?(?:\s+(?P<quote>[\"'])(?P<credit>.*?)(?P=quote))?\s*\)"
)
"""A picture in Markdown: `![what it shows](assets/map.svg "Whose it is, and under which licence")`."""


@dataclass(frozen=True, slots=True)
class Image:
    """What a file is as a picture."""

    width: int
    """In CSS pixels; 0 where the file does not say."""
    height: int
    weight: int
    """In bytes."""


def sizes(docs: Path, paths: Iterable[str]) -> dict[str, Image]:
    """Return those of these paths under docs/ that are pictures, with their sizes."""
    found = {}
    for path in sorted(set(paths)):
        file = docs / path
        if re.fullmatch(PICTURE_PATTERN, path) and file.is_file():
            found[path] = _read(file)
    return found


def wanted(records: Iterable[Any], pages: Iterable[tuple[str, str]]) -> set[str]:
    """Return the paths of all pictures that records and Markdown pages (path and text) name."""
    return {*of_records(records), *(path for page, text in pages for path, _ in of_page(page, text))}


def _read(file: Path) -> Image:
    try:
        width, height = imagesize.get(str(file))
    except (OSError, ValueError, TypeError):  # what the file says of itself cannot be read
        width = height = 0
    return Image(max(round(width), 0), max(round(height), 0), file.stat().st_size)


def of_records(records: Iterable[Any]) -> Iterator[str]:
    """Yield the path of every picture that records show."""
    for record in records:
        for picture in getattr(record, "pictures", ()):
            yield picture.file


def of_page(path: str, text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield every picture of a Markdown page: its path under docs/, and where it is named."""
    folder = PurePosixPath(path).parent
    for found in IN_MARKDOWN.finditer(text):
        target = found["path"]
        if not re.match(r"[a-z][a-z0-9+.-]*:|//", target):
            yield _joined(folder, target), found


def _joined(folder: PurePosixPath, target: str) -> str:
    parts: list[str] = []
    for part in (folder / target).parts:
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


_IMG = re.compile(r"(?P<alone><p>\s*)?<img (?P<attributes>[^>]*?)\s*/?>(?P<end>\s*</p>)?")
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')


def framed(html: str, address: str, known: Mapping[str, Image]) -> str:
    """Return the HTML of a page under docs/ with its pictures in their sizes; one that stands alone gets its caption.

    `address` is that of the page, to which the paths of its pictures are relative.
    """

    def one(found: re.Match[str]) -> str:
        given = dict(_ATTRIBUTE.findall(found["attributes"]))
        path = _joined(PurePosixPath(address), unescape(given.get("src", "")))
        image = known.get(path)
        if image is None:
            return found.group()
        caption = given.pop("title", "")
        shown = "".join(f' {name}="{value}"' for name, value in (given | attributes(image)).items())
        if not (found["alone"] and found["end"]):
            title = f' title="{caption}"' if caption else ""
            return f"{found['alone'] or ''}<img{shown}{title}>{found['end'] or ''}"
        below = f"<figcaption>{caption}</figcaption>" if caption else ""
        return f'<figure class="x-photo"><img{shown}>{below}</figure>'

    return _IMG.sub(one, html)


def attributes(image: Image) -> dict[str, str]:
    """Return what an `img` element says of a picture besides its address and words."""
    size = {"width": str(image.width), "height": str(image.height)} if image.width and image.height else {}
    return {**size, "loading": "lazy", "decoding": "async"}
