"""A card of each claim for other pages: a small document without script, and its stylesheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from explainer import rendering, urls
from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.looks import styles
from explainer.outputs._base import Listings, Output
from explainer.outputs._plain import absolute
from explainer.views import cards

HERE = Path(__file__).parent.parent

STYLES = (
    "styles/10-tokens.css",
    "components/status-mark/status-mark.css",
    "components/caveats/caveats.css",
    "templates/card.css",
)
"""What a card takes of the site’s styles, and its own."""


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield the stylesheet and the card of every claim. Cards are in no list of pages: each leads to its claim."""
    texts = [(HERE / path).read_text(encoding="utf-8") for path in STYLES]
    yield FileArtifact(
        "assets/card.css", "".join([*texts, styles(dossier.settings.look)]).encode(), "text/css"
    )
    for judgement in dossier.of_kind("claim"):
        entry = dossier.graph.entries[judgement.id]
        address = urls.of_card(entry)
        canonical = absolute(urls.of_entry(entry), dossier) if dossier.settings.site_url else ""
        html = rendering.render(
            "card.html",
            {
                "card": cards.card(judgement, dossier),
                "canonical": canonical,
                "url": urls.way_from(address),
                "plain": str,
            },
        )
        if not dossier.settings.directory_urls:
            html = urls.linked_to_files(html)
        yield FileArtifact(urls.file_of(address), f"{html}\n".encode(), "text/html")


OUTPUT = Output(
    "cards",
    "Cards",
    "text/html",
    "Each claim as a card that other pages embed: statement, status and the caveats that weigh, without script.",
    produce,
    needs=("claim",),
)
