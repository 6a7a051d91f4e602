"""What answers for each sentence of a page, and what is said of it at the page’s end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from explainer.accounting import accounts, readable, told_by
from explainer.checking import check
from explainer.checks import unaccounted
from explainer.outputs import files
from explainer.pipeline import Build, build
from explainer.prose import Page
from explainer.views.sentences import counted
from tests import examples
from tests.unit.content import Content, short

SORTS = [
    ("It is [[x|so]].", ["records"]),
    ("It is so.", ["unaccounted"]),
    ("It is so. It is [[x|thus]].", ["unaccounted", "records"]),
    ("It is so; this is our reading.", ["ours"]),
    ("**Our reading:** It is so. It is thus.", ["ours", "ours"]),
    ("In our reading it is [[x|so]].", ["records"]),
    ("They are reading it.", ["unaccounted"]),
    ("# A heading\n\n## Another", []),
    ("**A label.** It is so.", ["unaccounted", "unaccounted"]),
    ("**A label.** It is [[x|so]].", ["framing", "records"]),
    ("**A label.** It is so; this is our reading.", ["framing", "ours"]),
    ("**Three thousand came.**", ["unaccounted"]),
    ("It is [[x|so]]. **A label.**", ["records", "unaccounted"]),
    ("**A label and** no more.", ["unaccounted"]),
    ("Four came:\n\n- [[a]]\n- nobody else", ["unaccounted", "records", "unaccounted"]),
    ("Two came:\n\n- [[a]]\n- [[b]]\n\nSo.", ["framing", "records", "records", "unaccounted"]),
    ("Two came:\n\n[[a|One]] came.\n\nSo.", ["framing", "records", "unaccounted"]),
    ("Two came:\n\nOne did.\n\nIt is [[a|so]].", ["unaccounted", "unaccounted", "records"]),
    ("Two came:", ["unaccounted"]),
    ("Two came:\n\n::: claims t", ["framing"]),
    ("See [the method](method.md#limits).", ["framing"]),
    ("[The method](method.md#limits).", ["framing"]),
    ("It is told [elsewhere](a.md), and 40 came.", ["unaccounted"]),
    ("Article 4 is treated [elsewhere](a.md).", ["framing"]),
    ("Many came, as [others](a.md) did.", ["unaccounted"]),
    ("What came is listed under [40 years](a.md).", ["framing"]),
    ("See [elsewhere](https://example.org/).", ["unaccounted"]),
    ("- **[Topics](topics/index.md).** Short pages.", ["framing", "framing"]),
    ("- **[Topics](topics/index.md).** There were 300.", ["framing", "unaccounted"]),
    ("- It is so. More is told [elsewhere](a.md).", ["unaccounted", "framing"]),
    ("A way [on](a.md). It is so.", ["unaccounted", "unaccounted"]),
    ("Word\n:   It means so.\n", ["framing", "unaccounted"]),
    ("| A | B |\n|---|---|\n| [[x]] | d |\n| e | f |", ["records", "unaccounted"]),
    ("- [[q|Is it so?]] Yes, since May.", ["records", "records"]),
    ("- [[q|It is so.]] Since May.", ["records", "unaccounted"]),
    ("::: claim bridge", []),
    ("<!-- framing: a turn -->\nThe rest is wider. It is so.", ["framing", "unaccounted"]),
    ("It is so. <!-- framing: a turn --> The rest is wider. So.", ["unaccounted", "framing", "unaccounted"]),
    ("The rest is wider. <!-- framing: a turn -->", ["unaccounted"]),
    ("- <!-- framing: a turn --> The rest is wider.\n- It is so.", ["framing", "unaccounted"]),
    (":   <!-- framing: a turn --> The rest is wider. So.", ["framing", "unaccounted"]),
    ("Would it be so? It would.", ["unaccounted", "unaccounted"]),
    ("Would it be so? It would, [[x|they say]].", ["framing", "records"]),
    ("Would it be so?\n\nIt would, [[x|they say]].", ["framing", "records"]),
    ("Would it be so?", ["unaccounted"]),
    ("<!-- framing: -->\nThe rest is wider.", ["unaccounted"]),
    ("<!-- framing: a turn -->\n\nThe rest is wider.", ["unaccounted"]),
    ("<!-- about this site: a rule -->\n\nWe count. It is [[x|so]].", ["site", "records"]),
    ("---\ntitle: It is so.\n---\n\n`It is so.`\n\n<!-- It is so. -->", []),
]


@pytest.mark.parametrize(("text", "expected"), SORTS, ids=[row[0] for row in SORTS])
def test_each_sentence_is_of_one_sort(text: str, expected: list[str]) -> None:
    assert [account.sort for account in accounts(Page("a.md", "docs/a.md", text))] == expected


def test_an_answer_leans_on_what_its_question_leads_to() -> None:
    found = accounts(Page("a.md", "docs/a.md", "- [[q|Is it so?]] Yes."))
    assert [account.records for account in found] == [("q",), ("q",)]


def test_what_leads_nowhere_is_told_with_its_place() -> None:
    found = Content("").found_by(unaccounted, "# T\n\nThe court [[x|says so]].\n  It is so.\n")
    assert short([one for one in found if one.position.file.startswith("docs/")]) == [
        "4:3 unaccounted-sentence"
    ]


READABLE = [
    ("- **A label** [on](a.md){.x}, [[x|words]].", "**A label** on, [[x|words]]."),
    ("1. one", "one"),
    (":   a meaning", "a meaning"),
    ("| a | [[x]] |", "a · [[x]]"),
]


@pytest.mark.parametrize(("text", "expected"), READABLE, ids=[row[0] for row in READABLE])
def test_a_sentence_can_be_read_on_its_own(text: str, expected: str) -> None:
    head = "| A | B |\n|---|---|\n" if text.startswith("|") else ""
    found = accounts(Page("a.md", "docs/a.md", f"W\n{text}\n" if text.startswith(":") else head + text))
    assert readable(found[-1]) == expected


PAGE = "# The ferry\n\nThe court [[bridge-unsafe|says so]].\n\nThat would explain it; this is our reading.\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(examples.project(tmp_path_factory.mktemp("sentences"), {"docs/ferry.md": PAGE}))


def test_the_foot_of_a_page_counts_its_sentences(made: Build) -> None:
    page = next(page for page in made.checked.pages if page.path == "ferry.md")
    assert counted(page) == "2 sentences: 1 leads to records, 1 is our reading"
    html = made.site.prose_page("ferry.md", "The ferry", "<p>x</p>").html
    assert "2 sentences: 1 leads to records, 1 is our reading." in html
    assert 'href="../sentences/ferry/"' in html


def test_a_page_that_leads_to_no_record_has_no_such_foot(made: Build) -> None:
    assert "sentences/home/" not in made.site.prose_page("index.md", "Home", "<p>x</p>").html


def test_a_page_of_its_own_shows_records_statuses_and_sources(made: Build) -> None:
    html = made.page("sentences/ferry/").html
    status = made.checked.dossier.judgements["bridge-unsafe"].assessment.status
    assert 'id="sentence-1"' in html
    assert f'x-status--{status}"' in html
    assert 'data-ref="ministry-statement"' in html
    assert "is our reading" in html
    assert "sentences/ferry/" in made.page("sentences/").html


def test_what_speaks_against_a_record_is_not_told_as_what_it_rests_on(tmp_path: Path) -> None:
    claim = (
        "c:\n  title: T\n  statement: S.\n  topic: river\n  kind: fact\n  made_by: [northland-ministry]\n"
        "  first_made: 2024-05-04\n  about: [northland]\n  evidence:\n    - {source: ministry-statement}\n"
        "    - {source: watch-report, stance: refutes}\n"
    )
    page = "# T\n\nThe ministry [[c|says so]].\n"
    made = build(examples.project(tmp_path / "project", {"content/claims/c.yml": claim, "docs/t.md": page}))
    records = made.page("sentences/t/").html.partition("x-sentence__records")[2]
    assert 'data-ref="ministry-statement"' in records
    assert 'data-ref="watch-report"' not in records
    assert "(1 against it)" in records


def test_the_same_is_told_as_json(made: Build) -> None:
    found = {file.path: file.content for name, file in files(made.checked.dossier, ()) if name == "sentences"}
    told = json.loads(found["data/sentences/ferry.json"])
    status = made.checked.dossier.judgements["bridge-unsafe"].assessment.status
    assert told["sentences"] == [
        {
            "text": "The court says so.",
            "sort": "records",
            "records": ["bridge-unsafe"],
            "statuses": {"bridge-unsafe": status},
        },
        {
            "text": "That would explain it; this is our reading.",
            "sort": "ours",
            "records": [],
            "statuses": {},
        },
    ]
    assert any(page["page"] == "ferry.md" for page in json.loads(found["data/sentences.json"])["pages"])


@pytest.mark.parametrize("site", ["", "tests/site/projects/lake", "tests/cast"])
def test_every_sentence_of_our_sites_answers_for_itself(site: str) -> None:
    from explainer.prose import read_pages  # noqa: PLC0415 - only here

    root = Path(__file__).parents[2] / site
    pages, _ = read_pages(root / "docs", root)
    assert pages
    left = [
        f"{page.at(account.sentence.start)} {account.words}"
        for page in pages
        for account in accounts(page)
        if account.sort == "unaccounted"
    ]
    assert left == []


RECORDS = """
actors:
  x: {name: X, type: person, summary: "It is so. It is [[the-wire|thus]]; so [[x]] says."}
  y: {name: Y, type: person, summary: It is so., sources: [weekly]}
  z: {name: Z, type: person, summary: It is so; this is our reading.}
