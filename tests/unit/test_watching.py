"""What counts as a change while a site is served."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.watching import PROSE, RECORDS, REST, Watch


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("content/actors/good.yml", "docs/index.md", "mkdocs.yml", "code/x.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    return tmp_path


CHANGES = [
    ("content/actors/new.yml", {RECORDS}),
    ("content/actors/stray.txt", {RECORDS}),
    ("content/actors/.good.yml.swp", set()),
    ("content/actors/good.yml~", set()),
    ("content/.idea/x.yml", set()),
    ("docs/new.md", {PROSE, REST}),
    ("docs/picture.png", {REST}),
    ("docs/.#index.md", set()),
    ("docs/index.md~", set()),
]


@pytest.mark.parametrize(("name", "wanted"), CHANGES, ids=[row[0] for row in CHANGES])
def test_a_file_that_comes_or_goes_is_a_change_unless_it_is_passed_over(
    project: Path, name: str, wanted: set[str]
) -> None:
    watch = Watch(project, project / "code")
    path = project / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("y", encoding="utf-8")
    assert watch.changed() == wanted
    path.unlink()
    assert watch.changed() == wanted
    assert watch.changed() == set()


@pytest.mark.parametrize(("name", "wanted"), [("link.yml", {RECORDS}), (".#good.yml", set())])
def test_a_link_to_nowhere_is_seen_come_and_go(project: Path, name: str, wanted: set[str]) -> None:
    watch = Watch(project, project / "code")
    link = project / "content" / "actors" / name
    link.symlink_to("someone@host.123:456")
    assert watch.changed() == wanted
    link.unlink()
    assert watch.changed() == wanted
