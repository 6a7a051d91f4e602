"""What programs that visit all pages are told: everything may be read, and where the list of pages is."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.outputs._base import Listings, Output
from explainer.outputs._plain import absolute

PATH = "robots.txt"


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield robots.txt."""
    sitemap = f"\nSitemap: {absolute('sitemap.xml', dossier)}\n" if dossier.settings.site_url else ""
    yield FileArtifact(PATH, f"User-agent: *\nAllow: /\n{sitemap}".encode(), "text/plain")


OUTPUT = Output(
    "robots",
    "robots.txt",
    "text/plain",
    "Tells search engines and other visiting programs that everything may be read, and where the list of pages is.",
    produce,
    example="curl ADDRESS/robots.txt",
    path=PATH,
)
