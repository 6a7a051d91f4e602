"""Forms, the editor’s schema and the check say the same of every field, and a record is handed out as it is written."""

from __future__ import annotations

import dataclasses
import re
import typing
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from explainer.checking import check
from explainer.diagnostics import Mistake
from explainer.kinds import BY_NAME, KINDS, Kind, plan
from explainer.outputs import forms as records
from explainer.outputs.assets import lean
from explainer.parsing import parse
from explainer.reading import understand
from explainer.schemas import of_file, records_in
from explainer.values.grammar import Choice, Grammar, Spread
from explainer.views.forms import each, fields_of

ROOT = Path(__file__).parents[2]
CAST = ROOT / "tests" / "cast"
SCRIPT = ROOT / "hooks" / "explainer" / "components" / "form" / "form.js"

Field = dict[str, Any]


def _marks(hint: Any) -> Iterator[Any]:
    """Yield the marks of a field’s type, wherever they stand in it."""
    for argument in typing.get_args(hint):
        if isinstance(argument, (Grammar, Choice, Spread)):
            yield argument
        else:
            yield from _marks(argument)


def _by_record(kind: Kind, fields: list[Field], record: type[Any]) -> Iterator[tuple[type[Any], list[Field]]]:
    """Yield every record type of a form, the kind’s own first, with its fields in the form."""
    yield record, fields
    inner = {field.name: field.inner for field in plan(record) if field.inner}
    for field in fields:
        if field["fields"]:
            yield from _by_record(kind, field["fields"], inner[field["name"]])


