"""The home page's lists by status say what the evidence says today."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from explainer.checking import check

ROOT = Path(__file__).resolve().parents[2]
HEADINGS = {
    "Acknowledged": "acknowledged",
    "Corroborated, but not acknowledged": "corroborated",
    "Only alleged": "alleged",
}


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_claim_stands_under_the_heading_of_its_status(heading: str) -> None:
    text = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    section = text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    items = "\n".join(line for line in section.splitlines() if line.startswith("- "))
    dossier = check(ROOT).dossier
    claims = [id for id in re.findall(r"\[\[([a-z0-9-]+)", items) if id in dossier.judgements]
    statuses = {
        id: dossier.judgements[id].assessment.status
        for id in claims
        if dossier.judgements[id].statement.kind == "claim"
    }
    assert statuses, "the list is not empty"
    assert {id: status for id, status in statuses.items() if status != HEADINGS[heading]} == {}
