"""Who belongs to whom on a day: a bond counts on the days on which it may hold, and no other."""

from __future__ import annotations

from datetime import date

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
    assert content.origins.chain("x", DAY) == ["x", "y", "z"]


def test_bodies_that_are_members_of_each_other_are_counted_once(content: Content) -> None:
    """
    actors:
      one: {name: One, type: international-body, members: [two]}
      two: {name: Two, type: international-body, members: [one, one]}
    """
    assert content.origins.members("one", DAY) == {"two"}
