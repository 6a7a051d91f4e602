"""Prose: what is plain text to a contributor stays text."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st

from explainer.checking import check
from explainer.prose import to_html, to_inline, to_plain
from explainer.site import PageResolver, Site

LAKE = Path(__file__).parents[1] / "site" / "projects" / "lake"

LISTS = [
    ("34. Brigade moved.", "<p>34. Brigade moved.</p>"),
    ("1. Corps moved.", "<p>1. Corps moved.</p>"),
    ("It was so in\n2024. Then it was not.", "<p>It was so in 2024. Then it was not.</p>"),
    ("5) that is it", "<p>5) that is it</p>"),
    ("1. one\n2. two\n3. three", "<ol> <li>one</li> <li>two</li> <li>three</li> </ol>"),
    ("1. one\n3. three", "<p>1. one 3. three</p>"),
    ("34. Brigade\n\n1. one\n2. two", "<p>34. Brigade</p> <ol> <li>one</li> <li>two</li> </ol>"),
    ("2. two\n3. three", "<p>2. two 3. three</p>"),
]


@pytest.mark.parametrize(("text", "html"), LISTS)
def test_a_number_and_a_full_stop_make_a_list_only_where_something_is_counted(text: str, html: str) -> None:
    assert to_html(text) == html


def test_a_number_before_a_full_stop_reaches_other_programs() -> None:
    assert to_plain("34. Brigade moved.") == "34. Brigade moved."


SIGNS = "aЖ한7 .,:;?%/|#()'=+“”‘’–—…·→-[]"


@example(text=" [b](https://c.de)")
@given(text=st.text(SIGNS, max_size=12))
def test_a_line_that_can_hold_no_markup_is_what_markdown_would_make_of_it(text: str) -> None:
    """Emphasis at its end sends the line through Markdown, and changes nothing before it."""
    line = " ".join(f"a{text}".split())
    assert to_inline(f"{line} *z*") == f"{to_inline(line)} <em>z</em>"
    assert to_html(f"{line} *z*") == f"{to_html(line).removesuffix('</p>')} <em>z</em></p>"


def test_what_closes_a_part_of_a_sentence_stays_on_the_line_of_the_sign_before_it() -> None:
    site = Site(check(LAKE).dossier)
    tools = site.tools(PageResolver(site, ""))
    claim = next(entry.id for entry in site.dossier.graph.of_kind("claim"))
    woven = BeautifulSoup(
        tools["inline"](f"It is said that [[{claim}|it fell]], and (see [[{claim}]])."), "html5lib"
    )
    kept = [one.get_text()[-2:] for one in woven.select(".x-keep:has(.x-status)")]
    assert [one[-1] for one in kept] == [",", "."]
    assert kept[1] == ")."
    plain = BeautifulSoup(tools["inline"](f"[[{claim}|It fell]] in May."), "html5lib")
    assert plain.select(".x-keep") == []
    assert plain.select(".x-status")
