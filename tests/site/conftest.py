"""Sites that tests look at, each built once by MkDocs in a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECTS = Path(__file__).parent / "projects"


def build(project: Path, out: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a project strictly, as the README's command does."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    return subprocess.run(command, cwd=project, env=settings, capture_output=True, text=True, check=False)


def built(project: Path, out: Path) -> Path:
    """Build a project and return its site; fail with MkDocs' own words."""
    done = build(project, out)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of this repository."""
    return built(ROOT, tmp_path_factory.mktemp("real") / "site")


def _laid_out(name: str, folder: Path) -> Path:
    """Lay out a project about quite another subject, with the same hooks and no Python of its own."""
    project = folder / "project"
    shutil.copytree(PROJECTS / name, project)
    shutil.copytree(ROOT / "hooks", project / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    return project


@pytest.fixture(scope="session")
def dam_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of a project with three parties to one treaty, and no claims, events or places."""
    folder = tmp_path_factory.mktemp("dam")
    return built(_laid_out("dam", folder), folder / "site")


@pytest.fixture(scope="session")
def lake_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out a project about two towns and their lake."""
    return _laid_out("lake", tmp_path_factory.mktemp("lake"))


@pytest.fixture(scope="session")
def lake_site(lake_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of the project about another subject."""
    return built(lake_project, tmp_path_factory.mktemp("lake-out") / "site")
