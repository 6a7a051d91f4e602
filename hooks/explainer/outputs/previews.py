"""What the small cards beside links say: one file for each kind of record, fetched when first needed."""

from __future__ import annotations

import json
from collections.abc import Iterator

from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.kinds import KINDS
from explainer.outputs._base import Listings, Output
from explainer.views import previews


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield the cards of each kind, under the first part of its records' addresses."""
    for kind in KINDS:
        cards = previews.of_kind(kind.name, dossier)
        if cards:
            text = json.dumps(cards, ensure_ascii=False, separators=(",", ":"))
            yield FileArtifact(f"assets/previews/{kind.address}.json", text.encode(), "application/json")


OUTPUT = Output(
    "previews", "Previews", "application/json", "What the small card beside a link says of a record.", produce
)
