"""What is said of links between claims that cannot be, whole: where, what, what to do, and by which steps."""

from __future__ import annotations

import pytest

from explainer.judging import bearing_mistakes, contraries, implications, implied_by
from tests.unit.content import Content
from tests.unit.test_bearings import claim, claims

STEP = "remove the step that says more than the words do"


def told(content: Content) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Return place and code, message, hint and steps of each mistake."""
    return [
        (
            f"{one.position.line}:{one.position.column} {one.code}",
            one.message,
            one.hint,
            tuple(f"{where.line}:{where.column} {words}" for where, words in one.related),
        )
        for one in bearing_mistakes(content.graph)
    ]


def test_from_what_is_intended_it_does_not_follow_what_is_so() -> None:
    assert told(claims(claim("a", links="implies: b", kind="intention"), claim("b"))) == [
        (
            "11:13 intention-implies",
            "this claim says what is intended, and “b” what is so",
            "remove it: from an intention it does not follow that anything was done",
            (),
        )
    ]


@pytest.mark.parametrize("field", ["implies", "contradicts"])
def test_a_forecast_stands_or_falls_with_nothing(field: str) -> None:
    """Each link to a forecast is told, and what stands after it in the list is looked at, too."""
    content = claims(
        claim("a", links=f"{field}: x b c"),
        claim("b", kind="forecast"),
        claim("c", kind="forecast"),
        claim("x"),
    )
    assert [(place, message, hint) for place, message, hint, _ in told(content)] == [
        (
            f"{line}:13 forecast-linked",
            f"“{id}” is a forecast: it has no status of truth that could stand or fall with another’s",
            "remove the link; what became of a forecast is said under its “outcome”",
        )
        for line, id in ((12, "b"), (13, "c"))
    ]


def test_a_claim_that_implies_and_contradicts_another_contradicts_itself() -> None:
    content = claims(claim("a", links="implies: x b; contradicts: b"), claim("b"), claim("x"))
    assert told(content) == [
        ("12:5 implies-its-contrary", "“a” implies what contradicts it", STEP, ("14:5 “a” ↔ “b”",))
    ]


def test_the_contrary_may_be_written_at_the_other_end() -> None:
    content = claims(claim("a", links="implies: b"), claim("b", links="contradicts: x a"), claim("x"))
    assert told(content) == [
        ("11:5 implies-its-contrary", "“a” implies what contradicts it", STEP, ("22:5 “a” ↔ “b”",))
    ]


def test_each_pair_of_contraries_that_follow_from_one_claim_is_told_once() -> None:
    content = claims(
        claim("a", links="implies: x b c"), claim("b", links="contradicts: x c"), claim("c"), claim("x")
    )
    both = "“a” implies “{}” and “{}”, which contradict each other"
    assert told(content) == [
        (
            "11:5 implies-its-contrary",
            both.format("x", "b"),
            STEP,
            ("12:5 “a” → “b”", "23:5 “x” ↔ “b”"),
        ),
        (
            "12:5 implies-its-contrary",
            both.format("b", "c"),
            STEP,
            ("13:5 “a” → “c”", "24:5 “b” ↔ “c”"),
        ),
    ]


def test_it_is_told_at_the_claim_where_the_ways_part() -> None:
    """What leads to that claim, over however many steps, is not told of it again."""
    content = claims(
        claim("a", links="implies: b"),
        claim("b", links="implies: c d"),
        claim("c", links="contradicts: d"),
        claim("d"),
        claim("z", links="implies: x a"),
        claim("x"),
    )
    assert told(content) == [
        (
            "21:5 implies-its-contrary",
            "“b” implies “c” and “d”, which contradict each other",
            STEP,
            ("22:5 “b” → “d”", "32:5 “c” ↔ “d”"),
        )
    ]


def test_the_steps_of_both_ways_are_named_each_once() -> None:
    content = claims(
        claim("a", links="implies: b c"),
        claim("b", links="implies: d"),
        claim("c", links="implies: e"),
        claim("d", links="contradicts: e"),
        claim("e"),
    )
    ((_, message, _, steps),) = told(content)
    assert message == "“a” implies “d” and “e”, which contradict each other"
    assert steps == ("22:5 “b” → “d”", "12:5 “a” → “c”", "32:5 “c” → “e”", "42:5 “d” ↔ “e”")


def test_the_shortest_way_to_a_claim_is_named() -> None:
    content = claims(
        claim("a", links="implies: b c"),
        claim("b", links="implies: c"),
        claim("c", links="contradicts: a"),
    )
    ((place, _, _, steps),) = told(content)
    assert (place, steps) == ("12:5 implies-its-contrary", ("32:5 “a” ↔ “c”",))


def test_a_loop_of_implications_comes_to_an_end() -> None:
    content = claims(claim("a", links="implies: b"), claim("b", links="implies: a"))
    assert told(content) == []


def test_a_link_is_read_from_both_ends_and_only_from_claims() -> None:
    content = claims(
        claim("a", links="implies: b c; contradicts: d"),
        claim("b", links="implies: c; contradicts: a"),
        claim("c"),
        claim("d", links="contradicts: b"),
    )
    assert [one.claim for one in implications("a", content.graph)] == ["b", "c"]
    assert [(id, one.claim) for id, one in implied_by("c", content.graph)] == [("a", "c"), ("b", "c")]
    assert {id: one.claim for id, one in contraries("a", content.graph).items()} == {"d": "d", "b": "a"}
    assert list(contraries("b", content.graph)) == ["a", "d"]
    for id in ("southland", "court-record", "nothing"):
        assert implications(id, content.graph) == ()
        assert list(implied_by(id, content.graph)) == []
        assert contraries(id, content.graph) == {}


def test_a_link_to_another_kind_of_record_is_no_link() -> None:
    content = claims(claim("a", links="implies: southland b; contradicts: court-record b"), claim("b"))
    assert content.mistakes == ["11:13 wrong-kind", "14:13 wrong-kind"]
    assert [one.claim for one in implications("a", content.graph)] == ["b"]
    assert list(contraries("a", content.graph)) == ["b"]
    assert [place for place, *_ in told(content)] == ["12:5 implies-its-contrary"]


def test_a_claim_is_not_its_own_contrary() -> None:
    content = claims(claim("a", links="implies: a; contradicts: a b"), claim("b"))
    assert content.mistakes == ["11:13 self-reference", "13:13 self-reference"]
    assert list(contraries("a", content.graph)) == ["b"]
    assert implications("a", content.graph) == ()
    assert list(implied_by("a", content.graph)) == []
    assert told(content) == []


@pytest.mark.parametrize("field", ["implies", "contradicts"])
def test_a_claim_that_a_note_of_a_link_mentions_is_not_linked(field: str) -> None:
    """Its page would say that it follows from the claim, or that its contrary is so."""
    content = Content(
        "claims:\n"
        + claim("a", links=f"{field}: b").replace("note: N.", "note: 'See [[c]].'")
        + claim("b")
        + claim("c")
    )
    assert content.mistakes == []
    assert [link.source.id for link in content.graph.backlinks["c"]] == ["a"]
    assert list(implied_by("c", content.graph)) == []
    assert contraries("c", content.graph) == {}


def test_a_forecast_behind_what_is_no_claim_is_told_too() -> None:
    content = claims(claim("a", links="implies: southland b"), claim("b", kind="forecast"))
    assert [place for place, *_ in told(content)] == ["12:13 forecast-linked"]
