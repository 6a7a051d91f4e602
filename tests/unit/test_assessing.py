"""What evidence amounts to on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from explainer.caveats import example
from explainer.judging import assess, history, stands, status_on
from tests.unit.content import Content

CASES = yaml.safe_load(Path(__file__).with_name("statuses.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_evidence_amounts_to_a_status(case: dict[str, Any]) -> None:
    status, independent = next(iter(case.items()))
    at_most = case.get("at most", independent)
    now = example(yaml.safe_dump({"evidence": case["evidence"]})).assessment
    assert (now.status, now.independent, now.at_most) == (status, independent, at_most)
    assert now.is_upper_bound is (at_most > independent)


def test_a_relay_is_not_a_second_origin() -> None:
    one = example("- {source: wire-report}").assessment
    two = example("- {source: wire-report}\n- {source: newspaper}").assessment
    assert (one.status, one.independent, one.origins) == (two.status, two.independent, two.origins)


def test_an_origin_is_declared_if_one_trail_declares_it() -> None:
    now = example(
        "- {source: weekly}\n- {source: leaflet, origin: the-wire, own_finding: true}\n"
        "- {source: weekly, origin: the-wire}"
    ).assessment
    assert {end.id: end.declared for end in now.origins} == {"the-wire": True, "name:weekly": False}
    assert (now.independent, now.at_most) == (1, 2)


def test_a_voice_that_maker_and_maker_alone_may_take_back_may_be_unnamed() -> None:
    text = "made_by: [southland-officers]\nevidence:\n- {source: newspaper-officials, stance: withdraws}\n"
    assert example(text).assessment.status == "withdrawn"


def test_evidence_counts_from_the_day_on_which_it_is_known_for_certain(content: Content) -> None:
    """
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
          - source: ministry-statement
          - {source: court-record, date: 2024-06}
          - {source: observatory-report, basis: imagery, date: 2024-09-01}
          - {source: customs-statement, basis: admission, date: '2024-10-01/..'}
    """
    days = [(5, 1), (5, 2), (6, 29), (6, 30), (8, 31), (9, 1), (10, 1)]
    found = [content.assessed("c", date(2024, month, day)).status for month, day in days]
    assert found == [
        "unsupported", "alleged", "alleged", "reported", "reported", "corroborated", "acknowledged",
    ]  # fmt: skip


def test_a_history_has_a_moment_for_each_day_on_which_evidence_appeared() -> None:
    judged = example(
        "- {source: ministry-statement}\n- {source: wire-report}\n- {source: court-record, stance: denies}\n"
        "- {source: observatory-report}\n- {source: customs-statement, date: 2025-01-01}\n"
    )
    moments = history(judged.statement, judged.origins, judged.settings.as_of)
    assert [
        (moment.date.isoformat(), moment.status, moment.contested_by, moment.is_change) for moment in moments
    ] == [
        ("2024-05-02", "alleged", (), True),
        ("2024-05-05", "reported", (), True),
        ("2024-06-10", "reported", ("border-court",), True),
    ]
    assert [len(moment.appeared) for moment in moments] == [2, 1, 1]
    assert status_on(moments, judged.statement, date(2024, 5, 1)) == ""
    assert status_on(moments, judged.statement, date(2024, 5, 4)) == "alleged"
    assert status_on(moments, judged.statement, date(2024, 12, 1)) == "reported"
    assert status_on((), judged.statement, date(2024, 12, 1)) == "unsupported"


def test_the_latest_moment_is_the_assessment_of_today() -> None:
    judged = example(
        "- {source: ministry-statement}\n- {source: leaflet}\n- {source: court-record, basis: document}"
    )
    moments = history(judged.statement, judged.origins, judged.settings.as_of)
    assert moments[-1].status == judged.assessment.status
    assert moments[-1].independent == judged.assessment.independent


def test_a_denial_stands_until_the_same_root_admits() -> None:
    text = """
- {source: customs-statement, stance: denies}
- {source: weekly, origin: southland, basis: admission, date: DAY}
"""
    later = example(text.replace("DAY", "2024-08-01")).assessment
    assert [(denial.actor, denial.ended) for denial in later.denials] == [
        ("southland-customs", date(2024, 8, 1))
    ]
    assert later.contested_by == ()
    before = example(text.replace("DAY", "2024-05-01")).assessment
    assert before.contested_by == ("southland-customs",), "who denies after admitting denies"


def test_who_comes_to_support_what_it_denied_no_longer_denies_it() -> None:
    text = """
