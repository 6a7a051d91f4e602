"""The changes of knowledge as Atom feeds (RFC 4287): one of all, one for each actor that has any."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.outputs._base import Listings, Output
from explainer.outputs._changes import News
from explainer.outputs._feeds import NEEDS, Feed, beside, files, path_of
from explainer.outputs._plain import absolute, permanent

ATOM = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
SUFFIX = "atom"
MEDIA_TYPE = "application/atom+xml"


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield the feed of all changes, and the feed of each actor."""
    return files(SUFFIX, MEDIA_TYPE, written, dossier)


def written(feed: Feed, dossier: Dossier) -> bytes:
    """Return one feed."""
    settings, path = dossier.settings, feed.path
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _text(root, "id", permanent(dossier, "feed", path).urn)
    _text(root, "title", feed.title)
    _text(root, "updated", moment(max((one.updated for one in feed.news), default=settings.as_of)))
    SubElement(root, "link", {"rel": "self", "type": MEDIA_TYPE, "href": absolute(path, dossier, path)})
    SubElement(
        root, "link", {"rel": "alternate", "type": "text/html", "href": absolute(feed.page, dossier, path)}
    )
    _text(SubElement(root, "author"), "name", settings.publisher or settings.site_name)
    _text(root, "rights", settings.licence)
    root.extend(entry(one, path, dossier) for one in feed.news)
    indent(root, " ")
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def entry(one: News, path: str, dossier: Dossier) -> Element:
    """Return one entry: the sentence, the statement, where it stands now, and the sources that appeared."""
    address = absolute(one.address, dossier, path)
    found = Element("entry")
    _text(found, "id", one.id)
    _text(found, "title", one.sentence)
    _text(found, "published", moment(one.day))
    _text(found, "updated", moment(one.updated))
    SubElement(found, "link", {"rel": "alternate", "type": "text/html", "href": address})
    for tag in one.tags:
        SubElement(found, "category", {"term": tag})
    _text(found, "summary", one.sentence)
    body = SubElement(SubElement(found, "content", {"type": "xhtml"}), "div", {"xmlns": XHTML})
    for words in (one.sentence, one.statement, one.now):
        if words:
            _text(body, "p", words)
    sources = [id for id in one.because if id in dossier.graph.entries]
    if sources:
        listed = SubElement(body, "ul")
        for id in sources:
            link = SubElement(
                SubElement(listed, "li"), "a", {"href": absolute(f"sources/{id}/", dossier, path)}
            )
            link.text = dossier.graph.title(id)
    return found


def moment(day: date) -> str:
    """Return the first moment of a day (RFC 3339)."""
    return f"{day.isoformat()}T00:00:00Z"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


OUTPUT = Output(
    "atom",
    "Atom feed",
    MEDIA_TYPE,
    "What became known when, one sentence for each change of a claim’s status, with what had been known until "
    "then; corrections are marked. One feed of all, and one for each actor that has changes, announced on its "
    "page. Ids are permanent, and dates are those of the sources.",
    produce,
    example="Give the address of changes.atom to a feed reader.",
    needs=NEEDS,
    path=path_of(SUFFIX),
    alternate=True,
    beside=partial(beside, SUFFIX),
)
