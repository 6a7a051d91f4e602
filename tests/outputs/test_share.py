"""Pictures for sharing are files of the site, made one by one: by all processes, and by a server when asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import imagesize
import pytest

from explainer import outputs, pipeline
from explainer.folder import write
from explainer.outputs import share
from explainer.pipeline import Build
from explainer.previewing import Preview
from explainer.writing import Drawn
from explainer.writing import write as write_all

PROJECT = Path(__file__).parent / "project"


@pytest.fixture(scope="module")
def built() -> Build:
    return pipeline.build(PROJECT)


def claims(build: Build) -> list[str]:
    return [f"claims/{entry.id}/share.png" for entry in build.checked.dossier.graph.of_kind("claim")]


def pictures(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("share.png")}


def drawn(build: Build, address: str) -> Drawn:
    page = build.page(address)
    return Drawn(f"{address}index.html", b"", page.listing)


def test_every_claim_and_topic_has_its_picture(built: Build, tmp_path: Path) -> None:
    write(built, tmp_path, PROJECT, 2)
    topics = {
        f"topics/{path.stem}/share.png"
        for path in (PROJECT / "docs/topics").glob("*.md")
        if "[[" in path.read_text("utf-8")
    }
    assert pictures(tmp_path) >= set(claims(built))
    assert pictures(tmp_path) <= set(claims(built)) | topics
    for path in pictures(tmp_path):
        assert imagesize.get(tmp_path / path) == (1200, 630)
        assert (tmp_path / path).stat().st_size < 60_000
        assert (tmp_path / path).read_bytes() == share.single(path, built.checked.dossier).content  # type: ignore[union-attr]


def test_the_picture_that_a_page_names_is_there(built: Build) -> None:
    named = 0
    for address in built.addresses:
        page = built.page(address)
        found = outputs.picture(page.listing, built.checked.dossier)
        assert (found is not None) == (page.kind == "claim")
        if found:
            named += 1
            made = outputs.single(found.path, built.checked.dossier)
            assert made is not None
            assert (made[0], made[1].path, made[1].media_type) == ("share", found.path, "image/png")
            assert found.alt
    assert named == len(claims(built)) > 0


def test_a_server_writes_none_before_one_is_asked_for(built: Build, tmp_path: Path) -> None:
    formats = {
        file.path: file.format
        for file in write_all(built, tmp_path, lambda address: drawn(built, address), 1, later=True)
    }
    assert "assets/explainer.css" in formats
    assert pictures(tmp_path) == set()
    preview = Preview(tmp_path, built, formats, lambda *_: None)
    first, second, *_ = claims(built)
    assert preview.look(first) == 0
    assert pictures(tmp_path) == {first}
    (tmp_path / first).write_bytes(b"as it was made")
    preview.look(first)
    assert (tmp_path / first).read_bytes() == b"as it was made"
    preview.renew(built)
    preview.look("assets/no-such-file.json")  # for which all other files are made
    assert pictures(tmp_path) == {first}
    preview.look(first)
    assert (tmp_path / first).read_bytes() != b"as it was made"
    preview.look(second)
    assert pictures(tmp_path) == {first, second}


def test_the_picture_of_a_claim_that_is_gone_goes(built: Build, tmp_path: Path) -> None:
    preview = Preview(tmp_path, built, {}, lambda *_: None)
    first = claims(built)[0]
    preview.look(first)
    dossier = built.checked.dossier
    without = replace(dossier, settings=replace(dossier.settings, share_pictures=False))
    preview.renew(Build(replace(built.checked, dossier=without)))
    preview.look(first)
    assert pictures(tmp_path) == set()


@pytest.mark.parametrize(
    "path",
    ["share.png", "claims/share.png", "claims/none/share.png", "../share.png", "claims/none/card.png", ""],
)
def test_there_is_none_at_another_path(built: Build, path: str) -> None:
    assert outputs.single(path, built.checked.dossier) is None
