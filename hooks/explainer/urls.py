"""The one module that knows addresses. Every address is relative to the site's root and ends in a slash."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote, urlencode

from explainer.diagnostics import Position
from explainer.kinds import Kind
from explainer.linking import Graph
from explainer.parsing import Entry

RULES = "method/caveats/"
"""The page of all caveat rules."""

FORMS = "contribute/"
"""The page that leads to the form of every kind."""


def of_form(kind: Kind) -> str:
    """Return the address of the form with which one contributes a record of a kind."""
    return f"{FORMS}{kind.name}/"


def of_correcting(entry: Entry) -> str:
    """Return the address at which a record stands in its form, to be corrected."""
    return f"{of_form(entry.kind)}?id={entry.id}"


def of_adding(entry: Entry, field: str) -> str:
    """Return the address at which an item is added to a list of a record."""
    return f"{of_form(entry.kind)}?id={entry.id}&add={field}"


def of_rule(rule: str) -> str:
    """Return the place at which a caveat rule is explained."""
    return f"{RULES}#{rule}"


def of_status(status: str) -> str:
    """Return the address of the page of all claims of one status."""
    return f"claims/status/{status}/"


def of_entry(entry: Entry) -> str:
    """Return the address of a record's page, or of its place on the page that gathers its kind."""
    if entry.kind.gathered:
        return f"{entry.kind.address}/#{entry.id}"
    return f"{entry.kind.address}/{entry.id}/"


def of_mentions(entry: Entry) -> str:
    """Return the address of the list of all records whose texts mention a record."""
    return f"{of_list(entry.kind.address)}{entry.id}/mentioned/"


def of_card(entry: Entry) -> str:
    """Return the address of the card with which other pages show a record."""
    return f"{of_entry(entry)}card/"


def of_picture(address: str) -> str:
    """Return the picture that other sites show beside a link to a page: `claims/x/` → `claims/x/share.png`."""
    return f"{address}{_PICTURE}"


def pictured(path: str) -> str:
    """Return the address of the page whose picture a file is; empty if it is none."""
    return path.removesuffix(_PICTURE) if path.endswith(f"/{_PICTURE}") else ""


_PICTURE = "share.png"


def of_id(id: str, graph: Graph) -> str:
    """Return the address of the record with this id; raises KeyError if there is none."""
    return of_entry(graph.entries[id])


def of_list(address: str) -> str:
    """Return the address of a list or other top page."""
    return f"{address}/"


def of_page(path: str) -> str:
    """Return the address that a Markdown page under docs/ gets: `topics/costs.md` → `topics/costs/`."""
    stem = path.removesuffix(".md")
    stem = stem.removesuffix("/index") if stem.endswith("/index") else "" if stem == "index" else stem
    return f"{stem}/" if stem else ""


SENTENCES = "sentences/"
"""The page of all sentences of the prose."""


SENTENCES_IN_RECORDS = f"{SENTENCES}in-records/"
"""The list of all sentences of records that lead to other records."""


def of_sentences(path: str) -> str:
    """Return the address at which the sentences of a Markdown page under docs/ are listed."""
    return f"{SENTENCES}{of_page(path) or 'home/'}"


SENTENCES_DATA = "data/sentences.json"
"""The file of all sentences, those of records among them."""


def of_sentences_data(path: str) -> str:
    """Return the file that lists the sentences of a Markdown page under docs/ as data."""
    return f"data/{of_sentences(path).rstrip('/')}.json"


def relative(base: str, address: str) -> str:
    """Return how a page at `base` links to `address`."""
    if address.startswith(("http://", "https://")):
        return address
    page, _, anchor = address.partition("#")
    if page == base and anchor:
        return f"#{anchor}"
    climbed = "../" * base.count("/") + address
    return climbed or "./"


@dataclass(frozen=True, slots=True)
class Way:
    """How pages of one depth lead to any address: a function that templates call."""

    plain: ClassVar[bool] = True
    """What a component makes of equal ways is equal, so it may be remembered."""

    up: str

    def __call__(self, address: str) -> str:
        """Return the relative form of an address within the site; others stay as they are."""
        if address.startswith(("http://", "https://")):
            return address
        return self.up + address or "./"


def way_from(base: str) -> Way:
    """Return how a page at `base` leads to other addresses."""
    return Way("../" * base.count("/"))


def file_of(address: str) -> str:
    """Return the file that serves an address: `actors/x/` → `actors/x/index.html`."""
    page = address.partition("#")[0]
    return f"{page}index.html" if page.endswith("/") or not page else page


def as_file(address: str) -> str:
    """Return an address that leads to a file, for hosts and folders that do not find it by themselves."""
    page, mark, rest = _PARTED.fullmatch(address).groups()  # type: ignore[union-attr]  # it fits all
    if page.endswith("/") or (not page and mark == ""):
        page += "index.html"
    elif page.rpartition("/")[2] in {".", ".."}:
        page += "/index.html"
    return f"{page}{mark}{rest}"


_PARTED = re.compile(r"([^?#]*)([?#]?)(.*)", re.DOTALL)
_LINK = re.compile(r'(?<=\s)(href|action)="([^"]*)"')


def linked_to_files(html: str) -> str:
    """Return a page whose links within the site lead to files, so that it can be read from a folder."""
    return _LINK.sub(lambda found: f'{found[1]}="{_within(found[2])}"', html)


def _within(link: str) -> str:
    return (
        link
        if not link or link.startswith(("#", "?", "//")) or ":" in link.partition("/")[0]
        else as_file(link)
    )


def of_line(position: Position, repository: str, branch: str) -> str:
    """Return the address at which the repository shows a line."""
    return f"{repository}/blob/{quote(branch)}/{quote(position.file)}#L{position.line}"


def of_change(position: Position, repository: str, branch: str) -> str:
    """Return the address at which the repository lets one change a file."""
    return f"{repository}/edit/{quote(branch)}/{quote(position.file)}"


def of_report(page: str, repository: str) -> str:
    """Return the address of the form for problems, with the record or page filled in."""
    return f"{repository}/issues/new?{urlencode({'template': 'problem.yml', 'page': page or 'home'})}"


def slug(text: str) -> str:
    """Return an anchor made from a heading, in its own script: another heading gets another anchor."""
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-") or "section"


def of_licence(spdx: str) -> str:
    """Return the address at which a licence (SPDX) can be read: its own where it is of Creative Commons."""
    found = re.fullmatch(r"CC-(BY(?:-NC)?(?:-ND|-SA)?)-([0-9.]+)", spdx)
    if found:
        return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/"
    return f"https://spdx.org/licenses/{spdx}"


def anchors(names: Iterable[str]) -> list[str]:
    """Return an anchor for each name, in their order; one that repeats another gets its number: `x`, `x-2`."""
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        anchor = slug(name)
        seen[anchor] += 1
        found.append(anchor if seen[anchor] == 1 else f"{anchor}-{seen[anchor]}")
    return found


def of_data(entry: Entry, suffix: str, id: str = "") -> str:
    """Return the address of a record in another format: `data/actors/x.json`; `id` may be a former id."""
    return f"data/{entry.kind.address}/{id or entry.id}.{suffix}"


def of_former(entry: Entry, id: str) -> str:
    """Return the address under which a record stood before it was renamed."""
    return f"{entry.kind.address}/{id}/"


def absolute(address: str, site: str, base: str = "") -> str:
    """Return an address as other programs need it: whole, or seen from `base` where the site has none."""
    if address.startswith(("http://", "https://")):
        return address
    return f"{site.rstrip('/')}/{address}" if site else relative(base, address)
