"""What would fall with a source, which claims hang on one origin, and what a comparison says of it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from explainer.__main__ import main
from explainer.checking import check
from explainer.comparing import compare
from explainer.falling import falls, weak
from explainer.views.sources import page
from tests import examples
from tests.unit.test_leaving_out import COURT, HILL, MINISTRY, settled


def fallen(source: str, text: str) -> list[tuple[str, str]]:
    _, dossier = settled(text)
    return [(fall.judgement.id, fall.status) for fall in falls(source, dossier)]


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("court-record", COURT + HILL, [("example", "reported")]),
        ("observatory-report", COURT + HILL, [("example", "reported")]),
        ("observatory-report", "- {source: court-record}\n" + HILL, []),
        ("wire-report", "- {source: newspaper}", [("example", "unsupported")]),
        ("newspaper", "- {source: newspaper}\n- {source: wire-report}", []),
        ("court-record", MINISTRY, []),
        ("wire-report", MINISTRY + "- {source: wire-report, stance: withdraws}", [("example", "alleged")]),
        ("court-record", "event:\n  sources: [court-record]", [("example", "unsupported")]),
        ("court-record", "event:\n  nature: act\n  by: [northland]\n  sources: [court-record]", []),
        ("court-record", "kind: forecast\nevidence:\n- {source: court-record}", []),
    ],
)
def test_what_falls_with_a_source(source: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert fallen(source, text) == expected


def test_the_page_of_a_source_says_what_would_fall() -> None:
    _, dossier = settled(COURT + HILL)
    (line,) = page(dossier.graph.entries["court-record"], dossier).data["falls"]
    assert (line["link"]["id"], line["before"], line["after"]) == ("example", "corroborated", "reported")
    assert page(dossier.graph.entries["wire-report"], dossier).data["falls"] == []


def test_weak_claims_say_what_they_hang_on_and_lack() -> None:
    (one,) = weak(settled(COURT)[1])
    assert one.hangs_on == "Rests on the Border Court alone: nothing else speaks for it."
    assert one.missing == "To be corroborated it lacks a second origin, independent of the first."
    assert weak(settled("- {source: court-record}\n" + HILL)[1]) == ()


@pytest.fixture
def cast(tmp_path: Path) -> Path:
    return examples.project(tmp_path / "cast", {})


def test_the_command_lists_them_with_their_lines(
    cast: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(cast)
    assert main(["weak"]) == 0
    said = capsys.readouterr()
    known = weak(check(cast).dossier)
    assert said.err.strip() == f"Claims that hang on one origin: {len(known)}"
    lines = said.out.splitlines()
    assert len([line for line in lines if not line.startswith("    ")]) == len(known)
    for one in known:
        assert f"    {one.hangs_on}" in lines


FERRY = """
ferry-full:
  title: The ferry is full
  statement: The ferry cannot take more lorries.
  topic: river
  kind: fact
  made_by: [northland-ministry]
  first_made: 2024-05-04
  about: [northland]
  evidence:
    - source: watch-report
"""
GAUGE = """
gauge-report:
  title: Lorries at the ferry
  type: report
  publisher_name: The Gauge
  language: en
  url: https://gauge.example.org/ferry
  published: 2024-05-06
  accessed: 2024-05-07
  read: whole
  first_hand: true
"""


def test_a_comparison_says_what_hangs_on_one_origin_now(cast: Path, tmp_path: Path) -> None:
    claims = (cast / "content/claims/cast.yml").read_text("utf-8")
    sources = (cast / "content/sources/cast.yml").read_text("utf-8")
    one = examples.project(tmp_path / "one", {"content/claims/cast.yml": claims + FERRY})
    two = examples.project(
        tmp_path / "two",
        {
            "content/claims/cast.yml": claims + FERRY + "    - source: gauge-report\n",
            "content/sources/cast.yml": sources + GAUGE,
        },
    )
    states = [check(project) for project in (cast, one, two, one)]
    told = [
        [change.sentence for change in compare(before, after) if change.section == "hanging"]
        for before, after in pairwise(states)
    ]
    assert told == [
        [],
        ["One claim no longer hangs on one origin: “The ferry is full”."],
        ["One claim now hangs on one origin: “The ferry is full”."],
    ]


def test_several_claims_that_hang_on_one_origin_are_counted(cast: Path, tmp_path: Path) -> None:
    claims = (cast / "content/claims/cast.yml").read_text("utf-8")
    sources = (cast / "content/sources/cast.yml").read_text("utf-8")
    other = FERRY.replace("ferry-full", "ferry-late").replace("The ferry is full", "The ferry is late")
    gauge = "    - source: gauge-report\n"
    one = examples.project(tmp_path / "one", {"content/claims/cast.yml": claims + FERRY + other})
    two = examples.project(
        tmp_path / "two",
        {
            "content/claims/cast.yml": claims + FERRY + gauge + other + gauge,
            "content/sources/cast.yml": sources + GAUGE,
        },
    )
    states = [check(project) for project in (one, two, one)]
    told = [
        change.sentence
        for before, after in pairwise(states)
        for change in compare(before, after)
        if change.section == "hanging"
    ]
    assert told == [
        "Two claims no longer hang on one origin: “The ferry is full” and “The ferry is late”.",
        "Two claims now hang on one origin: “The ferry is full” and “The ferry is late”.",
    ]
