"""What every kind of page asks for, stores and says: its own files, nothing, and nothing."""

from __future__ import annotations

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
    assert " style=" not in text
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
