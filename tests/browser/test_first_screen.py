"""What a reader sees before any scrolling: the statement, the verdict, the caveat that weighs most."""

from __future__ import annotations

from playwright.sync_api import Page, ViewportSize

from tests.browser.conftest import Open, Served

PHONE: ViewportSize = {"width": 390, "height": 844}
ENDS = """() => [".x-lead", ".x-verdict", ".x-caveats .x-caveat, .x-caveats summary"].map(
  (what) => document.querySelector(what)?.getBoundingClientRect().bottom ?? -1
)"""


def test_the_first_screen_of_a_claim_shows_statement_verdict_and_first_caveat(
    site: Served, page: Page
) -> None:
    page.set_viewport_size(PHONE)
    claims = site.by_kind["claim"]
    late = {}
    for path in claims:
        page.goto(site.url + path)
        ends = page.evaluate(ENDS)
        if not (0 < ends[0] < ends[1] < ends[2] <= PHONE["height"]):
            late[path] = ends
    assert len(claims) > 20
    assert late == {}


def test_what_is_folded_is_open_without_scripts_and_in_print(site: Served, fresh: Open) -> None:
    path = site.one("claim")
    folded = ".x-verdict + .x-caveats .x-fold .x-caveat"
    with_scripts = fresh()
    with_scripts.goto(site.url + path)
    first = with_scripts.locator(folded).first
    assert not first.is_visible()
    with_scripts.emulate_media(media="print")
    assert first.is_visible()
    without = fresh(java_script_enabled=False)
    without.goto(site.url + path)
    assert without.locator(folded).first.is_visible()
