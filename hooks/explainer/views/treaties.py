"""Treaties: the list, and a page for each treaty."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from explainer import chronology, urls
from explainer.dossier import Dossier, caveats_of_article
from explainer.kinds.event import INVOCATIONS
from explainer.kinds.treaty import Treaty
from explainer.messages import Message
from explainer.parsing import Entry
from explainer.values.cldr import language_name
from explainer.views import _headings, pictures
from explainer.views._base import PageView, Plan, backlinks, caveat, crumbs, line, links, reference, when
from explainer.views.claims import wording
from explainer.wording import plain, provision_name, provision_title, shortened, step_words

ABOUT = Message("What was agreed, article by article.")
ARTICLES = Message("What it says")
DISPUTES = Message("How it is read")
PATH = Message("The way into force")
REACTIONS = Message("What others said")
PREDECESSORS = Message("What came before")
MISSING = Message("What our text lacks")
SOURCES = Message("Sources of the overview")


def pages(dossier: Dossier) -> Iterator[Plan]:
    """Yield the list of treaties and each treaty's page."""
    yield Plan(urls.of_list("treaties"), partial(index, dossier))
    for entry in dossier.graph.of_kind("treaty"):
        yield Plan(urls.of_entry(entry), partial(page, entry, dossier))


def index(dossier: Dossier) -> PageView:
    """Return the list of treaties."""
    rows = [
        {
            **reference(entry.id, dossier),
            "signed": when(entry.record.signed),
            "parties": links(entry.record.parties, dossier),
            "summary": plain(entry.record.summary, dossier),
        }
        for entry in dossier.graph.of_kind("treaty")
    ]
    return PageView(
        urls.of_list("treaties"),
        "treaties.html",
        "Treaties",
        ABOUT(),
        {"rows": rows},
        section="treaties",
        crumbs=crumbs(),
    )


def page(entry: Entry, dossier: Dossier) -> PageView:
    """Return the page of one treaty."""
    treaty: Treaty = entry.record
    invoked = invocations(treaty.id, dossier)
    data = {
        "id": treaty.id,
        "title": treaty.title,
        "titles": [
            {"text": name.text, "language": name.language, "language_name": language_name(name.language)}
            for name in treaty.titles
        ],
        "aliases": list(treaty.aliases),
        "parties": links(treaty.parties, dossier),
        "together": {1: "the party", 2: "both"}.get(len(set(treaty.parties)), "all"),
        "signed": when(treaty.signed),
        "place": reference(treaty.place, dossier) if treaty.place else None,
        "summary": treaty.summary,
        "body": treaty.body,
        "sources": links(treaty.sources, dossier),
        "steps": [
            _step(one, dossier) | {"edit": line(entry, dossier, "steps", index), "anchor": anchor}
            for index, (one, anchor) in enumerate(zip(treaty.steps, _step_anchors(treaty), strict=True))
        ],
        "path": pictures.treaty.picture(treaty.id, path_lanes(treaty, dossier)),
        "publications": [
            {
                "when": when(one.date),
                "what": one.what,
                "sources": links(one.sources, dossier),
                "edit": line(entry, dossier, "publications", index),
            }
            for index, one in enumerate(treaty.publications)
        ],
        "articles": [_article(key, entry, invoked, dossier) for key in treaty.articles],
        "predecessors": [
            {
                "title": one.title,
                "native": [{"text": name.text, "language": name.language} for name in one.native_titles],
                "signed": when(one.signed),
                "place": reference(one.place, dossier) if one.place else None,
                "summary": one.summary,
                "fate": one.fate,
                "accounts": [
                    {"says": account.says, "sources": links(account.sources, dossier)}
                    for account in one.accounts
                ],
                "sources": links(one.sources, dossier),
                "note": one.note,
                "edit": line(entry, dossier, "predecessors", index),
            }
            for index, one in enumerate(treaty.predecessors)
        ],
        "disputes": [
            {
                "question": one.question,
                "anchor": urls.slug(one.question),
                "articles": [
                    {"key": key, "name": provision_name(key, treaty.articles[key])} for key in one.articles
                ],
                "background": one.background,
                "positions": [
                    _position(position, dossier, line(entry, dossier, "disputes", index, "positions", number))
                    for number, position in enumerate(one.positions)
                ],
                "sources": links(one.sources, dossier),
                "note": one.note,
                "edit": line(entry, dossier, "disputes", index),
            }
            for index, one in enumerate(treaty.disputes)
        ],
        "reactions": [
            _position(one, dossier, line(entry, dossier, "reactions", index))
            for index, one in enumerate(treaty.reactions)
        ],
        "missing": [
            {
                "what": one.what,
                "sources": links(one.sources, dossier),
                "edit": line(entry, dossier, "missing", index),
            }
            for index, one in enumerate(treaty.missing)
        ],
        "backlinks": backlinks(treaty.id, dossier, frozenset(["Invoked by"])),
    }
    sections = (
        ("articles", ARTICLES()),
        ("disputes", DISPUTES()),
        ("path", PATH()),
        ("reactions", REACTIONS()),
        ("predecessors", PREDECESSORS()),
        ("missing", MISSING()),
        ("sources", SOURCES()),
        ("looked-for", _headings.LOOKED_FOR()),
        ("backlinks", _headings.BACKLINKS()),
    )
    filled = {**data, "path": data["steps"], "looked-for": treaty.looked_for}
    return PageView(
        urls.of_entry(entry),
        "treaty.html",
        treaty.title,
        shortened(plain(treaty.summary, dossier)),
        data,
        section="treaties",
        crumbs=crumbs(("Treaties", urls.of_list("treaties"))),
        edit=entry.position,
        entry=entry,
        toc=tuple((anchor, title) for anchor, title in sections if filled.get(anchor)),
        toc_inner={
            "articles": tuple((key, provision_title(key, one)) for key, one in treaty.articles.items())
        },
        about=(treaty.id,),
    )


