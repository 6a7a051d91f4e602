"""`diff` and `check --changed` on a real repository: another revision is read without touching this one."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from explainer.__main__ import main
from explainer.changes import at, renames
from tests import examples
from tests.workflows.conftest import Repository

CLAIMS = (examples.CAST / "content/claims/cast.yml").read_text("utf-8")
EVENTS = (examples.CAST / "content/timeline/cast.yml").read_text("utf-8")
WARNED = "ford:\n  name: ford\n  definition: A #1 ford.\n"
Output = pytest.CaptureFixture[str]


def run(repository: Repository, *words: str) -> int:
    return main(["--project", str(repository.folder), *words])


def test_between_two_equal_states_nothing_differs(repository: Repository, capsys: Output) -> None:
    assert run(repository, "diff", "HEAD") == 0
    assert capsys.readouterr().out.endswith("Nothing: the pages stay as they are.\n")


def test_what_is_not_committed_yet_is_compared(repository: Repository, capsys: Output) -> None:
    (repository.folder / "content/claims/cast.yml").write_text(
        CLAIMS.replace("is unsafe", "is <b>unsafe</b>"), "utf-8"
    )
    assert run(repository, "diff", "main") == 0
    assert r"is now “The Old Bridge is &lt;b>unsafe&lt;/b>”" in capsys.readouterr().out


def test_differences_come_as_json_too(repository: Repository, capsys: Output) -> None:
    repository.write({"content/timeline/cast.yml": EVENTS.replace("2024-05-03", "2024-05")}, "Less precise")
    assert run(repository, "diff", "HEAD~1", "--format", "json") == 0
    changes = json.loads(capsys.readouterr().out)
    assert {
        "section": "words",
        "record": "bridge-closed",
        "sentence": "The event “The Old Bridge is closed”: date was 3 May 2024, and is now May 2024.",
    } in changes
    assert {"caveats", "words"} <= {change["section"] for change in changes}


@pytest.mark.parametrize("base", ["nowhere", "--output=/tmp/x", "", "HEAD:content", "main..HEAD"])
def test_a_revision_that_does_not_exist_is_said(repository: Repository, base: str, capsys: Output) -> None:
    for words in (["diff", "--", base], ["check", f"--changed={base or ' '}"]):
        assert run(repository, *words) == 2
        assert capsys.readouterr().err.startswith("git cannot say what changed: ")


def test_outside_a_repository_it_is_said(tmp_path: Path, capsys: Output) -> None:
    project = examples.project(tmp_path / "project", {})
    assert main(["--project", str(project), "diff", "HEAD"]) == 2
    assert "git cannot say what changed" in capsys.readouterr().err


def test_the_repository_stays_as_it_is(repository: Repository) -> None:
    before = (
        repository.git("status", "--porcelain"),
        repository.git("worktree", "list"),
        repository.git("stash", "list"),
    )
    with at(repository.folder, "HEAD") as folder:
        assert sorted(path.name for path in folder.iterdir()) == ["content", "docs", "mkdocs.yml"]
    assert not folder.exists()
    after = (
        repository.git("status", "--porcelain"),
        repository.git("worktree", "list"),
        repository.git("stash", "list"),
    )
    assert after == before


def test_a_project_in_a_folder_of_a_repository_is_compared(repository: Repository, capsys: Output) -> None:
    examples.project(repository.folder / "sites" / "river", {})
    repository.write({}, "Another site")
    events = repository.folder / "sites/river/content/timeline/cast.yml"
    events.write_text(EVENTS.replace("2024-05-03", "2024-05"), "utf-8")
    assert main(["--project", str(repository.folder / "sites" / "river"), "diff", "HEAD"]) == 0
    assert "is now May 2024" in capsys.readouterr().out


def test_before_there_was_content_everything_is_new(repository: Repository, capsys: Output) -> None:
    repository.git("checkout", "--quiet", "--orphan", "empty")
    repository.git("rm", "-r", "--quiet", "--cached", ".")
    repository.git("commit", "--quiet", "--allow-empty", "--message", "Nothing")
    repository.git("checkout", "--quiet", "--force", "main")
    assert run(repository, "diff", "empty") == 0
    assert "New claim “The Old Bridge is unsafe”" in capsys.readouterr().out


def test_a_link_in_an_earlier_state_is_not_followed(repository: Repository) -> None:
    (repository.folder / "content" / "actors" / "link.yml").symlink_to("/etc/passwd")
    repository.write({}, "A link")
    with at(repository.folder, "HEAD") as folder:
        assert not (folder / "content/actors/link.yml").exists()
        assert not (folder / "content/actors/link.yml").is_symlink()


def test_only_what_a_branch_adds_is_told(repository: Repository, capsys: Output) -> None:
    repository.write({"content/terms/old.yml": WARNED}, "An old warning")
    assert run(repository, "check", "--changed", "HEAD", "--strict") == 0
    repository.write({"content/terms/new.yml": WARNED.replace("ford", "weir")}, "A new one")
    capsys.readouterr()
    assert run(repository, "check", "--changed", "HEAD~1", "--strict") == 1
    said = capsys.readouterr()
    assert said.out.count("[cut-off-text]") == 1
    assert said.out.startswith("content/terms/new.yml:3:")
    assert said.err == "What the branch adds since HEAD~1: no errors, 1 warning\n"


def test_an_old_warning_that_moved_is_not_added(repository: Repository) -> None:
    repository.write({"content/terms/old.yml": WARNED}, "An old warning")
    (repository.folder / "content/terms/old.yml").rename(repository.folder / "content/terms/renamed.yml")
    repository.write({}, "Renamed")
    assert dict(renames(repository.folder, "HEAD~1")) == {
        "content/terms/renamed.yml": "content/terms/old.yml"
    }
    moved = "# yaml-language-server: $schema=../schema/term.json\n\n" + WARNED
    repository.write({"content/terms/renamed.yml": moved}, "Two lines further down")
    assert run(repository, "check", "--changed", "HEAD~1", "--strict") == 0


def test_what_was_there_once_and_is_there_twice_is_added_once(repository: Repository, capsys: Output) -> None:
    repository.write({"content/terms/old.yml": WARNED}, "An old warning")
    repository.write({"content/terms/old.yml": WARNED + WARNED.replace("ford", "weir")}, "The same again")
    assert run(repository, "check", "--changed", "HEAD~1") == 0
    assert capsys.readouterr().out.count("[cut-off-text]") == 1


def test_as_programs_both_end_with_0_and_print_no_traceback(repository: Repository) -> None:
    environment = {"PYTHONPATH": str(repository.folder / "hooks"), "PATH": "/usr/bin:/bin"}
    for words in (["diff", "HEAD"], ["check", "--changed", "HEAD"]):
        done = subprocess.run(
            [sys.executable, "-m", "explainer", *words],
            cwd=repository.folder / "content",
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert re.search("Traceback", done.stderr) is None


def test_a_shallow_clone_is_told_how_it_gets_the_branch(
    repository: Repository, tmp_path: Path, capsys: Output
) -> None:
    repository.write({"content/notes/README.md": "x"}, "More")
    repository.git("switch", "--quiet", "--create", "topic")
    shallow = tmp_path / "shallow"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth", "1", f"file://{repository.folder}", str(shallow)], check=True
    )
    assert main(["--project", str(shallow), "diff", "main"]) == 2
    said = capsys.readouterr().err
    assert "this is a shallow clone: git fetch --unshallow origin main:main" in said


def test_a_branch_that_only_origin_has_is_fetched(
    repository: Repository, tmp_path: Path, capsys: Output
) -> None:
    repository.git("switch", "--quiet", "--create", "topic")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(repository.folder), str(clone)], check=True)
    assert main(["--project", str(clone), "diff", "main"]) == 2
    assert "origin has it: git fetch origin main:main" in capsys.readouterr().err
    assert main(["--project", str(clone), "diff", "nowhere"]) == 2
    assert "origin" not in capsys.readouterr().err


def test_a_tag_with_the_name_of_the_branch_is_told(repository: Repository, capsys: Output) -> None:
    assert run(repository, "diff", "main") == 0
    assert "ambiguous" not in capsys.readouterr().err
    repository.git("tag", "main")
    for words in (["diff", "main"], ["check", "--changed", "main"]):
        assert run(repository, *words) == 0
        assert "refname 'main' is ambiguous" in capsys.readouterr().err


def test_new_evidence_is_asked_for_its_words_and_old_is_not(repository: Repository, capsys: Output) -> None:
    path = "content/claims/cast.yml"
    assert run(repository, "check", "--strict", "--changed", "main") == 0
    item = "    - source: post-report\n      stance: qualifies\n"
    for more, code in (("", 1), ("      quote: no lorries\n", 0), ("      no_quote: a picture\n", 0)):
        (repository.folder / path).write_text(CLAIMS + item + more, "utf-8")
        assert run(repository, "check", "--strict", "--changed", "main") == code
        said = capsys.readouterr().out
        assert said.count("evidence-without-quote") == code
    assert run(repository, "check", "--strict") == 0
