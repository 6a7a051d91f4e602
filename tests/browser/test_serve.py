"""`mkdocs serve` while somebody edits: the page follows, and whatever breaks, the server lives on and says so."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[2]
LAKE = ROOT / "tests" / "site" / "projects" / "lake"
PATIENCE = 60_000
"""How long one may wait for an edit to show, in milliseconds; a loaded machine is slow."""


def free_port() -> int:
    with socket.socket() as attempt:
        attempt.bind(("127.0.0.1", 0))
        return int(attempt.getsockname()[1])


class Serving:
    """A project in a folder of its own, served as `make serve` serves it."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.url = f"http://127.0.0.1:{free_port()}/lake/"
        self.log = project.parent / "serve.log"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        address = self.url.removeprefix("http://").partition("/")[0]
        command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                command, cwd=self.project, env=environment, stdout=log, stderr=subprocess.STDOUT
            )
        deadline = time.monotonic() + PATIENCE / 1000
        while "Serving on" not in self.said():
            assert self._process.poll() is None, self.said()
            assert time.monotonic() < deadline, self.said()
            time.sleep(0.1)

    def said(self) -> str:
        return self.log.read_text("utf-8", "replace")

    def is_alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def edit(self, path: str, old: str, new: str) -> None:
        """Change a file as an editor does, with a time stamp that is new for certain."""
        file = self.project / path
        text = file.read_text("utf-8")
        assert old in text, f"{old!r} is not in {path}"
        file.write_text(text.replace(old, new, 1), "utf-8")

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=30)


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    project = tmp_path / "project"
    shutil.copytree(LAKE, project)
    shutil.copytree(ROOT / "hooks", project / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    found = Serving(project)
    yield found
    found.stop()


CLAIMS = "content/claims/level.yml"
EVENTS = "content/timeline/all.yml"
PLACES = "content/places/all.yml"


def _ids_of(serving: Serving, path: str) -> list[str]:
    return re.findall(r"^([a-z0-9-]+):$", (serving.project / path).read_text("utf-8"), re.MULTILINE)


def _title_of(serving: Serving) -> tuple[str, str]:
    """Return the id and the title of the first claim of the project."""
    text = (serving.project / CLAIMS).read_text("utf-8")
    id = re.search(r"^([a-z0-9-]+):$", text, re.MULTILINE)
    title = re.search(r"^  title: (.+)$", text, re.MULTILINE)
    assert id
    assert title
    return id[1], title[1]


def test_page_and_banner_follow_what_somebody_edits(page: Page, serving: Serving) -> None:
    serving.start()
    id, title = _title_of(serving)
    page.goto(f"{serving.url}claims/{id}/")
    heading, banner = page.locator("h1"), page.locator(".x-banner")
    expect(heading).to_have_text(title)
    expect(banner).to_have_count(0)

    # an edit
    serving.edit(CLAIMS, f"  title: {title}", "  title: Edited once")
    expect(heading).to_have_text("Edited once", timeout=PATIENCE)

    # a broken edit: the last good page stays, with what is wrong, where and in which line
    serving.edit(CLAIMS, "  title: Edited once", '  title: "Edited <b>twice')
    expect(banner).to_contain_text("unclosed-quote", timeout=PATIENCE)
    expect(banner).to_contain_text(f"{CLAIMS}:")
    expect(banner).to_contain_text('title: "Edited <b>twice')
    expect(banner.locator("b")).to_have_count(0)
    expect(heading).to_have_text("Edited once")

    # another mistake in its place: the banner follows
    serving.edit(CLAIMS, '  title: "Edited <b>twice', "  title: Edited three times\n  titel: x")
    expect(banner).to_contain_text("unknown-field", timeout=PATIENCE)
    expect(banner).not_to_contain_text("unclosed-quote")

    # other pages show it, too, and none hangs
    page.goto(f"{serving.url}timeline/")
    expect(page.locator(".x-banner")).to_contain_text("unknown-field")
    page.goto(f"{serving.url}claims/{id}/")

    # mended
    serving.edit(CLAIMS, "\n  titel: x", "")
    expect(heading).to_have_text("Edited three times", timeout=PATIENCE)
    expect(banner).to_have_count(0)
    assert serving.is_alive()


def test_templates_styles_and_python_are_followed_too(page: Page, serving: Serving) -> None:
    serving.start()
    id, title = _title_of(serving)
    page.goto(f"{serving.url}claims/{id}/")
    heading, banner = page.locator("h1"), page.locator(".x-banner")
    expect(heading).to_have_text(title)

    # a template
    template = "hooks/explainer/templates/claim.html"
    serving.edit(template, "{{ title }}</h1>", "Template: {{ title }}</h1>")
    expect(heading).to_have_text(f"Template: {title}", timeout=PATIENCE)

    # a style
    style = max((serving.project / "hooks/explainer/styles").glob("*.css"))
    style.write_text(
        style.read_text("utf-8") + "\n@media screen { .x-article h1 { letter-spacing: 7px } }\n", "utf-8"
    )
    expect(heading).to_have_css("letter-spacing", "7px", timeout=PATIENCE)

    # Python that does not even compile
    python = "hooks/explainer/kinds/claim.py"
    works = "summary=lambda claim: claim.statement,"
    serving.edit(python, works, "summary=lambda claim: claim.statement +,")
    expect(banner).to_contain_text("SyntaxError", timeout=PATIENCE)
    expect(banner).to_contain_text("claim.py")

    # Python that fails when it runs
    serving.edit(python, "claim.statement +,", "claim.statment,")
    expect(banner).to_contain_text("AttributeError", timeout=PATIENCE)

    # Python that works
    serving.edit(python, "claim.statment,", "claim.statement,")
    serving.edit("hooks/explainer/wording.py", '"no origin that is known"', '"an edited origin"')
    expect(page.locator(".x-verdict")).to_contain_text("an edited origin", timeout=PATIENCE)
    expect(banner).to_have_count(0)

    # the adapter itself
    adapter = "hooks/explainer_mkdocs/events.py"
    serving.edit(adapter, '"as_of": day_words(settings.as_of),', '"as_of": "the edited day",')
    expect(page.locator(".x-pagefoot")).to_contain_text("the edited day", timeout=PATIENCE)
    assert serving.is_alive()


def test_an_edit_of_records_or_prose_takes_no_whole_build_and_is_what_a_cold_build_makes(
    page: Page, serving: Serving
) -> None:
    serving.start()
    id, title = _title_of(serving)
    page.goto(f"{serving.url}claims/{id}/")
    serving.edit(CLAIMS, f"  title: {title}", "  title: Edited once")
    expect(page.locator("h1")).to_have_text("Edited once", timeout=PATIENCE)

    # a record that comes and goes; another id, and the old address leads to the new one
    quay = "the-quay:\n  name: The quay\n  country: [CH]\n  latitude: 46.8\n  longitude: 8.2\n\n"
    serving.edit(PLACES, "lakeside:\n", f"{quay}lakeside:\n")
    _wait_until(page, serving, "places/the-quay/", "The quay")
    assert page.request.get(f"{serving.url}data/places/the-quay.json").json()["title"] == "The quay"
    serving.edit(PLACES, quay, "")
    _wait_until(page, serving, "places/the-quay/", "This page does not exist")
    assert page.request.get(f"{serving.url}data/places/the-quay.json").status == 404
    event = _ids_of(serving, EVENTS)[-1]
    serving.edit(EVENTS, f"{event}:\n", f"another-id:\n  formerly: [{event}]\n")
    _wait_until(page, serving, "timeline/", "another-id")
    assert "another-id" in page.request.get(f"{serving.url}timeline/{event}/").text()

    # prose: a mistake first, which is told; then what the page says, and lists that follow it
    about = serving.project / "docs/about.md"
    text = about.read_text("utf-8")
    about.write_text(f"{text}\nSee [[no-such-thing]].\n", "utf-8")
    _wait_until(page, serving, "about/", "there is no record “no-such-thing”")
    serving.edit(CLAIMS, "  title: Edited once", "  title: Edited twice")
    about.write_text(f"{text}\nSee *this* too: [[{id}]].\n", "utf-8")
    _wait_until(page, serving, "about/", "<em>this</em> too")
    assert "Edited twice" in page.request.get(f"{serving.url}about/").text()
    assert "about/" in page.request.get(f"{serving.url}claims/{id}/").text()

    out = serving.project.parent / "out"
    build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(out)]
    subprocess.run(build, cwd=serving.project, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    paths = sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())
    assert {"timeline/another-id/index.html", f"timeline/{event}/index.html"} < set(paths)
    warm = _answers(page, serving, paths)
    assert serving.said().count("Documentation built") == 1
    serving.stop()
    serving.start()
    cold = _answers(page, serving, paths)
    assert [path for path in paths if warm[path] != cold[path]] == []


