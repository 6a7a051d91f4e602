"""Places: where events happened, in the country to which the United Nations counts them."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.kinds._base import Kind, Problem, record
from explainer.kinds._parts import Name, Picture, Search, Sources
from explainer.values import CountryCode, Id, Key, LanguageTag, Prose, Switch, Text
from explainer.values.grammar import Number


@record
class Place:
    """A place on the map."""

    id: Id
    """The key under which the record stands."""

    name: Text
    """The usual English name."""

    country: tuple[CountryCode, ...]
    """The country as recognised by the United Nations (ISO 3166); two for a border."""

    latitude: Number
    """Degrees north, rounded to what is known."""

    longitude: Number
    """Degrees east, rounded to what is known."""

    approximate: Switch = False
    """`true` if the point stands for an area or the exact place is not known."""

    native_names: tuple[Name, ...] = ()
    """Names in the languages of the place."""

    aliases: tuple[Text, ...] = ()
    """Other spellings."""

    note: Prose | None = None
    """What a reader should know: who controls it, what the point stands for."""

    sources: Sources = ()
    """Sources of the note."""

    looked_for: tuple[Search, ...] = ()
    """Searches that were made, for what a sentence here says that nobody has said or shown."""

    pictures: tuple[Picture, ...] = ()
    """Pictures that belong to it, each with what it shows in words, whose it is and under which licence."""

    lang: LanguageTag | None = None
    """The language of this record’s own texts, where that is not the language of the site: `uk`, `sr-Latn`. Names in
    other languages and quotations carry their own."""

    formerly: tuple[Key, ...] = ()
    """Ids under which the record used to stand, the oldest first; their addresses lead here."""


def check(place: Place) -> Iterator[Problem]:
    """Say which coordinate lies on no globe."""
    for name, value, limit in (("latitude", place.latitude, 90), ("longitude", place.longitude, 180)):
        if not -limit <= value <= limit:
            message = f"“{name}” runs from {-limit} to {limit}"
            hint = (
                "perhaps latitude and longitude are exchanged" if name == "latitude" else "check the number"
            )
            yield Problem((name,), "bad-number", message, hint)


KIND = Kind(
    name="place",
    plural="places",
    folder="places",
    address="places",
    record=Place,
    title=lambda place: place.name,
    names=lambda place: (place.name, *place.aliases),
    summary=lambda place: place.note or "",
    check=check,
)
