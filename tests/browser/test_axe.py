"""What axe finds on one page of every kind, in light and dark, on a desk and on a phone: nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import KINDS, Axe, Served, axe_in_all_conditions


@pytest.mark.browser
def test_every_page_is_of_a_known_kind(site: Served) -> None:
    assert site.by_kind.get("?", []) == []


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(kind: str, site: Served, page: Page, axe: Axe) -> None:
    page.goto(site.url + site.one(kind))
    assert axe_in_all_conditions(page, axe) == {}


def test_axe_finds_nothing_in_the_suggestions(site: Served, page: Page, axe: Axe) -> None:
    page.goto(site.url + site.one("404"))
    page.get_by_role("combobox", name="Search").fill("the")
    page.get_by_role("listbox").get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert axe_in_all_conditions(page, axe) == {}


def test_axe_finds_nothing_in_the_results(site: Served, page: Page, axe: Axe) -> None:
    page.goto(f"{site.url}search/?q=the")
    page.locator(".x-found__title").first.wait_for()
    assert axe_in_all_conditions(page, axe) == {}


def test_axe_finds_nothing_in_a_preview_and_a_citation(site: Served, page: Page, axe: Axe) -> None:
    page.goto(site.url + site.by_kind["claim"][-1])
    page.get_by_text("Cite this page").click()
    page.locator("main a[data-ref]").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.get_by_role("tooltip").wait_for()
    assert axe_in_all_conditions(page, axe) == {}


def test_axe_finds_nothing_in_a_filtered_list(site: Served, page: Page, axe: Axe) -> None:
    page.goto(f"{site.url}claims/?words=qqq")
    page.get_by_text("Nothing fits all of this").wait_for()
    assert axe_in_all_conditions(page, axe) == {}
