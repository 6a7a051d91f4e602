"""A repository made for each test, and a stand-in for GitHub's command line program."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests import examples

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / ".github" / "scripts"
QUIET = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}
"""Git as on a machine that nobody uses."""


@dataclass
class Repository:
    """A git repository with the cast as its content, our hooks and our scripts."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def git(self, *words: str) -> str:
        """Run git and return what it prints."""
        done = subprocess.run(
            ["git", *words],
            cwd=self.folder,
            env={**os.environ, **QUIET},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def write(self, files: dict[str, str], message: str) -> str:
        """Write files, commit them and return the commit."""
        for path, text in files.items():
            target = self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD")

    def run(self, script: str, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run one of the scripts as a workflow would."""
        command = [str(self.folder / ".github" / "scripts" / script), *words]
        if script.endswith(".py"):
            command = [sys.executable, *command]
        settings = {**os.environ, **QUIET, "PYTHON": sys.executable, **self.environment, **environment}
        settings.pop("PYTHONPATH", None)
        return subprocess.run(
            command, cwd=self.folder, env=settings, capture_output=True, text=True, check=False
        )

    @property
    def summary(self) -> str:
        """What the script wrote for the page of the run."""
        path = Path(self.environment["GITHUB_STEP_SUMMARY"])
        return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Make a repository with one commit on main."""
    folder = examples.project(tmp_path / "repository", {".gitignore": "__pycache__/\n"})
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=ignore)
    shutil.copytree(SCRIPTS, folder / ".github" / "scripts", ignore=ignore)
    made = Repository(folder, {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")})
    made.git("init", "--quiet", "--initial-branch", "main")
    made.write({}, "The content as it was")
    return made


def merged(repository: Repository, branch: str) -> None:
    """Check out what GitHub makes of a pull request: the branch merged into main, main its first parent."""
    repository.git("checkout", "--quiet", "--detach", "main")
    repository.git("merge", "--quiet", "--no-ff", "--no-edit", branch)


FAKE = """\
import json, os, sys
from pathlib import Path
folder = Path(os.environ["FAKE_GITHUB"])
words = sys.argv[1:]
method = words[words.index("--method") + 1]
path = next(word for word in words if word.startswith("repos/"))
body = json.load(sys.stdin) if "--input" in words else None
with (folder / "asked.jsonl").open("a") as file:
    file.write(json.dumps({"method": method, "path": path, "body": body}) + "\\n")
answers = json.loads((folder / "answers.json").read_text())
sys.stdout.write(answers.get(f"{method} {path.partition('?')[0]}", "{}"))
"""


@dataclass
class GitHub:
    """A stand-in for `gh api`: it answers as it was told and remembers what it was asked."""

    folder: Path

    def answer(self, question: str, *pages: Any) -> None:
        """Set the answer to one method and path; several are pages one after another."""
        path = self.folder / "answers.json"
        answers = json.loads(path.read_text("utf-8"))
        answers[question] = "".join(json.dumps(page) for page in pages)
        path.write_text(json.dumps(answers), "utf-8")

    @property
    def asked(self) -> list[dict[str, Any]]:
        """Everything that was asked."""
        path = self.folder / "asked.jsonl"
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        return [json.loads(line) for line in lines]

    @property
    def written(self) -> list[dict[str, Any]]:
        """What was written rather than read."""
        return [asked for asked in self.asked if asked["method"] != "GET"]

    @property
    def environment(self) -> dict[str, str]:
        """What a script needs so as to find it."""
        path = f"{self.folder}{os.pathsep}{os.environ['PATH']}"
        return {"PATH": path, "FAKE_GITHUB": str(self.folder), "GITHUB_REPOSITORY": "people/river"}


@pytest.fixture
def github(tmp_path: Path) -> GitHub:
    """Put a `gh` on the path that is ours."""
    folder = tmp_path / "github"
    folder.mkdir()
    (folder / "answers.json").write_text("{}", "utf-8")
    (folder / "fake.py").write_text(FAKE, "utf-8")
    program = folder / "gh"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{folder}/fake.py" "$@"\n', "utf-8")
    program.chmod(0o755)
    return GitHub(folder)
