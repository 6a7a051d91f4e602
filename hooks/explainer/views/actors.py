"""Actors: the list by side, a page for each actor, the position matrix."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from explainer import urls
from explainer.dossier import Dossier
from explainer.kinds._parts import ORIGIN_WAYS, Tie
from explainer.kinds.actor import Actor
from explainer.messages import Message
from explainer.parsing import Entry
from explainer.values.cldr import language_name
from explainer.views import _headings, hubs, pictures
from explainer.views._base import PageView, Plan, backlinks, bond, crumbs, line, links, reference, when
from explainer.views.matrix import MATRIX, matrix
from explainer.views.parts import Cut, Item, List, under
from explainer.views.standing import standing
from explainer.views.words import claims_of
from explainer.wording import counted, plain, relation_words, shortened, type_words

ALL_OF_THEM = Message("{actors} in this story, by side, and who stands where.")
STANDING = Message("Who stands where")
MEDIA = Message("News organisations and channels")
RESEARCH = Message("Researchers, monitors and others")
UNNAMED = Message("Voices without a name")
BODIES = Message("International bodies")
OTHERS = Message("Other bodies and people")
ELSEWHERE = Message("Elsewhere on this site")

PARTS, MADE = "Parts and people", "Made the claim"
"""Ways back to an actor, as records name them."""


def pages(dossier: Dossier) -> Iterator[Plan]:
    """Yield the list of actors, each actor's page and the matrix."""
    of_all, of_positions = lists(dossier)
    yield from of_all.plans(dossier)
    for entry in dossier.graph.of_kind("actor"):
        yield Plan(urls.of_entry(entry), partial(page, entry, dossier))
    for found in hubs.lists(dossier):
        yield from found.plans(dossier)
    yield from of_positions.plans(dossier)


def lists(dossier: Dossier) -> Iterator[List]:
    """Yield the list of actors and the matrix of positions."""
    entries, filled = under("actors")
    base = urls.of_list("actors")
    cut = Cut("groups", entries, filled, _heading, _id, _item, ("actor", "actors"), base, beside=_beside)
    yield List(base, index, cut, len(dossier.graph.of_kind("actor")))
    entries, filled = under("rows")
    base = urls.of_list("claims")
    cut = Cut("groups", entries, filled, _heading, _id, _row, ("claim", "claims"), base, at_most=ROWS_AT_MOST)
    yield List(MATRIX, matrix, cut, len(dossier.graph.of_kind("claim")))


ROWS_AT_MOST = 150
"""How many claims stand on one page of the matrix: each has a cell for every column."""


def _heading(group: dict[str, Any]) -> str:
    return str(group["heading"])


def _id(group: dict[str, Any]) -> str:
    return str(group["id"])


def _item(one: dict[str, Any]) -> Item:
    return Item(one["id"], one["title"], one["type"])


def _row(one: dict[str, Any]) -> Item:
    return Item(
        one["id"], one["title"], status=one["status"], contested=one["contested"], contrary=one["contrary"]
    )


def _beside(data: Mapping[str, Any], group: dict[str, Any]) -> Mapping[str, Any]:
    """Return the relations that begin at the actors of a part."""
    here = {one["id"] for one in group["actors"]}
    return {"relations": [one for one in data["relations"] if one["from"]["id"] in here]}


def side_of(actor: str, dossier: Dossier) -> tuple[str, str]:
    """Return the group under which an actor is listed: id and heading."""
    record: Actor = dossier.graph.record(actor)
    root = dossier.origins.root(actor, dossier.as_of) or actor
    if dossier.origins.is_party(actor, dossier.as_of):
        if root in dossier.graph.entries and _is_a_side(root, dossier):
            return f"party-{root}", dossier.graph.title(root)
        return "party-other", dossier.settings.words.other_parties
    top: Actor = dossier.graph.record(root)
    if top.type == "state":
        return f"state-{root}", dossier.graph.title(root)
    if record.type in ("news-organisation", "channel"):
        return "media", MEDIA()
    if record.type in ("research-organisation", "monitoring-body", "company", "group"):
        return "research", RESEARCH()
    if record.type == "unnamed":
        return "unnamed", UNNAMED()
    if top.type == "international-body":
        return "international", BODIES()
    return "others", OTHERS()


def _is_a_side(root: str, dossier: Dossier) -> bool:
    """Tell whether a party has a heading of its own: it is a state, or others are part of it."""
    parts = any(found.backlink == PARTS for found in dossier.graph.backlinks.get(root, ()))
    return parts or dossier.graph.record(root).type == "state"


def index(dossier: Dossier) -> PageView:
    """Return the page that lists all actors by side: parties first, then states, bodies, media, unnamed voices."""
    groups: dict[str, dict[str, Any]] = {}
    for entry in dossier.graph.of_kind("actor"):
        id, heading = side_of(entry.id, dossier)
        group = groups.setdefault(
            id,
            {
                "id": id,
                "heading": heading,
                "party": dossier.settings.words.party if id.startswith("party-") else "",
                "actors": [],
            },
        )
        group["actors"].append(actor_line(entry, dossier))
    if "party-other" in groups and sum(id.startswith("party-") for id in groups) == 1:
        parties = dossier.settings.words.parties
        groups["party-other"]["heading"] = parties[:1].upper() + parties[1:]
    order = ("party-", "state-", "international", "research", "media", "others", "unnamed")

    def rank(group: dict[str, Any]) -> tuple[int, int, str]:
        place = next(
            (index for index, prefix in enumerate(order) if group["id"].startswith(prefix)), len(order)
        )
        return place, -len(group["actors"]), group["heading"]

    ordered = sorted(groups.values(), key=rank)
    for group in ordered:
        group["actors"].sort(key=lambda actor: (actor["depth"], actor["title"].casefold()))
    total = sum(len(group["actors"]) for group in ordered)
    picture = pictures.relations.picture(standing(dossier, ordered), dossier.settings.words)
    return PageView(
        urls.of_list("actors"),
        "actors.html",
        "Actors",
        ALL_OF_THEM(actors=counted(total, "actor")),
        {
            "groups": ordered,
            "total": counted(total, "actor"),
            "relations": relations(dossier),
            "picture": picture,
        },
        section="actors",
        crumbs=crumbs(),
        toc=(
            *((("picture", STANDING()),) if picture else ()),
            *((group["id"], group["heading"]) for group in ordered),
        ),
    )


def actor_line(entry: Entry, dossier: Dossier) -> dict[str, Any]:
    """Return an actor as it stands in lists."""
    actor: Actor = entry.record
    part_of = dossier.origins.part_of(entry.id, dossier.as_of)
    return {
        **reference(entry.id, dossier),
        "type": type_words(actor.type, dossier),
        "native": [{"text": name.text, "language": name.language} for name in actor.native_names],
        "summary": plain(actor.summary, dossier),
        "part_of": reference(part_of, dossier) if part_of else None,
        "depth": 1 if part_of else 0,
    }


def relations(dossier: Dossier) -> list[dict[str, Any]]:
    """Return every relation between two actors, for the table beside the picture."""
    found = []
    for entry in dossier.graph.of_kind("actor"):
        actor: Actor = entry.record
        found += [
            {
                "from": reference(entry.id, dossier),
                "to": reference(relation.to, dossier),
                "type": relation.type,
                "words": relation_words(relation.type, dossier),
                "since": when(relation.since),
                "until": when(relation.until),
                "sources": links(relation.sources, dossier),
                "note": relation.note,
            }
            for relation in actor.relations
        ]
    return found


def page(entry: Entry, dossier: Dossier) -> PageView:
    """Return the page of one actor."""
    actor: Actor = entry.record
    graph = dossier.graph
    chain = dossier.origins.chain(actor.id, dossier.as_of)[1:]
    events = hubs.events_shown(entry, dossier)
    words = hubs.words_shown(entry, dossier)
    left_out = frozenset(
        [
            hubs.TOOK_PART,
            MADE,
            PARTS,
            "Related to",
            "Relayed by",
            "Published",
        ]
    )
    back = backlinks(actor.id, dossier, left_out, {ORIGIN_WAYS["supports"]: claims_of(actor.id, dossier)})
    incoming = relations_of(actor.id, dossier)
    data = {
        "id": actor.id,
        "name": actor.name,
        "type": type_words(actor.type, dossier),
        "native": [
            {"text": name.text, "language": name.language, "language_name": language_name(name.language)}
            for name in actor.native_names
        ],
        "aliases": list(actor.aliases),
        "summary": actor.summary,
        "body": actor.body,
        "sources": links(actor.sources, dossier),
        "chain": links(chain, dossier),
        "party": dossier.settings.words.party if dossier.origins.is_party(actor.id, dossier.as_of) else "",
        "supports": [
            {**bond(one.party, one, dossier), "edit": line(entry, dossier, "supports_party", index)}
            for index, one in enumerate(actor.supports_party)
        ],
        "positions": [
            {
                "title": held.title,
                "at": reference(held.at, dossier) if held.at else None,
                "since": when(held.since),
                "until": when(held.until),
                "sources": links(held.sources, dossier),
                "edit": line(entry, dossier, "positions", index),
            }
            for index, held in enumerate(actor.positions)
        ],
        "belonging": [bond(tie.to, tie, dossier) for tie in actor.part_of if _says_more(tie)],
        "composed_of": [bond(tie.to, tie, dossier) for tie in actor.members],
        "speaks_for": [bond(tie.to, tie, dossier) for tie in actor.speaks_for],
        "relations": incoming,
        "members": [
            actor_line(found.source, dossier)
            for found in graph.backlinks.get(actor.id, ())
            if found.backlink == PARTS
        ],
        "took_part": events,
        "words": words,
        "published": len(
            [found for found in graph.backlinks.get(actor.id, ()) if found.backlink == "Published"]
        ),
        "publications": links(
            [found.source.id for found in graph.backlinks.get(actor.id, ()) if found.backlink == "Published"],
            dossier,
        ),
        "relayed_by": links(
            [
                found.source.id
                for found in graph.backlinks.get(actor.id, ())
                if found.backlink == "Relayed by"
            ],
            dossier,
        ),
        "backlinks": back,
        "wikidata": actor.wikidata,
    }
    elsewhere = back or data["publications"] or data["relayed_by"]
    sections = [
        *([("words", hubs.SAID())] if words["groups"] else []),
        *([("members", PARTS)] if data["members"] else []),
        *([("relations", "Relations")] if incoming else []),
        *([("events", hubs.TOOK_PART)] if events["count"] else []),
        *([("looked-for", _headings.LOOKED_FOR())] if actor.looked_for else []),
        *([("backlinks", ELSEWHERE())] if elsewhere else []),
    ]
    return PageView(
        urls.of_entry(entry),
        "actor.html",
        actor.name,
        shortened(plain(actor.summary, dossier) or f"{type_words(actor.type, dossier)}."),
        data,
        section="actors",
        crumbs=crumbs(
            ("Actors", urls.of_list("actors")),
            *((dossier.graph.title(id), urls.of_id(id, dossier.graph)) for id in reversed(chain)),
        ),
        edit=entry.position,
        entry=entry,
        toc=tuple(sections),
        about=(actor.id,),
    )


def _says_more(tie: Tie) -> bool:
    """Tell whether a bond has more to show than to whom it is."""
    return any((tie.since, tie.until, tie.sources, tie.note))


def relations_of(actor: str, dossier: Dossier) -> list[dict[str, Any]]:
    """Return the relations in which an actor stands, either way."""
    ids = {actor} | {
        found.source.id for found in dossier.graph.backlinks.get(actor, ()) if found.backlink == "Related to"
    }
    return [
        {
            "outgoing": id == actor,
            "from": reference(id, dossier),
            "to": reference(relation.to, dossier),
            "words": relation_words(relation.type, dossier),
            "since": when(relation.since),
            "until": when(relation.until),
            "sources": links(relation.sources, dossier),
            "note": relation.note,
            "edit": line(dossier.graph.entries[id], dossier, "relations", index),
        }
        for id in sorted(ids)
        for index, relation in enumerate(dossier.graph.record(id).relations)
        if actor in (id, relation.to)
    ]
