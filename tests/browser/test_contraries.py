"""A claim whose contrary is shown says so wherever scripts draw its mark, as pages do."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Served

DENIAL = "dprk-rumour-denial-oct-2024"
SAID = "contrary acknowledged"


def test_a_card_says_that_the_contrary_is_shown(site: Served, page: Page) -> None:
    page.goto(f"{site.url}topics/what-the-parties-say/")
    page.locator(f'main p > a[data-ref="{DENIAL}"]:visible').first.hover()
    expect(page.get_by_role("tooltip")).to_contain_text(SAID)


def test_search_says_so(site: Served, page: Page) -> None:
    page.goto(f"{site.url}search/?q=groundless+rumours")
    found = page.locator(f'.x-found:has(a[href*="{DENIAL}"]), li:has(a[href*="{DENIAL}"])').first
    expect(found).to_contain_text(SAID)


def test_a_day_in_between_shows_the_status_then_with_its_contrary(site: Served, page: Page) -> None:
    page.goto(f"{site.url}as-known-on/?on=2024-12-31")
    row = page.locator(f'[data-known]:has(a[data-ref="{DENIAL}"])')
    step = row.locator("[data-from]:not(.x-off)")
    expect(step).to_have_count(1)
    expect(step).to_contain_text("alleged")
    expect(step).to_contain_text("contrary corroborated")
    page.goto(f"{site.url}as-known-on/?on=2024-10-20")
    expect(row.locator("[data-from]:not(.x-off)")).to_have_count(0)


def test_the_matrix_says_so_in_words(site: Served, page: Page) -> None:
    page.goto(f"{site.url}positions/")
    head = page.locator(f'th:has(a[data-ref="{DENIAL}"])')
    expect(head.locator(".x-tag")).to_have_text(SAID)
