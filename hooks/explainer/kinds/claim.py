"""Claims: statements that somebody made, with the evidence for and against each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from explainer.kinds._base import Kind, Problem, Ref, record
from explainer.kinds._parts import Evidence, Picture, Search, Sources, Wording
from explainer.kinds._statuses import LADDER
from explainer.values import Choice, EdtfDate, Id, Key, LanguageTag, Prose, Quantity, Text

KINDS_OF_CLAIM = {
    "fact": "That something is or happened.",
    "figure": "How many or how much.",
    "intention": "What somebody intends.",
    "forecast": "What will happen, or would have happened by now.",
    "interpretation": "What something means.",
}


@record
class Figure:
    """A number that somebody gave."""

    value: Quantity
    """The number: 1500, 1500~ (about), 300..1000 (between), 600.. (at least), ..3000 (up to)."""

    unit: Text
    """What is counted: “people”, “containers”, “tonnes”."""

    measure: Key
    """A short word for what the number measures, the same for numbers that can be compared:
    `capacity` is not `delivered`."""

    as_of: EdtfDate
    """The date of which the number speaks."""

    by: Annotated[Id, Ref("actor", backlink="Gave figures for")]
    """Who gave the number."""

    sources: Sources
    """The sources that print it."""

    note: Prose | None = None
    """How the number was reached, or what it leaves out."""


@record
class Retelling:
    """A retelling that goes further than the origin did."""

    what: Prose
    """What was said first and what became of it."""

    sources: Sources
    """The sources that show it, the retelling among them."""


MEANINGS = {
    "came-about": "If that claim stands, the forecast came about; if it is refuted, it did not.",
    "in-part": "If that claim stands, the forecast came about in part.",
    "did-not": "If that claim stands, the forecast did not come about.",
}
"""What another claim means for a forecast."""


@record
class Outcome:
    """What became of a forecast, computed from another claim and its status on the day."""

    claim: Annotated[Id, Ref("claim", backlink="Decides the outcome of")]
    """The claim that says that it happened."""

    means: Annotated[str, Choice("what it means", MEANINGS)] = "came-about"
    """What that claim means for the forecast."""

    note: Prose | None = None
    """What of the forecast the claim covers, and what it leaves open."""


@record
class Implication:
    """Another claim that must be true if this one is, by the words of both statements."""

    claim: Annotated[Id, Ref("claim", backlink="Follows from")]
    """The claim that follows from this one."""

    note: Prose
    """Why it follows: which words of this statement say it."""


@record
class Contradiction:
    """Another claim that cannot be true if this one is, by the words of both statements."""

    claim: Annotated[Id, Ref("claim", backlink="Cannot be true together with")]
    """The other claim. Written at one of the two, and read both ways."""

    note: Prose
    """Why both cannot be true: which words exclude each other, and since when both speak of one time."""


@record
class Ruling:
    """The editors' own judgement, shown beside the computed status and never instead of it."""

    status: Annotated[str, Choice("a status", LADDER)]
    """The status that the editors hold to be right."""

    reason: Prose
    """Why, in words for readers."""

    sources: Sources
    """What the ruling rests on."""

    date: EdtfDate
    """When it was made."""


@record
class Claim:
    """A statement that somebody made."""

    id: Id
    """The key under which the record stands."""

    title: Text
    """The claim in a few words, for lists and links: “The bridge was closed in May”."""

    statement: Prose
    """The statement itself in one or two sentences, in your own words: what is asserted,
    not that it is asserted."""

    topic: Id
    """The topic under which the claim is listed; topics are named in mkdocs.yml."""

    kind: Annotated[str, Choice("a kind of claim", KINDS_OF_CLAIM)]
    """What sort of statement it is."""

    made_by: tuple[Annotated[Id, Ref("actor", backlink="Made the claim")], ...]
    """Who made it first."""

    first_made: EdtfDate
    """When it was first made."""

    about: tuple[Annotated[Id, Ref("actor", backlink="Subject of the claim")], ...]
    """Whom it concerns: the actors who could admit it. Not those who merely speak of it.
    Of an intention: whose intention it is; nobody else can admit it."""

    outcome: Outcome | None = None
    """Of a forecast: the claim that says that it happened. The site computes the outcome from its status."""

    implies: tuple[Implication, ...] = ()
    """Claims that must be true if this one is. No status is taken over along such a link: it is checked
    that none of them stands lower than this one on any day."""

    contradicts: tuple[Contradiction, ...] = ()
    """Claims that cannot be true if this one is. While one of the two is corroborated or acknowledged,
    the other carries a caveat that says so."""

    evidence: tuple[Evidence, ...] = ()
    """Each item that speaks for or against the statement."""

    figures: tuple[Figure, ...] = ()
    """Numbers that were given."""

    wordings: tuple[Wording, ...] = ()
    """The words as spoken, and their translations, where the wording matters."""

    retellings: tuple[Retelling, ...] = ()
    """Retellings that go further than the origin."""

    body: Prose | None = None
    """What is known, in prose: background that evidence items cannot say."""

    would_change_if: Prose | None = None
    """What evidence would change the status. The page adds what is missing for the next one."""

    last_reviewed: EdtfDate | None = None
    """When somebody last went through the evidence."""

    ruling: Ruling | None = None
    """An editors' ruling, if there is one."""

    aliases: tuple[Text, ...] = ()
    """Other short names."""

    looked_for: tuple[Search, ...] = ()
    """Searches that were made, for what a sentence here says that nobody has said or shown."""

    pictures: tuple[Picture, ...] = ()
    """Pictures that belong to it, each with what it shows in words, whose it is and under which licence."""

    lang: LanguageTag | None = None
    """The language of this record’s own texts, where that is not the language of the site: `uk`, `sr-Latn`. Names in
    other languages and quotations carry their own."""

    formerly: tuple[Key, ...] = ()
    """Ids under which the record used to stand, the oldest first; their addresses lead here."""


def check(claim: Claim) -> Iterator[Problem]:
    """Say when the editors overrule the evidence and show nothing for it."""
    if claim.ruling and not claim.ruling.sources:
        message = "the ruling names no source"
        yield Problem(
            ("ruling",), "ruling-without-source", message, "add under “sources” what the ruling rests on"
        )
    if claim.outcome and claim.kind != "forecast":
        message = "only a forecast has an outcome"
        yield Problem(("outcome",), "outcome-of-no-forecast", message, "write “kind: forecast”, or remove it")
    if claim.outcome and claim.outcome.claim == claim.id:
        message = "a forecast cannot decide its own outcome"
        hint = "name the claim that says that it happened"
        yield Problem(("outcome", "claim"), "outcome-of-itself", message, hint)
    if claim.kind == "forecast":
        for field in ("implies", "contradicts"):
            if getattr(claim, field):
                yield Problem((field,), FORECAST_LINKED, *forecast_linked("this claim"))


FORECAST_LINKED = "forecast-linked"
"""The code of a link between claims at whose end stands a forecast."""


def forecast_linked(which: str) -> tuple[str, str]:
    """Return what is said, and what should be done, where a forecast is linked with another claim."""
    message = f"{which} is a forecast: it has no status of truth that could stand or fall with another’s"
    return message, "remove the link; what became of a forecast is said under its “outcome”"


KIND = Kind(
    name="claim",
    plural="claims",
    folder="claims",
    address="claims",
    record=Claim,
    title=lambda claim: claim.title,
    summary=lambda claim: claim.statement,
    check=check,
)
