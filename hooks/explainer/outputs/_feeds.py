"""What all feeds have in common: one of all changes of knowledge, one for each actor that has any."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from explainer.artifacts import FileArtifact, PageListing
from explainer.dossier import Dossier
from explainer.outputs._changes import LIMIT, News, by_actor, news

NEEDS = ("claim", "correction")
"""The kinds of which there is one where there is a feed."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed, whatever the format."""

    path: str
    title: str
    page: str
    """The address of the page that shows the same to readers."""
    news: tuple[News, ...]


def path_of(suffix: str, actor: str = "") -> str:
    """Return the path of an actor's feed in a format, or of the feed of all changes."""
    return f"feeds/actors/{actor}.{suffix}" if actor else f"feeds/changes.{suffix}"


def files(
    suffix: str, media_type: str, written: Callable[[Feed, Dossier], bytes], dossier: Dossier
) -> Iterator[FileArtifact]:
    """Yield the feed of all changes, and the feed of each actor."""
    title = f"{dossier.settings.site_name}: changes of knowledge"
    page = "changes/" if dossier.has("claim") else "corrections/"
    everything = Feed(path_of(suffix), title, page, news(dossier)[:LIMIT])
    yield FileArtifact(
        everything.path, written(everything, dossier), media_type, "Changes of knowledge and corrections"
    )
    for actor, found in by_actor(dossier).items():
        about = f"{dossier.graph.title(actor)}: changes of knowledge · {dossier.settings.site_name}"
        feed = Feed(path_of(suffix, actor), about, f"actors/{actor}/", found)
        yield FileArtifact(feed.path, written(feed, dossier), media_type)


def beside(suffix: str, page: PageListing, dossier: Dossier) -> str:
    """Return the feed of the actor that a page is about; empty if it has none."""
    return path_of(suffix, page.record) if page.kind == "actor" and page.record in by_actor(dossier) else ""
