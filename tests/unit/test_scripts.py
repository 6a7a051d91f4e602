"""Words in another script tell their language, and nothing else of a text changes."""

from __future__ import annotations

import re
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.values.scripts import language_of, marked, marked_text, runs

SAID = [
    ("The film “기억하리” was shown.", [], "ko"),
    ("ロ朝条約", [], "ja"),
    ("朝露条約", [], "und-Hani"),
    ("朝露条約", ["ja"], "ja"),
    ("朝露条約", ["en", "zh-Hant"], "zh-Hant"),
    ("朝鮮의 조약", [], "ko"),
    ("Говорит Москва", [], "und-Cyrl"),
    ("Говорит Москва", ["en", "ru"], "ru"),
    ("Говорит Москва", ["sr-Latn", "uk"], "uk"),
    ("Говорит Москва", ["ja"], "und-Cyrl"),
    ("الجسر مغلق", [], "und-Arab"),
    ("הגשר סגור", ["he"], "he"),
    ("η γέφυρα", [], "und-Grek"),
    ("Plain words, Straße, ÅÄÖ, naïve.", ["ru"], ""),
    ("a length of 3 µm, the angle α", [], ""),
]


@pytest.mark.parametrize(("text", "languages", "language"), SAID)
def test_a_run_has_the_language_that_its_text_can_have(
    text: str, languages: list[str], language: str
) -> None:
    assert language_of(text, languages) == language


MARKED = [
    ("<p>See мост, да, and go.</p>", '<p>See <span lang="und-Cyrl">мост, да</span>, and go.</p>'),
    ('<q lang="ru">мост</q> and мост', '<q lang="ru">мост</q> and <span lang="und-Cyrl">мост</span>'),
    (
        '<b lang="ru">да <i>мост</i><br> нет</b> мост',
        '<b lang="ru">да <i>мост</i><br> нет</b> <span lang="und-Cyrl">мост</span>',
    ),
    ('<a href="/мост">a</a>', '<a href="/мост">a</a>'),
    ("<p>nothing</p>", "<p>nothing</p>"),
    ("한국 мост", '<span lang="ko">한국</span> <span lang="und-Cyrl">мост</span>'),
    ("мост 2024 года", '<span lang="und-Cyrl">мост 2024 года</span>'),
]


@pytest.mark.parametrize(("html", "expected"), MARKED)
def test_what_tells_its_language_already_is_left_as_it_is(html: str, expected: str) -> None:
    assert marked(html) == expected


letters = st.text(st.sampled_from('ab <>&"мостжかな漢한국αβ ,.1'), max_size=40)


@given(letters, st.lists(st.sampled_from(["ru", "ja", "ko", "el", "en"]), max_size=3))
def test_no_letter_is_lost_and_every_run_is_marked_once(text: str, languages: list[str]) -> None:
    html = marked_text(text, languages)
    assert unescape(re.sub(r"<span lang=\"[A-Za-z-]+\">|</span>", "", html)) == text
    assert html.count("<span") == len(list(runs(escape(text, quote=False))))
    assert marked(html, languages) == html
