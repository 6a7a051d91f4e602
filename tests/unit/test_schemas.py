"""The schemas of content files: as the code says, true of every value, and named in every file."""

from __future__ import annotations

import json
import re
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from explainer.diagnostics import Mistake
from explainer.kinds import BY_FOLDER, KINDS, Kind
from explainer.reading import read_settings
from explainer.schemas import associations, documents, of_file, records_in
from explainer.settings import settings_of
from explainer.values.grammar import Grammar

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
FILES = sorted(CONTENT.rglob("*.yml"))


def _grammars(hint: Any) -> Iterator[Grammar]:
    for argument in typing.get_args(hint):
        if isinstance(argument, Grammar):
            yield argument
        else:
            yield from _grammars(argument)


GRAMMARS = {
    grammar.name: grammar
    for kind in KINDS
    for record in records_in(kind.record)
    for hint in typing.get_type_hints(record, include_extras=True).values()
    for grammar in _grammars(hint)
}


def test_the_committed_schemas_are_as_the_code_says() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in (CONTENT / "schema").glob("*.json")}
    settings, _ = settings_of(read_settings(ROOT / "mkdocs.yml")[0])
    assert committed == documents(settings.vocabularies), "if this is meant: python -m explainer schema"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CONTENT)))
def test_a_content_file_names_its_schema_in_its_first_line(path: Path) -> None:
    relative = path.relative_to(CONTENT)
    up = "../" * (len(relative.parts) - 1)
    schema = f"{up}schema/{BY_FOLDER[relative.parts[0]].name}.json"
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema={schema}"
    assert (path.parent / schema).is_file()


def test_the_editor_is_told_which_schema_is_for_which_files() -> None:
    settings = json.loads((CONTENT.parent / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == associations(), "if this is meant: python -m explainer schema"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_schema_is_a_schema(kind: Kind) -> None:
    jsonschema.Draft202012Validator.check_schema(of_file(kind))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_is_explained(kind: Kind) -> None:
    for name, definition in of_file(kind)["$defs"].items():
        assert definition["description"], name
        for field, described in definition["properties"].items():
            assert len(described["description"]) > 3, f"{name}.{field}"


@pytest.mark.parametrize("grammar", GRAMMARS.values(), ids=lambda grammar: grammar.name)
def test_examples_of_a_value_are_what_they_are_called(grammar: Grammar) -> None:
    for example in grammar.examples:
        grammar.parse(example)
        assert not grammar.pattern or re.search(grammar.pattern, example), example
    for example in grammar.bad_examples:
        if grammar.name == "an id":  # what a reference may be, linking knows
            assert not re.search(grammar.pattern, example)
        else:
            with pytest.raises(Mistake):
                grammar.parse(example)


SAMPLES = {
    "a date": (
        "2024",
        "2024-06-19",
        "2023-23",
        "2024-10~",
        "198X",
        "../2024",
        "2024/..",
        "[..2024-10]",
        "2024/",
    ),
    "a number or range": ("1500", "0.5", "1500~", "300..1000", "600..", "..3000"),
}


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in SAMPLES.items() for text in texts]
)
def test_what_the_reader_takes_the_editor_takes_too(name: str, text: str) -> None:
    GRAMMARS[name].parse(text)
    assert re.search(GRAMMARS[name].pattern, text)


def test_numbers_and_truths_may_stand_without_quotation_marks() -> None:
    place = {
        "name": 2024,
        "country": ["FR"],
        "latitude": 47.6,
        "longitude": -7,
        "approximate": True,
        "note": "x",
    }
    event = {
        "title": 1984,
        "date": 2024,
        "summary": True,
        "nature": "act",
        "strands": ["works"],
        "sources": ["a"],
    }
    for name, record in (("place", place), ("event", event)):
        schema = of_file(next(kind for kind in KINDS if kind.name == name))
        jsonschema.Draft202012Validator(schema).validate({"some-id": record})
