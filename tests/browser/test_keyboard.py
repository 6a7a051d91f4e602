"""A walk with the Tab key through one page of every kind: each stop is visible, free, large enough and named."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import KINDS, Open, Served

STOPS = 40
"""How far a walk goes from the top; on longer pages it then goes on from the foot of the page."""

STOP = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const box = at.getBoundingClientRect();
  const style = getComputedStyle(at);
  const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1);
  const rects = [...at.getClientRects()];
  const hit = [[x, y], ...rects.map((rect) => [rect.x + rect.width / 2, rect.y + rect.height / 2])]
    .map(([x, y]) => document.elementFromPoint(x, y)).some((top) => top && (at.contains(top) || top.contains(at)));
  const inText = at.localName === "a" && style.display.startsWith("inline") && at.closest("p, li, td, th, dd, dt, figcaption, blockquote, h1, h2, h3, h4");
  // A link in a picture may be small where the same link stands in the text beside it (WCAG 2.5.8, “equivalent”).
  const equal = at.closest("svg") && [...document.querySelectorAll("a[href]")].some((link) => link.href === new URL(at.getAttribute("href"), location).href && !link.closest("svg"));
  const name = (at.getAttribute("aria-label") || at.labels?.[0]?.textContent || at.textContent || "").trim().replace(/\\s+/g, " ").slice(0, 50);
  const problems = [];
  if (!box.width || !box.height) problems.push("has no size");
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) problems.push("is off the screen");
  else if (!hit) problems.push("is covered");
  if (!name) problems.push("has no name");
  if (!inText && !equal && (Math.round(box.width) < 24 || Math.round(box.height) < 24)) problems.push(`is ${Math.round(box.width)}×${Math.round(box.height)}`);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) problems.push("does not show its focus");
  const path = [];
  for (let one = at; one.parentElement; one = one.parentElement) path.unshift([...one.parentElement.children].indexOf(one));
  return { what: `${at.localName}.${at.getAttribute("class") ?? ""} “${name}”`, path: path.join("/"), problems };
}"""


def walk(page: Page) -> tuple[list[dict[str, Any]], bool]:
    """Return the stops from where the focus is, and whether the walk came to the end of the page."""
    stops: list[dict[str, Any]] = []
    seen: set[str] = set()
    while len(stops) < STOPS:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["path"] in seen:
            return stops, True
        seen.add(stop["path"])
        stops.append(stop)
    return stops, False


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("kind", KINDS)
def test_every_stop_can_be_seen_and_hit(kind: str, width: int, site: Served, fresh: Open) -> None:
    page = fresh(viewport={"width": width, "height": 800})
    page.goto(site.url + site.one(kind))
    stops, ended = walk(page)
    if not ended:
        page.locator(".x-pagefoot a").first.focus()
        more, ended = walk(page)
        stops += more
    assert ended
    assert stops[0]["what"].endswith("“Skip to content”")
    assert [f"{stop['what']} {', '.join(stop['problems'])}" for stop in stops if stop["problems"]] == []


def test_the_skip_link_leads_past_the_header(site: Served, page: Page) -> None:
    page.goto(site.url + site.one("claim"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_focus_is_never_under_something_when_one_walks_back(site: Served, page: Page) -> None:
    page.goto(site.url + site.one("treaty"))
    page.locator(".x-pagefoot a").last.focus()
    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        assert "is covered" not in page.evaluate(STOP)["problems"]
