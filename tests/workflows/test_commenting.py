"""What `summary`, `comment` and `sources` do, rehearsed with a pull request from a fork and an artifact that lies."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests import examples
from tests.workflows.conftest import GitHub, Repository, merged

CLAIMS = (examples.CAST / "content/claims/cast.yml").read_text("utf-8")
EVENTS = (examples.CAST / "content/timeline/cast.yml").read_text("utf-8")
SHA = "0123456789abcdef0123456789abcdef01234567"
MARKER = "<!-- what readers will see differently -->"
HOSTILE = (
    "<img src=x onerror=alert(1)> @octocat [x](https://evil.example) #1 ![p](http://evil.example/p.png) `"
)
PULL = {"state": "open", "head": {"sha": SHA}, "base": {"repo": {"full_name": "People/River"}}}
COMMENTS = "GET repos/people/river/issues/7/comments"


def _change(sentence: str) -> dict[str, str]:
    return {"section": "words", "record": "a", "sentence": sentence}


def _artifact(folder: Path, changes: Any, number: str = "7\n") -> Path:
    """Write what a run of somebody's code might leave."""
    folder.mkdir(exist_ok=True)
    (folder / "comparison.json").write_text(
        changes if isinstance(changes, str) else json.dumps(changes), "utf-8"
    )
    (folder / "number.txt").write_text(number, "utf-8")
    return folder


def _comment(repository: Repository, github: GitHub, artifact: Path) -> Any:
    run = "https://github.com/people/river/actions/runs/1"
    return repository.run("comment.py", str(artifact), HEAD_SHA=SHA, RUN_URL=run, **github.environment)


def _is_dead(body: str) -> None:
    """See that nothing of a stranger is live in a comment: no markup, no link, no mention."""
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(body)
    tags = set(re.findall(r"</?([a-z0-9]+)", html))
    assert tags <= {"h2", "h3", "ul", "li", "p", "sub", "a"}, tags
    assert re.findall(r'href="([^"]*)"', html) in ([], ["https://github.com/people/river/actions/runs/1"])
    strangers = re.sub(r"<[^>]*>", "", html)
    assert re.search(r"@\w|#\d|://", strangers) is None, strangers


@pytest.fixture
def pull(github: GitHub) -> GitHub:
    """Let GitHub know a pull request that nobody commented on yet."""
    github.answer("GET repos/people/river/pulls/7", PULL)
    github.answer(COMMENTS, [])
    return github


def test_a_pull_request_from_a_fork_from_its_edit_to_the_comment(
    repository: Repository, pull: GitHub, tmp_path: Path
) -> None:
    # somebody clones the repository and takes a source away, and puts markup into a title
    fork = Repository(tmp_path / "fork", repository.environment)
    repository.git("clone", "--quiet", str(repository.folder), str(fork.folder))
    fork.git("checkout", "--quiet", "-b", "change")
    fewer = CLAIMS.replace("    - source: watch-report\n      basis: imagery\n", "")
    title = EVENTS.replace("The Old Bridge is closed", json.dumps(HOSTILE))
    fork.write({"content/claims/cast.yml": fewer, "content/timeline/cast.yml": title}, "A change")

    # GitHub merges it for the run, which may only read
    run = Repository(tmp_path / "run", repository.environment)
    repository.git("clone", "--quiet", str(repository.folder), str(run.folder))
    run.git("fetch", "--quiet", str(fork.folder), "change:change")
    merged(run, "change")
    done = run.run("summarise.py", "HEAD^1", str(tmp_path / "comparison"), NUMBER="7")
    assert done.returncode == 0, done.stderr
    assert "is reported now; it was corroborated" in run.summary
    _is_dead(run.summary)

    # main's own script makes the comment
    done = _comment(repository, pull, tmp_path / "comparison")
    assert done.returncode == 0, done.stderr
    (written,) = pull.written
    assert (written["method"], written["path"]) == ("POST", "repos/people/river/issues/7/comments")
    body = written["body"]["body"]
    assert body.startswith(f"{MARKER}\n## What readers will see differently")
    assert "no longer" in body or "is reported now" in body
    _is_dead(body.removeprefix(MARKER))


