"""The control for any day: it agrees with the fixed pages, says what it shows, and can be shared."""

from __future__ import annotations

import re
from collections import Counter

from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, Watched, script

SHOWN = script("known-shown")
FIXED = script("known-fixed")


def test_it_shows_what_the_fixed_pages_say(site: Served, watched: Watched) -> None:
    page = watched.page
    for address in site.by_kind["day"]:
        page.goto(site.url + address)
        fixed = page.evaluate(FIXED)
        day = address.split("/")[1]
        page.goto(f"{site.url}as-known-on/?on={day}")
        assert page.evaluate(SHOWN) == fixed
        said = page.locator(".x-datecontrol").get_by_role("status").inner_text()
        counts = {
            status: int(number)
            for number, status in re.findall(r"(\d+) ([a-z ]+?)[,.]", said.partition(":")[2])
        }
        assert counts == dict(Counter(word.replace("-", " ") for word in fixed.values()))


def test_a_day_can_be_typed_and_shared(site: Served, page: Page) -> None:
    page.goto(f"{site.url}as-known-on/")
    whole = page.evaluate(SHOWN)
    field = page.get_by_label("Show what was known on")
    field.fill("2024-10-14")
    expect(page.locator(".x-datecontrol").get_by_role("status")).to_contain_text("On 14 October 2024: ")
    expect(page).to_have_url(f"{site.url}as-known-on/?on=2024-10-14")
    assert page.evaluate(SHOWN) != whole
    page.get_by_role("button", name="All changes").click()
    assert page.evaluate(SHOWN) == whole
    expect(page).to_have_url(f"{site.url}as-known-on/")


def test_buttons_go_to_days_and_from_change_to_change(site: Served, page: Page) -> None:
    page.goto(f"{site.url}as-known-on/")
    day = site.by_kind["day"][0].split("/")[1]
    button = page.locator(f'[data-day="{day}"]')
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    field = page.get_by_label("Show what was known on")
    expect(field).to_have_value(day)
    page.get_by_role("button", name="Change before").click()
    before = field.input_value()
    assert before < day
    page.get_by_role("button", name="Change after").click()
    page.get_by_role("button", name="Change after").click()
    assert field.input_value() > day


def test_a_day_that_is_none_or_beyond_what_was_read_is_told(site: Served, watched: Watched) -> None:
    said = watched.page.locator(".x-datecontrol").get_by_role("status")
    for day in ("2024-13-45", "2024-02-31", "never"):
        watched.page.goto(f"{site.url}as-known-on/?on={day}")
        expect(said).to_have_text("There is no such day.")
    watched.page.goto(f"{site.url}as-known-on/?on=2030-01-01")
    expect(said).to_contain_text("Nothing after")
    watched.page.goto(f"{site.url}as-known-on/?on=1900-01-01")
    expect(said).to_contain_text("Nothing that we read was said before")
    watched.page.goto(f"{site.url}as-known-on/")
    watched.page.get_by_role("button", name="Show", exact=True).click()
    expect(said).to_have_text("Choose a day.")


def test_print_holds_every_change(site: Served, page: Page) -> None:
    page.goto(f"{site.url}as-known-on/")
    whole = page.evaluate(SHOWN)
    page.goto(f"{site.url}as-known-on/?on=2024-10-14")
    page.emulate_media(media="print")
    assert page.evaluate(SHOWN) == whole
