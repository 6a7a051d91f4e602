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
from explainer.kinds._parts import BASES, STANCES, Evidence, Support, Tie
from explainer.kinds._statuses import LADDER
from explainer.kinds.actor import Actor
from explainer.kinds.claim import Claim
from explainer.kinds.source import Source
from explainer.values.edtf import EdtfDateValue, parse_date
from tests.property.worlds import FIRST, LAST, SETTINGS, World, dates, evidence, later_than, worlds

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
    assume(not any(trail.fell for trail in trails))
    if len(trails) == 1 and trails[0].origin.id in world.graph.entries:
        known.add(trails[0].origin.id)  # the voice itself, without the page on which it was read
    relayed = data.draw(st.sampled_from(sorted(known)))
    read = world.graph.record(item.source)
    relay = Source(
        id="relay",
        label="R",
        publisher_name="Relay",
        url="https://relay.example.org/",
        language="en",
        published=item.date or read.published,
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
    assume(world.claim.kind != "forecast")
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
def test_the_word_of_one_side_alone_is_only_alleged_unless_it_is_an_admission(world: World) -> None:
    assume(world.claim.kind != "forecast")
    biased = World(tuple(_on_one_side(record) for record in world.records))
    now = keeping(biased, lambda origin: origin.party or not origin.root).assessed(date.max)
    assert now.status in ("unsupported", "alleged", "withdrawn", "refuted")
    assert now.status != "unsupported" or not now.supporting


def _on_one_side(record: Any) -> Any:
    if not isinstance(record, Actor) or record.id == "a0":
        return replace(record, party_to_conflict=True) if isinstance(record, Actor) else record
    return replace(record, party_to_conflict=True, supports_party=(Support(party="a0", sources=()),))


@given(worlds(), any_day)
def test_unnamed_voices_of_nobody_count_for_nothing(world: World, day: date) -> None:
    assume(world.claim.kind != "forecast")
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


def stray(**fields: Any) -> Source:
    """Return a source whose publisher appears nowhere else."""
    return Source(id="stray", label="S", publisher_name="Stray", language="en", **fields)


@given(worlds(whole=True), any_day, st.sampled_from(list(BASES)))
def test_adding_an_undeclared_origin_removes_no_caution(world: World, day: date, basis: str) -> None:
    def cautions(one: World) -> set[str]:
        return {found.rule for found in one.caveats(day) if found.severity != "note"}

    item = Evidence(source="stray", basis=basis)
    louder = world.adding(stray()).with_evidence([*world.claim.evidence, item])
    if world.assessed(day).supporting:
        assert cautions(world) <= cautions(louder)
    assert louder.assessed(day).independent == world.assessed(day).independent


@given(worlds(), any_day, st.integers(2, 4))
def test_a_joint_text_counts_once(world: World, day: date, voices: int) -> None:
    states = [Actor(id=f"joint-{number}", name=f"J{number}", type="state") for number in range(voices)]
    text = stray(relays=tuple(state.id for state in states))
    louder = world.adding(*states, text).with_evidence([*world.claim.evidence, Evidence(source="stray")])
    before, after = world.assessed(day), louder.assessed(day)
    assert after.independent == before.independent + 1
    assert after.at_most == before.at_most + voices
    signed = Evidence(source="stray", origin="joint-0")
    again = louder.with_evidence([*louder.claim.evidence, signed]).assessed(day)
    assert (again.independent, again.at_most) == (after.independent, after.at_most)


@given(worlds(), any_day, st.sampled_from(list(STANCES)), st.sampled_from(list(BASES)))
def test_a_fabricated_source_counts_for_nothing(world: World, day: date, stance: str, basis: str) -> None:
    fake = stray(first_hand=True, standing="fabricated")
    item = Evidence(source="stray", stance=stance, basis=basis)
    louder = world.adding(fake).with_evidence([*world.claim.evidence, item])
    assert gist(louder.assessed(day)) == gist(world.assessed(day))


@given(worlds(), any_day, dates, st.sampled_from(list(STANCES)))
def test_a_retracted_source_counts_up_to_the_day_of_its_retraction(
    world: World, day: date, since: EdtfDateValue, stance: str
) -> None:
    item = Evidence(source="stray", stance=stance, basis="document")
    taken = stray(first_hand=True, standing="retracted", standing_since=since)
    now = world.adding(taken).with_evidence([*world.claim.evidence, item]).assessed(day)
    like = world
    if day < since.earliest:
        like = world.adding(stray(first_hand=True)).with_evidence([*world.claim.evidence, item])
    assert gist(now) == gist(like.assessed(day))


@given(world=worlds(), day=any_day, own=st.booleans())
def test_a_body_counts_beside_a_member_only_with_a_finding_of_its_own(
    world: World, day: date, *, own: bool
) -> None:
    world = world.with_evidence([])
    member, body = (
        Actor(id="m", name="M", type="state"),
        Actor(id="b", name="B", type="international-body", members=(Tie(to="m"),)),
    )
    items = [
        Evidence(source="stray", origin="m"),
        Evidence(source="stray", origin="b", basis="imagery", own_finding=own),
    ]
    now = world.adding(member, body, stray()).with_evidence(items).assessed(day)
    assert (now.independent, now.at_most) == (1 + own, 2)


@given(worlds(), any_day, st.data())
def test_what_is_handed_over_counts_as_the_word_of_the_giver(
    world: World, day: date, data: st.DataObject
) -> None:
    giver = data.draw(st.sampled_from([one.id for one in world.records if isinstance(one, Actor)]))
    expert = Actor(id="expert", name="E", type="research-organisation")
    seen = Evidence(source="stray", origin="expert", basis="imagery", material_from=giver)
    said = Evidence(source="stray", origin=giver, basis="testimony", own_finding=True)
    alone = world.adding(expert, stray()).with_evidence([*world.claim.evidence, said]).assessed(day)
    both = world.adding(expert, stray()).with_evidence([*world.claim.evidence, said, seen]).assessed(day)
    assume(Origins(world.graph).root(giver, date.max))
    assert (both.independent, both.at_most) == (alone.independent, alone.at_most)


@given(worlds(), any_day)
def test_a_claim_is_withdrawn_only_if_every_maker_took_it_back(world: World, day: date) -> None:
    now = world.assessed(day)
    if now.status == "withdrawn":
        back = {
            id
            for item in now.items
            if item.stance == "withdraws"
            for trail in item.trails
            for id in (trail.origin.id, trail.origin.root)
        }
        origins = Origins(world.graph)
        days = [item.spoken for item in now.items]
        for maker in world.claim.made_by:
            assert back & {maker, *(origins.root(maker, on) for on in days)}


@given(worlds())
def test_what_was_taken_back_and_said_again_is_not_withdrawn(world: World) -> None:
    assume(world.claim.kind != "forecast")
    # A withdrawal without a date has no place in an order: what was said again may have come before it.
    assume(not any(item.stance == "withdraws" for item in world.claim.evidence))
    maker = world.claim.made_by[0]
    again = Evidence(source="stray", origin=maker, date=later_than(LAST))
    back = replace(again, stance="withdraws")
    world = world.adding(stray()).with_claim(replace(world.claim, made_by=(maker,)))
    withdrawn = world.with_evidence([*world.claim.evidence, back]).assessed(date.max)
    assert (
        withdrawn.status == "withdrawn"
        or any(item.when is None for item in withdrawn.items)
        or (any(item.when and item.when.end > LAST for item in withdrawn.items))
    )
    later = replace(again, date=later_than(LAST + timedelta(days=1)))
    said = world.with_evidence([*world.claim.evidence, back, later]).assessed(date.max)
    assert said.status != "withdrawn"


@given(worlds(whole=True), any_day)
def test_each_nature_has_its_own_statuses(world: World, day: date) -> None:
    origins = Origins(world.graph)
    event = of_event(world.graph.record("event"), origins)
    now = assess(event, origins, day).status
    if event.nature == "record":
        assert now in ("on-record", "reported", "alleged", "unsupported", "refuted")
    else:
        assert now in RANK
    forecast = world.claim.kind == "forecast"
    assert (world.assessed(day).status in RANK) is not forecast
    assert world.assessed(day).status == "open" or not forecast


@given(worlds(), any_day, st.sampled_from(["denies", "refutes"]))
def test_a_denial_contests_until_it_is_taken_back(world: World, day: date, stance: str) -> None:
    assume(day < LAST)
    denier = Actor(id="denier", name="D", type="monitoring-body")
    denial = Evidence(source="stray", origin="denier", stance=stance, date=parse_date(day.isoformat()))
    back = replace(denial, stance="withdraws", date=later_than(day))
    world = world.adding(denier, stray()).with_evidence([*world.claim.evidence, denial, back])
    assert "denier" in world.assessed(day).contested_by
    after = world.assessed(day + timedelta(days=1))
    assert "denier" not in after.contested_by
    assert [one.ending for one in after.denials if one.actor == "denier"] == ["taken-back"]


@given(worlds())
def test_two_voices_of_one_root_are_one_origin(world: World) -> None:
    free = [replace(item, material_from=None, in_custody_of=None) for item in world.claim.evidence]
    world = world.with_evidence(free)
    said = supporting(world.claim)
    assume(said)
    first = world.assessed().origins[:1] if world.assessed().origins else ()
    assume(first and first[0].root in {record.id for record in world.records if isinstance(record, Actor)})
    # A root is that of a day: on the day of the new word it must still be the top of its chain.
    assume(Origins(world.graph).root(first[0].root, date(2024, 1, 1)) == first[0].root)
    assume(not any(item.stance == "withdraws" for item in world.claim.evidence))
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
    assume(world.assessed().independent >= 1)
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
