"""Sources as bibliographies want them: what CSL-JSON, BibTeX and RIS have in common."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from explainer.dossier import Dossier
from explainer.kinds._authors import Author
from explainer.kinds.source import Source
from explainer.values.cldr import language_name
from explainer.values.edtf import EdtfDateValue, known_parts

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


def note(source: Source) -> str:
    """Say what whoever cites a source should know: its standing, how much was read, from which language."""
    said = [
        "No title was seen; the description is ours." if not source.title else "",
        f"{source.standing.capitalize()}." if source.standing != "current" else "",
        "Known only because other sources name it." if source.read == "none" else "",
        "Read in excerpts." if source.read == "excerpt" else "",
        f"Read at {source.via}." if source.via else "",
        f"Copy; the publisher’s own address: {source.original_url}" if source.original_url else "",
        f"Translated from {language_name(source.translated_from)}." if source.translated_from else "",
        f"Archived at {source.archived_url}" if source.archived_url else "",
        f"Dated: {when.words}." if (when := issued(source)) and not parts(when) else "",
    ]
    return " ".join(words for words in said if words)


def csl(source: Source, dossier: Dossier) -> dict[str, Any]:
    """Return a source as CSL-JSON (CSL 1.0.2)."""
    name = publisher(source, dossier)
    contains = source.type.startswith(("article", "post", "entry", "chapter", "webpage", "broadcast"))
    found: dict[str, Any] = {
        "id": source.id,
        "type": source.type,
        "title": title(source),
        "author": [_csl_name(author) for author in source.credited],
        "container-title": name if contains else None,
        "publisher": name,
        "issued": csl_date(issued(source)),
        "accessed": csl_date(source.accessed),
        "language": source.language,
        "URL": source.url,
        "archive_location": source.archived_url,
        "status": source.standing if source.standing != "current" else None,
        "note": note(source),
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
    """Return a date in CSL's structure, never more precise than the source; a season or span in words."""
    if when is None:
        return None
    numbers = parts(when)
    if not numbers:
        return {"literal": when.words}
    circa = {"circa": True} if when.approximate or when.uncertain else {}
    return {"date-parts": [list(numbers)], **circa}
