"""Who belongs to whom on a day: a bond counts on the days on which it may hold, and no other."""

from __future__ import annotations

from datetime import date

import pytest

from explainer.judging.bonds import fold_name
from tests.unit.content import Content

DAY = date(2024, 6, 15)


def test_a_member_of_a_member_is_a_member_and_a_former_one_is_none(content: Content) -> None:
    """
    actors:
      alpha: {name: Alpha, type: state}
      beta: {name: Beta, type: state}
      gamma: {name: Gamma, type: state}
      inner: {name: Inner, type: international-body, members: [alpha, {to: beta, until: 2024-06-14}]}
      outer: {name: Outer, type: international-body, members: [inner, {to: gamma, since: 2024-06-15}]}
      office: {name: Office, type: company, part_of: outer}
    """
    bonds = content.origins
    assert bonds.members("inner", DAY) == {"alpha"}
    assert bonds.members("inner", date(2024, 6, 14)) == {"alpha", "beta"}
    assert bonds.members("outer", DAY) == {"inner", "alpha", "gamma"}
    assert bonds.members("outer", date(2024, 6, 14)) == {"inner", "alpha", "beta"}
    assert bonds.members("office", DAY) == bonds.members("outer", DAY)
    assert bonds.members("alpha", DAY) == frozenset()


def test_the_chain_of_an_actor_that_leads_into_a_loop_ends(content: Content) -> None:
    """
    actors:
      x: {name: X, type: group, part_of: y}
      y: {name: Y, type: group, part_of: z}
      z: {name: Z, type: group, part_of: y}
    """
    assert content.origins.chain("x", DAY) == ("x", "y", "z")


def test_unnamed_voices_of_nobody_have_no_root_and_stand_with_nobody(content: Content) -> None:
    """
    actors:
      voice: {name: V, type: unnamed, party_to_conflict: true}
      one: {name: O, type: unnamed, part_of: two}
      two: {name: T, type: unnamed, part_of: one}
    """
    bonds = content.origins
    assert bonds.root("voice", DAY) == bonds.root("one", DAY) == ""
    assert bonds.is_party("voice", DAY)
    assert bonds.sides("voice", DAY) == frozenset()
    assert list(bonds.supports("", DAY)) == []


def test_above_an_actor_is_what_it_is_part_of_or_who_controls_it_on_that_day(content: Content) -> None:
    """
    sources:
      report: {label: R, publisher: daily-paper, url: https://x.example.org/, language: en,
               controlled_by: [{to: northland, until: 2024-06-14}]}
    """
    bonds = content.origins
    assert bonds.above("northland-radio", DAY) == bonds.part_of("northland-radio", DAY) == "northland"
    assert bonds.above("daily-paper", date(2024, 6, 14)) == "northland"
    assert [(owner.entry.id, owner.index) for owner in bonds.owners["daily-paper"]] == [("report", 0)]
    assert bonds.part_of("daily-paper", date(2024, 6, 14)) == bonds.above("daily-paper", DAY) == ""


def test_a_publisher_is_known_by_its_name_or_else_by_what_stands_for_it(content: Content) -> None:
    """
    sources:
      named: {label: N, publisher_name: The Gazette, url: https://x.example.org/, language: en}
      wrong: {label: W, publisher: weekly, url: https://x.example.org/, language: en}
    """
    origins = content.origins
    keys = {id: origins.publisher_key(content.graph.record(id)) for id in ("named", "wrong", "court-record")}
    assert keys == {"named": "name:gazette", "wrong": "name:weekly", "court-record": "border-court"}
    assert [(one.origin.name, one.origin.party) for one in origins.trails("wrong", DAY)] == [
        ("weekly", False)
    ]


def test_a_name_that_two_actors_share_means_none_of_them(content: Content) -> None:
    """
    actors:
      x: {name: The Post, type: news-organisation}
      y: {name: Y, aliases: [Post!], type: news-organisation}
    sources:
      report: {label: R, publisher_name: post, url: https://x.example.org/, language: en}
    """
    assert content.origins.publisher_key(content.graph.record("report")) == "name:post"


def test_an_article_is_no_part_of_a_name_unless_it_is_all_of_it() -> None:
    assert [fold_name(name) for name in ("The Wire", "the", "Thé!", "!")] == ["wire", "the", "the", "!"]


def test_members_that_are_members_of_each_other_and_those_without_a_root(content: Content) -> None:
    """
    actors:
      voice: {name: V, type: unnamed}
      x: {name: X, type: international-body, members: [y]}
      y: {name: Y, type: international-body, members: [z, voice]}
      z: {name: Z, type: international-body, members: [y]}
    """
    assert content.origins.members("x", DAY) == {"y", "z"}
    assert content.origins.members("weekly", DAY) == frozenset()


def test_who_speaks_for_each_other_speaks_for_both_and_an_unnamed_voice_for_itself(content: Content) -> None:
    """
    actors:
      x: {name: X, type: person, speaks_for: [y, weekly]}
      y: {name: Y, type: person, speaks_for: [x]}
      voice: {name: V, type: unnamed, speaks_for: [y]}
    """
    assert content.origins.spoken_for("x", DAY) == content.origins.spoken_for("y", DAY) == {"x", "y"}
    assert content.origins.spoken_for("voice", DAY) == {"voice"}
    assert content.origins.spoken_for("weekly", DAY) == {"weekly"}


@pytest.mark.parametrize("order", [1, -1])
def test_a_bond_that_ends_holds_up_to_its_last_day_whichever_day_is_asked_first(order: int) -> None:
    content = Content(
        """
actors:
  army: {name: A, type: armed-force, part_of: [{to: northland, since: 2024-05-03, until: 2024-06-14}]}
""".lstrip()
    )
    days = [date(2024, 5, 2), date(2024, 5, 3), date(2024, 6, 14), date(2024, 6, 15), date(2024, 6, 16)][
        ::order
    ]
    found = {
        day: (content.origins.root("army", day), content.origins.spoken_for("army", day)) for day in days
    }
    inside = ("northland", frozenset({"army", "northland"}))
    outside = ("army", frozenset({"army"}))
    assert [found[day] for day in sorted(days)] == [outside, inside, inside, outside, outside]


def test_bodies_that_are_members_of_each_other_are_counted_once(content: Content) -> None:
    """
    actors:
      one: {name: One, type: international-body, members: [two]}
      two: {name: Two, type: international-body, members: [one, one]}
    """
    assert content.origins.members("one", DAY) == {"two"}


def test_sides_and_chains_are_those_of_the_day(content: Content) -> None:
    """
    actors:
      x:
        name: X
        type: group
        part_of: [{to: z, since: 2024-03-01, until: 2024-05-31}]
        supports_party: [{party: y, since: 2024-04-01, sources: [weekly]}]
      y: {name: Y, type: state, party_to_conflict: true}
      z: {name: Z, type: state, party_to_conflict: true}
    """
    origins = content.origins
    days = [date(2024, 2, 1), date(2024, 3, 1), date(2024, 4, 1), date(2024, 6, 1)]
    for _ in range(2):  # asked again, in the other order
        assert [sorted(origins.sides("x", day)) for day in days] == [[], ["z"], ["y", "z"], ["y"]]
        assert [origins.chain("x", day) for day in days] == [("x",), ("x", "z"), ("x", "z"), ("x",)]
        days.reverse()
        assert [origins.is_party("x", day) for day in days] == [False, True, True, False]
        days.reverse()
