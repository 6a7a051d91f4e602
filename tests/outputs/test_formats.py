"""Every format: on the data page, the same bytes at every build, and added by one file."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from explainer import outputs
from explainer.outputs import OUTPUTS
from explainer.outputs._base import told
from tests.outputs.conftest import PROJECT, ROOT
from tests.outputs.reading import Data

ONCE = """
import hashlib, json, sys
from pathlib import Path
from explainer import outputs
from explainer.pipeline import build
result = build(Path(sys.argv[1]))
made = [artifact for artifact in result.everything() if hasattr(artifact, "address")]
digest = lambda file: [file.path, file.media_type, file.title, hashlib.sha256(file.content).hexdigest()]
pages = [[page.address, page.html, list(page.alternates), page.structured] for page in made]
everything = {output.name: [] for output in outputs.OUTPUTS}
for name, file in outputs.files(result.checked.dossier, [page.listing for page in made]):
    everything[name].append(digest(file))
everything["pages"] = hashlib.sha256(json.dumps(pages, default=str).encode()).hexdigest()
print(json.dumps(everything))
"""


def _once(project: Path, seed: str, zone: str) -> dict[str, Any]:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT / "hooks")}
    command = [sys.executable, "-c", ONCE, str(project)]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module", params=[PROJECT, ROOT], ids=["small", "real"])
def twice(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, Any]]:
    """Build in two processes that differ in their hash seed and their time zone."""
    return _once(request.param, "1", "UTC"), _once(request.param, "4242", "Pacific/Auckland")


@pytest.mark.parametrize("name", [output.name for output in OUTPUTS])
def test_two_builds_give_the_same_bytes(twice: tuple[dict[str, Any], dict[str, Any]], name: str) -> None:
    first, second = twice
    assert first[name] == second[name]


def test_two_builds_give_the_same_pages(twice: tuple[dict[str, Any], dict[str, Any]]) -> None:
    assert twice[0]["pages"] == twice[1]["pages"]


def test_what_two_formats_publish_has_two_addresses(data: Data) -> None:
    paths = [path.casefold() for path in data.files]
    assert len(set(paths)) == len(paths)
    for path, file in data.files.items():
        assert file.media_type
        assert not path.startswith("/")
        text = not path.endswith((".zip", ".png"))
        assert (
            not text
            or (file.content.endswith(b"\n") and file.content.decode() is not None)
            or path.startswith("assets/")
        )


def test_every_format_introduces_itself_on_the_data_page(data: Data) -> None:
    page = data.soup("data/")
    assert page.h1 is not None
    for output in OUTPUTS:
        if not output.path:
            assert page.find(id=output.name) is None
            continue
        heading = page.find(id=output.name)
        assert heading is not None, output.name
        section = heading.find_parent("section")
        assert section is not None
        text = section.get_text(" ", strip=True)
        assert told(output.description, data.dossier) in text
        assert output.media_type in text
        assert (output.licence or data.dossier.settings.licence) in text
        assert output.example
        assert section.find("pre") is not None
        assert any(unit in text for unit in ("kB", "MB", "bytes"))
        links = {str(link["href"]).removeprefix("../") for link in section.find_all("a")}
        assert output.path in links
        assert links <= data.files.keys()


def test_the_sizes_on_the_data_page_are_right(data: Data) -> None:
    page = data.soup("data/")
    for link in page.select("section a"):
        path = str(link["href"]).removeprefix("../")
        size = len(data.bytes(path))
        assert link.parent is not None
        words = link.parent.get_text().rpartition("(")[2].rstrip(")\n ")
        number, unit = words.split()
        scale = {"bytes": 1, "kB": 1000, "MB": 1_000_000}[unit]
        assert float(number) * scale == pytest.approx(size, rel=0.06)


def test_a_few_formats_can_be_had_alone_without_mkdocs(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "explainer", "build", str(tmp_path / "out"), "--only", "json,csv"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    subprocess.run(command, cwd=PROJECT, env=environment, check=True, capture_output=True)
    found = {
        path.relative_to(tmp_path / "out").as_posix()
        for path in (tmp_path / "out").rglob("*")
        if path.is_file()
    }
    assert {"data/dossier.json", "data/csv/claims.csv"} <= found
    assert all(path.endswith((".json", ".csv")) for path in found)


def test_the_archive_alone_is_the_same_archive(small: Data) -> None:
    made = outputs.files(small.dossier, (), frozenset(["zip"]))
    files = {file.path: file.content for _, file in made}
    assert files.keys() == {"data/all.zip", "data/all.zip.sha256"}
    assert files["data/all.zip"] == small.bytes("data/all.zip")


NEW_FORMAT = '''
"""Titles, one a line."""

from explainer.artifacts import FileArtifact
from explainer.outputs._base import Output


def produce(dossier, _pages):
    """Yield the titles."""
    titles = sorted(entry.title for entry in dossier.graph.entries.values())
    yield FileArtifact("data/titles.txt", "\\n".join([*titles, ""]).encode(), "text/x-titles", "All titles")


OUTPUT = Output(
    "titles", "Titles", "text/x-titles", "What every record is called.", produce,
    example="cat titles.txt", path="data/titles.txt", alternate=True,
    beside=lambda page, _dossier: "data/titles.txt" if page.address == "actors/" else "",
)
'''


def test_a_format_is_added_by_adding_one_file(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(PROJECT, project)
    shutil.copytree(ROOT / "hooks", project / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    (project / "hooks/explainer/outputs/titles.py").write_text(NEW_FORMAT, "utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "hooks"}
    for command in (
        ["mkdocs", "build", "--strict", "--site-dir", "site"],
        ["explainer", "build", "alone", "--only", "titles"],
    ):
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=project,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    titles = (project / "site/data/titles.txt").read_text("utf-8")
    assert "Treaty of the Mill" in titles
    assert [path.name for path in (project / "alone").rglob("*") if path.is_file()] == ["titles.txt"]
    assert (project / "alone/data/titles.txt").read_text("utf-8") == titles
    page = (project / "site/data/index.html").read_text("utf-8")
    assert "What every record is called." in page
    assert "cat titles.txt" in page
    link = '<link rel="alternate" type="text/x-titles" title="Titles" href="{}data/titles.txt">'
    assert link.format("") in (project / "site/index.html").read_text("utf-8")
    assert (project / "site/actors/index.html").read_text("utf-8").count(link.format("../")) == 2
    digest = hashlib.sha256((project / "site/data/all.zip").read_bytes()).hexdigest()
    assert digest in (project / "site/data/all.zip.sha256").read_text("utf-8")


def test_formats_are_found_wherever_the_package_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "another_format.py").write_text(NEW_FORMAT, "utf-8")
    monkeypatch.setattr(outputs, "__path__", [*outputs.__path__, str(tmp_path)])
    assert {output.name for output in outputs.find()} == {output.name for output in OUTPUTS} | {"titles"}
    sys.modules.pop("explainer.outputs.another_format")


@pytest.fixture(scope="module")
def sizes(tmp_path_factory: pytest.TempPathFactory) -> dict[int, float]:
    """Return the processor time that all formats take, by the number of records."""
    code = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from explainer import outputs
        from explainer.checking import check
        dossier = check(Path(sys.argv[1])).dossier
        start = time.process_time()
        for _ in outputs.files(dossier, ()):
            pass
        print(time.process_time() - start)
        """
    )
    found = {}
    for size in (500, 2000):
        folder = tmp_path_factory.mktemp(f"size-{size}")
        generate = [
            sys.executable,
            str(ROOT / "tests/benchmark/generate.py"),
            str(size),
            str(folder / "project"),
        ]
        subprocess.run(generate, check=True, capture_output=True)
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
        command = [sys.executable, "-c", code, str(folder / "project")]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        found[size] = float(done.stdout)
    return found


def test_four_times_the_records_take_about_four_times_as_long(sizes: dict[int, float]) -> None:
    assert sizes[2000] < sizes[500] * 8, sizes
