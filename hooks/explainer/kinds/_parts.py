"""Parts that records of several kinds share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from explainer.kinds._base import Problem, Ref, record
from explainer.values import Choice, EdtfDate, Id, LanguageTag, PicturePath, Prose, Switch, Text

ActorId = Annotated[Id, Ref("actor", backlink="Mentioned in")]
Sources = tuple[Annotated[Id, Ref("source", backlink="Relied on by")], ...]


@record
class Name:
    """A name in its own language and script."""

    text: Text
    """The name as its owners write it, for example 東京."""

    language: LanguageTag
    """The language, and the script where it is not the usual one: `ja`, `sr-Latn`."""


@record
class Wording:
    """Words exactly as a source prints them, with their language."""

    text: Prose
    """The quoted words, without quotation marks."""

    language: LanguageTag
    """The language of these words."""

    source: Annotated[Id, Ref("source", backlink="Quoted in")]
    """The source that prints these words."""

    authentic: Switch = False
    """`true` if this is the language in which the words were adopted or spoken, not a translation."""

    translator: Text | None = None
    """Who translated, where it is known: a person, an agency, “machine translation”."""

    label: Text | None = None
    """What distinguishes this version: “Agency English”."""

    note: Prose | None = None
    """What a reader should know of this version."""


READ_OF_FOUND = {
    "whole": "The pages that were found were read from beginning to end.",
    "excerpt": "Of the pages that were found, excerpts were read.",
}

STANCES = {
    "supports": "The source speaks for the statement.",
    "denies": "The origin says that the statement is not so.",
    "qualifies": "The source limits the statement: in part, elsewhere, later, fewer.",
    "withdraws": "Somebody takes back what he had said for or against the statement.",
    "refutes": "The source shows that the statement is wrong.",
}

EVIDENCE_WAYS = {
    "supports": "Evidence for",
    "denies": "Evidence against",
    "qualifies": "Limits",
    "withdraws": "Takes back",
    "refutes": "Evidence against",
}
ORIGIN_WAYS = {
    "supports": "Origin of evidence for",
    "denies": "Denied",
    "qualifies": "Limited",
    "withdraws": "Took back",
    "refutes": "Held to be wrong",
}
"""What the way back from evidence is called, by its stance."""

BASES = {
    "statement": "Somebody says so and shows nothing.",
    "assessment": "Somebody concludes so from what is not shown in full.",
    "testimony": "Somebody who was there tells it.",
    "document": "A document that can be examined shows it.",
    "imagery": "Photographs, film or satellite pictures show it.",
    "physical": "An object that was examined shows it, or traces on the spot do.",
    "intercept": "An intercepted message shows it.",
    "admission": "One who speaks for the actor concerned says so, against its earlier denial or its interest.",
}


@record
class Evidence:
    """One item that speaks for or against a statement."""

    source: Annotated[Id, Ref("source", backlink="Evidence for", by="stance", ways=EVIDENCE_WAYS)]
    """The source that we read."""

    stance: Annotated[str, Choice("a stance", STANCES)] = "supports"
    """How the source stands to the statement."""

    basis: Annotated[str, Choice("a basis", BASES)] = "statement"
    """What the origin's word rests on."""

    origin: (
        Annotated[
            Id, Ref("actor", "source", backlink="Origin of evidence for", by="stance", ways=ORIGIN_WAYS)
        ]
        | None
    ) = None
    """Whose word it really is, where it is not what the source's own `relays` say.
    Needed when the source passes on several voices."""

    own_finding: Switch = False
    """`true` if the origin found this out itself: it does not pass on what others told it.
    Needed for a medium named as `origin`, and for a body whose members say the same."""

    material_from: Annotated[Id, Ref("actor", backlink="Handed over material for")] | None = None
    """Who handed over the material that was examined (a photograph, an object), where that is not the origin.
    What is seen in it shares the root of the giver."""

    in_custody_of: Annotated[Id, Ref("actor", backlink="Held the speaker of")] | None = None
    """Who held the speaker when the words were spoken. What is said in custody shares the root of whoever
    holds the speaker."""

    against_interest: Text | None = None
    """For `basis: admission` without an earlier denial: why it goes against the speaker’s interest."""

    date: EdtfDate | None = None
    """When this was said or shown, where it is not the date of the source."""

    quote: Text | None = None
    """The words on which it rests, as the source prints them, in its own language and as few as will do."""

    no_quote: Text | None = None
    """Why nothing is quoted: “a picture”, “read in another’s translation”, “the whole page says it”."""

    locator: Text | None = None
    """Where in the source: a page, a paragraph, a minute."""

    note: Prose | None = None
    """One sentence on what the source says for or against the statement."""


