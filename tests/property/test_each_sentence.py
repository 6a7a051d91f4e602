"""What the design says of forecasts, intentions, custody, opponents and absence, on worlds that are made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from explainer.checks import absence
from explainer.judging import OBSERVED, Origins, assess, of_claim
from explainer.kinds._parts import BASES, Evidence, Support, Tie
from explainer.kinds._statuses import LADDER
from explainer.kinds.actor import Actor
from explainer.kinds.claim import MEANINGS, Claim, Outcome
from explainer.kinds.source import Source
from explainer.values.edtf import EdtfDateValue
from tests.property.test_evidence import any_day, stray
from tests.property.worlds import World, dates, worlds
from tests.unit.content import Content

TRUE = ("acknowledged", "corroborated")
"""Statuses of a claim that stands for what it says."""

NOT_SETTLED = st.sampled_from([basis for basis in BASES if basis != "admission"])


def of_kind(world: World, kind: str) -> World:
    return world.with_claim(replace(world.claim, kind=kind))


# Forecasts


def forecast_on(world: World, means: str, evidence: tuple[Evidence, ...]) -> tuple[World, Claim, Claim]:
    """Return a world with a forecast beside its claim, which decides what became of it."""
    decides = replace(of_kind(world, "fact").claim, id="decides")
    forecast = replace(
        world.claim,
        id="forecast",
        kind="forecast",
        evidence=evidence,
        outcome=Outcome(claim="decides", means=means, note="N."),
    )
    rest = tuple(one for one in world.records if not isinstance(one, Claim))
    return World((*rest, decides, forecast)), decides, forecast


@given(worlds(), worlds(), any_day, st.sampled_from(list(MEANINGS)))
def test_a_forecast_has_the_outcome_that_its_claim_gives_it_on_that_day(
    world: World, other: World, day: date, means: str
) -> None:
    ids = {one.id for one in world.records}
    spoken = tuple(
        item for item in other.claim.evidence if item.source in ids and item.origin in {None, *ids}
    )
    held = tuple(replace(item, material_from=None, in_custody_of=None) for item in spoken)
    world, decides, forecast = forecast_on(world, means, held)
    origins = Origins(world.graph)
    settled = assess(of_claim(decides, origins), origins, day).status
    now = assess(of_claim(forecast, origins), origins, day)
    came = {"came-about": "came-about", "in-part": "came-about-in-part", "did-not": "did-not-come-about"}
    if settled in TRUE:
        expected = came[means]
    elif settled == "refuted" and means == "came-about":
        expected = "did-not-come-about"
    else:
        expected = "open"
    assert now.status == expected
    assert now.status not in LADDER
    assert now.status == "open" or now.contested_by == ()


@given(worlds(), any_day)
def test_a_forecast_that_no_claim_decides_stays_open(world: World, day: date) -> None:
    forecast = of_kind(world, "forecast")
    assert forecast.claim.outcome is None
    assert forecast.assessed(day).status == "open"


# Intentions


@given(worlds(), any_day)
def test_only_those_whose_intention_it_is_acknowledge_it(world: World, day: date) -> None:
    intender = Actor(id="intender", name="I", type="state")
    plan = of_kind(world.adding(intender, stray()), "intention")
    plan = plan.with_claim(replace(plan.claim, about=("intender",)))
    before = plan.assessed(day).status
    assert before != "acknowledged"
    said = Evidence(source="stray", origin="intender", basis="admission")
    after = plan.with_evidence([*plan.claim.evidence, said]).assessed(day).status
    assert after == ("acknowledged" if before not in ("withdrawn", "refuted") else before)


@given(worlds(), any_day, st.data())
def test_who_belongs_to_it_and_does_not_speak_for_it_acknowledges_no_intention(
    world: World, day: date, data: st.DataObject
) -> None:
    intender = Actor(id="intender", name="I", type="state")
    type = data.draw(st.sampled_from(["person", "company", "unnamed", "news-organisation"]))
    member = Actor(id="member", name="M", type=type, part_of=(Tie(to="intender"),))
    plan = of_kind(world.adding(intender, member, stray()), "intention")
    said = Evidence(source="stray", origin="member", basis="admission")
    plan = plan.with_claim(replace(plan.claim, about=("intender",), evidence=(*plan.claim.evidence, said)))
    assert plan.assessed(day).status != "acknowledged"


# Custody


@given(worlds(), any_day, st.data())
def test_a_word_in_custody_admits_nothing(world: World, day: date, data: st.DataObject) -> None:
    world = of_kind(world, "fact")
    actors = [one.id for one in world.records if isinstance(one, Actor)]
    speaker = data.draw(st.sampled_from(world.claim.about))
    captor = data.draw(st.sampled_from(actors))
    item = Evidence(source="stray", origin=speaker, basis="admission", in_custody_of=captor)
    louder = world.adding(stray()).with_evidence([*world.claim.evidence, item])
    before, after = world.assessed(day).status, louder.assessed(day).status
    assert after != "acknowledged" or before == "acknowledged"


@given(worlds(), any_day, NOT_SETTLED, st.data())
def test_a_word_in_custody_counts_with_the_word_of_the_captor(
    world: World, day: date, basis: str, data: st.DataObject
) -> None:
    captor = data.draw(st.sampled_from([one.id for one in world.records if isinstance(one, Actor)]))
    assume(Origins(world.graph).root(captor, date.max))
    prisoner = Actor(id="prisoner", name="P", type="person")
    said = Evidence(source="stray", origin=captor, basis="statement", own_finding=True)
    held = Evidence(source="stray", origin="prisoner", basis=basis, in_custody_of=captor)
    said_before = [item for item in world.claim.evidence if item.stance != "withdraws"]
    world = world.adding(prisoner, stray()).with_evidence(said_before)
    alone = world.with_evidence([*world.claim.evidence, said])
    both = world.with_evidence([*world.claim.evidence, said, held])
    one, two = alone.assessed(day), both.assessed(day)
    assert (two.independent, two.at_most) == (one.independent, one.at_most)
    fired = [found for found in both.caveats(day) if found.rule == "in-custody"]
    assert any({captor, "prisoner"} <= set(found.because) for found in fired)


# Opponents


@given(
    world=worlds(),
    day=any_day,
    bases=st.tuples(NOT_SETTLED, NOT_SETTLED),
    same_side=st.booleans(),
    one_text=st.booleans(),
)
def test_opponents_who_say_the_same_each_on_its_own_are_independent(
    *, world: World, day: date, bases: tuple[str, str], same_side: bool, one_text: bool
) -> None:
    one = Actor(id="north", name="N", type="state", party_to_conflict=True)
    support = (Support(party="north", sources=()),) if same_side else ()
    other = Actor(id="south", name="S", type="state", party_to_conflict=True, supports_party=support)
    world = of_kind(world, "fact").adding(one, other, stray(relays=("north", "south")))
    items = [
        Evidence(source="stray", origin=who, basis=basis)
        for who, basis in zip(("north", "south"), bases, strict=True)
    ]
    if one_text:
        items = [Evidence(source="stray", basis=bases[0])]
    now = world.with_evidence(items).assessed(day)
    expected = "alleged"
    if not same_side and not one_text:
        expected = "corroborated" if OBSERVED & set(bases) else "reported"
    assert now.status == expected
    assert now.independent == (1 if one_text else 2)


# Absence

LOOKED_FOR = """
questions:
  searched:
    question: Who built the bridge?
    topic: border
    known: Little.
    opened: 2024-11-25
    would_answer: A deed.
    sources: [weekly]
    looked_for:
    - {what: a deed, where: [the archive], words: [deed], languages: [en], on: 2024-11-25, read: whole}
  not-searched:
    question: Who mended the bridge?
    topic: border
    known: Little.
    opened: 2024-11-25
    would_answer: A bill.
    sources: [weekly]
