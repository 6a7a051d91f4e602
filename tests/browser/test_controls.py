"""Controls are there when their script runs, and only then; nothing moves when they come."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from tests.browser.conftest import Open, Served, script

ROOT = Path(__file__).resolve().parents[2]
DEAD = script("dead-controls")
CONTROLS = {
    "claims": ".x-filter",
    "timeline": ".x-filter",
    "any-day": ".x-datecontrol",
    "search": ".x-results",
}
SCRIPT = "**/assets/explainer.js"


@pytest.mark.parametrize("kind", CONTROLS)
def test_controls_appear_with_their_script(kind: str, site: Served, page: Page) -> None:
    page.goto(site.url + site.one(kind))
    page.locator(f"{CONTROLS[kind]}:not([hidden])").wait_for()
    assert page.locator(".x-scheme").is_visible()
    assert page.locator(".x-js[hidden]").count() == 0


def _lost(route: Route) -> None:
    route.abort()


def _not_understood(route: Route) -> None:
    route.fulfill(body="const let = ?;", content_type="text/javascript")


def _fails_at_once(route: Route) -> None:
    route.fulfill(body="throw new Error('no');", content_type="text/javascript")


@pytest.mark.parametrize("answer", [_lost, _not_understood, _fails_at_once], ids=["lost", "old", "thrown"])
@pytest.mark.parametrize("kind", CONTROLS)
def test_without_their_script_no_control_is_there(
    kind: str, answer: object, site: Served, page: Page
) -> None:
    page.route(SCRIPT, answer)  # type: ignore[arg-type]
    page.goto(site.url + site.one(kind), wait_until="load")
    assert not page.locator(CONTROLS[kind]).is_visible()
    assert not page.locator(".x-scheme").is_visible()
    assert page.evaluate(DEAD) == []


def test_a_component_that_fails_takes_no_other_with_it(site: Served, page: Page) -> None:
    def broken(route: Route) -> None:
        text = route.fetch().text()
        assert "const filter = (form) => {" in text
        route.fulfill(
            body=text.replace(
                "const filter = (form) => {", "const filter = (form) => { throw new Error('no');"
            ),
            content_type="text/javascript",
        )

    page.route(SCRIPT, broken)
    page.goto(site.url + site.one("claims"), wait_until="load")
    page.locator(".x-scheme:not([hidden])").wait_for()
    assert not page.locator(".x-filter").is_visible()


@pytest.mark.parametrize("kind", CONTROLS)
def test_nothing_moves_when_they_come(kind: str, site: Served, page: Page) -> None:
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => { window.moved += "
        "one.value; })).observe({ type: 'layout-shift', buffered: true });"
    )

    def late(route: Route) -> None:
        page.wait_for_timeout(400)
        route.continue_()

    page.route(SCRIPT, late)
    page.goto(site.url + site.one(kind), wait_until="networkidle")
    assert page.evaluate("window.moved") == 0


@pytest.fixture(scope="session")
def copy(site: Served, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the copy that readers take away."""
    command = [sys.executable, "-m", "explainer", "offline", str(site.folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    folder = tmp_path_factory.mktemp("copy")
    with zipfile.ZipFile(site.folder / "site.zip") as packed:
        packed.extractall(folder)
    return folder / "site"


def test_the_copy_is_read_from_a_folder(copy: Path, fresh: Open) -> None:
    page = fresh()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((copy / "index.html").as_uri())
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Claims").click()
    page.wait_for_url((copy / "claims" / "index.html").as_uri())
    page.locator(".x-filter:not([hidden])").wait_for()
    page.get_by_label("Words").fill("prisoners")
    # The filter waits for a pause in typing: what it hides is known once it says how much is left.
    page.locator(".x-filter [role='status']").filter(has_text=" of ").wait_for()
    page.locator("main h3 a:visible").first.click()
    page.wait_for_url(re.compile("/claims/[^/]+/index.html"))
    page.locator("h1").wait_for()
    assert said == []


def test_the_copy_says_in_words_that_it_cannot_be_searched(copy: Path, fresh: Open) -> None:
    page = fresh()
    page.goto((copy / "index.html").as_uri())
    page.get_by_label("Search", exact=True).fill("Kursk")
    page.get_by_text("Search needs a server, and this copy is read from a folder.").first.wait_for()
    page.keyboard.press("Enter")
    page.get_by_text("The lists below are complete.").first.wait_for()


def test_a_reader_finds_the_copy_on_the_page_of_all_data(copy: Path, site: Served, page: Page) -> None:
    assert copy.is_dir()
    page.goto(f"{site.url}data/")
    with page.expect_download() as download:
        page.get_by_role("link", name="site.zip").click()
    assert download.value.suggested_filename == "site.zip"
