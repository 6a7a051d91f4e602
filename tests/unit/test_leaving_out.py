"""What a statement amounts to when something is left out, and the words for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from explainer.caveats import BY_ID, Judged, example
from explainer.dossier import Dossier, Judgement, settle
from explainer.hanging import hanging, sides
from explainer.hanging_words import reading_words
from explainer.judging import (
    Statement,
    answers,
    assess,
    choices,
    keeps_without,
    read,
    readings_of,
    roots_in,
    sides_of,
    with_only,
    without,
    without_source,
)
from explainer.linking import without_markup
from tests.unit.content import Content, of_example


def left(text: str, *roots: str) -> str:
    judged = example(text)
    return without(judged.statement, roots, judged.origins, judged.settings.as_of).status


def settled(text: str) -> tuple[Judgement, Dossier]:
    judged = example(text)
    dossier = settle(judged.graph, judged.settings)
    return dossier.judgements["example"], dossier


def told(text: str) -> list[str]:
    """Return the sentences on an example, without markup."""
    found = hanging(*settled(text))
    return [without_markup(sentence) for sentence in found.sentences] if found else []


def rows(text: str) -> dict[str, str]:
    """Return what the rest amounts to, by what is left out."""
    found = hanging(*settled(text))
    assert found is not None
    return {row.id: row.status for row in found.rows}


def reading(text: str, id: str) -> str:
    judged = example(text)
    as_of = judged.settings.as_of
    known = {one.id: one for one in readings_of(sides_of(judged.origins, as_of))}
    return read(judged.statement, known[id], judged.origins, as_of).status


GIVEN = "source: observatory-report, basis: imagery, material_from: eastland"
COURT, HILL = "- {source: court-record, basis: document}\n", "- {source: observatory-report}\n"
MINISTRY, ARMY = "- {source: ministry-statement}\n", "- {source: customs-statement, basis: imagery}\n"

OF_EACH = (
    "- {source: court-record, basis: document, material_from: the-wire}\n"
    "- {source: observatory-report}\n- {source: weekly, origin: the-wire}\n"
)
"""Three origins, without any one of which nothing would be corroborated."""


def refuting(text: str) -> str:
    """Return items of evidence with another stance."""
    return text.replace("}", ", stance: refutes}")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("- {source: weekly, stance: denies}", []),
        (MINISTRY, ["Rests on Northland alone: nothing else speaks for it."]),
        (
            "- {source: newspaper-someone}",
            ["Rests on voices of unknown belonging alone: nothing else speaks for it."],
        ),
        (
            COURT + HILL,
            ["Hangs on each of the Border Court and Hill Observatory: without either, reported."],
        ),
        (
            COURT + HILL + "- {source: leaflet}",
            ["Hangs on the Border Court: the rest amounts to reported."],
        ),
        (
            COURT + "- {source: observatory-report, basis: imagery}\n- {source: leaflet, basis: testimony}",
            ["Stays corroborated without any one of its three origins."],
        ),
        (
            COURT
            + "- {source: observatory-report, basis: imagery}\n"
            + "- {source: leaflet, basis: testimony}\n- {source: weekly}",
            ["Stays corroborated without any one of its origins, at most four."],
        ),
        (
            COURT
            + ARMY
            + "- {source: observatory-report, basis: imagery, material_from: southland-customs}\n"
            + "- {source: leaflet, basis: testimony}",
            [
                "Stays corroborated without any one of its four origins, of which three are independent of each other."
            ],
        ),
        (
            "- {source: newspaper-officials}",
            ["Rests on unnamed voices of Southland alone: nothing else speaks for it."],
        ),
        (
            "- {source: newspaper-officials}\n- {source: customs-statement, stance: qualifies}",
            ["Rests on unnamed voices of Southland alone: nothing else speaks for it."],
        ),
        (
            "- {source: newspaper-officials}\n- {source: customs-statement}",
            ["Rests on Southland alone: nothing else speaks for it."],
        ),
        (
            MINISTRY
            + "- {source: court-record, stance: refutes, basis: admission, origin: northland-ministry}",
            ["That it is refuted hangs on the word of Northland: without it, nothing speaks for it."],
        ),
        (
            COURT + MINISTRY,
            [
                "Hangs on more than one origin: without the Border Court, alleged; without Northland, reported.",
                "Without anything that Northland or its declared supporters say or handed over: reported.",
            ],
        ),
        (
            ARMY + MINISTRY,
            [
                "Hangs on each of Northland and Southland: without either, alleged.",
                (
                    "Without anything that Northland or its declared supporters say or handed over: alleged; "
                    "without Southland’s side: alleged."
                ),
            ],
        ),
        (
            "- {source: observatory-report, basis: imagery, material_from: southland-customs}\n- {source: leaflet}",
            [
                "Hangs on each of Hill Observatory and The Border Committee: without either, reported.",
                "Without anything that Southland or its declared supporters say or handed over: reported.",
                "Nothing was observed that was not handed over, or said in custody: with that left out, reported.",
            ],
        ),
        (
            "- {source: customs-statement, stance: denies}\n"
            "- {source: customs-statement, basis: admission, date: 2024-08-01}\n" + HILL,
            [
                "Hangs on Southland: the rest amounts to reported.",
                "Without anything that Southland or its declared supporters say or handed over: reported.",
            ],
        ),
        (
            MINISTRY
            + "- {source: court-record, stance: refutes, basis: document}\n"
            + "- {source: observatory-report, stance: refutes}",
            [
                (
                    "That it is refuted hangs on each of the Border Court and Hill Observatory: "
                    "without either, alleged."
                ),
            ],
        ),
        (
            "- {source: newspaper-officials}\n- {source: newspaper-someone}",
            ["Stays alleged without any one of its origins."],
        ),
        (
            COURT
            + ARMY
            + "- {source: observatory-report, basis: imagery, material_from: southland-customs}\n"
            + "- {source: leaflet, basis: testimony}\n- {source: weekly}",
            [
                (
                    "Stays corroborated without any one of its five origins, "
                    "of which at most four are independent of each other."
                )
            ],
        ),
        (
            "- {source: court-record}\n- {source: observatory-report, material_from: border-court}",
            ["Hangs on the Border Court: without it, nothing speaks for it."],
        ),
        (
            (
                "- {source: court-record, material_from: hill-observatory}\n"
                "- {source: observatory-report, material_from: border-court}"
            ),
            [
                "Hangs on each of the Border Court and Hill Observatory: without either, nothing speaks for it.",
                "Needs what was handed over, or said in custody: without it, nothing speaks for it.",
            ],
        ),
        (
            OF_EACH,
            [
                (
                    "Hangs on each of the Border Court, Hill Observatory and The Wire: "
                    "without any one of them, reported."
                ),
                "Nothing was observed that was not handed over, or said in custody: with that left out, reported.",
            ],
        ),
        (
            (
                "- {source: court-record, material_from: hill-observatory, in_custody_of: the-wire}\n"
                "- {source: observatory-report, material_from: the-wire, in_custody_of: border-court}\n"
                "- {source: weekly, origin: the-wire, material_from: border-court, in_custody_of: hill-observatory}"
            ),
            [
                (
                    "Hangs on each of the Border Court, Hill Observatory and The Wire: "
                    "without any one of them, nothing speaks for it."
                ),
                "Needs what was handed over, or said in custody: without it, nothing speaks for it.",
            ],
        ),
        (
            "- {source: observatory-report, basis: imagery, material_from: southland-customs}",
            [
                "Rests on Hill Observatory alone: nothing else speaks for it.",
                (
                    "Nothing was observed that was not handed over, or said in custody: "
                    "with that left out, nothing speaks for it."
                ),
            ],
        ),
        (
            (
                "- {source: observatory-report, basis: imagery, material_from: southland-customs}\n"
                "- {source: court-record, in_custody_of: southland, basis: testimony}"
            ),
            [
                "Hangs on Hill Observatory: the rest amounts to alleged.",
                "Without anything that Southland or its declared supporters say or handed over: nothing speaks for it.",
                (
                    "Nothing was observed that was not handed over, or said in custody: "
                    "with that left out, nothing speaks for it."
                ),
            ],
        ),
        (
            COURT + MINISTRY + "- {source: customs-statement, stance: denies}",
            [
                "Hangs on more than one origin: without the Border Court, alleged; without Northland, reported.",
                (
                    "Without anything that Northland or its declared supporters say or handed over: reported; "
                    "without Southland’s side: no longer contested."
                ),
            ],
        ),
        (
            ARMY
            + MINISTRY
            + "- {source: court-record, stance: refutes, basis: admission, origin: northland-ministry}",
            [
                "That it is refuted hangs on the word of Northland: without it, alleged.",
                (
                    "Without anything that Northland or its declared supporters say or handed over: alleged; "
                    "without Southland’s side: no change."
                ),
            ],
        ),
        (
            refuting(COURT + HILL),
            [
                (
                    "That it is refuted hangs on each of the Border Court and Hill Observatory: "
                    "without either, nothing speaks for it."
                ),
            ],
        ),
        (
            MINISTRY + refuting(OF_EACH),
            [
                (
                    "That it is refuted hangs on each of the Border Court, Hill Observatory and The Wire: "
                    "without any one of them, alleged."
                ),
                "Needs what was handed over, or said in custody: without it, alleged.",
            ],
        ),
        (
            refuting(OF_EACH),
            [
                (
                    "That it is refuted hangs on each of the Border Court, Hill Observatory and The Wire: "
                    "without any one of them, nothing speaks for it."
                ),
                "Needs what was handed over, or said in custody: without it, nothing speaks for it.",
            ],
        ),
        (
            "- {source: leaflet, date: 2024-05-02}\n"
            + refuting(COURT + "- {source: leaflet, date: 2024-06-02}"),
            [
                (
                    "That it is refuted hangs on more than one origin: without the Border Court, reported; "
                    "without The Border Committee, nothing speaks for it."
                ),
            ],
        ),
        (
            refuting(
                COURT
                + "- {source: observatory-report, basis: imagery}\n- {source: leaflet, basis: testimony}"
            ),
            ["Stays refuted without any one of the three origins that refute it."],
        ),
    ],
)
def test_what_a_status_hangs_on_is_told_in_words(text: str, sentences: list[str]) -> None:
    assert told(text) == sentences


def test_allies_are_left_out_together_with_all_who_support_either() -> None:
    content = Content(
        """
