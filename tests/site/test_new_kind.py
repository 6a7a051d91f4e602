"""A kind of record for which nobody has written a page yet: one file, and readers and programs see all it says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from explainer.kinds import Kind, record
from explainer.values import Id

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "tests" / "outputs" / "project"

KIND = '''"""Boats: what carried whom."""

from typing import Annotated

from explainer.kinds._base import Kind, Ref, record
from explainer.kinds._parts import ActorId, Name, Search, Sources
from explainer.values import EdtfDate, Id, Key, Prose, Switch, Text


@record
class Boat:
    """A boat."""

    id: Id
    """The key under which the record stands."""

    name: Text
    """Its name."""

    owner: ActorId
    """Whose it is."""

    crew: tuple[ActorId, ...] = ()
    """Who sails it."""

    launched: EdtfDate | None = None
    """When it was launched."""

    nicknames: tuple[Text, ...] = ()
    """How others call it."""

    leaks: Switch = False
    """Whether it leaks."""

    native_names: tuple[Name, ...] = ()
    """Names in other languages."""

    summary: Prose | None = None
    """What it is."""

    sources: Sources = ()
    """Sources."""

    looked_for: tuple[Search, ...] = ()
    """Searches that were made."""

    formerly: tuple[Key, ...] = ()
    """Former ids."""


KIND = Kind(
    name="boat",
    plural="boats",
    folder="boats",
    address="boats",
    record=Boat,
    title=lambda boat: boat.name,
    names=lambda boat: (boat.name, *boat.nicknames),
    summary=lambda boat: boat.summary or "",
    gathered=GATHERED,
)
'''

BOATS = """the-eel:
  name: The Eel
  owner: {owner}
  crew: [{owner}]
  launched: 2024-10
  nicknames: [Slippery, Old Eel]
  leaks: true
  native_names:
    - {{text: El Anguila, language: es}}
  summary: It belongs to [[{owner}|those there]] and **floats**.
  sources: [{source}]
  looked_for:
    - {{what: its papers, where: [the harbour office], words: [Eel], languages: [en], on: 2025-06-01, read: whole}}
"""


def _first(folder: Path) -> str:
    found = re.search(r"^([a-z0-9-]+):", (folder / "all.yml").read_text("utf-8"), re.MULTILINE)
    assert found
    return found[1]


@pytest.fixture(scope="module", params=[False, True], ids=["pages", "gathered"])
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str, str, bool]:
    """Build a site with a kind more than the generator has."""
    folder = tmp_path_factory.mktemp("boats")
    project, gathered = folder / "project", bool(request.param)
    shutil.copytree(PROJECT, project)
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "hooks/explainer/kinds/boat.py").write_text(KIND.replace("GATHERED", str(gathered)), "utf-8")
    (project / "content/boats").mkdir()
    owner, source = _first(project / "content/actors"), _first(project / "content/sources")
    text = BOATS.format(owner=owner, source=source)
    (project / "content/boats/all.yml").write_text(text, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "explainer", "build", str(folder / "out"), "--jobs", "1"],
        cwd=project,
        env={"PYTHONPATH": str(folder / "hooks"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "out", owner, source, gathered


def test_a_kind_whose_addresses_would_not_last_is_refused() -> None:
    @record
    class Raft:
        """A raft."""

        id: Id
        """The key."""

    with pytest.raises(TypeError, match="Raft lacks formerly"):
        Kind("raft", "rafts", "rafts", "rafts", Raft, title=lambda raft: str(raft.id))


def _page(built: tuple[Path, str, str, bool]) -> str:
    out, _, _, gathered = built
    return (out / ("boats/index.md" if gathered else "boats/the-eel/index.md")).read_text("utf-8")


def test_every_field_has_its_row(built: tuple[Path, str, str, bool]) -> None:
    page = _page(built)
    rows = dict(re.findall(r"<dt>([^<]+)</dt>((?:<dd>.*?</dd>)+)", page, re.DOTALL))
    assert {
        "Name",
        "Owner",
        "Crew",
        "Launched",
        "Nicknames",
        "Leaks",
        "Native names",
        "Summary",
        "Sources",
    } <= set(rows)
    assert "October 2024" in rows["Launched"]
    assert rows["Nicknames"].count("<dd>") == 2
    assert "yes" in rows["Leaks"]
    assert "<strong>floats</strong>" in rows["Summary"]
    assert "El Anguila" in page
    assert "the harbour office" in page


def test_no_reference_is_a_bare_id(built: tuple[Path, str, str, bool]) -> None:
    _, owner, source, _ = built
    page = _page(built)
    text = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    words = re.sub(r"<[^>]+>", " ", text)
    assert owner not in words.split()
    assert source not in words.split()
    for row, address in (("Owner", f"actors/{owner}/"), ("Sources", f"sources/{source}/")):
        found = re.search(rf"<dt>{row}</dt><dd>(.*?)</dd>", page, re.DOTALL)
        assert found
        assert address in found[1]


def test_the_list_has_a_name_and_every_record(built: tuple[Path, str, str, bool]) -> None:
    out, *_ = built
    listed = (out / "boats/index.md").read_text("utf-8")
    assert re.search(r"<h1[^>]*>Boats", listed)
    assert "The Eel" in listed


def test_programs_are_told_of_a_thing_and_not_of_a_collection(built: tuple[Path, str, str, bool]) -> None:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', _page(built), re.DOTALL)
    assert found
    nodes = {node["@type"]: node for node in json.loads(found[1])["@graph"]}
    if built[3]:
        assert "CollectionPage" in nodes
        return
    assert "CollectionPage" not in nodes
    assert nodes["Thing"]["name"] == "The Eel"
    assert nodes["Thing"]["alternateName"] == ["Slippery", "Old Eel"]
    assert nodes["Thing"]["description"] == "It belongs to those there and floats."
    assert nodes["WebPage"]["mainEntity"]["@id"] == nodes["Thing"]["@id"]
