"""Words that views make of records."""

from __future__ import annotations

import pytest

from explainer.views._base import initial


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("apple", "A"),
        ("Ärzte", "A"),
        ("Écran", "E"),
        ("24 Kanal", "0–9"),
        ("٣", "0–9"),
        ("Ямал", "Other"),
        ("한국", "Other"),
        ("“Quoted”", "Other"),
        ("", "Other"),
    ],
)
def test_a_name_stands_under_a_letter_without_accent(name: str, letter: str) -> None:
    assert initial(name) == letter
