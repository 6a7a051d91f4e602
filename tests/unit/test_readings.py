"""The pages that show readings: findings by topic, and claims against whose word is counted."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from explainer.dossier import Dossier
from explainer.judging import SORTS, read
from explainer.linking import without_markup
from explainer.views import by_whose_word, findings, own_judgement
from explainer.views.blocks import data
from explainer.views.own_judgement import judge
from tests.unit.content import SETTINGS, Content

TEXT = """
claims:
  bridge:
    title: The bridge is closed
    statement: The bridge is closed.
    topic: border
    kind: fact
    made_by: [northland-ministry]
    first_made: 2024-05-02
    about: [southland]
    evidence:
      - {source: ministry-statement, basis: imagery}
      - {source: court-record, basis: document}
      - {source: customs-statement, stance: denies}
  anvil:
    title: An anvil fell
    statement: An anvil fell.
    topic: border
    kind: fact
    made_by: [southland-customs]
    first_made: 2024-05-03
    about: [southland]
    evidence:
      - {source: customs-statement}
  forecast:
    title: It will rain
    statement: It will rain.
    topic: weather
    kind: forecast
    made_by: [northland-ministry]
    first_made: 2024-05-02
    about: [northland]
    evidence:
      - {source: ministry-statement}
"""


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    topics = MappingProxyType({"border": "The border", "weather": "The weather", "empty": "Nothing"})
    return Content(TEXT, replace(SETTINGS, topics=topics)).dossier


def test_findings_stand_by_title_and_every_cell_says_something(dossier: Dossier) -> None:
    anvil, bridge = findings.of_topic("border", dossier)
    assert (anvil["title"], bridge["title"]) == ("An anvil fell", "The bridge is closed")
    assert (bridge["status"], bridge["origins"]) == ("corroborated", "2 independent origins")
    assert bridge["outside"] == "1 no party"
    assert bridge["observed"] == "documents, pictures"
    assert [link["id"] for link in bridge["denied"]] == ["southland-customs"]
    assert without_markup(bridge["missing"]) == "To be acknowledged it lacks the word of Southland."
    assert bridge["changed"]["iso"] == "2024-06-10"
    assert (anvil["observed"], anvil["denied"], anvil["outside"]) == (
        "",
        [],
        "none that is known to be no party",
    )
    assert 0 < len(bridge["caveats"]) <= findings.CAVEATS_AT_MOST


def test_the_block_holds_one_topic_and_without_a_name_all(dossier: Dossier) -> None:
    assert [row["id"] for row in data("findings", "weather", dossier)["rows"]] == ["forecast"]
    assert [row["id"] for row in data("findings", "", dossier)["rows"]] == ["anvil", "bridge", "forecast"]


def test_a_topic_without_claims_has_no_table(dossier: Dossier) -> None:
    assert [topic["id"] for topic in findings.page(dossier).data["topics"]] == ["border", "weather"]


def test_each_cell_is_what_the_engine_says_in_that_reading(dossier: Dossier) -> None:
    columns = by_whose_word.columns(dossier)
    assert [column.id for column in columns] == [
        "without-side-northland",
        "without-side-southland",
        "only-side-northland",
        "only-side-southland",
        "only-outsiders",
        "only-observed",
        "without-unnamed",
    ]
    (topic,) = by_whose_word.page(dossier).data["topics"]
    for row in topic["rows"]:
        judgement = dossier.judgements[row["id"]]
        for column, cell in zip(columns, row["cells"], strict=True):
            rest = read(judgement.statement, column, dossier.origins, dossier.as_of)
            assert (cell["status"], cell["contested"]) == (rest.status, bool(rest.contested_by))


def test_the_answers_of_a_row_are_those_of_every_choice_of_sides(dossier: Dossier) -> None:
    (topic,) = by_whose_word.page(dossier).data["topics"]
    answers = {row["id"]: row["answers"].split() for row in topic["rows"]}
    assert answers["bridge"] == ["corroborated+", "reported+", "corroborated", "reported"]
    assert answers["anvil"] == ["alleged", "alleged", "unsupported", "unsupported"]
    for row in topic["rows"]:
        single = [f"{cell['status']}{'+' * cell['contested']}" for cell in row["cells"][:2]]
        assert answers[row["id"]][1:3] == single


def test_a_claim_answers_without_several_sides_as_its_row_does(dossier: Dossier) -> None:
    (topic,) = by_whose_word.page(dossier).data["topics"]
    for row in topic["rows"]:
        table = judge(dossier.judgements[row["id"]], dossier)
        readings = {one["id"]: one for one in table["readings"]} if table else {}
        both = readings.get("without-side-northland.southland")
        telling = {"without-side-northland", "without-side-southland"} <= readings.keys()
        assert bool(both) == telling
        if both:
            assert both["answer"] == row["answers"].split()[3]
            assert both["gone"].split() == sorted(
                {
                    root
                    for id in readings
                    if id in both["id"] or id == "without-side-southland"
                    for root in readings[id]["gone"].split()
                }
            )
    bridge = judge(dossier.judgements["bridge"], dossier)
    assert bridge is not None
    assert bridge["roots"][0] == {
        "id": "border-court",
        "words": "The Border Court",
        "said": "the Border Court",
    }
    assert bridge["readings"][-1]["words"] == (
        "Without Northland and its declared supporters and without Southland and its declared supporters"
    )


THREE_SIDES = """
actors:
  westland:
    name: Westland
    type: state
    party_to_conflict: true
  westland-ministry:
    name: Westland’s Ministry
    type: government-body
    part_of: westland
  friend:
    name: Friendland
    type: state
    supports_party:
      - {party: westland, sources: [westland-statement]}
