"""Sentences that the code makes are whole: no plural glued on, no list joined by hand."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from explainer.messages import Message

CORE = Path(__file__).resolve().parents[2] / "hooks/explainer"

OTHER_LANGUAGES = {"outputs/bibtex.py"}
"""Modules whose “and” is a sign of a format."""

WITH_MESSAGES = (
    "accounting.py",
    "backlinks.py",
    "caveats/*.py",
    "changes.py",
    "comparing.py",
    "falling.py",
    "hanging*.py",
    "histories.py",
    "linked.py",
    "quoting.py",
    "records_compared.py",
    "resting.py",
    "standings.py",
    "summarising.py",
    "telling.py",
    "verdicts.py",
    "views/**/*.py",
    "wording.py",
)
"""Patterns of the modules that build sentences for readers: their sentences are messages, at one place."""

MODULES = sorted({path for pattern in WITH_MESSAGES for path in CORE.glob(pattern)})

_TWO_WORDS = re.compile(r"[^\W\d_]+ [^\W\d_]+")
_THREE_WORDS = re.compile(r"[^\W\d_]+[,:]? [^\W\d_]+[,:]? [^\W\d_]+")
"""Words, one after the other: prose, not a key or a name of a class."""


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


def _is_message(node: ast.stmt) -> bool:
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "Message"


def _is_bare_string(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CORE).as_posix())
def test_the_sentences_of_a_module_are_messages_at_one_place(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    at = [place for place, node in enumerate(tree.body) if _is_message(node)] or [0]
    between = [
        node.lineno for node in tree.body[at[0] : at[-1]] if not (_is_message(node) or _is_bare_string(node))
    ]
    assert between == [], "messages stand together, under the imports"
    raised = {id(inner) for node in ast.walk(tree) if isinstance(node, ast.Raise) for inner in ast.walk(node)}
    glued = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr) and id(node) not in raised
        if any(isinstance(part, ast.Constant) and _TWO_WORDS.search(str(part.value)) for part in node.values)
    ]
    assert glued == [], "a sentence with a value in it is a Message"
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    docstrings = {id(node.body[0].value) for node in functions if isinstance(node.body[0], ast.Expr)}
    aside = [
        node.lineno
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Constant) and id(node) not in raised | docstrings
        if isinstance(node.value, str) and _THREE_WORDS.search(node.value)
    ]
    assert aside == [], "a sentence stands with the others, not where it is used"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CORE).as_posix())
def test_a_message_gets_a_value_for_each_of_its_placeholders(path: Path) -> None:
    name = ".".join(("explainer", *path.relative_to(CORE).with_suffix("").parts)).removesuffix(".__init__")
    known = {
        word: one for word, one in vars(importlib.import_module(name)).items() if isinstance(one, Message)
    }
    missing = [
        f"{path.name}:{node.lineno}: {message.id} lacks {lacking}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.IfExp)
        if not any(word.arg is None for word in node.keywords)
        for message in ast.walk(node.func)
        if isinstance(message, ast.Name) and message.id in known
        if (lacking := sorted(known[message.id].placeholders - {word.arg for word in node.keywords}))
    ]
    assert missing == []
