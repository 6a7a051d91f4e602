"""A claim on somebody else’s page: its card is whole at any width, needs no script and leads back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Served


def claims(site: Served) -> list[str]:
    return [address.removesuffix("card/") for address in site.by_kind["card"]]


def oembed(site: Served, claim: str) -> dict[str, str | int]:
    found: dict[str, str | int] = json.loads(
        (site.folder / f"data/{claim.rstrip('/')}.oembed.json").read_text("utf-8")
    )
    return found


def test_every_claim_has_a_card_and_announces_it(site: Served) -> None:
    assert {
        claim for claim in site.by_kind["claim"] if "x-verdict" in site.pages[claim].read_text("utf-8")
    } == set(claims(site))
    for claim in claims(site):
        html = site.pages[claim].read_text("utf-8")
        assert (
            f'type="application/json+oembed" title="oEmbed" href="../../data/{claim.rstrip("/")}.oembed.json"'
            in html
        )
        card = site.pages[f"{claim}card/"].read_text("utf-8")
        assert '<meta name="robots" content="noindex">' in card
        assert "<script" not in card
        assert f'{claim}">' in card.split('rel="canonical"')[1].split("\n")[0]


def test_cards_are_in_no_list_of_pages(site: Served) -> None:
    assert "card/" not in (site.folder / "sitemap.xml").read_text("utf-8")
    assert "card/" not in (site.folder / "assets/search.json").read_text("utf-8")


@pytest.mark.parametrize("width", [320, 700])
def test_nothing_of_a_card_is_cut_off_in_the_height_that_it_asks_for(
    site: Served, page: Page, width: int
) -> None:
    short = {}
    for claim in claims(site):
        told = int(oembed(site, claim)["height"])
        page.set_viewport_size({"width": width, "height": told})
        page.goto(f"{site.url}{claim}card/")
        size = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
        if size[0] > width or size[1] > told:
            short[claim] = (told, size)
    assert short == {}


def test_a_card_says_what_its_claim_says_first(site: Served, page: Page) -> None:
    for claim in claims(site)[:12]:
        page.goto(site.url + claim)
        status = page.locator(".x-verdict .x-status").first.inner_text()
        labels = page.locator(".x-verdict + .x-caveats > ol .x-caveat__label").all_inner_texts()
        page.goto(f"{site.url}{claim}card/")
        assert page.locator(".x-card__status .x-status").inner_text() == status
        assert page.locator(".x-caveat__label").all_inner_texts() == labels


def test_the_code_on_a_claims_page_shows_the_card_on_another_page(
    site: Served, fresh: Open, tmp_path: Path
) -> None:
    claim = site.one("claim")
    page = fresh(permissions=["clipboard-read", "clipboard-write"])
    page.goto(site.url + claim)
    page.get_by_text("Embed this claim").click()
    page.get_by_role("button", name="Copy the code that embeds this claim").click()
    expect(page.locator("body > [role=status]")).to_have_text("Code copied")
    code = str(page.evaluate("navigator.clipboard.readText()"))
    assert code == oembed(site, claim)["html"]
    address = code.split('src="')[1].split('"', maxsplit=1)[0]
    other = tmp_path / "other.html"
    other.write_text(
        f"<!doctype html><title>Other</title>{code.replace(address, f'{site.url}{claim}card/')}", "utf-8"
    )
    page.goto(other.as_uri())
    frame = page.frame_locator("iframe")
    expect(frame.locator(".x-card__status")).to_be_visible()
    expect(frame.locator(".x-card__foot")).to_be_visible()
