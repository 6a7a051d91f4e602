"""A walk with the Tab key through one page of every kind: each stop is visible, free, large enough and named."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import IN_SHELL, Open, Served, script

STOPS = 60
"""How far a walk goes from the top; on longer pages it then goes on from the foot of the page."""

STOP = script("stop")


def walk(page: Page) -> tuple[list[dict[str, Any]], bool]:
    """Return the stops from where the focus is, and whether the walk came to the end of the page."""
    stops: list[dict[str, Any]] = []
    seen: set[str] = set()
    while len(stops) < STOPS:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["path"] in seen:
            return stops, True
        seen.add(stop["path"])
        stops.append(stop)
    return stops, False


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("kind", IN_SHELL)
def test_every_stop_can_be_seen_and_hit(kind: str, width: int, site: Served, fresh: Open) -> None:
    page = fresh(viewport={"width": width, "height": 800})
    page.goto(site.url + site.one(kind))
    stops, ended = walk(page)
    if not ended:
        page.locator(".x-pagefoot a").first.focus()
        more, ended = walk(page)
        stops += more
    assert ended
    assert stops[0]["what"].endswith("“Skip to content”")
    assert [f"{stop['what']} {', '.join(stop['problems'])}" for stop in stops if stop["problems"]] == []


def test_the_skip_link_leads_past_the_header(site: Served, page: Page) -> None:
    page.goto(site.url + site.one("claim"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_focus_is_never_under_something_when_one_walks_back(site: Served, page: Page) -> None:
    page.goto(site.url + site.one("treaty"))
    page.locator(".x-pagefoot a").last.focus()
    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        assert "is covered" not in page.evaluate(STOP)["problems"]


@pytest.mark.parametrize(("width", "stops"), [(1600, 0), (360, 1)])
def test_a_table_is_a_stop_only_where_it_is_wider_than_the_page(
    width: int, stops: int, site: Served, page: Page
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.url + site.one("places"))
    table = page.locator(".x-scroll").first
    expect(table.and_(page.locator("[tabindex='0']"))).to_have_count(stops)
