"""What a sentence may say of a claim, and how one that is right as it stands is waived."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from textwrap import indent

import pytest

from explainer.checks import hedging
from explainer.diagnostics import Severity
from explainer.prose import Page
from tests.unit.content import SETTINGS, Content, short

FIELDS = """\
    statement: S.
    topic: t
    kind: fact
    made_by: [northland-ministry]
    first_made: 2024-05-02
    about: [southland]
    evidence:
"""
CLAIMS = (
    "claims:\n"
    f"  alleged:\n    title: Lorries crossed\n{FIELDS}      - {{source: ministry-statement}}\n"
    f"  reported:\n    title: Soldiers came\n{FIELDS}      - {{source: court-record}}\n"
    f"  corroborated:\n    title: Soldiers were there\n{FIELDS}      - {{source: court-record}}\n"
    "      - {source: observatory-report, basis: imagery}\n"
    f"  contested:\n    title: Soldiers stayed\n{FIELDS}      - {{source: court-record}}\n"
    "      - {source: observatory-report, basis: imagery}\n      - {source: customs-statement, stance: denies}\n"
    f"  acknowledged:\n    title: Soldiers left\n{FIELDS}      - {{source: customs-statement, basis: admission}}\n"
    "      - {source: ministry-statement, stance: denies}\n"
    f"  refuted:\n    title: Soldiers flew\n{FIELDS}      - {{source: weekly}}\n"
    "      - {source: ministry-statement, stance: refutes, basis: admission}\n"
)
CONTENT = Content(CLAIMS)

SENTENCES = [
    # the sentence, and what is said of it
    ("Soldiers [[alleged|crossed the border]].", "unhedged"),
    ("Soldiers [[reported|came]].", "unhedged"),
    ("Soldiers [[contested|stayed]].", "unhedged"),
    ("Soldiers [[refuted|flew]].", "unhedged"),
    ("Soldiers [[corroborated|were there]].", ""),
    ("Soldiers [[acknowledged|left]].", ""),
    ("[[alleged]] is on everybody’s mind.", "unhedged"),
    ("The ministry said that soldiers [[alleged|crossed]].", ""),
    ("Soldiers, according to the ministry, [[alleged|crossed]].", ""),
    ("Northland’s Ministry of Defence: soldiers [[alleged|crossed]].", ""),
    ("Three facts: soldiers [[alleged|crossed]].", "unhedged"),
    ("Soldiers may have [[alleged|crossed]].", ""),
    ("In May soldiers [[alleged|crossed]].", "unhedged"),
    ("Soldiers [[alleged|are said to have crossed]].", ""),
    ("Whether soldiers [[alleged|crossed]] is not known.", ""),
    ("By the ministry’s reckoning 300 [[alleged|crossed]].", ""),
    ("The court counted 300 who [[reported|came]].", ""),
    ("It was never confirmed that soldiers [[alleged|crossed]].", ""),
    ("For more, see [[alleged]].", ""),
    ("The ministry said so. Soldiers [[alleged|crossed]].", "unhedged"),
    ("Soldiers [[alleged|crossed]]. The ministry said so.", "unhedged"),
    ("Mr. Hill said that soldiers [[alleged|crossed]].", ""),
    ("The U.S. Court said that soldiers [[alleged|crossed]].", ""),
    ("Soldiers [[alleged|crossed. So the ministry says]].", ""),
    ("Soldiers allegedly [[acknowledged|left]].", "overhedged"),
    ("The alleged soldiers [[acknowledged|left]].", "overhedged"),
    ("Soldiers purportedly [[acknowledged|left]].", "overhedged"),
    ("Northland alleged in May that soldiers [[acknowledged|left]].", ""),
    ("Soldiers allegedly [[alleged|crossed]] and [[acknowledged|left]].", ""),
    ("Soldiers allegedly [[corroborated|were there]].", ""),
    ("[[northland|Northland]] has soldiers.", ""),
]


@pytest.mark.parametrize(("sentence", "code"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_a_sentence_says_no_more_and_no_less_than_the_claim(sentence: str, code: str) -> None:
    found = CONTENT.found_by(hedging, f"# Title\n\n{sentence}\n")
    assert [one.code for one in found] == ([code] if code else [])
    assert all(one.severity is Severity.WARNING for one in found)
    assert all(one.position.file == "docs/page-1.md" and one.position.line == 3 for one in found)


@pytest.mark.parametrize(("sentence", "code"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_the_same_holds_in_yaml(sentence: str, code: str) -> None:
    actor = f"actors:\n  x:\n    name: X\n    type: group\n    body: |-\n      First.\n\n{indent(sentence, '      ')}\n"
    found = Content(CLAIMS + actor).found_by(hedging)
    assert [one.code for one in found] == ([code] if code else [])
    assert all(one.position.line == CLAIMS.count("\n") + 8 for one in found)


def test_the_message_names_the_claim_its_status_and_somebody_to_attribute_it_to() -> None:
    (found,) = CONTENT.found_by(hedging, "Soldiers [[alleged|crossed]].")
    assert found.message == "this sentence states “Lorries crossed” as a fact, and the claim is alleged"
    assert found.hint.startswith(
        "say who says so, for example “according to Northland’s Ministry of Defence”"
    )
    (found,) = CONTENT.found_by(hedging, "Soldiers [[contested|stayed]].")
    assert found.message.endswith("as a fact, and Southland’s customs service denies it")


def test_a_finding_points_at_the_reference() -> None:
    found = CONTENT.found_by(
        hedging, "# T\n\nSoldiers of\nSouthland [[alleged|crossed]]\nand [[reported|came]].\n"
    )
    assert short(found) == ["4:11 unhedged"]


def test_words_of_the_site_are_accepted_too() -> None:
    page = "Soldiers, pace the ministry, [[alleged|crossed]]."
    assert len(CONTENT.found_by(hedging, page)) == 1
    own = Content(CLAIMS, settings=replace(SETTINGS, hedges=("pace the ministry",)))
    assert own.found_by(hedging, page) == []


def test_code_comments_and_front_matter_are_passed_over() -> None:
    page = "---\ntitle: A [[alleged|b]]\n---\n\n`[[alleged|a]]`\n\n```\n[[alleged|a]]\n```\n\n<!-- [[alleged|a]] -->\n"
    assert CONTENT.found_by(hedging, page) == []


def test_what_introduces_a_list_speaks_for_its_items() -> None:
    page = "The ministry said:\n\n- soldiers [[alleged|crossed]]\n- they [[reported|came]]\n\nThey [[reported|came]].\n"
    assert short(CONTENT.found_by(hedging, page)) == ["6:6 unhedged"]


def test_the_head_of_a_table_speaks_for_its_rows() -> None:
    told = "| Who says so | What |\n|---|---|\n| Ministry | [[alleged|crossed]] |\n"
    bare = "| A | B |\n|---|---|\n| c | [[alleged|d]] |\n"
    assert [one.position.line for one in CONTENT.found_by(hedging, f"{told}\n{bare}")] == [7]


HERE = Path(__file__).parent
PEOPLE = {
    # who speaks, and what is accepted of it
    "attributions.txt": ("soldiers [[alleged|crossed]]", 0),
    "assertions.txt": ("[[alleged|crossed]]", 1),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_of_a_hundred_sentences_of_each_sort_at_most_five_are_taken_for_the_other(name: str) -> None:
    words, right = PEOPLE[name]
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    assert len(set(lines)) == 100
    found = {line: len(CONTENT.found_by(hedging, line.replace("{claim}", words))) for line in lines}
    wrong = [line for line, number in found.items() if number != right]
    assert len(wrong) <= 5, wrong


def test_an_attribution_may_run_over_lines() -> None:
    assert CONTENT.found_by(hedging, "The ministry holds\nthat soldiers [[alleged|crossed]].") == []
    assert CONTENT.found_by(hedging, "In the court’s\nopinion, soldiers [[alleged|crossed]].") == []
    assert len(CONTENT.found_by(hedging, "They held\nthe bridge and [[alleged|crossed]].")) == 1


WAIVERS = [
    ("<!-- hedge: a heading of the ministry -->\nSoldiers [[alleged|crossed]].", 1),
    ("Soldiers [[alleged|crossed]]. <!-- hedge: a heading of the ministry -->", 1),
    ("Soldiers\n[[alleged|crossed]]. <!-- hedge: a heading of the ministry -->", 1),
    ("<!-- hedge: -->\nSoldiers [[alleged|crossed]].", 0),
    ("<!-- hedge: too far away -->\n\nSoldiers [[alleged|crossed]].", 0),
    ("<!-- hedge: not needed -->\nThe ministry said that soldiers [[alleged|crossed]].", 0),
]


@pytest.mark.parametrize(("text", "number"), WAIVERS, ids=[row[0] for row in WAIVERS])
def test_a_waiver_needs_a_reason_and_is_counted(text: str, number: int) -> None:
    pages = (Page("a.md", "docs/a.md", text),)
    found = hedging.waivers(CONTENT.dossier, pages)
    assert len(found) == number
    assert all(waiver.reason == "a heading of the ministry" for waiver in found)
    assert len(CONTENT.found_by(hedging, text)) == (0 if number or "said" in text else 1)


@pytest.mark.parametrize(
    "field",
    [
        "    # hedge: as the song has it\n    summary: Soldiers [[alleged|crossed]].\n",
        "    summary: Soldiers [[alleged|crossed]].  # hedge: as the song has it\n",
        "    summary: >-  # hedge: as the song has it\n      Soldiers\n      [[alleged|crossed]].\n",
    ],
)
def test_a_field_is_waived_by_a_comment(field: str) -> None:
    content = Content(CLAIMS + "actors:\n  x:\n    name: X\n    type: group\n" + field)
    assert content.found_by(hedging) == []
    assert [waiver.reason for waiver in hedging.waivers(content.dossier, ())] == ["as the song has it"]


def test_a_claim_may_speak_of_itself() -> None:
    own = (
        "claims:\n  c:\n    title: T\n    would_change_if: A name in [[c|this]].\n"
        + FIELDS
        + "      - {source: weekly}\n"
    )
    assert Content(own).found_by(hedging) == []
