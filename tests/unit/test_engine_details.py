"""What the parts of the engine answer at their edges: first days, last days, bodies, lost trails, nothing at all."""

from __future__ import annotations

from datetime import date

import pytest

from explainer.caveats import BY_ID, example
from explainer.caveats._base import BRIEF_FROM, listed, printed_by
from explainer.diagnostics import Mistake
from explainer.judging import (
    answers,
    choices,
    history,
    lacking,
    of_article,
    of_claim,
    origins_of,
    read,
    readings_of,
    roots_in,
    sides_of,
    spoken_words,
    stands,
    status_on,
    without,
)
from explainer.values.edtf import parse_date
from tests.unit.content import Content

BODIES = """
actors:
  league: {name: League, type: international-body, members: [eastland, southland]}
  forum: {name: Forum, type: international-body, members: [eastland, border-court]}
sources:
  of-league: {label: L, publisher: league, url: https://x.example.org/l, language: en,
              published: 2024-05-05, first_hand: true}
  of-forum: {label: F, publisher: forum, url: https://x.example.org/f, language: en,
             published: 2024-05-05, first_hand: true}
claims:
  of-side: {title: T, statement: S., topic: t, kind: fact, about: [northland], first_made: 2024-05-02,
            made_by: [league], evidence: [{source: of-league, basis: document}]}
  of-several: {title: T, statement: S., topic: t, kind: fact, about: [northland], first_made: 2024-05-02,
               made_by: [forum], evidence: [{source: of-forum, basis: document}]}
"""


def _reading(content: Content, claim: str, id: str) -> str:
    sides = sides_of(content.origins, content.settings.as_of)
    chosen = next(one for one in readings_of(sides) if one.id == id)
    statement = content.judgement(claim).statement
    return read(statement, chosen, content.origins, content.settings.as_of).status


def test_a_body_goes_with_a_side_if_all_its_members_stand_there() -> None:
    content = Content(BODIES.lstrip())
    assert _reading(content, "of-side", "without-side-southland") == "unsupported"
    assert _reading(content, "of-several", "without-side-southland") == "reported"
    assert _reading(content, "of-side", "without-side-northland") == "reported"


def test_a_forecast_is_open_before_anything_is_known_and_a_claim_has_nothing_before_it_was_made() -> None:
    forecast = example("kind: forecast\nevidence: []").statement
    claim = example("evidence: []").statement
    assert status_on((), forecast, date(2024, 12, 1)) == "open"
    assert status_on((), claim, date(2024, 12, 1)) == "unsupported"
    assert status_on((), claim, date(2024, 5, 2)) == "unsupported"
    assert status_on((), claim, date(2024, 5, 1)) == ""


def test_a_forecast_is_decided_by_a_claim_and_by_no_other_forecast(content: Content) -> None:
    """
    claims:
      one: {title: T, statement: S., topic: t, kind: forecast, about: [northland], made_by: [southland],
            first_made: 2024-05-02, outcome: {claim: other, means: came-about, note: N.}}
      other: {title: T, statement: S., topic: t, kind: forecast, about: [northland], made_by: [southland],
              first_made: 2024-05-02, outcome: {claim: one, means: came-about, note: N.}}
      third: {title: T, statement: S., topic: t, kind: forecast, about: [northland], made_by: [southland],
              first_made: 2024-05-02, outcome: {claim: northland, means: came-about, note: N.}}
    """
    for id in ("one", "other", "third"):
        assert of_claim(content.graph.record(id), content.origins).decided_by is None


def test_a_word_is_spoken_on_the_last_day_that_its_date_can_mean() -> None:
    dated, undated = example("- {source: court-record, date: 2024-05}\n- {source: leaflet}").statement.items[
        ::-1
    ]
    assert (dated.spoken, undated.spoken) == (date(2024, 5, 31), date.max)


