"""Questions: what we do not know, and what would answer it."""

from __future__ import annotations

from typing import Annotated

from explainer.kinds._base import Kind, Ref, record
from explainer.kinds._parts import Search, Sources
from explainer.values import EdtfDate, Id, Key, LanguageTag, Prose, Text


@record
class Closing:
    """When and by what a question was answered."""

    date: EdtfDate
    """When the answer became known."""

    answer: Prose
    """The answer."""

    sources: Sources
    """The sources that answer it."""


@record
class Question:
    """Something that we do not know."""

    id: Id
    """The key under which the record stands."""

    question: Text
    """The question, as a question."""

    known: Prose
    """What is known so far, and why it does not answer the question."""

    would_answer: Prose | None = None
    """What evidence would answer it."""

    topic: Id
    """The topic to which it belongs; topics are named in mkdocs.yml."""

    about: tuple[Annotated[Id, Ref("actor", backlink="Open questions")], ...] = ()
    """The actors whom it concerns."""

    claims: tuple[Annotated[Id, Ref("claim", backlink="Open questions")], ...] = ()
    """The claims that it concerns."""

    events: tuple[Annotated[Id, Ref("event", backlink="Open questions")], ...] = ()
    """The events that it concerns."""

    sources: Sources = ()
    """The sources of what is known."""

    opened: EdtfDate
    """Since when it is open."""

    closed: Closing | None = None
    """How it was answered, once it is."""

    looked_for: tuple[Search, ...] = ()
    """Searches that were made, for what a sentence here says that nobody has said or shown."""

    lang: LanguageTag | None = None
    """The language of this record’s own texts, where that is not the language of the site: `uk`, `sr-Latn`. Names in
    other languages and quotations carry their own."""

    formerly: tuple[Key, ...] = ()
    """Ids under which the record used to stand, the oldest first; their addresses lead here."""


KIND = Kind(
    name="question",
    plural="questions",
    folder="questions",
    address="questions",
    record=Question,
    title=lambda question: question.question,
    summary=lambda question: question.known,
    gathered=True,
)
