"""Terms: words that a reader may not know."""

from __future__ import annotations

from typing import Annotated

from explainer.kinds._base import Kind, Ref, record
from explainer.kinds._parts import Name, Search, Sources
from explainer.values import Id, Key, LanguageTag, Prose, Switch, Text


@record
class Term:
    """A word that a reader may not know."""

    id: Id
    """The key under which the record stands."""

    name: Text
    """The word or abbreviation as it stands in prose."""

    definition: Prose
    """What it means, in one to three sentences."""

    linked: Switch = True
    """`false` for everyday words: prose then links them only where it says `[[id]]`."""

    native_names: tuple[Name, ...] = ()
    """The word in other languages."""

    aliases: tuple[Text, ...] = ()
    """Other forms; prose that uses them is linked to the glossary."""

    see_also: tuple[Annotated[Id, Ref("term", "actor", "treaty", "claim", backlink="See also")], ...] = ()
    """Records that say more."""

    sources: Sources = ()
    """Sources of the definition, where it states facts."""

    looked_for: tuple[Search, ...] = ()
    """Searches that were made, for what a sentence here says that nobody has said or shown."""

    lang: LanguageTag | None = None
    """The language of this record’s own texts, where that is not the language of the site: `uk`, `sr-Latn`. Names in
    other languages and quotations carry their own."""

    formerly: tuple[Key, ...] = ()
    """Ids under which the record used to stand, the oldest first; their addresses lead here."""


KIND = Kind(
    name="term",
    plural="terms",
    folder="terms",
    address="glossary",
    record=Term,
    title=lambda term: term.name,
    names=lambda term: (term.name, *term.aliases) if term.linked else (),
    summary=lambda term: term.definition,
    gathered=True,
)
