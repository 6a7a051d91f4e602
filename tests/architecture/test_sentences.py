"""Sentences that the code makes are whole: no plural glued on, no list joined by hand."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

CORE = Path(__file__).resolve().parents[2] / "hooks/explainer"

OTHER_LANGUAGES = {"outputs/bibtex.py"}
"""Modules whose “and” is a sign of a format."""


def _glued(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.IfExp):
            ends = {one.value for one in (node.body, node.orelse) if isinstance(one, ast.Constant)}
            if ends in ({"s", ""}, {"es", ""}, {"ies", "y"}):
                yield node.lineno, "a plural is glued on: use counted()"
        if isinstance(node, ast.JoinedStr) and any(map(_asks_for_one, ast.walk(node))):
            yield node.lineno, "a number decides on a word inside a sentence: use counted(), or two sentences"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "join":
            between = node.func.value
            if isinstance(between, ast.Constant) and between.value in (" and ", " or "):
                yield node.lineno, "a list is joined by hand: use enumerated() or alternatives()"


def _asks_for_one(node: ast.AST) -> bool:
    """Tell whether words are chosen by a number: one way for one, another way for more."""
    return (
        isinstance(node, ast.IfExp)
        and isinstance(node.test, ast.Compare)
        and any(isinstance(with_, ast.Constant) and with_.value == 1 for with_ in node.test.comparators)
        and not any(isinstance(way, ast.Name) for way in (node.body, node.orelse))
    )


def test_no_plural_is_glued_on_and_no_list_is_joined_by_hand() -> None:
    found = [
        f"{path.relative_to(CORE)}:{line}: {what}"
        for path in sorted(CORE.rglob("*.py"))
        if path.relative_to(CORE).as_posix() not in OTHER_LANGUAGES
        for line, what in _glued(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []
