"""Events: what happened, or is said to have happened, on a date known well or loosely."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from explainer.kinds._base import Kind, Problem, Ref, record
from explainer.kinds._parts import Evidence, Picture, Search, Sources
from explainer.values import Choice, ClockTime, EdtfDate, Id, Key, LanguageTag, Prose, Text

INVOCATIONS = {
    "invoked": "The actor says that it acted under this article.",
    "cited": "The actor refers to this article.",
    "consistent-with": "The actor says that the event accords with this article.",
    "contested": "The actor says that the article does not cover the event, or is breached by it.",
}


@record
class Participation:
    """An actor in an event, and in what role."""

    actor: Annotated[Id, Ref("actor", backlink="Took part in")]
    """The actor."""

    role: Text
    """What the actor did: “signed”, “host”, “spoke”, “said to have left”."""


@record
class Invocation:
    """Who says that an event stands under an article of a treaty."""

    treaty: Annotated[Id, Ref("treaty", backlink="Invoked by")]
    """The treaty."""

    article: Id
    """The key of the article, for example `art-4`."""

    relation: Annotated[str, Choice("a relation", INVOCATIONS)]
    """How the event stands to the article according to the actor."""

    by: Annotated[Id, Ref("actor", backlink="Invoked an article in")]
    """Who says so."""

    sources: Sources
    """Where it is said."""


NATURES = {
    "act": "Something an actor did in the open: a visit, a signature, a vote, a decree, a publication.",
    "statement": "Somebody said, denied, estimated or announced something.",
    "occurrence": "Something that happened or is said to have happened: a flood, a delivery, an accident, a death.",
}
"""What sort of thing an event is, so that its status answers the right question."""

SAYINGS = {
    "asserts": "Says that it is so.",
    "denies": "Says that it is not so.",
    "concedes": "Says that it is so, against an earlier denial or the speaker’s interest.",
    "estimates": "Gives a number or a likelihood of its own.",
    "asks": "Asks, or leaves open, whether it is so.",
}
"""How a speaker stands to a claim."""


@record
class Saying:
    """What a statement says on a claim."""

    claim: Annotated[Id, Ref("claim", backlink="Spoken of in")]
    """The claim."""

    stance: Annotated[str, Choice("what a speaker does", SAYINGS)]
    """How the speaker stands to the claim."""

    note: Prose | None = None
    """What a reader should know of these words."""


@record
class Event:
    """Something that was done, said, or happened, or is said to have happened."""

    id: Id
    """The key under which the record stands."""

    title: Text
    """The event in a few words, as a newspaper would head it."""

    date: EdtfDate
    """When it happened: 2024-06-19, 2024-06, 2023-23 for autumn 2023, 2024-10~ for about,
    2024-06-19/.. for what goes on, 2024-06-19/ for what has an end that is not known."""

    time: ClockTime | None = None
    """The hour at the place, if a source gives it: 14:30. It orders the events of one day."""

    after: Annotated[Id, Ref("event", backlink="Followed on the same day by")] | None = None
    """An event of the same date that came before this one, where no hour is known.
    Without both, events of one date stand in the order of their file."""

    summary: Prose
    """What happened, in one to three sentences; who says so, where it is disputed."""

    body: Prose | None = None
    """More, if there is more to say."""

    nature: Annotated[str, Choice("a nature", NATURES)]
    """What sort of thing it is: `act` (done in the open), `statement` (said, denied, estimated, announced) or
    `occurrence` (happened or is said to have happened). Of acts and statements the status tells whether they
    are on record; of occurrences, what the evidence amounts to."""

    by: tuple[Annotated[Id, Ref("actor", backlink="Did or said")], ...] = ()
    """Whose act or statement it is. Of an occurrence: who is said to have done it or whom it befell, and so
    could admit it; leave out if there is nobody."""

    says: tuple[Saying, ...] = ()
    """Of a statement: each claim on which it says something, and how."""

    strands: tuple[Id, ...]
    """The strands of the story to which it belongs; strands are named in mkdocs.yml."""

    actors: tuple[Participation, ...] = ()
    """Who took part, and how."""

    places: tuple[Annotated[Id, Ref("place", backlink="Happened here")], ...] = ()
    """Where it happened."""

    claims: tuple[Annotated[Id, Ref("claim", backlink="Part of the story of")], ...] = ()
    """The claims that this event bears on. What a statement says on a claim stands under `says`."""

    sources: Sources = ()
    """The sources that report it, where nothing more is to be said of each."""

    evidence: tuple[Evidence, ...] = ()
    """The sources one by one, where stance, basis or origin matter. Of an act or a statement they show that it
    was done or said, so `admission` has no place there."""

    invokes: tuple[Invocation, ...] = ()
    """Articles of a treaty under which somebody places the event."""

    note: Prose | None = None
    """What a reader should know: what the sources leave open, where dates differ."""

    looked_for: tuple[Search, ...] = ()
    """Searches that were made, for what a sentence here says that nobody has said or shown."""

    pictures: tuple[Picture, ...] = ()
    """Pictures that belong to it, each with what it shows in words, whose it is and under which licence."""

    lang: LanguageTag | None = None
    """The language of this record’s own texts, where that is not the language of the site: `uk`, `sr-Latn`. Names in
    other languages and quotations carry their own."""

    formerly: tuple[Key, ...] = ()
    """Ids under which the record used to stand, the oldest first; their addresses lead here."""


def check(event: Event) -> Iterator[Problem]:
    """Say when nothing shows that an event happened, and when it has an hour and no day."""
    if not event.sources and not event.evidence:
        yield Problem(
            (), "event-without-source", "nothing shows that this happened", "add “sources” or “evidence”"
        )
    if event.time and not (event.date.is_exact and not event.date.is_interval):
        yield Problem(
            ("time",),
            "time-without-day",
            f"the time is {event.time}, and the day is not known: {event.date.words}",
            "write the day as “date”, or leave “time” out",
        )
    if event.nature in ("act", "statement") and not event.by:
        what = "did this" if event.nature == "act" else "said this"
        hint = "add “by” with the ids of those whose act or statement it is"
        yield Problem(("nature",), "nobody-did-it", f"it is not said who {what}", hint)
    if event.says and event.nature != "statement":
        hint = "write “nature: statement”, or list the claims under “claims”"
        yield Problem(("says",), "says-without-statement", "only a statement says something", hint)
    for index, saying in enumerate(event.says):
        if saying.claim in event.claims:
            message = f"“{saying.claim}” stands under “says” and under “claims”"
            yield Problem(("says", index), "said-twice", message, "remove it under “claims”")


KIND = Kind(
    name="event",
    plural="events",
    folder="timeline",
    address="timeline",
    record=Event,
    title=lambda event: event.title,
    summary=lambda event: event.summary,
    check=check,
)
