"""Small worlds that have misled an analyst, with the answer that must come out."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from explainer.caveats import caveats_of
from explainer.caveats._cast import usual_fields
from explainer.checks import run
from explainer.judging import history, stands
from explainer.settings import Settings
from tests.unit.content import Content

WORLDS: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("worlds.yml").read_text("utf-8"))
SETTINGS = Settings("Worlds", as_of=date(2024, 12, 31), topics={"border": "B"}, strands={"border": "B"})
ASKED = {
    "status",
    "independent",
    "at most",
    "contested",
    "has",
    "lacks",
    "has on",
    "lacks on",
    "on",
    "turns",
    "stands",
    "found",
    "says",
}


@cache
def content_of(name: str) -> Content:
    """Return the records of a world."""
    world = WORLDS[name]
    folder, fields = ("claims", world["claim"]) if "claim" in world else ("timeline", world["event"])
    fields = usual_fields(fields, is_event="event" in world)
    text = f"{world.get('records', '')}{folder}:\n  it:\n{textwrap.indent(fields, '    ')}\n"
    return Content(text, SETTINGS)


def those_that(key: str) -> pytest.MarkDecorator:
    """Run a test for each world that asks something."""
    return pytest.mark.parametrize("name", [name for name, world in WORLDS.items() if key in world])


def test_every_world_asks_what_is_asked_somewhere() -> None:
    for name, world in WORLDS.items():
        assert set(world) <= ASKED | {"records", "claim", "event"}, name
        assert set(world) & ASKED, name
        assert ("claim" in world) != ("event" in world), name


@those_that("status")
def test_a_world_has_its_status(name: str) -> None:
    assert content_of(name).assessed("it").status == WORLDS[name]["status"]


@those_that("independent")
def test_a_world_has_its_number_of_origins(name: str) -> None:
    now, world = content_of(name).assessed("it"), WORLDS[name]
    assert (now.independent, now.at_most) == (
        world["independent"],
        world.get("at most", world["independent"]),
    )


@those_that("contested")
def test_a_world_is_contested_by(name: str) -> None:
    assert list(content_of(name).assessed("it").contested_by) == WORLDS[name]["contested"]


@those_that("on")
def test_a_world_has_its_status_on_other_days(name: str) -> None:
    content, days = content_of(name), WORLDS[name]["on"]
    assert {day: content.assessed("it", day).status for day in days} == days


@those_that("turns")
def test_a_world_turns_on_these_days(name: str) -> None:
    content = content_of(name)
    moments = history(content.judgement("it").statement, content.origins, SETTINGS.as_of)
    assert {one.date: one.status for one in moments if one.status != one.before} == WORLDS[name]["turns"]


@pytest.mark.parametrize("name", [name for name, world in WORLDS.items() if world.keys() & {"has", "lacks"}])
def test_a_world_has_these_caveats_and_lacks_those(name: str) -> None:
    world = WORLDS[name]
    fired = {found.rule for found in caveats_of(content_of(name).judged("it"))}
    assert set(world.get("has", ())) <= fired
    assert not set(world.get("lacks", ())) & fired


@pytest.mark.parametrize(
    "name", [name for name, world in WORLDS.items() if world.keys() & {"has on", "lacks on"}]
)
def test_a_world_has_caveats_on_other_days(name: str) -> None:
    content, world = content_of(name), WORLDS[name]
    now = content.judged("it")
    for key, wanted in (("has on", True), ("lacks on", False)):
        for day, rules in world.get(key, {}).items():
            judged = replace(now, assessment=content.assessed("it", day))
            fired = {found.rule for found in caveats_of(judged)}
            assert {rule: rule in fired for rule in rules} == dict.fromkeys(rules, wanted), day


@those_that("says")
def test_a_caveat_of_a_world_says(name: str) -> None:
    says = WORLDS[name]["says"]
    found = {one.rule: one.plain for one in caveats_of(content_of(name).judged("it")) if one.rule in says}
    assert found == says


@those_that("stands")
def test_every_root_of_a_world_has_its_word(name: str) -> None:
    assert {one.root: one.word for one in stands(content_of(name).assessed("it"))} == WORLDS[name]["stands"]


@those_that("found")
def test_checks_find_in_a_world(name: str) -> None:
    of_the_cast = {str(one) for one in run(Content("", SETTINGS).dossier, ())}
    found = [one.code for one in run(content_of(name).dossier, ()) if str(one) not in of_the_cast]
    assert sorted(found) == WORLDS[name]["found"]
