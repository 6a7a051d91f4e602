"""The last good site stays, whatever happens to a build: another build, a full disk, a closed folder."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from explainer import publishing
from tests.hostile.rights import as_nobody
from tests.site.conftest import build, built

GONE = 2**22 + 1
"""The number of a process that cannot exist on Linux."""


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def other_project(lake_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out the same project under another name, so that each of its pages differs."""
    other = tmp_path_factory.mktemp("other") / "project"
    shutil.copytree(lake_project, other)
    settings = (other / "mkdocs.yml").read_text("utf-8")
    name = next(line for line in settings.splitlines() if line.startswith("site_name:"))
    (other / "mkdocs.yml").write_text(settings.replace(name, "site_name: Another name"), "utf-8")
    return other


def test_of_two_builds_at_once_one_whole_site_stays(
    lake_site: Path, lake_project: Path, other_project: Path, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    running = [
        subprocess.Popen(command, cwd=project, env=environment, stderr=subprocess.PIPE, text=True)
        for project in (lake_project, other_project)
    ]
    assert [process.communicate()[1].count("Traceback") for process in running] == [0, 0]
    assert [process.returncode for process in running] == [0, 0]
    other_site = built(other_project, tmp_path / "alone")
    assert tree(out) in (tree(lake_site), tree(other_site))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["alone", "site"]


def test_when_the_disk_is_full_the_last_site_stays(lake_project: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "index.html").write_text("the last good site", "utf-8")

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = subprocess.run(
        [sys.executable, "-B", "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)],
        cwd=lake_project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        preexec_fn=no_room,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "the site cannot be written" in done.stderr
    assert "File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(out) == {"index.html": b"the last good site"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_where_no_folder_can_be_made_the_message_says_so(lake_project: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    done = build(lake_project, tmp_path / "file" / "site")
    assert done.returncode != 0
    assert "the site cannot be written" in done.stderr
    assert "Not a directory" in done.stderr
    assert "Traceback" not in done.stderr


def test_in_a_closed_folder_the_last_site_stays(tmp_path: Path) -> None:
    closed, aside = tmp_path / "closed", tmp_path / "open"
    for folder in (closed / "site", aside / "new"):
        folder.mkdir(parents=True)
    (closed / "site" / "index.html").write_text("the last good site", "utf-8")
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    closed.chmod(0o555)
    with as_nobody(), pytest.raises(PermissionError):
        publishing.replace(closed / "site", aside / "new")
    assert tree(closed) == {"site/index.html": b"the last good site"}


def test_a_build_that_died_between_two_names_gets_the_last_site_back(tmp_path: Path) -> None:
    old = tmp_path / f".site.old-{GONE}"
    old.mkdir()
    (old / "index.html").write_text("the last good site", "utf-8")
    (tmp_path / f".site.building-{GONE}").mkdir()
    publishing.beside(tmp_path / "site")
    assert tree(tmp_path) == {"site/index.html": b"the last good site"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_another_build_that_lives_has_made_is_left_alone(tmp_path: Path) -> None:
    theirs = tmp_path / f".site.building-{os.getppid()}"
    theirs.mkdir()
    publishing.beside(tmp_path / "site")
    assert theirs.is_dir()


@pytest.mark.parametrize(
    "where", [".", "..", "content", "docs/topics", "hooks", ".git", "repository", "a-file"]
)
def test_a_site_never_takes_the_place_of_what_is_no_site(where: str, tmp_path: Path) -> None:
    project = tmp_path / "project"
    for folder in ("content", "docs/topics", "hooks", ".git", "repository/.git", "site"):
        (project / folder).mkdir(parents=True)
    (project / "mkdocs.yml").touch()
    (project / "a-file").touch()
    assert publishing.unfit(project / where, project)
    assert not publishing.unfit(project / "site", project)
    assert not publishing.unfit(tmp_path / "new", project)


def test_a_site_folder_that_would_swallow_the_project_stops_the_build(
    lake_project: Path, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(lake_project, project)
    done = build(project, project / "content")
    assert done.returncode
    assert "cannot be the folder of the site: it is a part of the project" in done.stdout + done.stderr
    assert (project / "content").is_dir()
    assert "Traceback" not in done.stdout + done.stderr
