"""MkDocs’ own messages, as MkDocs words them, get a next step."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import examples

ROOT = Path(__file__).resolve().parents[2]

PAGES = {
    "docs/lost.md": "# Lost\n\n[away](gone.md), [part](index.md#nowhere), [top](/about/).\n",
    "docs/index.md": "# The river\n\nIt flows.\n",
}

SAID = [
    ("docs directory, but are not included in the", "list it in mkdocs.yml under “nav”"),
    ("which is not found in the documentation files", "Correct the path in mkdocs.yml under “nav”"),
    ("is not found among documentation files", "a record is linked with [[its-id]]"),
    ("does not contain an anchor", "Correct the word behind “#”"),
    ("absolute link", "such as ../about.md"),
]


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    project = examples.project(tmp_path_factory.mktemp("said") / "project", PAGES)
    settings = (project / "mkdocs.yml").read_text("utf-8")
    theme = (
        f"theme: {{name: material, custom_dir: {ROOT / 'hooks/explainer/theme'}, font: false, language: en}}"
    )
    more = (
        "nav: [index.md, missing.md]\n"
        f"hooks: [{ROOT / 'hooks/mkdocs_hooks.py'}]\n"
        "plugins: []\n"
        "validation: {omitted_files: info, absolute_links: warn, anchors: warn}\n"
    )
    settings = settings.replace("theme:\n  name: material", theme) + more
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(project / "site")],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr.splitlines()


@pytest.mark.parametrize(("words", "step"), SAID)
def test_what_mkdocs_says_is_followed_by_what_to_do(lines: list[str], words: str, step: str) -> None:
    number = next(number for number, line in enumerate(lines) if words in line)
    assert step in " ".join(lines[number : number + 5])
