"""Codes that standards define: languages (BCP 47), countries (ISO 3166-1), Wikidata items."""

from __future__ import annotations

import re
from typing import Annotated

from explainer.diagnostics import Mistake
from explainer.values.cldr import country_name, language_name, language_tag
from explainer.values.grammar import Grammar

LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
_LANGUAGE = re.compile(LANGUAGE_PATTERN)
_COUNTRY = re.compile(r"^[A-Z]{2}$")
_WIKIDATA = re.compile(r"^Q[1-9][0-9]{0,11}$")


def parse_language(text: str) -> str:
    """Return a BCP 47 tag of language, script and region, such as `ko`, `ko-KP` or `ko-Latn`."""
    if not _LANGUAGE.fullmatch(text):
        tag = text.lower() if _LANGUAGE.fullmatch(text.lower()) else language_tag(text)
        hint = f"write {tag}" if tag else "write a tag such as en, fr, ja or sr-Latn"
        raise Mistake("bad-language", f"“{text}” is not a language tag", hint)
    if len(text.partition("-")[0]) == 2 and language_name(text) == text:
        country = country_name(text.upper())
        also = f"; {text.upper()} is the country {country}" if country != text.upper() else ""
        hint = "write the code of a language, such as en, fr or ja"
        raise Mistake("bad-language", f"no language has the code “{text}”{also}", hint)
    return text


def parse_country(text: str) -> str:
    """Return an ISO 3166-1 alpha-2 code."""
    if not _COUNTRY.fullmatch(text):
        known = _COUNTRY.fullmatch(text.upper())
        hint = f"write {text.upper()}" if known else "write two capital letters (ISO 3166), for example FR"
        raise Mistake("bad-country", f"“{text}” is not a country code", hint)
    if country_name(text) == text:
        hint = "write GB" if text == "UK" else "write two capital letters (ISO 3166), for example FR"
        raise Mistake("bad-country", f"no country has the code “{text}”", hint)
    return text


def parse_wikidata(text: str) -> str:
    """Return the id of a Wikidata item."""
    if not _WIKIDATA.fullmatch(text):
        number = re.search(r"(?:^|/)Q?([1-9][0-9]{0,11})$", text)
        hint = f"write Q{number[1]}" if number else "write Q and digits, for example Q42"
        raise Mistake("bad-wikidata", f"“{text}” is not a Wikidata item", hint)
    return text


LanguageTag = Annotated[
    str, Grammar("a language tag", parse_language, LANGUAGE_PATTERN, ("en", "ko-Latn"), ("English", "EN"))
]
CountryCode = Annotated[
    str, Grammar("a country code", parse_country, _COUNTRY.pattern, ("FR",), ("France", "fr"))
]
WikidataId = Annotated[str, Grammar("a Wikidata item", parse_wikidata, _WIKIDATA.pattern, ("Q42",), ("42",))]
