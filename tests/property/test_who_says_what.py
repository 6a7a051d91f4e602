"""The position matrix against what its words say, written a second time from the records, as slowly as they read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.judging import CHANGED, WORDS, stands
from explainer.kinds._parts import Evidence
from explainer.kinds.actor import Actor
from explainer.kinds.claim import Claim
from explainer.kinds.source import Source
from tests.property.brute_force import End, Plain, Said
from tests.property.test_evidence import any_day
from tests.property.worlds import World, dates, worlds

Word = tuple[int, str]
"""The place of an item, and the voice whose word it is."""


@st.composite
def disputes(draw: st.DrawFn) -> World:
    """Draw a world of which all sources stand, in which few speak, often, and say now this and now that."""
    world = draw(worlds())
    actors = [one.id for one in world.records if isinstance(one, Actor)]
    speakers = draw(st.lists(st.sampled_from(actors), min_size=1, max_size=2))
    sources = [one.id for one in world.records if isinstance(one, Source)]
    words = st.builds(
        Evidence,
        source=st.sampled_from(sources),
        origin=st.sampled_from(speakers),
        stance=st.sampled_from(
            ["supports", "supports", "denies", "denies", "refutes", "withdraws", "qualifies"]
        ),
        basis=st.sampled_from(["statement", "statement", "admission", "imagery"]),
        in_custody_of=st.sampled_from([None, None, None, *actors]),
        date=dates,
    )
    said = draw(st.lists(words, min_size=1, max_size=6))

    def sound(one: Any) -> Any:
        if isinstance(one, Source):
            return replace(one, standing="current")
        if isinstance(one, Claim):
            return replace(one, evidence=(*one.evidence[:2], *said))
        return one

    return World(tuple(sound(one) for one in world.records))


class Matrix:
    """Who said what of a claim up to a day, and what of it stands."""

    def __init__(self, world: World, day: date) -> None:
        self.plain = Plain(world.records)
        every = ("supports", "denies", "refutes", "withdraws", "qualifies")
        self.said = self.plain.said(day, *every)
        self.back = set(self._taken_back())

    def of(self, *stances: str) -> Iterator[tuple[Said, End]]:
        for said in self.said:
            if said.item.stance in stances:
                for end in said.ends:
                    yield said, end

    def words(self) -> dict[str, set[str]]:
        """Return the word of every root that is a record; more than one where two of one day come last."""
        spoken = {
            end.root
            for said, end in self.of("supports", "denies", "refutes", "withdraws")
            if end.named and said.free and end.root and not end.root.startswith("name:")
        }
        return {root: self.word(root) for root in spoken}

    def word(self, root: str) -> set[str]:
        spoke_for_it, denied = (
            [(said, end) for said, end in self.of(*stances) if end.root == root and end.named and said.free]
            for stances in (("supports",), ("denies", "refutes"))
        )
        still = [said for said, _ in spoke_for_it if (said.at, root) not in self.back]
        admitted = any(said.item.basis == "admission" for said in still)
        endings = [{*self.endings(said, end)} for said, end in denied]
        standing = [said for (said, _), ended in zip(denied, endings, strict=True) if not ended]
        contrary = [said for said in standing if said.item.basis == "admission"]
        if contrary and all(any(_later(one, said) for one in contrary) for said in still):
            return {"retracted" if spoke_for_it else "denies"}  # what it said, it later admitted not to be so
        if standing:
            return {"divided" if still else "denies"}
        if still and denied:
            return {"conceded" if admitted else "supported"}
        if still:
            return {"admits" if admitted else "asserts"}
        if not denied:
            return {"retracted"}
        first = [[how for how in ended if how[0] == min(ended)[0]] for ended in endings]
        last = max(how for ended in first for how in ended)[0]
        return {how for ended in first for day, how in ended if day == last}

    def endings(self, denial: Said, end: End) -> Iterator[tuple[date, str]]:
        """Yield the day of each word that ended a denial, and what the root did if nothing is left of its words."""
        for said, other in self.of("supports"):
            if not other.named or not other.declared or not _later(said, denial):
                continue
            himself = other.id == end.id and (said.free or not denial.free)
            if himself or (end.named and self.plain.admits(said, {end.id, end.root})):
                yield said.known, "retracted"
        for withdrawal, _ in self.of("withdraws"):
            if (denial.at, _voice(denial, end)) in {*self._takes_back(withdrawal)}:
                yield withdrawal.known, "dropped"

    def _taken_back(self) -> Iterator[Word]:
        for withdrawal, _ in self.of("withdraws"):
            yield from self._takes_back(withdrawal)

    def _takes_back(self, withdrawal: Said) -> Iterator[Word]:
        """Yield the words that a voice takes back: what it certainly said before, else what was not later."""
        for end in withdrawal.ends:
            own = [
                (said, _voice(said, other))
                for said, other in self.of("supports", "denies", "refutes")
                if _is_his_own(withdrawal, end, said, other)
            ]
            for voice in {voice for _, voice in own}:
                some = [said for said, whose in own if whose == voice]
                before = [said for said in some if _not_later(said, withdrawal)]
                for said in before or [said for said in some if not _later(said, withdrawal)]:
                    yield said.at, voice


def _is_his_own(withdrawal: Said, end: End, said: Said, other: End) -> bool:
    """Tell whether one could take back another's word: his own, or in freedom that of anybody of his whole."""
    if not withdrawal.free:
        return end.id == other.id and not said.free
    himself = end.id == other.id and (not said.free or not end.named or not end.root)
    return himself or (_voice(withdrawal, end) == _voice(said, other))


