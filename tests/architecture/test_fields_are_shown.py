"""Whatever a contributor can write reaches a reader: every field is read where pages are made."""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from explainer.kinds import KINDS, plan

VIEWS = Path(__file__).parents[2] / "hooks" / "explainer"

NOT_ON_PAGES = {
    "id": "it is the address",
    "formerly": "former addresses lead to the record",
    "party_to_conflict": "pages say what was computed from it and from what the actor belongs to",
    "author": "the former way to name authors, shown as they are",
    "in_sentences": "the sentences that the engine makes use it",
    "linked": "it says whether names lead to the record",
    **dict.fromkeys(("family", "given", "particle", "suffix", "family_first"), "names are joined in values"),
}
"""Fields that no page shows, and why."""


def _record_types() -> Iterator[type[Any]]:
    waiting = [kind.record for kind in KINDS]
    seen: set[type[Any]] = set()
    while waiting:
        record = waiting.pop()
        if record not in seen:
            seen.add(record)
            yield record
            waiting += [field.inner for field in plan(record) if field.inner is not None]


FIELDS = sorted(
    {(record.__name__, field.name) for record in _record_types() for field in dataclasses.fields(record)}
)


@pytest.mark.parametrize(("record", "field"), FIELDS, ids=[f"{one}.{name}" for one, name in FIELDS])
def test_a_field_reaches_a_page(record: str, field: str) -> None:
    shown = field in _VIEWED or field in NOT_ON_PAGES
    assert shown, f"no page shows {record}.{field}: show it in views/, or say in NOT_ON_PAGES why not"


def _viewed() -> set[str]:
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in (VIEWS / "views").rglob("*.py"))
    nodes = [node for tree in trees for node in ast.walk(tree)]
    read = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    return read | {
        node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


_VIEWED = _viewed()
