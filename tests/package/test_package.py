"""The package holds all that the generator is made of, says what it needs, and works where nothing else is."""

from __future__ import annotations

import re
import shutil
import tomllib
from email import message_from_bytes
from pathlib import Path
from zipfile import ZipFile

import pytest

import explainer
from tests.package.conftest import ROOT, Place

HOOKS = ROOT / "hooks"


def test_every_file_of_the_generator_is_in_the_wheel(wheel: Path) -> None:
    ours = {
        path.relative_to(HOOKS).as_posix()
        for part in ("explainer", "explainer_mkdocs")
        for path in (HOOKS / part).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    packed = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert packed == ours
    assert {Path(name).suffix for name in ours} >= {
        ".py",
        ".html",
        ".css",
        ".js",
        ".md",
        ".yml",
        ".svg",
        ".json",
        ".ttf",
    }
    assert "explainer/fonts/OFL.txt" in packed


def _listed(name: str) -> set[str]:
    lines = (line.partition("#")[0].strip() for line in (ROOT / name).read_text("utf-8").splitlines())
    return {line for line in lines if line}


def _plain(requirement: str) -> str:
    """Return a requirement with its conditions in order, as two programs write it differently."""
    name, bounds = re.fullmatch(r"([\w.-]+)\s*(.*)", requirement.partition(";")[0].strip(), re.ASCII).groups()  # type: ignore[union-attr]
    return f"{name.lower()}{','.join(sorted(bounds.split(',')))}"


def test_the_package_needs_what_the_lists_of_requirements_say(wheel: Path) -> None:
    archive = ZipFile(wheel)
    (name,) = (one for one in archive.namelist() if one.endswith("/METADATA"))
    said = message_from_bytes(archive.read(name))
    assert said["Name"] == "explainer-site-generator"
    assert said["Version"] == explainer.__version__
    needed = said.get_all("Requires-Dist", [])
    assert {_plain(one) for one in needed if "extra" not in one} == {
        _plain(one) for one in _listed("requirements.in")
    }
    assert {_plain(one) for one in needed if "extra == 'start'" in one} == {
        _plain(one) for one in _listed("requirements-start.in")
    }


def test_the_package_is_built_with_the_releases_that_are_locked() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    assert {one.partition("==")[0] for one in asked} == _listed("requirements-build.in")
    locked = (ROOT / "requirements-dev.txt").read_text("utf-8")
    assert [one for one in asked if f"\n{one} \\\n" not in locked] == []


@pytest.fixture
def dam(tmp_path: Path) -> Path:
    """Lay out a project that has no code of its own but the file that MkDocs knows."""
    project = shutil.copytree(ROOT / "tests/site/projects/dam", tmp_path / "dam")
    (project / "hooks").mkdir()
    (project / "hooks/mkdocs_hooks.py").write_text(
        '"""The generator is installed."""\nfrom explainer_mkdocs.events import *\n', "utf-8"
    )
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(
        settings.replace("  custom_dir: hooks/explainer/theme\n", ""), "utf-8"
    )
    return project


def test_the_program_works_where_the_repository_is_not(place: Place, dam: Path) -> None:
    where = place.run("python", "-c", "import explainer; print(explainer.__file__)", cwd=dam).stdout
    assert str(place.folder) in where
    assert place.run("explainer", "--version", cwd=dam).stdout == f"explainer {explainer.__version__}\n"
    place.run("explainer", "check", "--strict", cwd=dam)
    assert "no-such" not in place.run("explainer", "explain", "unknown-reference", cwd=dam).stdout


def test_one_installed_generator_serves_two_projects(place: Place, dam: Path, tmp_path: Path) -> None:
    other = shutil.copytree(dam, tmp_path / "other")
    settings = (other / "mkdocs.yml").read_text("utf-8").replace("The dam, explained", "The other dam")
    hooks = "hooks:\n  - hooks/mkdocs_hooks.py\n"
    assert hooks in settings
    by_plugin = settings.replace(hooks, "").replace("plugins: []", "plugins: [explainer]")
    (other / "mkdocs.yml").write_text(by_plugin, "utf-8")
    homes = []
    for project in (dam, other):
        place.run("python", "-m", "mkdocs", "build", "--strict", cwd=project)
        place.run("explainer", "verify", "--links", "site", cwd=project)
        homes.append((project / "site/index.html").read_text("utf-8"))
    assert "The dam, explained" in homes[0]
    assert "The other dam" in homes[1]
