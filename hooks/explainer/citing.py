"""How to cite a page of the site, or the statement that it is about: as a sentence, as BibTeX, as CSL-JSON.

Who cites a statement cites its status on the site's own day with it.
"""

from __future__ import annotations

import json
from typing import Any

from explainer import standings, urls
from explainer.dossier import Dossier
from explainer.values.edtf import day_words
from explainer.values.grammar import kebab
from explainer.views._base import PageView


def citation(view: PageView, dossier: Dossier) -> dict[str, Any]:
    """Return a page's citation in three forms, and the languages of its title.

    The date is the site's own day, never the clock's.
    """
    as_of = f"As of {day_words(dossier.settings.as_of)}"
    standing = _standing(view, dossier)
    note = f"{as_of}: {standing}" if standing else as_of
    said = f"“{view.title}” ({standing})" if standing else f"“{view.title}”"
    settings = dossier.settings
    where = view.address if settings.directory_urls else urls.as_file(view.address)
    address = f"{settings.site_url.rstrip('/')}/{where}" if settings.site_url else where
    key = kebab(view.address) or "home"
    publisher = settings.publisher if settings.publisher != settings.site_name else ""
    year = str(settings.as_of.year)
    csl = {
        "id": key,
        "type": "webpage",
        "title": view.title,
        "container-title": settings.site_name,
        **({"publisher": publisher} if publisher else {}),
        "URL": address,
        "issued": {"date-parts": [[settings.as_of.year, settings.as_of.month, settings.as_of.day]]},
        **({"note": note} if standing else {}),
    }
    fields = {
        "title": view.title,
        "howpublished": settings.site_name,
        "publisher": publisher,
        "date": settings.as_of.isoformat(),
        "year": year,
        "url": address,
        "note": note,
    }
    body = ",\n".join(
        f"  {name} = {{{value if name == 'url' else tex(value)}}}" for name, value in fields.items() if value
    )
    return {
        "text": f"{said}, {settings.site_name}, {_lowered(as_of)}, {address}",
        "bibtex": f"@misc{{{key},\n{body}\n}}",
        "csl": json.dumps(csl, ensure_ascii=False, indent=1),
        "languages": [language]
        if (language := getattr(view.entry and view.entry.record, "language", None))
        else [],
    }


def _standing(view: PageView, dossier: Dossier) -> str:
    """Return the status of the statement that a page is about, with who denies it; empty for other pages."""
    judgement = dossier.judgements.get(view.entry.id) if view.entry else None
    if judgement is None:
        return ""
    return standings.words(judgement, dossier)


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def tex(text: str) -> str:
    """Return text for a BibTeX field."""
    return " ".join(text.split()).translate(_TEX)
