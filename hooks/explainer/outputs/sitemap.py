"""The list of all pages for search engines (sitemaps.org, version 0.9)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from explainer import urls
from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.outputs._base import Listings, Output
from explainer.outputs._plain import absolute

PATH = "sitemap.xml"


def produce(dossier: Dossier, pages: Listings) -> Iterator[FileArtifact]:
    """Yield the list; the date of every page is the site's own day."""
    root = Element("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    prose = {urls.of_page(page.path) for page in dossier.pages}
    for address in sorted(prose | {page.address for page in pages}):
        entry = SubElement(root, "url")
        SubElement(entry, "loc").text = absolute(address, dossier)
        SubElement(entry, "lastmod").text = dossier.settings.as_of.isoformat()
    indent(root, " ")
    text: str = tostring(root, encoding="unicode")
    yield FileArtifact(PATH, f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode(), "application/xml")


OUTPUT = Output(
    "sitemap",
    "Sitemap",
    "application/xml",
    "The address of every page, for search engines and for whoever wants to copy the site.",
    produce,
    example="curl --silent ADDRESS/sitemap.xml | grep --only-matching '<loc>[^<]*'",
    path=PATH,
)
