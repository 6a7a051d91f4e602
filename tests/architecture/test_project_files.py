"""What the files around the code promise: locks that name no host, one version, commands that exist."""

from __future__ import annotations

import json
import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

import explainer

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt", "hooks/explainer/skeleton/project/requirements.txt")


def _pins(lock: str) -> dict[str, str]:
    """Return each pinned requirement with the text that belongs to it, up to the next one."""
    text = (ROOT / lock).read_text("utf-8")
    starts = [match.start() for match in re.finditer(r"^\S+==", text, flags=re.MULTILINE)]
    entries = [text[start:end] for start, end in pairwise([*starts, len(text)])]
    return {entry.split(" \\\n")[0]: entry for entry in entries}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_release_has_its_hash(lock: str) -> None:
    assert _pins(lock)
    assert [pin for pin, entry in _pins(lock).items() if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host(lock: str) -> None:
    assert re.findall(r"\S*://\S*|.*index-url.*", (ROOT / lock).read_text("utf-8")) == []


def test_the_tests_run_on_the_same_releases_as_the_site() -> None:
    assert _pins("requirements.txt").keys() <= _pins("requirements-dev.txt").keys()


def test_a_project_of_one_s_own_gets_the_releases_with_which_the_generator_is_tested() -> None:
    given = _pins("hooks/explainer/skeleton/project/requirements.txt").keys()
    assert _pins("requirements.txt").keys() <= given <= _pins("requirements-dev.txt").keys()


def test_the_node_lock_has_hashes_and_says_nothing_of_where_packages_come_from() -> None:
    lock = json.loads((ROOT / "tests/node/package-lock.json").read_text("utf-8"))
    packages = {path: entry for path, entry in lock["packages"].items() if path}
    assert packages
    assert [path for path, entry in packages.items() if "resolved" in entry or "integrity" not in entry] == []


def test_node_packages_are_asked_for_by_exact_version() -> None:
    manifest = json.loads((ROOT / "tests/node/package.json").read_text("utf-8"))
    assert [name for name, version in manifest["devDependencies"].items() if not version[0].isdigit()] == []


def test_the_version_stands_in_the_code_alone() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert "version" not in project
    assert "version" in project["dynamic"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", explainer.__version__)


@pytest.mark.parametrize("paper", ["README.md", "CONTRIBUTING.md"])
def test_every_make_command_in_the_papers_exists(paper: str) -> None:
    text = (ROOT / paper).read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE))
    named = set(re.findall(r"(?:`|^ *)make ([a-z]+)", text, flags=re.MULTILINE))
    assert named
    assert named - targets == set()


@pytest.mark.parametrize("paper", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE-content.md"])
def test_every_file_that_the_papers_link_to_exists(paper: str) -> None:
    links = re.findall(r"(?<!!)\[[^]]*\]\((?!https?:|#|mailto:)([^)#]+)", (ROOT / paper).read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []
