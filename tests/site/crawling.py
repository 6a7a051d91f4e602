"""A site as its readers' browsers see it: pages, links, anchors, texts."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass
class SitePage(HTMLParser):
    """One page: its ids, its links, its text."""

    address: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of an element."""
        given = dict(attrs)
        self.tags.append((tag, given))
        if given.get("id"):
            self.ids.append(str(given["id"]))
        target = given.get("href") if tag in ("a", "link") else given.get("src")
        if target:
            self.links.append(target)

    def handle_data(self, data: str) -> None:
        """Take note of text."""
        self.text.append(data)


def crawl(site: Path) -> dict[str, SitePage]:
    """Return every page of a site by its address."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        page = SitePage(address)
        page.feed(path.read_text(encoding="utf-8"))
        pages[address] = page
    return pages


def internal(page: SitePage, base: str = "") -> list[tuple[str, str]]:
    """Return the addresses within the site to which a page links, with their anchors."""
    found = []
    for link in page.links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            if not base or not link.startswith(base):
                continue
            parts = urlsplit("/" + link.removeprefix(base))
        path = unquote(parts.path)
        target = (
            page.address
            if not path
            else posixpath.normpath(posixpath.join("/", posixpath.dirname(page.address), path))
        )
        target = target.lstrip("/")
        if path.endswith(("/", ".")) and target:
            target += "/"
        found.append(("" if target == "./" else target, unquote(parts.fragment)))
    return found
