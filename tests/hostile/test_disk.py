"""What lies on the disk instead of an ordinary file: named, never followed, never waited for."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

from explainer.checking import check
from explainer.commands import command
from explainer.diagnostics import Diagnostic
from explainer.reporting import FORMATS
from tests.hostile.rights import as_nobody
from tests.hostile.sites import ROOT, built

BASE = Path(__file__).parent / "base"
RECORD = "someone:\n  name: Someone\n  type: person\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Lay out the good project."""
    return Path(shutil.copytree(BASE, tmp_path / "project"))


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    """End a test that waits for ever."""

    def late(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(20)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def found(project: Path) -> list[tuple[str, str]]:
    """Check a project; return file and code of each mistake, after writing it in every form."""
    diagnostics: tuple[Diagnostic, ...] = check(project).diagnostics
    for form in FORMATS.values():
        form(diagnostics, project).encode("utf-8")
    return sorted({(one.position.file, one.code) for one in diagnostics} - {("", "orphan")})


def test_a_link_to_a_file_is_not_followed(project: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text(RECORD)
    (project / "content/actors/link.yml").symlink_to(tmp_path / "secret.yml")
    assert found(project) == [("content/actors/link.yml", "symbolic-link")]


def test_a_link_to_a_folder_is_not_followed(project: Path) -> None:
    (project / "content/actors/etc").symlink_to("/etc")
    (project / "content/secrets").symlink_to("/etc")
    assert found(project) == [("content/actors/etc", "symbolic-link"), ("content/secrets", "symbolic-link")]


def test_a_link_that_leads_in_a_circle_or_nowhere_is_not_followed(project: Path) -> None:
    (project / "content/actors/loop").symlink_to(project / "content")
    (project / "content/actors/self.yml").symlink_to("self.yml")
    (project / "content/actors/nowhere.yml").symlink_to("gone.yml")
    assert {code for _, code in found(project)} == {"symbolic-link"}


def test_a_link_in_place_of_content_or_docs_is_not_followed(project: Path, tmp_path: Path) -> None:
    for name in ("content", "docs"):
        shutil.move(project / name, tmp_path / name)
        (project / name).symlink_to(tmp_path / name)
    assert found(project) == [("content", "symbolic-link"), ("docs", "symbolic-link")]


@pytest.mark.parametrize("folder", ["content/actors", "docs"])
def test_a_pipe_is_not_waited_for(project: Path, folder: str) -> None:
    for name in ("pipe.yml", "pipe.md", "pipe"):
        os.mkfifo(project / folder / name)
    assert found(project) == [(f"{folder}/{name}", "stray-file") for name in ("pipe", "pipe.md", "pipe.yml")]


@pytest.mark.parametrize("file", ["content/actors/large.yml", "docs/large.md"])
def test_eight_gibibytes_of_nothing_are_not_read(project: Path, file: str) -> None:
    with (project / file).open("wb") as large:
        large.truncate(8 << 30)
    assert found(project) == [(file, "file-too-large")]


@pytest.mark.parametrize(
    "name",
    [
        "Actors.yml",
        "good.YML",
        "two words.yml",
        "é.yml",
        "con.yml",
        "nul.yml",
        "a_b.yml",
        "-rf.yml",
        "a.b.yml",
        "a..yml",
    ],
)
def test_a_name_that_is_not_the_same_everywhere_is_refused(project: Path, name: str) -> None:
    (project / "content/actors" / name).write_text(RECORD)
    assert {code for _, code in found(project)} <= {"bad-file-name", "stray-file"}
    assert len(found(project)) == 1


def test_names_that_differ_in_capital_letters_alone_are_refused(project: Path) -> None:
    (project / "content/actors/Good.yml").write_text(RECORD)
    (project / "content/Actors").mkdir()
    assert found(project) == [
        ("content/Actors", "bad-file-name"),
        ("content/actors/Good.yml", "bad-file-name"),
    ]


@pytest.mark.parametrize(
    "name", [b"\xff\xfe.yml", b"a\n::error::x.yml", b"a\x1b[31m.yml", "a\u202eb.yml".encode()]
)
@pytest.mark.parametrize("folder", ["content/actors", "docs"])
def test_a_name_that_is_no_plain_text_is_written_out(
    project: Path, folder: str, name: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = (
        os.fsencode(project / folder)
        + b"/"
        + name.replace(b".yml", b".yml" if "content" in folder else b".md")
    )
    Path(os.fsdecode(path)).write_bytes(b"\xff")
    found(project)
    for form in ("text", "github", "json"):
        options = _options("check", ["--format", form])
        assert command("check").run(options, project) == 1
        said = capsys.readouterr()
        assert "\x1b" not in said.out + said.err
        assert form == "json" or "\u202e" not in said.out + said.err
        commands = [line for line in said.out.splitlines() if line.startswith("::")]
        assert all(line.startswith("::error file=") for line in commands)


def _options(name: str, arguments: list[str]) -> Namespace:
    parser = ArgumentParser()
    command(name).arguments(parser)
    return parser.parse_args(arguments)


def test_folders_without_end_are_not_entered(project: Path) -> None:
    deep = project / "content/actors"
    for _ in range(200):
        deep /= "a"
    deep.mkdir(parents=True)
    assert [code for _, code in found(project)] == ["stray-file"]


@pytest.mark.parametrize(
    "name",
    [
        "notes.txt",
        "good.yaml",
        "good.yml.bak",
        "good.yml.rej",
        "49130",
        "4913.txt",
        "xThumbs.db",
    ],
)
def test_a_file_that_would_be_left_out_is_named(project: Path, name: str) -> None:
    (project / "content/actors" / name).write_text(RECORD)
    assert found(project) == [(f"content/actors/{name}", "stray-file")]


LEFT_BY_PROGRAMS = [
    ".good.yml.swp", "4913", "good.yml~", "#good.yml#", ".DS_Store", "._good.yml", "Thumbs.db", "thumbs.db",
    "desktop.ini", "good.yml.orig", "good.yml.tmp", "good.yml___jb_tmp___", ".hidden.yml",
]  # fmt: skip


@pytest.mark.parametrize("name", LEFT_BY_PROGRAMS)
@pytest.mark.parametrize("folder", ["content", "content/actors", "docs"])
def test_what_editors_and_systems_leave_is_passed_over(project: Path, folder: str, name: str) -> None:
    (project / folder / name).write_bytes(b"\x00\x05\x16\x07\xb1")
    assert found(project) == []


@pytest.mark.parametrize("folder", ["content/actors", "docs"])
def test_a_lock_that_leads_nowhere_is_passed_over(project: Path, folder: str) -> None:
    (project / folder / ".#good.yml").symlink_to("someone@host.123:456")
    assert found(project) == []


def test_a_hidden_link_to_a_folder_is_told_where_a_host_would_follow_it(project: Path) -> None:
    (project / "docs" / ".etc").symlink_to("/etc")
    assert found(project) == [("docs/.etc", "symbolic-link")]


def test_a_hidden_folder_of_content_is_passed_over(project: Path) -> None:
    (project / "content/actors/.idea").mkdir()
    (project / "content/actors/.idea/x.xml").write_text("x")
    assert found(project) == []


def test_no_reader_sees_what_editors_leave_beside_pages(project: Path) -> None:
    for name in ("index.md~", "index.md.orig", "#index.md#", "Thumbs.db"):
        (project / "docs" / name).write_text("unsaved")
    shutil.copytree(ROOT / "hooks", project / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    built(project)
    written = {path.name for path in (project / "site").iterdir()}
    assert not written & {"index.md~", "index.md.orig", "#index.md#", "Thumbs.db"}
    assert "index.html" in written


def test_what_nobody_may_read_is_named() -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = Path(shutil.copytree(BASE, Path(folder) / "project"))
        Path(folder).chmod(0o755)
        (project / "content/actors/closed.yml").write_text(RECORD)
        (project / "content/actors/closed.yml").chmod(0)
        (project / "content/shut").mkdir(mode=0)
        found(project)  # so that all modules are loaded
        with as_nobody():
            closed = found(project)
    assert closed == [("content/actors/closed.yml", "unreadable-file"), ("content/shut", "unreadable-file")]


def test_what_cannot_be_opened_is_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened, scanned = os.open, os.scandir

    def refusing_open(path: object, *rest: object, **named: object) -> int:
        if str(path).endswith("closed.yml"):
            raise PermissionError(13, "Permission denied")
        return int(opened(path, *rest, **named))  # type: ignore[arg-type]

    def refusing_scan(path: object = ".") -> object:
        if str(path).endswith(("shut", "locked")):
            raise PermissionError(13, "Permission denied")
        return scanned(path)  # type: ignore[call-overload]

    (project / "content/actors/closed.yml").write_text(RECORD)
    (project / "content/shut").mkdir()
    (project / "docs/locked").mkdir()
    monkeypatch.setattr(os, "open", refusing_open)
    monkeypatch.setattr(os, "scandir", refusing_scan)
    assert found(project) == [
        ("content/actors/closed.yml", "unreadable-file"),
        ("content/shut", "unreadable-file"),
        ("docs/locked", "unreadable-file"),
    ]
