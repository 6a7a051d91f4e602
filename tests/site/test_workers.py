"""A site is made by several processes as by one, and what goes wrong there is told as it was."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.conftest import build, built
from tests.site.test_publishing import tree

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does the work")


@pytest.fixture
def project(lake_project: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(lake_project, tmp_path / "project"))


def with_jobs(project: Path, jobs: int) -> Path:
    """Let so many processes make the site of a project."""
    settings = project / "mkdocs.yml"
    text = re.sub(r"\n    jobs: \d+", "", settings.read_text("utf-8"))
    settings.write_text(text.replace("\n  explainer:\n", f"\n  explainer:\n    jobs: {jobs}\n"), "utf-8")
    assert f"jobs: {jobs}" in settings.read_text("utf-8")
    return project


def edit(project: Path, path: str, old: str, new: str) -> None:
    file = project / "hooks/explainer" / path
    text = file.read_text("utf-8")
    assert text.count(old) == 1, path
    file.write_text(text.replace(old, new), "utf-8")


def test_the_site_is_the_same_with_one_two_and_eight_processes(project: Path, tmp_path: Path) -> None:
    one = tree(built(with_jobs(project, 1), tmp_path / "one"))
    for jobs in (2, 8):
        assert tree(built(with_jobs(project, jobs), tmp_path / f"jobs-{jobs}")) == one


def test_a_folder_for_another_generator_is_the_same_too(project: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "explainer", "--project", str(project), "build"]
    for jobs in ("1", "3"):
        subprocess.run([*command, str(tmp_path / jobs), "--jobs", jobs], check=True, capture_output=True)
    assert tree(tmp_path / "1") == tree(tmp_path / "3")


@pytest.mark.parametrize("jobs", ["0", "-2", "many"])
def test_a_number_of_processes_that_is_none_is_refused(project: Path, tmp_path: Path, jobs: str) -> None:
    command = [sys.executable, "-m", "explainer", "--project", str(project), "build", str(tmp_path / "out")]
    done = subprocess.run([*command, "--jobs", jobs], check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert "--jobs" in done.stderr
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("\n  explainer:\n", f"\n  explainer:\n    jobs: {jobs}\n")
    settings.write_text(text, "utf-8")
    done = build(project, tmp_path / "site")
    assert "“jobs” should be a whole number above zero" in done.stderr


def without_times(words: str) -> str:
    return re.sub(r"\d+\.\d+ seconds|0x[0-9a-f]+|building-\d+", "", words)


def test_an_error_in_a_page_is_told_as_with_one_process(project: Path, tmp_path: Path) -> None:
    edit(
        project,
        "templates/claim.html",
        '<h1 id="top"{{ spoken }}>{{ title }}</h1>',
        "{{ nothing.of_the_kind }}",
    )
    words = []
    for jobs in (1, 4):
        (tmp_path / "site").mkdir(exist_ok=True)
        (tmp_path / "site" / "index.html").write_text("the last good site", "utf-8")
        done = build(with_jobs(project, jobs), tmp_path / "site")
        assert done.returncode
        assert tree(tmp_path / "site") == {"index.html": b"the last good site"}
        last = [line for line in done.stderr.splitlines() if not line.startswith(" ")]
        words.append([without_times(line) for line in last])
    assert words[0] == words[1]
    assert any("Error building page 'claims/" in line for line in words[0])
    assert sum("nothing" in line for line in words[1]) == 2  # MkDocs' line, and Python's own


def test_a_warning_from_a_page_stops_a_strict_build(project: Path, tmp_path: Path) -> None:
    warn = '    import logging; logging.getLogger("mkdocs.plugins.x").warning("odd: %s", address)\n'
    edit(project, "writing.py", "    drawn = draw(address)\n", f"{warn}    drawn = draw(address)\n")
    told = []
    for jobs in (1, 4):
        done = build(with_jobs(project, jobs), tmp_path / "site")
        assert done.returncode
        assert "in strict mode" in done.stdout + done.stderr
        told.append(sorted(line for line in done.stderr.splitlines() if "odd: " in line))
    assert told[0] == told[1]
    assert len(told[0]) > 30


def test_a_process_that_the_system_ends_is_made_up_for(
    project: Path, lake_site: Path, tmp_path: Path
) -> None:
    kill = "    import multiprocessing as m, os\n"
    kill += "    if m.parent_process() and 'claims/' in address: os.kill(os.getpid(), 9)\n"
    edit(project, "writing.py", "    drawn = draw(address)\n", f"{kill}    drawn = draw(address)\n")
    assert tree(built(with_jobs(project, 3), tmp_path / "site")) == tree(lake_site)


def test_when_the_disk_is_full_the_last_site_stays(project: Path, tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 - Linux has it

    out = tmp_path / "site"
    out.mkdir()
    (out / "index.html").write_text("the last good site", "utf-8")
    done = subprocess.run(
        [sys.executable, "-B", "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)],
        cwd=with_jobs(project, 4),
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode
    assert "the site cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(out) == {"index.html": b"the last good site"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "site"]


def members(group: int) -> list[int]:
    """Return the processes of a group that live."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(its_group) == group and state != "Z":
            found.append(int(stat.parent.name))
    return found


def until(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM])
def test_an_interrupted_build_leaves_no_process_and_the_last_site(
    project: Path, tmp_path: Path, how: signal.Signals
) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "index.html").write_text("the last good site", "utf-8")
    slowly = "    import time; time.sleep(0.1)\n    drawn = draw(address)\n"
    edit(project, "writing.py", "    drawn = draw(address)\n", slowly)
    running = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(out)],
        cwd=with_jobs(project, 4),
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - the shell that runs the tests may ignore it
    )
    until(lambda: len(members(running.pid)) == 4)
    time.sleep(0.3)
    if how is signal.SIGINT:
        os.killpg(running.pid, how)  # as a terminal does
    else:
        running.send_signal(how)
    said, _ = running.communicate(timeout=60)
    assert running.returncode
    until(lambda: not members(running.pid))
    assert "Traceback" not in said
    assert tree(out) == {"index.html": b"the last good site"}
