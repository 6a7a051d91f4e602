"""How to cite a page of the site: as a sentence, as BibTeX, as CSL-JSON."""

from __future__ import annotations

import json
import re

from explainer.dossier import Dossier
from explainer.values.edtf import day_words
from explainer.views._base import PageView


def citation(view: PageView, dossier: Dossier) -> dict[str, str]:
    """Return a page's citation in three forms. The date is the site's own day, never the clock's."""
    settings = dossier.settings
    address = f"{settings.site_url.rstrip('/')}/{view.address}" if settings.site_url else view.address
    key = re.sub(r"[^a-z0-9]+", "-", view.address.strip("/").casefold()) or "home"
    year = str(settings.as_of.year)
    csl = {
        "id": key,
        "type": "webpage",
        "title": view.title,
        "container-title": settings.site_name,
        "publisher": settings.publisher,
        "URL": address,
        "issued": {"date-parts": [[settings.as_of.year, settings.as_of.month, settings.as_of.day]]},
    }
    fields = {
        "title": view.title,
        "howpublished": settings.site_name,
        "publisher": settings.publisher,
        "year": year,
        "url": address,
        "note": f"As of {day_words(settings.as_of)}",
    }
    body = ",\n".join(f"  {name} = {{{tex(value)}}}" for name, value in fields.items() if value)
    return {
        "text": f"“{view.title}”, {settings.site_name}, as of {day_words(settings.as_of)}, {address}",
        "bibtex": f"@misc{{{key},\n{body}\n}}",
        "csl": json.dumps(csl, ensure_ascii=False, indent=1),
    }


_TEX = {
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


def tex(text: str) -> str:
    """Return text for a BibTeX field."""
    return "".join(_TEX.get(character, character) for character in " ".join(text.split()))
