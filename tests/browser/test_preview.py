"""Previews: by mouse and keyboard, never by finger; they can be pointed at, dismissed, and stay (WCAG 1.4.13)."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open, Served, Watched


def card(page: Page) -> Locator:
    """Return the card."""
    return page.get_by_role("tooltip")


def link(page: Page, folder: str) -> Locator:
    """Return the first link in the text to a record of a kind."""
    return page.locator(f'main :is(p, li, dd) > a[data-ref][href*="{folder}/"]:visible').first


def test_the_mouse_shows_a_card_that_can_be_pointed_at(site: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(site.url + site.one("claim"))
    target = link(page, "actors")
    target.hover()
    expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text(target.inner_text())
    expect(target).to_have_attribute("aria-describedby", "x-preview")
    box = card(page).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
    page.wait_for_timeout(500)
    expect(card(page)).to_be_visible()
    page.mouse.move(2, 2)
    expect(card(page)).to_be_hidden()
    assert target.get_attribute("aria-describedby") is None


def test_the_keyboard_shows_it_and_escape_dismisses_it(site: Served, page: Page) -> None:
    page.goto(site.url + site.one("claim"))
    target = link(page, "actors")
    target.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(target).to_be_focused()


def test_a_claim_shows_status_and_caveats_a_source_publisher_and_date(site: Served, page: Page) -> None:
    claims, sources = site.data("assets/previews/claims.json"), site.data("assets/previews/sources.json")
    assert all(one["st"] for one in claims.values())
    assert any(one.get("w") for one in claims.values())
    page.goto(site.url + site.one("prose"))
    target = link(page, "sources")
    target.hover()
    expect(card(page)).to_contain_text(sources[str(target.get_attribute("data-ref"))]["m"])


def test_data_is_fetched_once_and_only_when_needed(site: Served, watched: Watched) -> None:
    page = watched.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.url + site.one("claim"), wait_until="networkidle")
    assert not [url for url in asked if "previews/" in url]
    for target in page.locator('main :is(p, li, dd) > a[data-ref][href*="actors/"]:visible').all()[:2]:
        target.hover()
        expect(card(page)).to_contain_text(target.inner_text())
    assert len([url for url in asked if "previews/actors.json" in url]) == 1


def test_it_stays_inside_the_window(site: Served, fresh: Open) -> None:
    page = fresh(viewport={"width": 360, "height": 640})
    page.goto(site.url + site.one("claim"))
    for target in page.locator("main p > a[data-ref]:visible").all()[:4]:
        target.hover()
        expect(card(page)).to_be_visible()
        box = card(page).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        page.keyboard.press("Escape")


def test_fingers_go_straight_to_the_page(site: Served, fresh: Open) -> None:
    page = fresh(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 780})
    page.goto(site.url + site.one("claim"))
    target = link(page, "actors")
    address = str(target.evaluate("one => one.href"))
    target.tap()
    page.wait_for_url(address)


def test_without_the_data_the_link_is_a_link(site: Served, page: Page) -> None:
    page.route("**/previews/*", lambda route: route.abort())
    page.goto(site.url + site.one("claim"))
    link(page, "actors").hover()
    page.wait_for_timeout(600)
    expect(card(page)).to_be_hidden()
