"""Whatever text a contributor can write stands on the page of the record: no field is without a template."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import bs4
import pytest

from explainer import urls
from explainer.kinds import KINDS, Kind
from explainer.pipeline import build
from tests.hostile.filling import filled

BASE = Path(__file__).parent / "base"

NOT_SHOWN = {
    ("actor", "in_sentences"): "the sentences that the engine makes have it",
    ("claim", "aliases"): "names by which search and prose find it",
    ("claim", "no_quote"): "a quotation stands in its place",
    ("event", "no_quote"): "a quotation stands in its place",
    ("question", "would_answer"): "the answer stands in its place",
    ("source", "label"): "the title stands in its place",
    ("source", "standing_note"): "of a source that stands there is nothing to note",
}
"""Texts that do not stand on the page of their record, and why."""


class Marks:
    """Gives each field that holds text a word of its own, and remembers which."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}

    def __call__(self, name: str, is_prose: bool) -> str:  # noqa: ARG002, FBT001 - what is filled asks so
        word = f"Qz{len(self.fields)}x"
        self.fields[word] = f"{len(self.fields)} {name}"
        return f"Word {word} stands."


@pytest.mark.parametrize("number", [0, 1], ids=["some choices", "other choices"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_text_of_a_record_stands_on_its_page(kind: Kind, number: int, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(BASE, project)
    marks = Marks()
    record = {f"{kind.name}-filled": filled(kind, number, marks)}
    folder = project / "content" / kind.folder
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "filled.yml").write_text(json.dumps(record, indent=1, ensure_ascii=False), "utf-8")
    made = build(project)
    assert not made.checked.failed, [str(one) for one in made.checked.diagnostics]
    entry = made.checked.dossier.graph.entries[f"{kind.name}-filled"]
    page = bs4.BeautifulSoup(made.page(urls.of_entry(entry).partition("#")[0]).html, "html5lib")
    told = [str(one[name]) for name in ("href", "alt") for one in page.select(f"[{name}]")]
    shown = " ".join([page.get_text(" "), *told])
    missing = {
        f"{kind.name}: {name}"
        for word, name in marks.fields.items()
        if word not in shown and (kind.name, name.split()[1]) not in NOT_SHOWN
    }
    assert missing == set()
