"""Places and placed events, read back by geojson and shapely."""

from __future__ import annotations

from typing import Any

import geojson
import shapely.geometry

from tests.outputs.reading import Data


def _features(data: Data) -> dict[str, Any]:
    collection = geojson.loads(data.text("data/places.geojson"))
    assert collection.is_valid
    found = {feature["id"]: feature for feature in collection["features"]}
    assert len(found) == len(collection["features"])
    return found


def test_every_place_and_every_event_that_has_one_is_there(data: Data) -> None:
    graph = data.dossier.graph
    placed = {(entry.id, place) for entry in graph.of_kind("event") for place in entry.record.places}
    found = [feature["properties"] for feature in _features(data).values()]
    assert {(one["event"], one["place"]) for one in found if one["kind"] == "event"} == placed
    assert {one["url"].rstrip("/").rpartition("/")[2] for one in found if one["kind"] == "place"} == {
        entry.id for entry in graph.of_kind("place")
    }


def test_there_are_points_alone(data: Data) -> None:
    assert {feature["geometry"]["type"] for feature in _features(data).values()} == {"Point"}


def test_points_stand_where_the_places_stand(data: Data) -> None:
    graph = data.dossier.graph
    for id, feature in _features(data).items():
        shape = shapely.geometry.shape(feature["geometry"])
        assert shape.is_valid
        place = graph.record(feature["properties"].get("place", id))
        assert (shape.x, shape.y) == (place.longitude, place.latitude)


def test_an_event_carries_its_status_its_caveats_and_its_date(data: Data) -> None:
    for id, feature in _features(data).items():
        properties = feature["properties"]
        if properties["kind"] == "event":
            judgement = data.dossier.judgements[properties["event"]]
            assert properties["status"] == judgement.assessment.status
            assert set(properties["caveats"]) == {found.rule for found in judgement.caveats}
            assert properties["date"]["edtf"] == judgement.event.date.text
        else:
            assert properties["approximate"] is data.dossier.graph.record(id).approximate
