"""A sample of sentences: drawn again by the same seed, each with what it leans on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from explainer.__main__ import main
from explainer.checking import Checked, check
from explainer.sampling import drawn, grounds
from tests import examples

PAGE = "# T\n\nThe court [[bridge-unsafe|says so]]. Nothing to see here.\n\n- [[watch-report]] has it.\n"


@pytest.fixture
def checked(tmp_path: Path) -> Checked:
    return check(examples.project(tmp_path / "project", {"docs/page.md": PAGE}))


def test_the_same_seed_draws_the_same_sentences(checked: Checked) -> None:
    first = drawn(checked.dossier, checked.pages, 5, 7)
    assert len(first) == 5
    assert drawn(checked.dossier, checked.pages, 5, 7) == first
    assert any(drawn(checked.dossier, checked.pages, 5, seed) != first for seed in range(8, 12))


def test_all_sentences_of_fact_can_be_drawn_and_no_other(checked: Checked) -> None:
    everything = drawn(checked.dossier, checked.pages, 10_000, 1)
    of_page = [one for one in everything if one.position.file == "docs/page.md"]
    assert [(one.position.line, one.text, one.records) for one in of_page] == [
        (3, "The court says so.", ("bridge-unsafe",)),
        (5, of_page[1].text, ("watch-report",)),
    ]
    assert not any("Nothing to see" in one.text for one in everything)
    assert {one.position.file.split("/")[1] for one in everything} >= {"claims", "questions", "timeline"}
    assert not any(one.position.file.startswith("content/sources") for one in everything)


def test_a_sentence_comes_with_its_records_their_status_and_sources(checked: Checked) -> None:
    (one,) = [
        one for one in drawn(checked.dossier, checked.pages, 10_000, 1) if one.text == "The court says so."
    ]
    (ground,) = grounds(one, checked.dossier)
    assert (ground.id, ground.title) == ("bridge-unsafe", "The Old Bridge is unsafe")
    assert ground.status == checked.dossier.judgements["bridge-unsafe"].assessment.status
    assert dict(ground.sources)["ministry-statement"].startswith("https://")


def test_a_note_on_evidence_comes_with_its_own_source_alone(tmp_path: Path) -> None:
    claim = (
        "c:\n  title: T\n  statement: S.\n  topic: river\n  kind: fact\n  made_by: [northland-ministry]\n"
        "  first_made: 2024-05-04\n  about: [northland]\n  evidence:\n"
        "    - {source: ministry-statement}\n    - {source: watch-report, note: It saw it.}\n"
    )
    checked = check(examples.project(tmp_path / "project", {"content/claims/c.yml": claim}))
    (one,) = [one for one in drawn(checked.dossier, checked.pages, 10_000, 1) if one.text == "It saw it."]
    (ground,) = grounds(one, checked.dossier)
    assert [id for id, _ in ground.sources] == ["watch-report"]


def test_the_command_prints_for_people_and_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = str(examples.project(tmp_path / "project", {"docs/page.md": PAGE}))
    assert main(["--project", project, "sample", "--seed", "3", "--number", "4"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("1. ")
    assert "\n4. " in said
    assert "\n5. " not in said
    assert main(["--project", project, "sample", "--seed", "3", "--number", "4", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["text"] in said for row in rows] == [True] * 4
    assert all(row["records"] for row in rows)


def test_nothing_is_drawn_from_content_with_errors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = str(examples.project(tmp_path / "project", {"content/claims/c.yml": "c:\n  title: T\n"}))
    assert main(["--project", project, "sample", "--seed", "3"]) == 1
    assert "mend them first" in capsys.readouterr().err
