"""Names of sites in the letters of the world: taken in both forms, and refused where they imitate another’s."""

from __future__ import annotations

import pytest

from explainer.checks import addresses
from explainer.diagnostics import Mistake
from explainer.values.hosts import readable
from explainer.values.url import parse_url
from tests.unit.content import Content

TAKEN = [
    ("https://пример.рф/news", "https://пример.рф/news"),
    ("https://xn--e1afmkfd.xn--p1ai/news", "https://пример.рф/news"),
    ("https://XN--E1AFMKFD.xn--p1ai/news", "https://пример.рф/news"),
    ("https://xn--e1afmkfd.xn--p1ai:8443/news", "https://пример.рф:8443/news"),
    ("https://müller.de/", "https://müller.de/"),
    ("https://straße.de/", "https://straße.de/"),
    ("https://東京タワーtokyo.jp/", "https://東京タワーtokyo.jp/"),
    ("https://한국.kr/", "https://한국.kr/"),
    ("https://وطني.ae/x", "https://وطني.ae/x"),
    ("https://αι.ελ/", "https://αι.ελ/"),
    ("https://сара.рф/", "https://сара.рф/"),
    ("https://example.org/wiki/People's_Army", "https://example.org/wiki/People's_Army"),
    ("https://press_service.example.org/", "https://press_service.example.org/"),
    ("https://example.org/?next=xn--a", "https://example.org/?next=xn--a"),
]


@pytest.mark.parametrize(("url", "shown"), TAKEN)
def test_a_name_in_any_script_is_taken_and_shown_in_its_letters(url: str, shown: str) -> None:
    assert parse_url(url) == url
    assert readable(url) == shown


REFUSED = [
    ("https://аpple.com/", "Cyrillic “а”"),
    ("https://exаmple.org/", "Cyrillic “а” and Latin “e”"),
    ("https://xn--exmple-4nf.org/", "Cyrillic “а” and Latin “e”"),
    ("https://www.xn--80ak6aa92e.com/", "reads like “apple”: Cyrillic “а”"),
    ("https://сара.com/", "reads like “capa”: Cyrillic “с”"),
    ("https://αι.gr/", "reads like “ai”: Greek “α”"),
    ("https://ex-ам.рф/", "mixes letters of two scripts"),
    ("https://ｅxample.org/", "stands for another one"),
    ("https://example。org/", "stands for another one"),
    ("https://１２７.0.0.1/", "stands for another one"),
    ("https://xn--a.org/", "nothing is encoded"),
    ("https://xn--n3h.com/", "nothing is encoded"),
    ("https://a\u0301b.localhost/", ""),
    ("https://" + "ä" * 64 + ".org/", "no site can have"),
    ("https://" + "ä.ä." * 60 + "org/", "too long"),
]


@pytest.mark.parametrize(("url", "why"), REFUSED)
def test_a_name_that_imitates_is_refused_with_the_letter(url: str, why: str) -> None:
    with pytest.raises(Mistake) as refused:
        parse_url(url)
    assert refused.value.code == "bad-url"
    assert why in refused.value.message
    assert refused.value.hint


WRITTEN = [
    ("https://example.org/list?q=a|b", "write https://example.org/list?q=a%7Cb"),
    ("https://example.org/{{7*7}}", "write https://example.org/%7B%7B7*7%7D%7D"),
    ("https://example.org/a b^c`d", "write https://example.org/a%20b%5Ec%60d"),
    ('https://example.org/"x"', "write https://example.org/%22x%22"),
    ("https://a|b.org/", "copy the address"),
    ("https://example.org\\@evil.example/", "copy the address"),
    ("https://example.org/a\\b", "copy the address"),
    ("https://a@b.org/a b", "copy the address"),
    ("example.org/a b", "copy the address"),
]


@pytest.mark.parametrize(("url", "hint"), WRITTEN)
def test_a_sign_that_must_be_encoded_is_answered_with_the_address(url: str, hint: str) -> None:
    with pytest.raises(Mistake) as refused:
        parse_url(url)
    assert refused.value.hint.startswith(hint)


ODD = [
    ("https://example.org:8080/", ["unusual-address"]),
    ("http://example.org:443/", ["unusual-address"]),
    ("https://press_service.example.org/", ["unusual-address"]),
    ("https://example.org:443/a_b", []),
    ("http://example.org:80/", []),
]


@pytest.mark.parametrize(("url", "codes"), ODD)
def test_an_address_that_some_cannot_open_is_a_warning(url: str, codes: list[str]) -> None:
    content = Content(
        f"sources:\n  s: {{title: T, publisher_name: P, language: en, first_hand: true, url: '{url}'}}\n"
    )
    assert content.mistakes == []
    assert [one.code for one in addresses.check(content.dossier, ())] == codes
