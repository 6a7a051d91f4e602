"""Long lists in parts: no page grows without bound with the site.

A list that is short stays one page. A longer one is cut by what it is grouped by already (year, topic,
letter, side), and each part is a page with an address of its own. The list's own page then says which
parts there are, with counts, and a small index beside it lets the filter work over all of them and leads
on from the anchors that entries had when the list was one page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import takewhile
from typing import Any

from explainer import standings, urls
from explainer.dossier import Dossier
from explainer.messages import Message
from explainer.remembering import once_for_each
from explainer.views._base import PageView, Plan
from explainer.wording import counted

PART = Message("Part {number} of {count}")
PART_OF_GROUP = Message("{group}, {number} of {count}")
TITLE = Message("{list}: {part}")
ABOUT = Message("{part}: {count:,} of {entries}.")

AT_MOST = 300
"""How many entries stand on one page."""

Group = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """What the index says of an entry."""

    id: str
    title: str
    words: str = ""
    """A date or another word that stands beside the title."""
    status: str = ""
    contested: bool = False
    choices: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What it can be filtered by: the values under each key."""
    contrary: str = ""
    """What its strongest contrary amounts to, if that is shown."""


@dataclass(frozen=True, slots=True)
class Cut:
    """How a list is cut."""

    groups: str
    """The name of the groups in the page's data."""
    entries: Callable[[Group], list[Any]]
    """The entries of a group, each of which stays whole."""
    filled: Callable[[Group, list[Any]], Group]
    """A group with some of its entries alone."""
    name: Callable[[Group], str]
    anchor: Callable[[Group], str]
    """Where the group begins on the whole page."""
    item: Callable[[Any], Item]
    noun: tuple[str, str]
    base: str = ""
    """Where the pages of entries stand: their ids follow it. Empty: an entry is shown on its part."""
    prefix: str = ""
    """What stands before an entry's id in its anchor."""
    beside: Callable[[Mapping[str, Any], Group], Mapping[str, Any]] = lambda _data, _group: {}
    """What else of the page's data a part shows otherwise: a table of what concerns its entries alone."""
    at_most: int = AT_MOST


@dataclass(frozen=True, slots=True)
class List:
    """A list of the site: one page, or several."""

    address: str
    make: Callable[[Dossier], PageView]
    """The whole list as one page."""
    cut: Cut
    count: int
    """About how many entries it has; never fewer."""
    fill: Callable[[PageView, Dossier], PageView] = lambda view, _dossier: view
    """Work out what `make` leaves open of the entries on a page: done for each page when it is made."""

    @property
    def is_cut(self) -> bool:
        """Whether it may have more entries than one page shows."""
        return self.count > self.cut.at_most

    @property
    def index_path(self) -> str:
        """Where the index of its entries stands."""
        return f"assets/lists/{'-'.join(self.address.strip('/').split('/'))}.json"

    def plans(self, dossier: Dossier) -> Iterator[Plan]:
        """Yield the page of the list, or each of its pages."""
        if not self.is_cut:
            yield Plan(self.address, lambda: self.fill(whole(self.make(dossier)), dossier))
            return
        for address in self.pages(dossier):
            yield Plan(address, partial(self._page, address, dossier))

    def _page(self, address: str, dossier: Dossier) -> PageView:
        return self.fill(self.pages(dossier)[address], dossier)

    def pages(self, dossier: Dossier) -> Mapping[str, PageView]:
        """Return every page of the list by its address, made once, and not filled."""
        lists = _made(dossier)
        if self.address not in lists:
            lists[self.address] = {
                view.address: view for view in _divided(self.make(dossier), self.cut, self.index_path)
            }
        return lists[self.address]

    def index(self, dossier: Dossier) -> dict[str, Any]:
        """Return what the filter needs of every entry; empty if the list is one page."""
        pages = self.pages(dossier)
        parts = [address for address in pages if address != self.address]
        items = [
            (number, self.cut.item(entry))
            for number, address in enumerate(parts)
            for group in pages[address].data[self.cut.groups]
            for entry in self.cut.entries(group)
        ]
        keys = list(dict.fromkeys(key for _, item in items for key in item.choices))
        values = {key: list(dict.fromkeys(_flat(items, key))) for key in keys}
        places = {key: {value: place for place, value in enumerate(values[key])} for key in keys}
        return {
            "parts": parts,
            "base": self.cut.base,
            "prefix": self.cut.prefix,
            "values": values,
            "items": [
                [
                    number,
                    item.id,
                    item.title,
                    item.words,
                    item.status,
                    standings.beside(item.contested, item.contrary),
                    *([places[key][value] for value in item.choices.get(key, ())] for key in keys),
                ]
                for number, item in items
            ],
        }


