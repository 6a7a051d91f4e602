"""Authors: what a text of the former way probably names, and how each format writes a person."""

from __future__ import annotations

import json
import warnings

import pytest
import rispy
import yaml
from pybtex.database import parse_string

from explainer.checks import authors
from explainer.kinds._authors import Author
from explainer.outputs._references import csl
from explainer.outputs.bibtex import written as bibtex
from explainer.outputs.ris import written as ris
from explainer.structured import sources as structured
from tests.unit.content import Content

SUGGESTIONS = [
    ("Jane Doe and John Smith", "[{family: Doe, given: Jane}, {family: Smith, given: John}]"),
    ("Jane Doe, Ann Lee, and John Smith",
     "[{family: Doe, given: Jane}, {family: Lee, given: Ann}, {family: Smith, given: John}]"),
    ("Doe, Jane; Smith, John; Nguyễn, Văn Mẫu",
     "[{family: Doe, given: Jane}, {family: Smith, given: John}, {family: Nguyễn, given: Văn Mẫu}]"),
    ("Pieter van der Berg", "[{family: Berg, given: Pieter, particle: van der}]"),
    ("van der Berg, Å.", "[{family: Berg, given: Å., particle: van der}]"),
    ("{Ministry of Rivers}", "[{name: Ministry of Rivers}]"),
    ("Ministry of Rivers and Lakes", "[{name: Ministry of Rivers and Lakes}]"),
    ("O'Neil, Ann & Sons", '[{name: "O\'Neil, Ann & Sons"}]'),
    ("Reuters", "[{name: Reuters}]"),
    ("Jane Doe & John", "[{family: Doe, given: Jane}, {name: John}]"),
    ("van Gogh", "[{family: Gogh, given: van}]"),
    ("; ;", '[{name: "; ;"}]'),
]  # fmt: skip


@pytest.mark.parametrize(("written", "wanted"), SUGGESTIONS)
def test_a_text_is_answered_with_the_list_that_it_means(written: str, wanted: str) -> None:
    assert (
        Author.hint(written).split("; see that")[0].split("; a person has")[0] == f"write authors: {wanted}"
    )


@pytest.mark.parametrize(("written", "wanted"), SUGGESTIONS)
def test_what_is_suggested_is_taken_as_it_stands(written: str, wanted: str) -> None:
    found = Content(f"sources:\n  s: {SOURCE}, authors: {wanted}}}\n")
    assert found.mistakes == []
    assert list(authors.check(found.dossier, ())) == []
    assert len(found.graph.entries["s"].record.authors) == len(yaml.safe_load(wanted)), written


SOURCE = (
    "{title: T, publisher_name: P, url: https://example.org/s, language: en, type: report, first_hand: true"
)

SHAPES = [
    ("author: Jane Doe", ["author-as-text"]),
    ("authors: Jane Doe", ["wrong-shape"]),
    ("authors: [Jane Doe]", ["wrong-shape"]),
    ("authors: [{given: Jane}]", ["person-or-body"]),
    ("authors: [{family: Doe, name: Doe}]", ["person-or-body"]),
    ("authors: [{name: Doe, given: Jane}]", ["person-or-body"]),
    ("authors: [{name: Doe, family_first: true}]", ["person-or-body"]),
    ("authors: [{family: 'Doe, Jane'}]", ["person-or-body"]),
    ("authors: [{family: Doe and Smith}]", ["person-or-body"]),
    ("author: Jane Doe, authors: [{family: Doe}]", ["person-or-body"]),
]


@pytest.mark.parametrize(("fields", "expected"), SHAPES, ids=[row[0] for row in SHAPES])
def test_an_author_is_a_person_or_a_body(fields: str, expected: list[str]) -> None:
    content = Content(f"sources:\n  s: {SOURCE}, {fields}}}\n")
    found = [*content.shelf.diagnostics]
    if not found:
        found = [*authors.check(content.dossier, ())]
    assert [one.code for one in found] == expected
    assert all(one.hint for one in found)


def test_a_name_as_text_is_shown_as_a_list() -> None:
    (found,) = Content(f"sources:\n  s: {SOURCE}, authors: [Jane Doe]}}\n").shelf.diagnostics
    assert found.hint.startswith("write authors: [{family: Doe, given: Jane}]")


PEOPLE = Content(f"""
sources:
  s: {SOURCE}, authors: [
    {{family: Berg, given: Pieter, particle: van der}},
    {{family: Ji, given: Da-gyum, family_first: true}},
    {{family: Doe, given: John, suffix: Jr.}},
    {{family: Andand}},
    {{name: Ministry of Rivers and Lakes}}]}}
""")


def test_every_format_knows_people_from_bodies() -> None:
    dossier = PEOPLE.dossier
    source = PEOPLE.graph.entries["s"].record
    assert csl(source, dossier)["author"] == [
        {"family": "Berg", "given": "Pieter", "non-dropping-particle": "van der"},
        {"family": "Ji", "given": "Da-gyum", "static-ordering": True},
        {"family": "Doe", "given": "John", "suffix": "Jr."},
        {"family": "Andand"},
        {"literal": "Ministry of Rivers and Lakes"},
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        people = parse_string(bibtex(source, dossier), "bibtex").entries["s"].persons["author"]
    assert [(one.first_names, one.prelast_names, one.last_names, one.lineage_names) for one in people] == [
        (["Pieter"], ["van", "der"], ["Berg"], []),
        (["Da-gyum"], [], ["Ji"], []),
        (["John"], [], ["Doe"], ["Jr."]),
        ([], [], ["Andand"], []),
        ([], [], ["{Ministry of Rivers and Lakes}"], []),
    ]
    assert rispy.loads(ris(source, dossier))[0]["authors"] == [
        "van der Berg, Pieter",
        "Ji, Da-gyum",
        "Doe, John, Jr.",
        "Andand",
        "Ministry of Rivers and Lakes",
    ]
    assert [author.words for author in source.credited] == [
        "Pieter van der Berg",
        "Ji Da-gyum",
        "John Doe, Jr.",
        "Andand",
        "Ministry of Rivers and Lakes",
    ]


def test_the_page_describes_a_person_as_one() -> None:
    nodes = [structured.author(who) for who in PEOPLE.graph.entries["s"].record.credited]
    assert json.loads(json.dumps(nodes[0])) == {
        "@type": "Person",
        "name": "Pieter van der Berg",
        "familyName": "van der Berg",
        "givenName": "Pieter",
        "honorificSuffix": None,
    }
    assert nodes[1]["name"] == "Ji Da-gyum"
    assert nodes[-1] == {"@type": "Organization", "name": "Ministry of Rivers and Lakes"}


def test_a_text_of_the_former_way_stands_as_it_is() -> None:
    content = Content(f"sources:\n  s: {SOURCE}, author: Jane Doe and John Smith}}\n")
    source = content.graph.entries["s"].record
    assert csl(source, content.dossier)["author"] == [{"literal": "Jane Doe and John Smith"}]
    assert "author = {{Jane Doe and John Smith}}" in bibtex(source, content.dossier)
