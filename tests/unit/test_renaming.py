"""`rename`: every reference follows, nothing else changes, and what cannot be done whole is not begun."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from explainer.__main__ import main
from explainer.checking import check
from explainer.comparing import compare
from tests import examples

ROOT = Path(__file__).resolve().parents[2]
Output = pytest.CaptureFixture[str]


def _texts(project: Path) -> dict[str, str]:
    files = [*project.glob("content/**/*.yml"), *project.glob("docs/**/*.md"), project / "mkdocs.yml"]
    return {path.relative_to(project).as_posix(): path.read_text("utf-8") for path in files}


def test_an_actor_of_this_site_that_many_use_is_renamed_and_nothing_else_changes(
    tmp_path: Path, capsys: Output
) -> None:
    for part in ("content", "docs"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    before, was = _texts(tmp_path), check(tmp_path)
    uses = {id: len(links) for id, links in was.dossier.graph.backlinks.items()}
    old = max((id for id in uses if was.dossier.graph.entries[id].kind.name == "actor"), key=uses.__getitem__)
    assert uses[old] >= 150
    assert main(["--project", str(tmp_path), "rename", old, "quite-another-id"]) == 0
    capsys.readouterr()
    now = check(tmp_path)
    assert [str(one) for one in now.diagnostics] == [str(one) for one in was.diagnostics]
    changes = compare(was, now)
    assert [change.section for change in changes] == ["renamed"]
    assert now.dossier.graph.formerly[old] == "quite-another-id"
    after = _texts(tmp_path)
    assert after.keys() == before.keys()
    for file, text in after.items():
        rest = [line for line in text.split("\n") if not re.match(rf"  formerly: \[.*{old}\]$", line)]
        back = [re.sub(r"(?<![\w-])quite-another-id(?![\w-])", old, line) for line in rest]
        assert "\n".join(back) == before[file]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    page = (
        "# Bridge\n\n[[northland-ministry|The ministry]] and [it](actors/northland-ministry/index.md).\n\n"
        "::: claim bridge-unsafe\n"
    )
    return examples.project(tmp_path / "project", {"docs/bridge.md": page})


def _renamed(project: Path, *words: str) -> int:
    return main(["--project", str(project), "rename", *words])


def test_prose_blocks_and_addresses_follow(project: Path, capsys: Output) -> None:
    assert _renamed(project, "northland-ministry", "works-ministry") == 0
    assert _renamed(project, "bridge-unsafe", "bridge-in-danger") == 0
    page = (project / "docs/bridge.md").read_text("utf-8")
    assert "[[works-ministry|The ministry]] and [it](actors/works-ministry/index.md)." in page
    assert "::: claim bridge-in-danger\n" in page
    assert check(project).errors == ()
    shown = capsys.readouterr().out
    assert "-northland-ministry:" in shown
    assert "+works-ministry:" in shown


def test_a_second_name_keeps_the_first_and_a_way_back_takes_it_away(project: Path) -> None:
    for old, new in (("daily-post", "post"), ("post", "the-post"), ("the-post", "post")):
        assert _renamed(project, old, new) == 0
    actor = check(project).dossier.graph.entries["post"].record
    assert actor.formerly == ("daily-post", "the-post")


def test_a_file_that_is_named_after_its_record_gets_the_new_name(project: Path) -> None:
    text = "# of the harbour\nharbour-office:\n  name: Harbour Office\n  type: group\n\n# the end\n"
    (project / "content/actors/harbour-office.yml").write_text(text, "utf-8")
    assert _renamed(project, "harbour-office", "harbour") == 0
    assert not (project / "content/actors/harbour-office.yml").exists()
    assert (project / "content/actors/harbour.yml").read_text("utf-8") == (
        "# of the harbour\nharbour:\n  name: Harbour Office\n  type: group\n  formerly: [harbour-office]\n\n# the end\n"
    )


def test_words_that_are_no_reference_are_told_and_left(project: Path, capsys: Output) -> None:
    (project / "docs/more.md").write_text("# More\n\nThe id daily-post is `[[x]]` here.\n", "utf-8")
    assert _renamed(project, "daily-post", "post") == 0
    assert "docs/more.md:3:8: the old id stands here in words" in capsys.readouterr().err


def test_a_dry_run_shows_and_changes_nothing(project: Path, capsys: Output) -> None:
    before = _texts(project)
    assert _renamed(project, "daily-post", "post", "--dry-run") == 0
    assert _texts(project) == before
    assert "+  publisher: post" in capsys.readouterr().out


REFUSED = [
    ("nobody", "x", 1, "there is no record “nobody”"),
    ("daily-post", "northland", 1, "“northland” is taken"),
    ("daily-post", "Post!", 2, "write “post”"),
    ("daily-post", "index", 2, "cannot be an id"),
]


@pytest.mark.parametrize(("old", "new", "code", "said"), REFUSED)
def test_what_cannot_be_done_is_not_begun(
    project: Path, old: str, new: str, code: int, said: str, capsys: Output
) -> None:
    before = _texts(project)
    assert _renamed(project, old, new) == code
    assert said in capsys.readouterr().err
    assert _texts(project) == before


def test_nothing_is_renamed_while_there_are_mistakes(project: Path, capsys: Output) -> None:
    (project / "content/actors/wrong.yml").write_text("wrong:\n  name: X\n  type: grup\n", "utf-8")
    assert _renamed(project, "daily-post", "post") == 1
    assert "there are mistakes" in capsys.readouterr().err
    assert "daily-post:" in (project / "content/actors/cast.yml").read_text("utf-8")


def test_a_former_id_of_another_record_is_not_taken(project: Path, capsys: Output) -> None:
    assert _renamed(project, "daily-post", "post") == 0
    assert _renamed(project, "northland", "daily-post") == 1
    assert "is a former id of “post”" in capsys.readouterr().err
