"""The changes of knowledge as Atom feeds (RFC 4287): one of all, one for each actor that has any."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from xml.sax.saxutils import escape

from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.outputs._base import Listings, Output
from explainer.outputs._changes import News
from explainer.outputs._feeds import NEEDS, Feed, beside, files, path_of
from explainer.outputs._plain import absolute, permanent
from explainer.remembering import once_for_each

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
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="{ATOM}" xml:lang="en">',
        _text(1, "id", permanent(dossier, "feed", path).urn),
        _text(1, "title", feed.title),
        _text(1, "updated", moment(max((one.updated for one in feed.news), default=settings.as_of))),
        _empty(1, "link", rel="self", type=MEDIA_TYPE, href=absolute(path, dossier, path)),
        _empty(1, "link", rel="alternate", type="text/html", href=absolute(feed.page, dossier, path)),
        " <author>",
        _text(2, "name", settings.publisher or settings.site_name),
        " </author>",
        _text(1, "rights", settings.licence),
        *(entry(one, path, dossier) for one in feed.news),
        "</feed>",
    ]
    return "".join(f"{line}\n" for line in lines).encode()


@once_for_each
def _entries(_dossier: Dossier) -> dict[tuple[str, str], str]:
    """Return where entries are kept: the feeds of several actors have the same."""
    return {}


def entry(one: News, path: str, dossier: Dossier) -> str:
    """Return one entry: the sentence, the statement, where it stands now, and the sources that appeared."""
    known, key = _entries(dossier), (one.id, "" if dossier.settings.site_url else path)
    if key not in known:
        known[key] = "\n".join(_lines_of(one, path, dossier))
    return known[key]


def _lines_of(one: News, path: str, dossier: Dossier) -> Iterator[str]:
    yield " <entry>"
    yield _text(2, "id", one.id)
    yield _text(2, "title", one.sentence)
    yield _text(2, "published", moment(one.day))
    yield _text(2, "updated", moment(one.updated))
    yield _empty(2, "link", rel="alternate", type="text/html", href=absolute(one.address, dossier, path))
    for tag in one.tags:
        yield _empty(2, "category", term=tag)
    yield _text(2, "summary", one.sentence)
    yield '  <content type="xhtml">'
    yield f'   <div xmlns="{XHTML}">'
    yield from (_text(4, "p", words) for words in (one.sentence, one.statement, one.now) if words)
    sources = [id for id in one.because if id in dossier.graph.entries]
    if sources:
        yield "    <ul>"
        for id in sources:
            yield "     <li>"
            yield _text(6, "a", dossier.graph.title(id), href=absolute(f"sources/{id}/", dossier, path))
            yield "     </li>"
        yield "    </ul>"
    yield "   </div>"
    yield "  </content>"
    yield " </entry>"


def moment(day: date) -> str:
    """Return the first moment of a day (RFC 3339)."""
    return f"{day.isoformat()}T00:00:00Z"


def _text(depth: int, name: str, text: str, **attributes: str) -> str:
    """Return a line with an element that holds a text."""
    if not text:
        return _empty(depth, name, **attributes)
    return f"{' ' * depth}<{name}{_written(attributes)}>{escape(text)}</{name}>"


def _empty(depth: int, name: str, **attributes: str) -> str:
    return f"{' ' * depth}<{name}{_written(attributes)} />"


def _written(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{escape(value, _IN_ATTRIBUTES)}"' for name, value in attributes.items())


_IN_ATTRIBUTES = {'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"}


_OF_CORRECTIONS = "Corrections, one entry each. Ids are permanent."
_OF_CHANGES = (
    "What became known when, one sentence for each change of a claim’s status, with what had been known until then. "
    "One feed of all, and one for each actor that has changes, announced on its page. Ids are permanent, and dates "
    "are those of the sources."
)
_OF_BOTH = (
    "What became known when, one sentence for each change of a claim’s status, with what had been known until then; "
    "corrections are marked. One feed of all, and one for each actor that has changes, announced on its page. Ids are "
    "permanent, and dates are those of the sources."
)


def _described(dossier: Dossier) -> str:
    if not dossier.has("claim"):
        return _OF_CORRECTIONS
    return _OF_BOTH if dossier.has("correction") else _OF_CHANGES


OUTPUT = Output(
    "atom",
    "Atom feed",
    MEDIA_TYPE,
    _described,
    produce,
    example="Give the address of changes.atom to a feed reader.",
    needs=NEEDS,
    path=path_of(SUFFIX),
    alternate=True,
    beside=partial(beside, SUFFIX),
)
