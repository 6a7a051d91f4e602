"""What must always hold of claims that are linked: nothing is taken over, and each day has its own answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from explainer.caveats import Judged, caveats_of
from explainer.dossier import Judgement, judge
from explainer.judging import (
    SHOWN,
    Origins,
    assess,
    bearing_mistakes,
    contraries_on,
    lags,
    loops,
    of_claim,
)
from explainer.kinds._parts import Evidence
from explainer.kinds.claim import Claim, Contradiction, Implication
from explainer.kinds.source import Source
from explainer.values.edtf import parse_date
from tests.property.brute_force import Plain
from tests.property.test_evidence import any_day
from tests.property.worlds import FIRST, LAST, SETTINGS, World, dates, evidence, later_than, worlds

RULE = "contrary-corroborated"
RANKS = ("alleged", "reported", "corroborated", "acknowledged")
LINKS = {"implies": Implication, "contradicts": Contradiction}


@st.composite
def linked(draw: st.DrawFn, number: int = 3) -> World:
    """Draw a world with several claims on one day each, none of which anybody took back, without links."""
    world = draw(worlds())
    actor_ids = [one.id for one in world.records if not isinstance(one, Source | Claim)]
    source_ids = [one.id for one in world.records if isinstance(one, Source)]
    items = evidence(actor_ids, source_ids).filter(lambda one: one.stance != "withdraws")
    found = [
        replace(one, standing="current") if isinstance(one, Source) else one for one in world.records[:-1]
    ]
    for at in range(number):
        given_items: list[Evidence] = draw(st.lists(items, max_size=6))
        found.append(
            replace(
                world.claim,
                id=f"c{at}",
                kind="fact",
                first_made=draw(dates),
                about=(draw(st.sampled_from(actor_ids)),),
                evidence=tuple(given_items),
            )
        )
    return World(tuple(found))


def joined(world: World, *links: tuple[str, str, str]) -> World:
    """Return a world with links: from which claim, `implies` or `contradicts`, to which."""

    def with_links(one: Any) -> Any:
        for field, type in LINKS.items():
            if isinstance(one, Claim):
                found = tuple(
                    type(claim=to, note="N.") for at, way, to in links if (at, way) == (one.id, field)
                )
                one = replace(one, **{field: found})  # type: ignore[arg-type]
        return one

    return World(tuple(with_links(one) for one in world.records))


def judged(world: World, id: str) -> Judgement:
    origins = Origins(world.graph)
    return judge(of_claim(origins.graph.record(id), origins), origins.graph, origins, SETTINGS)


def fires(world: World, id: str, day: date) -> bool:
    origins = Origins(world.graph)
    statement = of_claim(origins.graph.record(id), origins)
    now = Judged(statement, assess(statement, origins, day), origins.graph, origins, SETTINGS)
    return any(one.rule == RULE for one in caveats_of(now))


def by_hand(world: World, id: str, day: date) -> str:
    """Return the status of a claim as the rules say it when every choice is tried."""
    return Plain(tuple(one for one in world.records if not isinstance(one, Claim) or one.id == id)).status(
        day
    )


def all_days() -> list[date]:
    """Return every day of the year, and one before all."""
    return [date.min, *(FIRST + timedelta(days=at) for at in range((LAST - FIRST).days + 1))]


ids = st.sampled_from(["c0", "c1", "c2"])
ways = st.lists(st.tuples(ids, st.sampled_from(list(LINKS)), ids), max_size=6)


@given(linked(), ways, any_day)
def test_no_status_is_taken_over_along_a_link(
    world: World, links: list[tuple[str, str, str]], day: date
) -> None:
    bound = joined(world, *links)
    for id in ("c0", "c1", "c2"):
        apart, together = Origins(world.graph), Origins(bound.graph)
        one = assess(of_claim(apart.graph.record(id), apart), apart, day)
        other = assess(of_claim(together.graph.record(id), together), together, day)
        assert one == other


@given(linked(2), any_day)
def test_a_caveat_is_there_when_the_contrary_is_shown_on_that_day(world: World, day: date) -> None:
    bound = joined(world, ("c0", "contradicts", "c1"))
    assert fires(bound, "c0", day) == (by_hand(world, "c1", day) in SHOWN)
    assert fires(bound, "c1", day) == (by_hand(world, "c0", day) in SHOWN)


@given(linked(2), any_day)
def test_a_contradiction_says_the_same_wherever_it_is_written(world: World, day: date) -> None:
    here, there = joined(world, ("c0", "contradicts", "c1")), joined(world, ("c1", "contradicts", "c0"))
    for id in ("c0", "c1"):
        one, other = judged(here, id), judged(there, id)
        assert one.caveats == other.caveats
        assert one.turns == other.turns
        assert one.contrary_on(day) == other.contrary_on(day)
        assert [(m.date, m.status, m.contrary) for m in one.moments] == [
            (m.date, m.status, m.contrary) for m in other.moments
        ]


@given(linked(3), any_day)
def test_a_contrary_has_been_shown_since_the_first_day_of_an_unbroken_run(world: World, day: date) -> None:
    bound = joined(world, ("c0", "contradicts", "c1"), ("c2", "contradicts", "c0"))
    origins = Origins(bound.graph)
    for one in contraries_on("c0", origins, day):
        before = [known for known in all_days() if known < one.shown_since]
        assert all(
            by_hand(world, one.id, known) in SHOWN for known in all_days() if one.shown_since <= known <= day
        )
        assert not before or by_hand(world, one.id, before[-1]) not in SHOWN
        assert by_hand(world, one.id, one.status_since) == one.status == by_hand(world, one.id, day)


@given(linked(2))
def test_the_turns_of_a_contrary_are_those_of_every_day(world: World) -> None:
    judgement = judged(joined(world, ("c0", "contradicts", "c1")), "c0")
    for day in all_days()[1::5]:
        status = by_hand(world, "c1", day)
        made = judgement.statement.first_made.earliest <= day
        assert judgement.contrary_on(day) == (status if made and status in SHOWN else "")


@given(linked(2), any_day, st.data())
def test_the_caveat_of_a_day_does_not_change_when_later_evidence_is_added(
    world: World, day: date, data: st.DataObject
) -> None:
    bound = joined(world, ("c0", "contradicts", "c1"))
    source_ids = [one.id for one in world.records if isinstance(one, Source)]
    late = Evidence(source=data.draw(st.sampled_from(source_ids)), basis="imagery", date=later_than(day))
    assume(bound.graph.record(late.source).accessed is None)
    later = World(
        tuple(
            replace(one, evidence=(*one.evidence, late)) if isinstance(one, Claim) and one.id == "c1" else one
            for one in bound.records
        )
    )
    assert contraries_on("c0", Origins(bound.graph), day) == contraries_on("c0", Origins(later.graph), day)


@given(linked(2))
def test_an_implied_claim_lags_on_the_days_on_which_it_stands_lower_and_on_no_other(world: World) -> None:
    bound = joined(world, ("c0", "implies", "c1"))
    upper, lower = judged(bound, "c0"), judged(bound, "c1")
    found = list(lags(upper.moments, lower.moments, LAST))
    for day in all_days():
        low, high = by_hand(world, "c1", day), by_hand(world, "c0", day)
        is_lower = high in RANKS and (low not in RANKS or RANKS.index(low) < RANKS.index(high))
        assert any(one.first <= day <= one.last for one in found) == is_lower, day


@given(linked(2))
def test_what_speaks_for_both_never_lags(world: World) -> None:
    """Whatever speaks for a claim, and for the implied one as well: that one stands no lower."""
    first = next(one for one in world.records if isinstance(one, Claim) and one.id == "c0")
    same = World(
        tuple(
            replace(
                one,
                evidence=first.evidence,
                about=first.about,
                made_by=first.made_by,
                first_made=first.first_made,
            )
            if isinstance(one, Claim)
            else one
            for one in world.records
        )
    )
    bound = joined(same, ("c0", "implies", "c1"))
    assert list(lags(judged(bound, "c0").moments, judged(bound, "c1").moments, LAST)) == []


EMPTY = [
    Claim(
        id=id,
        title="T",
        statement="S.",
        topic="t",
        kind="fact",
        made_by=(),
        first_made=parse_date("2024"),
        about=(),
    )
    for id in ("c0", "c1", "c2")
]


@given(ways)
def test_loops_and_claims_that_refute_themselves_are_found_and_no_others(
    links: list[tuple[str, str, str]],
) -> None:
    links = [link for link in links if link[0] != link[2]]
    graph = joined(World(tuple(EMPTY)), *links).graph
    reach = {id: {id} for id in ("c0", "c1", "c2")}
    for _ in range(3):
        for at, way, to in links:
            if way == "implies":
                for known in reach.values():
                    known.update({to} if at in known else ())
    is_loop = any(to in reach and at in reach[to] for at, way, to in links if way == "implies")
    codes = {one.code for one in loops(graph)}
    assert codes == ({"implies-cycle"} if is_loop else set())
    excluded = [(at, to) for at, way, to in links if way == "contradicts"]
    refuted = {id for id, known in reach.items() if any({at, to} <= known for at, to in excluded)}
    found = {one.position for one in bearing_mistakes(graph)}
    assert bool(found) == bool(refuted)
