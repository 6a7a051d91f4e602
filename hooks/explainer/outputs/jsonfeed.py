"""The changes of knowledge as JSON Feeds (version 1.1): one of all, one for each actor that has any."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.outputs._base import Listings, Output
from explainer.outputs._changes import News
from explainer.outputs._feeds import NEEDS, Feed, beside, files, path_of
from explainer.outputs._plain import absolute, dumped

SUFFIX = "json"
MEDIA_TYPE = "application/feed+json"


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield the feed of all changes, and the feed of each actor."""
    return files(SUFFIX, MEDIA_TYPE, written, dossier)


def written(feed: Feed, dossier: Dossier) -> bytes:
    """Return one feed."""
    settings, path = dossier.settings, feed.path
    content = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": absolute(feed.page, dossier, path),
        "feed_url": absolute(path, dossier, path),
        "description": "What became known when, as of " + settings.as_of.isoformat() + ".",
        "language": "en",
        "authors": [{"name": settings.publisher or settings.site_name}],
        "items": [item(one, path, dossier) for one in feed.news],
    }
    return dumped(content, 2)


def item(one: News, path: str, dossier: Dossier) -> dict[str, Any]:
    """Return one item; what programs want to know of it stands under `_explainer`."""
    return {
        "id": one.id,
        "url": absolute(one.address, dossier, path),
        "title": one.sentence,
        "content_text": "\n\n".join(words for words in (one.statement, one.now) if words),
        "summary": one.sentence,
        "date_published": f"{one.day.isoformat()}T00:00:00Z",
        "date_modified": f"{one.updated.isoformat()}T00:00:00Z",
        "tags": list(one.tags),
        "_explainer": {
            "correction": one.correction,
            "claim": one.claim or None,
            "status": one.status or None,
            "before": one.before or None,
            "status_now": one.status_now or None,
            "caveats_now": [rule for rule, _ in one.caveats],
            "sources": list(one.because),
        },
    }


def _described(dossier: Dossier) -> str:
    if not dossier.has("claim"):
        return "The same corrections for programs that prefer JSON."
    return (
        "The same changes of knowledge for programs that prefer JSON; each item also names the claim, its status "
        "from that day and its status and caveats now."
    )


OUTPUT = Output(
    "jsonfeed",
    "JSON Feed",
    MEDIA_TYPE,
    _described,
    produce,
    example="curl --silent ADDRESS/feeds/changes.json | jq --raw-output '.items[].title'",
    needs=NEEDS,
    path=path_of(SUFFIX),
    alternate=True,
    beside=partial(beside, SUFFIX),
)
