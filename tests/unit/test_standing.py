"""How linked claims stand beside each other: stretches in which one lags, days on which a contrary is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from explainer.caveats import example
from explainer.judging.history import Moment
from explainer.judging.standing import Contrary, Lag, Turn, contraries_on, lags, turned, turns, woven
from tests.unit.content import Content


def day(number: int) -> date:
    return date(2024, 5, number)


def moment(number: int, status: str, *contested_by: str) -> Moment:
    return Moment(day(number), status, contested_by, 1, 2, (), "", contested_before=False)


def test_an_implied_claim_may_lag_more_than_once() -> None:
    upper = (moment(1, "reported"),)
    lower = (moment(3, "reported"), moment(5, "unsupported"), moment(8, "corroborated"), moment(9, "alleged"))
    assert list(lags(upper, lower, day(20))) == [
        Lag(day(1), day(2), "reported", ""),
        Lag(day(5), day(7), "reported", "unsupported"),
        Lag(day(9), day(20), "reported", "alleged"),
    ]


def test_a_contrary_that_is_shown_is_a_moment_between_those_of_the_claim() -> None:
    items = example("- {source: court-record}").statement.items
    first = replace(moment(1, "reported", "someone"), appeared=items, fell=items)
    last = replace(moment(9, "corroborated", "someone"), before="reported", contested_before=True)
    turns = (Turn(day(4), "corroborated"), Turn(day(12), ""))
    assert woven((first, last), turns, day(1)) == (
        first,
        replace(
            first,
            date=day(4),
            appeared=(),
            fell=(),
            before="reported",
            contested_before=True,
            contrary="corroborated",
        ),
        replace(last, contrary="corroborated", contrary_before="corroborated"),
        replace(
            last,
            date=day(12),
            before="corroborated",
            contrary_before="corroborated",
        ),
    )
    assert [turned(turns, day(number)) for number in (3, 4, 11, 12)] == [
        "",
        "corroborated",
        "corroborated",
        "",
    ]


def test_nothing_known_or_not_yet_made_has_no_moment_for_its_contrary() -> None:
    turns = (Turn(day(4), "corroborated"),)
    assert woven((), turns, day(1)) == ()
    known = moment(6, "reported")
    assert woven((known,), turns, day(1)) == (replace(known, contrary="corroborated"),)
    early = moment(1, "reported")
    assert woven((early,), turns, day(5)) == (early,)
    assert [one.date for one in woven((early,), turns, day(4))] == [day(1), day(4)]


def test_a_contrary_turns_on_the_day_that_is_asked_about_and_holds_since_then() -> None:
    content = Content(
        """
claims:
  one: {title: T, statement: S., topic: t, kind: fact, about: [northland], made_by: [southland],
        first_made: 2024-05-02, contradicts: [{claim: other, note: N.}]}
  other: {title: T, statement: S., topic: t, kind: fact, about: [northland], made_by: [southland],
          first_made: 2024-05-02, evidence: [{source: court-record, basis: document, date: 2024-05-04},
          {source: observatory-report, date: 2024-05-06}, {source: weekly, origin: northland, basis: admission,
          date: 2024-05-09}]}
""".lstrip()
    )
    shown = (Turn(day(6), "corroborated"), Turn(day(9), "acknowledged"))
    assert [turns("one", content.origins, day(number)) for number in (5, 6, 8, 9)] == [
        (),
        shown[:1],
        shown[:1],
        shown,
    ]
    assert [contraries_on("one", content.origins, day(number)) for number in (5, 8, 9)] == [
        (),
        (Contrary("other", "corroborated", day(6), day(6)),),
        (Contrary("other", "acknowledged", day(6), day(9)),),
    ]
