"""Actors, offices and events as FollowTheMoney entities, as far as that can be said without losing the doubt.

FollowTheMoney has no field for doubt, and a link between two entities reads as a fact. So an event says its
status in its summary, and names who was involved as links only where it is acknowledged or corroborated.
Of relations, those that are a matter of record stand: offices, membership, representation. Unnamed voices
and loose groups of people are no entities.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from explainer import standings
from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier, Judgement
from explainer.kinds._parts import EVIDENCE_WAYS
from explainer.kinds.actor import Actor, PositionHeld, Relation
from explainer.outputs._base import Listings, Output
from explainer.outputs._plain import absolute, dumped
from explainer.phrases import enumerated
from explainer.values.edtf import EdtfDateValue
from explainer.values.reduced import reduced
from explainer.wording import counted, plain

PATH = "data/entities.ftm.json"
MEDIA_TYPE = "application/x-ndjson"

SCHEMATA: dict[str, tuple[str, tuple[str, ...]]] = {
    "state": ("PublicBody", ("gov.national",)),
    "person": ("Person", ()),
    "armed-force": ("PublicBody", ("mil",)),
    "unit": ("PublicBody", ("mil",)),
    "government-body": ("PublicBody", ("gov",)),
    "parliament": ("PublicBody", ("gov.legislative",)),
    "intelligence-service": ("PublicBody", ("gov.security",)),
    "international-body": ("Organization", ("gov.igo",)),
    "monitoring-body": ("Organization", ()),
    "news-organisation": ("Organization", ()),
    "research-organisation": ("Organization", ()),
    "company": ("Company", ()),
    "channel": ("Organization", ()),
}
"""The schema and topics of each type of actor; types that are missing here are no entities."""

OF_RECORD = {
    "heads": ("Directorship", "director", "organization"),
    "member-of": ("Membership", "member", "organization"),
    "represents": ("Representation", "agent", "client"),
}
"""Relations that are a matter of record, with the schema and the two ends of each."""


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield the entities, one a line."""
    found = [*_actors(dossier), *(_event(judgement, dossier) for judgement in dossier.of_kind("event"))]
    lines = [dumped(entity) for entity in sorted(found, key=lambda entity: str(entity["id"]))]
    held = enumerated(_held(dossier, "offices")).capitalize()
    yield FileArtifact(PATH, b"".join(lines) or b"\n", MEDIA_TYPE, f"{held}, one entity a line")


def _held(dossier: Dossier, offices: str) -> Iterator[str]:
    """Yield what entities there are."""
    yield "actors"
    if any(entry.record.positions for entry in dossier.graph.of_kind("actor")):
        yield offices
    if dossier.has("event"):
        yield "events"


_WITH_EVENTS = (
    "{held} for programs that investigate networks, such as Aleph. That format has no place for doubt: events carry "
    "their status in the summary, and links between entities stand only where they are a matter of record, "
    "acknowledged or corroborated."
)
_WITHOUT_EVENTS = (
    "{held} for programs that investigate networks, such as Aleph. That format has no place for doubt: links between "
    "entities stand only where they are a matter of record."
)


def _described(dossier: Dossier) -> str:
    held = enumerated(_held(dossier, "offices held")).capitalize()
    return (_WITH_EVENTS if dossier.has("event") else _WITHOUT_EVENTS).format(held=held)


def _entity(id: str, schema: str, **properties: Any) -> dict[str, Any]:
    """Return an entity; every property holds a list of texts."""
    listed = {
        name: [content] if isinstance(content, str) else list(content) for name, content in properties.items()
    }
    kept = {
        name: list(dict.fromkeys(text for text in texts if text)) for name, texts in sorted(listed.items())
    }
    return {"id": id, "schema": schema, "properties": {name: texts for name, texts in kept.items() if texts}}


def _is_entity(id: str | None, dossier: Dossier) -> bool:
    entry = dossier.graph.entries.get(id or "")
    return entry is not None and isinstance(entry.record, Actor) and entry.record.type in SCHEMATA