def _voice(said: Said, end: End) -> str:
    """A prisoner and an unnamed voice speak for themselves, anybody else for the whole to which he belongs."""
    return end.root if end.named and said.free and end.root else end.id


def _later(said: Said, other: Said) -> bool:
    """Tell whether it is certain that something was said later."""
    return said.when is not None and other.when is not None and said.when.earliest > other.when.end


def _not_later(said: Said, other: Said) -> bool:
    """Tell whether it is certain that something was not said later; what has no date comes before what has one."""
    if said.when is None or other.when is None:
        return said.when is None and other.when is not None
    return said.when.end <= other.when.earliest


@settings(max_examples=150)
@given(disputes(), any_day)
def test_every_root_has_the_word_that_its_own_words_amount_to(world: World, day: date) -> None:
    found = {one.root: one.word for one in stands(world.assessed(day))}
    expected = Matrix(world, day).words()
    assert found.keys() == expected.keys()
    assert {root: word for root, word in found.items() if word not in expected[root]} == {}
    assert set(found.values()) <= WORDS.keys()


@given(disputes(), any_day)
def test_a_stand_has_the_first_day_of_each_kind_of_word_and_all_items(world: World, day: date) -> None:
    matrix = Matrix(world, day)
    for stand in stands(world.assessed(day)):
        own = [
            said
            for said, end in matrix.of("supports", "denies", "refutes", "withdraws")
            if end.root == stand.root and end.named and said.free
        ]
        days = {
            "asserts": [
                one.known
                for one in own
                if (one.item.stance, one.item.basis == "admission") == ("supports", False)
            ],
            "concedes": [
                one.known
                for one in own
                if (one.item.stance, one.item.basis == "admission") == ("supports", True)
            ],
            "denies": [one.known for one in own if one.item.stance in ("denies", "refutes")],
            "retracts": [one.known for one in own if one.item.stance == "withdraws"],
        }
        assert {kind: getattr(stand, kind) for kind in days} == {
            kind: min(some, default=None) for kind, some in days.items()
        }
        assert {item.path for item in stand.items} == {("evidence", one.at) for one in own}


@given(disputes(), any_day)
def test_who_contests_is_who_denies_in_the_matrix(world: World, day: date) -> None:
    now = world.assessed(day)
    contests = {denial.root for denial in now.denials if denial.stands}
    for stand in stands(now):
        if stand.word in ("denies", "divided"):
            assert stand.root in contests
        if stand.word in ("asserts", "admits"):
            assert not stand.denies
        if stand.word in CHANGED:
            assert stand.denies or stand.retracts
