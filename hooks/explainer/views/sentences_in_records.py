"""Every sentence in the prose of records that leads to other records, with what answers for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from explainer import urls
from explainer.accounting import Told
from explainer.dossier import Dossier
from explainer.kinds import KINDS
from explainer.messages import Message
from explainer.parsing import Entry
from explainer.remembering import once_for_each
from explainer.views import _headings
from explainer.views._base import PageView, Plan, crumbs, reference
from explainer.views.parts import Cut, Group, Item, List
from explainer.views.sentences import answered, leading_on

TITLE = Message("Sentences in records")
ABOUT = Message(
    "What {count:,} sentences in the prose of records rest on, beyond the sources of their records.",
    one="What 1 sentence in the prose of a record rests on, beyond the sources of that record.",
)
LEAD = Message(
    "{count:,} sentences in the texts of records speak of other records.",
    one="1 sentence in the texts of records speaks of other records.",
)

AT_MOST = 150
"""How many sentences stand on one page; each brings the names of its records and of their sources."""


def lists(dossier: Dossier) -> Iterator[List]:
    """Yield the list of these sentences; none if no record has one."""
    count = sum(len(told) for told in leading_on(dossier).values())
    noun = ("sentence", "sentences")
    cut = Cut("kinds", _sentences, _filled, _name, _anchor, _item, noun, prefix="r-", at_most=AT_MOST)
    if count:
        yield List(urls.SENTENCES_IN_RECORDS, everything, cut, count)


def pages(dossier: Dossier) -> Iterator[Plan]:
    """Yield the page of these sentences, or each of its parts."""
    for found in lists(dossier):
        yield from found.plans(dossier)


@once_for_each
def _places(dossier: Dossier) -> dict[str, str]:
    """Return the page on which the sentences of each record begin, whichever part of the list that is."""
    found: dict[str, str] = {}
    for one in lists(dossier):
        views = one.pages(dossier) if one.is_cut else {one.address: everything(dossier)}
        for address, view in views.items():
            for kind in view.data["kinds"]:
                for record in kind["records"]:
                    found.setdefault(record["link"]["id"], address)
    return found


def place_of(entry: Entry, dossier: Dossier) -> str:
    """Return where the sentences of a record are listed; empty if none of them leads on."""
    page = _places(dossier).get(entry.id)
    return f"{page}#r-{entry.id}" if page else ""


def everything(dossier: Dossier) -> PageView:
    """Return the whole list, by kind and record."""
    told = leading_on(dossier)
    total = sum(len(some) for some in told.values())
    kinds: list[dict[str, Any]] = []
    for kind in KINDS:
        entries = [entry for entry in dossier.graph.of_kind(kind.name) if entry.id in told]
        if entries:
            records = [_record(entry, told[entry.id], dossier) for entry in entries]
            kinds.append({"id": kind.name, "name": kind.plural.capitalize(), "records": records})
    return PageView(
        urls.SENTENCES_IN_RECORDS,
        "sentences-in-records.html",
        TITLE(),
        ABOUT(count=total),
        {"kinds": kinds, "how_many": LEAD(count=total), "data": urls.SENTENCES_DATA},
        section="more",
        crumbs=crumbs((_headings.SENTENCES(), urls.SENTENCES)),
        toc=tuple((kind["id"], kind["name"]) for kind in kinds),
    )


def _record(entry: Entry, told: tuple[Told, ...], dossier: Dossier) -> dict[str, Any]:
    return {
        "link": reference(entry.id, dossier),
        "sentences": [answered(one.text, one.sort, one.records, dossier) for one in told],
    }


def _sentences(group: Group) -> list[tuple[Group, Group]]:
    """Return the sentences of a kind, each with the record in which it stands."""
    return [(record, sentence) for record in group["records"] for sentence in record["sentences"]]


def _filled(group: Group, some: list[tuple[Group, Group]]) -> Group:
    """Return a kind with some of its sentences, again under their records."""
    records: dict[str, Group] = {}
    for record, sentence in some:
        own = records.setdefault(record["link"]["id"], {**record, "sentences": []})
        own["sentences"].append(sentence)
    return {**group, "records": list(records.values())}


def _name(group: Group) -> str:
    return str(group["name"])


def _anchor(group: Group) -> str:
    return str(group["id"])


def _item(one: tuple[Group, Group]) -> Item:
    link = one[0]["link"]
    return Item(link["id"], link["title"])
