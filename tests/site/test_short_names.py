"""Whoever does not know what a short name stands for finds it on the page, without a pointer as well."""

from __future__ import annotations

from pathlib import Path

import lxml.html  # type: ignore[import-untyped]


def test_every_short_name_that_stands_for_something_is_spelt_out_once_and_told_at_the_end(
    real_site: Path,
) -> None:
    pages = 0
    for path in real_site.rglob("index.html"):
        main = lxml.html.parse(str(path)).getroot().find(".//main")
        spelt = [] if main is None else main.findall(".//abbr[@title]")
        if not spelt:
            continue
        pages += 1
        assert len({one.text for one in spelt}) == len(spelt), path
        [foot] = main.find_class("x-shorts")
        assert {link.text for link in foot.iterfind("a")} == {one.text for one in spelt}, path
        for one in spelt:
            assert f"{one.text}, {one.get('title')}" in foot.text_content(), path
        for link in main.iterfind(".//a[@data-ref]"):
            if link.text_content() in {one.text for one in spelt} and link.find("abbr") is None:
                assert _place(link) > min(_place(one) for one in spelt if one.text == link.text), path
    assert pages > 100


def test_letters_behind_a_link_by_the_long_name_are_spelt_out(real_site: Path) -> None:
    text = (real_site / "claims" / "artillery-shells-since-autumn-2023" / "index.html").read_text("utf-8")
    assert '<abbr title="Multilateral Sanctions Monitoring Team">MSMT</abbr>' in text


def _place(element: lxml.html.HtmlElement) -> int:
    """Return how many elements stand before one."""
    return int(element.xpath("count(preceding::* | ancestor::*)"))


def test_a_page_that_leads_to_a_service_by_its_letters_says_its_name(real_site: Path) -> None:
    text = (real_site / "claims" / "casualties-total" / "index.html").read_text("utf-8")
    assert '<abbr title="National Intelligence Service">NIS</abbr></a>’s estimate' in text
