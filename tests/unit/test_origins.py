"""Whose word it is: where trails end, and which ends are one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from explainer.judging import loops
from explainer.judging.origins import WAYS_LIMIT, Origin, fell_on
from tests.unit.content import Content


def ends(content: Content, source: str, origin: str | None = None) -> list[tuple[str, str, bool]]:
    """Return id, root and declaredness of every origin of a source."""
    trails = content.origins.trails_to(source, origin, TODAY)
    return sorted((trail.origin.id, trail.origin.root, trail.origin.declared) for trail in trails)


CAST = Content("")
TODAY = date(2024, 12, 31)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("ministry-statement", ("northland-ministry", "northland", True)),  # first hand
        ("wire-report", ("northland-ministry", "northland", True)),  # relays an actor
        ("newspaper", ("northland-ministry", "northland", True)),  # relays a source
        ("radio-echo", ("northland-ministry", "northland", True)),  # by way of its own country
        (
            "newspaper-officials",
            ("southland-officers", "southland", True),
        ),  # unnamed, said to belong to a body
        ("newspaper-someone", ("unnamed:newspaper-someone", "", True)),  # unnamed, of nobody
        ("weekly", ("name:weekly", "name:weekly", False)),  # says nothing of it
        ("court-record", ("border-court", "border-court", True)),
    ],
)
def test_a_trail_ends_at_its_origin(source: str, expected: tuple[str, str, bool]) -> None:
    assert ends(CAST, source) == [expected]


def test_the_path_of_a_trail_names_every_step() -> None:
    (trail,) = CAST.origins.trails("radio-echo", TODAY)
    assert trail.path == ("radio-echo", "newspaper", "wire-report", "northland-ministry")


def test_an_item_may_say_whose_word_it_is() -> None:
    assert ends(CAST, "weekly", "hill-observatory") == [("hill-observatory", "hill-observatory", True)]
    assert ends(CAST, "weekly", "wire-report") == [("northland-ministry", "northland", True)]
    assert ends(CAST, "weekly", "weekly") == ends(CAST, "weekly") == ends(CAST, "weekly", "nowhere")
    (trail,) = CAST.origins.trails_to("radio-echo", "wire-report", TODAY)
    assert trail.path == ("radio-echo", "newspaper", "wire-report", "northland-ministry")
    assert CAST.origins.trails_to("newspaper", "newspaper", TODAY) == CAST.origins.trails("newspaper", TODAY)
    (trail,) = CAST.origins.trails_to("newspaper", "northland-ministry", TODAY)
    assert trail.path == ("newspaper", "wire-report", "northland-ministry"), "the declared way is kept"


def test_who_says_what_it_saw_itself_is_not_an_unnamed_voice(content: Content) -> None:
    """
    sources:
      x: {label: X, publisher: the-wire, url: https://x.example.org/, language: en, first_hand: true,
          anonymous_origin: A}
    """
    assert ends(content, "x") == [("the-wire", "the-wire", True)]


def test_what_a_medium_is_relayed_for_leaves_open_from_where_it_has_it(content: Content) -> None:
    """
    sources:
      x: {label: X, publisher_name: X, url: https://x.example.org/, language: en, relays: [the-wire, border-court]}
    """
    assert ends(content, "x") == [("border-court", "border-court", True), ("the-wire", "the-wire", False)]


def test_people_and_bodies_of_one_state_have_one_root(content: Content) -> None:
    """
    actors:
      minister: {name: M, type: person, part_of: northland-ministry}
      spokesman: {name: S, type: person, part_of: minister}
    """
    roots = {
        content.origins.root(id, TODAY) for id in ("minister", "spokesman", "northland-radio", "northland")
    }
    assert roots == {"northland"}


def test_control_belongs_to_the_publisher_and_not_to_one_report(content: Content) -> None:
    """
    sources:
      x: {label: X, publisher_name: Weekly News, url: https://x.example.org/, language: en, controlled_by: northland}
      y: {label: Y, publisher_name: weekly news, url: https://y.example.org/, language: en}
    """
    assert ends(content, "x") == ends(content, "y") == [("name:weekly news", "northland", False)]
    (trail,) = content.origins.trails("y", TODAY)
    assert trail.origin.party, "what a party controls is of the party"


def test_what_a_nameless_voice_and_a_publisher_that_is_controlled_are_as_origins(content: Content) -> None:
    """
    actors:
      owners: {name: Unknown owners, type: unnamed}
    sources:
      x: {label: X, publisher_name: Weekly News, url: https://x.example.org/, language: en, controlled_by: northland}
      y: {label: Y, publisher_name: Other News, url: https://y.example.org/, language: en, controlled_by: owners}
    """
    (owned,) = content.origins.trails("y", TODAY)
    assert (owned.origin.name, owned.origin.root, owned.origin.named) == ("Other News", "", True)
    (someone,) = content.origins.trails("newspaper-someone", TODAY)
    assert someone.origin == Origin(
        "unnamed:newspaper-someone",
        "a person who knows the matter",
        root="",
        named=False,
        party=False,
        declared=True,
    )
    (trail,) = content.origins.trails("x", TODAY)
    assert trail.origin == Origin(
        "name:weekly news",
        "Weekly News",
        root="northland",
        named=True,
        party=True,
        declared=False,
        sides=frozenset(["northland"]),
    )
    assert content.origins.holder(trail.origin, TODAY) == "northland"
    assert content.origins.holder(someone.origin, TODAY) == ""
    (ministry,) = content.origins.trails("ministry-statement", TODAY)
    assert content.origins.holder(ministry.origin, TODAY) == "northland-ministry"


def test_every_trail_over_a_source_that_fell_falls_with_it(content: Content) -> None:
    """
    sources:
      taken: {label: T, publisher: the-wire, url: https://x.example.org/, language: en, standing: retracted,
              standing_since: 2024-08-01, standing_note: N., relays: [northland-ministry, court-record, one]}
      one: {label: O, publisher_name: One, url: https://x.example.org/, language: en, relays: [other],
            controlled_by: [{to: northland, until: 2024-07-31}]}
      other: {label: O, publisher_name: Other, url: https://x.example.org/, language: en, standing: fabricated,
              standing_note: N., relays: [one], controlled_by: [{to: southland, until: 2024-07-31}]}
    """
    origins, fell = content.origins, date(2024, 8, 1)
    assert [(trail.path, trail.fell) for trail in origins.trails("taken", TODAY)] == [
        (("taken", "northland-ministry"), fell),
        (("taken", "court-record"), fell),
        (("taken", "one", "other"), date.min),
    ]
    assert fell_on(replace(content.graph.record("taken"), standing_since=None)) == date.min
    looped = [(trail.path, trail.origin.root, trail.fell) for trail in origins.trails("other", fell)]
    assert looped == [(("other",), "name:other", date.min)]
    for origin in ("border-court", "court-record"):
        assert [trail.fell for trail in origins.trails_to("taken", origin, TODAY)] == [fell]
    assert [(trail.path, trail.fell) for trail in origins.trails_to("weekly", "taken", TODAY)] == [
        (("weekly", "taken", "northland-ministry"), fell),
        (("weekly", "taken", "court-record"), fell),
        (("weekly", "taken", "one", "other"), date.min),
    ]


def test_a_part_that_is_a_party_is_one_whatever_it_is_part_of(content: Content) -> None:
    """
    actors:
      militia: {name: M, type: armed-force, party_to_conflict: true, part_of: eastland}
    """
    assert content.origins.of_actor("militia", TODAY, declared=True).party
    assert not content.origins.of_actor("eastland", TODAY, declared=True).party


def test_a_party_is_all_that_belongs_to_it() -> None:
    origins = CAST.origins
    parties = [id for id in CAST.graph.entries if CAST.origins.actor(id) and origins.is_party(id, TODAY)]
    assert parties == [
        "northland", "northland-ministry", "northland-radio", "southland", "southland-customs", "southland-officers",
    ]  # fmt: skip


def test_sides_are_declared_and_hold_from_their_day() -> None:
    origins = CAST.origins
    assert origins.sides("southland-customs", TODAY) == {"southland"}
    assert origins.sides("eastland-ministry", TODAY) == {"southland"}, (
        "declared by the state of which it is part"
    )
    assert origins.sides("eastland-ministry", on=date(2023, 12, 31)) == frozenset()
    assert origins.sides("border-court", TODAY) == frozenset()


def test_a_loop_of_relays_is_an_error_that_names_every_step(content: Content) -> None:
    """
    sources:
      x: {label: X, publisher_name: X, url: https://x.example.org/, language: en, relays: [y]}
      y: {label: Y, publisher_name: Y, url: https://y.example.org/, language: en, relays: [z]}
      z: {label: Z, publisher_name: Z, url: https://z.example.org/, language: en, relays: [weekly, x]}
    """
    (problem,) = loops(content.graph)
    assert problem.code == "relay-cycle"
    assert problem.message.endswith("x → y → z → x")
    assert [(position.line, note) for position, note in problem.related] == [
        (3, "“y” → “z”"),
        (4, "“z” → “x”"),
    ]
    assert {end for end, _, _ in ends(content, "x")} >= {"name:weekly"}, "reading goes on all the same"


LOOPS = {
    "relay-cycle": (
        """
sources:
  x: {label: X, publisher_name: X, url: https://x.example.org/, language: en, relays: [y]}
  y: {label: Y, publisher_name: Y, url: https://y.example.org/, language: en, relays: [x]}
""",
        "these sources relay each other in a loop: x → y → x",
        "one of them must have it from elsewhere; remove the step that is wrong",
    ),
    "implies-cycle": (
        """
claims:
  x: {title: X, statement: S., topic: t, kind: fact, about: [northland], made_by: [northland], first_made: 2024,
      implies: [{claim: y, note: N.}]}
  y: {title: Y, statement: S., topic: t, kind: fact, about: [northland], made_by: [northland], first_made: 2024,
      implies: [{claim: x, note: N.}]}
""",
        "these claims imply each other in a loop, so that they say one thing: x → y → x",
        "keep one of them, or remove the step that says more than the words do",
    ),
    "part-of-cycle": (
        """
actors:
  x: {name: X, type: group, part_of: y}
  y: {name: Y, type: group, part_of: x}
""",
        "these actors are part of each other in a loop: x → y → x",
        "remove the step that is wrong, or say with “since” and “until” when each belonged to the other",
    ),
}


@pytest.mark.parametrize("code", LOOPS)
def test_a_loop_says_what_it_is_and_what_to_do(code: str) -> None:
    text, message, hint = LOOPS[code]
    found = list(loops(Content(text.lstrip()).graph))
    assert [(one.code, one.message, one.hint) for one in found] == [(code, message, hint)]
    assert [[note for _, note in one.related] for one in found] == [["“y” → “x”"]]


def test_where_ways_part_and_meet_only_those_that_come_back_are_loops(content: Content) -> None:
    """
    sources:
      a: {label: A, publisher_name: A, url: https://x.example.org/, language: en, relays: [b, d]}
      b: {label: B, publisher_name: B, url: https://x.example.org/, language: en, relays: [c, e]}
      c: {label: C, publisher_name: C, url: https://x.example.org/, language: en, relays: [weekly]}
      d: {label: D, publisher_name: D, url: https://x.example.org/, language: en, relays: [b, a]}
      e: {label: E, publisher_name: E, url: https://x.example.org/, language: en, relays: [c, b]}
    """
    found = [one.message.rpartition(": ")[2] for one in loops(content.graph)]
    assert found == ["b → e → b", "a → d → a"]


def test_where_there_is_nothing_there_is_no_loop() -> None:
    assert list(loops(Content("", with_cast=False).graph)) == []


def test_no_two_of_a_loop_of_belonging_are_independent(content: Content) -> None:
    """
    actors:
      b: {name: B, type: group, part_of: a}
      a: {name: A, type: group, part_of: c}
      c: {name: C, type: group, part_of: b}
    """
    assert [problem.code for problem in loops(content.graph)] == ["part-of-cycle"]
    assert {content.origins.root(id, TODAY) for id in ("b", "a", "c")} == {"a"}


def test_what_belonged_to_each_other_one_after_the_other_is_no_loop(content: Content) -> None:
    """
    actors:
      a: {name: A, type: group, part_of: [{to: b, until: 2020}]}
      b: {name: B, type: group, part_of: [{to: a, since: 2021}]}
      c: {name: C, type: group, part_of: [{to: d, until: 2020-05-01}]}
      d: {name: D, type: group, part_of: [{to: c, since: 2020}]}
    """
    assert list(loops(content.graph)) == [], "whether c and d overlap is not known"
    roots = [content.origins.root(id, date(2019, 1, 1)) for id in ("a", "b")]
    assert roots == ["b", "b"]
    assert [content.origins.root(id, date(2022, 1, 1)) for id in ("a", "b")] == ["a", "a"]


def test_what_belonged_to_each_other_on_one_day_is_a_loop(content: Content) -> None:
    """
    actors:
      a: {name: A, type: group, part_of: [{to: b, since: 2019, until: 2020-05-02}]}
      b: {name: B, type: group, part_of: [{to: c, since: 2020-05-02}, {to: a, until: 2018}]}
      c: {name: C, type: group, part_of: [{to: a, until: 2021}]}
      x: {name: X, type: group, part_of: a}
      y: {name: Y, type: group, part_of: [{to: z, since: 2022}]}
      z: {name: Z, type: group, part_of: [{to: y}]}
    """
    found = list(loops(content.graph))
    assert [problem.message.rpartition(": ")[2] for problem in found] == ["a → b → c → a", "y → z → y"]


def test_a_chain_may_be_as_long_as_somebody_writes_it() -> None:
    line = "  s{0}: {{label: S, publisher_name: P{0}, url: https://example.org/, language: en, relays: [s{1}]}}\n"
    chain = "".join(line.format(number, number + 1) for number in range(1200))
    content = Content(f"sources:\n{chain}" + line.format(1200, "weekly").replace("[sweekly]", "[weekly]"))
    assert ends(content, "s0") == [("name:weekly", "name:weekly", False)]


def test_relays_that_fan_out_and_meet_again_do_not_multiply_without_end() -> None:
    line = (
        "  {0}: {{label: S, publisher_name: {0}, url: https://example.org/, language: en, relays: [{1}]}}\n"
    )
    layers = 20
    text = "sources:\n"
    for layer in range(layers):
        onward = f"a{layer + 1}, b{layer + 1}" if layer < layers - 1 else "weekly, border-court"
        text += line.format(f"a{layer}", onward) + line.format(f"b{layer}", onward)
    content = Content(text)
    assert len(content.origins.trails("a0", TODAY)) <= 2 * WAYS_LIMIT
    assert {end for end, _, _ in ends(content, "a0")} == {"name:weekly", "border-court"}


@pytest.mark.parametrize("order", [1, -1])
def test_of_too_many_ways_to_an_origin_the_shortest_that_is_declared_is_kept(order: int) -> None:
    line = "  {0}: {{label: S, publisher: {1}, url: https://example.org/, language: en, {2}}}\n"
    far = [f"s{number}" for number in range(WAYS_LIMIT)]
    text = "sources:\n" + "".join(
        line.format(id, publisher, more)
        for id, publisher, more in [
            (
                "many",
                "the-wire",
                f"relays: [{', '.join([*far, 'border-court', 'paper', 'daily-paper'][::order])}]",
            ),
            *((id, "the-wire", "relays: [border-court]") for id in far),
            ("paper", "the-wire", "relays: [own]"),
            ("own", "daily-paper", "first_hand: true"),
        ]
    )
    found = {trail.origin.id: trail for trail in Content(text).origins.trails("many", TODAY)}
    assert found["border-court"].path == ("many", "border-court")
    assert found["daily-paper"].path == ("many", "paper", "own")
    assert found["daily-paper"].origin.declared


def test_as_many_ways_as_are_kept_are_all_kept() -> None:
    line = (
        "  {0}: {{label: S, publisher: the-wire, url: https://example.org/, language: en, relays: [{1}]}}\n"
    )
    far = [f"s{number}" for number in range(WAYS_LIMIT)]
    text = "sources:\n" + line.format("many", ", ".join(far))
    content = Content(text + "".join(line.format(id, "border-court") for id in far))
    assert len(content.origins.trails("many", TODAY)) == WAYS_LIMIT


def test_a_reference_to_the_wrong_kind_breaks_nothing(content: Content) -> None:
    """
    actors:
      x: {name: X, type: group, part_of: weekly, supports_party: [{party: weekly, sources: [the-wire]}]}
    sources:
      s: {label: S, publisher: weekly, url: https://x.example.org/, language: en, controlled_by: weekly, relays: [s2]}
      s2: {label: S, publisher: x, url: https://x.example.org/, language: en, relays: [border]}
    places:
      border: {name: Border, country: [FR], latitude: 1, longitude: 1}
    """
    assert {one.split()[1] for one in content.mistakes} == {"wrong-kind"}
    assert ends(content, "s") == [("x", "x", True)]
    assert content.origins.sides("x", TODAY) == frozenset()


def test_a_channel_that_only_others_quote_counts_for_nothing_alone(content: Content) -> None:
    """
    sources:
      channel-quoted:
        label: The Daily Paper on what the channel says
        publisher: daily-paper
        url: https://paper.example.org/channel
        published: 2024-05-05
        accessed: 2024-06-01
        language: en
        type: article-newspaper
        read: whole
        relays: [border-channel]
    claims:
      rumour:
        title: Rumour
        statement: The bridge is closed.
        topic: border
        kind: fact
        made_by: [border-channel]
        first_made: 2024-05-05
        about: [southland]
        evidence:
          - source: channel-quoted
      ministry-and-rumour:
        title: Ministry and rumour
        statement: The bridge is closed.
        topic: border
        kind: fact
        made_by: [northland-ministry]
        first_made: 2024-05-02
        about: [southland]
        evidence:
          - source: ministry-statement
          - source: channel-quoted
    """
    assert content.assessed("rumour").status == "alleged"
    assert content.assessed("ministry-and-rumour").status == "alleged"


def test_what_was_taken_back_is_told_where_others_relay_it(content: Content) -> None:
    """
    sources:
      echo:
        label: The Daily Paper on The Weekly
        publisher: daily-paper
        url: https://paper.example.org/echo
        published: 2024-06-05
        accessed: 2024-07-01
        language: en
        type: article-newspaper
        read: whole
        relays: [weekly-retracted]
    claims:
      echoed:
        title: Echoed
        statement: The bridge is closed.
        topic: border
        kind: fact
        made_by: [northland-ministry]
        first_made: 2024-05-02
        about: [southland]
        evidence:
          - source: echo
    """
    caveats = content.judgement("echoed").caveats
    assert [found.rule for found in caveats if found.severity == "warning"] == ["source-withdrawn"]


def test_a_loop_that_lasts_is_told_once(content: Content) -> None:
    """
    actors:
      west-one: {name: A, type: state, part_of: [west-two, {to: west-three, since: 2022-01-01}]}
      west-two: {name: B, type: state, part_of: west-one}
      west-three: {name: C, type: state, part_of: [{to: west-one, since: 2022-01-01}]}
    """
    found = [one.message.rpartition(": ")[2] for one in loops(content.graph)]
    assert found == ["west-one → west-two → west-one", "west-one → west-three → west-one"]
