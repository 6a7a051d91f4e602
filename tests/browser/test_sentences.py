"""What each sentence rests on, shown on request: by button where scripts run, on a page of its own anywhere."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Served


def test_the_button_shows_the_list_on_the_page_itself(site: Served, page: Page) -> None:
    page.goto(f"{site.url}topics/weapons/")
    button = page.get_by_role("button", name="Show what each sentence rests on")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    items = page.locator(".x-sentences > li")
    expect(items.first).to_be_visible()
    told = site.data("data/sentences/topics/weapons.json")["sentences"]
    assert items.count() == len(told)
    link = page.locator(".x-sentence__records a").first
    assert str(link.get_attribute("href")).startswith(site.url)
    button = page.get_by_role("button", name="Hide what each sentence rests on")
    expect(button).to_have_attribute("aria-expanded", "true")
    button.click()
    expect(items).to_have_count(0)


def test_without_scripts_a_link_leads_to_the_page_of_sentences(site: Served, page: Page) -> None:
    told = site.data("data/sentences/topics/weapons.json")["sentences"]
    page.goto(f"{site.url}topics/weapons/")
    foot = page.locator(".x-answers")
    expect(foot).to_contain_text(f"{len(told)} sentences: ")
    foot.get_by_role("link", name="Each sentence with its records").click()
    expect(page.locator(".x-sentences > li")).to_have_count(len(told))


def test_the_foot_of_a_record_leads_to_its_sentences(site: Served, page: Page) -> None:
    told = site.data("data/sentences.json")["records"]
    record = next(one for one in told if one["record"] == "arms-transfer-denials")
    page.goto(f"{site.url}claims/arms-transfer-denials/")
    page.get_by_role("link", name="What its sentences rest on").click()
    heading = page.locator("h3#r-arms-transfer-denials")
    expect(heading).to_be_visible()
    expect(page.locator('[id^="arms-transfer-denials-"]')).to_have_count(len(record["sentences"]))
