"""Whether a finished site is one that we made: a host that passes over hooks in silence publishes none of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from explainer import __version__, urls
from explainer.dossier import Dossier

MARKER = f"explainer {__version__}"
"""What every page says of its making, as the content of the meta element “generator”."""

_MARKED = re.compile(r'<meta name="generator" content="explainer [0-9]')

NOT_OURS = (
    "The home page was not made by the explainer: the program that built the site passed over the hooks of this "
    "project. Nothing of content/ is on it."
)
"""What is said of a site without the marker."""


def is_ours(home: str) -> bool:
    """Tell whether the HTML of a home page carries our marker."""
    return _MARKED.search(home) is not None


def missing(site: Path, dossier: Dossier) -> tuple[str, ...]:
    """Return what a built site lacks, a sentence each: its home page, our marker, pages of records."""
    home = site / "index.html"
    if not home.is_file():
        return (f"{site} holds no home page.",)
    if not is_ours(home.read_text(encoding="utf-8")):
        return (NOT_OURS,)
    found = []
    for entry in dossier.graph.entries.values():
        address = urls.of_entry(entry).partition("#")[0]
        if not (site / urls.file_of(address)).is_file():
            found.append(f"The record “{entry.id}” ({entry.position}) has no page at {address}.")
    return tuple(found)


def broken_links(site: Path) -> tuple[str, ...]:
    """Return every link within a built site that leads nowhere, a sentence each.

    The page for lost readers is left out: it is shown at any depth, and its links begin at the host.
    """
    pages = {path.relative_to(site).as_posix(): _Page(path) for path in sorted(site.rglob("*.html"))}
    return tuple(
        f"{name} links to “{link}”, {reason}."
        for name, page in pages.items()
        if name != "404.html"
        for link in page.links
        if (reason := _wrong(link, name, pages, site))
    )


def _wrong(link: str, name: str, pages: dict[str, _Page], site: Path) -> str:
    """Return why a link leads nowhere; nothing if it leads somewhere, or out of the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return ""
    path, anchor = urldefrag(unquote(link))
    path = path.partition("?")[0]
    target = (site / name).parent / path if path else site / name
    resolved = target.resolve()
    if resolved.is_dir():
        resolved /= "index.html"
    if not resolved.is_relative_to(site.resolve()) or not resolved.is_file():
        return "and there is no such page or file"
    other = pages.get(resolved.relative_to(site.resolve()).as_posix())
    if anchor and anchor != "top" and other is not None and anchor not in other.ids:
        return "and nothing on that page has this id"
    return ""


class _Page(HTMLParser):
    """The ids of a page, and where it leads."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: dict[str, None] = {}
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the id and the addresses of an element."""
        self.ids |= set(_values(attrs, "id"))
        if tag != "link" or ("rel", "canonical") not in attrs:
            self.links |= dict.fromkeys(_values(attrs, "href", "src"))


def _values(attrs: list[tuple[str, str | None]], *names: str) -> Iterator[str]:
    return (value for name, value in attrs if name in names and value)
