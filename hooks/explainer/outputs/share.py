"""Pictures that other sites show beside a link to a claim or topic (Open Graph): status and doubt go with it."""

from __future__ import annotations

from collections.abc import Iterator

from explainer import urls
from explainer.artifacts import FileArtifact, PageListing
from explainer.composing import Dress, Sheet, composed
from explainer.dossier import Dossier
from explainer.looks import light
from explainer.outputs._base import Listings, Output, Picture
from explainer.outputs._signs import signs
from explainer.views import sharing

MEDIA_TYPE = "image/png"


def paths(dossier: Dossier) -> Iterator[str]:
    """Yield where pictures may lie: whether all that one says can be drawn is found out by who draws it."""
    yield from map(urls.of_picture, sharing.pictured(dossier))


def single(path: str, dossier: Dossier) -> FileArtifact | None:
    """Return the picture at a path."""
    sheet = drawn(urls.pictured(path), dossier)
    if sheet is None:
        return None
    from explainer import drawing  # noqa: PLC0415 - only who draws loads the library for it

    return FileArtifact(path, drawing.png(sheet, signs()), MEDIA_TYPE)


def drawn(address: str, dossier: Dossier) -> Sheet | None:
    """Return what is drawn for the page at an address; nothing if it has no picture of its own."""
    told = sharing.told(address, dossier) if address else None
    if told is None:
        return None
    from explainer.drawing import measure  # noqa: PLC0415 - only who draws loads the library for it

    look = dossier.settings.look
    dress = Dress(dossier.settings.site_name, light(look), look.text, not look.logo)
    return composed(told, dress, measure)


def picture(page: PageListing, dossier: Dossier) -> Picture | None:
    """Return the picture of a page with its words."""
    told = sharing.told(page.address, dossier)
    return Picture(urls.of_picture(page.address), told.alt) if told else None


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield every picture."""
    for path in paths(dossier):
        if made := single(path, dossier):
            yield made


OUTPUT = Output(
    "share",
    "Pictures for sharing",
    MEDIA_TYPE,
    "What other sites show beside a link to a claim or topic: statement, status and the caveat that weighs most.",
    produce,
    needs=("claim",),
    paths=paths,
    single=single,
    picture=picture,
)
