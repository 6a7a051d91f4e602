"""What holds for the layout and the outline of every kind of page, whatever the width, zoom or system colours."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import IN_SHELL, KINDS, Open, Served, script

OVERFLOW = script("overflow")
SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }
"""
"""The distances of WCAG 1.4.12."""
ADOPT = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}"""
SHIFTS = script("shifts")
LOADS = 3
"""A busy machine may paint a page before its markup has arrived; what a page itself moves, it moves at every load."""
MOST_AT_ONE_LOAD = 0.01
"""The most that such a paint may move in all: a tenth of what Web Vitals call good (cumulative layout shift of 0.1)."""


def spaced(page: Page) -> None:
    """Set a page wider, as a reader's own style sheet would; its policy binds the page, not the reader."""
    page.evaluate(ADOPT, SPACED)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_the_window(kind: str, site: Served, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(site.url + site.one(kind))
    assert page.evaluate(OVERFLOW) == "", "on a small phone"
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate("document.documentElement.style.setProperty('font-size', '250%')")
    assert page.evaluate(OVERFLOW) == "", "with text twice as large"
    page.evaluate("document.documentElement.style.removeProperty('font-size')")
    page.set_viewport_size({"width": 320, "height": 640})
    spaced(page)
    assert page.evaluate(OVERFLOW) == "", "on a small phone, with wide text"


LONG_WORDS = """() => {
  const all = "main a[data-ref], main h1, main h2, main h3, main dd, .x-toc a, .x-crumbs a";
  for (const one of document.querySelectorAll(all))
    if (!one.closest("svg") && !one.firstElementChild) one.textContent = "Wort".repeat(400);
}"""
"""What a record may be called: one word of any length."""


@pytest.mark.parametrize("kind", KINDS)
def test_no_title_is_wider_than_a_phone(kind: str, site: Served, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(site.url + site.one(kind))
    page.evaluate(LONG_WORDS)
    assert page.evaluate(OVERFLOW) == ""


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(
    "kind", ["home", "prose", "timeline", "claim", "claims", "any-day", "search", "treaty"]
)
def test_nothing_moves_while_a_page_loads(kind: str, width: int, site: Served, fresh: Open) -> None:
    moved: set[str] | None = None
    for _ in range(LOADS):
        page = fresh(viewport={"width": width, "height": 800})
        page.add_init_script(SHIFTS)
        page.goto(site.url + site.one(kind), wait_until="networkidle")
        shifts: list[dict[str, Any]] = page.evaluate("window.shifts ?? []")
        assert sum(shift["value"] for shift in shifts) < MOST_AT_ONE_LOAD
        seen = {node for shift in shifts for node in shift["nodes"]}
        moved = seen if moved is None else moved & seen
        if not moved:
            return
    assert moved == set()


@pytest.mark.parametrize("kind", IN_SHELL)
def test_headings_landmarks_and_menu_say_where_one_is(kind: str, site: Served, page: Page) -> None:
    page.goto(site.url + site.one(kind))
    levels = page.locator("h1, h2, h3, h4, h5, h6").evaluate_all(
        "all => all.map((one) => Number(one.localName[1]))"
    )
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("banner").count() == 1
    assert page.get_by_role("contentinfo").count() == 1
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.title() != ""
    if kind not in ("search", "404"):
        assert page.get_by_role("navigation", name="Main").locator("[aria-current]").count() == 1


@pytest.mark.parametrize("width", [1280, 320])
def test_all_of_the_menu_is_there(width: int, site: Served, fresh: Open) -> None:
    page = fresh(viewport={"width": width, "height": 640})
    page.goto(site.url)
    links = page.get_by_role("navigation", name="Main").get_by_role("link")
    boxes = [link.bounding_box() for link in links.all()]
    assert len(boxes) > 4
    assert all(
        box and box["x"] >= 0 and box["x"] + box["width"] <= width and box["height"] >= 24 for box in boxes
    )


@pytest.mark.parametrize("kind", ["home", "claim", "timeline", "any-day"])
def test_statuses_are_words_where_the_system_sets_the_colours(kind: str, site: Served, fresh: Open) -> None:
    page = fresh(forced_colors="active")
    page.goto(site.url + site.one(kind))
    words = page.locator(".x-status:not(.x-status--quiet):not(details:not([open]) *) .x-status__word")
    for word in words.all()[:20]:
        assert word.is_visible()


@pytest.mark.parametrize("kind", ["home", "claim", "timeline"])
def test_nothing_moves_for_those_who_asked_for_rest(kind: str, site: Served, page: Page) -> None:
    page.goto(site.url + site.one(kind))
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_a_reader_can_choose_colours_and_the_site_remembers_only_that(site: Served, page: Page) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    page.goto(site.url)
    light = page.evaluate(ground)
    choice = page.get_by_role("combobox", name="Colours")
    choice.select_option("Dark")
    dark = page.evaluate(ground)
    assert dark != light
    page.goto(site.url + site.one("claims"))
    assert page.evaluate(ground) == dark
    assert page.evaluate("Object.keys(localStorage)") == ["scheme"]
    page.get_by_role("combobox", name="Colours").select_option("Auto")
    assert page.evaluate(ground) == light
    assert page.evaluate("Object.keys(localStorage)") == []


def test_a_page_that_does_not_exist_helps(site: Served, page: Page) -> None:
    answer = page.goto(f"{site.url}no/such/page/")
    assert answer is not None
    assert answer.status == 404
    page.get_by_role("main").get_by_role("link", name="Search this site").click()
    page.wait_for_url(f"{site.url}search/")