actors:
  ally: {name: Ally, type: state, party_to_conflict: true, supports_party: [{party: southland, sources: [weekly]}]}
claims:
  c: {title: T, statement: S., topic: t, kind: fact, about: [eastland], made_by: [ally], first_made: 2024-05-02,
      evidence: [{source: customs-statement, basis: imagery}, {source: court-record}]}
""".lstrip()
    )
    found = hanging(content.judgement("c"), content.dossier)
    assert found is not None
    assert [without_markup(sentence) for sentence in found.sentences[1:]] == [
        "Without anything that Ally and Southland or their declared supporters say or handed over: reported."
    ]


def test_a_reading_is_named_by_what_it_leaves_out_or_keeps() -> None:
    content = Content(
        """
actors:
  ally: {name: Ally, type: state, party_to_conflict: true, supports_party: [{party: southland, sources: [weekly]}]}
""".lstrip()
    )
    dossier = content.dossier
    words = {one.id: without_markup(reading_words(one, dossier)) for one in readings_of(sides(dossier))}
    assert words == {
        "without-side-ally": "Ally and Southland and their declared supporters",
        "without-side-northland": "Northland and its declared supporters",
        "only-side-ally": "Ally and Southland",
        "only-side-northland": "Northland",
        "without-unnamed": "Unnamed voices",
        "without-undeclared": "Reports that do not say from whom they have it",
        "without-handed-over": "What was handed over to those who examined it, or said in custody",
        "only-outsiders": "Those who are no party",
        "only-observed": "What rests on something observed",
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (COURT + HILL + "- {source: leaflet}", ["The Border Court", "Any other one of its origins"]),
        (
            COURT + "- {source: observatory-report, basis: imagery}\n- {source: leaflet, basis: testimony}",
            ["Any one of its origins"],
        ),
    ],
)
def test_what_changes_nothing_is_one_row(text: str, words: list[str]) -> None:
    found = hanging(*settled(text))
    assert found is not None
    assert [without_markup(row.words) for row in found.rows if row.id.startswith("without-")] == words


def test_a_text_of_several_voices_is_still_the_word_of_the_others() -> None:
    text = "- {source: wire-report}\n" + COURT
    assert left(text) == "corroborated"
    assert left(text, "northland") == "reported"
    assert left(text, "border-court") == "alleged"
    assert left(text, "northland", "border-court") == "unsupported"


def test_what_a_root_handed_over_goes_with_it() -> None:
    text = "- {source: observatory-report, basis: imagery, material_from: southland-customs}\n" + HILL
    assert (
        left("- {source: observatory-report, material_from: southland-customs}", "southland") == "unsupported"
    )
    assert left(text, "southland") == "reported"
    assert reading(text, "without-side-southland") == "reported"
    assert reading("- {source: observatory-report, material_from: southland-customs}", "only-outsiders") == (
        "unsupported"
    )


def test_what_a_prisoner_says_goes_with_his_captor() -> None:
    text = "- {source: court-record, basis: testimony, in_custody_of: northland}"
    assert left(text, "northland") == reading(text, "without-handed-over") == "unsupported"


def test_sides_are_made_of_parties_that_support_each_other() -> None:
    judged = example(MINISTRY)
    assert [side.parties for side in sides_of(judged.origins, judged.settings.as_of)] == [
        ("northland",),
        ("southland",),
    ]


def test_allies_are_one_side_and_a_party_with_whom_nobody_stands_is_none() -> None:
    content = Content(
        """