def test_who_is_in_custody_is_not_free() -> None:
    (item,) = example("- {source: court-record, in_custody_of: northland}").statement.items
    assert [(trail.origin.id, trail.origin.free) for trail in item.trails] == [("border-court", False)]


def test_a_moment_tells_what_was_before_and_which_sources_fell(content: Content) -> None:
    """
    sources:
      taken: {label: T, publisher: border-court, url: https://x.example.org/t, language: en, published: 2024-05-06,
              first_hand: true, standing: retracted, standing_since: 2024-08-01, standing_note: Taken back.}
    claims:
      c: {title: T, statement: S., topic: t, kind: fact, about: [northland], first_made: 2024-05-02,
          made_by: [border-court],
          evidence: [{source: taken, basis: document}, {source: customs-statement, stance: denies, date: 2024-07-01}]}
    """
    moments = history(content.judgement("c").statement, content.origins, date(2024, 12, 31))
    assert [(one.date, one.before, one.contested_before) for one in moments] == [
        (date(2024, 5, 6), "", False),
        (date(2024, 7, 1), "reported", False),
        (date(2024, 8, 1), "reported", True),
    ]
    assert [[item.source.id for item in one.fell] for one in moments] == [[], [], ["taken"]]
    for one in moments:
        now = content.assessed("c", one.date)
        assert (one.status, one.contested_by, one.independent, one.at_most) == (
            now.status,
            now.contested_by,
            now.independent,
            now.at_most,
        )
    assert [one.is_change for one in moments] == [True, True, True]


def test_what_was_taken_back_on_its_own_day_never_stood_and_does_not_fall(content: Content) -> None:
    """
    sources:
      taken: {label: T, publisher: border-court, url: https://x.example.org/t, language: en, published: 2024-05-06,
              first_hand: true, standing: retracted, standing_since: 2024-05-06, standing_note: Taken back.}
    claims:
      c: {title: T, statement: S., topic: t, kind: fact, about: [northland], first_made: 2024-05-02,
          made_by: [border-court], evidence: [{source: taken}]}
    """
    (moment,) = history(content.judgement("c").statement, content.origins, date(2024, 12, 31))
    assert (moment.status, moment.fell) == ("unsupported", ())


def test_an_origin_reached_over_a_source_that_fell_falls_with_it(content: Content) -> None:
    """
    sources:
      taken: {label: T, publisher: the-wire, url: https://x.example.org/t, language: en, published: 2024-05-06,
              standing: retracted, standing_since: 2024-08-01, standing_note: Taken back.}
    claims:
      c: {title: T, statement: S., topic: t, kind: fact, about: [northland], first_made: 2024-05-02,
          made_by: [border-court], evidence: [{source: taken, origin: court-record}]}
    """
    assert content.assessed("c", date(2024, 7, 31)).status == "reported"
    assert content.assessed("c", date(2024, 8, 1)).status == "unsupported"


def test_what_was_taken_back_lacks_nothing() -> None:
    taken = example("- {source: ministry-statement}\n- {source: ministry-statement, stance: withdraws}")
    assert taken.assessment.status == "withdrawn"
    assert lacking(taken.assessment) == ()


def test_a_bond_that_goes_on_has_no_end(content: Content) -> None:
    """
    actors:
      x: {name: X, type: person, part_of: [{to: northland, since: 2024-03-01, until: 2024-05/..}]}
    """
    assert content.origins.root("x", date(2024, 2, 29)) == "x"
    assert content.origins.root("x", date(2030, 1, 1)) == "northland"


def test_a_stand_knows_the_day_of_each_kind_of_word() -> None:
    judged = example(
        "- {source: ministry-statement}\n"
        "- {source: ministry-statement, stance: withdraws, date: 2024-06-01}\n"
        "- {source: court-record, stance: qualifies}"
    )
    (stand,) = (one for one in stands(judged.assessment) if one.root == "northland")
    assert (stand.asserts, stand.denies, stand.concedes, stand.retracts) == (
        date(2024, 5, 2), None, None, date(2024, 6, 1),
    )  # fmt: skip
    admitted = example("- {source: customs-statement, basis: admission}")
    (stand,) = stands(admitted.assessment)
    assert (stand.asserts, stand.concedes) == (None, date(2024, 5, 3))
    qualifying = next(item for item in judged.assessment.items if item.stance == "qualifies")
    assert spoken_words(qualifying) == ""