def test_the_comment_of_an_earlier_run_is_renewed(
    repository: Repository, pull: GitHub, tmp_path: Path
) -> None:
    robot = {"login": "github-actions[bot]"}
    stranger = {"id": 1, "user": {"login": "mallory"}, "body": f"{MARKER}\nmine"}
    ours = {"id": 2, "user": robot, "body": f"{MARKER}\nours"}
    other = {"id": 3, "user": robot, "body": "of another job"}
    pull.answer(COMMENTS, [stranger], [other, ours])
    assert _comment(repository, pull, _artifact(tmp_path / "a", [_change("X.")])).returncode == 0
    assert [(asked["method"], asked["path"]) for asked in pull.written] == [
        ("PATCH", "repos/people/river/issues/comments/2")
    ]


def test_where_nothing_changes_nothing_is_written(
    repository: Repository, pull: GitHub, tmp_path: Path
) -> None:
    assert _comment(repository, pull, _artifact(tmp_path / "a", [])).returncode == 0
    assert pull.written == []


def test_where_nothing_changes_any_more_the_comment_says_so(
    repository: Repository, pull: GitHub, tmp_path: Path
) -> None:
    ours = {"id": 2, "user": {"login": "github-actions[bot]"}, "body": f"{MARKER}\nours"}
    pull.answer(COMMENTS, [ours])
    assert _comment(repository, pull, _artifact(tmp_path / "a", [])).returncode == 0
    assert "Nothing: the pages stay as they are." in pull.written[0]["body"]["body"]


@pytest.mark.parametrize(
    "pull_request",
    [
        {**PULL, "state": "closed"},
        {**PULL, "head": {"sha": "f" * 40}},
        {**PULL, "base": {"repo": {"full_name": "mallory/river"}}},
        {},
        {"message": "Not Found"},
    ],
    ids=["closed", "another commit", "another repository", "nothing", "an error"],
)
def test_the_number_must_be_that_of_the_commit_that_ran(
    repository: Repository, github: GitHub, tmp_path: Path, pull_request: Any
) -> None:
    github.answer("GET repos/people/river/pulls/7", pull_request)
    done = _comment(repository, github, _artifact(tmp_path / "a", [_change("X.")]))
    assert done.returncode == 1
    assert github.written == []


@pytest.mark.parametrize(
    "number",
    ["", "0", "-1", "7; rm -rf /", "7/../8", "../../../etc", "٧", "7\n8", "9" * 40, "$(id)", "\x00", "７"],
    ids=ascii,
)
def test_what_is_no_number_is_refused(
    repository: Repository, github: GitHub, tmp_path: Path, number: str
) -> None:
    done = _comment(repository, github, _artifact(tmp_path / "a", [_change("X.")], number))
    assert done.returncode == 1
    assert done.stderr.startswith("Nothing is written: ")
    assert github.asked == []


@pytest.mark.parametrize(
    "text", ["", "{}", "[" * 200_000, '[{"section":', "\ufeff[]"], ids=lambda text: ascii(text[:9])
)
def test_what_is_no_comparison_is_refused(
    repository: Repository, github: GitHub, tmp_path: Path, text: str
) -> None:
    done = _comment(repository, github, _artifact(tmp_path / "a", text))
    assert done.returncode == 1
    assert done.stderr.startswith("Nothing is written: ")
    assert "Traceback" not in done.stderr
    assert github.asked == []


def test_a_link_in_the_artifact_is_not_followed(
    repository: Repository, github: GitHub, tmp_path: Path
) -> None:
    artifact = _artifact(tmp_path / "a", [])
    (artifact / "comparison.json").unlink()
    (artifact / "comparison.json").symlink_to("/etc/passwd")
    done = _comment(repository, github, artifact)
    assert done.returncode == 1
    assert github.asked == []


def test_an_artifact_without_end_is_not_read_to_its_end(
    repository: Repository, github: GitHub, tmp_path: Path
) -> None:
    artifact = _artifact(tmp_path / "a", [])
    with (artifact / "comparison.json").open("wb") as file:
        file.truncate(8 * 1024**3)
    done = _comment(repository, github, artifact)
    assert done.returncode == 1
    assert "larger than" in done.stderr


