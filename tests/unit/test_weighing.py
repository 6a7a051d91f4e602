"""Which caveats are told at once, which are folded, and which are limits of the site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from explainer.caveats import BY_ID, CHANGES, RULES, Caveat, caveats_of
from explainer.dossier import Dossier
from explainer.views.weighing import AT_ONCE, ENOUGH, limit_lines, limits, weighed
from tests.unit.content import Content


def a_caveat(rule: str, severity: str = "", sentence: str = "It is so.", brief: str = "") -> Caveat:
    known = BY_ID[rule]
    return Caveat(
        rule, known.label, severity or known.severity, "some-claim", sentence, ("some-claim",), brief
    )


def site(claims: int, archived: int) -> Dossier:
    """Return a site of so many claims, of which the last ones lean on a source with an archived copy."""
    lines = ["claims:"]
    for at in range(claims):
        source = "court-record" if at >= claims - archived else "weekly"
        lines.append(
            f"  claim-{at}: {{title: T {at}, statement: S., topic: t, kind: fact, about: [northland], first_made: 2024,"
            f" made_by: [border-court], evidence: [{{source: {source}, stance: supports, basis: statement}}]}}"
        )
    return Content("\n".join(lines)).dossier


def labels(heap: Sequence[dict[str, Any]]) -> list[str]:
    return [str(one["rule"]) for one in heap]


def test_every_rule_says_what_it_changes() -> None:
    assert {rule.changes for rule in RULES} == set(CHANGES)


def test_of_two_that_weigh_the_same_the_one_that_changes_more_comes_first(content: Content) -> None:
    """
    claims:
      bridge:
        title: T
        statement: S.
        topic: t
        kind: fact
        about: [northland]
        first_made: 2024
        made_by: [northland-ministry]
        retellings: [{what: More was made of it., sources: [weekly]}]
        evidence: [{source: ministry-statement, stance: supports, basis: statement}]
    """
    found = [one.rule for one in caveats_of(content.judged("bridge")) if one.severity == "caution"]
    assert found.index("party-to-conflict") < found.index("overstated")


def test_what_weighs_most_is_told_at_once_and_the_rest_by_name() -> None:
    many = [
        a_caveat("one-side-only"),
        a_caveat("single-origin"),
        a_caveat("conflicting-figures", sentence="Killed: from 1 to 2."),
        a_caveat("conflicting-figures", sentence="Wounded: from 3 to 4."),
        a_caveat("overstated"),
        a_caveat("translation"),
    ]
    found = weighed(many, site(2, 0))
    assert labels(found["first"]) == ["one-side-only", "single-origin", "conflicting-figures"]
    assert labels(found["rest"]) == ["conflicting-figures", "overstated", "translation"]
    assert found["fold"] == "3 more: figures differ, overstated elsewhere, translation"


def test_no_warning_is_folded() -> None:
    many = [a_caveat(rule, "warning") for rule in list(BY_ID)[: AT_ONCE + 3]]
    found = weighed(many, site(2, 0))
    assert len(found["first"]) == AT_ONCE + 3
    assert found["rest"] == []
    assert found["fold"] == ""


@pytest.mark.parametrize(
    ("cautions", "notes", "at_once"), [(0, 3, 2), (1, 3, 2), (2, 3, 2), (3, 3, 3), (5, 0, 3), (0, 1, 1)]
)
def test_two_or_three_are_told_at_once(cautions: int, notes: int, at_once: int) -> None:
    rules = list(BY_ID)
    many = [a_caveat(rule, "caution") for rule in rules[:cautions]]
    many += [a_caveat(rule, "note") for rule in rules[cautions : cautions + notes]]
    assert len(weighed(many, site(2, 0))["first"]) == at_once


def test_a_long_sentence_is_said_briefly_and_stands_whole_under_the_fold() -> None:
    long = a_caveat(
        "one-side-only", sentence="All who say so are these. " * 8, brief="All stand with one side."
    )
    found = weighed([long], site(2, 0))
    assert [one["sentence"] for one in found["first"]] == ["All stand with one side."]
    assert [one["sentence"] for one in found["rest"]] == [long.sentence]
    assert found["fold"] == "The particulars"
    short = weighed([replace(long, sentence="All are of one side.")], site(2, 0))
    assert [one["sentence"] for one in short["first"]] == ["All are of one side."]
    assert short["rest"] == []


@pytest.mark.parametrize(
    ("claims", "archived", "told"),
    [(ENOUGH, 0, True), (ENOUGH, 1, False), (ENOUGH - 1, 0, False), (21, 2, True)],
)
def test_what_holds_for_more_than_nine_tenths_of_the_claims_is_a_limit_of_the_site(
    claims: int, archived: int, told: int
) -> None:
    dossier = site(claims, archived)
    assert list(limits(dossier)).count("not-archived") == told
    lines = [(one["rule"], one["count"], one["total"]) for one in limit_lines(dossier)]
    assert lines.count(("not-archived", claims - archived, claims)) == told


def test_a_limit_of_the_site_is_folded_on_its_claims_and_named_at_the_fold() -> None:
    dossier = site(ENOUGH, 0)
    found = weighed([a_caveat("stale"), a_caveat("not-archived")], dossier)
    assert labels(found["first"]) == ["stale"]
    assert labels(found["rest"]) == ["not-archived"]
    assert found["fold"] == "1 more: not archived, as nearly everywhere here"


@pytest.mark.parametrize(
    ("folded", "long", "told"),
    [
        (["translation"], False, "1 more: translation"),
        (["translation"], True, "1 more: translation; the above in full"),
        (["not-archived"], False, "1 more: not archived, as nearly everywhere here"),
        (["not-archived"], True, "1 more: not archived, as nearly everywhere here; the above in full"),
        (
            ["translation", "not-archived"],
            False,
            "2 more: translation; not archived, as nearly everywhere here",
        ),
        (
            ["translation", "not-archived"],
            True,
            "2 more: translation; not archived, as nearly everywhere here; the above in full",
        ),
    ],
)
def test_the_fold_says_what_it_holds(folded: list[str], told: str, *, long: bool) -> None:
    first = a_caveat(
        "one-side-only", sentence="All are of one side. " * (12 if long else 1), brief="All are."
    )
    at_once = [first, a_caveat("conflicting-figures"), a_caveat("overstated")]
    found = weighed([*at_once, *map(a_caveat, folded)], site(ENOUGH, 0))
    assert len(found["first"]) == AT_ONCE
    assert found["fold"] == told
