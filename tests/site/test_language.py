"""A record whose texts are in another language says so wherever they stand; what the site says stays in its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def read(lake_site: Path) -> dict[str, str]:
    """Return the pages that show records in German."""
    pages = ("actors", "actors/fischer", "actors/upper-town", "glossary", "questions", "search")
    return {page: (lake_site / page / "index.html").read_text(encoding="utf-8") for page in pages}


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("actors/fischer", "Die Fischer vom Unterdorf"),
        ("actors/fischer", "Sie fischen im See"),
        ("actors/fischer", "Was sie sagten"),
        ("actors/fischer", "Wegen des Wassers."),
        ("actors", "Die Fischer vom Unterdorf"),
        ("actors", "Sie fischen im See"),
        ("actors/upper-town", "Die Fischer vom Unterdorf"),
        ("glossary", "Uferlinie"),
        ("glossary", "Die Linie, an der"),
        ("questions", "Wem gehört das Ufer?"),
        ("questions", "Darüber sagen die Texte"),
        ("questions", "Ein Auszug aus dem Grundbuch."),
    ],
)
def test_texts_of_a_record_carry_its_language(where: str, words: str, read: dict[str, str]) -> None:
    main = read[where].partition("<main")[2].partition("</main>")[0]
    marked = re.findall(r'<(?:h1|p|a|span|div)[^>]*\blang="de"[^>]*>(?:<p>)?([^<]+)', main)
    assert any(text.strip().startswith(words) for text in marked)


def test_what_the_site_says_keeps_its_own_language(read: dict[str, str]) -> None:
    for html in read.values():
        assert '<html lang="en">' in html
        for text in re.findall(r'lang="de"[^>]*>([^<]+)', html):
            assert not re.search("Answered|What would answer|Open since|opposes|Organisation", text)


def test_a_name_written_from_right_to_left_is_kept_apart(read: dict[str, str]) -> None:
    for page in ("actors", "actors/fischer"):
        assert '<bdi class="x-native" lang="ar">صيادو البحيرة</bdi>' in read[page]
