"""What a file's bytes become: text with places, or a mistake with its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from explainer.files import SIZE_LIMIT
from explainer.reading import DEPTH_LIMIT, Document, read_folder, understand


def found_in(raw: bytes | str) -> list[str]:
    """Return what is wrong with a file, as `line:column code`."""
    data = raw.encode() if isinstance(raw, str) else raw
    _, problems = understand(data, "content/actors/a.yml", "actors")
    return [f"{problem.position.line}:{problem.position.column} {problem.code}" for problem in problems]


def read(text: str) -> Document:
    document, problems = understand(text.encode(), "content/actors/a.yml", "actors")
    assert problems == ()
    assert document is not None
    return document


def test_data_is_the_same_for_all_who_ask() -> None:
    document = read("a:\n  name: A\n  aliases: [B, C]\n")
    first = document.data()
    assert first == {"a": {"name": "A", "aliases": ["B", "C"]}}
    assert document.data() == first


@pytest.mark.parametrize("text", ["", "- a list\n", "a: [\n", "only text\n"])
def test_a_file_that_holds_no_mapping_has_no_data(text: str) -> None:
    document, _ = understand(text.encode(), "content/actors/a.yml", "actors")
    assert document is not None
    assert document.data() == {}
    assert document.data() == {}


@pytest.mark.parametrize(
    "word", ["no", "NO", "off", "true", "1", "1.0", "2024-06-19", "0x1F", "1_000", "12:30:45", "=", "y"]
)
def test_every_value_is_the_text_that_was_written(word: str) -> None:
    assert read(f"a:\n  country: {word}\n").data() == {"a": {"country": word}}


def test_every_key_and_value_keeps_its_place() -> None:
    document = read(
        "# a comment\na:\n  name: A\n  evidence:\n    - source: s\n      note: >-\n        Two lines\n        of text\n"
    )
    places = [
        (),
        ("a",),
        ("a", "name"),
        ("a", "evidence"),
        ("a", "evidence", 0),
        ("a", "evidence", 0, "note"),
    ]
    assert [str(document.at(path)).partition(".yml:")[2] for path in places] == [
        "2:1",
        "3:3",
        "3:9",
        "5:5",
        "5:7",
        "6:13",
    ]
    assert str(document.key_at(("a", "evidence", 0, "note"))).endswith(":6:7")
    assert document.heads == {"a": 2}


def test_a_place_that_is_not_there_is_that_of_what_is_above_it() -> None:
    document = read("a:\n  name: A\n")
    assert document.at(("a", "evidence", 3, "source")) == document.at(("a",))
    assert document.key_at(("a", "no-such-field")) == document.at(("a",))


def test_words_are_found_inside_a_long_text() -> None:
    document = read("a:\n  body: >-\n    first line\n    then [[b]] here\n")
    assert str(document.find(("a", "body"), "[[b]]")).endswith(":4:10")


MISTAKES = [
    ("a byte that is no text", b"a:\n  name: \xff\n", ["2:9 bad-encoding"]),
    ("UTF-16", "a: b\n".encode("utf-16"), ["1:1 bad-encoding"]),
    ("a byte order mark", b"\xef\xbb\xbfa:\n  name: A\n", ["1:1 byte-order-mark"]),
    ("nothing", b"", ["1:1 empty-file"]),
    ("comments alone", b"# one\n\n# two\n", ["1:1 empty-file"]),
    ("a NUL", b"a:\n  name: A\x00\n", ["2:10 forbidden-character"]),
    ("a tab", b"a:\n\tname: A\n", ["2:1 tab"]),
    ("a sign that turns text around", "a:\n  name: A\u202eB\n", ["2:10 forbidden-character"]),
    ("a sign that nobody sees", "a:\n  name: A\u200bB\n", ["2:10 forbidden-character"]),
    ("an escape that nobody sees", 'a:\n  name: "A\\u202eB"\n', ["2:9 forbidden-character"]),
    ("an accent of its own", "a:\n  name: Cafe\u0301\n", ["2:12 not-nfc"]),
    ("a key given twice", "a:\n  name: A\n  name: B\n", ["3:3 duplicate-key"]),
    ("an id given twice", "a:\n  name: A\na:\n  name: B\n", ["3:1 duplicate-key"]),
    ("an anchor", "a: &x\n  name: A\n", ["1:4 anchor"]),
    ("an alias", "a:\n  name: *x\n", ["2:9 alias"]),
    ("a tag", "a: !!python/object:os.system\n  name: A\n", ["1:4 tag"]),
    ("a merge key", "a:\n  <<: b\n", ["2:3 merge-key"]),
    ("a list for a key", "a:\n  [x]: b\n", ["2:3 special-character"]),
    ("a second document", "a:\n  name: A\n---\nb:\n  name: B\n", ["3:1 second-document"]),
    ("a directive", "%YAML 1.2\n---\na:\n  name: A\n", ["1:1 yaml-directive"]),
    ("a list of records", "- a\n- b\n", ["1:1 not-a-mapping"]),
    ("a text", "only words\n", ["1:1 not-a-mapping"]),
    ("null", "a:\n  name: null\n", ["2:9 null-value"]),
    ("a text cut off", "a:\n  name: Order #227\n", ["2:15 cut-off-text"]),
    ("an open quotation mark", 'a:\n  name: "A\n  type: state\n', ["2:9 unclosed-quote"]),
    ("an open bracket", "a:\n  aliases: [x, y\n  type: state\n", ["2:12 unclosed-bracket"]),
    ("a second colon", "a:\n  name: Kyiv: a report\n", ["2:13 colon-in-text"]),
    ("a line out of line", "a:\n  name: A\n   type: state\n", ["3:4 bad-indentation"]),
    ("a line without a colon", "a:\n  name: A\n  type\n", ["3:3 no-colon"]),
    ("a text that begins with @", "a:\n  name: @x\n", ["2:9 special-character"]),
]  # fmt: skip


@pytest.mark.parametrize(("_what", "raw", "expected"), MISTAKES, ids=[row[0] for row in MISTAKES])
def test_a_mistake_is_named_where_it_stands(_what: str, raw: bytes | str, expected: list[str]) -> None:
    found = found_in(raw)
    assert [one.split()[1] for one in found] == [one.split()[1] for one in expected]
    assert [one.split(":")[0] for one in found] == [one.split(":")[0] for one in expected]


def test_what_nests_too_deep_is_refused_and_not_followed() -> None:
    deep = "a: " + "[" * (DEPTH_LIMIT + 1) + "]" * (DEPTH_LIMIT + 1)
    assert found_in(deep)[0].endswith("too-deep")
    assert found_in("a: " + "{b: " * 5000 + "c" + "}" * 5000)[0].endswith("too-deep")


@pytest.mark.parametrize("text", ["김정은", "Зеленський", "شخص‌ها", "👩‍🚀", "«ёлка»", "नमस्ते", "é"])
def test_every_script_is_welcome(text: str) -> None:
    assert read(f"a:\n  name: {text}\n").data() == {"a": {"name": text}}


def test_lines_may_end_as_on_windows() -> None:
    assert read("a:\r\n  name: A\r\n").data() == {"a": {"name": "A"}}


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b.yml", "a.yml"):
        (tmp_path / "content" / "actors").mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / "actors" / name).write_text(f"{name[0]}:\n  name: X\n", "utf-8")
    documents, problems = read_folder(tmp_path / "content", tmp_path)
    assert [document.file for document in documents] == ["content/actors/a.yml", "content/actors/b.yml"]
    assert problems == ()


def test_what_cannot_be_read_is_named_and_stops_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "actors"
    folder.mkdir(parents=True)
    (folder / "good.yml").write_text("a:\n  name: A\n", "utf-8")
    (folder / "notes.txt").write_text("x", "utf-8")
    (folder / "other.yaml").write_text("x", "utf-8")
    (folder / ".hidden.yml").write_text("x", "utf-8")
    (folder / "large.yml").write_bytes(b"#" * (SIZE_LIMIT + 1))
    (folder / "link.yml").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipe.yml")
    documents, problems = read_folder(tmp_path / "content", tmp_path)
    assert [document.file for document in documents] == ["content/actors/good.yml"]
    assert sorted((problem.position.file.rpartition("/")[2], problem.code) for problem in problems) == [
        ("large.yml", "file-too-large"),
        ("link.yml", "symbolic-link"),
        ("notes.txt", "stray-file"),
        ("other.yaml", "stray-file"),
        ("pipe.yml", "stray-file"),
    ]


def test_a_project_without_content_is_told_so(tmp_path: Path) -> None:
    documents, problems = read_folder(tmp_path / "content", tmp_path)
    assert documents == ()
    assert [problem.code for problem in problems] == ["no-content"]


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("note: what it says.", True),
        ("sources: [paper]", True),
        ("sources:", True),
        ("sources: two papers said so.", True),
        ("pictures:", True),
        ("pictures: [{file: a.png}]", True),
        ("pictures: a ship and a quay.", False),
        ("evidence: none was shown.", False),
        ("weather: it rained.", False),
    ],
)
def test_a_field_inside_a_text_is_told_unless_it_can_only_be_prose(line: str, *, is_told: bool) -> None:
    text = f"ferry:\n  summary: >-\n    The paper on the\n    {line}\n"
    _, problems = understand(text.encode(), "content/places/ferry.yml", "places")
    assert ["swallowed-field"] * is_told == [problem.code for problem in problems]
