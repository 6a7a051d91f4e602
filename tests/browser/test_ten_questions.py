"""Ten questions that readers come with are answered from the first page in three clicks; and what it says at once."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served

QUESTIONS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "Are they fighting, and who says so?": (
        ("claims/troops-in-kursk/",),
        "#evidence ~ .x-evidence--supports",
        r"South Korea|Ukraine",
    ),
    "How many were killed?": (("claims/casualties-total/",), "main", r"about 6,000"),
    "What does Article 4 say, in its languages?": (
        ("treaties/comprehensive-partnership-treaty-2024/#art-4",),
        ".x-provision:has(#art-4)",
        r"Russian.*Korean|Korean.*Russian",
    ),
    "Did Russia admit it, and when?": (
        ("claims/troops-in-kursk/",),
        ".x-verdict",
        r"Russia on 26 April 2025",
    ),
    "What was known on 14 October 2024?": (("as-known-on/2024-10-14/",), "main", r"alleged"),
    "Who denied it and later changed?": (
        ("positions/",),
        ".x-matrix__cell--changed >> nth=0",
        r"(?i)denied|acknowledg|conced",
    ),
    "Which missiles, and by whose count?": (
        ("claims/ballistic-missiles-number-and-accuracy/",),
        "main",
        r"missiles.*Figures.*By.*Ukraine|missiles.*Figures.*By.*HUR",
    ),
    "What does Russia give?": (("topics/", "topics/what-russia-gives/"), "main", r"oil.*Air defence"),
    "What is not known?": (("questions/",), ".x-question >> nth=0", r"\?"),
    "How do I cite it, and how follow it?": (
        ("about/",),
        "main",
        r"How to cite.*as of",
    ),
}
"""Each question with the links to follow from the first page, the part that answers, and words of the answer."""


def flat(text: str) -> str:
    """Return text on one line, its spaces plain ones."""
    return " ".join(text.split())


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_answered_in_at_most_three_clicks(question: str, site: Served, page: Page) -> None:
    path, part, answer = QUESTIONS[question]
    assert len(path) <= 3
    page.goto(site.url)
    for address in path:
        links = page.locator("main a:visible, header a:visible")
        found: list[str] = links.evaluate_all("(all) => all.map((one) => one.href)")
        links.nth(found.index(site.url + address)).click()
        page.wait_for_url(site.url + address)
    expect(page.locator(part).first).to_be_visible()
    assert re.search(answer, flat(page.locator(part).first.inner_text()))


def test_the_changes_can_be_followed_from_the_first_page(site: Served, page: Page) -> None:
    page.goto(site.url)
    page.locator('main a[href$="changes/"]').first.click()
    feed = page.locator('main a[href$="feeds/changes.atom"], link[type="application/atom+xml"]').first
    feed.wait_for(state="attached")  # the page may not have been read whole yet


def test_the_first_screen_says_who_makes_it_how_current_it_is_and_what_the_signs_mean(
    site: Served, page: Page
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site.url)
    imprint = page.locator(".x-imprint")
    lines = imprint.evaluate("(one) => one.offsetHeight / parseFloat(getComputedStyle(one).lineHeight)")
    assert lines <= 2.1
    for said in ("Made by", "sources", "read up to", "last edited", "published rules"):
        assert said in imprint.inner_text()
    for part in (
        imprint,
        page.locator("main ol").first,
        page.locator(".x-signs"),
        page.locator(".x-knowledge"),
    ):
        box = part.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 800
    shown = set(
        page.locator("main > article > ol")
        .first.locator(".x-status")
        .evaluate_all("(all) => all.map((one) => one.title)")
    )
    explained = set(page.locator(".x-signs .x-status__word, .x-signs__contested").all_inner_texts())
    assert {word for title in shown for word in title.split(", ")} <= explained


def test_what_changed_has_its_day_of_knowledge_and_the_day_of_editing(site: Served, page: Page) -> None:
    page.goto(site.url)
    changes = page.locator("ol.x-changes")
    assert changes.locator("time.x-change__when").count() == changes.locator("> li").count() > 0
    assert re.search(r"gone through on \d+ \w+ 20\d\d", flat(changes.locator("+ p").inner_text()))
