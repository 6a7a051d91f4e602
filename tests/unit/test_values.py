"""Addresses, numbers, ids and codes: what enters and what does not."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from explainer.diagnostics import Mistake
from explainer.values.cldr import country_code, country_name, language_name, language_tag
from explainer.values.codes import parse_country, parse_language, parse_wikidata
from explainer.values.grammar import LINE_LIMIT, parse_id, parse_number, parse_prose, parse_switch, parse_text
from explainer.values.quantity import parse_quantity
from explainer.values.url import parse_url


def code_of(parse: Any, text: str) -> str:
    """Return the code with which a text is refused; empty if it is taken."""
    try:
        parse(text)
    except Mistake as mistake:
        return mistake.code if mistake.message else "no message"
    return ""


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "http://example.org/a?b=c&d=%20#e",
        "HTTPS://Example.ORG/Path",
        "https://example.org:443/",
        "https://sub.example.co.uk/a(b)[c]",
        "https://example.org/%D0%9A",
        "https://example.org/?u=https://other.example.com",
        " https://example.org ",
    ],
)
def test_a_public_web_address_is_taken(text: str) -> None:
    assert parse_url(text) == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "example.org", "//example.org", "javascript:alert(1)", "data:text/html,x", "ftp://example.org",
        "https://", "https:///x", "https://localhost/", "https://intranet", "https://example.local/",
        "https://127.0.0.1/", "https://2130706433/", "https://0x7f.1/", "https://[::1]/", "https://１２７.0.0.1/",
        "https://user@example.org/", "https://user:password@example.org/", "https://example.org:0/",
        "https://example.org:99999/", "https://exa mple.org/", "https://example.org/\u202e",
        "https://example.org/<script>", 'https://example.org/"onclick',
        "https://example.org/%0d%0aX", "https://example.org/\u00a0a", "https://[x", "https://-example.org/",
        "https://example.org/" + "a" * 2000,
    ],
)  # fmt: skip
def test_any_other_address_is_refused(text: str) -> None:
    assert code_of(parse_url, text) == "bad-url"


@pytest.mark.parametrize(
    ("text", "low", "high", "words"),
    [
        ("1500", 1500, 1500, "1,500"),
        ("1500~", 1500, 1500, "about 1,500"),
        ("300..1000", 300, 1000, "300 to 1,000"),
        ("300..1000~", 300, 1000, "about 300 to 1,000"),
        ("600..", 600, None, "at least 600"),
        ("600..~", 600, None, "at least about 600"),
        ("..3000", None, 3000, "up to 3,000"),
        ("0", 0, 0, "0"),
        ("5.5..5.6", Decimal("5.5"), Decimal("5.6"), "5.5 to 5.6"),
        ("1000000", 1_000_000, 1_000_000, "1,000,000"),
    ],
)
def test_a_number_has_bounds_and_words(text: str, low: Any, high: Any, words: str) -> None:
    found = parse_quantity(text)
    assert (found.low, found.high, found.words) == (low, high, words)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "~",
        "1,500",
        "1 500",
        "300-1000",
        "about 5",
        "-5",
        "1e3",
        "٣",
        "5\n",
        "1000..300",
        "5...6",
        "∞",
        "1.",
    ],
)
def test_what_is_no_number_or_range_is_refused(text: str) -> None:
    assert code_of(parse_quantity, text) == "bad-quantity"


@pytest.mark.parametrize("text", ["a", "6th-floor", "six-officers-2024", "a" * 80, "x1"])
def test_an_id_is_kebab_case(text: str) -> None:
    assert parse_id(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "a_b",
        "a--b",
        "-a",
        "a-",
        "a b",
        "a.b",
        "ä",
        "а",
        "a\n",
        "a/b",
        "../a",
        "a" * 81,
        "con",
        "nul",
        "com1",
        "index",
    ],
)  # the fourth from the beginning of the second half is Cyrillic
def test_an_id_is_nothing_else(text: str) -> None:
    assert code_of(parse_id, text) in ("bad-id", "reserved-id")


def test_a_wrong_id_comes_with_the_right_one() -> None:
    with pytest.raises(Mistake) as refused:
        parse_id("Six Officers_2024")
    assert refused.value.hint == "write “six-officers-2024”"


@pytest.mark.parametrize(
    ("parse", "good", "bad"),
    [
        (
            parse_language,
            ["en", "ko-Latn", "zh-Hant-TW", "es-419", "nds"],
            ["English", "EN", "e", "en_GB", "en-gb", "en\n"],
        ),
        (parse_country, ["UA", "XK"], ["ua", "UKR", "U", "UA\n", "ＵＡ"]),
        (parse_wikidata, ["Q42"], ["42", "q42", "Q0", "Q042", "Q42\n", "https://www.wikidata.org/wiki/Q42"]),
        (parse_switch, ["true", "false"], ["yes", "no", "on", "True", "1", ""]),
        (parse_number, ["39.02", "-5", "0"], ["39,02", "N39", "1e5", "٣", "nan", "inf", "5\n", ""]),
        (parse_text, ["a", " a "], ["", "  ", "a\nb", "a" * (LINE_LIMIT + 1)]),
        (parse_prose, ["a\n\nb"], ["", "\n", "a" * 6001]),
    ],
    ids=["language", "country", "wikidata", "switch", "number", "text", "prose"],
)
def test_codes_and_texts_take_the_right_and_refuse_the_wrong(
    parse: Any, good: list[str], bad: list[str]
) -> None:
    assert [text for text in good if code_of(parse, text)] == []
    assert [text for text in bad if not code_of(parse, text)] == []


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "English"),
        ("ko-Latn", "Korean"),
        ("zh-Hant-TW", "Chinese"),
        ("nds", "Low German"),
        ("qaa", "qaa"),
    ],
)
def test_a_language_has_an_english_name_or_its_tag(tag: str, name: str) -> None:
    assert language_name(tag) == name


@pytest.mark.parametrize(("name", "tag"), [("French", "fr"), (" german ", "de"), ("Elvish", ""), ("", "")])
def test_a_language_is_found_by_its_english_name(name: str, tag: str) -> None:
    assert language_tag(name) == tag


@pytest.mark.parametrize(("code", "name"), [("FR", "France"), ("VN", "Vietnam"), ("QQ", "QQ")])
def test_a_country_has_an_english_name_or_its_code(code: str, name: str) -> None:
    assert country_name(code) == name


def test_a_language_of_three_letters_is_taken_even_if_no_english_name_is_known() -> None:
    assert parse_language("qtz") == "qtz"
    assert code_of(parse_language, "qz") == "bad-language"


@pytest.mark.parametrize(
    ("number", "code"), [("408", "KP"), ("643", "RU"), ("804", "UA"), ("000", ""), ("", "")]
)
def test_a_country_has_a_code_for_its_number(number: str, code: str) -> None:
    assert country_code(number) == code