"""
NOBODY = st.sampled_from(
    [
        "nobody has {said} who built it",
        "no document of that time was {said}",
        "neither side has {said} a number",
        "it was never {said}",
        "no one {said} it",
        "none of the witnesses has {said} it",
    ]
)
SAID = st.sampled_from(["said", "named", "confirmed", "published", "shown", "found"])
BEFORE = st.sampled_from(["", "The river is wide. ", "- The bridge stands, and ", "As of 2024, "])
BOUND = st.sampled_from(["", "on the pages that were read, "])
LEADS = st.sampled_from(["", " ([[searched|the question]])", " ([[not-searched|the question]])"])


@given(NOBODY, SAID, BEFORE, BOUND, LEADS)
def test_absence_is_bounded_and_leans_on_a_search_or_it_is_found(
    nobody: str, said: str, before: str, bound: str, leads: str
) -> None:
    sentence = f"{bound}{nobody.format(said=said)}{leads}."
    if before.endswith((". ", "")) and not before.endswith(("and ", ", ")):
        sentence = sentence[0].upper() + sentence[1:]
    found = Content(LOOKED_FOR).found_by(absence, f"{before}{sentence}\n")
    assert bool(found) is not (bool(bound) and "[[searched" in leads), sentence
    assert {one.code for one in found} <= {"unbounded-absence"}


# Known when


@given(worlds(), dates, dates)
def test_an_item_counts_from_the_end_of_its_date_or_from_the_day_on_which_it_was_read(
    world: World, when: EdtfDateValue, read: EdtfDateValue
) -> None:
    assume(world.claim.evidence and when.latest < date.max)  # of an open end another test tells
    # no source that fell, so that nothing but the day decides
    sound = tuple(
        replace(one, standing="current", standing_since=None, accessed=read)
        if isinstance(one, Source)
        else one
        for one in world.records
    )
    item = replace(world.claim.evidence[0], date=when)
    alone = World(sound).with_evidence((item,))
    known = read.latest if when.earliest <= read.latest < when.latest else when.latest
    assert alone.assessed(known - timedelta(days=1)).items == ()
    assert [found.evidence for found in alone.assessed(known).items] == [item]
