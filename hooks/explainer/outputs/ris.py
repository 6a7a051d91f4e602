"""All sources, and each, as RIS: for EndNote, Mendeley and other reference managers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from explainer import urls
from explainer.artifacts import FileArtifact, PageListing
from explainer.dossier import Dossier
from explainer.kinds._authors import Author
from explainer.kinds.source import Source
from explainer.outputs._base import Listings, Output
from explainer.outputs._references import (
    authors,
    container,
    inverted,
    issued,
    note,
    parts,
    printed_by,
    reading,
    title,
)

PATH = "data/sources.ris"
MEDIA_TYPE = "application/x-research-info-systems"

TYPES = {
    "article": "GEN",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "MULTI",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-encyclopedia": "ENCYC",
    "hearing": "HEAR",
    "legislation": "STAT",
    "map": "MAP",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "webpage": "ELEC",
}
"""Types of RIS; all others are `GEN`."""


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield all sources in one file, and each in its own."""
    found = [(entry, written(entry.record, dossier)) for entry in dossier.graph.of_kind("source")]
    yield FileArtifact(
        PATH, "\r\n".join(text for _, text in found).encode() or b"\n", MEDIA_TYPE, "All sources"
    )
    for entry, text in found:
        yield FileArtifact(urls.of_data(entry, "ris"), text.encode(), MEDIA_TYPE)


def written(source: Source, dossier: Dossier) -> str:
    """Return a source as a RIS record, one field a line."""
    when = parts(issued(source))
    read = source.accessed
    fields = (
        ("TY", TYPES.get(source.type, "GEN")),
        ("ID", source.id),
        *(("AU", author.name or _name(author)) for author in authors(source, dossier)),
        ("TI", title(source)),
        ("T2", container(source, dossier)),
        ("PB", printed_by(source, dossier)),
        ("PY", f"{when[0]:04}" if when else ""),
        (
            "DA",
            "/".join((*(f"{number:02}" for number in when), *("" for _ in range(3 - len(when))), ""))
            if when
            else "",
        ),
        ("LA", source.language),
        ("UR", source.url),
        ("L4", source.archived_url),
        ("Y2", read.text.replace("-", "/") if read and read.is_exact else ""),
        ("N1", note(source)),
        ("RN", reading(source)),
    )
    lines = [f"{tag}  - {' '.join(content.split())}" for tag, content in fields if content]
    return "\r\n".join([*lines, "ER  - "]) + "\r\n"


def _name(author: Author) -> str:
    """Return a person as RIS has it: family name, given names, suffix."""
    name = inverted(replace(author, suffix=None))
    if author.suffix:
        name += f", {author.suffix}" if author.given else f", , {author.suffix}"
    return name


def beside(page: PageListing, dossier: Dossier) -> str:
    """Return the file of the source that a page is about."""
    if page.kind == "source":
        return urls.of_data(dossier.graph.entries[page.record], "ris")
    return PATH if page.address == "sources/" else ""


OUTPUT = Output(
    "ris",
    "RIS",
    MEDIA_TYPE,
    "Every source as a record for reference managers such as EndNote, Mendeley and Zotero.",
    produce,
    example="Open sources.ris with a reference manager: File → Import.",
    needs=("source",),
    path=PATH,
    beside=beside,
)
