"""What must always hold of evidence, whatever the world is like (design of the evidence engine)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from explainer.caveats import BY_ID, SEVERITIES, Judged, caveats_of
from explainer.checks import run
from explainer.dossier import settle
from explainer.judging import Assessment, Origin, Origins, assess, history, of_event, status_on
from explainer.kinds._parts import Evidence, Tie
from explainer.kinds._statuses import LADDER
from explainer.kinds.actor import Actor
from explainer.kinds.claim import Claim
from explainer.kinds.source import Source
from explainer.values.edtf import parse_date
from tests.property.worlds import FIRST, LAST, SETTINGS, World, evidence, later_than, worlds

RANK = {status: rank for rank, status in enumerate(reversed(list(LADDER)))}
"""The weight of each status; what was withdrawn or refuted stands below all."""

any_day = st.integers(-30, 400).map(lambda offset: FIRST + timedelta(days=offset))


def supporting(claim: Claim) -> list[Evidence]:
    return [item for item in claim.evidence if item.stance == "supports"]


def gist(now: Assessment) -> tuple[Any, ...]:
    """Return what an assessment says, without the places in which its items are written."""
    denials = sorted((denial.actor, denial.day, denial.ended or date.max) for denial in now.denials)
    return (now.status, now.origins, now.independent, now.at_most, denials)


@given(worlds(), st.data())
def test_a_relay_of_a_known_origin_changes_neither_status_nor_count(
    world: World, data: st.DataObject
) -> None:
    told = supporting(world.claim)
    assume(told)
    item = data.draw(st.sampled_from(told))
    known = {item.origin or item.source}
    trails = Origins(world.graph).trails_to(item.source, item.origin, LAST)
    if len(trails) == 1 and trails[0].origin.id in world.graph.entries:
        known.add(trails[0].origin.id)  # the voice itself, without the page on which it was read
    relayed = data.draw(st.sampled_from(sorted(known)))
    relay = Source(
        id="relay",
        label="R",
        publisher_name="Relay",
        url="https://relay.example.org/",
        language="en",
        published=data.draw(st.none() | st.just(item.date or parse_date("2024-06-01"))),
        relays=(relayed,),
    )
    echo = replace(item, source="relay", origin=None, note=None)
    with_relay = world.adding(relay).with_evidence([*world.claim.evidence, echo])
    before, after = world.assessed(date.max), with_relay.assessed(date.max)
    assert (after.status, after.origins, after.independent, after.at_most) == (
        before.status, before.origins, before.independent, before.at_most,
    )  # fmt: skip


@given(worlds(), any_day)
def test_removing_support_never_raises_the_status(world: World, day: date) -> None:
    before = world.assessed(day)
    for at, item in enumerate(world.claim.evidence):
        if item.stance == "supports":
            rest = world.claim.evidence[:at] + world.claim.evidence[at + 1 :]
            after = world.with_evidence(rest).assessed(day)
            assert RANK[after.status] <= RANK[before.status]
            assert after.independent <= before.independent
            assert after.at_most <= before.at_most


@given(worlds(), st.data(), any_day)
def test_the_order_of_evidence_does_not_matter(world: World, data: st.DataObject, day: date) -> None:
    shuffled = world.with_evidence(data.draw(st.permutations(world.claim.evidence)))
    assert gist(shuffled.assessed(day)) == gist(world.assessed(day))
    assert shuffled.caveats(day) == world.caveats(day)
    moments = [history(*each.statement(), LAST) for each in (world, shuffled)]
    assert [(one.date, one.status, one.contested_by) for one in moments[0]] == [
        (one.date, one.status, one.contested_by) for one in moments[1]
    ]


@given(worlds(whole=True))
def test_the_order_of_records_does_not_matter(world: World) -> None:
    other = World(tuple(reversed(world.records)))
    assert gist(other.assessed()) == gist(world.assessed())
    assert other.caveats() == world.caveats()


def keeping(world: World, is_kept: Callable[[Origin], bool]) -> World:
    """Return the world with that support alone which ends at origins of some sort, and without admissions."""
    origins = Origins(world.graph)
    kept = [
        replace(item, basis="imagery" if item.basis == "admission" else item.basis)
        for item in world.claim.evidence
        if item.stance != "supports"
        or all(is_kept(trail.origin) for trail in origins.trails_to(item.source, item.origin, LAST))
    ]
    return world.with_evidence(kept)


@given(worlds())
def test_the_word_of_parties_alone_is_only_alleged_unless_it_is_an_admission(world: World) -> None:
    biased = World(tuple(_as_party(record) for record in world.records))
    now = keeping(biased, lambda origin: origin.party or not origin.root).assessed(date.max)
    assert now.status in ("unsupported", "alleged", "withdrawn", "refuted")
    assert now.status != "unsupported" or not now.supporting


def _as_party(record: Any) -> Any:
    return (
        replace(record, party_to_conflict=True) if isinstance(record, Actor) and record.id != "a0" else record
    )


@given(worlds(), any_day)
def test_unnamed_voices_of_nobody_count_for_nothing(world: World, day: date) -> None:
    now = keeping(world, lambda origin: not origin.named and not origin.root).assessed(day)
    assert now.independent == now.at_most == 0
    assert now.status in ("unsupported", "alleged", "withdrawn", "refuted")


@given(worlds(), any_day, st.data())
def test_the_assessment_on_a_day_does_not_change_when_later_evidence_is_added(
    world: World, day: date, data: st.DataObject
) -> None:
    actors = [record.id for record in world.records if isinstance(record, Actor)]
    sources = [record.id for record in world.records if isinstance(record, Source)]
    fresh = Source(id="fresh", label="F", publisher_name="Fresh", language="en", published=later_than(day))
    more = data.draw(st.lists(evidence(actors, [*sources, "fresh"]), min_size=1, max_size=3))
    late = [replace(item, date=later_than(day)) for item in more]
    longer = world.adding(fresh).with_evidence([*world.claim.evidence, *late])
    assert longer.assessed(day) == world.assessed(day)
    assert longer.caveats(day) == world.caveats(day)


@given(worlds(), any_day)
def test_independence_is_never_invented(world: World, day: date) -> None:
    now = world.assessed(day)
    roots = {end.root for end in now.origins} - {""}
    assert now.independent <= now.at_most == len(roots) <= len(now.origins)
    if all(end.declared for end in now.origins):
        assert now.independent == now.at_most


@given(worlds())
def test_two_voices_of_one_root_are_one_origin(world: World) -> None:
    said = supporting(world.claim)
    assume(said)
    first = world.assessed().origins[:1] if world.assessed().origins else ()
    assume(first and first[0].root in {record.id for record in world.records if isinstance(record, Actor)})
    voice = Actor(id="voice", name="Voice", type="person", part_of=(Tie(to=first[0].root),))
    item = Evidence(source=said[0].source, origin="voice", basis="statement", date=parse_date("2024-01-01"))
    louder = world.adding(voice).with_evidence([*world.claim.evidence, item])
    assert louder.assessed().at_most == world.assessed().at_most


@given(worlds(whole=True), any_day)
def test_a_caveat_names_its_rule_and_records_that_exist(world: World, day: date) -> None:
    graph = world.graph
    origins = Origins(graph)
    event = of_event(graph.record("event"), origins)
    on_event = caveats_of(Judged(event, assess(event, origins, day), graph, origins, SETTINGS))
    for found in (*world.caveats(day), *on_event):
        rule = BY_ID[found.rule]
        assert found.label == rule.label
        assert found.severity in SEVERITIES
        assert found.because
        assert set(found.because) <= set(graph.entries)
        assert set(re.findall(r"\[\[([^|\]]*)\|", found.sentence)) <= set(graph.entries)
        assert "[[" not in found.plain
        assert "\n" not in found.sentence


@given(worlds())
def test_a_second_independent_source_takes_single_origin_away(world: World) -> None:
    assume(world.assessed().at_most >= 1)
    voice = Actor(id="voice", name="Voice", type="monitoring-body")
    paper = Source(id="paper", label="P", publisher="voice", language="en", first_hand=True)
    louder = world.adding(voice, paper).with_evidence([*world.claim.evidence, Evidence(source="paper")])
    assert "single-origin" not in {found.rule for found in louder.caveats()}


@given(worlds(), any_day)
def test_a_history_says_of_each_day_what_assessing_it_says(world: World, day: date) -> None:
    statement, origins = world.statement()
    moments = history(statement, origins, LAST)
    assert [moment.date for moment in moments] == sorted({moment.date for moment in moments})
    for moment in moments:
        now = assess(statement, origins, moment.date)
        assert (moment.status, moment.contested_by) == (now.status, now.contested_by)
        assert moment.appeared or moment.fell or world.claim.kind == "forecast"
    said = status_on(moments, statement, min(day, LAST))
    assert said in ("", assess(statement, origins, min(day, LAST)).status)


@given(worlds(whole=True), st.data())
def test_references_may_lead_anywhere_and_nothing_breaks(world: World, data: st.DataObject) -> None:
    ids = st.sampled_from([*(record.id for record in world.records), "nothing"])

    def astray(record: Any) -> Any:
        if isinstance(record, Actor):
            return replace(record, part_of=(Tie(to=data.draw(ids)),))
        if isinstance(record, Source):
            relays = tuple(data.draw(st.lists(ids, max_size=2)))
            return replace(record, relays=relays, controlled_by=(Tie(to=data.draw(ids)),))
        if isinstance(record, Claim):
            return replace(
                record,
                made_by=(data.draw(ids),),
                about=(data.draw(ids),),
                evidence=tuple(
                    replace(item, source=data.draw(ids), origin=data.draw(st.none() | ids))
                    for item in record.evidence
                ),
            )
        return record

    lost = World(tuple(astray(record) for record in world.records))
    dossier = settle(lost.graph, SETTINGS)
    assert set(dossier.judgements) == {"claim", "event"}
    list(run(dossier, ()))
