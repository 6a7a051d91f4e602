"""What must always hold when something is left out, whatever the world is like."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from explainer.judging import (
    Origins,
    Statement,
    answers,
    assess,
    choices,
    read,
    readings_of,
    roots_in,
    sides_of,
    without,
    without_source,
)
from explainer.kinds.source import Source
from tests.property.test_evidence import RANK, any_day
from tests.property.worlds import LAST, World, worlds

FALLEN = ("refuted", "withdrawn")
"""Statuses that words against a statement give it: without those words it may stand higher."""


def truth(world: World) -> tuple[Statement, Origins] | None:
    statement, origins = world.statement()
    return (statement, origins) if statement.nature == "truth" else None


@given(worlds(), any_day, st.data())
def test_leaving_out_roots_never_raises(world: World, day: date, data: st.DataObject) -> None:
    asked = truth(world)
    if asked is None:
        return
    statement, origins = asked
    before = assess(statement, origins, day)
    out = data.draw(st.sets(st.sampled_from(["", *roots_in(statement, day)])))
    after = without(statement, out, origins, day)
    if before.status not in FALLEN:
        assert RANK[after.status] <= RANK[before.status]
    assert after.independent <= before.independent
    assert after.at_most <= before.at_most
    assert {item.path for item in after.items} <= {item.path for item in before.items}


@given(worlds(), any_day)
def test_no_reading_raises(world: World, day: date) -> None:
    asked = truth(world)
    if asked is None:
        return
    statement, origins = asked
    before = assess(statement, origins, day)
    for reading in readings_of(sides_of(origins, day)):
        after = read(statement, reading, origins, day)
        assert before.status in FALLEN or RANK[after.status] <= RANK[before.status], reading.id
        assert after.independent <= before.independent


@given(worlds())
def test_without_all_roots_nothing_is_left(world: World) -> None:
    statement, origins = world.statement()
    rest = without(statement, roots_in(statement, LAST), origins, LAST)
    assert not [item for item in rest.items if item.stance != "qualifies"]


@given(worlds(), any_day)
def test_no_source_raises_by_falling(world: World, day: date) -> None:
    asked = truth(world)
    if asked is None:
        return
    statement, origins = asked
    before = assess(statement, origins, day)
    for record in world.records:
        if isinstance(record, Source):
            after = without_source(statement, record.id, origins, day)
            # A withdrawal may fall with its source, and then the word stands again.
            if any(item.stance in ("withdraws", "refutes") for item in statement.items):
                continue
            assert RANK[after.status] <= RANK[before.status]


@given(worlds(), any_day)
def test_without_a_source_is_left_what_its_fabrication_would_leave(world: World, day: date) -> None:
    asked = truth(world)
    if asked is None:
        return
    statement, origins = asked
    for record in world.records:
        if isinstance(record, Source):
            fake = replace(record, standing="fabricated")
            then = World(tuple(fake if one is record else one for one in world.records)).assessed(day)
            rest = without_source(statement, record.id, origins, day)
            assert (rest.status, rest.independent, rest.at_most, rest.contested_by) == (
                then.status,
                then.independent,
                then.at_most,
                then.contested_by,
            )


@given(worlds(), any_day)
def test_the_table_agrees_with_the_engine_on_every_choice(world: World, day: date) -> None:
    asked = truth(world)
    if asked is None:
        return
    statement, origins = asked
    table = answers(statement, origins, day)
    order = choices(len(table.roots))
    assert len(table.places) == len(order)
    for size in range(table.at_most + 1):
        for out in combinations(table.roots, size):
            rest = without(statement, out, origins, day)
            assert table.of(frozenset(out)) == (rest.status, bool(rest.contested_by))
