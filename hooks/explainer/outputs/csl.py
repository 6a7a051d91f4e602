"""All sources, and each, as CSL-JSON: for Zotero, pandoc and other programs that cite."""

from __future__ import annotations

from collections.abc import Iterator

from explainer import urls
from explainer.artifacts import FileArtifact, PageListing
from explainer.dossier import Dossier
from explainer.outputs._base import Listings, Output
from explainer.outputs._plain import dumped
from explainer.outputs._references import csl

PATH = "data/sources.csl.json"
MEDIA_TYPE = "application/vnd.citationstyles.csl+json"


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield all sources in one file, and each in its own."""
    found = [(entry, csl(entry.record, dossier)) for entry in dossier.graph.of_kind("source")]
    yield FileArtifact(PATH, dumped([item for _, item in found], 1), MEDIA_TYPE, "All sources")
    for entry, item in found:
        yield FileArtifact(urls.of_data(entry, "csl.json"), dumped([item], 2), MEDIA_TYPE)


def beside(page: PageListing, dossier: Dossier) -> str:
    """Return the file of the source that a page is about."""
    if page.kind == "source":
        return urls.of_data(dossier.graph.entries[page.record], "csl.json")
    return PATH if page.address == "sources/" else ""


OUTPUT = Output(
    "csl",
    "CSL-JSON",
    MEDIA_TYPE,
    "Every source as a reference in the Citation Style Language, which pandoc, Zotero and most programs that cite "
    "read. A title in brackets is our own description. Each source’s page leads to its own reference.",
    produce,
    example="pandoc article.md --citeproc --bibliography sources.csl.json --output article.html",
    needs=("source",),
    path=PATH,
    beside=beside,
)