def _wait_until(page: Page, serving: Serving, path: str, words: str) -> None:
    """Wait until the server shows an edit."""
    deadline = time.monotonic() + PATIENCE / 1000
    while words not in page.request.get(f"{serving.url}{path}").text():
        assert time.monotonic() < deadline, serving.said()
        time.sleep(0.1)


def _answers(page: Page, serving: Serving, paths: list[str]) -> dict[str, bytes]:
    """Return what the server answers at each path, without what it adds for the live reload."""
    return {
        path: re.sub(rb"livereload\(\d+, \d+\)", b"", page.request.get(f"{serving.url}{path}").body())
        for path in paths
    }


def test_a_broken_first_build_is_shown_and_can_be_mended(page: Page, serving: Serving) -> None:
    id, title = _title_of(serving)
    serving.edit(CLAIMS, f"  title: {title}", "  titel: Misspelt")
    serving.start()
    page.goto(serving.url)
    banner = page.locator(".x-banner")
    expect(banner).to_contain_text("unknown-field")
    expect(banner).to_contain_text("cannot be published yet")
    # what is missing is named once: menu and links that lead to records are no mistakes, and pages have their look
    assert "WARNING" not in serving.said()

    # a mistake of another kind instead
    serving.edit(CLAIMS, "  titel: Misspelt", f"\ttitle: {title}")
    expect(banner).to_contain_text("there is a tab here", timeout=PATIENCE)
    expect(banner).not_to_contain_text("unknown-field")

    # mended
    serving.edit(CLAIMS, f"\ttitle: {title}", f"  title: {title}")
    expect(banner).to_have_count(0, timeout=PATIENCE)
    page.goto(f"{serving.url}claims/{id}/")
    expect(page.locator("h1")).to_have_text(title)


def test_broken_settings_do_not_stop_the_server(page: Page, serving: Serving) -> None:
    serving.start()
    page.goto(serving.url)
    banner = page.locator(".x-banner")
    serving.edit("mkdocs.yml", "site_name: The", "site_name: [The")
    expect(banner).to_contain_text("mkdocs.yml:1", timeout=PATIENCE)
    serving.edit("mkdocs.yml", "site_name: [The", "site_name: The")
    expect(banner).to_have_count(0, timeout=PATIENCE)
    assert serving.is_alive()


def test_a_page_with_a_dangling_reference_is_told_and_mended(page: Page, serving: Serving) -> None:
    serving.start()
    page.goto(f"{serving.url}about/")
    banner = page.locator(".x-banner")
    about = serving.project / "docs/about.md"
    text = about.read_text("utf-8")
    about.write_text(text + "\nSee [[no-such-thing]].\n", "utf-8")
    expect(banner).to_contain_text("there is no record “no-such-thing”", timeout=PATIENCE)
    about.write_text(text + "\nMended.\n", "utf-8")
    expect(page.locator("article")).to_contain_text("Mended.", timeout=PATIENCE)
    expect(banner).to_have_count(0)
