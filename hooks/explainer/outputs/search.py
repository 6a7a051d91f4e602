"""The index of the site's search: one short entry for each record and page. A large one is cut into parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from explainer import urls
from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.outputs._base import Listings, Output
from explainer.outputs._search_parts import as_text, cut
from explainer.outputs._terms import ASIDE
from explainer.views import search
from explainer.wording import shortened

FOLDER = "assets/"

WHOLE = 400_000
"""Bytes of an index that stays in one piece: packed, about 100 kB, which is fetched once."""


def produce(dossier: Dossier, pages: Listings) -> Iterator[FileArtifact]:
    """Yield the index, in one piece or in parts."""
    for path, part in pieces(index(dossier, pages)):
        yield FileArtifact(f"{FOLDER}{path}", part.encode(), "application/json")


def pieces(whole: Mapping[str, Any], most: int = WHOLE) -> Iterator[tuple[str, str]]:
    """Yield an index after its path: whole, where it has no more bytes than that, else its parts, the head first."""
    text = as_text(whole)
    if len(text.encode()) <= most:
        yield "search.json", text
    else:
        yield from ((path, as_text(part)) for path, part in cut(whole))


def index(dossier: Dossier, pages: Listings) -> dict[str, Any]:
    """Return docs pages, lists and records, an entry for each address; kinds; synonyms; words put aside."""
    by_address = {entry["u"]: entry for entry in (*lists(pages), *search.entries(dossier))}
    found = sorted(
        by_address.values(),
        key=lambda entry: (entry["k"] != "page", entry["k"], entry["t"].casefold(), entry["u"]),
    )
    if not dossier.settings.directory_urls:
        found = [{**entry, "u": urls.as_file(entry["u"])} for entry in found]
    return {
        "entries": found,
        "kinds": search.kinds(found),
        "synonyms": search.synonyms(dossier),
        "aside": ASIDE,
    }


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
