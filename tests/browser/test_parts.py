"""Long lists stand on several pages: all can be reached, filtered and found again under old anchors."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.benchmark import generate
from tests.browser.conftest import Open, Served
from tests.site.crawling import SitePage, crawl

SIZE = 1600
"""So many records make 640 events, 320 claims, actors and sources, and more changes than a page shows."""

LISTS = {
    "timeline/": 640,
    "claims/": 320,
    "actors/": 320,
}
"""Lists that are cut, with the number of their entries."""


@pytest.fixture(scope="module")
def large(serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> Served:
    """Build a large site and serve it."""
    folder = tmp_path_factory.mktemp("large")
    generate.write(SIZE, folder / "project")
    url = serve(folder / "site")
    settings = (folder / "project" / "mkdocs.yml").read_text("utf-8")
    settings = re.sub(r"^site_url: .*$", f"site_url: {url}", settings, flags=re.MULTILINE)
    (folder / "project" / "mkdocs.yml").write_text(settings, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(
        command, cwd=folder / "project", env=environment, capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stderr[-1500:]
    return Served(folder / "site", url)


@pytest.fixture(scope="module")
def events(large: Served) -> dict[str, dict[str, Any]]:
    """Return every event as it was written."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((large.folder.parent / "project/content/timeline").glob("*.yml")):
        found |= yaml.safe_load(path.read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def pages(large: Served) -> dict[str, SitePage]:
    return crawl(large.folder)


def linked(page: SitePage) -> set[str]:
    """Return the addresses within the site to which a page links."""
    return {urljoin(f"/{page.address}", link).lstrip("/").partition("#")[0] for link in page.links}


def parts_of(address: str, pages: dict[str, SitePage]) -> list[str]:
    return sorted(one for one in linked(pages[address]) if one.startswith(f"{address}part/"))


@pytest.mark.parametrize("address", LISTS)
def test_every_entry_stands_on_one_part_that_the_list_leads_to(
    address: str, pages: dict[str, SitePage]
) -> None:
    parts = parts_of(address, pages)
    assert len(parts) > 1
    entries = {
        one for one in pages if re.fullmatch(rf"{address}[^/]+/", one) and one.startswith(f"{address}")
    }
    listed = Counter(
        urljoin(f"/{part}", str(given["href"])).lstrip("/")
        for part in parts
        for tag, given in pages[part].tags
        if tag == "a" and given.get("data-ref")
    )
    assert len(entries) == LISTS[address]
    assert entries <= set(listed)
    if address == "timeline/":
        assert all(listed[one] == 1 for one in entries)


def test_no_page_is_heavy(large: Served, pages: dict[str, SitePage]) -> None:
    for address, page in pages.items():
        packed = len(gzip.compress(large.pages[address].read_bytes(), 6))
        assert packed < 150_000, address
        assert len(page.tags) < 8000, (address, len(page.tags))


def test_counts_on_the_list_are_those_of_its_parts(large: Served, fresh: Open) -> None:
    bare = fresh(java_script_enabled=False)
    bare.goto(f"{large.url}timeline/")
    for item in bare.locator(".x-parts__list > li").all():
        year, count = item.inner_text().split()[:2]
        bare_part = fresh(java_script_enabled=False)
        shown = 0
        for link in item.locator("a").all():
            bare_part.goto(urljoin(bare.url, str(link.get_attribute("href"))))
            assert year in bare_part.locator("h1").inner_text()
            shown += bare_part.locator(".x-event").count()
        assert shown == int(count.rstrip(":"))


def test_one_walks_from_part_to_part_without_script(large: Served, fresh: Open) -> None:
    bare = fresh(java_script_enabled=False)
    bare.goto(f"{large.url}timeline/")
    bare.locator(".x-parts__list a").first.click()
    bare.wait_for_load_state()
    seen = 0
    while True:
        seen += bare.locator(".x-event").count()
        after = bare.locator(".x-partnav a[rel=next]")
        if not after.count():
            break
        after.click()
        bare.wait_for_load_state()
    assert seen == LISTS["timeline/"]
    bare.get_by_role("link", name="All parts").click()
    bare.wait_for_url(f"{large.url}timeline/")


def test_the_filter_works_over_all_parts(
    large: Served, page: Page, events: dict[str, dict[str, Any]]
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{large.url}timeline/")
    sentence = page.locator(".x-filter").get_by_role("status")
    expect(sentence).to_have_text("640 events")
    assert not [url for url in asked if "assets/lists/" in url], "nothing is fetched before it is needed"
    page.locator("input[name=strand][value=two]").check()
    wanted = {id for id, event in events.items() if event["strands"] == ["two"]}
    expect(sentence).to_have_text(f"{len(wanted)} of 640 events")
    page.locator("input[name=words]").fill("bridge")
    wanted = {id for id in wanted if "bridge" in events[id]["title"].lower()}
    expect(sentence).to_have_text(f"{len(wanted)} of 640 events")
    links = page.locator(".x-matches a")
    expect(links).to_have_count(len(wanted))
    found = {str(link.get_attribute("href")).rstrip("/").rpartition("/")[2] for link in links.all()}
    assert found == wanted
    assert len([url for url in asked if "assets/lists/" in url]) == 1
    # the view can be shared
    shared = page.url
    page.goto("about:blank")
    page.goto(shared)
    expect(sentence).to_have_text(f"{len(wanted)} of 640 events")
    page.locator(".x-filter").get_by_role("button", name="Reset").click()
    expect(sentence).to_have_text("640 events")
    expect(page.locator(".x-matches")).to_be_hidden()


def test_counts_of_choices_follow_over_all_parts(
    large: Served, page: Page, events: dict[str, dict[str, Any]]
) -> None:
    page.goto(f"{large.url}timeline/")
    actor = "actor-7"
    page.locator("select[name=actor]").select_option(actor)
    of_actor = [event for event in events.values() if actor in {one["actor"] for one in event["actors"]}]
    expect(page.locator(".x-filter").get_by_role("status")).to_have_text(f"{len(of_actor)} of 640 events")
    strands = Counter(event["strands"][0] for event in of_actor)
    for strand in ("one", "two", "three"):
        count = page.locator(f".x-choice:has(input[value={strand}]) [data-count]")
        expect(count).to_have_text(str(strands[strand]))


@pytest.mark.parametrize(("address", "anchor"), [("timeline/", "e-event-7"), ("claims/", "claim-claim-9")])
def test_an_old_anchor_leads_on_to_the_part(large: Served, page: Page, address: str, anchor: str) -> None:
    page.goto(f"{large.url}{address}#{anchor}")
    page.wait_for_url(re.compile(rf"{address}part/.*#{anchor}$"))
    assert page.locator(f"#{anchor}").count() == 1


def test_the_anchor_of_a_year_stays_on_the_list(large: Served, page: Page) -> None:
    page.goto(f"{large.url}timeline/#y2024")
    expect(page.locator("#y2024")).to_contain_text("2024")
    assert page.url.endswith("timeline/#y2024")


def test_an_index_that_cannot_be_had_is_told(large: Served, page: Page) -> None:
    page.route("**/assets/lists/*", lambda route: route.fulfill(status=500, body=""))
    page.goto(f"{large.url}timeline/")
    page.locator("input[name=strand][value=two]").check()
    expect(page.locator(".x-filter").get_by_role("status")).to_contain_text("could not be loaded")


def test_indexes_hold_every_entry(large: Served) -> None:
    for address, count in LISTS.items():
        index = json.loads((large.folder / f"assets/lists/{address.strip('/')}.json").read_text("utf-8"))
        assert len({item[1] for item in index["items"]}) == count
        assert all((large.folder / part / "index.html").is_file() for part in index["parts"])
