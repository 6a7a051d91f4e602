"""Sources as bibliographies want them: what CSL-JSON, BibTeX and RIS have in common."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from explainer.dossier import Dossier
from explainer.kinds._authors import Author
from explainer.kinds.source import Source
from explainer.values.cldr import language_name
from explainer.values.edtf import EdtfDateValue, known_parts

_SEASON = re.compile(r"([0-9]{4})-2([1-4])[~?%]?")
_POINT = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")


def publisher(source: Source, dossier: Dossier) -> str:
    """Return the name of a source's publisher."""
    if source.publisher and source.publisher in dossier.graph.entries:
        return dossier.graph.title(source.publisher)
    return source.publisher_name or source.publisher or ""


def title(source: Source) -> str:
    """Return the title; where none was seen, our own description in brackets."""
    return source.title or f"[{source.label or source.id}]"


def issued(source: Source) -> EdtfDateValue | None:
    """Return the date printed on a source, else the one of which its text speaks."""
    return source.published or source.text_date


def parts(when: EdtfDateValue | None) -> tuple[int, ...]:
    """Return year, month and day as far as they are known; nothing for a span or a season."""
    found = _POINT.fullmatch(known_parts(when.text)) if when else None
    return tuple(int(part) for part in found.groups() if part) if found else ()


def ends(when: EdtfDateValue | None) -> tuple[tuple[int, ...], ...]:
    """Return the two ends of a span, or of the time in which something was, each as `parts`; nothing if one is open."""
    if when is None or parts(when) or season(when):
        return ()
    first, _, last = when.text.strip("[]").replace("..", "/").partition("/")
    found = (_end(first, when.earliest), _end(last, when.latest))
    return found if all(found) else ()


def _end(text: str, bound: date) -> tuple[int, ...]:
    if bound in (date.min, date.max):
        return ()
    found = _POINT.fullmatch(known_parts(text))
    return (
        tuple(int(part) for part in found.groups() if part) if found else (bound.year, bound.month, bound.day)
    )


def season(when: EdtfDateValue | None) -> tuple[int, int] | None:
    """Return year and season of a date that says a season: 1 is spring."""
    found = _SEASON.fullmatch(when.text) if when else None
    return (int(found[1]), int(found[2])) if found else None


def edtf(when: EdtfDateValue | None) -> str:
    """Return a date in that part of EDTF which biblatex and pandoc read; a set of days becomes a span."""
    if when is None:
        return ""
    if parts(when) or season(when):
        return known_parts(when.text) + (when.text[-1] if when.text[-1] in "~?%" else "")
    if both := ends(when):
        return "/".join(written_parts(end) for end in both)
    known = when.earliest != date.min
    return f"{when.earliest if known else ''}/{'' if known else when.latest}"


def written_parts(numbers: tuple[int, ...]) -> str:
    """Return year, month and day as ISO 8601 writes them."""
    return "-".join([f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])])


def container(source: Source, dossier: Dossier) -> str:
    """Return that in which a source stands, where it is a part of something: a newspaper, a site."""
    inside = source.type.startswith(("article", "post", "entry", "chapter", "webpage", "broadcast"))
    return publisher(source, dossier) if inside else ""


def authors(source: Source, dossier: Dossier) -> tuple[Author, ...]:
    """Return whom a bibliography names as authors: not the newspaper or site once more."""
    within = container(source, dossier)
    return tuple(author for author in source.credited if not within or author.name != within)


def printed_by(source: Source, dossier: Dossier) -> str:
    """Return the publisher, where a bibliography does not name it already, as author or as what it stands in."""
    name = publisher(source, dossier)
    named = {container(source, dossier), *(author.name for author in source.credited)}
    return "" if name in named else name


def reading(source: Source) -> str:
    """Say how much of a source was read: of use to us and to whoever checks, and nothing for a printed reference."""
    if source.read == "none":
        return "Known only because other sources name it."
    return "Read in excerpts." if source.read == "excerpt" else ""


def note(source: Source) -> str:
    """Say what whoever cites a source should know: its standing, where it was read, from which language."""
    said = [
        "No title was seen; the description is ours." if not source.title else "",
        f"{source.standing.capitalize()}." if source.standing != "current" else "",
        f"Read at {source.via}." if source.via else "",
        f"Copy; the publisher’s own address: {source.original_url}" if source.original_url else "",
        f"Translated from {language_name(source.translated_from)}." if source.translated_from else "",
        f"Archived at {source.archived_url}" if source.archived_url else "",
        f"Dated: {when.words}." if (when := issued(source)) and not parts(when) else "",
    ]
    return " ".join(words for words in said if words)


def csl(source: Source, dossier: Dossier) -> dict[str, Any]:
    """Return a source as CSL-JSON (CSL 1.0.2)."""
    found: dict[str, Any] = {
        "id": source.id,
        "type": source.type,
        "title": title(source),
        "author": [_csl_name(author) for author in authors(source, dossier)],
        "container-title": container(source, dossier),
        "publisher": printed_by(source, dossier),
        "issued": csl_date(issued(source)),
        "accessed": csl_date(source.accessed),
        "language": source.language,
        "URL": source.url,
        "archive_location": source.archived_url,
        "status": source.standing if source.standing != "current" else None,
        "note": note(source),
        "annote": reading(source),
    }
    return {field: content for field, content in found.items() if content}


def _csl_name(author: Author) -> dict[str, Any]:
    if author.name:
        return {"literal": author.name}
    found = {
        "family": author.family,
        "given": author.given,
        "non-dropping-particle": author.particle,
        "suffix": author.suffix,
        "static-ordering": author.family_first,
    }
    return {field: content for field, content in found.items() if content}


def inverted(author: Author, escape: Callable[[str], str] = str) -> str:
    """Return a person’s name as bibliographies sort it: particle and family name, suffix, given names."""
    family = " ".join(escape(part) for part in (author.particle, author.family) if part)
    return ", ".join([family, *(escape(part) for part in (author.suffix, author.given) if part)])


def csl_date(when: EdtfDateValue | None) -> dict[str, Any] | None:
    """Return a date in CSL's structure, never more precise than the source; a span with an open end in words."""
    if when is None:
        return None
    numbers = parts(when)
    if in_season := season(when):
        return {"date-parts": [[in_season[0]]], "season": in_season[1]}
    if both := ends(when):
        return {"date-parts": [list(end) for end in both], **({} if when.is_interval else {"circa": True})}
    if not numbers:
        return {"literal": when.words}
    circa = {"circa": True} if when.approximate or when.uncertain else {}
    return {"date-parts": [list(numbers)], **circa}
