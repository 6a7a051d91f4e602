"""The page of all settings holds every one of them, with examples that a site can use."""

from __future__ import annotations

import dataclasses
import re
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
import yaml

from explainer.checking import check
from explainer.dossier import Dossier
from explainer.kinds._statuses import STATUSES
from explainer.looks import Look
from explainer.outputs.assets import stylesheet
from explainer.prose import BLOCKS, Page, check_pages
from explainer.settings import WITHOUT_EFFECT, Settings, Words, settings_of
from explainer.views import blocks, options

ROOT = Path(__file__).parent.parent.parent

OF_THE_HOST = {"site_name", "site_url", "description", "directory_urls"}
"""Settings whose value comes from MkDocs' own."""

FROM_ELSEWHERE = {"look.logo", "look.icon", "look.footer"}
"""Parts of the look that stand under MkDocs' own names."""


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """Return the content of this site."""
    return check(ROOT).dossier


def _names(record: type[Any], block: str = "") -> set[str]:
    return {f"{block}{field.name}" for field in dataclasses.fields(record)}


def test_every_setting_is_there() -> None:
    wanted = _names(Settings) - OF_THE_HOST - {"look", "words"}
    wanted |= (_names(Look, "look.") - FROM_ELSEWHERE) | _names(Words, "words.")
    assert set(options.examples()["explainer"]) == wanted


@pytest.mark.parametrize("name", options.examples()["explainer"])
def test_an_example_is_read_and_makes_a_difference(name: str, tmp_path: Path) -> None:
    given = {"as_of": "2020-01-01", **yaml.safe_load(options.examples()["explainer"][name])}
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "card.png").write_bytes(b"")
    settings, problems = settings_of({"extra": {"explainer": given}}, docs=tmp_path)
    assert not problems
    usual, _ = settings_of({"extra": {"explainer": {"as_of": "2020-01-01"}}})
    value, plain = (reduce(getattr, name.split("."), one) for one in (settings, usual))
    assert value != plain


def test_settings_of_the_host_are_none_that_do_nothing() -> None:
    silent = {".".join(keys) for keys in WITHOUT_EFFECT}
    for name, about in options.examples()["host"].items():
        assert name not in silent
        outer = yaml.safe_load(about["example"])
        assert reduce(lambda block, key: block[key], name.split("."), outer) is not None


def test_every_block_is_there_and_its_example_is_accepted(dossier: Dossier) -> None:
    shown = options.page(dossier).data["blocks"]
    assert [one["example"].split()[1] for one in shown] == list(BLOCKS)
    assert set(BLOCKS) == set(blocks.BLOCKS)
    text = "# Page\n\n" + "\n\n".join(one["example"] for one in shown) + "\n"
    words = {"topic": dossier.settings.topics, "strand": dossier.settings.strands, "status": STATUSES}
    assert list(check_pages((Page("page.md", "docs/page.md", text),), dossier.graph, words)) == []
    assert all(one["meaning"].endswith(".") for one in shown)


def test_variables_and_classes_are_in_the_stylesheet() -> None:
    styles = stylesheet(Look()).decode()
    names = [name for name, _, _ in options.variables()]
    assert len(names) > 30
    assert {"--x-accent", "--x-serif", "--x-measure"} <= set(names)
    for name in names:
        assert styles.count(f"var({name})") or name == "--x-size-lead"
    for name in options.examples()["classes"]:
        assert re.search(rf"\.{name}\b(?![-_])", styles)


def test_a_setting_has_its_meaning_from_the_code(dossier: Dossier) -> None:
    shown = {row["name"]: row["meaning"] for row in options.page(dossier).data["settings"]}
    assert shown["look.text"] == "What running text and headings are set in: `serif` or `sans`."
    assert all(shown.values())
