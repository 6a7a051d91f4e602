"""`explainer start` with an installed wheel: what it writes passes at once, grows by its examples, and is upgraded."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import explainer
from tests.package.conftest import ROOT, Place
from tests.site.crawling import crawl, internal

VERSION = f"v{explainer.__version__}"
NEXT = "v999.0.0"


def _git(folder: Path, *words: str) -> str:
    told = ["-c", "user.name=somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        ["git", *told, *words], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def _committed(folder: Path, message: str) -> str:
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", message)
    return _git(folder, "rev-parse", "HEAD")


@pytest.fixture(scope="module")
def generator(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out the repository of the generator, as far as Copier reads it, with this version and a next one."""
    folder = tmp_path_factory.mktemp("generator")
    shutil.copy(ROOT / "copier.yml", folder)
    skeleton = folder / "hooks/explainer/skeleton"
    shutil.copytree(ROOT / "hooks/explainer/skeleton", skeleton)
    _git(folder, "init", "--quiet", "--initial-branch=trunk")
    _committed(folder, "this version")
    _git(folder, "tag", VERSION)
    _git(folder, "commit", "--quiet", "--allow-empty", "--message", "between versions")
    project = skeleton / "project"
    makefile = (project / "Makefile").read_text("utf-8")
    (project / "Makefile").write_text(f"{makefile}\nnew: ## what the next version brings\n", "utf-8")
    (project / ".github/workflows/new.yml").write_text("name: new\n", "utf-8")
    for name in ("content/terms/example.yml", "docs/about.md.jinja"):
        (project / name).write_text("changed by the next version\n", "utf-8")
    settings = (project / "mkdocs.yml.jinja").read_text("utf-8")
    (project / "mkdocs.yml.jinja").write_text(
        settings.replace("  - tables\n", "  - tables\n  - abbr\n"), "utf-8"
    )
    _committed(folder, "the next version")
    _git(folder, "tag", NEXT)
    return folder