def test_a_provision_could_be_admitted_by_the_parties_and_rests_on_its_sources(content: Content) -> None:
    """
    treaties:
      pact:
        title: Pact
        parties: [northland, southland]
        signed: 2024-05-01
        summary: S.
        sources: [court-record]
        articles: {a-1: {heading: H, summary: S., sources: [court-record]}}
    """
    provision = of_article(content.graph.record("pact"), "a-1", content.origins)
    assert (provision.id, provision.kind) == ("pact", "provision")
    assert provision.record is content.graph.record("pact")
    assert (provision.made_by, provision.first_made.text) == ((), "2024-05-01")
    assert provision.about == ("northland", "southland")
    assert [item.path for item in provision.items] == [("sources", 0)]


@pytest.mark.parametrize("order", [1, -1])
def test_an_origin_is_declared_if_any_trail_declares_it_whichever_comes_first(order: int) -> None:
    judged = example("- {source: weekly}\n- {source: weekly, own_finding: true, basis: document}")
    (end,) = origins_of(judged.statement.items[::order])
    assert end.declared


def test_an_origin_is_told_as_it_was_at_its_first_word(content: Content) -> None:
    """
    actors:
      soldier: {name: S, type: person, part_of: [{to: northland, until: 2024-06-30}]}
    claims:
      c: {title: T, statement: S., topic: t, kind: fact, about: [eastland], made_by: [soldier], first_made: 2024-05-02,
          evidence: [{source: weekly, origin: soldier, date: 2024-08-01},
          {source: weekly, origin: soldier, date: 2024-06-01}]}
    """
    (end,) = content.assessed("c").origins
    assert end.root == "northland"


def test_a_withdrawal_takes_back_all_that_was_said_before_or_on_its_day_or_without_a_date() -> None:
    for word in (
        "{source: leaflet, origin: northland-ministry}",
        "{source: ministry-statement, date: 2024-06-01}",
    ):
        judged = example(
            f"- {{source: ministry-statement}}\n- {word}\n"
            "- {source: ministry-statement, stance: withdraws, date: 2024-06-01}"
        )
        assert judged.assessment.status == "withdrawn"


def test_a_withdrawal_without_a_date_takes_back_what_is_dated_too() -> None:
    judged = example(
        "- {source: ministry-statement}\n- {source: leaflet, origin: northland-ministry}\n"
        "- {source: leaflet, origin: northland-ministry, stance: withdraws}"
    )
    assert judged.assessment.status == "withdrawn"


def test_what_nameless_people_handed_over_has_no_known_giver(content: Content) -> None:
    """
    actors:
      courier: {name: A courier, type: unnamed}
    claims:
      c: {title: T, statement: S., topic: t, kind: fact, about: [eastland], made_by: [northland],
          first_made: 2024-05-02, evidence: [{source: court-record, basis: document, material_from: courier},
          {source: court-record, basis: document, material_from: northland-ministry}]}
    """
    items = content.judgement("c").statement.items
    assert {item.givers for item in items} == {frozenset(), frozenset(["northland"])}


def test_a_caveat_is_long_where_it_has_brief_words_and_many_others() -> None:
    rule = BY_ID["denied"]
    judged = example("- {source: court-record}")
    long = "A" * (BRIEF_FROM + 1)
    told = [
        rule.caveat(judged, sentence, (), brief=brief).is_long
        for sentence in (long, long[1:])
        for brief in ("Brief.", "")
    ]
    assert told == [True, False, False, False]


