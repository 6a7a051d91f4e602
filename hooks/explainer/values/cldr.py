"""English names of languages (ISO 639) and countries (ISO 3166-1), in the words of the Unicode CLDR."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


@cache
def _english() -> Locale:
    from babel import Locale

    return Locale("en")


def language_name(tag: str) -> str:
    """Return the English name of a tag’s language, or the tag itself where no name is known."""
    return _languages().get(tag.partition("-")[0], tag)


def language_tag(name: str) -> str:
    """Return the tag of a language that is called by its English name; empty where no such name is known."""
    wanted = name.strip().casefold()
    return next((tag for tag, known in _languages().items() if known.casefold() == wanted), "")


def _languages() -> Mapping[str, str]:
    return _english().languages


def country_name(code: str) -> str:
    """Return the English name of a country, or the code itself where no name is known."""
    names: Mapping[str, str] = _english().territories
    return names.get(code, code)


def country_code(number: str) -> str:
    """Return the two letters of a country whose number of ISO 3166-1 is given; empty where none is known."""
    from babel.core import get_global

    found: list[str] = get_global("territory_aliases").get(number, [])
    return found[0] if found else ""
