"""Styles speak of start and end, not of left and right, so that they fit scripts of either direction."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CORE = Path(__file__).parents[2] / "hooks" / "explainer"

SHEETS = [*sorted((CORE / "styles").glob("*.css")), *sorted((CORE / "components").glob("*/*.css"))]

PLACED_BY_SCRIPT = {"preview.css"}
"""A card stands where the pointer is, which scripts know as left and top."""

_PHYSICAL = re.compile(
    r"(?:margin|padding|border)-(?:left|right)|(?:text-align|float): (?:left|right)|(?<![-\w])(?:left|right):"
)
_FOUR = re.compile(
    r"(?<![-\w])(?:margin|padding): (?P<top>[^\s;}]+) (?P<right>[^\s;}]+) (?P<bottom>[^\s;}]+) (?P<left>[^\s;}]+)"
)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_sides_are_logical(sheet: Path) -> None:
    text = sheet.read_text(encoding="utf-8")
    if sheet.name not in PLACED_BY_SCRIPT:
        assert _PHYSICAL.findall(text) == []
        assert [found.group() for found in _FOUR.finditer(text) if found["left"] != found["right"]] == []
