"""What a contributor sees while typing, with the language server that editors use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from explainer.kinds import KINDS
from explainer.starting import skeleton
from tests.editor.language_server import LanguageServer, running

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
MODELINE = "# yaml-language-server: $schema=../schema/{}.json\n"


@pytest.fixture(scope="module")
def server(node_modules: Path) -> Iterator[LanguageServer]:
    with running(node_modules, ROOT) as server:
        yield server


def _said(server: LanguageServer, name: str, text: str, kind: str = "claim") -> list[tuple[int, str]]:
    """Return line (from one) and message of each mark in a file that nobody saved."""
    folder = next(known.folder for known in KINDS if known.name == kind)
    path = CONTENT / folder / f"{name}.yml"
    found = server.open(path, MODELINE.format(kind) + text)
    return [(mark["range"]["start"]["line"] + 1, mark["message"]) for mark in found]


CLAIM = """\
ferry-full:
  title: The ferry is full
  statement: The ferry cannot take more lorries.
  topic: river
  kind: fact
  made_by: [northland]
  first_made: 2024-05-04
  about: [northland]
  evidence:
    - source: post-report
      basis: document
"""


@pytest.mark.parametrize(
    "path", sorted(CONTENT.rglob("*.yml")), ids=lambda path: str(path.relative_to(CONTENT))
)
def test_no_file_of_this_site_is_marked(server: LanguageServer, path: Path) -> None:
    assert server.open(path, path.read_text(encoding="utf-8")) == []


def test_a_good_record_is_not_marked(server: LanguageServer) -> None:
    assert _said(server, "good", CLAIM) == []


def test_numbers_and_truths_need_no_quotation_marks(server: LanguageServer) -> None:
    text = CLAIM.replace("2024-05-04", "2024").replace("title: The ferry is full", "title: 1984")
    figure = (
        "  figures:\n    - {value: 40, unit: lorries, measure: m, as_of: 2024, by: northland, sources: [a]}\n"
    )
    assert _said(server, "numbers", text + figure) == []
    source = (
        "s:\n  title: T\n  publisher: p\n  url: https://example.org/a\n  language: 'no'\n  mirror: true\n"
    )
    assert _said(server, "truths", source, "source") == []


def test_a_word_that_the_field_does_not_know_is_marked_on_its_line(server: LanguageServer) -> None:
    found = _said(server, "word", CLAIM.replace("basis: document", "basis: witness"))
    assert [line for line, _ in found] == [12]
    assert "testimony" in found[0][1]


def test_a_field_that_does_not_exist_is_marked_on_its_line(server: LanguageServer) -> None:
    found = _said(server, "field", CLAIM + "  sumary: x\n")
    assert found == [(13, "Property sumary is not allowed.")]


def test_a_field_given_twice_is_marked_on_its_line(server: LanguageServer) -> None:
    found = _said(server, "twice", CLAIM + "  topic: trade\n")
    assert found
    assert {message for _, message in found} == {"Map keys must be unique"}
    assert 13 in {line for line, _ in found}


def test_a_missing_field_is_marked_at_the_record(server: LanguageServer) -> None:
    found = _said(server, "missing", CLAIM.replace("  topic: river\n", ""))
    assert found == [(2, 'Missing property "topic".')]


def test_a_date_as_people_write_it_is_marked_with_how_it_is_written(server: LanguageServer) -> None:
    found = _said(server, "date", CLAIM.replace("2024-05-04", "4 May 2024"))
    assert found == [(8, "This is not a date. Write, for example: 2024-06-19")]


def test_the_fields_of_a_record_are_offered(server: LanguageServer) -> None:
    _said(server, "offered", CLAIM + "  \n")
    offered = {item["label"] for item in server.complete(CONTENT / "claims" / "offered.yml", 12, 2)}
    assert {"body", "would_change_if", "wordings", "last_reviewed", "ruling", "figures"} <= offered
    assert "title" not in offered


def test_the_fields_of_an_item_of_evidence_are_offered(server: LanguageServer) -> None:
    _said(server, "deep", CLAIM + "      \n")
    offered = {item["label"] for item in server.complete(CONTENT / "claims" / "deep.yml", 12, 6)}
    assert {"stance", "origin", "date", "quote", "locator", "note"} <= offered


def test_the_words_of_a_field_are_offered_with_what_they_mean(server: LanguageServer) -> None:
    _said(server, "words", CLAIM + "      stance: \n")
    offered = {item["label"]: item for item in server.complete(CONTENT / "claims" / "words.yml", 12, 14)}
    assert {"supports", "denies", "qualifies", "withdraws", "refutes"} <= set(offered)
    assert "takes back" in str(offered["withdraws"]["documentation"])


def test_pointing_at_a_field_explains_it_with_right_and_wrong_examples(server: LanguageServer) -> None:
    _said(server, "pointing", CLAIM)
    shown = server.hover(CONTENT / "claims" / "pointing.yml", 7, 4)
    assert "When it was first made." in shown
    assert "For example: `2024-06-19`" in shown
    assert "Not: `19.06.2024`" in shown


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_in_a_new_record_only_what_must_be_filled_in_is_marked(server: LanguageServer, kind: object) -> None:
    known = next(one for one in KINDS if one is kind)
    text, begin = skeleton(known, "some-new-record")
    path = CONTENT / known.folder / "some-new-record.yml"
    marked = {mark["range"]["start"]["line"] + 1 for mark in server.open(path, text)}
    required = {
        number
        for number, line in enumerate(text.split("\n"), 1)
        if line.startswith("  ") and "  #" not in line[:4]
    }
    assert marked <= required
    assert begin in required