claims:
  c: {title: C, statement: It is so., topic: t, kind: fact, made_by: [x], first_made: 2024, about: [x]}
terms:
  bridge: {name: Bridge, definition: A way over water.}
"""


def test_a_record_without_a_source_answers_for_no_sentence_that_leads_nowhere() -> None:
    content = Content(RECORDS)
    found = [one for one in content.found_by(unaccounted) if one.position.file == "example.yml"]
    assert short(found) == ["3:38 unaccounted-sentence"]


def test_sentences_of_records_that_lead_further_are_told_with_their_field() -> None:
    entries = Content(RECORDS).graph.entries
    told = {id: [(one.path, one.sort, one.records) for one in told_by(entries[id])] for id in "xyz"}
    assert told == {
        "x": [(("summary",), "unaccounted", ()), (("summary",), "records", ("the-wire",))],
        "y": [],
        "z": [(("summary",), "ours", ())],
    }
    assert list(told_by(entries["bridge"])) == []


@pytest.mark.parametrize("site", [".", "tests/site/projects/lake", "tests/cast"])
def test_every_record_of_our_sites_answers_for_its_prose(site: str) -> None:
    dossier = check(Path(__file__).parents[2] / site).dossier
    told = [one for entry in dossier.graph.entries.values() for one in told_by(entry)]
    assert [
        one.text for one in told if one.sort == "unaccounted" and one.path[0] in ("body", "summary")
    ] == []


def test_sentences_of_records_are_told_as_json(tmp_path: Path) -> None:
    files_of = {
        "content/terms/t.yml": "ferry:\n  name: Ferry\n  definition: A ship. Once [[bridge-unsafe|a way]].\n"
    }
    dossier = build(examples.project(tmp_path / "project", files_of)).checked.dossier
    found = {file.path: file.content for name, file in files(dossier, ()) if name == "sentences"}
    records = {one["record"]: one for one in json.loads(found["data/sentences.json"])["records"]}
    status = dossier.judgements["bridge-unsafe"].assessment.status
    assert records["ferry"]["sentences"] == [
        {
            "path": ["definition"],
            "text": "Once a way.",
            "sort": "records",
            "records": ["bridge-unsafe"],
            "statuses": {"bridge-unsafe": status},
        }
    ]
