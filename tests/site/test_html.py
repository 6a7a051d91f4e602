"""Every page is valid HTML, as two validators read it that are no work of ours."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

RULES = {
    "root": True,
    "extends": ["html-validate:standard"],
    "rules": {"wcag/h30": "error", "wcag/h32": "error", "wcag/h37": "error", "wcag/h71": "error"},
}


@pytest.fixture(params=["real", "lake"])
def site(request: pytest.FixtureRequest) -> Path:
    """Give each site in turn."""
    return Path(request.getfixturevalue(f"{request.param}_site"))


def one_of_each_kind(site: Path) -> list[str]:
    """Return the fullest page of every folder, and all pages that are alone in theirs."""
    fullest: dict[Path, Path] = {}
    for page in sorted(site.rglob("*.html"), key=lambda path: path.stat().st_size):
        fullest[page.parent.parent if page.name == "index.html" else page] = page
    alone = {*site.glob("*.html"), *site.glob("*/index.html")}
    return sorted(str(page) for page in {*fullest.values(), *alone})


@pytest.mark.java
def test_the_nu_html_checker_finds_no_error_on_any_page(site: Path, node_modules: Path) -> None:
    checker = node_modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    options = ["--errors-only", "--format", "json", "--exit-zero-always", "--skip-non-html"]
    command = ["java", "-Xss8m", "-Xmx1500m", "-jar", str(checker), *options, str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = json.loads(done.stderr)["messages"]
    assert [f"{one.get('url')}:{one.get('lastLine')}: {one['message']}" for one in found] == []


def test_html_validate_finds_nothing_on_a_page_of_each_kind(
    site: Path, node_modules: Path, tmp_path: Path
) -> None:
    pages = one_of_each_kind(site)
    assert str(site / "index.html") in pages
    assert str(site / "404.html") in pages
    rules = tmp_path / "rules.json"
    rules.write_text(json.dumps(RULES), "utf-8")
    program = node_modules / ".bin" / "html-validate"
    command = [str(program), "--config", str(rules), "--formatter", "json", *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 1}, done.stderr
    found = json.loads(done.stdout)
    assert [
        f"{page['filePath']}:{one['line']}: {one['ruleId']}: {one['message']}"
        for page in found
        for one in page["messages"]
    ] == []
