"""Every kind of page without JavaScript: all the text and all the links that it has with it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import KINDS, Open, Served, script

CONTENT = script("content")
DEAD = script("dead-controls")


@pytest.mark.parametrize("kind", KINDS)
def test_text_and_links_are_the_same(kind: str, site: Served, page: Page, fresh: Open) -> None:
    page.goto(site.url + site.one(kind), wait_until="networkidle")
    bare = fresh(java_script_enabled=False)
    bare.goto(site.url + site.one(kind))
    assert bare.evaluate(DEAD) == [], "controls that do nothing"
    assert bare.evaluate(CONTENT) == page.evaluate(CONTENT)


def test_the_search_field_leads_to_the_lists(site: Served, fresh: Open) -> None:
    bare = fresh(java_script_enabled=False)
    bare.goto(site.url)
    bare.get_by_label("Search", exact=True).fill("anything")
    bare.keyboard.press("Enter")
    bare.wait_for_url(f"{site.url}search/?q=anything")
    main = bare.get_by_role("main")
    assert main.get_by_text("Searching needs JavaScript").is_visible()
    for name in ("Actors", "Claims", "Sources"):
        assert main.get_by_role("link", name=name).is_visible()


def test_folded_parts_open(site: Served, fresh: Open) -> None:
    bare = fresh(java_script_enabled=False, viewport={"width": 360, "height": 800})
    bare.goto(site.url + site.one("claim"))
    bare.get_by_text("Cite this page").click()
    assert bare.locator("#cite-bibtex").is_visible()
    contents = bare.get_by_role("navigation", name="On this page")
    assert not contents.get_by_role("link").first.is_visible()
    contents.locator("summary").click()
    assert contents.get_by_role("link").first.is_visible()
