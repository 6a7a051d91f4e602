"""Lists of all records whose texts mention one that is mentioned too often for its own page to tell all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from explainer import urls
from explainer.backlinks import referring
from explainer.dossier import Dossier
from explainer.kinds import BY_NAME
from explainer.linking import MENTIONED
from explainer.messages import Message
from explainer.parsing import Entry
from explainer.views._base import MENTIONS_AT_MOST, PageView, Plan, by_kind, crumbs
from explainer.views.parts import Cut, Group, Item, List, under
from explainer.wording import counted

TITLE = Message("{name}: mentioned in")
ABOUT = Message("{records} whose texts mention {name}.")


def pages(dossier: Dossier) -> Iterator[Plan]:
    """Yield the pages of these lists."""
    for found in lists(dossier):
        yield from found.plans(dossier)


def lists(dossier: Dossier) -> Iterator[List]:
    """Yield the list of each record that more others mention than its own page tells."""
    entries, filled = under("links")
    cut = Cut("groups", entries, filled, _name, _anchor, _item, ("record", "records"), prefix="m-")
    for id, entry in dossier.graph.entries.items():
        count = len(referring(id, dossier).get(MENTIONED, ()))
        if count > MENTIONS_AT_MOST:
            yield List(urls.of_mentions(entry), partial(_page, entry), cut, count)


def _page(entry: Entry, dossier: Dossier) -> PageView:
    found = by_kind(referring(entry.id, dossier)[MENTIONED], dossier)
    groups = [
        {"id": kind, "heading": BY_NAME[kind].plural.capitalize(), "links": list(links)}
        for kind, links in groupby(found, key=lambda link: str(link["kind"]))
    ]
    return PageView(
        urls.of_mentions(entry),
        "mentioned.html",
        TITLE(name=entry.title),
        ABOUT(records=counted(len(found), "record"), name=entry.in_sentences),
        {"groups": groups, "name": entry.title, "address": urls.of_entry(entry), "total": len(found)},
        section=entry.kind.address,
        crumbs=crumbs(
            (entry.kind.plural.capitalize(), urls.of_list(entry.kind.address)),
            (entry.title, urls.of_entry(entry)),
        ),
        toc=tuple((str(group["id"]), str(group["heading"])) for group in groups),
        about=(entry.id,),
    )


def _name(group: Group) -> str:
    return str(group["heading"])


def _anchor(group: Group) -> str:
    return str(group["id"])


def _item(one: Group) -> Item:
    return Item(one["id"], one["title"], status=one.get("status", ""), contested=one.get("contested", False))
