"""Addresses of statements and citations go to the clipboard, and that is said."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Served


@pytest.fixture
def copying(fresh: Open) -> Page:
    """Return a page that may read the clipboard, to see what was put there."""
    return fresh(permissions=["clipboard-read", "clipboard-write"])


def clipboard(page: Page) -> str:
    """Return what was copied."""
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_address_of_a_claim(site: Served, copying: Page) -> None:
    address = site.url + site.one("claim")
    copying.goto(address)
    copying.get_by_role("button", name="Copy the address of this claim").click()
    expect(copying.locator("body > [role=status]")).to_have_text("Address copied")
    assert clipboard(copying) == address


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("treaty", "Article 4"),
        ("treaty", "this step"),
        ("changes", "this change"),
        ("questions", "the question"),
        ("questions", "this search"),
        ("claim", "the evidence"),
        ("claim", "what was known"),
        ("figures", "this figure"),
        ("timeline", "the entry"),
    ],
)
def test_the_address_of_a_statement_on_a_page(kind: str, name: str, site: Served, copying: Page) -> None:
    copying.goto(site.url + site.one(kind))
    copying.get_by_role("button", name=f"Copy the address of {name}").first.click()
    expect(copying.locator("body > [role=status]")).to_have_text("Address copied")
    page, _, anchor = clipboard(copying).partition("#")
    assert page == site.url + site.one(kind)
    assert copying.evaluate("(id) => document.getElementById(id) !== null", anchor)
    assert copying.url.endswith(f"#{anchor}")


def test_a_citation_in_three_forms(site: Served, copying: Page) -> None:
    address = site.url + site.one("claim")
    copying.goto(address)
    copying.get_by_text("Cite this page").click()
    copied = []
    for form in ("text", "BibTeX", "CSL-JSON"):
        copying.get_by_role("button", name=f"Copy the citation as {form}").click()
        copied.append(clipboard(copying))
    text, bibtex, csl = copied
    assert address in text
    assert bibtex.startswith("@misc{")
    assert json.loads(csl)["URL"] == address


def test_an_address_that_leads_into_a_folded_part_opens_it(site: Served, page: Page) -> None:
    page.goto(f"{site.url}{site.one('claim')}#cite")
    expect(page.locator("#cite-bibtex")).to_be_visible()


def test_the_address_of_a_figure_opens_its_fold_on_the_page_of_all_figures(site: Served, page: Page) -> None:
    page.goto(f"{site.url}figures/")
    ids = page.locator("details.x-more:not([open]) [id]").evaluate_all("(all) => all.map((one) => one.id)")
    assert len(ids) > 20
    for id in ids[:: len(ids) // 5]:
        page.goto("about:blank")
        page.goto(f"{site.url}figures/#{id}")
        expect(page.locator(f"tr:has(#{id})")).to_be_in_viewport()


FACTS = ".x-evidence__item, .x-figures tbody tr, .x-event, .x-searches > li, .x-history__moment"
"""What has an address of its own."""


@pytest.mark.parametrize("kind", ["claim", "event", "figures", "timeline", "questions", "treaty"])
def test_every_fact_has_a_link_to_it_without_scripts(kind: str, site: Served, fresh: Open) -> None:
    page = fresh(java_script_enabled=False)
    page.goto(site.url + site.one(kind))
    facts = page.locator(FACTS)
    if kind == "treaty":
        facts = page.locator("#path ~ .x-scroll").first.locator("tbody tr")
    assert facts.count()
    leading = facts.evaluate_all(
        "(all) => all.map((one) => {"
        " const to = one.querySelector('a.x-anchor')?.hash.slice(1);"
        " return to && one.contains(document.getElementById(to)); })"
    )
    assert set(leading) == {True}


def test_the_link_to_a_fact_shows_when_the_keyboard_reaches_it_and_its_fact_stands_out(
    site: Served, page: Page
) -> None:
    page.goto(site.url + site.one("claim"))
    item = page.locator(".x-evidence__item").first
    button = item.get_by_role("button", name="Copy the address of the evidence")
    assert button.evaluate("(one) => getComputedStyle(one).opacity") == "0"
    button.focus()
    assert button.evaluate("(one) => getComputedStyle(one).opacity") == "1"
    before = item.evaluate("(one) => getComputedStyle(one).backgroundColor")
    anchor = item.locator("span[id]").first.get_attribute("id")
    page.goto(f"{site.url}{site.one('claim')}#{anchor}")
    assert item.evaluate("(one) => getComputedStyle(one).backgroundColor") != before