ALL = [
    pytest.param(kind, record, fields, id=f"{kind.name}-{record.__name__}-{number}")
    for kind in KINDS
    for number, (record, fields) in enumerate(_by_record(kind, fields_of(kind), kind.record))
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_form_has_every_part_of_its_kind(kind: Kind) -> None:
    known = {record for record, _ in _by_record(kind, fields_of(kind), kind.record)}
    assert known == set(records_in(kind.record))


@pytest.mark.parametrize(("kind", "record", "fields"), ALL)
def test_form_schema_and_check_know_the_same_fields(
    kind: Kind, record: type[Any], fields: list[Field]
) -> None:
    schema = of_file(kind)["$defs"][record.__name__]
    declared = [field for field in dataclasses.fields(record) if field.name != "id"]
    assert [field["name"] for field in fields] == list(schema["properties"]) == [one.name for one in declared]
    needed = [field["name"] for field in fields if field["needed"]]
    assert needed == [one.name for one in declared if one.default is dataclasses.MISSING]
    assert sorted(needed) == sorted(schema["required"])


@pytest.mark.parametrize(("kind", "record", "fields"), ALL)
def test_form_schema_and_check_take_the_same_values(
    kind: Kind, record: type[Any], fields: list[Field]
) -> None:
    schema = of_file(kind)["$defs"][record.__name__]
    hints = typing.get_type_hints(record, include_extras=True)
    shapes = {field.name: field for field in plan(record)}
    for field in fields:
        name = field["name"]
        marks = list(_marks(hints[name]))
        grammar = next((mark for mark in marks if isinstance(mark, Grammar)), None)
        choice = next((mark for mark in marks if isinstance(mark, Choice)), None)
        spread = next((mark for mark in marks if isinstance(mark, Spread)), None)
        ref = shapes[name].ref if name in shapes else None
        assert field["kinds"] == (ref.kinds if ref else ()), name
        assert field["short"] == (spread.field if spread else ""), name
        assert bool(field["fields"]) == bool(name in shapes and shapes[name].inner), name
        written = _innermost(schema["properties"][name])
        assert field["pattern"] == written.get("pattern", ""), name
        assert [word for word, _ in field["choices"]] == list(choice.words if choice else ()), name
        assert [word for word, _ in field["choices"]] == written.get("enum", []), name
        if choice:
            with pytest.raises(Mistake):
                choice("no-such-word")
        if grammar and not field["fields"]:
            assert (field["control"] == "switch") == (written["type"] == "boolean"), name
            assert field["longest"] == written.get("maxLength", 0) == grammar.longest, name
            _agrees(field, grammar)


def _innermost(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    if "anyOf" in schema:
        return _innermost(schema["anyOf"][-1])
    if schema.get("type") == "array":
        return _innermost(schema["items"])
    return _innermost(schema["additionalProperties"]) if schema.get("type") == "object" else schema


def _agrees(field: Field, grammar: Grammar) -> None:
    """Check that what a form lets pass is taken, and what it refuses is refused."""
    for example in field["examples"]:
        assert not field["pattern"] or re.search(field["pattern"], example), example
        grammar.parse(example)
    for example in field["bad_examples"]:
        if grammar.name == "an id" and not field["longest"]:  # what a reference may be, linking knows
            assert not re.search(field["pattern"], example)
        else:
            with pytest.raises(Mistake):
                grammar.parse(example)
    if field["longest"]:
        grammar.parse("x" * field["longest"])
        with pytest.raises(Mistake):
            grammar.parse("x" * (field["longest"] + 1))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_long_text_has_room_and_a_word_is_chosen(kind: Kind) -> None:
    for field in each(fields_of(kind)):
        if field["control"] == "text":
            assert field["longest"] > 400, field["id"]
        if field["choices"]:
            assert field["control"] == "choice", field["id"]
            assert field["default"] in {"", *(word for word, _ in field["choices"])}, field["id"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_ids_of_controls_are_unique(kind: Kind) -> None:
    ids = [field["id"] for field in each(fields_of(kind))]
    assert len(set(ids)) == len(ids) > 3


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("claim", {"Add an item of evidence", "Add a figure", "Add an actor"}),
        ("actor", {"Add a declaration of support", "Add a relation"}),
    ],
)
def test_what_is_added_is_called_as_english_counts_it(kind: str, words: set[str]) -> None:
    found = {field["add"] for field in each(fields_of(BY_NAME[kind])) if field.get("add")}
    assert found >= words
    assert "Add an evidence" not in found


def test_the_words_of_a_site_are_offered() -> None:
    settings = check(CAST).dossier.settings
    claim = next(kind for kind in KINDS if kind.name == "claim")
    found = {
        field["name"]: field for field in fields_of(claim, words={"topic": settings.topics, "strands": {}})
    }
    assert found["topic"]["choices"] == list(settings.topics.items()) != []
    assert found["topic"]["control"] == "choice"
    assert found["title"]["control"] == "line"


def test_fields_that_few_records_have_stand_apart_unless_new_evidence_is_asked_for_them() -> None:
    dossier = check(CAST).dossier
    claim = next(kind for kind in KINDS if kind.name == "claim")
    claims = [entry.record for entry in dossier.graph.of_kind("claim")]
    found = {field["id"]: field["usual"] for field in each(fields_of(claim, records=claims))}
    assert found["f-title"]
    assert found["f-evidence"]
    assert found["f-evidence-quote"]
    assert not found["f-retellings"]
    assert all(field["usual"] for field in fields_of(claim)), "where there are none, all stand together"


COMMENTED = """\
# yaml-language-server: $schema=../schema/term.json

# a word
first:
  # what it is called
  name: First
  definition: >-
    The first.

    # no comment
  aliases: [One, Two]
  # behind the last

# another
second:
  name: Second
  definition: The second.
"""


def test_each_field_is_handed_out_with_its_comments_and_lines() -> None:
    document, problems = understand(COMMENTED.encode(), "content/terms/x.yml", "terms")
    assert document is not None
    assert problems == ()
    first, second = parse((document,)).entries
    data = document.data()
    found = records.written(first, data["first"])
    assert found["lines"] == [4, 12]
    assert found["ends"] == {"name": 6, "definition": 10, "aliases": 11}
    assert found["text"] == {
        "name": "  # what it is called\n  name: First",
        "definition": "  definition: >-\n    The first.\n\n    # no comment",
        "aliases": "  aliases: [One, Two]\n  # behind the last",
    }
    assert found["fields"] == {
        "name": "First",
        "definition": "The first.\n# no comment",
        "aliases": ["One", "Two"],
    }
    assert records.written(second, data["second"])["lines"] == [15, 17]


def test_a_record_on_one_line_has_no_text_of_its_fields() -> None:
    text = "first: {name: First, definition: The first.}\n"
    document, _ = understand(text.encode(), "content/terms/x.yml", "terms")
    assert document is not None
    (entry,) = parse((document,)).entries
    found = records.written(entry, document.data()["first"])
    assert (found["lines"], found["text"], found["ends"]) == ([1, 1], {}, {})


def test_every_record_of_this_site_is_made_of_the_texts_of_its_fields() -> None:
    for entry in check(ROOT).dossier.graph.entries.values():
        lines = entry.document.text.split("\n")
        found = records.written(entry, dict.fromkeys(_names(entry)))
        first, last = found["lines"]
        assert "\n".join(found["text"].values()) == "\n".join(lines[first:last]), entry.id
        assert first < list(found["ends"].values())[-1] <= last, entry.id


def _names(entry: Any) -> list[str]:
    return list(dict(_data(entry.document))[entry.id])


_DATA: dict[int, Any] = {}


def _data(document: Any) -> Any:
    if id(document) not in _DATA:
        _DATA[id(document)] = document.data()
    return _DATA[id(document)]


def test_the_script_of_forms_is_small() -> None:
    assert len(lean(SCRIPT.read_text(encoding="utf-8")).encode()) <= 10 * 1024
