"""A record of a kind for which schema.org has no better word, or of which nobody has said it yet."""

from __future__ import annotations

from explainer.dossier import Dossier
from explainer.structured._nodes import Node, name_of, record_page
from explainer.structured._types import type_of
from explainer.views._base import PageView
from explainer.wording import plain


def thing(view: PageView, dossier: Dossier) -> list[Node]:
    """Return the page of a record, and what it is about: a thing with its names and its summary."""
    assert view.entry is not None  # noqa: S101 - a page of a record
    entry = view.entry
    name = name_of(entry, dossier)
    node = {
        "@type": type_of(entry) or "Thing",
        "@id": name,
        "identifier": entry.id,
        "name": entry.title,
        "alternateName": [other for other in entry.kind.names(entry.record) if other != entry.title],
        "description": plain(entry.kind.summary(entry.record), dossier),
    }
    return [record_page(view, dossier, name), node]
