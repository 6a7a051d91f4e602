"""How many of several words are independent, and what a statement amounts to without any choice of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from explainer.caveats import example
from explainer.judging import Reading, answers, choices, read, without
from explainer.judging.weighing import SEARCH_LIMIT, lacks_for_corroborated, largest_choice
from tests.unit.content import Content


def sets(*words: str) -> list[frozenset[str]]:
    return [frozenset(word) for word in words]


@pytest.mark.parametrize(
    ("given", "number"),
    [
        ([], 0),
        ([""], 0),
        (["a", "a"], 1),
        (["a", "b"], 2),
        (["a", "ab"], 1),
        (["a", "ab", "b"], 2),
        (["ab", "cd"], 2),
        (["ab", "bc", "ca"], 1),
        (["ab", "bc", "cd"], 2),
        (["ab", "acx", "bdy"], 2),
        (["ab", "acx", "bdy", "e"], 3),
        (["ab", "cd", "acx", "bdy", "ez"], 3),
        (["a", "bc", "bd", "ce", "df"], 3),
    ],
)
def test_the_largest_choice_of_which_no_two_share_a_member(given: list[str], number: int) -> None:
    families = sets(*given)
    assert largest_choice(families) == largest_choice(reversed(families)) == number
    assert number == max(
        len(some)
        for size in range(len(families) + 1)
        for some in combinations([one for one in families if one], size)
        if all(not one & other for one, other in combinations(some, 2))
    )


def test_of_too_many_sets_the_smallest_are_looked_at_and_never_too_many_counted() -> None:
    pairs = [frozenset({f"{number:02}", f"{number:02}x"}) for number in range(30)]
    large = [frozenset({"shared", *pair}) for pair in pairs]
    assert largest_choice(pairs[:SEARCH_LIMIT]) == SEARCH_LIMIT
    assert largest_choice([*large, *pairs]) == SEARCH_LIMIT
    assert largest_choice([frozenset({"a"}), *large, *pairs]) == SEARCH_LIMIT + 1


ANSWERED = [
    "- {source: court-record}\n- {source: customs-statement, basis: admission}\n- {source: ministry-statement}",
    (
        "- {source: court-record}\n- {source: ministry-statement}\n"
        "- {source: ministry-statement, stance: withdraws, date: 2024-07-01}"
    ),
    (
        "- {source: ministry-statement}\n- {source: court-record, stance: refutes, basis: document}\n"
        "- {source: observatory-report, stance: refutes, basis: imagery}"
    ),
    "- {source: court-record}\n- {source: ministry-statement, basis: admission, stance: refutes}",
    (
        "- {source: court-record}\n- {source: customs-statement, stance: denies}\n"
        "- {source: customs-statement, date: 2024-07-01}\n- {source: observatory-report}"
    ),
    (
        "- {source: court-record}\n- {source: customs-statement, stance: denies}\n"
        "- {source: court-record, origin: southland, basis: admission, date: 2024-07-01}"
    ),
    "- {source: court-record, basis: document}\n- {source: newspaper-someone}\n- {source: league-statement}",
    "- {source: joint-notice, basis: imagery}\n- {source: ministry-statement}\n- {source: weekly}",
    "- {source: newspaper-officials, basis: testimony}\n- {source: observatory-report}\n- {source: radio-report}",
    "[]".replace("[]", "- {source: court-record, stance: denies}"),
]


@pytest.mark.parametrize("text", ANSWERED)
def test_a_table_answers_what_is_found_without_each_choice(text: str) -> None:
    judged = example(text)
    table = answers(judged.statement, judged.origins, judged.settings.as_of)
    asked = [frozenset(table.roots[at] for at in chosen) for chosen in choices(len(table.roots))]
    assert len(table.places) == len(asked)
    assert len(set(table.known)) == len(table.known)
    for left_out in asked:
        rest = without(judged.statement, left_out, judged.origins, judged.settings.as_of)
        assert table.of(left_out) == (rest.status, bool(rest.contested_by)), left_out


def test_of_many_roots_two_at_once_can_be_left_out() -> None:
    names = "abcdefghi"
    content = Content(
        "sources:\n"
        + "".join(
            f"  {name}: {{label: S, publisher_name: Paper {name}, url: https://{name}.example.org/, language: en,"
            f" published: 2024-05-0{at}, first_hand: true}}\n"
            for at, name in enumerate(names, 1)
        )
        + "claims:\n  it: {title: T, statement: S., topic: t, kind: fact, about: [southland], first_made: 2024-05-02,"
        " made_by: [northland], evidence: [" + ", ".join(f"{{source: {name}}}" for name in names) + "]}\n"
    )
    table = answers(content.judgement("it").statement, content.origins, date(2024, 12, 31))
    assert table.at_most == 2
    assert len(table.places) == 1 + 9 + 36
    assert set(table.known) == {("reported", False)}


def test_a_count_is_an_upper_bound_if_it_could_be_higher_or_an_origin_is_not_declared() -> None:
    def is_upper_bound(text: str) -> bool:
        return example(text).assessment.is_upper_bound

    assert is_upper_bound("- {source: joint-notice}")
    assert is_upper_bound("- {source: weekly}")
    assert is_upper_bound("- {source: radio-report, origin: northland-radio}\n- {source: ministry-statement}")
    assert not is_upper_bound("- {source: court-record}\n- {source: ministry-statement}")


def test_a_denial_that_stands_has_no_end() -> None:
    judged = example("- {source: court-record}\n- {source: customs-statement, stance: denies}")
    (denial,) = judged.assessment.denials
    assert (denial.stands, denial.ended, denial.ending, denial.unordered) == (True, None, "", None)
    assert (denial.actor, denial.root, denial.day) == ("southland-customs", "southland", date(2024, 5, 3))


@pytest.mark.parametrize(
    ("word", "ending"),
    [
        ("{source: weekly, origin: southland, basis: admission, date: 2024-06-01}", "admitted"),
        ("{source: customs-statement, date: 2024-06-01}", "supported"),
        ("{source: customs-statement, stance: withdraws, date: 2024-06-01}", "taken-back"),
    ],
)
def test_a_denial_ends_on_the_day_of_the_word_that_ends_it(word: str, ending: str) -> None:
    judged = example(f"- {{source: court-record}}\n- {{source: customs-statement, stance: denies}}\n- {word}")
    (denial,) = judged.assessment.denials
    assert (denial.stands, denial.ended, denial.ending) == (False, date(2024, 6, 1), ending)
    assert judged.assessment.contested_by == ()


LACKING = [
    ("- {source: ministry-statement}", ("observed", "second-origin", "outsider")),
    ("- {source: ministry-statement, basis: imagery}", ("second-origin", "outsider")),
    ("- {source: court-record}", ("observed", "second-origin")),
    ("- {source: court-record, basis: document}", ("second-origin",)),
    ("- {source: court-record}\n- {source: ministry-statement}", ("observed",)),
    ("- {source: court-record, basis: document}\n- {source: ministry-statement}", ()),
    ("- {source: ministry-statement}\n- {source: customs-statement, basis: physical}", ()),
    ("- {source: newspaper-someone, basis: document}", ("observed", "second-origin", "outsider")),
]


@pytest.mark.parametrize(("text", "lacks"), LACKING)
def test_what_is_lacking_for_corroborated(text: str, lacks: tuple[str, ...]) -> None:
    assert lacks_for_corroborated(example(text).assessment.supporting) == lacks


@pytest.mark.parametrize(
    "text", ["kind: forecast", "event:\n  nature: act\n  by: [southland]\n  sources: [weekly]"]
)
def test_a_statement_with_other_items_is_the_same_statement(text: str) -> None:
    statement = example(text).statement
    other = example("- {source: court-record}").statement.items
    assert statement.with_items(other) == replace(statement, items=other)


BETWEEN = """
actors:
  west-one: {name: Alpha, type: state}
  west-two: {name: Beta, type: state}
  x: {name: X, type: person, part_of: [{to: west-one, until: 2024-06-30}, {to: west-two, since: 2024-07-01}]}