@once_for_each
def _made(_dossier: Dossier) -> dict[str, dict[str, PageView]]:
    """Return where the pages of lists that are cut are kept, by the list's address."""
    return {}


def _flat(items: Iterable[tuple[int, Item]], key: str) -> Iterator[str]:
    for _, item in items:
        yield from item.choices.get(key, ())


def whole(view: PageView) -> PageView:
    """Return a list as the one page that it is."""
    return replace(view, data={**view.data, "parts": None, "part": None})


def _divided(view: PageView, cut: Cut, index: str) -> Iterator[PageView]:
    """Yield the page of a list, then each of its parts; the list alone where it fits on one page."""
    groups: list[Group] = list(view.data[cut.groups])
    total = sum(len(cut.entries(group)) for group in groups)
    if total <= cut.at_most:
        yield whole(view)
        return
    overview: list[dict[str, Any]] = []
    cells: list[tuple[str, str, Group, int]] = []
    taken: set[str] = set()
    for group in groups:
        entries, name = cut.entries(group), cut.name(group)
        slug = urls.slug(name) if name else ""
        if slug in taken:  # names that differ in signs alone
            slug = f"{slug}-{urls.slug(cut.anchor(group))}"
        taken.add(slug)
        chunks = [entries[at : at + cut.at_most] for at in range(0, len(entries), cut.at_most)]
        found = []
        for number, chunk in enumerate(chunks, 1):
            several = len(chunks) > 1
            # the first keeps the group's own address, which stays when the group grows
            steps = [slug, str(number) if number > 1 or not slug else ""]
            address = f"{view.address}part/{'/'.join(filter(None, steps))}/"
            message = PART_OF_GROUP if name else PART
            title = message(group=name, number=number, count=len(chunks)) if several or not name else name
            cells.append((address, title, cut.filled(group, chunk), len(chunk)))
            found.append({"address": address, "title": title, "number": number, "count": len(chunk)})
        overview.append({"name": name, "anchor": cut.anchor(group), "count": len(entries), "parts": found})
    noun = {"one": cut.noun[0], "many": cut.noun[1]}
    summary = {"groups": overview, "index": index, "noun": noun, "count": len(cells), "address": view.address}
    yield replace(
        view,
        data={**view.data, cut.groups: [], "parts": summary, "part": None},
        toc=(
            *_before_groups(view, overview),
            *((one["anchor"], one["name"]) for one in overview if one["name"]),
        ),
    )
    for at, (address, title, group, count) in enumerate(cells):
        part = {
            "title": title,
            "list": view.title,
            "address": view.address,
            "count": count,
            "total": total,
            "noun": noun,
            "before": _neighbour(cells, at - 1) if at else None,
            "after": _neighbour(cells, at + 1) if at + 1 < len(cells) else None,
        }
        yield replace(
            view,
            address=address,
            title=TITLE(list=view.title, part=title),
            description=ABOUT(part=title, count=count, entries=counted(total, *cut.noun)),
            data={
                **view.data,
                cut.groups: [group],
                **cut.beside(view.data, group),
                "parts": None,
                "part": part,
            },
            toc=(),
            crumbs=(*view.crumbs, (view.title, view.address)),
        )


def _before_groups(view: PageView, overview: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield what a list’s contents name before its groups: a picture, which the page of all parts shows, too."""
    anchors = {one["anchor"] for one in overview}
    yield from takewhile(lambda entry: entry[0] not in anchors, view.toc)


def _neighbour(cells: Sequence[tuple[str, str, Group, int]], at: int) -> dict[str, str]:
    return {"address": cells[at][0], "title": cells[at][1]}


def under(name: str) -> tuple[Callable[[Group], list[Any]], Callable[[Group, list[Any]], Group]]:
    """Return how the entries of a group are read and replaced, where they stand under one name."""
    return (lambda group: list(group[name])), (lambda group, entries: {**group, name: entries})
