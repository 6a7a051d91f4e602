"""Prose is cut into sentences: in which scripts, and what ends none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.sentences import sentences

CUT = [
    ("One. Two! Three? Four… Five.", ["One. ", "Two! ", "Three? ", "Four… ", "Five."]),
    ("a line\nand its end. Next", ["a line\nand its end. ", "Next"]),
    ("# Title\nText", ["# Title\n", "Text"]),
    ("- one\n- two\n  goes on\n", ["- one\n", "- two\n  goes on\n"]),
    ("1. one\n2. two. Three\n", ["1. one\n", "2. two. ", "Three\n"]),
    (
        "Word\n:   A meaning. More.\n:   Another.\n",
        ["Word\n", ":   A meaning. ", "More.\n", ":   Another.\n"],
    ),
    ("| a. B | c |\n| d | e |\n", ["| a. B | c |\n", "| d | e |\n"]),
    ("", []),
    ("\n\n", []),
    # quotations
    ("He said “No.” Then left.", ["He said “No.” ", "Then left."]),
    ("“One. Two,” he said. Three.", ["“One. Two,” he said. ", "Three."]),
    ("«Раз. Два», сказал он. Три.", ["«Раз. Два», сказал он. ", "Три."]),
    ('"One. Two," he said. Three.', ['"One. Two," he said. ', "Three."]),
    ("「行く。」と言った。雨が降る。", ["「行く。」と言った。", "雨が降る。"]),
    # numbers and abbreviations
    ("About 3.5 million. Or so.", ["About 3.5 million. ", "Or so."]),
    ("In 2024. 300 came.", ["In 2024. ", "300 came."]),
    ("Gen. Hill of the U.S. Army, e.g. J. Smith.", ["Gen. Hill of the U.S. Army, e.g. J. Smith."]),
    ("On Oct. 3 it rained. In May. 4 came.", ["On Oct. 3 it rained. ", "In May. ", "4 came."]),
    ("See No. 5 and p. 7. Done.", ["See No. 5 and p. 7. ", "Done."]),
    ("1. Overview of it. More.", ["1. Overview of it. ", "More."]),
    ("А. С. Пушкин, ген. Иванов и г. Москва. Конец.", ["А. С. Пушкин, ген. Иванов и г. Москва. ", "Конец."]),
    ("Это было в 2024 г. Он уехал.", ["Это было в 2024 г. ", "Он уехал."]),
    ("Т. е. Иванов. Да.", ["Т. е. Иванов. ", "Да."]),
    # scripts
    ("Пошёл снег. Їжак спит.", ["Пошёл снег. ", "Їжак спит."]),
    ("비가 왔다. 눈도 왔다. 끝.", ["비가 왔다. ", "눈도 왔다. ", "끝."]),
    ("약 3.5% 늘었다. 그렇다.", ["약 3.5% 늘었다. ", "그렇다."]),
    ("雨が降った。カエルが鳴く！終わり", ["雨が降った。", "カエルが鳴く！", "終わり"]),
    ("Élan. Čas. Øre.", ["Élan. ", "Čas. ", "Øre."]),
    # references
    ("A [[x|b. C]] d. E", ["A [[x|b. C]] d. ", "E"]),
    (
        "One. [[x|Two]]. [[y]] is three. [[z|then]] no.",
        ["One. ", "[[x|Two]]. ", "[[y]] is three. [[z|then]] no."],
    ),
    ("[[x|It rained.]] Then sun.", ["[[x|It rained.]] ", "Then sun."]),
]


@pytest.mark.parametrize(("text", "expected"), CUT, ids=[row[0] for row in CUT])
def test_text_is_cut_into_sentences(text: str, expected: list[str]) -> None:
    found = sentences(text)
    assert [one.text for one in found] == expected
    assert [text[one.start : one.end] for one in found] == expected


def test_a_sentence_knows_what_introduces_it_and_in_what_it_stands() -> None:
    text = "He said:\n\n- one\n\nWord\n:   Meaning\n\n| A | B |\n|---|---|\n| c | d |\n\nEnd.\n"
    found = {one.text.strip(): (one.sort, one.lead.strip()) for one in sentences(text)}
    assert found["- one"] == ("item", "He said:")
    assert found[":   Meaning"] == ("definition", "Word")
    assert found["| c | d |"] == ("row", "| A | B |")
    assert found["End."] == ("paragraph", "")


def test_sentences_of_one_paragraph_say_where_it_begins() -> None:
    assert [one.block for one in sentences("One. Two.\n\nThree.")] == [0, 0, 11]


@given(st.text(alphabet="aA .!?。“”[]|\n-:0дД다カ"))
def test_nothing_but_white_space_is_lost_between_sentences(text: str) -> None:
    found = sentences(text)
    assert all(before.end <= after.start for before, after in pairwise(found))
    kept = "".join(one.text for one in found)
    assert "".join(kept.split()) == "".join(text.split())
