"""All sources, and each, as BibTeX: for LaTeX."""

from __future__ import annotations

from collections.abc import Iterator

from explainer import urls
from explainer.artifacts import FileArtifact, PageListing
from explainer.citing import tex
from explainer.dossier import Dossier
from explainer.kinds._authors import Author
from explainer.kinds.source import Source
from explainer.outputs._base import Listings, Output
from explainer.outputs._references import (
    authors,
    edtf,
    inverted,
    issued,
    note,
    parts,
    publisher,
    reading,
    title,
)
from explainer.values.cldr import language_name

PATH = "data/sources.bib"
MEDIA_TYPE = "application/x-bibtex"

TYPES = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "report": "techreport",
}
"""Types of BibTeX; all others are `misc`."""

WITHIN = {"article": "journal", "book": "publisher", "incollection": "publisher", "techreport": "institution"}
"""The field in which each type names who published."""

_BABEL = {"slovenian": "slovene", "norwegian bokmål": "norsk", "norwegian": "norsk"}
"""Languages that LaTeX calls otherwise than the CLDR."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield all sources in one file, and each in its own."""
    found = [(entry, written(entry.record, dossier)) for entry in dossier.graph.of_kind("source")]
    yield FileArtifact(
        PATH, "\n".join(text for _, text in found).encode() or b"\n", MEDIA_TYPE, "All sources"
    )
    for entry, text in found:
        yield FileArtifact(urls.of_data(entry, "bib"), text.encode(), MEDIA_TYPE)


def written(source: Source, dossier: Dossier) -> str:
    """Return a source as an entry of a bibliography; addresses stand as they are, other text is escaped."""
    type = TYPES.get(source.type, "misc")
    when = parts(issued(source))
    read = source.accessed
    named = authors(source, dossier)
    within = WITHIN.get(type, "howpublished")
    by = publisher(source, dossier)
    said = within == "howpublished" and any(author.name == by for author in named)
    fields = {
        "author": " and ".join(_name(author) for author in named),
        "title": f"{{{tex(title(source))}}}",
        within: "" if said else tex(by),
        "date": edtf(issued(source)),
        "year": f"{when[0]:04}" if when else "",
        "month": _MONTHS[when[1] - 1] if len(when) > 1 else "",
        "url": source.url or "",
        "urldate": read.text if read and read.is_exact else "",
        "langid": langid(source.language),
        "language": tex(language_name(source.language)) if source.language else "",
        "note": tex(note(source)),
        "annotation": tex(reading(source)),
    }
    lines = [
        f"  {name} = {content if name == 'month' else f'{{{content}}}'}"
        for name, content in fields.items()
        if content
    ]
    return f"@{type}{{{source.id},\n" + ",\n".join(lines) + "\n}\n"


def langid(language: str | None) -> str:
    """Return a language by the name that babel and polyglossia know it by; empty where that is not one plain word."""
    name = language_name(language or "und").lower()
    name = _BABEL.get(name, name)
    return name if name.isascii() and name.isalpha() and language not in (None, "und") else ""


def _name(author: Author) -> str:
    """Return a body in braces, and a person with family name first; what BibTeX would cut stands in braces, too."""
    return f"{{{tex(author.name)}}}" if author.name else inverted(author, _part)


def _part(text: str) -> str:
    return f"{{{tex(text)}}}" if "," in text or " and " in f" {text.casefold()} " else tex(text)


def beside(page: PageListing, dossier: Dossier) -> str:
    """Return the file of the source that a page is about."""
    if page.kind == "source":
        return urls.of_data(dossier.graph.entries[page.record], "bib")
    return PATH if page.address == "sources/" else ""


OUTPUT = Output(
    "bibtex",
    "BibTeX",
    MEDIA_TYPE,
    "Every source as an entry of a bibliography for LaTeX, with BibTeX and with biblatex; the key is the source’s "
    "permanent id. How much of a source was read stands in its annotation, which styles do not print.",
    produce,
    example="\\bibliography{sources}   % and in the text: \\cite{SOURCE-ID}",
    needs=("source",),
    path=PATH,
    beside=beside,
)