def _step_anchors(treaty: Treaty) -> list[str]:
    return urls.anchors(f"step-{one.step}-{one.party or 'together'}" for one in treaty.steps)


def _step(one: Any, dossier: Dossier) -> dict[str, Any]:
    return {
        "step": one.step,
        "words": step_words(one.step, dossier),
        "party": reference(one.party, dossier) if one.party else None,
        "when": when(one.date),
        "day": one.date.earliest.isoformat(),
        "by": links(one.by, dossier),
        "sources": links(one.sources, dossier),
        "note": one.note,
    }


def path_lanes(treaty: Treaty, dossier: Dossier) -> list[dict[str, Any]]:
    """Return the steps of each party and of all together, for the picture of the way into force."""
    lanes = [
        {
            "party": reference(party, dossier),
            "steps": [_step(one, dossier) for one in treaty.steps if one.party == party],
        }
        for party in treaty.parties
    ]
    return [
        *lanes,
        {"party": None, "steps": [_step(one, dossier) for one in treaty.steps if one.party is None]},
    ]


def _article(
    key: str, entry: Entry, invoked: dict[str, list[dict[str, Any]]], dossier: Dossier
) -> dict[str, Any]:
    treaty: Treaty = entry.record
    one = treaty.articles[key]
    languages: dict[str, list[dict[str, Any]]] = {}
    for index, text in enumerate(one.texts):
        edit = line(entry, dossier, "articles", key, "texts", index)
        languages.setdefault(text.language, []).append(wording(text, dossier, edit))
    return {
        "key": key,
        "numbered": bool(one.number) or key == "preamble",
        "name": provision_name(key, one),
        "heading": one.heading,
        "summary": one.summary,
        "columns": columns([text for group in languages.values() for text in group]),
        "differing": any(len(group) > 1 for group in languages.values()),
        "sources": links(one.sources, dossier),
        "note": one.note,
        "edit": line(entry, dossier, "articles", key),
        "caveats": [caveat(found, dossier) for found in caveats_of_article(entry.record, key, dossier)],
        "invoked": _by_relation(invoked.get(key, [])),
        "disputes": [
            {"question": dispute.question, "anchor": urls.slug(dispute.question)}
            for dispute in treaty.disputes
            if key in dispute.articles
        ],
    }


def columns(texts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the wordings as they stand side by side: the originals, and what was translated from them."""
    sides = (("Original", True), ("Translation", False))
    columns = [
        {"heading": heading, "texts": [text for text in texts if text["authentic"] is authentic]}
        for heading, authentic in sides
    ]
    filled = [column for column in columns if column["texts"]]
    return filled if len(filled) > 1 else [{"heading": "", "texts": texts}] if texts else []


def _by_relation(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the events under an article by how somebody places them there, the strongest way first."""
    groups = (
        {
            "relation": relation.replace("-", " ").capitalize(),
            "meaning": meaning,
            "events": [one for one in told if one["relation"] == relation],
        }
        for relation, meaning in INVOCATIONS.items()
    )
    return [group for group in groups if group["events"]]


def _position(one: Any, dossier: Dossier, edit: str) -> dict[str, Any]:
    return {
        "actor": reference(one.actor, dossier) if one.actor else None,
        "voice": one.voice,
        "when": when(one.date),
        "says": one.says,
        "sources": links(one.sources, dossier),
        "note": one.note,
        "edit": edit,
    }


def invocations(treaty: str, dossier: Dossier) -> dict[str, list[dict[str, Any]]]:
    """Return the events that somebody places under an article of a treaty, by article, the earliest first."""
    found: dict[str, list[tuple[Any, dict[str, Any]]]] = {}
    seen: set[str] = set()
    for link in dossier.graph.backlinks.get(treaty, ()):
        if link.backlink != "Invoked by" or link.source.id in seen:
            continue
        seen.add(link.source.id)
        for one in link.source.record.invokes:
            if one.treaty == treaty:
                told = {
                    "event": reference(link.source.id, dossier),
                    "when": when(link.source.record.date),
                    "by": reference(one.by, dossier),
                    "relation": one.relation,
                    "meaning": INVOCATIONS[one.relation],
                    "sources": links(one.sources, dossier),
                }
                found.setdefault(one.article, []).append(
                    (chronology.places(dossier.graph)[link.source.id], told)
                )
    return {
        article: [told for _, told in sorted(lines, key=lambda pair: pair[0])]
        for article, lines in found.items()
    }
