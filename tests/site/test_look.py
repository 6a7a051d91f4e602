"""A site's own look reaches every page, at every depth, and pages without it keep the usual one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.crawling import SitePage, crawl


@pytest.fixture(scope="module")
def pages(lake_site: Path) -> dict[str, SitePage]:
    """Read all pages of a site with a look of its own."""
    return crawl(lake_site)


def _all(page: SitePage, tag: str, key: str, value: str) -> list[dict[str, str | None]]:
    return [found for name, found in page.tags if name == tag and value in (found.get(key) or "").split()]


@pytest.mark.parametrize("address", ["", "claims/", "contributing/fields/", "404.html"])
def test_pages_show_logo_icon_and_footer(address: str, pages: dict[str, SitePage], lake_site: Path) -> None:
    page = pages[address]
    (logo,) = _all(page, "img", "class", "x-brand__logo")
    assert logo["alt"] == ""  # the name of the site stands beside it
    (icon,) = _all(page, "link", "rel", "icon")
    assert icon["type"] == "image/svg+xml"
    for link in (logo["src"] or "", icon["href"] or ""):
        below = link.removeprefix("/lake/") if link.startswith("/") else f"{address}{link}"
        assert (lake_site / below).resolve() == (lake_site / "assets" / "lake.svg").resolve()
    (licence,) = _all(page, "a", "rel", "license")
    assert licence["href"] == "https://creativecommons.org/licenses/by-sa/4.0/"
    assert "Lake & Land Society, “the two towns”" in page.text
    assert "CC BY-SA 4.0" in page.text


def test_a_colour_and_a_typeface_are_in_the_stylesheet(lake_site: Path, dam_site: Path) -> None:
    own = (lake_site / "assets" / "explainer.css").read_text(encoding="utf-8")
    usual = (dam_site / "assets" / "explainer.css").read_text(encoding="utf-8")
    assert own.startswith(usual)
    assert "--x-accent: light-dark(#0d5c63, " in own.removeprefix(usual)
    assert "--x-serif: var(--x-sans)" in own.removeprefix(usual)


def test_a_site_without_a_look_has_the_usual_one(dam_site: Path) -> None:
    page = crawl(dam_site)[""]
    assert not _all(page, "img", "class", "x-brand__logo")
    assert len(_all(page, "svg", "class", "x-brand__mark")) == 1
    assert _all(page, "link", "rel", "icon")[0]["href"] == "assets/icon.svg"


def test_pictures_keep_their_room_and_say_whose_they_are(pages: dict[str, SitePage]) -> None:
    page = pages["actors/lake-institute/"]
    (picture,) = [
        given for tag, given in page.tags if tag == "img" and given["src"] == "../../assets/gauge.svg"
    ]
    assert (picture["width"], picture["height"], picture["loading"]) == ("320", "200", "lazy")
    assert picture["alt"] == "A staff in the water with marks from one to four."
    text = " ".join("".join(page.text).split())
    assert "The level is read here for the series. Lake Institute; CC BY 4.0. From " in text
    assert "Pictures from it" in "".join(pages["sources/institute-series/"].text)


def test_other_sites_show_the_card_of_this_one(pages: dict[str, SitePage]) -> None:
    said = {
        given.get("property"): given.get("content") for tag, given in pages["claims/"].tags if tag == "meta"
    }
    assert said["og:image"] == "https://example.org/lake/assets/card.png"
    assert said["og:image:alt"] == "A lake below a light sky"


def test_other_sites_show_the_picture_of_a_claim(pages: dict[str, SitePage], lake_site: Path) -> None:
    address = "claims/level-fell-by-half/"
    said = {
        given.get("property") or given.get("name"): given.get("content")
        for tag, given in pages[address].tags
        if tag == "meta"
    }
    assert said["og:image"] == f"https://example.org/lake/{address}share.png"
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["twitter:card"] == "summary_large_image"
    assert (said["og:image:alt"] or "").endswith(" As of 31 December 2021.")
    assert (lake_site / address / "share.png").is_file()
