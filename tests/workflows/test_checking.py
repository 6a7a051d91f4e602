"""What the workflows `check`, `site` and `deploy` do, rehearsed on a repository with two commits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import examples
from tests.workflows.conftest import Repository, merged

EVENTS = (examples.CAST / "content/timeline/cast.yml").read_text("utf-8")
OLD_WARNING = """\
ferry-report:
  title: Ferry #3
  publisher: daily-post
  url: https://post.example.org/f
  language: en
"""
ADDED_ERROR = EVENTS.replace("[ministry-statement]", "[ministry-statment]")


def _commands(output: str) -> list[str]:
    """Return what GitHub would take for a command: lines that begin with two colons, unless it was told to stop."""
    found, stopped = [], ""
    for line in output.splitlines():
        text = line.lstrip()
        if stopped:
            stopped = "" if text == f"::{stopped}::" else stopped
        elif command := re.match(r"::stop-commands::(\w+)$", text):
            stopped = command[1]
        elif text.startswith("::"):
            found.append(line)
    assert not stopped
    return found


def _branch(repository: Repository, files: dict[str, str]) -> None:
    repository.git("checkout", "--quiet", "-b", "change", "main")
    repository.write(files, "A change")
    merged(repository, "change")


def test_a_good_change_passes(repository: Repository) -> None:
    _branch(repository, {"content/timeline/cast.yml": EVENTS.replace("lorries", "all lorries")})
    done = repository.run("check-content.sh", BASE="HEAD^1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert _commands(done.stdout) == []
    assert "no errors, no warnings" in repository.summary


def test_a_mistake_is_marked_on_its_line(repository: Repository) -> None:
    _branch(repository, {"content/timeline/cast.yml": ADDED_ERROR})
    done = repository.run("check-content.sh", BASE="HEAD^1")
    assert done.returncode == 1
    marks = set(_commands(done.stdout))
    place = "file=content/timeline/cast.yml,line=16,col=13,title=unknown-reference"
    words = "there is no source “ministry-statment”. Did you mean “ministry-statement”?"
    assert marks == {f"::error {place}::{words}"}
    assert "unknown-reference" in repository.summary


def test_a_warning_that_others_left_does_not_fail_a_change(repository: Repository) -> None:
    repository.write({"content/sources/ferry.yml": OLD_WARNING}, "An old warning")
    _branch(repository, {"docs/ferry.md": "# The ferry\n\nSee [[ferry-report]].\n"})
    done = repository.run("check-content.sh", BASE="HEAD^1")
    assert done.returncode == 0, done.stdout
    assert _commands(done.stdout) == []
    assert "cut-off-text" in repository.summary


def test_a_warning_that_the_change_adds_fails_it(repository: Repository) -> None:
    _branch(
        repository, {"content/sources/ferry.yml": OLD_WARNING, "docs/ferry.md": "# F\n\n[[ferry-report]]\n"}
    )
    done = repository.run("check-content.sh", BASE="HEAD^1")
    assert done.returncode == 1
    assert [line for line in _commands(done.stdout) if "cut-off-text" in line]


def test_a_mistake_that_a_change_causes_elsewhere_is_marked_there(repository: Repository) -> None:
    actors = (examples.CAST / "content/actors/cast.yml").read_text("utf-8")
    _branch(repository, {"content/actors/cast.yml": actors.replace("ana-berg:", "anna-berg:")})
    done = repository.run("check-content.sh", BASE="HEAD^1")
    assert done.returncode == 1
    assert any(
        "file=content/timeline/cast.yml" in line and "ana-berg" in line for line in _commands(done.stdout)
    )


def test_a_push_is_checked_whole(repository: Repository) -> None:
    assert repository.run("check-content.sh", BASE="").returncode == 0
    repository.write({"content/timeline/cast.yml": ADDED_ERROR}, "A mistake on main")
    done = repository.run("check-content.sh", BASE="")
    assert done.returncode == 1
    assert len(_commands(done.stdout)) == 1


def test_text_of_strangers_is_no_command(repository: Repository) -> None:
    hostile = EVENTS.replace(
        "The Old Bridge is closed", "|-\n    ::error file=x::forged\n    ::set-output name=a::b"
    )
    hostile = hostile.replace("[ministry-statement]", '["::error::forged", "x%0A::error::forged"]')
    _branch(repository, {"content/timeline/cast.yml": hostile, "docs/x.md": "::error::forged [[nobody]]\n"})
    done = repository.run("check-content.sh", BASE="HEAD^1")
    assert done.returncode == 1
    marks = _commands(done.stdout)
    assert marks
    assert all(
        re.match(r"::(error|warning) file=(content|docs)/[\w./-]+,line=\d+,col=\d+,title=[\w-]+::", line)
        for line in marks
    )
    assert not any(re.match(r"\s*::(error::forged|set-output)", line) for line in marks)


def test_waivers_of_a_change_are_counted(repository: Repository) -> None:
    claim = (examples.CAST / "content/claims/cast.yml").read_text("utf-8").partition("    - source: watch")[0]
    waived = "<!-- hedge: shown on the photograph beside it -->\n[[bridge-unsafe|The bridge is unsafe]].\n"
    page = f"# The ferry\n\n{waived}\nSee [[watch-report]].\n"
    _branch(repository, {"content/claims/cast.yml": claim, "docs/ferry.md": page})
    done = repository.run("check-content.sh", BASE="HEAD^1")
    assert done.returncode == 0, done.stdout
    assert "no errors, no warnings, 1 waiver" in done.stderr
    assert "docs/ferry.md:3:1: waived: shown on the photograph beside it" in done.stderr


@pytest.mark.parametrize(
    ("repository_name", "chosen", "address"),
    [
        ("people/river", "", "https://people.github.io/river/"),
        ("People/River", "", "https://people.github.io/River/"),
        ("people/people.github.io", "", "https://people.github.io/"),
        ("people/river", "https://river.example.org", "https://river.example.org/"),
        ("people/river", "https://river.example.org/", "https://river.example.org/"),
    ],
)
def test_the_site_knows_its_address(
    repository: Repository, repository_name: str, chosen: str, address: str
) -> None:
    done = repository.run("site-url.sh", GITHUB_REPOSITORY=repository_name, CHOSEN_URL=chosen)
    assert done.stdout == f"{address}\n"


def test_the_address_that_github_says_goes_before_the_one_that_follows(repository: Repository) -> None:
    pages = "http://facts.example.org"
    done = repository.run("site-url.sh", GITHUB_REPOSITORY="a/b", CHOSEN_URL="", PAGES_URL=pages)
    assert done.stdout == "http://facts.example.org/\n"
    chosen = "https://chosen.example.org/"
    done = repository.run("site-url.sh", GITHUB_REPOSITORY="a/b", CHOSEN_URL=chosen, PAGES_URL=pages)
    assert done.stdout == f"{chosen}\n"


@pytest.mark.parametrize(("writes", "code"), [("same", 0), ("other", 1)])
def test_a_lock_that_is_not_what_comes_of_it_is_told(repository: Repository, writes: str, code: int) -> None:
    repository.write(
        {
            "Makefile": f"lock:\n\t@echo {writes} > requirements.txt\n",
            "requirements.txt": "same\n",
            "requirements-dev.txt": "dev\n",
        },
        "Locks",
    )
    done = repository.run("lock-is-whole.sh")
    assert done.returncode == code
    assert ("Run: make lock" in done.stdout) == bool(code)


def test_a_folder_of_plain_files_is_published(repository: Repository, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("x", "utf-8")
    assert repository.run("only-files.sh", str(site)).returncode == 0


def test_a_folder_with_a_link_in_it_is_not_published(repository: Repository, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "secrets").symlink_to("/etc")
    done = repository.run("only-files.sh", str(site))
    assert done.returncode == 1
    assert "secrets" in done.stderr


def test_the_night_finds_its_tests(repository: Repository) -> None:
    root = Path(__file__).parents[2]
    night = Repository(root, repository.environment)
    done = night.run("fuzz.sh", "--collect-only", "-p", "no:cacheprovider", HYPOTHESIS_PROFILE="")
    assert done.returncode == 0, done.stdout[-2000:]
    assert "tests/unit/test_summarising.py" in done.stdout
