"""The pages of a built site as plain Markdown files, for plain MkDocs with Material."""

from __future__ import annotations

import posixpath
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

CONFIG = """\
site_name: The same pages, written by hand
site_url: https://example.org/bench/
theme: {name: material, font: false}
not_in_nav: "*"
nav: [Home: index.md]
validation: {links: {not_found: ignore, unrecognized_links: ignore, absolute_links: ignore}}
markdown_extensions: [admonition, attr_list, def_list, tables, toc]
"""

_SKIPPED = frozenset(["svg", "script", "style", "button", "form", "template"])
_HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### "}
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "aside",
        "figure",
        "figcaption",
        "dt",
        "dd",
        "tr",
        "blockquote",
        "summary",
    ]
)


class _Markdown(HTMLParser):
    """Turns the article of a page into Markdown; pictures, scripts and forms are left out."""

    def __init__(self, address: str) -> None:
        super().__init__(convert_charrefs=True)
        self.address = address
        self.lines: list[str] = [""]
        self.skipped = 0
        self.inside = False
        self.link: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a heading, an item, a paragraph or a link."""
        if tag == "article":
            self.inside = True
        self.skipped += tag in _SKIPPED
        if self.skipped or not self.inside:
            return
        if tag in _HEADINGS:
            self.lines += ["", _HEADINGS[tag]]
        elif tag == "li":
            self.lines.append("- ")
        elif tag in _BLOCKS:
            self.lines += ["", ""]
        elif tag == "a":
            self.link = self._target(dict(attrs).get("href") or "")
            self.lines[-1] += "["

    def _target(self, href: str) -> str:
        if "://" in href or href.startswith("#"):
            return href
        path, _, anchor = href.partition("#")
        if path.endswith("/") or path in (".", "..", "./"):
            path = posixpath.join(path, "index.md")
        return f"{path}#{anchor}" if anchor else path

    def handle_endtag(self, tag: str) -> None:
        """End what began."""
        self.skipped -= tag in _SKIPPED
        if tag == "article":
            self.inside = False
        elif tag == "a" and self.link is not None and not self.skipped:
            self.lines[-1] += f"]({self.link})"
            self.link = None
        elif tag in _BLOCKS and self.inside and not self.skipped:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        """Take over text."""
        if self.inside and not self.skipped:
            self.lines[-1] += (
                re.sub(r"\s+", " ", data).replace("[", "\\[")
                if self.link is None
                else re.sub(r"\s+", " ", data)
            )

    @property
    def text(self) -> str:
        """The Markdown."""
        return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in self.lines)).strip() + "\n"


def write(site: Path, folder: Path) -> int:
    """Write every page of a site as a Markdown file of a plain MkDocs project; return their number."""
    shutil.rmtree(folder, ignore_errors=True)
    count = 0
    for path in sorted(site.rglob("index.html")):
        address = path.parent.relative_to(site).as_posix()
        page = _Markdown(address)
        page.feed(path.read_text(encoding="utf-8"))
        target = folder / "docs" / path.parent.relative_to(site) / "index.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page.text, encoding="utf-8")
        count += 1
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    return count
