"""What each caveat rule says of the examples of its manual and of the cases, whole, as it was signed."""

from __future__ import annotations

import re

import pytest

from explainer.caveats import BY_ID, RULES, Rule
from tests.golden.manuals import SAID, said_by

SIGNED = {
    part.partition("\n")[0]: part
    for part in re.split(r"^# ", SAID.read_text("utf-8"), flags=re.MULTILINE)[1:]
}


def test_every_rule_is_signed() -> None:
    assert list(SIGNED) == list(BY_ID)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_was_signed(rule: Rule) -> None:
    meant = "if this is meant: .venv/bin/python -m tests.golden.manuals, then read the diff"
    assert said_by(rule) == f"# {SIGNED[rule.id]}", meant
