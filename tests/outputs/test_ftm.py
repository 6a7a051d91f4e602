"""FollowTheMoney entities, held against that model as two packages ship it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from explainer import standings
from tests.outputs.reading import Data

CERTAIN = ("acknowledged", "corroborated", "on-record")


def _entities(data: Data) -> dict[str, dict[str, Any]]:
    lines = data.text("data/entities.ftm.json").splitlines()
    found = [json.loads(line) for line in lines]
    assert len({entity["id"] for entity in found}) == len(found)
    return {entity["id"]: entity for entity in found}


@pytest.fixture(scope="module")
def model(node_modules: Path) -> dict[str, Any]:
    path = node_modules / "@alephdata" / "followthemoney" / "dist" / "defaultModel.json"
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def _lineage(schema: str, model: dict[str, Any]) -> set[str]:
    found = {schema}
    for parent in model["schemata"][schema].get("extends", []):
        found |= _lineage(parent, model)
    return found


def _wrong(entity: dict[str, Any], entities: dict[str, Any], model: dict[str, Any]) -> Iterator[str]:
    lineage = _lineage(entity["schema"], model)
    known = {
        name: field for schema in lineage for name, field in model["schemata"][schema]["properties"].items()
    }
    required = {name for schema in lineage for name in model["schemata"][schema].get("required") or []}
    properties = entity["properties"]
    yield from (f"{name} is missing" for name in required - properties.keys())
    for name, values in properties.items():
        field = known.get(name)
        if field is None:
            yield f"{entity['schema']} has no {name}"
            continue
        for value in values:
            if field["type"] == "entity":
                target = entities.get(value)
                if target is None or field["range"] not in _lineage(target["schema"], model):
                    yield f"{name} leads to {value}"
            elif field["type"] == "date" and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
                yield f"{name} is {value}"
            elif field["type"] == "topic" and value not in model["types"]["topic"]["values"]:
                yield f"{value} is no topic"
            elif field["type"] == "url" and not re.match(r"https?://", value):
                yield f"{name} is {value}"


def test_every_entity_is_what_the_model_asks_for(data: Data, model: dict[str, Any]) -> None:
    entities = _entities(data)
    assert {
        id: list(_wrong(entity, entities, model))
        for id, entity in entities.items()
        if list(_wrong(entity, entities, model))
    } == {}


def test_followthemoney_itself_takes_every_entity_whole(data: Data) -> None:
    ftm = pytest.importorskip(
        "followthemoney", reason="its dependency PyICU has to be compiled, so it is not locked"
    )
    for id, entity in _entities(data).items():
        proxy = ftm.model.get_proxy(entity, cleaned=False)
        assert proxy.schema.name == entity["schema"]
        kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert kept == {name: sorted(values) for name, values in entity["properties"].items()}, id


def test_no_link_says_more_than_is_known(data: Data) -> None:
    for id, entity in _entities(data).items():
        if entity["schema"] == "Event":
            judgement = data.dossier.judgements[id]
            now = judgement.assessment
            assert entity["properties"]["summary"][0].startswith(
                f"Status: {standings.words(judgement, data.dossier)}"
            )
            if now.status not in CERTAIN or now.contested_by:
                assert "involved" not in entity["properties"]
        assert entity["schema"] != "UnknownLink"


def test_unnamed_voices_and_relations_that_are_contested_stay_out(small: Data) -> None:
    entities = _entities(small)
    assert "a-voice" not in entities
    assert {id for id, entity in entities.items() if id.startswith("ministry.")} == {"ministry.relation-0"}
    assert entities["miller.office-1"]["properties"]["endDate"] == ["2012-03"]


def test_an_event_tells_how_many_sources_speak_against_it(real: Data) -> None:
    entities = _entities(real)
    seen = 0
    for judgement in real.dossier.of_kind("event"):
        (summary,) = entities[judgement.id]["properties"]["summary"]
        items = judgement.statement.items
        against = {one.source.id for one in items if one.stance in ("denies", "refutes")}
        number = f"{len(against)} {'source' if len(against) == 1 else 'sources'}"
        assert (f"vidence against: {number}" in summary) == bool(against)
        seen += bool(against)
    assert seen
