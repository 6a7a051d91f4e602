"""The table of programs that read us names tests that are there, and that use the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "READERS.md").read_text("utf-8").splitlines()
    if line.startswith("| ") and "`tests/" in line
]


def test_the_table_has_rows() -> None:
    assert len(ROWS) > 10
    assert all(len(row) == 5 for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_program_is_used_by_the_test_that_its_row_names(row: list[str]) -> None:
    [path] = re.findall(r"`(tests/[^`]+)`", row[4])
    text = (ROOT / path).read_text("utf-8").lower()
    for name in row[0].split(","):
        word = re.sub(r"^the | without.*| from.*| \d.*|\(.*", "", name.strip().lower()).strip()
        known = {
            "chromium": "page.goto",
            "nu html checker": "vnu",
            "citeproc-py": "citeproc",
            "timelinejs": "timelinejs",
        }
        assert known.get(word, word).replace("-", "_") in text.replace("-", "_"), (
            f"{word} is not used in {path}"
        )