def test_hostile_sentences_are_shown_as_text(repository: Repository, pull: GitHub, tmp_path: Path) -> None:
    sentences = [
        HOSTILE,
        f"{MARKER} <!-- x",
        "@everyone ::error::x\n# Heading\n- list",
        "</li></ul><script>alert(1)</script>",
        "[click me](javascript:alert(1)) https://evil.example www.evil.example a@b.example",
        "\u202e\u0000\u001b[31m ```\n```",
    ]
    changes = [_change(sentence) for sentence in sentences]
    changes += [{"section": "<script>", "record": "a", "sentence": "b"}, {"section": "words"}, None, 7]  # type: ignore[list-item]
    assert _comment(repository, pull, _artifact(tmp_path / "a", changes)).returncode == 0
    body = pull.written[0]["body"]["body"]
    assert body.count(MARKER) == 1
    _is_dead(body.removeprefix(MARKER))


def test_a_comment_is_never_longer_than_github_takes(
    repository: Repository, pull: GitHub, tmp_path: Path
) -> None:
    sections = ("added", "removed", "words", "evidence", "figures", "caveats", "statuses", "origins", "pages")
    changes = [
        {"section": section, "record": str(number), "sentence": f"{number} {'<@x>' * 400}"}
        for section in sections
        for number in range(60)
    ]
    assert _comment(repository, pull, _artifact(tmp_path / "a", changes)).returncode == 0
    body = pull.written[0]["body"]["body"]
    assert len(body) < 65_536
    assert body.endswith("it would be too long for this page.\n")


def test_the_issue_about_dead_sources_is_opened_once_and_renewed(
    repository: Repository, github: GitHub, tmp_path: Path
) -> None:
    (tmp_path / "look.py").write_text(
        "import sys\nfrom pathlib import Path\n"
        "addresses = sys.stdin.read().split()\n"
        "folder = Path(sys.argv[1])\n"
        "(folder / 'dead.txt').write_text(f'{addresses[1]} there is no such page (404)\\n')\n"
        "(folder / 'moved.txt').write_text('https://a.example is now https://b.example/@octocat\\n')\n"
        "(folder / 'unclear.txt').write_text('')\n",
        "utf-8",
    )
    done = repository.run("look-at-sources.sh", str(tmp_path / "sources"), LOOK=str(tmp_path / "look.py"))
    assert done.returncode == 0, done.stderr
    report = tmp_path / "sources" / "report.md"
    told = report.read_text("utf-8")
    assert "**Bridge shut without warning**" in told
    assert "  - claim: The Old Bridge is unsafe" in told
    assert "## Moved\n\n1.\n" in told
    assert re.search(r"@\w|://", told) is None
    assert repository.summary == told

    issues = "repos/people/river/issues"
    github.answer(f"GET {issues}", [])
    github.answer(f"POST {issues}", {"number": 9})
    assert repository.run("sources_issue.py", str(report), **github.environment).returncode == 0
    assert [(asked["method"], asked["path"]) for asked in github.written] == [
        ("POST", issues),
        ("POST", f"{issues}/9/labels"),
    ]
    first = github.written[0]["body"]
    github.answer(
        f"GET {issues}", [{"number": 9, "user": {"login": "github-actions[bot]"}, "body": first["body"]}]
    )
    assert repository.run("sources_issue.py", str(report), **github.environment).returncode == 0
    assert github.written[-1]["method"] == "PATCH"
    assert github.written[-1]["path"] == f"{issues}/9"


def test_a_look_that_takes_too_long_is_told_as_far_as_it_went(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "look.py").write_text(
        "import pathlib, sys, time\n"
        "folder = pathlib.Path(sys.argv[-1])\n"
        "for state in ('dead', 'moved', 'unclear'):\n"
        "    (folder / f'{state}.txt').write_text('')\n"
        "if sys.argv[1] == '--told':\n"
        "    print('## Moved')\n"
        "else:\n"
        "    (folder / 'moved.txt').write_text('https://example.org/ is now gone')\n"
        "    time.sleep(20)\n",
        "utf-8",
    )
    look = str(tmp_path / "look.py")
    done = repository.run("look-at-sources.sh", str(tmp_path / "sources"), LOOK=look, LIMIT="1s")
    assert done.returncode == 0, done.stderr
    report = (tmp_path / "sources" / "report.md").read_text("utf-8")
    assert report.startswith("**Not all addresses were opened: the time was up.**")
    assert "## Moved" in report
    (tmp_path / "look.py").write_text("raise SystemExit(3)\n", "utf-8")
    assert repository.run("look-at-sources.sh", str(tmp_path / "sources"), LOOK=look).returncode == 3
