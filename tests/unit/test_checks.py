"""Checks of sense over the whole graph: logic of evidence, figures, names, events told twice."""

from __future__ import annotations

import pytest

from explainer.checks import evidence_logic, figures, names, publishers, run, same_event
from tests.unit.content import Content, short

CLAIM = """
claims:
  c:
    title: T
    statement: S.
    topic: t
    kind: fact
    made_by: [northland-ministry]
    first_made: 2024-05-02
    about: [southland]
    evidence:
      - {}
"""

EVIDENCE = [
    ("source: ministry-statement", []),
    ("source: eastland-declaration", ["11 evidence-before-claim"]),
    ("source: court-record, basis: admission", ["11 foreign-admission"]),
    ("source: customs-statement, basis: admission", ["11 admission-without-denial"]),
    ("source: customs-statement, basis: admission, against_interest: It was paid.", []),
    ("source: eastland-statement, stance: withdraws", ["11 withdrawal-by-stranger"]),
    ("source: newspaper-officials, basis: admission", ["11 foreign-admission"]),
    ("source: ministry-statement, stance: refutes, basis: admission", []),
    ("source: ministry-statement, stance: denies", ["11 denial-by-maker"]),
    ("source: ministry-statement, stance: withdraws", []),
    ("source: unread", ["11 unread-source"]),
    ("source: voices", ["11 several-voices"]),
    ("source: voices, stance: denies", ["11 several-voices"]),
    ("source: voices, stance: qualifies", []),
    ("source: voices, origin: border-court", []),
]


@pytest.mark.parametrize(("item", "expected"), EVIDENCE, ids=[row[0] for row in EVIDENCE])
def test_evidence_must_not_contradict_its_claim(item: str, expected: list[str]) -> None:
    sources = (
        "sources:\n"
        "  unread: {label: U, publisher_name: U, language: en, read: none, published: 2024-06-01,"
        " relays: [border-court]}\n"
        "  voices: {label: V, publisher_name: V, url: https://v.example.org/, language: en, published: 2024-06-01,"
        " relays: [border-court, hill-observatory]}\n"
    )
    found = Content(CLAIM.format("{" + item + "}").strip() + "\n" + sources).found_by(evidence_logic)
    assert [f"{one.position.line} {one.code}" for one in found] == expected


def test_an_unnamed_voice_is_told_why_it_cannot_admit() -> None:
    (found,) = Content(CLAIM.format("{source: newspaper-officials, basis: admission}").strip()).found_by(
        evidence_logic
    )
    assert "an unnamed voice does not speak" in found.message


def test_one_measure_has_one_unit(content: Content) -> None:
    """
    claims:
      c:
        title: T
        statement: S.
        topic: t
        kind: figure
        made_by: [northland-ministry]
        first_made: 2024-05-02
        about: [southland]
        figures:
          - {value: 5, unit: Shells, measure: m, as_of: 2024-05, by: northland, sources: [weekly]}
          - {value: 5, unit: shells, measure: m, as_of: 2024-05, by: northland, sources: [weekly]}
          - {value: 5, unit: tonnes, measure: m, as_of: 2024-05, by: northland, sources: [weekly]}
          - {value: 5, unit: tonnes, measure: other, as_of: 2024-05, by: northland, sources: [weekly]}
    """
    (found,) = content.found_by(figures)
    assert (found.code, found.position.line) == ("unit-changes", 13)
    assert [position.line for position, _ in found.related] == [11]


NAMES = [
    ("two records of one name", "{name: The Wire, type: company}", ["ambiguous-name"]),
    ("an alias that is another’s name", "{name: X, type: company, aliases: [Northland Radio]}", ["ambiguous-name"]),
    ("one record, one name twice", "{name: X, type: company, aliases: [X]}", []),
    ("Latin with Cyrillic in one word", "{name: Nоrth Company, type: company}", ["mixed-scripts"]),
    ("Latin with Greek in one word", "{name: Νorth Company, type: company}", ["mixed-scripts"]),
    ("two scripts in two words", "{name: TACC ТАСС, type: company}", []),
    ("a native name", "{name: X, type: group, native_names: [{text: Kиїв, language: uk}]}", ["mixed-scripts"]),
    ("another’s name in look-alikes", "{name: ТНЕ Wіrе, type: company}", ["look-alike-name", "mixed-scripts"]),
    ("a whole name in look-alikes", "{name: АВС, type: group}\n  y: {name: ABC, type: group}", ["look-alike-name"]),
    ("letters and digits", "{name: K-9 М1991, type: company}", []),
    ("other scripts", "{name: 김정은 Київ Ωmega2, type: company}", ["mixed-scripts"]),
]  # fmt: skip


