"""Places, and the events that happened at them, as GeoJSON (RFC 7946)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from explainer import standings
from explainer.artifacts import FileArtifact
from explainer.chronology import in_order
from explainer.dossier import Dossier, Judgement
from explainer.kinds.place import Place
from explainer.outputs._base import Listings, Output
from explainer.outputs._plain import absolute, bounds, dumped
from explainer.wording import plain

PATH = "data/places.geojson"
MEDIA_TYPE = "application/geo+json"


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield the collection: places first, then events by date."""
    places = [_place(entry.record, dossier) for entry in dossier.graph.of_kind("place")]
    events = [dossier.judgements[entry.id] for entry in in_order(dossier.graph)]
    placed = [
        _event(judgement, place, dossier) for judgement in events for place in _points(judgement, dossier)
    ]
    content = {"type": "FeatureCollection", "features": [*places, *placed]}
    title = "Places and the events at them" if placed else "Places"
    yield FileArtifact(PATH, dumped(content, 2), MEDIA_TYPE, title)


def _place(place: Place, dossier: Dossier) -> dict[str, Any]:
    return _feature(
        place.id,
        {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        {
            "kind": "place",
            "name": place.name,
            "country": list(place.country),
            "approximate": place.approximate,
            "note": plain(place.note, dossier) or None,
            "url": absolute(f"places/{place.id}/", dossier, PATH),
        },
    )


def _points(judgement: Judgement, dossier: Dossier) -> list[Place]:
    entries = dossier.graph.entries
    found = [entries[id].record for id in judgement.event.places if id in entries]
    return [record for record in found if isinstance(record, Place)]


def _event(judgement: Judgement, place: Place, dossier: Dossier) -> dict[str, Any]:
    """Return an event at one of its places: some programs take points alone, or many points alone."""
    event = judgement.event
    places = _points(judgement, dossier)
    return _feature(
        event.id if len(places) == 1 else f"{event.id}/{place.id}",
        {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        {
            "kind": "event",
            "event": event.id,
            "place": place.id,
            "name": event.title,
            "date": bounds(event.date),
            "nature": event.nature,
            "status": judgement.assessment.status,
            "words": standings.short(judgement, dossier),
            "contested_by": list(judgement.assessment.contested_by),
            "caveats": list(standings.caveats_once(judgement)),
            "places": [place.id for place in places],
            "approximate": place.approximate,
            "url": absolute(f"timeline/{event.id}/", dossier, PATH),
        },
    )


def _feature(id: str, geometry: dict[str, Any], properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "id": id, "geometry": geometry, "properties": properties}


def _described(dossier: Dossier) -> str:
    places = "Places as points, for maps."
    if any(_points(judgement, dossier) for judgement in dossier.of_kind("event")):
        places = (
            "Places as points, and the events that happened there with date, status and caveats, for maps: an event "
            "at several places is several points."
        )
    return f"{places} “approximate” marks points that stand for an area. No borders."


OUTPUT = Output(
    "geojson",
    "GeoJSON",
    MEDIA_TYPE,
    _described,
    produce,
    example="import geopandas\nplaces = geopandas.read_file('places.geojson')",
    needs=("place",),
    path=PATH,
)
