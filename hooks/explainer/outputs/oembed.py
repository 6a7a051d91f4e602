"""Each claim as oEmbed (version 1.0): programs that are given its address show its card instead."""

from __future__ import annotations

from collections.abc import Iterator

from explainer import urls
from explainer.artifacts import FileArtifact, PageListing
from explainer.dossier import Dossier
from explainer.outputs._base import Listings, Output
from explainer.outputs._plain import absolute, dumped
from explainer.views import cards

MEDIA_TYPE = "application/json+oembed"
SUFFIX = "oembed.json"


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield a file for each claim; none for a site that does not know its address, of which nothing can be embedded."""
    settings = dossier.settings
    if not settings.site_url:
        return
    for judgement in dossier.of_kind("claim"):
        told = cards.card(judgement, dossier)
        content = {
            "version": "1.0",
            "type": "rich",
            "title": told["title"],
            "author_name": settings.publisher or settings.site_name,
            "author_url": absolute("", dossier),
            "provider_name": settings.site_name,
            "provider_url": absolute("", dossier),
            "cache_age": 86400,
            "html": cards.markup(told, dossier),
            "width": cards.WIDTHS[1],
            "height": cards.height(told),
        }
        entry = dossier.graph.entries[judgement.id]
        yield FileArtifact(urls.of_data(entry, SUFFIX), dumped(content, 2), MEDIA_TYPE)


def beside(page: PageListing, dossier: Dossier) -> str:
    """Return the file of the claim that a page is about."""
    if page.kind != "claim" or not dossier.settings.site_url:
        return ""
    return urls.of_data(dossier.graph.entries[page.record], SUFFIX)


OUTPUT = Output(
    "oembed",
    "oEmbed",
    MEDIA_TYPE,
    "Each claim’s card for programs that embed what an address leads to.",
    produce,
    needs=("claim",),
    beside=beside,
)
