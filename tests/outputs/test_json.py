"""The whole dossier and each record as JSON, read back with jsonschema and compared with the YAML itself."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import yaml
from referencing import Registry, Resource

from explainer import schemas, urls
from explainer.outputs.json import EDITORS_OWN
from tests.outputs.reading import Data

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads every scalar as text."""


def _validator(schema: dict[str, Any], part: str) -> jsonschema.Draft202012Validator:
    resource: Resource[Any] = Resource.from_contents(schema)
    registry: Registry[Any] = Registry().with_resource("urn:schema", resource)
    return jsonschema.Draft202012Validator({"$ref": f"urn:schema#/$defs/{part}"}, registry=registry)


def test_the_schema_is_one_and_the_dossier_obeys_it(data: Data, dossier: dict[str, Any]) -> None:
    schema = data.json("data/dossier.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    assert [error.message for error in _validator(schema, "dossier").iter_errors(dossier)] == []


def test_the_schema_as_a_whole_takes_the_dossier_and_a_record_and_nothing_else(small: Data) -> None:
    schema = small.json("data/dossier.schema.json")
    whole = jsonschema.Draft202012Validator({name: part for name, part in schema.items() if name != "$id"})
    record = small.json("data/claims/mill-poisoned.json")
    assert whole.is_valid(small.json("data/dossier.json"))
    assert whole.is_valid(record)
    assert not whole.is_valid({**record, "score": 0.9})
    assert not whole.is_valid({**record, "assessment": {**record["assessment"], "status": "certain"}})
    assert not whole.is_valid({**record, "record": {**record["record"], "statement": 3}})


VALIDATE = """
const [schemas, known, data] = JSON.parse(require("fs").readFileSync(0));
const Ajv = require("ajv/dist/2020").default;
const ajv = new Ajv({ strict: known.length ? "log" : true, strictTypes: !known.length, unicodeRegExp: true });
require("ajv-formats").default(ajv);
known.forEach((word) => ajv.addKeyword(word));
const errors = schemas.map((schema) => {
  const validate = ajv.compile(schema);
  return data.map((one) => (validate(one) ? null : validate.errors));
});
console.log(JSON.stringify(errors));
"""
"""Compiles schemas as strictly as the standard allows, and holds data against each."""


def _ajv(node_modules: Path, schemas: list[Any], known: list[str], data: list[Any]) -> Any:
    done = subprocess.run(
        ["node", "-e", VALIDATE],
        input=json.dumps([schemas, known, data]),
        env={**os.environ, "NODE_PATH": str(node_modules)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_strictest_validator_takes_the_schema_and_the_dossier(
    data: Data, dossier: dict[str, Any], node_modules: Path
) -> None:
    record = data.json(next(record["data"] for record in dossier["records"].values()))
    wrong = {**record, "score": 0.9}
    [[whole, one, refused]] = _ajv(
        node_modules, [data.json("data/dossier.schema.json")], [], [dossier, record, wrong]
    )
    assert (whole, one) == (None, None)
    assert refused


def test_the_schemas_for_editors_have_patterns_that_every_editor_reads(node_modules: Path) -> None:
    own = sorted(EDITORS_OWN)
    editors = [json.loads(text) for text in schemas.documents().values()]
    assert _ajv(node_modules, editors, own, [{}]) == [[None]] * len(editors)
    # “x-setting” marks a vocabulary to which settings add words; editors get the words themselves.
    assert all(word in json.dumps(editors) for word in own if word != "x-setting")


def test_every_record_has_a_file_that_says_what_the_dossier_says(data: Data, dossier: dict[str, Any]) -> None:
    validator = _validator(data.json("data/dossier.schema.json"), "file")
    assert dossier["records"].keys() == data.dossier.graph.entries.keys()
    for id, record in dossier["records"].items():
        alone = data.json(record["data"])
        assert not list(validator.iter_errors(alone)), id
        assert {
            name: part for name, part in alone.items() if name not in ("$schema", "version", "site")
        } == record


def _same(written: Any, published: Any, where: str) -> Iterator[str]:
    """Yield where the published record differs from the YAML, in which every scalar is text."""
    if isinstance(written, dict):
        missing = {
            name for name, content in written.items() if content not in ("", [], {})
        } ^ published.keys()
        defaults = {name for name in missing if name not in written}
        yield from (f"{where}.{name} is missing" for name in missing - defaults)
        for name in written.keys() & published.keys():
            yield from _same(written[name], published[name], f"{where}.{name}")
    elif isinstance(written, str) and isinstance(published, list):
        yield from _same([{"to": written}], published, where)  # the short form of a bond
    elif isinstance(written, str) and isinstance(published, dict) and published.keys() == {"to"}:
        yield from _same({"to": written}, published, where)
    elif isinstance(written, list):
        if len(written) != len(published):
            yield f"{where}: {len(written)} items became {len(published)}"
        for index, (first, second) in enumerate(zip(written, published, strict=False)):
            yield from _same(first, second, f"{where}.{index}")
    elif isinstance(published, bool):
        if written != str(published).lower():
            yield f"{where}: {written} became {published}"
    elif isinstance(published, int | float):
        if float(written) != published:
            yield f"{where}: {written} became {published}"
    elif written.strip() != published:
        yield f"{where}: {written!r} became {published!r}"


def test_nothing_that_was_written_is_lost_or_changed(data: Data, dossier: dict[str, Any]) -> None:
    found = 0
    for path in sorted((data.project / "content").rglob("*.yml")):
        for id, written in (yaml.load(path.read_text("utf-8"), LOADER) or {}).items():  # noqa: S506 - text
            found += 1
            assert list(_same(written, dossier["records"][id]["record"], id)) == []
    assert found == len(dossier["records"])


def test_a_former_id_still_has_its_file(small: Data) -> None:
    assert small.bytes("data/claims/stream-poisoned.json") == small.bytes("data/claims/mill-poisoned.json")
    assert small.json("data/dossier.json")["formerly"]["stream-poisoned"] == "mill-poisoned"


def test_each_record_page_announces_its_file(data: Data) -> None:
    for page in data.pages.values():
        if page.record:
            entry = data.dossier.graph.entries[page.record]
            paths = [path for media, path, _ in page.alternates if media == "application/json"]
            assert urls.of_data(entry, "json") in paths
        assert all(path in data.files for _, path, _ in page.alternates)


def test_a_part_of_the_site_that_has_no_address_still_makes_data(tmp_path: Path) -> None:
    from tests.outputs.conftest import PROJECT, made  # noqa: PLC0415 - one use

    for path in PROJECT.rglob("*"):
        target = tmp_path / path.relative_to(PROJECT)
        if path.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes().replace(b"site_url: https://mill.example.org/weir/\n", b""))
    found = Data(made(tmp_path), tmp_path)
    assert found.json("data/dossier.json")["site"]["url"] is None
    assert found.json("data/claims/mill-poisoned.json")["$schema"] == "../../data/dossier.schema.json"
    assert found.json("feeds/changes.json")["items"][0]["url"].startswith("../")


def test_each_record_stands_on_one_line(data: Data, dossier: dict[str, Any]) -> None:
    lines = data.text("data/dossier.json").splitlines()
    records = lines[lines.index('"records": {') + 1 : -2]
    assert [line.partition('"')[2].partition('"')[0] for line in records] == sorted(dossier["records"])
    assert data.text("data/dossier.json").endswith("}\n")