sources:
  westland-statement:
    label: Statement
    publisher: westland-ministry
    url: https://westland.example.org/statement
    archived_url: https://web.archive.org/web/20240701000000/https://westland.example.org/statement
    published: 2024-05-03
    accessed: 2024-05-04
    language: en
    type: webpage
    first_hand: true
claims:
  shared:
    title: The bridge is open
    statement: The bridge is open.
    topic: border
    kind: fact
    made_by: [northland-ministry]
    first_made: 2024-05-02
    about: [southland]
    evidence:
      - {source: ministry-statement}
      - {source: customs-statement}
      - {source: westland-statement, stance: denies}
"""


def test_three_sides_are_left_out_together_by_name() -> None:
    dossier = Content(
        THREE_SIDES, replace(SETTINGS, topics=MappingProxyType({"border": "The border"}))
    ).dossier
    shared = judge(dossier.judgements["shared"], dossier)
    assert shared is not None
    (words,) = (one["words"] for one in shared["readings"] if one["id"].count(".") == 2)
    assert words == (
        "Without Northland and its declared supporters and without Southland and its declared supporters"
        " and without Westland and its declared supporters"
    )


def test_every_reading_has_a_name_and_begins_with_what_it_does() -> None:
    assert own_judgement.NAMED.keys() == SORTS.keys()
    for sort, message in own_judgement.NAMED.items():
        assert message(side="Northland").startswith(sort.partition("-")[0].capitalize())


def test_what_changes_is_marked_and_heads_are_neutral(dossier: Dossier) -> None:
    view = by_whose_word.page(dossier)
    heads = [column["words"] for column in view.data["columns"]]
    assert heads[0] == "Without Northland and its declared supporters"
    assert heads[3:] == [
        "Only Southland",
        "Only those who are no party",
        "Only what rests on something observed",
        "Only named voices",
    ]
    (topic,) = view.data["topics"]
    bridge = next(row for row in topic["rows"] if row["id"] == "bridge")
    assert [cell["changes"] for cell in bridge["cells"]] == [True, True, True, True, True, True, False]


def test_a_part_of_the_page_holds_the_same_rows(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [row for topic in by_whose_word.page(dossier).data["topics"] for row in topic["rows"]]
    monkeypatch.setattr(by_whose_word, "ROWS_AT_MOST", 1)
    (found,) = by_whose_word.lists(dossier)
    parts = [plan.make() for plan in found.plans(dossier) if plan.address != by_whose_word.ADDRESS]
    assert [row for part in parts for topic in part.data["topics"] for row in topic["rows"]] == rows
    assert len(parts) == len(rows) > 1
    assert [item[1:5] for item in found.index(dossier)["items"]] == [
        [row["id"], row["title"], "", row["status"]] for row in rows
    ]
