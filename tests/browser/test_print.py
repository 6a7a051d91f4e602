"""Paper: what the screen folds away is open, addresses are written out, the shell stays behind."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Served

STILL_THERE = "all => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML)"
KINDS_WITH_FOLDS = ["claim", "actor", "actors", "source", "treaty"]


@pytest.mark.parametrize("kind", KINDS_WITH_FOLDS)
def test_folded_parts_are_printed(kind: str, site: Served, page: Page) -> None:
    page.goto(site.url + site.one(kind))
    page.emulate_media(media="print")
    hidden = page.evaluate(
        """() => [...document.querySelectorAll("main details > :not(summary)")]
          .filter((one) => !one.checkVisibility() || !one.getBoundingClientRect().height)
          .filter((one) => !one.matches(".x-js"))
          .map((one) => one.outerHTML.slice(0, 100))"""
    )
    assert hidden == []


def test_the_menu_and_all_controls_stay_behind(site: Served, page: Page) -> None:
    for kind in ("timeline", "any-day", "claim", "search"):
        page.goto(site.url + site.one(kind))
        page.emulate_media(media="print")
        seen = "button, input, select, .x-nav, .x-toc, .x-skip, .x-footer__nav, .x-crumbs"
        assert page.locator(seen).evaluate_all(STILL_THERE) == []
        assert page.get_by_role("heading", level=1).is_visible()
        page.emulate_media(media="screen")


def test_addresses_of_other_sites_are_written_out(site: Served, page: Page) -> None:
    page.goto(site.url + site.one("claim"))
    page.emulate_media(media="print")
    after = page.evaluate(
        """() => [...document.querySelectorAll('.x-article a[href^="http"]:not(.x-address)')].slice(0, 5)
          .map((link) => [link.getAttribute("href"), getComputedStyle(link, "::after").content])"""
    )
    assert after
    assert all(address in written for address, written in after)


def test_a_filtered_list_is_printed_whole(site: Served, page: Page) -> None:
    page.goto(f"{site.url}timeline/?status=alleged")
    items = page.locator("[data-filter-item]")
    visible = "all => all.filter((one) => one.checkVisibility()).length"
    left = items.evaluate_all(visible)
    page.emulate_media(media="print")
    assert items.evaluate_all(visible) == items.count() > left


def test_a_page_becomes_a_document_on_paper(site: Served, page: Page) -> None:
    page.goto(site.url + site.one("claim"))
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_findings_are_printed_a_page_a_topic(site: Served, page: Page) -> None:
    page.goto(f"{site.url}findings/")
    legends = page.locator(".x-findings__legend")
    assert legends.evaluate_all(STILL_THERE) == []
    topics = page.locator(".x-findings-topic").count()
    pages = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True))
    assert len(pages) == topics
    page.emulate_media(media="print")
    assert len(legends.evaluate_all(STILL_THERE)) == topics


def test_dark_colours_stay_off_the_paper(site: Served, page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(site.url + site.one("claim"))
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