@record
class Tie:
    """A bond between two actors on which independence depends, for how long, and who says so."""

    to: Annotated[Id, Ref("actor", backlink="Mentioned in")]
    """The other actor."""

    since: EdtfDate | None = None
    """When it began, if a source says so."""

    until: EdtfDate | None = None
    """When it ended; leave out while it lasts."""

    sources: Sources = ()
    """The sources that show it."""

    note: Prose | None = None
    """What it consists in."""


@record
class Picture:
    """A picture that belongs to a record: a document’s scan, a map, a portrait."""

    file: PicturePath
    """Where it lies, counted from `docs/`: SVG, PNG, WebP, JPEG, GIF or AVIF, at most 500 kB."""

    alt: Text
    """What it shows, in words, for those who do not see it."""

    credit: Text
    """Whose picture it is: who made it, or who keeps it."""

    licence: Text
    """The licence under which it may be shown, short as SPDX writes it (`CC-BY-4.0`), or in words (“public domain”)."""

    source: Annotated[Id, Ref("source", backlink="Pictures from it")]
    """The source in which it was found."""

    caption: Prose | None = None
    """What a reader should know about it, below the picture."""


@record
class Search:
    """A search that was made, whatever it found: what “nobody has said” rests on."""

    what: Text
    """What was looked for, for example “a date given by either government”."""

    where: tuple[Text, ...]
    """Which pages or collections were searched."""

    words: tuple[Text, ...] = ()
    """The words that were searched for, as they were typed."""

    languages: tuple[LanguageTag, ...] = ()
    """The languages in which the search was made."""

    on: EdtfDate
    """The day on which the search was made."""

    read: Annotated[str, Choice("how much was read", READ_OF_FOUND)] = "excerpt"
    """How much was read of what the search found."""

    found: Prose | None = None
    """What was found that comes close; leave out if nothing was found."""


@record
class Support:
    """Declared support for a party."""

    party: Annotated[Id, Ref("actor", backlink="Supported by")]
    """The party that is supported."""

    since: EdtfDate | None = None
    """Since when, if a source says so."""

    until: EdtfDate | None = None
    """When it ended; leave out while it lasts."""

    sources: Sources
    """Sources in which the supporter declares it, or that report it."""

    note: Prose | None = None
    """How the support is given."""


@record
class Account:
    """One source's version of something on which sources differ."""

    says: Prose
    """What this account says."""

    sources: Sources
    """The sources that give this account."""


@record
class Position:
    """What one actor, or a named voice that is no record, says on a question."""

    actor: Annotated[Id, Ref("actor", backlink="Took a position in")] | None = None
    """The actor who says it."""

    voice: Text | None = None
    """Who says it, where no actor record exists: “a legal commentator”."""

    date: EdtfDate | None = None
    """When it was said."""

    says: Prose
    """What is said, in your own words and attributed to nobody else."""

    sources: Sources
    """The sources that report it."""

    note: Prose | None = None
    """What a reader should know of this position."""


def unattributed(position: Position, path: tuple[str | int, ...]) -> Iterator[Problem]:
    """Say that a position belongs to nobody, or to two."""
    if bool(position.actor) == bool(position.voice):
        both = "both “actor” and “voice”" if position.actor else "nobody who says it"
        yield Problem(
            path,
            "unattributed-position",
            f"the position has {both}",
            "give “actor” (an id) or “voice” (a name), not both",
        )