sources:
  of-alpha: {label: A, publisher: west-one, url: https://a.example.org/, language: en, published: 2024-05-05,
             first_hand: true}
  of-x: {label: X, publisher: x, url: https://x.example.org/, language: en, published: 2024-05-06, first_hand: true}
claims:
  it: {title: T, statement: S., topic: t, kind: fact, about: [southland], first_made: 2024-05-02, made_by: [x],
       evidence: [{source: court-record}, EVIDENCE]}
"""
"""Somebody who goes over from one state to another between his words."""

OVER = [
    (
        "{source: of-x, stance: denies}, {source: of-x, date: 2024-08-01}",
        {"": ("reported", False), "west-one": ("reported", False), "west-two": ("reported", True)},
    ),
    (
        "{source: of-x}, {source: of-alpha}, {source: of-x, stance: withdraws, date: 2024-08-01}",
        {"": ("reported", False), "west-one": ("withdrawn", False), "west-two": ("reported", False)},
    ),
]


@pytest.mark.parametrize(("evidence", "found"), OVER)
def test_leaving_out_may_raise_what_somebody_said_who_went_over(
    evidence: str, found: dict[str, tuple[str, bool]]
) -> None:
    content = Content(BETWEEN.lstrip().replace("EVIDENCE", evidence))
    table = answers(content.judgement("it").statement, content.origins, date(2024, 12, 31))
    assert table.roots == ("border-court", "west-one", "west-two")
    assert {root: table.of(frozenset(filter(None, [root]))) for root in found} == found
    assert table.of(frozenset(["west-one", "west-two"])) == ("reported", False)


def test_a_word_of_the_day_can_be_left_out_on_that_day() -> None:
    judged = example("- {source: court-record}\n- {source: ministry-statement}")
    day = date(2024, 6, 10)
    assert answers(judged.statement, judged.origins, day).roots == ("border-court", "northland")
    assert answers(judged.statement, judged.origins, date(2024, 6, 9)).roots == ("northland",)


def test_a_body_of_parties_alone_is_no_outsider() -> None:
    """Nor is what a party handed over; a body with another member beside the parties is one."""
    content = Content(BODIES.lstrip())

    def only_outsiders(id: str, day: date) -> str:
        statement = content.judgement(id).statement
        return read(statement, Reading("only-outsiders"), content.origins, day).status

    assert only_outsiders("of-both", date(2024, 12, 31)) == "unsupported"
    assert only_outsiders("of-more", date(2024, 12, 31)) == "reported"


BODIES = """
actors:
  both: {name: Both, type: international-body, members: [northland, southland]}
  more: {name: More, type: international-body, members: [northland, southland, eastland]}
sources:
  from-both: {label: B, publisher: both, url: https://b.example.org/, language: en, published: 2024-05-05,
              first_hand: true}
  from-more: {label: M, publisher: more, url: https://m.example.org/, language: en, published: 2024-05-05,
              first_hand: true}
claims:
  of-both: {title: T, statement: S., topic: t, kind: fact, about: [southland], first_made: 2024-05-02, made_by: [both],
            evidence: [{source: from-both}]}
  of-more: {title: T, statement: S., topic: t, kind: fact, about: [southland], first_made: 2024-05-02, made_by: [more],
            evidence: [{source: from-more}]}
"""
