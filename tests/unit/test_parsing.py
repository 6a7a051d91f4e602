"""From data to records: what a contributor may write, and how each mistake is pointed out."""

from __future__ import annotations

import pytest

from explainer.kinds import KINDS
from explainer.parsing import parse
from explainer.reading import understand
from explainer.shapes import schema_of
from tests.unit.content import Content

SOURCE = "s:\n  label: S\n  publisher_name: P\n  url: https://example.org/\n  language: en\n"
ACTOR = "a:\n  name: A\n  type: state\n"
CLAIM = """\
c:
  title: T
  statement: S.
  topic: t
  kind: fact
  made_by: [a]
  first_made: 2024-05-01
  about: [a]
"""


def found_in(text: str, folder: str) -> list[str]:
    """Return what is wrong with records, as `line:column code`."""
    document, problems = understand(text.encode(), f"content/{folder}/x.yml", folder)
    assert problems == ()
    assert document is not None
    return [f"{one.position.line}:{one.position.column} {one.code}" for one in parse((document,)).diagnostics]


@pytest.mark.parametrize(("text", "folder"), [(SOURCE, "sources"), (ACTOR, "actors"), (CLAIM, "claims")])
def test_the_least_that_a_record_needs_is_enough(text: str, folder: str) -> None:
    assert found_in(text, folder) == []


MISTAKES = [
    ("a missing field", ACTOR.replace("  name: A\n", ""), "actors", ["1:1 missing-field"]),
    ("a field misspelt", ACTOR.replace("name:", "nmae:"), "actors", ["2:3 unknown-field"]),
    ("an id as a field", ACTOR + "  id: a\n", "actors", ["4:3 unknown-field"]),
    ("a word that does not exist", ACTOR.replace("state", "stat"), "actors", ["3:9 unknown-word"]),
    ("a list for a word", ACTOR.replace("type: state", "type: [state]"), "actors", ["3:9 wrong-shape"]),
    ("a word for a list", ACTOR + "  aliases: X\n", "actors", ["4:12 wrong-shape"]),
    ("a block for a text", ACTOR.replace("name: A", "name: {en: A}"), "actors", ["2:9 wrong-shape"]),
    ("nothing", ACTOR.replace("name: A", "name:"), "actors", ["2:8 empty-value"]),
    ("yes", ACTOR + "  party_to_conflict: yes\n", "actors", ["4:22 bad-switch"]),
    ("an id that is none", ACTOR.replace("a:\n", "The_A:\n"), "actors", ["1:1 bad-id"]),
    ("a reserved id", ACTOR.replace("a:\n", "index:\n"), "actors", ["1:1 reserved-id"]),
    ("a date as people write it", CLAIM.replace("2024-05-01", "01.05.2024"), "claims", ["7:15 bad-date"]),
    ("a day that never was", CLAIM.replace("2024-05-01", "2024-02-30"), "claims", ["7:15 impossible-date"]),
    ("an address that is none", SOURCE.replace("https:", "javascript:"), "sources", ["4:8 bad-url"]),
    ("a language by name", SOURCE.replace(": en", ": English"), "sources", ["5:13 bad-language"]),
    ("no title and no label", SOURCE.replace("  label: S\n", ""), "sources", ["1:1 untitled-source"]),
    ("two publishers", SOURCE + "  publisher: a\n", "sources", ["1:1 one-publisher"]),
    ("no address", SOURCE.replace("  url: https://example.org/\n", ""), "sources", ["1:1 source-without-address"]),
    ("a standing without a reason", SOURCE + "  standing: corrected\n", "sources", ["6:13 unexplained-standing"]),
    (
        "a retraction without a day",
        SOURCE + "  standing: retracted\n  standing_note: It was.\n",
        "sources",
        ["6:13 standing-without-day"],
    ),
    (
        "a mistake deep in a list",
        CLAIM + "  evidence:\n    - source: s\n    - source: s\n      stance: support\n",
        "claims",
        ["12:15 unknown-word"],
    ),
    (
        "a figure without a unit",
        CLAIM + "  figures:\n    - {value: 5, measure: m, as_of: 2024-05, by: a, sources: [s]}\n",
        "claims",
        ["10:7 missing-field"],
    ),
    (
        "a ruling for which nothing is shown",
        CLAIM + "  ruling: {status: refuted, reason: R., sources: [], date: 2024-06-01}\n",
        "claims",
        ["9:11 ruling-without-source"],
    ),
    ("two mistakes", "a:\n  type: x\n", "actors", ["1:1 missing-field", "2:9 unknown-word"]),
]  # fmt: skip


@pytest.mark.parametrize(("_what", "text", "folder", "expected"), MISTAKES, ids=[row[0] for row in MISTAKES])
def test_a_mistake_is_named_where_it_stands(_what: str, text: str, folder: str, expected: list[str]) -> None:
    codes = [one.split()[1] for one in expected]
    lines = [one.split(":")[0] for one in expected]
    found = sorted(found_in(text, folder))
    assert [one.split()[1] for one in found] == codes
    assert [one.split(":")[0] for one in found] == lines


def test_one_broken_record_leaves_the_others_whole(content: Content) -> None:
    """
    actors:
      broken:
        name: B
      whole:
        name: W
        type: person
        part_of: broken
    """
    assert content.mistakes == ["2:1 missing-field"]
    assert content.graph.title("whole") == "W"


def test_no_two_records_have_one_id(content: Content) -> None:
    """
    actors:
      x: {name: X, type: state}
    places:
      x: {name: X, country: [UA], latitude: 1, longitude: 1}
    """
    assert content.mistakes == ["4:1 duplicate-id"]


def test_a_file_in_no_folder_of_a_kind_is_named() -> None:
    document, _ = understand(ACTOR.encode(), "content/actor/x.yml", "actor")
    assert document is not None
    (problem,) = parse((document,)).diagnostics
    assert problem.code == "unknown-folder"
    assert "actors" in problem.hint


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_of_every_kind_is_explained(kind: object) -> None:
    assert kind in KINDS
    schema = schema_of(next(known for known in KINDS if known is kind))
    definitions = {"": schema, **schema.get("$defs", {})}
    bare = [
        f"{name}.{field}"
        for name, definition in definitions.items()
        for field, described in definition.get("properties", {}).items()
        if not described.get("description")
    ]
    assert bare == []
