"""The same project by several hosts gives the same pages, and a host that passes over hooks is noticed."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from explainer import urls, verifying
from explainer.checking import check
from tests.site.conftest import ROOT

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def _ran(*command: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env={**ENVIRONMENT, **more},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def written(lake_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the pages by the core alone."""
    out = tmp_path_factory.mktemp("written") / "out"
    done = _ran("explainer", "build", str(out), cwd=lake_project, PYTHONPATH="hooks")
    assert done.returncode == 0, done.stderr
    return out


def test_properdocs_builds_the_same_site_to_the_byte(
    lake_project: Path, lake_site: Path, tmp_path: Path
) -> None:
    done = _ran("properdocs", "build", "--strict", "--site-dir", str(tmp_path / "site"), cwd=lake_project)
    assert done.returncode == 0, done.stderr
    by_mkdocs, by_properdocs = _files(lake_site), _files(tmp_path / "site")
    assert len(by_mkdocs) > 100
    assert by_properdocs == by_mkdocs


def test_the_core_alone_writes_the_same_record_pages(
    lake_project: Path, lake_site: Path, written: Path
) -> None:
    entries = check(lake_project).dossier.graph.entries.values()
    addresses = {urls.of_entry(entry).partition("#")[0] for entry in entries}
    assert len(addresses) > 10
    for address in addresses:
        page = (lake_site / address / "index.html").read_text("utf-8")
        shown = "\n".join(line for line in page.splitlines() if line.strip())
        text = (written / address / "index.md").read_text("utf-8")
        body = text.partition('<div class="x-record">\n')[2].rpartition("\n</div>")[0]
        assert body.count("<h1") == 1, address
        assert body in shown, address


@pytest.fixture(scope="module")
def passed_over(lake_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the project as a host does that knows no hooks and says nothing of it."""
    project = shutil.copytree(lake_project, tmp_path_factory.mktemp("over") / "project")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    silent = settings.replace("hooks: [hooks/mkdocs_hooks.py]", "").replace(
        "  custom_dir: hooks/explainer/theme\n", ""
    )
    (project / "mkdocs.yml").write_text(silent, "utf-8")
    done = _ran("mkdocs", "build", cwd=project)
    assert done.returncode == 0, done.stderr
    return project


def test_a_site_built_without_our_hooks_is_noticed(passed_over: Path, lake_site: Path) -> None:
    done = _ran("explainer", "verify", "site", cwd=passed_over)
    assert (done.returncode, done.stderr.strip()) == (1, verifying.NOT_OURS)
    done = _ran("explainer", "verify", "--links", str(lake_site), cwd=passed_over)
    assert done.returncode == 0, done.stderr


SILENT_HOST = """
import functools, http.server, pathlib, sys
name, port = sys.argv[sys.argv.index("--dev-addr") + 1].split(":")
site = functools.partial(http.server.SimpleHTTPRequestHandler, directory="site")
http.server.ThreadingHTTPServer((name, int(port)), site).serve_forever()
"""


def _free_port() -> int:
    with socket.socket() as attempt:
        attempt.bind(("127.0.0.1", 0))
        return int(attempt.getsockname()[1])


def test_a_host_that_serves_a_site_without_records_is_stopped(passed_over: Path, tmp_path: Path) -> None:
    (tmp_path / "silent_host.py").write_text(SILENT_HOST, "utf-8")
    command = ("explainer", "serve", "--host", "silent_host", "--port", str(_free_port()))
    done = _ran(*command, cwd=passed_over, PYTHONPATH=str(tmp_path))
    assert done.returncode == 1, done.stderr
    assert verifying.NOT_OURS in done.stderr


def test_a_port_that_is_taken_is_passed_over_and_that_is_said(passed_over: Path, tmp_path: Path) -> None:
    (tmp_path / "ending_host.py").write_text("import sys; print(*sys.argv[1:]); sys.exit(3)", "utf-8")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = ("explainer", "serve", "--host", "ending_host", "--port", str(port), "--", "--dirty")
        done = _ran(*command, cwd=passed_over, PYTHONPATH=str(tmp_path))
    assert done.returncode == 3
    assert f"Port {port} is taken" in done.stderr
    assert str(port) not in done.stdout
    assert "--dirty" in done.stdout
    assert _ran("explainer", "serve", "--port", "70000", cwd=passed_over).returncode == 2


def test_pages_and_links_that_are_missing_are_named(
    lake_project: Path, lake_site: Path, tmp_path: Path
) -> None:
    site = shutil.copytree(lake_site, tmp_path / "site")
    shutil.rmtree(site / "timeline/agreement-signed")
    (missing,) = verifying.missing(site, check(lake_project).dossier)
    assert missing.startswith("The record “agreement-signed” (content/timeline/all.yml:")
    broken = verifying.broken_links(site)
    assert any(
        one.startswith("timeline/index.html links to “") and one.endswith("no such page or file.")
        for one in broken
    )
    about = site / "about/index.html"
    about.write_text(about.read_text("utf-8").replace("</main>", '<a href="#nowhere">x</a></main>'), "utf-8")
    assert "about/index.html links to “#nowhere”, and nothing on that page has this id." in (
        verifying.broken_links(site)
    )


def test_the_workflow_that_publishes_looks_for_our_marker() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert "-m explainer verify site" in makefile.partition("\nbuild:")[2].partition("\n\n")[0]
    deploy = (ROOT / ".github/workflows/deploy.yml").read_text("utf-8")
    assert "make PYTHON=python offline" in deploy
    assert "\noffline: build" in makefile
