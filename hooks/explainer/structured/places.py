"""A place."""

from __future__ import annotations

from explainer.dossier import Dossier
from explainer.kinds.place import Place
from explainer.structured._nodes import Node, name_of, record_page
from explainer.views._base import PageView


def place(view: PageView, dossier: Dossier) -> list[Node]:
    """Return a place; a point that stands for an area is no point."""
    assert view.entry is not None  # noqa: S101 - a page of a record
    one: Place = view.entry.record
    thing = name_of(view.entry, dossier)
    point = {"@type": "GeoCoordinates", "latitude": one.latitude, "longitude": one.longitude}
    node = {
        "@type": "Place",
        "@id": thing,
        "name": one.name,
        "alternateName": [
            *one.aliases,
            *({"@value": name.text, "@language": name.language} for name in one.native_names),
        ],
        "address": [{"@type": "PostalAddress", "addressCountry": country} for country in one.country],
        "geo": None if one.approximate else point,
    }
    return [record_page(view, dossier, thing), node]
