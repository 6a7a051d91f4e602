"""The golden cases of contributors' mistakes: what somebody wrote, and all that they are told.

Write what is expected anew with `.venv/bin/python -m tests.golden.cases`, then read the diff as somebody
who has never seen Python: you are signing it.
"""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from explainer.__main__ import main
from tests import examples

FOLDER = Path(__file__).parent / "mistakes"


@dataclass(frozen=True, slots=True)
class Case:
    """One mistake: why it matters, the files as somebody wrote them, and what they are told."""

    path: Path
    purpose: str
    content: dict[str, str]
    expect: list[dict[str, Any]]
    output: str

    @property
    def name(self) -> str:
        """The case’s name."""
        return self.path.stem


def cases() -> tuple[Case, ...]:
    """Return every case."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.yml")))


def _read(path: Path) -> Case:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Case(path, data["purpose"], data["content"], data.get("expect") or [], data.get("output") or "")


def told(case: Case, folder: Path) -> tuple[list[dict[str, Any]], str]:
    """Return what the check says of a case: as data, and the whole text with its exit code."""
    project = examples.project(folder, case.content)
    rows = [_row(row) for row in json.loads(_said(project, "--format", "json")[1])]
    code, output, summary = _said(project)
    return rows, f"{output}{summary}exit code {code}\n"


def _said(project: Path, *options: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(["--project", str(project), "check", *options])
    return code, out.getvalue(), err.getvalue()


def _row(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value != []}


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def written(case: Case, rows: list[dict[str, Any]], output: str) -> str:
    """Return the text of a case with what is expected written anew; what somebody wrote stays as it was."""
    head = case.path.read_text(encoding="utf-8").partition("\nexpect:")[0].rstrip("\n")
    expected = {"expect": rows, "output": output}
    return f"{head}\n\n{yaml.dump(expected, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)}"


if __name__ == "__main__":
    for one in cases():
        with tempfile.TemporaryDirectory() as name:
            text = written(one, *told(one, Path(name) / "project"))
        one.path.write_text(text, encoding="utf-8")
