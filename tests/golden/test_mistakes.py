"""Twenty and more mistakes that contributors make, and every word that they are told."""

from __future__ import annotations

import pytest

from explainer.codes import catalogue
from tests.golden.cases import Case, cases, told, written

NAMED = {
    "dangling-reference",
    "reference-of-the-wrong-kind",
    "duplicate-key",
    "missing-field",
    "unknown-field",
    "wrong-word",
    "impossible-date",
    "half-a-date",
    "colon-in-a-title",
    "tab",
    "bad-indentation",
    "unclosed-quote",
    "relay-cycle",
    "denial-by-the-maker",
    "unhedged-sentence",
    "figure-without-unit",
    "same-event-twice",
    "source-without-address",
    "renamed-record",
    "wrong-folder",
}
"""The mistakes that must be among the cases."""


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_mistake_is_told_as_it_was_signed(case: Case, tmp_path: object) -> None:
    rows, output = told(case, tmp_path / "project")  # type: ignore[operator]
    assert rows == case.expect
    assert output == case.output
    assert written(case, rows, output) == case.path.read_text(encoding="utf-8")


def test_the_twenty_mistakes_are_there() -> None:
    assert {case.name for case in cases()} >= NAMED


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_every_message_has_a_next_step_and_a_code_that_is_explained(case: Case) -> None:
    assert case.expect
    for row in case.expect:
        assert row["code"] in catalogue()
        assert row["hint"]
        assert not row["message"].endswith(".")
