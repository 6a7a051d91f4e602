"""Corrections: what stood on the site and was wrong, what stands there now, and why."""

from __future__ import annotations

from typing import Annotated

from explainer.kinds._base import Kind, Ref, record
from explainer.kinds._parts import Sources
from explainer.values import EdtfDate, Id, Key, Prose, Text


@record
class Correction:
    """Something that was published here, was wrong, and was put right."""

    id: Id
    """The key under which the record stands, for example `2025-02-date-of-the-signing`."""

    title: Text
    """The correction in a few words: “The date of the signing”."""

    date: EdtfDate
    """The day on which it was put right."""

    published: Prose
    """What stood here, as it stood."""

    replaced_by: Prose
    """What stands here now."""

    reason: Prose
    """Why it was wrong, and how that was found."""

    concerns: tuple[
        Annotated[
            Id,
            Ref(
                "actor",
                "claim",
                "event",
                "place",
                "question",
                "source",
                "term",
                "treaty",
                backlink="Corrections",
            ),
        ],
        ...,
    ] = ()
    """The records in which the mistake stood."""

    pages: tuple[Text, ...] = ()
    """The pages under docs/ in which it stood, for example `topics/costs.md`."""

    sources: Sources = ()
    """The sources that show what is right."""

    formerly: tuple[Key, ...] = ()
    """Ids under which the record used to stand, the oldest first; their addresses lead here."""


KIND = Kind(
    name="correction",
    plural="corrections",
    folder="corrections",
    address="corrections",
    record=Correction,
    title=lambda correction: correction.title,
    summary=lambda correction: correction.reason,
    gathered=True,
)
