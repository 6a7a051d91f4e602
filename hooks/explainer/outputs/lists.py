"""For each list that stands on several pages, an index of its entries: the filter fetches it when it is used."""

from __future__ import annotations

import json
from collections.abc import Iterator

from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.outputs._base import Listings, Output
from explainer.views import LISTS


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield the index of each list that is cut into parts; none where every list is one page."""
    for section in LISTS:
        for found in section(dossier):
            if found.is_cut and len(found.pages(dossier)) > 1:
                text = json.dumps(found.index(dossier), ensure_ascii=False, separators=(",", ":"))
                yield FileArtifact(found.index_path, text.encode(), "application/json")


OUTPUT = Output(
    "lists",
    "Indexes of long lists",
    "application/json",
    "What the filter of a list needs of entries that stand on other pages of it.",
    produce,
)
