"""What programs that visit all pages are told: everything may be read, and where the list of pages is."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.outputs._base import Listings, Output
from explainer.outputs._plain import absolute

PATH = "robots.txt"


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield robots.txt."""
    path = urlsplit(dossier.settings.site_url).path.strip("/")
    below = (
        f"# Programs look for this file at the top of a host alone. This site stands below /{path}/: whoever\n"
        "# runs the host has to name the sitemap there; until then, pages and feeds lead to it.\n"
        if path
        else ""
    )
    sitemap = f"\nSitemap: {absolute('sitemap.xml', dossier)}\n" if dossier.settings.site_url else ""
    yield FileArtifact(PATH, f"{below}User-agent: *\nAllow: /\n{sitemap}".encode(), "text/plain")


OUTPUT = Output(
    "robots",
    "robots.txt",
    "text/plain",
    "Tells search engines and other visiting programs that everything may be read, and where the list of pages is. "
    "They ask for it at the top of a host alone; below a path the file says so.",
    produce,
    example="curl ADDRESS/robots.txt",
    path=PATH,
)
