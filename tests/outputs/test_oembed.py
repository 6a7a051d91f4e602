"""oEmbed: what programs that embed addresses are told of a claim."""

from __future__ import annotations

import dataclasses
import json
from html import unescape
from pathlib import Path

import pytest

from explainer import pipeline
from explainer.outputs import oembed
from explainer.pipeline import Build

PROJECT = Path(__file__).parent / "project"


@pytest.fixture(scope="module")
def built() -> Build:
    return pipeline.build(PROJECT)


def test_every_claim_is_a_rich_item_of_the_right_size(built: Build) -> None:
    files = list(oembed.produce(built.checked.dossier, []))
    assert len(files) == len(built.checked.dossier.graph.of_kind("claim")) > 0
    for file in files:
        item = json.loads(file.content)
        assert item["version"] == "1.0"
        assert item["type"] == "rich"
        assert isinstance(item["width"], int)
        assert isinstance(item["height"], int)
        address = unescape(item["html"].split('src="')[1].split('"')[0])
        assert address.startswith(built.checked.dossier.settings.site_url)
        assert address.endswith("/card/")


def test_a_site_that_does_not_know_its_address_has_no_items(built: Build) -> None:
    dossier = built.checked.dossier
    nowhere = dataclasses.replace(dossier, settings=dataclasses.replace(dossier.settings, site_url=""))
    assert list(oembed.produce(nowhere, [])) == []
