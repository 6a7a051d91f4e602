"""Words that pages and data formats share: prose without markup, names of types, numbers with their nouns."""

from __future__ import annotations

import re

from explainer.dossier import Dossier, Judgement
from explainer.kinds.actor import RELATIONS, TYPES
from explainer.kinds.treaty import STEPS, Article
from explainer.messages import Message
from explainer.prose import to_plain

NO_ORIGIN = Message("no origin")
NO_KNOWN_ORIGIN = Message("no origin that is known")
ONE_ORIGIN = Message("one origin")
ONE_ORIGIN_AT_MOST = Message("at most one origin")
ORIGINS = Message("{number} independent origins")
ORIGINS_AT_MOST = Message("at most {number} independent origins")
ARTICLE = Message("Article {number}")

DESCRIPTION_LIMIT = 200


def shortened(text: str, limit: int = DESCRIPTION_LIMIT) -> str:
    """Return text cut at a word, with an ellipsis where something was left out."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(",;:–— ") + "…"


def lower_first(words: str) -> str:
    """Return words as they stand inside a sentence: the first letter small, unless an abbreviation begins."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def plain(text: str | None, dossier: Dossier) -> str:
    """Return prose without markup, references as titles."""
    if not text:
        return ""
    entries = dossier.graph.entries
    return to_plain(text, lambda id: entries[id].title if id in entries else id)


def origins_words(judgement: Judgement) -> str:
    """Say how many independent origins speak for a statement: “one origin”, “at most three”."""
    now = judgement.assessment
    if not now.supporting:
        return NO_ORIGIN()
    number = max(now.independent, now.at_most)
    if number == 0:
        return NO_KNOWN_ORIGIN()
    if number == 1:
        return ONE_ORIGIN() if now.independent == 1 else ONE_ORIGIN_AT_MOST()
    return (ORIGINS_AT_MOST if now.is_upper_bound else ORIGINS)(number=number)


def type_words(type: str, dossier: Dossier) -> str:
    """Return a type of actor in words, the site's own first."""
    return (dict(TYPES) | dict(dossier.settings.actor_types)).get(type, type)


def relation_words(type: str, dossier: Dossier) -> str:
    """Return a kind of relation in words, the site's own first."""
    return (dict(RELATIONS) | dict(dossier.settings.relations)).get(type, type)


def step_words(step: str, dossier: Dossier) -> str:
    """Return a step of a treaty in words, the site's own first."""
    return (dict(STEPS) | dict(dossier.settings.treaty_steps)).get(step, step)


_NUMBER = re.compile(r"(?:\d+|[IVXLCDM]+)[ -]?(?:bis|ter|qua(?:ter|dro)|quinquies|[a-zA-Z])?(?:\.\d+)*")
"""A number as articles have it: 4, III, 4bis, 12a, 3.2."""


def provision_name(key: str, provision: Article) -> str:
    """Return what a provision of a treaty is called: “Article 4bis”, “Annex A”, its heading where it has no number."""
    number = provision.number
    if number is None:
        return "Preamble" if key == "preamble" else provision.heading
    if number.casefold() == provision.heading.casefold():
        return provision.heading
    return ARTICLE(number=number) if _NUMBER.fullmatch(number) else number


def provision_title(key: str, provision: Article) -> str:
    """Return what a provision is called in a list: “Article 4: Water”."""
    name = provision_name(key, provision)
    return name if name == provision.heading else f"{name}: {provision.heading}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """Say a number with its noun: “1 state”, “2 states”."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