def test_a_withdrawal_without_a_date_takes_back_what_has_none() -> None:
    undated = "{source: newspaper-undated, origin: northland-ministry"
    cast = """
sources:
  newspaper-undated: {label: U, publisher: daily-paper, url: https://x.example.org/u, language: en,
                      relays: [ministry-statement]}
claims:
  c: {title: T, statement: S., topic: t, kind: fact, about: [southland], first_made: 2024-05-02,
      made_by: [northland-ministry], evidence: [ITEMS]}
"""

    def status(*items: str) -> str:
        return Content(cast.replace("ITEMS", ", ".join(items)).lstrip()).assessed("c").status

    assert status(f"{undated}}}", f"{undated}, stance: withdraws}}") == "withdrawn"
    assert status(f"{undated}}}", f"{undated}, stance: withdraws, date: 2024-06-01}}") == "withdrawn"
    later = f"{undated}, date: 2024-07-01}}"
    assert status(later, f"{undated}, stance: withdraws, date: 2024-06-01}}") == "alleged"


def test_an_answer_says_whether_somebody_contests() -> None:
    judged = example("- {source: court-record}\n- {source: customs-statement, stance: denies}")
    table = answers(judged.statement, judged.origins, judged.settings.as_of)
    assert table.of(frozenset()) == ("reported", True)
    assert table.at_most == 2


def test_what_is_the_same_with_all_and_with_none_is_the_same_with_some() -> None:
    judged = example(
        "- {source: observatory-report}\n- {source: ministry-statement}\n- {source: customs-statement}"
    )
    table = answers(judged.statement, judged.origins, judged.settings.as_of)
    for left_out in (["northland"], ["southland"], ["northland", "southland"]):
        assert table.of(frozenset(left_out)) == ("reported", False)
    assert table.of(frozenset(["hill-observatory", "northland"])) == ("alleged", False)


def test_a_table_answers_each_choice_as_the_engine_does() -> None:
    judged = example(
        "- {source: court-record}\n- {source: observatory-report, basis: imagery}\n"
        "- {source: ministry-statement}\n- {source: customs-statement}"
    )
    as_of = judged.settings.as_of
    table = answers(judged.statement, judged.origins, as_of)
    assert table.roots == ("border-court", "hill-observatory", "northland", "southland")
    for chosen in choices(4):
        out = frozenset(table.roots[at] for at in chosen)
        assert table.of(out)[0] == without(judged.statement, out, judged.origins, as_of).status


def test_an_answer_on_a_forecast_is_its_outcome() -> None:
    judged = example(
        "kind: forecast\noutcome: {claim: another, means: came-about, note: N.}\n"
        "evidence: [{source: ministry-statement}, {source: court-record}]\n"
        "another:\n  evidence: [{source: customs-statement, basis: admission}]"
    )
    table = answers(judged.statement, judged.origins, judged.settings.as_of)
    assert table.roots == ("border-court", "northland")
    assert table.known == (("came-about", False),)


def test_a_table_knows_that_a_word_was_taken_back_by_another_than_the_maker() -> None:
    judged = example(
        "- {source: ministry-statement}\n"
        "- {source: court-record}\n"
        "- {source: court-record, stance: withdraws, date: 2024-07-01}"
    )
    table = answers(judged.statement, judged.origins, judged.settings.as_of)
    assert table.of(frozenset()) == (judged.assessment.status, False) == ("alleged", False)


