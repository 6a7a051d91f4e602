"""Treaties: what was agreed, in which words, how it came into force, and how it is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from explainer.diagnostics import did_you_mean
from explainer.kinds._base import Kind, Problem, Ref, record
from explainer.kinds._parts import Account, Name, Picture, Position, Search, Sources, Wording, unattributed
from explainer.values import Choice, EdtfDate, Id, Key, LanguageTag, Prose, Text

STEPS = {
    "draft-approved": "Draft approved",
    "signed": "Signed",
    "submitted": "Submitted to parliament",
    "recommended": "Recommended by committee",
    "adopted": "Adopted by parliament",
    "approved": "Approved by the second chamber",
    "signed-into-law": "Signed into law",
    "ratified": "Ratified",
    "acceded": "Acceded",
    "reserved": "Reservation made",
    "instruments-exchanged": "Instruments exchanged",
    "in-force": "In force",
    "text-published": "Text published",
    "denounced": "Denounced",
    "ended": "Ended",
}


@record
class Step:
    """One step on the way of a treaty into force."""

    step: Annotated[str, Choice("a step", STEPS, "treaty_steps")]
    """Which step it is."""

    party: Annotated[Id, Ref("actor", backlink="Took a step in")] | None = None
    """The party that took it; leave out for steps that the parties take together."""

    date: EdtfDate
    """When."""

    by: tuple[Annotated[Id, Ref("actor", backlink="Acted in")], ...] = ()
    """The people and bodies who acted."""

    sources: Sources
    """The sources that report it."""

    note: Prose | None = None
    """Details: votes, errors in other sources, what is not known."""


@record
class Article:
    """One provision of a treaty."""

    number: Text | None = None
    """The number as printed: `4`, `III`, `4bis`; leave out if no source that was read prints one."""

    heading: Text
    """What the provision is about, in a few words of ours."""

    summary: Prose
    """What it provides, in plain words."""

    texts: tuple[Wording, ...] = ()
    """The wording, in each language and version that was read."""

    sources: Sources
    """The sources on which the summary rests."""

    note: Prose | None = None
    """What a reader should know: doubtful numbers, missing definitions."""


@record
class Predecessor:
    """An earlier agreement."""

    title: Text
    """Its name in English."""

    native_titles: tuple[Name, ...] = ()
    """Its name in other languages."""

    signed: EdtfDate
    """When it was signed."""

    place: Annotated[Id, Ref("place", backlink="Signed here")] | None = None
    """Where."""

    summary: Prose | None = None
    """What it provided."""

    fate: Prose
    """What became of it."""

    accounts: tuple[Account, ...] = ()
    """Differing accounts of its end, each with its sources."""

    sources: Sources
    """The sources on which this rests."""

    note: Prose | None = None
    """What a reader should know."""


@record
class Dispute:
    """A question on which readings of the treaty differ."""

    question: Text
    """The question, as a question."""

    articles: tuple[Id, ...] = ()
    """The keys of the articles that it concerns."""

    background: Prose | None = None
    """What one must know first."""

    positions: tuple[Position, ...]
    """Who says what, each with sources, the earliest first."""

    sources: Sources = ()
    """The sources of the background."""

    note: Prose | None = None
    """What a reader should know."""


@record
class Publication:
    """When and where the text became public."""

    date: EdtfDate
    """When."""

    what: Prose
    """What was published by whom."""

    sources: Sources
    """The sources that show it."""


@record
class Gap:
    """Something that our copy of the text lacks."""

    what: Prose
    """What is missing, said openly."""

    sources: Sources = ()
    """Where it might be found."""


@record
class Treaty:
    """An agreement between actors, with its provisions, its way into force and its readings."""

    id: Id
    """The key under which the record stands."""

    title: Text
    """The name in English."""

    titles: tuple[Name, ...] = ()
    """The name in the languages of the treaty."""

    aliases: tuple[Text, ...] = ()
    """Short names used in prose."""

    parties: tuple[Annotated[Id, Ref("actor", backlink="Party to")], ...]
    """The parties."""

    signed: EdtfDate
    """When it was signed."""

    place: Annotated[Id, Ref("place", backlink="Signed here")] | None = None
    """Where it was signed."""

    summary: Prose
    """What it is, in two or three sentences."""

    body: Prose | None = None
    """More, if there is more to say."""

    sources: Sources
    """The sources of title, signing and summary."""

    steps: tuple[Step, ...] = ()
    """The way into force, step by step."""

    publications: tuple[Publication, ...] = ()
    """How the text became public."""

    articles: Mapping[Key, Article]
    """The provisions by key: `preamble`, `art-4`, or a word where no number is known."""

    predecessors: tuple[Predecessor, ...] = ()
    """Earlier agreements."""

    disputes: tuple[Dispute, ...] = ()
    """Questions on which readings differ."""

    reactions: tuple[Position, ...] = ()
    """What others said of it."""

    missing: tuple[Gap, ...] = ()
    """What our text lacks."""

    looked_for: tuple[Search, ...] = ()
    """Searches that were made, for what a sentence here says that nobody has said or shown."""

    pictures: tuple[Picture, ...] = ()
    """Pictures that belong to it, each with what it shows in words, whose it is and under which licence."""

    lang: LanguageTag | None = None
    """The language of this record’s own texts, where that is not the language of the site: `uk`, `sr-Latn`. Names in
    other languages and quotations carry their own."""

    formerly: tuple[Key, ...] = ()
    """Ids under which the record used to stand, the oldest first; their addresses lead here."""


def check(treaty: Treaty) -> Iterator[Problem]:
    """Say which positions belong to nobody and which articles do not exist."""
    for index, dispute in enumerate(treaty.disputes):
        for number, position in enumerate(dispute.positions):
            yield from unattributed(position, ("disputes", index, "positions", number))
        for number, article in enumerate(dispute.articles):
            if article not in treaty.articles:
                yield Problem(
                    ("disputes", index, "articles", number),
                    "unknown-article",
                    f"the treaty has no article “{article}”",
                    did_you_mean(article, treaty.articles),
                )
    for index, reaction in enumerate(treaty.reactions):
        yield from unattributed(reaction, ("reactions", index))


KIND = Kind(
    name="treaty",
    plural="treaties",
    folder="treaties",
    address="treaties",
    record=Treaty,
    title=lambda treaty: treaty.title,
    names=lambda treaty: (treaty.title, *treaty.aliases),
    summary=lambda treaty: treaty.summary,
    check=check,
)
