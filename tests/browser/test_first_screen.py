"""What a reader sees before any scrolling: the statement, the verdict, the caveat that weighs most."""

from __future__ import annotations

import bs4
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


def test_a_claims_page_goes_from_statement_to_verdict_caveats_explanation_and_evidence(site: Served) -> None:
    parts = (".x-lead", ".x-verdict", ".x-verdict + .x-caveats", ".x-body", "#evidence", "#history")
    seen = 0
    for path in site.by_kind["claim"]:
        page = bs4.BeautifulSoup(site.pages[path].read_text("utf-8"), "html.parser")
        found = [one for part in parts if (one := page.select_one(f"main {part}"))]
        places = [(one.sourceline or 0, one.sourcepos or 0) for one in found]
        seen += len(places) == len(parts)
        assert places == sorted(places), path
    assert seen > 20


def test_what_holds_for_nearly_all_claims_is_never_told_before_the_fold(site: Served, page: Page) -> None:
    page.goto(site.url)
    limits = page.locator(".x-limits a").evaluate_all("(all) => all.map((one) => one.hash.slice(1))")
    told = {
        (path, str(label["href"]).rpartition("#")[2])
        for path in site.by_kind["claim"]
        for label in bs4.BeautifulSoup(site.pages[path].read_text("utf-8"), "lxml").select(
            ".x-verdict + .x-caveats > ol .x-caveat__label"
        )
    }
    assert limits
    assert {(path, rule) for path, rule in told if rule in limits} == set()


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