@pytest.mark.parametrize(("_what", "actor", "expected"), NAMES, ids=[row[0] for row in NAMES])
def test_a_name_must_not_mislead(_what: str, actor: str, expected: list[str]) -> None:
    found = Content(f"actors:\n  x: {actor}\n").found_by(names)
    assert sorted({one.code for one in found}) == expected


def test_a_look_alike_points_at_both(content: Content) -> None:
    """
    actors:
      x:
        name: X
        type: company
        aliases:
          - some name
          - ТАСС
      y: {name: TACC, type: company}
    """  # noqa: RUF002 - the alias is Cyrillic
    (found,) = content.found_by(names)
    assert short([found]) == ["8:11 look-alike-name"]
    assert [position.line for position, _ in found.related] == [7]


def test_a_publisher_that_is_an_actor_must_be_named_as_one(content: Content) -> None:
    """
    sources:
      x: {label: X, publisher_name: the wire, url: https://x.example.org/, language: en}
    """
    (found,) = content.found_by(publishers)
    assert (found.code, found.hint) == ("publisher-is-actor", "write “publisher: the-wire”")


EVENT = (
    "  {}: {{title: {}, date: '{}', summary: S., nature: occurrence, strands: [s], "
    "actors: [{}], sources: [weekly]}}\n"
)
NORTH, SOUTH = "{actor: northland, role: r}", "{actor: southland, role: r}"
TWICE = [
    ("the same", [("A treaty is signed", "2024-05-01", NORTH), ("A treaty is signed", "2024-05-01", NORTH)], 1),
    ("nearly the same", [("The treaty signed", "2024-05-01", NORTH), ("Treaty is signed", "2024-05", NORTH)], 1),
    ("no actors named", [("A treaty is signed", "2024-05-01", ""), ("A treaty is signed", "2024-05-01", NORTH)], 1),
    ("another day", [("A treaty is signed", "2024-05-01", NORTH), ("A treaty is signed", "2024-05-02", NORTH)], 0),
    ("other actors", [("A treaty is signed", "2024-05-01", NORTH), ("A treaty is signed", "2024-05-01", SOUTH)], 0),
    ("other words", [("A treaty is signed", "2024-05-01", NORTH), ("A minister resigns", "2024-05-01", NORTH)], 0),
    ("one long span", [("A long war", "2024-01-01/..", NORTH), ("A long war", "2024-01-01/..", NORTH)], 1),
    ("a span and a day in it", [("A long war", "2024-01-01/..", NORTH), ("A long war", "2024-05-01", NORTH)], 0),
]  # fmt: skip


@pytest.mark.parametrize(("_what", "events", "pairs"), TWICE, ids=[row[0] for row in TWICE])
def test_an_event_told_twice_is_pointed_out(
    _what: str, events: list[tuple[str, str, str]], pairs: int
) -> None:
    lines = (EVENT.format(f"e{at}", title, day, actors) for at, (title, day, actors) in enumerate(events))
    found = Content("timeline:\n" + "".join(lines)).found_by(same_event)
    assert [one.code for one in found] == ["same-event-twice"] * pairs


def test_events_are_not_all_compared_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    title = "Event number {} of a crowded month in team {}"
    lines = (
        EVENT.format(f"e{at}", title.format(at, f"t{at % 100}"), "2024-05-01", NORTH) for at in range(300)
    )
    dossier = Content("timeline:\n" + "".join(lines)).dossier
    compared: list[str] = []

    def is_alike(one: same_event._Candidate, _other: same_event._Candidate) -> bool:
        compared.append(one.entry.id)
        return False

    monkeypatch.setattr(same_event, "_is_alike", is_alike)
    list(same_event.check(dossier, ()))
    # Words that all have tell none of them apart; three events of a team have a telling word in common.
    assert len(compared) == 100 * 3


def test_every_check_runs() -> None:
    assert [one.code for one in run(Content("").dossier, ())] == []
