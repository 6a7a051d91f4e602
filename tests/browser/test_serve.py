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
    serving.edit(template, '<h1 id="top">{{ title }}</h1>', '<h1 id="top">Template: {{ title }}</h1>')
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
    status = re.search(r"x-verdict--([a-z]+)", page.locator(".x-verdict").get_attribute("class") or "")
    assert status
    serving.edit(python, "claim.statment,", "claim.statement,")
    serving.edit(python, f'    "{status[1]}": "', f'    "{status[1]}": "Edited: ')
    expect(page.locator(".x-verdict")).to_contain_text("Edited: ", timeout=PATIENCE)
    expect(banner).to_have_count(0)

    # the adapter itself
    serving.edit("hooks/mkdocs_hooks.py", '"as_of": day_words(settings.as_of),', '"as_of": "the edited day",')
    expect(page.locator(".x-pagefoot")).to_contain_text("the edited day", timeout=PATIENCE)
    assert serving.is_alive()


def test_an_edited_record_is_shown_before_the_whole_site_is_made(page: Page, serving: Serving) -> None:
    serving.edit("hooks/mkdocs_hooks.py", "PAUSE = 2.0", "PAUSE = 10.0")  # a loaded machine is slow
    serving.start()
    id, title = _title_of(serving)
    page.goto(f"{serving.url}claims/{id}/")
    builds = serving.said().count("Documentation built")
    serving.edit(CLAIMS, f"  title: {title}", "  title: Edited once")
    expect(page.locator("h1")).to_have_text("Edited once", timeout=PATIENCE)
    assert serving.said().count("Documentation built") == builds

    # and then the rest follows by itself, as a build from nothing would make it
    deadline = time.monotonic() + PATIENCE / 1000
    while serving.said().count("Documentation built") == builds:
        assert time.monotonic() < deadline, serving.said()
        time.sleep(0.1)
    # (not by leading the open page there: it may be about to reload itself)
    claims = page.request.get(f"{serving.url}claims/", timeout=PATIENCE).text()
    assert "Edited once" in claims
    assert title not in claims


def test_a_broken_first_build_is_shown_and_can_be_mended(page: Page, serving: Serving) -> None:
    id, title = _title_of(serving)
    serving.edit(CLAIMS, f"  title: {title}", "  titel: Misspelt")
    serving.start()
    page.goto(serving.url)
    banner = page.locator(".x-banner")
    expect(banner).to_contain_text("unknown-field")
    expect(banner).to_contain_text("cannot be published yet")

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
