"""The table that a page holds answers what the engine answers: opened by the page's own script, in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explainer.dossier import settle
from explainer.judging import choices, without
from explainer.views.own_judgement import UNKNOWN, coded, judge
from tests.property.worlds import LAST, SETTINGS, World, worlds

SCRIPT = Path(__file__).parents[2] / "hooks" / "explainer" / "scripts" / "choices.js"
ASKED = """
const tables = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(tables.map(({ number, most, places, known, asked }) => {
  const table = { order: choicesOf(number, most), places, known: known.split(" ") };
  return asked.map((chosen) => answerOf(table, chosen));
})));
"""


def opened(tables: list[dict[str, Any]]) -> list[list[str]]:
    """Return what the page's script answers to every choice that is asked of each table."""
    code = SCRIPT.read_text("utf-8") + ASKED
    ran = subprocess.run(
        ["node", "-e", code], input=json.dumps(tables), capture_output=True, text=True, check=True
    )
    found: list[list[str]] = json.loads(ran.stdout)
    return found


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not there")
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(st.lists(worlds(), min_size=20, max_size=20))
def test_a_page_answers_what_the_engine_answers(drawn: list[World]) -> None:
    tables, expected = [], []
    for world in drawn:
        statement, origins = world.statement()
        dossier = settle(world.graph, SETTINGS)
        found = judge(dossier.judgements["claim"], dossier)
        if found is None:
            continue
        roots = ["" if root["id"] == UNKNOWN else root["id"] for root in found["roots"]]
        places = range(len(roots))
        asked = [list(out) for size in range(found["at_most"] + 1) for out in combinations(places, size)]
        tables.append({**found, "number": len(roots), "most": found["at_most"], "asked": asked})
        rests = [without(statement, [roots[at] for at in out], origins, LAST) for out in asked]
        expected.append([coded(rest.status, bool(rest.contested_by)) for rest in rests])
    assert opened(tables) == expected


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not there")
def test_the_script_orders_choices_as_the_generator_does() -> None:
    for number in (0, 1, 3, 8, 9, 14):
        order = [list(chosen) for chosen in choices(number)]
        most = max(len(chosen) for chosen in order)
        code = SCRIPT.read_text("utf-8") + f"console.log(JSON.stringify(choicesOf({number}, {most})));"
        ran = subprocess.run(["node", "-e", code], capture_output=True, text=True, check=True)
        assert json.loads(ran.stdout) == [",".join(map(str, chosen)) for chosen in order]