- {source: court-record, stance: denies, date: 2024-05-05}
- {source: court-record, basis: document, date: DAY}
"""
    later = example(text.replace("DAY", "2024-06-05"))
    assert later.assessment.contested_by == ()
    assert later.assessment.status == "reported", "it is no admission"
    assert example(text.replace("DAY", "2024-05-05")).assessment.contested_by == ("border-court",)
    assert example(text.replace("DAY", "2024-04-05")).assessment.contested_by == ("border-court",)


def test_an_open_span_counts_from_the_last_day_on_which_it_can_have_begun() -> None:
    for span, known in (("2024-05/..", date(2024, 5, 31)), ("2024-05-03/..", date(2024, 5, 3))):
        item = example(f"- {{source: court-record, date: {span}}}").statement.items[0]
        assert item.known_by == known


def test_contest_is_not_folded_into_the_status() -> None:
    assert (
        example("- {source: court-record}\n- {source: customs-statement, stance: denies}").assessment.status
        == "reported"
    )


STANDS = [
    ("- {source: ministry-statement}", {"northland": "asserts"}),
    ("- {source: customs-statement, stance: denies}", {"southland": "denies"}),
    ("- {source: customs-statement, basis: admission}", {"southland": "admits"}),
    (
        "- {source: customs-statement, stance: denies}\n- {source: weekly, origin: southland, basis: admission}",
        {"southland": "conceded"},
    ),
    (
        "- {source: leaflet, origin: southland, basis: admission}\n- {source: customs-statement, stance: denies}",
        {"southland": "divided"},
    ),
    (
        "- {source: customs-statement}\n- {source: weekly, origin: southland, stance: denies}",
        {"southland": "divided"},
    ),
    (
        "- {source: ministry-statement}\n- {source: ministry-statement, stance: withdraws}",
        {"northland": "retracted"},
    ),
    # the maker can take back what no item shows it to have said before
    ("- {source: ministry-statement, stance: withdraws}", {"northland": "retracted"}),
    (
        """- {source: customs-statement, stance: denies}
- {source: weekly, origin: southland, stance: withdraws, date: 2024-08-01}""",
        {"southland": "dropped"},
    ),
    (
        "- {source: customs-statement, stance: denies}\n- {source: customs-statement, date: 2024-08-01}",
        {"southland": "supported"},
    ),
    # whom it concerns admits the contrary without having said it: that is to deny it
    ("- {source: customs-statement, stance: refutes, basis: admission}", {"southland": "denies"}),
    (
        """- {source: customs-statement, stance: denies}
- {source: weekly, origin: southland, basis: admission, date: 2024-08-01}
- {source: customs-statement, stance: denies, date: 2024-09-01}""",
        {"southland": "divided"},
    ),
    (
        """- {source: leaflet, origin: southland, basis: admission, date: 2024-05-01}
- {source: customs-statement, stance: denies}
- {source: weekly, origin: southland, basis: admission, date: 2024-08-01}""",
        {"southland": "conceded"},
    ),
    (  # of two denials that ended, the one that ended last
        """- {source: customs-statement, stance: denies}
- {source: customs-statement, date: 2024-06-01}
- {source: customs-statement, stance: denies, date: 2024-07-01}
- {source: customs-statement, stance: withdraws, date: 2024-08-01}""",
        {"southland": "dropped"},
    ),
    (
        """- {source: ministry-statement}
- {source: ministry-statement, stance: refutes, basis: admission, date: 2024-07-01}""",
        {"northland": "retracted"},
    ),
    ("- {source: newspaper-officials}", {}),  # an unnamed voice takes no stand for its body
    ("- {source: weekly}", {}),
    ("- {source: wire-report, stance: qualifies}", {}),
]


@pytest.mark.parametrize(("evidence", "expected"), STANDS, ids=map(str, range(len(STANDS))))
def test_every_root_that_spoke_takes_a_stand(evidence: str, expected: dict[str, str]) -> None:
    judged = example(evidence)
    found = stands(judged.assessment)
    assert {stand.root: stand.word for stand in found} == expected
    standing = {denial.root for denial in judged.assessment.denials if denial.stands}
    assert not {stand.root for stand in found if stand.word == "conceded"} & standing


def test_an_event_is_a_statement_that_those_who_took_part_could_admit() -> None:
    fields = "event:\n  nature: occurrence\n  by: [southland]\n  "
    assert example(fields + "sources: [wire-report]").assessment.status == "alleged"
    assert (
        example(fields + "evidence: [{source: customs-statement, basis: admission}]").assessment.status
        == "acknowledged"
    )


def test_a_source_that_denies_an_event_does_not_support_it_by_being_listed() -> None:
    judged = example(
        "event:\n  sources: [weekly, customs-statement]\n  evidence: [{source: customs-statement, stance: denies}]"
    )
    assert [item.source.id for item in judged.assessment.supporting] == ["weekly"]
    assert {item.path for item in judged.statement.items} == {("sources", 0), ("evidence", 0)}


def test_assessing_does_not_depend_on_the_order_of_writing() -> None:
    lines = [
        "- {source: wire-report}",
        "- {source: wire-report, basis: document}",
        "- {source: weekly, stance: denies}",
    ]
    one, other = example("\n".join(lines)), example("\n".join(reversed(lines)))
    assert [(item.source.id, item.basis) for item in one.statement.items] == [
        (item.source.id, item.basis) for item in other.statement.items
    ]
    assert assess(one.statement, one.origins, one.settings.as_of).status == other.assessment.status
