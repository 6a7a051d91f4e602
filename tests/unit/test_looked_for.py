"""Searches that were made are told wherever their record is shown: on pages, in JSON, in CSV."""

from __future__ import annotations

import json

import pytest

from explainer.outputs import files
from explainer.pipeline import Build, build
from tests import examples

SEARCH = """\
  looked_for:
    - what: a price of the bridge
      where: [pages of both ministries, newspapers]
      words: [bridge price, prijs van de brug]
      languages: [en, nl]
      on: 2024-05-06
    - {what: a picture, where: [an archive], on: 2024-05, read: whole, found: "Only [[northland]]’s own."}
"""
RECORDS = {
    "actors/a.yml": "searched-actor:\n  name: Ferry guild\n  type: group\n",
    "claims/c.yml": (
        "searched-claim:\n  title: T\n  statement: S.\n  topic: river\n  kind: fact\n"
        "  made_by: [northland-ministry]\n  first_made: 2024-05-04\n  about: [northland]\n"
        "  evidence:\n    - source: ministry-statement\n"
    ),
    "timeline/e.yml": (
        "searched-event:\n  title: E\n  date: 2024-05-04\n  nature: act\n  by: [northland]\n  summary: S.\n"
        "  strands: [works]\n  sources: [ministry-statement]\n"
    ),
    "places/p.yml": "searched-place:\n  name: Far Bank\n  country: [AQ]\n  latitude: 1\n  longitude: 2\n",
    "questions/q.yml": (
        "searched-question:\n  question: Q?\n  known: S.\n  topic: river\n  opened: 2024-05-04\n"
    ),
    "terms/t.yml": "searched-term:\n  name: Barge\n  definition: S.\n",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Build:
    content = {f"content/{path}": text + SEARCH for path, text in RECORDS.items()}
    made = build(examples.project(tmp_path_factory.mktemp("searched"), content))
    assert [str(one) for one in made.checked.errors] == []
    return made


PAGES = [
    "actors/searched-actor/",
    "claims/searched-claim/",
    "timeline/searched-event/",
    "places/searched-place/",
    "questions/",
    "glossary/",
]


@pytest.mark.parametrize("address", PAGES)
def test_readers_see_what_was_looked_for(address: str, made: Build) -> None:
    html = " ".join(made.page(address).html.split())
    assert 'Looked for on <time datetime="2024-05-06">6 May 2024</time>:' in html
    assert "a price of the bridge, in pages of both ministries; newspapers" in html
    assert "“<bdi>prijs van de brug</bdi>”. Languages: English, Dutch." in html
    assert "excerpts were read. <strong>Not found.</strong>" in html
    assert "from beginning to end. <strong>Found:</strong> Only" in html


def test_data_tells_it_too(made: Build) -> None:
    found = {file.path: file.content for _, file in files(made.checked.dossier, ())}
    record = json.loads(found["data/questions/searched-question.json"])
    assert record["record"]["looked_for"][0]["words"] == ["bridge price", "prijs van de brug"]
    table = found["data/csv/question-looked-for.csv"].decode()
    assert "a price of the bridge" in table