def test_a_table_asks_for_outcome_and_admission_where_a_word_was_taken_back() -> None:
    forecast = example(
        "kind: forecast\noutcome: {claim: another, means: came-about, note: N.}\n"
        "evidence:\n- {source: ministry-statement}\n- {source: court-record}\n"
        "- {source: ministry-statement, stance: withdraws, date: 2024-06-01}\n"
        "another:\n  evidence: [{source: customs-statement, basis: admission}]"
    )
    table = answers(forecast.statement, forecast.origins, forecast.settings.as_of)
    assert table.of(frozenset()) == ("came-about", False)
    denial = example(
        "- {source: court-record}\n- {source: court-record, stance: withdraws, date: 2024-07-01}\n"
        "- {source: customs-statement, stance: denies}\n"
        "- {source: weekly, origin: southland, basis: admission, date: 2024-08-01}"
    )
    table = answers(denial.statement, denial.origins, denial.settings.as_of)
    assert table.of(frozenset()) == ("acknowledged", False)


def test_a_text_of_several_stays_one_text_when_one_of_them_is_left_out(content: Content) -> None:
    """
    sources:
      joint: {label: J, publisher_name: P, url: https://x.example.org/j, language: en, published: 2024-05-05,
              relays: [northland, border-court]}
    claims:
      c: {title: T, statement: S., topic: t, kind: fact, about: [eastland], first_made: 2024-05-02,
          made_by: [border-court], evidence: [{source: joint}, {source: customs-statement}]}
    """
    statement, as_of = content.judgement("c").statement, content.settings.as_of
    rest = without(statement, ["border-court"], content.origins, as_of)
    assert all(trail.origin.id != "border-court" for item in rest.items for trail in item.trails)
    # Opponents agree only where each speaks on its own.
    assert rest.status == "alleged"
    assert rest.independent == 2


@pytest.mark.parametrize("said", ["quote: A", "locator: A", "note: A", "origin: northland"])
def test_of_two_items_alike_the_one_that_says_less_comes_first(said: str) -> None:
    judged = example(f"- {{source: weekly, {said}}}\n- {{source: weekly}}")
    assert [item.path for item in judged.statement.items] == [("evidence", 1), ("evidence", 0)]


def test_a_root_is_in_a_statement_from_the_day_of_its_word() -> None:
    statement = example("- {source: ministry-statement}").statement
    assert roots_in(statement, date(2024, 5, 1)) == ()
    assert roots_in(statement, date(2024, 5, 2)) == ("northland",)


def test_who_printed_something_is_named_and_a_record_that_is_no_source_by_its_name() -> None:
    judged = example("- {source: weekly}")
    assert printed_by("weekly", judged) == "[[weekly|The Weekly]]"
    assert printed_by("border-court", judged) == "[[border-court|the Border Court]]"


def test_a_list_of_nothing_is_nothing_and_of_one_is_that_one() -> None:
    assert listed(()) == ""
    assert listed(["a", "a"]) == "a"


def test_an_unnamed_voice_of_a_source_leads_to_that_source() -> None:
    (found,) = BY_ID["anonymous-origin"].check(example("- {source: newspaper-someone}"))
    assert found.because == ("newspaper-someone",)
    assert found.brief == "Nobody who says so is named."


@pytest.mark.parametrize("text", ["[2024-10]", "9999-12-31", "2023-05/9999-12-31", "a/b"])
def test_a_refused_date_is_quoted(text: str) -> None:
    with pytest.raises(Mistake) as refused:
        parse_date(text)
    assert text in refused.value.message or text.partition("/")[0] in refused.value.message


@pytest.mark.parametrize(
    ("text", "about", "uncertain"),
    [
        ("2024-10", False, False),
        ("2024-10~", True, False),
        ("2024-10?", False, True),
        ("2024-10%", True, True),
    ],
)
def test_a_mark_says_about_or_uncertain_or_both(text: str, *, about: bool, uncertain: bool) -> None:
    found = parse_date(text)
    assert (found.approximate, found.uncertain) == (about, uncertain)
    span = parse_date(f"{text}/..")
    assert (span.approximate, span.uncertain) == (about, uncertain)


def test_an_open_beginning_ends_where_its_end_is_for_reckoning() -> None:
    assert parse_date("[2024-10-08..]").end == date(2024, 10, 8)
    assert parse_date("../2024-10").end == date(2024, 10, 31)
