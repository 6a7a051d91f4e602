"""What happens to a test whose browser or Node.js is missing: see tests/conftest.py."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

CONFTEST = Path(__file__).parents[1] / "conftest.py"

TESTS = """
import pytest

def test_browser(page):
    pass

def test_node(node_modules):
    pass

@pytest.mark.browser
def test_given_up():
    pytest.skip("not today")
"""


def _run(folder: Path, **variables: str) -> str:
    """Run the tests above on a machine that has nothing, and return how they ended."""
    shutil.copy(CONFTEST, folder)
    (folder / "test_it.py").write_text(TESTS, "utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers =\n  browser\n  node\n  java\n", "utf-8")
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith(("REQUIRE_", "PYTEST_"))
    }
    nothing = {"CHROMIUM": str(folder / "no-browser"), "PATH": str(folder)}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    return subprocess.run(
        command,
        cwd=folder,
        env={**inherited, **nothing, **variables},
        capture_output=True,
        text=True,
        check=False,
    ).stdout


def test_without_a_browser_and_node_their_tests_are_skipped(tmp_path: Path) -> None:
    assert "3 skipped" in _run(tmp_path)


def test_where_both_were_promised_every_skip_is_a_failure(tmp_path: Path) -> None:
    output = _run(tmp_path, REQUIRE_BROWSER="1", REQUIRE_NODE="1")
    assert "3 errors" in output
    assert "REQUIRE_BROWSER is set, and there is no Chromium at" in output
    assert "REQUIRE_NODE is set, and Node.js is not installed" in output


def test_a_skip_inside_a_browser_test_is_a_failure_too(tmp_path: Path) -> None:
    output = _run(tmp_path, REQUIRE_BROWSER="1", CHROMIUM=sys.executable)
    assert "REQUIRE_BROWSER is set, and the test was skipped. Skipped: not today" in output