def _actors(dossier: Dossier) -> Iterator[dict[str, Any]]:
    for entry in dossier.graph.of_kind("actor"):
        actor: Actor = entry.record
        if actor.type not in SCHEMATA:
            continue
        schema, topics = SCHEMATA[actor.type]
        above = dossier.origins.part_of(actor.id, dossier.as_of)
        above = above if schema != "Person" and _is_entity(above, dossier) else ""
        yield _entity(
            actor.id,
            schema,
            name=(actor.name, *(name.text for name in actor.native_names)),
            alias=actor.aliases,
            topics=topics,
            parent=above or "",
            summary=plain(actor.summary, dossier),
            wikidataId=actor.wikidata or "",
            sourceUrl=absolute(f"actors/{actor.id}/", dossier, PATH),
            **({"position": tuple(held.title for held in actor.positions)} if schema == "Person" else {}),
        )
        for index, held in enumerate(actor.positions):
            if schema == "Person":
                yield from _office(actor, index, held, dossier)
        for index, relation in enumerate(actor.relations):
            yield from _relation(actor, index, relation, dossier)


def _office(actor: Actor, index: int, held: PositionHeld, dossier: Dossier) -> Iterator[dict[str, Any]]:
    post = f"{actor.id}.post-{index}"
    body = held.at if _is_entity(held.at, dossier) else ""
    yield _entity(post, "Position", name=held.title, organization=body or "")
    yield _entity(
        f"{actor.id}.office-{index}",
        "Occupancy",
        holder=actor.id,
        post=post,
        **_lasted(held.since, held.until),
        **_shown(held.sources, dossier),
    )


def _relation(actor: Actor, index: int, relation: Relation, dossier: Dossier) -> Iterator[dict[str, Any]]:
    if relation.type not in OF_RECORD or not _is_entity(relation.to, dossier):
        return
    schema, source, target = OF_RECORD[relation.type]
    if target == "organization" and SCHEMATA[dossier.graph.record(relation.to).type][0] == "Person":
        return
    yield _entity(
        f"{actor.id}.relation-{index}",
        schema,
        **{source: actor.id, target: relation.to},
        role=relation.type.replace("-", " "),
        description=plain(relation.note, dossier),
        **_lasted(relation.since, relation.until),
        **_shown(relation.sources, dossier),
    )


def _lasted(since: EdtfDateValue | None, until: EdtfDateValue | None) -> dict[str, str]:
    return {"startDate": reduced(since)[0] if since else "", "endDate": reduced(until)[1] if until else ""}


def _shown(sources: tuple[str, ...], dossier: Dossier) -> dict[str, Any]:
    known = [dossier.graph.record(id) for id in sources if id in dossier.graph.entries]
    publishers = standings.names(
        tuple(dict.fromkeys(dossier.origins.publisher(source, dossier.as_of).name for source in known)),
        dossier,
    )
    return {
        "sourceUrl": tuple(source.url for source in known if source.url),
        "summary": f"As {publishers} say." if publishers else "",
    }


def _event(judgement: Judgement, dossier: Dossier) -> dict[str, Any]:
    event = judgement.event
    certain = standings.is_certain(judgement)
    start, end = reduced(event.date)
    caveats = standings.caveat_words(judgement)
    known = [
        f"Status: {standings.words(judgement, dossier)}.",
        _evidence(judgement),
        f"Caveats: {caveats}." if caveats else "",
        f"Date: {event.date.words}." if event.date.is_imprecise else "",
        plain(event.summary, dossier),
    ]
    entries = dossier.graph.entries
    return _entity(
        event.id,
        "Event",
        name=event.title,
        **({"startDate": start, "endDate": end} if event.date.is_interval else {"date": start}),
        location=tuple(entries[id].title for id in event.places if id in entries),
        involved=tuple(part.actor for part in event.actors if certain and _is_entity(part.actor, dossier)),
        summary=" ".join(words for words in known if words),
        sourceUrl=absolute(f"timeline/{event.id}/", dossier, PATH),
    )


def _evidence(judgement: Judgement) -> str:
    """Say how many sources speak for an event and how many against it; nothing if none does."""
    ways: dict[str, set[str]] = {way: set() for way in EVIDENCE_WAYS.values()}
    for item in judgement.statement.items:
        ways[EVIDENCE_WAYS[item.stance]].add(item.source.id)
    told = [f"{way[:1].lower()}{way[1:]}: {counted(len(ids), 'source')}" for way, ids in ways.items() if ids]
    return f"{'; '.join(told).capitalize()}." if told else ""


OUTPUT = Output(
    "ftm",
    "FollowTheMoney",
    MEDIA_TYPE,
    _described,
    produce,
    example="ftm validate --infile entities.ftm.json",
    needs=("actor", "event"),
    path=PATH,
)
