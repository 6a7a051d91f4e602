"""Sources: documents that one can go and read, and what we know of how they know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from explainer.kinds._authors import Author, problems
from explainer.kinds._base import Back, Kind, Problem, Ref, record
from explainer.kinds._parts import Tie
from explainer.values import (
    ArchiveUrl,
    Choice,
    EdtfDate,
    Id,
    Key,
    LanguageTag,
    Prose,
    Spread,
    Switch,
    Text,
    Url,
)

CSL_TYPES = {
    "article": "Article",
    "article-journal": "Journal article",
    "article-magazine": "Magazine article",
    "article-newspaper": "News report",
    "bill": "Bill",
    "book": "Book",
    "broadcast": "Broadcast",
    "chapter": "Chapter",
    "dataset": "Data set",
    "document": "Document",
    "entry-encyclopedia": "Encyclopedia entry",
    "hearing": "Hearing",
    "interview": "Interview",
    "legislation": "Legislation",
    "map": "Map",
    "post": "Post",
    "post-weblog": "Blog post",
    "report": "Report",
    "speech": "Speech",
    "treaty": "Treaty text",
    "webpage": "Web page",
}
"""Types of the Citation Style Language (CSL 1.0.2)."""

STANDINGS = {
    "current": "Stands as it was read.",
    "corrected": "The publisher corrected it.",
    "superseded": "A later document replaces it.",
    "retracted": "The publisher took it back.",
    "fabricated": "It is not what it claims to be.",
    "unreachable": "It can no longer be opened.",
}

READ = {
    "whole": "Read from beginning to end.",
    "excerpt": "Only an excerpt was read.",
    "none": "Not read: known only because other sources name it.",
}


@record
class Source:
    """A document that one can go and read."""

    id: Id
    """The key under which the record stands."""

    title: Text | None = None
    """The title as printed, in its own language."""

    label: Text | None = None
    """Our own short description, where no title was seen. Give a title or a label."""

    publisher: Annotated[Id, Ref("actor", backlink="Published")] | None = None
    """The publisher, if it is an actor of this site."""

    publisher_name: Text | None = None
    """The publisher's name, if it is no actor of this site. Give this or `publisher`."""

    via: Text | None = None
    """Who carries the text for the publisher: “swissinfo.ch” for a Reuters report read there."""

    authors: tuple[Author, ...] = ()
    """The authors, if named, in the order of the document: people with `family` and `given`, bodies with `name`."""

    author: Text | None = None
    """The former way to name an author, as one text; write `authors` instead."""

    controlled_by: Annotated[tuple[Tie, ...], Spread("to"), Back("Controls")] = ()
    """Who controls the publisher, where the publisher’s own record does not say it: an id, or blocks with
    `to`, `since` and `until` where it changed."""

    url: Url | None = None
    """The address at which it was read. Needed unless `read: none`."""

    original_url: Url | None = None
    """The publisher's own address, where `url` is a copy on another site."""

    mirror: Switch = False
    """`true` if `url` is a copy on a site that is neither the publisher's nor an agency customer's."""

    archived_url: ArchiveUrl | None = None
    """An archived copy."""

    published: EdtfDate | None = None
    """The date printed on it."""

    text_date: EdtfDate | None = None
    """The date of which the text itself speaks, where none is printed."""

    accessed: EdtfDate | None = None
    """When we read it."""

    language: LanguageTag
    """The language in which it was read."""

    type: Annotated[str, Choice("a type of source", CSL_TYPES)] = "article-newspaper"
    """What kind of document it is (CSL)."""

    first_hand: Switch = False
    """`true` if the publisher says what it saw, did, measured or decided itself; the trail ends here."""

    relays: tuple[Annotated[Id, Ref("actor", "source", backlink="Relayed by")], ...] = ()
    """Whose word it passes on: actors and sources, in the order of weight.
    Leave out only if the text does not say."""

    anonymous_origin: Text | None = None
    """How the text describes a speaker whom it does not name: “an intelligence official”."""

    could_not_verify: Text | None = None
    """What the publisher says it could not verify."""

    standing: Annotated[str, Choice("a standing", STANDINGS)] = "current"
    """Whether the document still stands."""

    standing_since: EdtfDate | None = None
    """Since when its standing is not `current`: the day of the retraction, of the correction. What a retracted
    source shows counts up to that day; what a fabricated one shows never counts."""

    standing_note: Prose | None = None
    """Why its standing is not `current`, and since when."""

    read: Annotated[str, Choice("how much was read", READ)] = "excerpt"
    """How much of it we read."""

    translated_from: LanguageTag | None = None
    """The language of the original words, where the text is a translation or quotes in translation."""

    note: Prose | None = None
    """What a reader should know of this document."""

    formerly: tuple[Key, ...] = ()
    """Ids under which the record used to stand, the oldest first; their addresses lead here."""

    @property
    def credited(self) -> tuple[Author, ...]:
        """Who is named as author; a text of the former way stands as it is."""
        return self.authors or ((Author(name=self.author),) if self.author else ())


def check(source: Source) -> Iterator[Problem]:
    """Say what a source lacks: a title or label, one publisher, an address, whole authors."""
    if not source.title and not source.label:
        yield Problem(
            (),
            "untitled-source",
            "the source has neither title nor label",
            "copy its title, or describe it in a few words as “label”",
        )
    if bool(source.publisher) == bool(source.publisher_name):
        both = "both “publisher” and “publisher_name”" if source.publisher else "no publisher"
        yield Problem(
            (),
            "one-publisher",
            f"the source has {both}",
            "give “publisher” (the id of an actor) or “publisher_name” (a name), not both",
        )
    if not source.url and source.read != "none":
        yield Problem(
            (),
            "source-without-address",
            "the source has no address",
            "add “url”; if it is known only through other sources, write “read: none”",
        )
    if source.first_hand and source.relays:
        yield Problem(
            ("first_hand",),
            "trail-goes-on",
            "the trail cannot end here, since the source relays others",
            "keep “relays” or “first_hand: true”, not both; name the voice of an item of evidence as “origin”",
        )
    if source.standing != "current" and not source.standing_note:
        yield Problem(
            ("standing",),
            "unexplained-standing",
            f"the standing is “{source.standing}” and nothing says why",
            "add “standing_note”",
        )
    if source.standing == "retracted" and not source.standing_since:
        yield Problem(
            ("standing",),
            "standing-without-day",
            "the source was retracted and nothing says when",
            "add “standing_since” with the day of the retraction; up to it the source counts",
        )
    if source.author and source.authors:
        yield Problem(
            ("author",),
            "person-or-body",
            "the source has both “author” and “authors”",
            "keep “authors” alone",
        )
    yield from problems(source.authors)


KIND = Kind(
    name="source",
    plural="sources",
    folder="sources",
    address="sources",
    record=Source,
    title=lambda source: source.title or source.label or source.id,
    summary=lambda source: source.note or "",
    check=check,
)
