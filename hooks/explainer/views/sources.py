"""Sources: the list by publisher, a page for each source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from explainer import urls
from explainer.dossier import Dossier
from explainer.falling import falls
from explainer.kinds.source import CSL_TYPES, READ, STANDINGS, Source
from explainer.messages import Message
from explainer.parsing import Entry
from explainer.remembering import once_for_each
from explainer.values.cldr import language_name
from explainer.values.hosts import readable
from explainer.views._base import (
    Line,
    PageView,
    Plan,
    backlinks,
    bond,
    crumbs,
    initial,
    links,
    reference,
    when,
)
from explainer.views.parts import Cut, Item, List
from explainer.wording import counted, plain, shortened

ALL_OF_THEM = Message("{documents} from {publishers}, with what rests on each.")
TRAIL = Message("Whose word it carries")
RESTS_ON_IT = Message("What rests on it")
AUTHORS = Message("Authors", one="Author")
FROM_WORDS = Message("{language}, from words in {original}")
FALLS = Message(
    "If this source were withdrawn, {count:,} statuses would change:",
    one="If this source were withdrawn, one status would change:",
)


def pages(dossier: Dossier) -> Iterator[Plan]:
    """Yield the list of sources and each source's page."""
    for found in lists(dossier):
        yield from found.plans(dossier)
    for entry in dossier.graph.of_kind("source"):
        yield Plan(urls.of_entry(entry), partial(page, entry, dossier))


def lists(dossier: Dossier) -> Iterator[List]:
    """Yield the list of sources."""
    base, noun = urls.of_list("sources"), ("source", "sources")
    cut = Cut("letters", _entries, _filled, _letter, _anchor, _item, noun, base, at_most=LINES_AT_MOST)
    yield List(urls.of_list("sources"), index, cut, len(dossier.graph.of_kind("source")))


LINES_AT_MOST = 680
"""How many sources stand on one page: each is a line or two."""


