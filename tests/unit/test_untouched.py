"""A state that follows another one is judged as if there had been none before it."""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from explainer.dossier import Dossier, Judgement, settle
from explainer.kinds import KINDS, plan
from explainer.untouched import untouched
from tests.unit.content import SETTINGS, Content

CORE = Path(__file__).resolve().parents[2] / "hooks/explainer"

WORLD = """
actors:
  lodge:
    name: The lodge
    type: group
    summary: A lodge.
    relations: [{type: supports, to: southland, note: Openly., sources: [weekly]}]
sources:
  leaflet-2:
    title: A leaflet
    url: https://example.org/leaflet-2
    publisher_name: Nobody
    published: 2024-05-01
    accessed: 2024-06-01
    language: en
    type: document
    note: It was read.
  digest:
    title: A digest
    url: https://example.org/digest
    publisher_name: The Digest
    published: 2024-05-03
    accessed: 2024-06-01
    language: en
    type: report
    relays: [leaflet-2]
  copied:
    title: A copy of the digest
    url: https://example.org/copied
    publisher_name: The Copyist
    published: 2024-05-04
    accessed: 2024-06-01
    language: en
    type: report
    relays: [digest]
claims:
  one:
    title: One
    statement: One is so.
    kind: fact
    topic: t
    made_by: [northland-ministry]
    first_made: 2024-05-02
    about: [southland]
    contradicts: [{claim: two, note: No.}]
    evidence:
      - {source: weekly, stance: supports, basis: statement, origin: northland-ministry}
  two:
    title: Two
    statement: Two is so.
    kind: fact
    topic: t
    made_by: [northland-ministry]
    first_made: 2024-05-02
    about: [southland]
    evidence:
      - {source: court-record, stance: supports, basis: document}
      - {source: observatory-report, stance: supports, basis: imagery}
  three:
    title: Three
    statement: Three is so.
    kind: fact
    topic: t
    made_by: [northland-ministry]
    first_made: 2024-05-02
    about: [southland]
    evidence:
      - {source: weekly, stance: supports, basis: statement, origin: northland-ministry}
      - {source: leaflet-2, stance: supports, basis: statement, origin: northland-ministry}
  four:
    title: Four
    statement: Four will be so.
    kind: forecast
    topic: t
    made_by: [northland-ministry]
    first_made: 2024-05-02
    about: [southland]
    outcome: {claim: two, means: came-about}
    evidence:
      - {source: weekly, stance: supports, basis: assessment, origin: northland-ministry}
timeline:
  day:
    title: A day
    date: 2024-05-02
    summary: It was so.
    nature: occurrence
    strands: [s]
    sources: [weekly, copied]
terms:
  lorry: {name: Lorry, definition: A lorry.}
"""


def fields_of(judgement: Judgement) -> list[object]:
    return [getattr(judgement, field.name) for field in dataclasses.fields(judgement)]


def after(old: str, new: str) -> tuple[Dossier, set[str]]:
    """Return the world after an edit, settled anew, and the statements of which the judgement was taken over.

    What was taken over must be what judging anew gives.
    """
    before, edited = Content(WORLD), Content(WORLD.replace(old, new, 1))
    assert before.text != edited.text
    assert before.mistakes == edited.mistakes == []
    known = untouched(before.dossier, edited.graph, SETTINGS)
    quick = settle(edited.graph, SETTINGS, known=known)
    assert quick.judgements.keys() == edited.dossier.judgements.keys()
    for id, judgement in edited.dossier.judgements.items():
        assert fields_of(quick.judgements[id]) == fields_of(judgement), id
    return quick, {id for id in known if quick.judgements[id] is before.dossier.judgements[id]}


@pytest.mark.parametrize(
    ("old", "new", "judged_anew"),
    [
        ("title: Three", "title: Another", {"three"}),
        ("summary: It was", "summary: Once it was", {"day"}),
        ("title: One", "title: Another", {"one", "two"}),
        ("title: Two", "title: Another", {"one", "two", "four"}),
        ("      - {source: observatory-report, stance: supports, basis: imagery}\n", "", {"one", "two", "four"}),
        ("contradicts: [{claim: two,", "contradicts: [{claim: three,", {"one", "two", "three"}),
        ("    contradicts: [{claim: two, note: No.}]\n", "", {"one", "two"}),
        ("outcome: {claim: two,", "outcome: {claim: three,", {"four"}),
        ("definition: A lorry", "definition: The lorry", set()),
        ("summary: A lodge.", "summary: The lodge.", set()),
        ("    summary: A lodge.\n", "", set()),
        ("note: Openly.", "note: In the open.", set()),
        ("note: It was read.", "note: Nobody read it.", {"three", "day"}),
        ("type: document\n    note", "type: report\n    note", {"three", "day"}),
        ("published: 2024-05-01", "published: 2024-04-30", {"three", "day"}),
        ("publisher_name: Nobody", "publisher_name: Somebody", {"three", "day"}),
        ("title: A digest", "title: The digest", {"day"}),
        ("relays: [digest]", "relays: [weekly]", {"day"}),
        ("    relays: [leaflet-2]\n", "", {"day"}),
    ],
)  # fmt: skip
def test_what_an_edit_touches_is_judged_anew(old: str, new: str, judged_anew: set[str]) -> None:
    quick, kept = after(old, new)
    assert quick.judgements.keys() - kept == judged_anew


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: The lodge", "name: The old lodge"),
        ("name: Lorry", "name: A lorry"),
        ("type: supports", "type: opposes"),
        (
            "    relays: [digest]\n",
            "    relays: [digest]\n    controlled_by: [{to: northland, sources: [weekly]}]\n",
        ),
        ("  three:\n", "  third:\n"),
        ("  lodge:\n", "  inn: {name: The inn, type: group}\n  lodge:\n"),
    ],
)
def test_after_any_other_edit_all_is_judged_anew(old: str, new: str) -> None:
    assert after(old, new)[1] == set()


def test_other_settings_change_every_judgement() -> None:
    content = Content(WORLD)
    later = dataclasses.replace(SETTINGS, as_of=date(2025, 1, 1))
    assert untouched(content.dossier, content.graph, later) == {}
    assert untouched(content.dossier, content.graph, SETTINGS) == content.dossier.judgements


def _prose_of(record_type: type) -> Iterator[str]:
    for field in plan(record_type):
        if field.prose:
            yield field.name
        elif field.inner is not None:
            yield from _prose_of(field.inner)


def test_judging_asks_for_no_prose_of_actors_and_sources() -> None:
    prose = {name for kind in KINDS if kind.name in ("actor", "source") for name in _prose_of(kind.record)}
    read = {
        (path.relative_to(CORE).as_posix(), node.attr)
        for folder in ("judging", "caveats")
        for path in (CORE / folder).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in prose
    }
    assert {"summary", "note", "standing_note"} < prose
    assert read == {("judging/statements.py", "note")}, "only that of the evidence of a statement"
