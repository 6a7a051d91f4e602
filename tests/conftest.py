"""What all tests share: the browser they use, and what they may ask of the machine.

A test that needs a browser, Node.js, Java, pandoc, biber or LibreOffice is skipped, with the reason, where that is
missing. Where REQUIRE_BROWSER, REQUIRE_NODE and so on is 1, as in CI, it fails instead.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from playwright.sync_api import sync_playwright

NODE = Path(__file__).parent / "node"
NODE_MODULES = NODE / "node_modules"
DEBIAN_CHROMIUM = Path("/usr/bin/chromium")

QUIET_BROWSER = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
)
"""The browser asks for nothing of its own, so that whatever it asks for was asked by a page."""

hypothesis.settings.register_profile("night", max_examples=20_000, deadline=None)
if (profile := os.environ.get("HYPOTHESIS_PROFILE")) and profile != "mutation":
    hypothesis.settings.load_profile(profile)


def _chromium() -> Path | None:
    """Return the Chromium of the machine, or None to use the one that Playwright installs."""
    if chosen := os.environ.get("CHROMIUM"):
        return Path(chosen)
    return DEBIAN_CHROMIUM if DEBIAN_CHROMIUM.exists() else None


@cache
def _no_browser() -> str:
    path = _chromium()
    if path is None:
        with sync_playwright() as playwright:
            path = Path(playwright.chromium.executable_path)
    if path.exists():
        return ""
    return (
        f"there is no Chromium at {path}: install your system's package, name another one with CHROMIUM=…, "
        "or run `.venv/bin/playwright install chromium`"
    )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version))


@cache
def _no_node() -> str:
    if shutil.which("node") is None:
        return "Node.js is not installed"
    wanted = json.loads((NODE / "package.json").read_text("utf-8"))["engines"]["node"]
    found = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if _numbers(found) < _numbers(wanted):
        return f"Node.js is {found}, and {wanted} is needed"
    if not NODE_MODULES.exists():
        return "the packages of tests/node are not installed: run `make test`, or `npm ci` there"
    return ""


def _no_program(program: str, name: str) -> Callable[[], str]:
    """Return a function that says why a program is not there."""
    return lambda: "" if shutil.which(program) else f"{name} is not installed"


@dataclass(frozen=True, slots=True)
class Need:
    """Something that a test may need and a machine may lack."""

    marker: str
    fixtures: frozenset[str]
    """A test that uses one of these gets the marker by itself."""
    missing: Callable[[], str]
    """Why it is not there; empty if it is."""

    @property
    def variable(self) -> str:
        """The environment variable that turns a skip into a failure."""
        return f"REQUIRE_{self.marker.upper()}"

    @property
    def is_required(self) -> bool:
        """Whether the machine promised to have it."""
        return os.environ.get(self.variable, "0") not in {"", "0"}


NEEDS = (
    Need("browser", frozenset({"browser", "browser_type", "context", "new_context", "page"}), _no_browser),
    Need("node", frozenset({"node_modules"}), _no_node),
    Need("java", frozenset(), _no_program("java", "Java")),
    Need("pandoc", frozenset(), _no_program("pandoc", "pandoc")),
    Need("biber", frozenset(), _no_program("biber", "biber")),
    Need("libreoffice", frozenset(), _no_program("soffice", "LibreOffice")),
)


def _needs(item: pytest.Item) -> list[Need]:
    return [need for need in NEEDS if item.get_closest_marker(need.marker)]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests by what they use, before any are chosen by their markers."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        for need in NEEDS:
            if need.fixtures & fixtures:
                item.add_marker(need.marker)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test that needs what is missing, or fail it where that was promised."""
    for need in _needs(item):
        if reason := need.missing():
            if need.is_required:
                pytest.fail(f"{need.variable} is set, and {reason}", pytrace=False)
            pytest.skip(reason)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Count every other skip of such a test as a failure, too, where its need was promised."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        for need in _needs(item):
            if need.is_required:
                reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
                report.outcome = "failed"
                report.longrepr = f"{need.variable} is set, and the test was skipped. {reason}"
    return report


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], browser_name: str) -> dict[str, Any]:
    """Start the machine's own Chromium where there is one, and keep it quiet."""
    if browser_name != "chromium":
        return browser_type_launch_args
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = [*QUIET_BROWSER, *(["--no-sandbox"] if root else [])]
    launch = {**browser_type_launch_args, "args": [*browser_type_launch_args.get("args", ()), *arguments]}
    if path := _chromium():
        launch["executable_path"] = str(path)
    return launch


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """Return the folder of the installed Node packages, whose programs are in `.bin`."""
    return NODE_MODULES