actors:
  ally: {name: Ally, type: state, party_to_conflict: true, supports_party: [{party: southland, sources: [weekly]}]}
  lone: {name: Lone, type: state, party_to_conflict: true}
  other: {name: Other, type: state, party_to_conflict: true}
  friend: {name: Friend, type: state, supports_party: [{party: other, sources: [weekly]}]}
""".lstrip()
    )
    sides = sides_of(content.origins, content.settings.as_of)
    assert [side.parties for side in sides] == [("ally", "southland"), ("northland",), ("other",)]


def test_what_is_left_of_one_statement_is_not_taken_for_what_is_left_of_another() -> None:
    content = Content(
        """
sources:
  joint: {label: J, publisher: daily-paper, url: https://x.example.org/j, language: en, published: 2024-05-05,
          relays: [northland, border-court]}
claims:
  one: {title: T, statement: S., topic: t, kind: fact, about: [eastland], made_by: [border-court],
        first_made: 2024-05-02, evidence: [{source: joint}]}
  other: {title: T, statement: S., topic: t, kind: fact, about: [eastland], made_by: [border-court],
          first_made: 2024-05-02, evidence: [{source: customs-statement, basis: imagery}]}
  third: {title: T, statement: S., topic: t, kind: fact, about: [eastland], made_by: [border-court],
          first_made: 2024-05-02, evidence: [{source: court-record}]}
""".lstrip()
    )
    one, other = (content.judgement(id).statement for id in ("one", "other"))
    early, late = date(2024, 5, 4), date(2024, 12, 31)

    def rest(statement: Statement, root: str, day: date) -> str:
        return without(statement, [root], content.origins, day).status

    assert [rest(one, root, late) for root in ("northland", "border-court", "southland")] == [
        "reported",
        "alleged",
        "reported",
    ]
    assert [rest(one, "northland", early), rest(other, "northland", early)] == ["unsupported", "alleged"]
    named = next(reading for reading in readings_of(()) if reading.id == "without-unnamed")
    whole = [content.judgement(id).statement for id in ("other", "third", "other")]
    assert [rest(statement, "eastland", late) for statement in whole] == ["alleged", "reported", "alleged"]
    read_so = [read(statement, named, content.origins, late).status for statement in whole]
    assert read_so == ["alleged", "reported", "alleged"]


def test_where_a_word_was_taken_back_the_other_words_are_left_out_as_ever() -> None:
    judged = example(
        ARMY
        + "- {source: customs-statement}\n"
        + COURT
        + "- {source: court-record, stance: withdraws, date: 2024-08-01}"
    )
    observed = next(one for one in readings_of(()) if one.id == "only-observed")
    rest = read(judged.statement, observed, judged.origins, judged.settings.as_of)
    assert [(item.stance, item.basis) for item in rest.items] == [
        ("supports", "imagery"),
        ("supports", "document"),
        ("withdraws", "statement"),
    ]


def test_a_body_is_an_outsider_as_long_as_its_members_are() -> None:
    content = Content(
        """
actors:
  member: {name: M, type: group, part_of: [{to: northland, since: 2024-08-01}]}
  club: {name: C, type: international-body, members: [member]}
sources:
  word: {label: W, publisher: club, url: https://x.example.org/w, language: en, first_hand: true}
claims:
  early: {title: T, statement: S., topic: t, kind: fact, about: [eastland], made_by: [club],
          first_made: 2024-05-02, evidence: [{source: word, date: 2024-07-31}]}
  late: {title: T, statement: S., topic: t, kind: fact, about: [eastland], made_by: [club],
         first_made: 2024-05-02, evidence: [{source: word, date: 2024-08-01}]}
""".lstrip()
    )
    outsiders = next(one for one in readings_of(()) if one.id == "only-outsiders")
    found = [
        read(content.judgement(id).statement, outsiders, content.origins, content.settings.as_of).status
        for id in ("early", "late")
    ]
    assert found == ["reported", "unsupported"]


def test_a_root_is_in_a_statement_where_its_word_counts() -> None:
    judged = example("- {source: weekly-retracted}\n- {source: court-record, stance: qualifies}\n" + MINISTRY)
    assert roots_in(
        example("- {source: newspaper-someone}\n" + MINISTRY).statement, judged.settings.as_of
    ) == (
        "northland",
        "",
    )
    roots = [roots_in(judged.statement, date(2024, 5, day)) for day in (8, 9)]
    assert roots == [("name:weekly", "northland"), ("northland",)]
    assert roots_in(judged.statement, judged.settings.as_of) == ("northland",)


@pytest.mark.parametrize(
    ("text", "id", "status"),
    [
        ("- {source: eastland-statement}", "without-side-southland", "unsupported"),
        ("- {source: eastland-statement}", "without-side-northland", "reported"),
        ("- {source: eastland-statement}", "only-outsiders", "reported"),
        ("- {source: eastland-statement}", "only-side-southland", "unsupported"),
        (ARMY, "only-side-southland", "alleged"),
        (ARMY, "only-side-northland", "unsupported"),
        (ARMY, "only-outsiders", "unsupported"),
        (COURT + HILL, "only-observed", "reported"),
        (COURT + HILL, "only-outsiders", "corroborated"),
        ("- {source: newspaper-officials}", "without-unnamed", "unsupported"),
        ("- {source: newspaper-someone}\n" + HILL, "without-unnamed", "reported"),
        ("- {source: weekly}", "without-undeclared", "unsupported"),
        (
            f"- {{{GIVEN}, date: 2024-01-10}}",
            "without-side-southland",
            "reported",
        ),  # Eastland stood nowhere yet
        (f"- {{{GIVEN}, date: 2024-02-10}}", "without-side-southland", "unsupported"),
        ("- {source: customs-statement, material_from: southland}", "only-side-southland", "alleged"),
    ],
)
def test_a_reading_counts_some_words_alone(text: str, id: str, status: str) -> None:
    assert reading(text, id) == status


def test_a_denial_is_left_out_like_any_word() -> None:
    judged = example(MINISTRY + "- {source: customs-statement, stance: denies}")
    as_of = judged.settings.as_of
    assert judged.assessment.contested_by == ("southland-customs",)
    assert without(judged.statement, ["southland"], judged.origins, as_of).contested_by == ()
    assert roots_in(judged.statement, as_of) == ("northland", "southland")


def test_what_took_a_word_back_stays_as_long_as_that_word() -> None:
    judged = example(
        "made_by: [southland-customs]\nevidence:\n- {source: customs-statement, basis: imagery}\n"
        "- {source: customs-statement, stance: withdraws, date: 2024-08-01}\n- {source: court-record}\n"
    )
    observed = next(one for one in readings_of(()) if one.id == "only-observed")
    assert judged.assessment.status == "withdrawn"
    assert read(judged.statement, observed, judged.origins, judged.settings.as_of).status == "withdrawn"
    assert left("- {source: court-record}", "southland") == "reported"
    assert (
        without(judged.statement, ["southland"], judged.origins, judged.settings.as_of).status == "reported"
    )


def test_a_word_that_says_from_whom_it_is_known_goes_with_a_withdrawal_that_does_not() -> None:
    text = (
        "- {source: weekly, own_finding: true, basis: document}\n"
        "- {source: weekly, stance: withdraws, date: 2024-08-01}\n- {source: ministry-statement}"
    )
    assert reading(text, "without-undeclared") == "alleged"


def test_a_withdrawal_falls_with_its_source_and_the_word_stands_again() -> None:
    judged = example(
        "- {source: ministry-statement}\n"
        "- {source: radio-report, origin: northland-ministry, stance: withdraws}"
    )
    assert judged.assessment.status == "withdrawn"
    fallen = without_source(judged.statement, "radio-report", judged.origins, judged.settings.as_of)
    assert fallen.status == "alleged"


@pytest.mark.parametrize(
    ("standing", "independent"), [("", 1), ("standing: fabricated, standing_note: Nobody made it.", 2)]
)
def test_a_voice_binds_its_text_when_it_is_left_out_unless_it_fell(standing: str, independent: int) -> None:
    judged = of_example(
        "- {source: joint, basis: document}\n- {source: of-union, basis: document}",
        f"""
actors:
  alpha: {{name: Alpha, type: state}}
  union: {{name: Union, type: international-body, members: [alpha, eastland]}}
sources:
  fake: {{label: F, publisher: alpha, url: https://x.example.org/f, language: en, published: 2024-05-05,
         first_hand: true, {standing}}}
  joint: {{label: J, publisher: daily-paper, url: https://x.example.org/j, language: en, published: 2024-05-05,
          relays: [fake, border-court]}}
  of-union: {{label: U, publisher: union, url: https://x.example.org/u, language: en, published: 2024-05-05,
             first_hand: true}}
""".lstrip(),
    )
    rest = without(judged.statement, ["alpha"], judged.origins, judged.settings.as_of)
    assert judged.assessment.independent == rest.independent == independent


def test_a_source_that_falls_takes_along_what_passes_through_it() -> None:
    judged = example("- {source: newspaper}\n- {source: court-record}")  # the newspaper passes on the wire
    as_of = judged.settings.as_of
    fallen = without_source(judged.statement, "wire-report", judged.origins, as_of)
    assert [item.source.id for item in fallen.items] == ["court-record"]
    assert without_source(judged.statement, "radio-echo", judged.origins, as_of) == judged.assessment


def test_the_table_lists_what_changes_and_what_does_not() -> None:
    assert rows(COURT + HILL) == {
        "without-border-court": "reported",
        "without-hill-observatory": "reported",
        "only-observed": "reported",
    }
    assert rows(COURT + HILL + "- {source: leaflet}") == {
        "without-border-court": "reported",
        "without-any": "corroborated",
        "only-observed": "reported",
    }


def test_nothing_is_asked_of_acts_statements_and_forecasts() -> None:
    assert told("kind: forecast\nevidence:\n- {source: court-record}") == []
    assert told("event:\n  nature: statement\n  by: [northland]\n  sources: [ministry-statement]") == []
    assert told("event:\n  sources: [ministry-statement]") == [
        "Rests on Northland alone: nothing else speaks for it."
    ]


def test_every_choice_has_its_place_in_the_table() -> None:
    assert choices(2) == [(), (0,), (1,), (0, 1)]
    assert len(choices(8)) == 256
    assert len(choices(9)) == 1 + 9 + 36
    assert choices(9)[-1] == (7, 8)


def test_a_table_answers_what_assess_answers() -> None:
    judged = example(COURT + HILL + ARMY + "- {source: ministry-statement, stance: denies}")
    table = answers(judged.statement, judged.origins, judged.settings.as_of)
    assert table.roots == ("border-court", "hill-observatory", "northland", "southland")
    assert table.of(frozenset()) == ("corroborated", True)
    assert table.of(frozenset(["northland"])) == ("corroborated", False)
    assert table.of(frozenset(["border-court", "hill-observatory"])) == ("alleged", True)
    assert table.of(frozenset(table.roots)) == ("unsupported", False)


def hangs_on(judged: Judged) -> list[str]:
    return [found.plain for found in BY_ID["hangs-on-one"].check(judged)]


def test_the_caveat_names_the_origin_and_what_the_rest_amounts_to() -> None:
    judged = example(COURT + HILL + "- {source: leaflet}")
    assert hangs_on(judged) == [
        "It is corroborated because of the Border Court: without that, the rest would be reported.",
    ]
    assert hangs_on(example(COURT + HILL)) == [
        (
            "It is corroborated because of the Border Court and Hill Observatory together: "
            "without either, the rest would be reported."
        ),
    ]
    assert hangs_on(example(COURT + MINISTRY)) == [
        (
            "It is not corroborated without each of these: without the Border Court, the rest would be alleged; "
            "without Northland, the rest would be reported."
        ),
    ]
    assert hangs_on(example("- {source: court-record}")) == []
    assert hangs_on(example(COURT + HILL + "- {source: customs-statement, basis: admission}")) == []
    (found,) = BY_ID["hangs-on-one"].check(judged)
    assert found.because == ("border-court", "court-record")


def test_leaving_out_nothing_changes_nothing() -> None:
    judged = example(COURT + HILL)
    whole = with_only(judged.statement, keeps_without(()))
    assert whole == judged.statement
    assert assess(replace(whole), judged.origins, judged.settings.as_of) == judged.assessment


def test_the_sides_of_a_site_are_known_once() -> None:
    _, dossier = settled(MINISTRY)
    assert sides(dossier) is sides(dossier)
