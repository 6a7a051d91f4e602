"""Filters of the long lists: counts, address, sentence, reset, and a list of ten times the length."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Served, Watched

TOUCHED = """() => {
  const items = [...document.querySelectorAll("[data-filter-item]")].map((item) => item.closest("li") ?? item);
  const off = () => items.map((item) => item.classList.contains("x-off"));
  const before = off();
  const observer = new MutationObserver(() => {});
  observer.observe(document.querySelector("main"), { subtree: true, attributes: true, attributeFilter: ["class"] });
  document.querySelector("input[name=strand]").click();
  const touched = observer.takeRecords().filter((one) => items.includes(one.target)).length;
  const after = off();
  return { all: items.length, changed: before.filter((one, at) => one !== after[at]).length, touched };
}"""
"""Of the items of a list: how many a choice shows or hides, and how many it writes to."""
SHOWN = """(all) => all.filter(
  (one) => one.checkVisibility() || (one.closest("details:not([open])") && !one.closest(".x-off"))
).length"""
"""How many the filter leaves: those that can be seen, or that stand where somebody has to unfold."""


def sentence(page: Page) -> Locator:
    """Return the sentence that says how much is left."""
    return page.locator(".x-filter").get_by_role("status")


def shown(page: Page) -> int:
    """Return how many items of the list can be seen."""
    return int(page.locator("[data-filter-item]").evaluate_all(SHOWN))


def test_a_choice_leaves_what_it_counted(site: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{site.url}timeline/")
    total = shown(page)
    expect(sentence(page)).to_have_text(f"{total} events")
    choice = page.locator(".x-choice").filter(has=page.locator("input[name=strand]")).first
    count = int(choice.locator("[data-count]").inner_text())
    choice.click()
    expect(sentence(page)).to_have_text(f"{count} of {total} events")
    assert shown(page) == count
    assert "strand=" in page.url


def test_choices_of_one_group_add_and_groups_narrow(site: Served, page: Page) -> None:
    page.goto(f"{site.url}claims/")
    boxes = page.locator("input[name=status]")
    counts = [
        int(text) for text in page.locator(".x-choice:has(input[name=status]) [data-count]").all_inner_texts()
    ]
    boxes.nth(0).check()
    boxes.nth(1).check()
    assert shown(page) == counts[0] + counts[1]
    contested = page.locator(".x-choice:has(input[value=yes])")
    left = int(contested.locator("[data-count]").inner_text())
    contested.click()
    assert shown(page) == left <= counts[0] + counts[1]


@pytest.mark.parametrize("address", ["timeline/", "claims/", "sources/"])
def test_words_narrow_a_list_and_empty_groups_go(address: str, site: Served, page: Page) -> None:
    page.goto(site.url + address)
    total = shown(page)
    words = page.locator(".x-filter input[name=words]")
    words.fill("russia")
    expect(sentence(page)).to_contain_text(f" of {total} ")
    left = shown(page)
    assert 0 < left < total
    for group in page.locator("[data-filter-group]").all():
        if group.is_visible():
            assert group.locator("[data-filter-item]").evaluate_all(
                "all => all.some((one) => one.checkVisibility())"
            )
    words.fill("qqqqqq")
    expect(page.get_by_text("Nothing fits all of this")).to_be_visible()
    assert shown(page) == 0
    page.get_by_role("button", name="Reset").click()
    expect(sentence(page)).not_to_contain_text(" of ")
    assert shown(page) == total
    assert page.url == site.url + address


def test_a_view_can_be_shared(site: Served, page: Page) -> None:
    page.goto(f"{site.url}timeline/")
    page.locator("select[name=actor]").select_option(index=3)
    page.locator("input[name=status]").first.check()
    page.locator(".x-filter input[name=words]").fill("a")
    expect(page).to_have_url(re.compile("words=a"))
    here, left = page.url, shown(page)
    said = sentence(page).inner_text()
    page.goto(f"{site.url}claims/")
    page.goto(here)
    expect(sentence(page)).to_have_text(said)
    assert shown(page) == left
    assert page.locator("input[name=status]").first.is_checked()


def test_an_address_with_choices_that_do_not_exist_shows_all(site: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{site.url}timeline/?strand=nonsense&actor=nobody&other=1")
    expect(sentence(page)).not_to_contain_text(" of ")


def test_the_keyboard_is_enough(site: Served, page: Page) -> None:
    page.goto(f"{site.url}timeline/")
    page.locator(".x-filter input[name=words]").focus()
    for name in ("actor", "order", "strand"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == name
    page.keyboard.press("Space")
    expect(sentence(page)).to_contain_text(" of ")
    assert page.evaluate("document.activeElement.name") == "strand"
    page.get_by_role("button", name="Reset").focus()
    page.keyboard.press("Enter")
    expect(sentence(page)).not_to_contain_text(" of ")


def test_on_a_phone_the_boxes_unfold(site: Served, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"{site.url}timeline/")
    box = page.locator("input[name=strand]").first
    unfold = page.get_by_role("button", name="Strand, What it is, Status")
    expect(box).to_be_hidden()
    unfold.click()
    expect(box).to_be_visible()
    expect(unfold).to_have_attribute("aria-expanded", "true")


def test_a_choice_touches_only_what_it_shows_or_hides(site: Served, page: Page) -> None:
    page.goto(f"{site.url}timeline/")
    page.locator(".x-filter input[name=words]").fill("treaty")
    expect(sentence(page)).to_contain_text(" of ")
    for _ in range(2):
        found = page.evaluate(TOUCHED)
        assert 0 < found["changed"] < found["all"]
        assert found["touched"] == found["changed"]


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("misile", "missile"),
        ("Kim Jong-un", "kim jong un"),
        ("Путин", "putin"),
        ("6000", "6,000"),
        ("Sergei  LAVROV", "lavrov sergei"),
        ("pyongyng", "pyongyang"),
    ],
)
def test_a_filter_is_as_tolerant_as_the_search(typed: str, same: str, site: Served, page: Page) -> None:
    page.goto(f"{site.url}timeline/")
    words = page.locator(".x-filter input[name=words]")
    left = []
    for query in (typed, same):
        words.fill(query)
        expect(sentence(page)).to_contain_text(" of ")
        page.wait_for_timeout(250)
        left.append(shown(page))
    assert left[0] > 0
    # what one letter's difference lets in stands beside what is meant
    assert left[0] >= left[1] * 0.5


def test_a_word_that_stands_somewhere_lets_no_slip_in(site: Served, page: Page) -> None:
    page.goto(f"{site.url}timeline/")
    page.locator(".x-filter input[name=words]").fill("tanks")
    expect(sentence(page)).to_contain_text(" of ")
    page.wait_for_timeout(250)
    texts = page.locator("[data-filter-item]").evaluate_all(
        "all => all.filter((one) => one.checkVisibility()).map((one) => one.textContent.toLowerCase())"
    )
    assert texts
    assert all("tanks" in text for text in texts)


def test_where_nothing_fits_the_search_is_one_step_away(site: Served, page: Page) -> None:
    page.goto(f"{site.url}timeline/?words=qqqqqq")
    page.get_by_role("link", name="search the whole site for it").click()
    page.wait_for_url(f"{site.url}search/?q=qqqqqq")


def test_years_before_the_dense_part_are_folded_and_open_for_what_one_looks_for(
    site: Served, page: Page
) -> None:
    page.goto(f"{site.url}timeline/")
    early = page.locator(".x-early")
    expect(early).to_have_count(1)
    assert early.get_attribute("open") is None
    inside = early.locator("[data-filter-item]")
    count = inside.count()
    assert early.locator("> summary").inner_text().split()[-1] == str(count)
    title = inside.first.locator("a").first.text_content() or ""
    page.locator(".x-filter input[name=words]").fill(title)
    expect(inside.first).to_be_visible()
    page.get_by_role("button", name="Reset").click()
    expect(inside.first).not_to_be_visible()
    page.goto(f"{site.url}timeline/#{early.locator('h2').first.get_attribute('id')}")
    expect(inside.first).to_be_visible()


def test_the_order_can_be_turned_and_stands_in_the_address(site: Served, page: Page) -> None:
    page.goto(f"{site.url}timeline/")
    dates = "all => all.map((one) => one.id)"
    before = page.locator("main [id^='e-']").evaluate_all(dates)
    page.get_by_label("Order", exact=True).select_option("newest")
    expect(page).to_have_url(re.compile("order=newest"))
    after = page.locator("main [id^='e-']").evaluate_all(dates)
    assert after == before[::-1]
    page.reload()
    assert page.locator("main [id^='e-']").evaluate_all(dates) == after
    page.get_by_role("button", name="Reset").click()
    expect(page.locator("main [id^='e-']").first).to_have_attribute("id", before[0])
    assert "order" not in page.url
