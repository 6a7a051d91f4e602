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
            first = main.xpath(".//a[@data-ref and .=$short]", short=one.text)[0]
            assert first is one.getparent(), (path, one.text)
    assert pages > 100


def test_a_page_that_leads_to_a_service_by_its_letters_says_its_name(real_site: Path) -> None:
    text = (real_site / "claims" / "casualties-total" / "index.html").read_text("utf-8")
    assert '<abbr title="National Intelligence Service">NIS</abbr></a>’s estimate' in text
