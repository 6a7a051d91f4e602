"""On a desk what weighs a sentence stands in the margin beside it; elsewhere it stands in the text."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Served, script

TOPIC = "topics/weapons/"
MEASURE = """() => [...document.querySelectorAll("main .x-article > p")]
  .map((one) => one.getBoundingClientRect().width)"""

GAP = """() => document.querySelector(".x-body").getBoundingClientRect().top
  - [...document.querySelectorAll(".x-lead")].at(-1).getBoundingClientRect().bottom"""
"""Pixels between the statement of a claim and its explanation, however much stands beside them."""


def places(
    site: Served, page: Page, width: int, address: str, what: str, sentence: str = ""
) -> dict[str, bool]:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site.url + address)
    found: dict[str, bool] = page.evaluate(script("beside"), [what, sentence])
    return found


@pytest.mark.parametrize("width", [1280, 1440, 1600])
def test_the_callout_of_a_claim_stands_beside_the_paragraph_that_leans_on_it(
    site: Served, page: Page, width: int
) -> None:
    found = places(site, page, width, TOPIC, ".x-callout")
    assert found == {"beside": True, "level": True, "below": False}
    assert max(page.evaluate(MEASURE)) <= 720


@pytest.mark.parametrize("width", [1280, 1600])
def test_how_we_know_stands_beside_the_statement(site: Served, page: Page, width: int) -> None:
    for address in site.by_kind["claim"]:
        found = places(site, page, width, address, "#status", ".x-lead")
        assert found == {"beside": True, "level": True, "below": False}, address


def test_the_explanation_follows_the_statement_at_once(site: Served, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    for address in site.by_kind["claim"]:
        page.goto(site.url + address)
        if page.locator(".x-body").count():
            gap = page.evaluate(GAP)
            assert 0 <= gap <= 40, address


@pytest.mark.parametrize("width", [360, 768])
def test_on_small_screens_it_stands_below(site: Served, page: Page, width: int) -> None:
    assert places(site, page, width, TOPIC, ".x-callout")["below"]
    assert places(site, page, width, site.one("claim"), "#status", ".x-lead")["below"]


def test_in_print_it_stands_below(site: Served, page: Page) -> None:
    page.emulate_media(media="print")
    assert places(site, page, 1280, TOPIC, ".x-callout")["below"]
    assert places(site, page, 1280, site.one("claim"), "#status", ".x-lead")["below"]


def test_nothing_in_the_margin_covers_anything(site: Served, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    topics = [address for address in site.by_kind["prose"] if address.startswith("topics/")]
    for address in [*topics, *site.by_kind["claim"]]:
        page.goto(site.url + address)
        covered = page.evaluate(script("covered"))
        assert covered == [], address
