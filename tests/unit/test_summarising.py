"""Sentences of others as Markdown: whatever they hold, it stays text."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from explainer.diagnostics import visible
from explainer.summarising import (
    LINES_A_SECTION,
    LONGEST_SENTENCE,
    SECTIONS,
    Change,
    as_json,
    as_markdown,
    escaped,
    from_json,
)

GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
"""As GitHub reads Markdown, but with raw HTML let through, so that none can hide."""

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- comment -->",
    "[click](https://evil.example)",
    "![pixel](https://evil.example/p.png)",
    "<https://evil.example>",
    "https://evil.example/path and www.evil.example",
    "@octocat and @org/team, see #1, GH-1, octo/repo#1",
    "a@b.example",
    ":tada: **bold** _it_ ~~gone~~ `code`",
    "# heading",
    "- list",
    "1. list",
    "> quote",
    "| a | b |",
    "$x$ and $$y$$",
    "&lt;b&gt; &#64;octocat",
    "\\[a\\](b) \\`",
    "[^1] [a]: https://evil.example",
    "```\ncode\n```",
    "::error file=x::y",
    "text\u202ewith\u200bhidden",
    "<details><summary>x</summary>",
    "[x]: <javascript:alert(1)>",
)

LIVE = re.compile(r"@\w|#\w|://|\bwww\.|\bGH-|:[\w+-]+:", re.IGNORECASE)
"""What GitHub makes live in rendered text."""


def rendered(text: str) -> str:
    """Return the HTML of a list item that shows a text."""
    html: str = GITHUB.render(f"- {escaped(text)}\n")
    return html.strip()


def shown(html: str) -> str:
    """Return what a reader sees of one list item."""
    return unescape(html.removeprefix("<ul>\n<li>").removesuffix("</li>\n</ul>")).replace("\u2060", "")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_does_nothing(text: str) -> None:
    html = rendered(text)
    assert re.findall(r"<[^>]*>", html) == ["<ul>", "<li>", "</li>", "</ul>"]
    assert LIVE.search(unescape(html)) is None


@given(st.text(min_size=1, max_size=80))
def test_whatever_is_written_is_what_is_read(text: str) -> None:
    plain = visible(" ".join(text.split()))
    html = rendered(text)
    assert re.findall(r"<[^>]*>", html) == ["<ul>", "<li>", "</li>", "</ul>"]
    assert shown(html) == plain


@given(
    st.lists(
        st.sampled_from(
            ["@", "#", ":", "a", "1", "`", "*", "<", "&", "\\", "[", "]", "(", "!", "www.", "://"]
        )
    )
)
def test_no_run_of_signs_comes_alive(parts: list[str]) -> None:
    html = rendered("x" + "".join(parts))
    assert re.findall(r"<[^>]*>", html) == ["<ul>", "<li>", "</li>", "</ul>"]
    assert LIVE.search(unescape(html)) is None


def test_a_sentence_stays_on_one_line_and_is_not_endless() -> None:
    assert "\n" not in escaped("a\nb\r\nc\u2028d")
    assert len(escaped("x" * 10_000)) == LONGEST_SENTENCE


def test_no_difference_is_said_in_words() -> None:
    assert as_markdown([]) == "## What readers will see differently\n\nNothing: the pages stay as they are.\n"


def test_what_weighs_most_comes_first() -> None:
    changes = [Change(section, "x", f"About {section}.") for section in reversed(SECTIONS)]
    titles = [
        line.removeprefix("### ") for line in as_markdown(changes).splitlines() if line.startswith("###")
    ]
    assert titles == list(SECTIONS.values())


def test_of_many_differences_the_rest_is_counted() -> None:
    changes = [Change("words", f"{number:03}", f"Word {number}.") for number in range(LINES_A_SECTION + 7)]
    assert as_markdown(changes).endswith("- … and 7 more\n")


def test_json_reads_back_as_it_was_written() -> None:
    changes = (Change("words", "a", "“A” changed."), Change("added", "b", "New."))
    assert from_json(as_json(changes)) == changes


@pytest.mark.parametrize(
    "row",
    [
        None,
        1,
        [],
        {},
        {"section": "words"},
        {"section": "words", "record": "a", "sentence": 1},
        {"section": "<script>", "record": "a", "sentence": "b"},
        {"section": ["words"], "record": "a", "sentence": "b"},
    ],
    ids=str,
)
def test_what_is_no_difference_is_left_out(row: object) -> None:
    assert from_json(json.dumps([row])) == ()


@pytest.mark.parametrize("text", ["", "{}", "nonsense", "[" * 100_000, '"text"'], ids=lambda text: text[:8])
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - its words are not shown to anybody
        from_json(text)