def _entries(group: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Return the sources under a letter, each with its publisher's name."""
    return [(publisher["name"], one) for publisher in group["publishers"] for one in publisher["sources"]]


def _filled(group: dict[str, Any], entries: list[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    publishers: dict[str, list[dict[str, Any]]] = {}
    for name, one in entries:
        publishers.setdefault(name, []).append(one)
    return {**group, "publishers": [{"name": name, "sources": found} for name, found in publishers.items()]}


def _letter(group: dict[str, Any]) -> str:
    return str(group["letter"])


def _anchor(group: dict[str, Any]) -> str:
    return f"letter-{group['anchor']}"


def _item(entry: tuple[str, dict[str, Any]]) -> Item:
    publisher, one = entry
    published = one["published"]["words"] if one["published"] else ""
    return Item(one["id"], f"{publisher}: {one['title']}", published)


def publisher_name(source: Source, dossier: Dossier) -> str:
    """Return the name of a source's publisher."""
    if source.publisher and source.publisher in dossier.graph.entries:
        return dossier.graph.title(source.publisher)
    return source.publisher_name or source.publisher or ""


@once_for_each
def _lines_of(_dossier: Dossier) -> dict[str, Line]:
    """Return where the lines of sources are kept once they are made."""
    return {}


def reference_line(source: Source, dossier: Dossier) -> Line:
    """Return a source as it stands in a list of evidence: publisher, title, date, language, notes of caution."""
    lines = _lines_of(dossier)
    if source.id not in lines:
        lines[source.id] = Line(_reference_line(source, dossier))
    return lines[source.id]


def _reference_line(source: Source, dossier: Dossier) -> dict[str, Any]:
    publisher = dossier.origins.publisher(source, dossier.as_of)
    return {
        **reference(source.id, dossier),
        "publisher": publisher_name(source, dossier),
        "publisher_party": publisher.party,
        "via": source.via,
        "url": source.url,
        "address": readable(source.url or ""),
        "archived_url": source.archived_url,
        "host": (urlsplit(readable(source.url)).hostname or "").removeprefix("www.") if source.url else "",
        "published": when(source.published or source.text_date),
        "dated_by_text": source.published is None and source.text_date is not None,
        "language": source.language,
        "language_name": language_name(source.language),
        "titled": bool(source.title),
        "mirror": source.mirror,
        "standing": source.standing,
        "could_not_verify": source.could_not_verify,
        "read": source.read,
    }


def index(dossier: Dossier) -> PageView:
    """Return the page that lists all sources by publisher."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for entry in dossier.graph.of_kind("source"):
        line = {
            **reference_line(entry.record, dossier),
            "uses": len(dossier.graph.backlinks.get(entry.id, ())),
        }
        groups.setdefault(line["publisher"], []).append(line)
    letters: dict[str, list[dict[str, Any]]] = {}
    for name in sorted(groups, key=str.casefold):
        lines = sorted(groups[name], key=lambda line: ((line["published"] or {}).get("iso", ""), line["id"]))
        letters.setdefault(initial(name), []).append({"name": name, "sources": lines})
    total = sum(len(lines) for lines in groups.values())
    shown = [
        {"letter": letter, "anchor": urls.slug(letter), "publishers": publishers}
        for letter, publishers in letters.items()
    ]
    return PageView(
        urls.of_list("sources"),
        "sources.html",
        "Sources",
        ALL_OF_THEM(documents=counted(total, "document"), publishers=counted(len(groups), "publisher")),
        {"letters": shown, "total": total, "publishers": len(groups)},
        section="sources",
        crumbs=crumbs(),
    )


def page(entry: Entry, dossier: Dossier) -> PageView:
    """Return the page of one source."""
    source: Source = entry.record
    origin = dossier.origins.publisher(source, dossier.as_of)
    root = origin.root if dossier.origins.holder(origin, dossier.as_of) else ""
    groups = backlinks(entry.id, dossier)
    fallen = tuple(falls(entry.id, dossier))
    data = {
        "line": reference_line(source, dossier),
        "title": entry.title,
        "label": source.label if source.title else None,
        "publisher": reference(source.publisher, dossier) if source.publisher else None,
        "publisher_name": publisher_name(source, dossier),
        "root": reference(root, dossier)
        if root in dossier.graph.entries and root != source.publisher
        else None,
        "authors": [author.words for author in source.credited],
        "authors_heading": AUTHORS(count=len(source.credited)),
        "type": CSL_TYPES[source.type],
        "published": when(source.published),
        "text_date": when(source.text_date),
        "accessed": when(source.accessed),
        "original_url": source.original_url,
        "relays": links(source.relays, dossier),
        "ends": [
            {
                "name": trail.origin.name,
                "link": reference(trail.origin.id, dossier)
                if trail.origin.id in dossier.graph.entries
                else None,
                "party": trail.origin.party,
                "declared": trail.origin.declared,
                "path": links(trail.path[1:], dossier),
            }
            for trail in dossier.origins.trails(entry.id, dossier.as_of)
        ],
        "first_hand": source.first_hand,
        "anonymous_origin": source.anonymous_origin,
        "standing_words": STANDINGS[source.standing],
        "standing_note": source.standing_note,
        "standing_since": when(source.standing_since),
        "controlled_by": [bond(tie.to, tie, dossier) for tie in source.controlled_by],
        "read_words": READ[source.read],
        "language": _language(source),
        "note": source.note,
        "backlinks": groups,
        "falls": [
            {
                "link": reference(fall.judgement.id, dossier),
                "before": fall.judgement.assessment.status,
                "after": fall.status,
            }
            for fall in fallen
        ],
        "falls_words": FALLS(count=len(fallen)),
    }
    publisher = publisher_name(source, dossier)
    return PageView(
        urls.of_entry(entry),
        "source.html",
        entry.title,
        shortened(f"{publisher}. {plain(source.note, dossier) or CSL_TYPES[source.type]}"),
        data,
        section="sources",
        crumbs=crumbs(("Sources", urls.of_list("sources"))),
        edit=entry.position,
        entry=entry,
        toc=(
            ("facts", "Reference"),
            ("trail", TRAIL()),
            ("backlinks", RESTS_ON_IT()),
            ("cite", "Cite"),
        ),
        about=(entry.id,),
    )


def _language(source: Source) -> str:
    """Say in which language a source is, and from which its words were translated."""
    name = language_name(source.language)
    if not source.translated_from:
        return name
    return FROM_WORDS(language=name, original=language_name(source.translated_from))
