"""What is read back: this repository's site, and a small project with everything that a format can get wrong."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from explainer.pipeline import Build, build
from tests.outputs.reading import Data

ROOT = Path(__file__).resolve().parents[2]
PROJECT = Path(__file__).parent / "project"


def made(project: Path) -> Build:
    """Build a project; fail with everything that is wrong in it."""
    result = build(project)
    assert not result.checked.failed, "\n".join(str(error) for error in result.checked.errors)
    return result


@pytest.fixture(scope="session")
def real() -> Data:
    """Return all that the site of this repository publishes."""
    return Data(made(ROOT), ROOT)


@pytest.fixture(scope="session")
def small() -> Data:
    """Return all that the small project publishes."""
    return Data(made(PROJECT), PROJECT)


@pytest.fixture(scope="session", params=["small", "real"])
def data(request: pytest.FixtureRequest) -> Data:
    """Return what each of the two publishes, one after the other."""
    found: Data = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out the small project with the hooks of this repository, to be changed or built by MkDocs."""
    folder = tmp_path_factory.mktemp("project") / "project"
    shutil.copytree(PROJECT, folder)
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture(scope="session")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small project with MkDocs and return its site."""
    out = tmp_path_factory.mktemp("site") / "site"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="session")
def dossier(data: Data) -> dict[str, Any]:
    """Return the whole dossier as JSON."""
    found: dict[str, Any] = json.loads(data.bytes("data/dossier.json"))
    return found
