"""A claim or topic shared in a chat: the page names a picture, and a browser finds it there, whole and of its size."""

from __future__ import annotations

import re
from html import unescape

from playwright.sync_api import Page

from tests.browser.conftest import Served


def said(html: str, name: str) -> str:
    found = re.search(rf'<meta (?:property|name)="{name}" content="([^"]*)">', html)
    return unescape(found[1]) if found else ""


def test_claims_and_topics_have_pictures_of_their_own_and_no_other_page_has(site: Served) -> None:
    own = set()
    for address, path in site.pages.items():
        html = path.read_text("utf-8")
        if "og:image" not in html:
            continue
        picture = said(html, "og:image")
        if not picture.endswith("/assets/card.png"):
            own.add(address)
            assert picture.endswith(f"/{address}share.png")
            assert said(html, "og:image:alt").endswith(".")
        assert (said(html, "og:image:width"), said(html, "og:image:height")) == ("1200", "630")
        assert said(html, "twitter:card") == "summary_large_image"
    claims = {address.removesuffix("card/") for address in site.by_kind["card"]}
    topics = {
        address
        for address in site.pages
        if address.startswith("topics/")
        and address != "topics/"
        and "x-status" in site.pages[address].read_text("utf-8")
    }
    assert own == claims | topics
    assert len(topics) > 5


def test_a_picture_says_what_its_page_says(site: Served, page: Page) -> None:
    for claim in [address.removesuffix("card/") for address in site.by_kind["card"]][:8]:
        page.goto(site.url + claim)
        status = page.locator(".x-verdict .x-status__word").all_inner_texts()
        labels = page.locator(".x-verdict + .x-caveats > ol .x-caveat__label").all_inner_texts()
        alt = said(site.pages[claim].read_text("utf-8"), "og:image:alt")
        assert f" Status: {', '.join(status)}." in alt
        assert f" Weightiest caveat: {labels[0]}. " in alt


def test_a_browser_opens_every_picture(site: Served, page: Page) -> None:
    page.goto(site.url)
    pictures = sorted(path.relative_to(site.folder).as_posix() for path in site.folder.rglob("share.png"))
    assert len(pictures) > 50
    sizes = page.evaluate(
        """(paths) => Promise.all(paths.map(async (path) => {
            const image = new Image();
            image.src = path;
            await image.decode();
            return [image.naturalWidth, image.naturalHeight];
        }))""",
        pictures,
    )
    assert {tuple(size) for size in sizes} == {(1200, 630)}
