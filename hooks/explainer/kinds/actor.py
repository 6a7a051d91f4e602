"""Actors: the states, people, bodies, services, media and unnamed voices who act and speak."""

from __future__ import annotations

from typing import Annotated

from explainer.kinds._base import Back, Kind, Ref, record
from explainer.kinds._parts import Name, Picture, Search, Sources, Support, Tie
from explainer.values import Choice, EdtfDate, Id, Key, LanguageTag, Prose, Spread, Switch, Text, WikidataId

TYPES = {
    "state": "State",
    "person": "Person",
    "armed-force": "Armed force",
    "unit": "Unit of a force",
    "government-body": "Government body",
    "parliament": "Parliament",
    "intelligence-service": "Intelligence service",
    "international-body": "International body",
    "monitoring-body": "Monitoring body",
    "news-organisation": "News organisation",
    "research-organisation": "Research organisation",
    "company": "Company",
    "channel": "Channel",
    "group": "Group of people",
    "unnamed": "Unnamed voice",
}

RELATIONS = {
    "allied-with": "allied with",
    "commands": "commands",
    "heads": "heads",
    "represents": "represents",
    "member-of": "member of",
    "supplies": "supplies",
    "supports": "supports",
    "shares-information-with": "shares information with",
    "monitors": "monitors",
    "sanctions": "sanctions",
    "opposes": "opposes",
    "broke-relations-with": "broke off relations with",
    "succeeds": "succeeds",
}


@record
class Relation:
    """How one actor stands to another, for how long, and who says so."""

    type: Annotated[str, Choice("a kind of relation", RELATIONS, "relations")]
    """The kind of relation, read from this actor to the other: this actor `heads` that body."""

    to: Annotated[Id, Ref("actor", backlink="Related to")]
    """The other actor."""

    since: EdtfDate | None = None
    """When the relation began."""

    until: EdtfDate | None = None
    """When it ended; leave out while it lasts."""

    sources: Sources
    """The sources that show it."""

    note: Prose | None = None
    """What the relation consists in."""


@record
class PositionHeld:
    """An office or command that a person held."""

    title: Text
    """The office, for example “Minister of Foreign Affairs”."""

    at: Annotated[Id, Ref("actor", backlink="Held an office here")] | None = None
    """The body or state in which the office is held."""

    since: EdtfDate | None = None
    """When it began."""

    until: EdtfDate | None = None
    """When it ended; leave out while it lasts or if no source says."""

    sources: Sources
    """The sources that name the office."""


@record
class Actor:
    """Somebody who acts or speaks: a state, a person, a body, a service, a medium, an unnamed voice."""

    id: Id
    """The key under which the record stands."""

    name: Text
    """The usual English name, one spelling for the whole site."""

    in_sentences: Text | None = None
    """The name as it stands inside a sentence, where it needs an article or a small letter: “the United
    Nations”, “the study for the ministry”."""

    type: Annotated[str, Choice("a type of actor", TYPES, "actor_types")]
    """What the actor is."""

    part_of: Annotated[tuple[Tie, ...], Spread("to"), Back("Parts and people")] = ()
    """The body or state to which the actor belongs: an id, or blocks with `to`, `since` and `until` where it
    changed. The top of this chain is the actor’s root: two actors with one root are never independent."""

    members: Annotated[tuple[Tie, ...], Spread("to"), Back("Member of")] = ()
    """Of a body composed of others: its members. It does not count as independent beside one of them,
    unless a finding is its own."""

    speaks_for: Annotated[tuple[Tie, ...], Spread("to"), Back("Spoken for by")] = ()
    """For whom the actor speaks: a spokesperson, an ambassador, an agency that prints official texts.
    Who `heads` a body speaks for it, and the organs of a state speak for the state, without being named."""

    party_to_conflict: Switch | None = None
    """`true` for a party: one with a stake in what is believed. Inherited by all that is part of it."""

    supports_party: tuple[Support, ...] = ()
    """Parties whom the actor declares to support. Inherited by all that is part of it."""

    native_names: tuple[Name, ...] = ()
    """Names in the actor's own language and script."""

    aliases: tuple[Text, ...] = ()
    """Other spellings and short names; prose that uses them is linked to this page."""

    summary: Prose | None = None
    """One or two sentences: who this is in the story."""

    body: Prose | None = None
    """A longer text, if there is more to say; every sentence of fact refers to a source or record."""

    sources: Sources = ()
    """The sources on which summary and body rest."""

    relations: tuple[Relation, ...] = ()
    """How the actor stands to others."""

    positions: tuple[PositionHeld, ...] = ()
    """Offices and commands held."""

    wikidata: WikidataId | None = None
    """The Wikidata item about the actor, for data users."""

    looked_for: tuple[Search, ...] = ()
    """Searches that were made, for what a sentence here says that nobody has said or shown."""

    pictures: tuple[Picture, ...] = ()
    """Pictures that belong to it, each with what it shows in words, whose it is and under which licence."""

    lang: LanguageTag | None = None
    """The language of this record’s own texts, where that is not the language of the site: `uk`, `sr-Latn`. Names in
    other languages and quotations carry their own."""

    formerly: tuple[Key, ...] = ()
    """Ids under which the record used to stand, the oldest first; their addresses lead here."""


KIND = Kind(
    name="actor",
    plural="actors",
    folder="actors",
    address="actors",
    record=Actor,
    title=lambda actor: actor.name,
    in_sentences=lambda actor: actor.in_sentences,
    names=lambda actor: (actor.name, *actor.aliases),
    summary=lambda actor: actor.summary or TYPES.get(actor.type, actor.type.replace("-", " ").capitalize()),
)
