"""What every kind of page asks for, stores and says: its own files, nothing, and nothing."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import KINDS, Served, Watched, script

BREACHES = script("breaches")


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_its_own_host_alone_and_stores_nothing(kind: str, site: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(site.url + site.one(kind), wait_until="networkidle")
    for link in page.locator("main a[data-ref]").all()[:2]:
        if link.is_visible():
            link.hover()
    assert page.context.cookies() == []
    assert page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_tells_others_nothing_and_forbids_what_it_does_not_need(kind: str, site: Served) -> None:
    text = site.pages[site.one(kind)].read_text("utf-8")
    assert text.index("Content-Security-Policy") < text.index("<title>")
    assert '<meta name="referrer" content="no-referrer">' in text
    assert ' style="' not in text
    assert "javascript:" not in text


def test_the_policy_holds(site: Served, watched: Watched) -> None:
    watched.page.goto(site.url)
    assert watched.page.evaluate(BREACHES) == {
        "broken": ["connect-src", "img-src", "script-src-elem", "style-src-attr"],
        "ran": False,
    }
    watched.said.clear()
    watched.foreign.clear()


def test_index_and_engine_of_the_search_come_only_when_it_is_used(site: Served, watched: Watched) -> None:
    page = watched.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(site.url, wait_until="networkidle")
    assert {"search.json", "minisearch.js"} & set(asked) == set()
    with page.expect_response("**/search.json"):
        page.get_by_role("combobox", name="Search").focus()
    assert {"search.json", "minisearch.js"} <= set(asked)


def test_whatever_one_uses_only_the_choice_of_colours_is_stored(site: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(site.url + "claims/")
    page.get_by_label("Words", exact=True).fill("troops")
    page.get_by_role("button", name="Apply").click()
    page.get_by_role("button", name="Reset").click()
    page.goto(site.url + "as-known-on/")
    page.get_by_role("button", name="Change after").click()
    page.get_by_role("button", name="Show", exact=True).click()
    page.goto(site.url + "search/?q=kim")
    page.get_by_role("button", name=re.compile("^Show .* more")).first.click()
    page.keyboard.press("Control+k")
    page.keyboard.type("putin")
    page.get_by_role("listbox").get_by_role("option").first.wait_for()
    page.get_by_label("Colours").select_option("dark")
    assert page.evaluate("Object.keys(localStorage)") == ["scheme"]
    assert page.evaluate("Object.keys(sessionStorage)") == []
    assert page.evaluate("indexedDB.databases()") == []
    assert page.context.cookies() == []
    page.get_by_label("Colours").select_option("")
    assert page.evaluate("Object.keys(localStorage)") == []