@pytest.fixture(scope="module")
def started(place: Place, generator: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Start a project in an empty folder; its environment is the one that is there."""
    folder = tmp_path_factory.mktemp("started") / "my-site"
    command = ("explainer", "start", str(folder), "--name", "The harbour bridge", "--as-of", "2025-06-30")
    place.run(*command, "--generator", f"git+file://{generator}@{VERSION}", cwd=folder.parent)
    return folder


def _with_environment(started: Path, place: Place, folder: Path) -> Path:
    """Copy a project, as if `make` had made its environment."""
    project = shutil.copytree(started, folder)
    (project / ".venv").symlink_to(place.folder)
    (place.folder / ".site").touch()
    return project


KINDS = ("actors", "claims", "corrections", "places", "questions", "sources", "terms", "timeline", "treaties")

ANOTHER = {
    "example-": "another-",
    "Example ": "Another ",
    "example.org/": "example.org/another/",
    "2025-03-10-bridge-opens": "2025-03-20-ferry-sails",
    "2025-04-06-report-date": "2025-06-06-report-date",
    "what-upkeep-costs": "what-the-ferry-costs",
    "clearance": "draught",
    "The room between the water and the lowest part of a bridge": "How deep a ferry lies in the water",
    "harbour bridge opens": "harbour ferry sails",
    "bridge": "ferry",
    "2025-03-1": "2025-03-2",
    "Minutes of the town council": "Minutes of the other council",
    "The date of the report": "The date of the other report",
}
"""What somebody writes in the place of the words of an example, longer ones before shorter ones."""


def test_a_started_project_passes_its_tests_and_grows_by_its_examples(
    place: Place, started: Path, tmp_path: Path
) -> None:
    project = _with_environment(started, place, tmp_path / "project")
    assert {path.name for path in (project / "content").iterdir()} == {*KINDS, "schema"}
    for kind in KINDS:
        text = (project / "content" / kind / "example.yml").read_text("utf-8")
        for old, new in ANOTHER.items():
            text = text.replace(old, new)
        (project / "content" / kind / "another.yml").write_text(text, "utf-8")
    said = place.run("make", "test", cwd=project)
    assert "26 records and 5 pages: no errors, no warnings" in said.stderr
    pages = crawl(project / "site")
    for page in pages.values():
        for target, anchor in internal(page) if page.address != "404.html" else ():
            assert target in pages or (project / "site" / target).is_file(), f"{page.address} → {target}"
            assert not anchor or target not in pages or anchor in {*pages[target].ids, "top"}, (
                f"{page.address} → {target}#{anchor}"
            )
    for address in (
        "claims/another-ferry-cost/",
        "timeline/2025-03-20-ferry-sails/",
        "contributing/settings/",
    ):
        assert address in pages
    place.run("explainer", "schema", "--check", cwd=project)
    place.run("explainer", "tidy", cwd=project)


def test_an_upgrade_brings_what_is_not_the_site_s_own_and_leaves_the_rest(
    place: Place, generator: Path, started: Path, tmp_path: Path
) -> None:
    project = shutil.copytree(started, tmp_path / "project")
    assert f"{generator}@{VERSION}" in (project / "generator.txt").read_text("utf-8")
    (project / "content/terms/example.yml").unlink()
    (project / "docs/about.md").write_text("# About us\n", "utf-8")
    readme = (project / "README.md").read_text("utf-8")
    (project / "README.md").write_text(f"{readme}\nOur own words.\n", "utf-8")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    own = settings.replace("      costs: Costs\n", "      money: Money\n")
    (project / "mkdocs.yml").write_text(own, "utf-8")
    _git(project, "init", "--quiet")
    _committed(project, "begun")
    makefile = (project / "Makefile").read_text("utf-8")
    (upgrade,) = re.findall(r"^\t\$\(RUN\) (-m copier .*) \$\(ARGS\)$", makefile, re.MULTILINE)
    place.run("python", *upgrade.split(), cwd=project)
    assert "new: ## what the next version brings" in (project / "Makefile").read_text("utf-8")
    assert (project / ".github/workflows/new.yml").is_file()
    assert not (project / "content/terms/example.yml").exists()
    assert (project / "docs/about.md").read_text("utf-8") == "# About us\n"
    assert "Our own words." in (project / "README.md").read_text("utf-8")
    merged = (project / "mkdocs.yml").read_text("utf-8")
    assert merged == own.replace("  - tables\n", "  - tables\n  - abbr\n")
    assert (project / "generator.txt").read_text("utf-8").endswith(f"{generator}@{NEXT}\n")
    assert "<<<<<<<" not in _git(project, "diff")


@pytest.mark.parametrize(
    "revision", [VERSION, f"{VERSION}~0", f"{NEXT}~1"], ids=["tag", "its commit", "a commit"]
)
def test_an_upgrade_from_any_revision_leaves_no_conflict(
    revision: str, place: Place, generator: Path, tmp_path: Path
) -> None:
    named = revision if revision == VERSION else _git(generator, "rev-parse", revision)
    project = tmp_path / "my-site"
    address = f"git+file://{generator}@{named}"
    place.run("explainer", "start", str(project), "--generator", address, cwd=tmp_path)
    assert (project / "generator.txt").read_text("utf-8").endswith(f"\n{address}\n")
    _git(project, "init", "--quiet")
    _committed(project, "begun")
    place.run("python", "-m", "copier", "update", "--defaults", "--skip-answered", cwd=project)
    assert (project / "generator.txt").read_text("utf-8").endswith(f"\ngit+file://{generator}@{NEXT}\n")
    assert "<<<<<<<" not in _git(project, "diff")


def test_a_folder_that_is_not_empty_is_refused(place: Place, started: Path) -> None:
    before = sorted(path.as_posix() for path in started.rglob("*"))
    said = place.run("explainer", "start", str(started), cwd=started.parent, fails=True)
    assert "is not empty" in said.stderr
    assert sorted(path.as_posix() for path in started.rglob("*")) == before


PAST = sorted(path for path in (Path(__file__).parent / "projects").iterdir() if path.is_dir())


@pytest.mark.parametrize("past", PAST, ids=lambda path: path.name)
def test_a_project_of_an_earlier_version_still_builds(past: Path, place: Place, tmp_path: Path) -> None:
    project = shutil.copytree(past, tmp_path / "project")
    place.run("explainer", "check", cwd=project)
    place.run("python", "-m", "mkdocs", "build", cwd=project)
    place.run("explainer", "verify", "--links", "site", cwd=project)
