"""Boxes with which readers judge for themselves: they answer at once, by keyboard, and can be shared."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open, Served, Watched

BOXES = ".x-judge"


def fullest(site: Served) -> str:
    """Return a claim's page on which at least three roots can be left out."""
    return next(
        address
        for address in site.by_kind["claim"]
        if site.pages[address].read_text("utf-8").count('name="root"') >= 3
    )


def said(page: Page, form: str = BOXES) -> Locator:
    return page.locator(form).get_by_role("status")


def test_leaving_out_answers_at_once_and_stands_in_the_address(site: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(site.url + fullest(site))
    expect(said(page)).to_contain_text("All that was read amounts to: ")
    box = page.locator(f"{BOXES} input").first
    label = page.locator(f"{BOXES} label span").first
    name = label.get_attribute("data-said") or label.inner_text().strip()
    box.uncheck()
    expect(said(page)).to_contain_text(f"Without {name} the rest amounts to: ")
    assert f"without={box.get_attribute('value')}" in page.url
    answer = said(page).inner_text()
    page.reload()
    expect(said(page)).to_have_text(answer)
    expect(box).not_to_be_checked()
    page.get_by_role("button", name="Count all again").click()
    expect(said(page)).to_contain_text("All that was read amounts to: ")
    expect(box).to_be_checked()
    assert "without" not in page.url


def test_a_reading_agrees_with_the_table_beside_it(site: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(site.url + fullest(site))
    for button in page.locator(f"{BOXES} [data-reading]:not([data-reading*='.'])").all():
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        words = button.inner_text().split(" ", 1)[1].casefold()
        row = next(
            one
            for one in page.locator(".x-hangs__table tr:has(td)").all()
            if one.locator("th").inner_text().casefold() == words
        )
        status = row.locator(".x-status__word").first.inner_text()
        expect(said(page)).to_contain_text(f": {status}")
        button.click()
        expect(button).to_have_attribute("aria-pressed", "false")


def test_boxes_work_by_keyboard_and_have_names(site: Served, page: Page) -> None:
    page.goto(site.url + fullest(site))
    form = page.get_by_role("form", name="Judge for yourself")
    expect(form.get_by_role("group", name="whose word counts?")).to_be_visible()
    box = form.get_by_role("checkbox").first
    box.focus()
    before = said(page).inner_text()
    page.keyboard.press("Space")
    expect(said(page)).not_to_have_text(before)
    page.keyboard.press("Space")
    expect(said(page)).to_have_text(before)


def test_what_is_left_out_is_faint_on_the_screen_and_whole_in_print(site: Served, page: Page) -> None:
    page.goto(site.url + fullest(site))
    ids = page.locator(f"{BOXES} input").evaluate_all("boxes => boxes.map((box) => box.value)")
    drawn = page.locator(".x-picture--provenance [data-root]").evaluate_all(
        "all => all.map((one) => one.dataset.root)"
    )
    root = next(id for id in ids if id in drawn)
    page.locator(f'{BOXES} input[value="{root}"]').uncheck()
    faint = page.locator(".x-picture--provenance .x-faint")
    assert set(faint.evaluate_all("all => all.map((one) => one.dataset.root)")) == {root}
    assert faint.first.evaluate("one => getComputedStyle(one).opacity") != "1"
    page.emulate_media(media="print")
    assert faint.first.evaluate("one => getComputedStyle(one).opacity") == "1"
    expect(page.locator(BOXES)).to_be_hidden()
    expect(page.locator(".x-hangs__table")).to_be_visible()


def test_without_scripts_the_table_stands_there(site: Served, fresh: Open) -> None:
    page = fresh(java_script_enabled=False)
    page.goto(site.url + fullest(site))
    expect(page.locator(BOXES)).to_be_hidden()
    expect(page.locator(".x-hangs__table")).to_be_visible()


def test_sides_left_out_in_every_row_agree_with_the_columns(site: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{site.url}by-whose-word/")
    boxes = page.locator(".x-sides input").all()
    expect(said(page, ".x-sides")).to_have_text("Nothing is left out.")
    for at, box in enumerate(boxes):
        box.check()
        rows = page.locator("[data-answers]").evaluate_all(
            "(rows, at) => rows.map((row) => [1, at].map("
            "(place) => row.children[place].innerText.replace(/[^a-z]/g, '')))",
            at + 2,
        )
        assert rows
        assert all(answer == column for answer, column in rows)
        expect(said(page, ".x-sides")).to_contain_text("amount to something else")
        assert f"without={box.get_attribute('value')}" in page.url
        box.uncheck()
    boxes[0].check()
    link = page.locator("[data-answers] th a").first
    assert f"?reading=without-side-{boxes[0].get_attribute('value')}" in str(link.get_attribute("href"))
    page.get_by_role("button", name="Reset").click()
    expect(said(page, ".x-sides")).to_have_text("Nothing is left out.")


def test_sides_that_were_left_out_together_are_so_on_the_page_of_each_claim(
    site: Served, watched: Watched
) -> None:
    page = watched.page
    page.goto(f"{site.url}by-whose-word/")
    for box in page.locator(".x-sides input").all():
        box.check()
    answers = page.locator("[data-answers]").evaluate_all(
        "(rows) => rows.map((row) => [row.querySelector('a').href, row.dataset.answers.split(' ').at(-1)])"
    )
    told = 0
    for address, answer in answers[:12]:
        page.goto(address)
        if page.locator(f"{BOXES} [data-reading^='without-side']").count():
            words = answer.replace("+", ", contested")
            expect(said(page)).to_contain_text(f": {words}.")
            told += 1
    assert told
