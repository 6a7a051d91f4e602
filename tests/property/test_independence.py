"""The engine against the same rules written a second time, as slowly as they read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given

from explainer.kinds.claim import Claim
from explainer.kinds.source import Source
from tests.property.brute_force import Plain, independent
from tests.property.test_evidence import any_day
from tests.property.worlds import World, worlds


def plain(world: World) -> World:
    """Return a world in which no source fell and nobody took anything back."""

    def record(one: Any) -> Any:
        if isinstance(one, Source):
            return replace(one, standing="current")
        if isinstance(one, Claim):
            left = tuple(item for item in one.evidence if item.stance != "withdraws")
            return replace(one, kind="fact", evidence=left)
        return one

    return World(tuple(record(one) for one in world.records))


@given(worlds(), any_day)
def test_independence_is_never_invented(world: World, day: date) -> None:
    world = plain(world)
    said = Plain(world.records).said(day, "supports")
    now = world.assessed(day)
    assert len(now.supporting) == len(said)
    assert now.independent == independent(said)
    assert now.independent <= now.at_most
    voices = {root for one in said for root in (one.givers or {end.root for end in one.ends})}
    assert now.at_most <= len(voices - {""}) + sum(1 for one in said if one.givers)


@given(worlds(), any_day)
def test_a_status_is_what_the_rules_say_when_every_choice_is_tried(world: World, day: date) -> None:
    world = plain(world)
    assert world.assessed(day).status == Plain(world.records).status(day)
