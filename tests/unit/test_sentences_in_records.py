"""Sentences of records that speak of other records, listed on pages of their own."""

from __future__ import annotations

import re

import pytest

from explainer.pipeline import Build, build
from explainer.views import sentences, sentences_in_records
from tests import examples
from tests.unit.content import Content

TERMS = (
    "ferry:\n  name: Ferry\n  definition: A ship. Once [[bridge-unsafe|a way]]; see [[bridge-closed]].\n"
    "wire:\n  name: Wire\n  definition: A thread.\n"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("sentences") / "project"
    return build(examples.project(folder, {"content/terms/t.yml": TERMS}))


def test_each_sentence_stands_with_records_statuses_and_sources(made: Build) -> None:
    html = made.page("sentences/in-records/").html
    dossier = made.checked.dossier
    _, _, listed = html.partition('<h3 id="r-ferry">')
    assert re.findall(r'<li class="x-sentence [^"]*" id="([^"]*)"', listed) == ["ferry-1"]
    assert "A ship." not in listed
    assert f'x-status--{dossier.judgements["bridge-unsafe"].assessment.status}"' in listed
    assert 'data-ref="ministry-statement"' in listed
    assert re.search(r'data-ref="bridge-closed">[^<]*</a> <span class="x-status', listed), "so with events"
    assert "r-wire" not in html
    assert 'href="../sentences/in-records/"' in made.page("sentences/").html


def test_one_sentence_is_told_as_one(made: Build) -> None:
    listed, of_all = made.page("sentences/in-records/").html, made.page("sentences/").html
    assert "1 sentence in the texts of records speaks of other records. Each is listed" in listed
    view = sentences_in_records.everything(made.checked.dossier)
    assert view.description.startswith("What 1 sentence in the prose of a record rests on")
    assert "In the records themselves 1 sentence speaks of other records; for the rest" in of_all


def test_several_sentences_are_told_with_their_number() -> None:
    text = "terms:\n  wire: {name: Wire, definition: A thread.}\n  rope:\n    name: Rope\n"
    dossier = Content(f"{text}    definition: A [[wire]]. Once [[wire|so]].\n", with_cast=False).dossier
    view = sentences_in_records.everything(dossier)
    assert view.data["how_many"] == "2 sentences in the texts of records speak of other records."
    assert view.description.startswith("What 2 sentences in the prose of records rest on")
    told = sentences.everything(dossier).data["of_records"]
    assert told.startswith("In the records themselves 2 sentences speak of other records; for the rest")


def test_a_record_knows_where_its_sentences_are_listed(made: Build) -> None:
    dossier = made.checked.dossier
    entries = dossier.graph.entries
    assert sentences_in_records.place_of(entries["ferry"], dossier) == "sentences/in-records/#r-ferry"
    assert sentences_in_records.place_of(entries["wire"], dossier) == ""


def test_a_site_whose_records_speak_of_no_other_has_no_such_page() -> None:
    dossier = Content("terms:\n  wire: {name: Wire, definition: A thread.}\n", with_cast=False).dossier
    assert list(sentences_in_records.pages(dossier)) == []


def test_no_page_grows_without_bound() -> None:
    """A record with more sentences than a page holds goes on, under its name, on the next."""
    most = sentences_in_records.AT_MOST
    long = " ".join(f"Word {number} is [[wire|so]]." for number in range(most + 7))
    text = f"terms:\n  wire: {{name: Wire, definition: A thread.}}\n  rope:\n    name: Rope\n    definition: {long}\n"
    dossier = Content(text, with_cast=False).dossier
    (found,) = sentences_in_records.lists(dossier)
    counts = {
        address: [
            (one["link"]["id"], len(one["sentences"]))
            for kind in view.data["kinds"]
            for one in kind["records"]
        ]
        for address, view in found.pages(dossier).items()
    }
    assert counts == {
        "sentences/in-records/": [],
        "sentences/in-records/part/terms/": [("rope", most)],
        "sentences/in-records/part/terms/2/": [("rope", 7)],
    }
    place = sentences_in_records.place_of(dossier.graph.entries["rope"], dossier)
    assert place == "sentences/in-records/part/terms/#r-rope", "without a script, too"
