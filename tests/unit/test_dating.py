"""A change is dated by what whoever made it had to write anyway; no clock is asked."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from explainer import dating
from explainer.checking import check
from explainer.dossier import Dossier
from explainer.outputs._changes import news

PROJECT = Path(__file__).parents[1] / "outputs" / "project"
READ = date(2031, 5, 17)


def settled(project: Path) -> Dossier:
    checked = check(project)
    assert not checked.failed
    return checked.dossier


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Lay out a project to be changed."""
    return Path(shutil.copytree(PROJECT, tmp_path / "project"))


def _add_old_evidence(project: Path) -> str:
    """Let a claim rest on one more source, which says an old thing and was read on the day READ."""
    [file] = [
        path for path in (project / "content/claims").glob("*.yml") if "mill-poisoned" in path.read_text()
    ]
    claims = yaml.safe_load(file.read_text("utf-8"))
    claims["mill-poisoned"]["evidence"].append(
        {"source": "found-late", "stance": "supports", "basis": "statement"}
    )
    file.write_text(yaml.safe_dump(claims, allow_unicode=True, sort_keys=False), "utf-8")
    source = {
        "type": "webpage",
        "title": "An old page",
        "publisher_name": "A newspaper",
        "published": "2025-03-04",
        "language": "en",
        "url": "https://example.org/old-page",
        "accessed": READ.isoformat(),
    }
    (project / "content/sources/late.yml").write_text(yaml.safe_dump({"found-late": source}), "utf-8")
    return "mill-poisoned"


def test_an_old_fact_that_is_added_changes_its_record_on_the_day_of_reading(project: Path) -> None:
    before = settled(project)
    id = _add_old_evidence(project)
    after = settled(project)
    assert dating.of_record(id, before) < READ
    assert dating.of_record(id, after) == dating.of_page(id, after) == READ
    assert dating.of_site(after) == READ
    assert {one.updated for one in news(after) if one.claim == id} == {READ}
    assert all(one.day < READ for one in news(after) if one.claim == id)


def test_pages_that_list_a_record_change_with_it_and_others_do_not(project: Path) -> None:
    before = settled(project)
    id = _add_old_evidence(project)
    after = settled(project)
    listing = {link.target for link in after.graph.links if link.source.id == id}
    for other in before.graph.entries:
        changed = dating.of_page(other, after) == READ
        known = other in dating.of_pages(before)
        if known:
            assert changed == (other in listing or other == id), other


def test_a_correction_changes_what_it_concerns() -> None:
    dossier = settled(PROJECT)
    for entry in dossier.graph.of_kind("correction"):
        for id in entry.record.concerns:
            assert dating.of_record(id, dossier) >= entry.record.date.end


def test_what_tells_no_day_changed_with_the_site() -> None:
    dossier = settled(PROJECT)
    silent = [id for id in dossier.graph.entries if id not in dating.of_records(dossier)]
    assert silent
    assert {dating.of_record(id, dossier) for id in silent} == {dating.of_site(dossier)}
