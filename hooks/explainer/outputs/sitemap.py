"""The list of all pages for search engines (sitemaps.org, version 0.9)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from explainer import dating, urls
from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.outputs._base import Listings, Output
from explainer.outputs._plain import absolute
from explainer.prose import page_references

PATH = "sitemap.xml"


def produce(dossier: Dossier, pages: Listings) -> Iterator[FileArtifact]:
    """Yield the list; the date of a page is that of its last change, as the content tells it."""
    root = Element("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    changed = {
        urls.of_page(page.path): dating.of_several((id for id, _ in page_references(page)), dossier)
        for page in dossier.pages
    }
    for page in pages:
        changed[page.address] = (
            dating.of_page(page.record, dossier) if page.record else dating.of_site(dossier)
        )
    for address, day in sorted(changed.items()):
        entry = SubElement(root, "url")
        SubElement(entry, "loc").text = absolute(address, dossier)
        SubElement(entry, "lastmod").text = day.isoformat()
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
