"""What axe finds on one page of every kind, in light and dark, on a desk and on a phone: nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import KINDS, Axe, Served

DESK, PHONE = 1280, 360
CONDITIONS = [("light", DESK), ("dark", PHONE), ("light", PHONE), ("dark", DESK)]


def _in_all_conditions(page: Page, axe: Axe) -> dict[tuple[str, int], list[str]]:
    """Return what axe finds: with all rules where scheme or width is new, else with those for looks."""
    found = {}
    for number, (scheme, width) in enumerate(CONDITIONS):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        if problems := axe(page, looks=number > 1):
            found[scheme, width] = problems
    return found


@pytest.mark.browser
def test_every_page_is_of_a_known_kind(site: Served) -> None:
    assert site.by_kind.get("?", []) == []


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(kind: str, site: Served, page: Page, axe: Axe) -> None:
    page.goto(site.url + site.one(kind))
    assert _in_all_conditions(page, axe) == {}


def test_axe_finds_nothing_in_the_suggestions(site: Served, page: Page, axe: Axe) -> None:
    page.goto(site.url + site.one("404"))
    page.get_by_role("combobox", name="Search").fill("the")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert _in_all_conditions(page, axe) == {}


def test_axe_finds_nothing_in_the_results(site: Served, page: Page, axe: Axe) -> None:
    page.goto(f"{site.url}search/?q=the")
    page.locator(".x-found__title").first.wait_for()
    assert _in_all_conditions(page, axe) == {}


def test_axe_finds_nothing_in_a_preview_and_a_citation(site: Served, page: Page, axe: Axe) -> None:
    page.goto(site.url + site.by_kind["claim"][-1])
    page.get_by_text("Cite this page").click()
    page.locator("main a[data-ref]").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.get_by_role("tooltip").wait_for()
    assert _in_all_conditions(page, axe) == {}


def test_axe_finds_nothing_in_a_filtered_list(site: Served, page: Page, axe: Axe) -> None:
    page.goto(f"{site.url}claims/?words=qqq")
    page.get_by_text("Nothing fits all of this").wait_for()
    assert _in_all_conditions(page, axe) == {}
