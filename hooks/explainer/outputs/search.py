"""The index of the site's search: one short entry for each record and page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from explainer import urls
from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.outputs._base import Listings, Output
from explainer.views import search
from explainer.wording import shortened

PATH = "assets/search.json"


def produce(dossier: Dossier, pages: Listings) -> Iterator[FileArtifact]:
    """Yield the index: docs pages, the site's lists, every record, one entry for an address; kinds; synonyms."""
    by_address = {entry["u"]: entry for entry in (*lists(pages), *search.entries(dossier))}
    found = sorted(
        by_address.values(),
        key=lambda entry: (entry["k"] != "page", entry["k"], entry["t"].casefold(), entry["u"]),
    )
    if not dossier.settings.directory_urls:
        found = [{**entry, "u": urls.as_file(entry["u"])} for entry in found]
    index = {"entries": found, "kinds": search.kinds(found), "synonyms": search.synonyms(dossier)}
    yield FileArtifact(
        PATH, json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode(), "application/json"
    )


def lists(pages: Listings) -> Iterator[dict[str, Any]]:
    """Yield generated pages that stand for no record, and not the prose once more, sentence by sentence."""
    for page in pages:
        if not page.record and page.section != "search" and not page.address.startswith(urls.SENTENCES):
            yield {
                "u": page.address,
                "t": page.title,
                "k": "page",
                "s": shortened(page.description, search.SUMMARY_LIMIT),
            }


OUTPUT = Output(
    "search", "Search index", "application/json", "What the search field of the site looks through.", produce
)
