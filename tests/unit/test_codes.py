"""The catalogue of codes: complete, and every example in it is what it says it is."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from explainer import caveats
from explainer import files as disk
from explainer.codes import FOLDER, Code, catalogue
from explainer.diagnostics import Diagnostic
from explainer.pipeline import build
from explainer.quoting import unquoted
from tests import examples

HOOKS = Path(__file__).parents[2] / "hooks"

COMPUTED = {"unknown-{}": ("unknown-topic", "unknown-strand")}
"""Codes that are put together in the source."""


ASKED = "evidence-without-quote"
"""A code that is given of what a branch adds, and not of a whole project."""


def _diagnosed(example: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Diagnostic, ...]:
    """Return what is wrong in the cast with an example beside it."""
    files = examples.files_of(example)
    project = examples.project(folder / "project", {})
    for file in files:
        examples.write(project, file)
    closed = {project / file.path for file in files if file.note == "nobody may read it"}

    def bytes_of(path: Path, real: object = disk._read) -> bytes | None:  # noqa: SLF001 - root may read all
        if path in closed:
            raise PermissionError(13, "Permission denied")
        assert callable(real)
        found = real(path)
        assert found is None or isinstance(found, bytes)
        return found

    monkeypatch.setattr(disk, "_read", bytes_of)
    made = build(project).checked
    if example in (catalogue()[ASKED].wrong, catalogue()[ASKED].right):
        return (*made.diagnostics, *(one for one in unquoted(made.dossier) if "ferry" in one.position.file))
    return made.diagnostics


def _is_inside(diagnostic: Diagnostic, example: str) -> bool:
    """Tell whether a position exists in one of the example's files."""
    position = diagnostic.position
    for file in examples.files_of(example):
        if file.path.rstrip("/") == position.file:
            lines = file.text.split("\n")
            inside = position.line <= len(lines) and position.column <= len(lines[position.line - 1]) + 1
            return inside or file.note == "there is no such file"
    return False


@pytest.mark.parametrize("code", catalogue().values(), ids=lambda code: code.id)
def test_the_wrong_example_gives_that_code_and_no_other(
    code: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = _diagnosed(code.wrong, tmp_path, monkeypatch)
    others = [diagnostic for diagnostic in found if diagnostic.code not in (code.id, "orphan")]
    same = [diagnostic for diagnostic in found if diagnostic.code == code.id]
    assert others == []
    assert len(same) == 1
    assert _is_inside(same[0], code.wrong), same[0]


@pytest.mark.parametrize("code", catalogue().values(), ids=lambda code: code.id)
def test_the_right_example_is_right(code: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = _diagnosed(code.right, tmp_path, monkeypatch)
    forgiven = () if code.id == "orphan" else ("orphan",)
    assert [str(diagnostic) for diagnostic in found if diagnostic.code not in forgiven] == []


def test_the_cast_has_no_mistake(tmp_path: Path) -> None:
    assert [str(diagnostic) for diagnostic in build(examples.project(tmp_path, {})).checked.diagnostics] == []


def _codes_in_source() -> set[str]:
    """Return every text in the source that stands where a code belongs, or is one of the catalogue."""
    used: set[str] = set()
    for path in [*HOOKS.rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                used |= set(_codes_in_call(node))
            elif isinstance(node, ast.Constant) and node.value in catalogue() and path != HOOKS:
                used.add(str(node.value))
    return used


_PLACE = {"Diagnostic": 1, "Mistake": 0, "Problem": 1, "_Problem": 0, "_refuse": 1, "_report": 1, "said": 1}
"""Which argument of a call is a code."""


def _codes_in_call(call: ast.Call) -> set[str]:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    place = _PLACE.get(name)
    if place is None or len(call.args) <= place:
        return set()
    code = call.args[place]
    if isinstance(code, ast.JoinedStr):
        pattern = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in code.values)
        return set(COMPUTED[pattern])
    return {
        str(part.value) for part in ast.walk(code) if isinstance(part, ast.Constant) and _is_code(part.value)
    }


def _is_code(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-z]+(-[a-z]+)*", value) is not None


def test_every_code_that_can_be_given_is_explained_and_no_other() -> None:
    assert _codes_in_source() == set(catalogue())


def test_a_code_is_no_rule_of_a_caveat() -> None:
    assert catalogue().keys() & caveats.BY_ID.keys() == set()


@pytest.mark.parametrize("code", catalogue().values(), ids=lambda code: code.id)
def test_an_explanation_is_short_and_whole(code: Code) -> None:
    text = (FOLDER / f"{code.id}.md").read_text(encoding="utf-8")
    assert re.fullmatch(
        r"# [^\n]+\n\n.+?\n\n## Wrong\n\n```yaml\n# .+?\n```\n\n## Right\n\n```yaml\n# .+?\n```\n",
        text,
        re.DOTALL,
    )
    assert 40 < len(code.meaning) < 600
    assert code.meaning[0].isupper()
    assert code.meaning[-1] == "."
