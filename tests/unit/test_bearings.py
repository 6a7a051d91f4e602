"""Claims that answer for each other: which are linked, what follows on which day, and what cannot be."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from explainer import histories, standings
from explainer.caveats import caveats_of
from explainer.caveats.contrary_corroborated import contraries_told
from explainer.checks import bearings
from explainer.dossier import Judgement, caveats_on
from explainer.judging import (
    Lag,
    bearing_mistakes,
    contraries,
    contraries_on,
    implications,
    implied_by,
    lags,
    loops,
)
from explainer.linking import without_markup
from explainer.pipeline import build
from explainer.views.knowledge import state_on
from tests import examples
from tests.unit.content import Content, short

COURT = "{source: court-record, basis: document}"
PICTURES = "{source: observatory-report, basis: imagery}"
"""Known from 10 June and from 5 May 2024; both together corroborate."""


def claim(id: str, evidence: str = "", links: str = "", kind: str = "fact") -> str:
    """Return a claim with some evidence, and links as `implies: b` or `contradicts: b c`."""
    text = (
        f"  {id}:\n    title: Title of {id}\n    statement: S.\n    topic: t\n    kind: {kind}\n"
        "    made_by: [southland]\n    first_made: 2024-05-01\n    about: [southland]\n"
    )
    for link in filter(None, links.split("; ")):
        field, _, targets = link.partition(": ")
        text += f"    {field}:\n"
        text += "".join(f"    - {{claim: {target}, note: N.}}\n" for target in targets.split())
    return text + (f"    evidence: [{evidence}]\n" if evidence else "")


def claims(*some: str) -> Content:
    return Content("claims:\n" + "".join(some))


def mistakes(content: Content) -> list[str]:
    return short([*bearing_mistakes(content.graph)])


def caveat(judgement: Judgement) -> list[tuple[str, str]]:
    return [(one.severity, one.plain) for one in judgement.caveats if one.rule == "contrary-corroborated"]


DENIAL = claim("denial", "{source: customs-statement}", "contradicts: thing")
THING = claim("thing", f"{COURT}, {PICTURES}")


@pytest.mark.parametrize("holder", ["denial", "thing"])
def test_a_contradiction_is_written_once_and_read_both_ways(holder: str) -> None:
    other = {"denial": "thing", "thing": "denial"}[holder]
    content = claims(
        claim("denial", "{source: customs-statement}", f"contradicts: {other}" if holder == "denial" else ""),
        claim("thing", f"{COURT}, {PICTURES}", f"contradicts: {other}" if holder == "thing" else ""),
    )
    assert list(contraries("denial", content.graph)) == ["thing"]
    assert list(contraries("thing", content.graph)) == ["denial"]
    assert caveat(content.judgement("denial")) == [
        ("warning", "Its contrary has been corroborated since 10 June 2024: Title of thing.")
    ]
    assert caveat(content.judgement("thing")) == []


def test_a_link_takes_no_status_over() -> None:
    linked, apart = claims(DENIAL, THING), claims(claim("denial", "{source: customs-statement}"), THING)
    for id in ("denial", "thing"):
        assert linked.assessed(id) == apart.assessed(id)


def test_the_caveat_is_that_of_the_day() -> None:
    content = claims(DENIAL, THING)
    judgement = content.judgement("denial")
    fired = {
        day: any(one.rule == "contrary-corroborated" for one in caveats_on(judgement, content.dossier, day))
        for day in (date(2024, 6, 9), date(2024, 6, 10))
    }
    assert fired == {date(2024, 6, 9): False, date(2024, 6, 10): True}
    assert [judgement.contrary_on(day) for day in fired] == ["", "corroborated"]
    assert judgement.contrary == "corroborated"


def test_a_history_has_the_day_on_which_the_contrary_was_shown() -> None:
    content = claims(DENIAL, THING)
    moments = content.judgement("denial").moments
    assert [(str(one.date), one.status, one.contrary, one.is_change) for one in moments] == [
        ("2024-05-03", "alleged", "", True),
        ("2024-06-10", "alleged", "corroborated", True),
    ]
    last = moments[-1]
    assert last.appeared == ()
    assert histories.clause(last, content.dossier) == "it stays alleged; its contrary is now corroborated"
    assert (
        histories.sentence(last, content.judgement("denial"), content.dossier)
        == "By 10 June 2024, the contrary became corroborated of: “Title of denial”. It stays alleged."
    )


@pytest.mark.parametrize(
    ("first_made", "days"),
    [
        ("2024-06-09", ["2024-05-03", "2024-06-10"]),
        ("2024-06-10", ["2024-05-03", "2024-06-10"]),
        ("2024-06-11", ["2024-05-03"]),
    ],
)
def test_a_claim_that_was_not_made_yet_has_no_day_for_its_contrary(first_made: str, days: list[str]) -> None:
    denied = claim("denial", "{source: customs-statement, stance: denies}", "contradicts: thing")
    judgement = claims(denied.replace("2024-05-01", first_made), THING).judgement("denial")
    assert [str(one.date) for one in judgement.moments] == days
    assert [judgement.contrary_on(date(2024, 6, day)) for day in (9, 10, 11)] == [
        "corroborated" if day >= max(first_made[-2:], "10") else "" for day in ("09", "10", "11")
    ]


def test_a_claim_of_which_nothing_is_known_has_no_history_for_its_contrary() -> None:
    judgement = claims(claim("denial", links="contradicts: thing"), THING).judgement("denial")
    assert judgement.moments == ()
    assert judgement.contrary == "corroborated"


def test_a_claim_lags_on_the_last_day_that_is_looked_at() -> None:
    content = claims(claim("upper", f"{COURT}, {PICTURES}", "implies: lower"), claim("lower", PICTURES))
    upper, lower = (content.judgement(id).moments for id in ("upper", "lower"))
    assert list(lags(upper, lower, date(2024, 6, 9))) == []
    assert list(lags(upper, lower, date(2024, 6, 10))) == [
        Lag(date(2024, 6, 10), date(2024, 6, 10), "corroborated", "reported")
    ]
    assert content.found_by(bearings)[0].message.endswith(" reported since 10 June 2024")


def test_an_admission_is_told_beside_the_day_from_which_it_was_shown() -> None:
    word = "{source: customs-statement, basis: admission, date: 2024-08-01, against_interest: A.}"
    admitted = f"{COURT}, {PICTURES}, {word}"
    content = claims(DENIAL, claim("thing", admitted))
    ((_, words),) = caveat(content.judgement("denial"))
    assert words == (
        "Its contrary has been acknowledged since 1 August 2024, and corroborated since 10 June 2024: "
        "Title of thing."
    )
    found = contraries_on("denial", content.origins, date(2024, 12, 31))
    assert [(one.shown_since, one.status_since) for one in found] == [(date(2024, 6, 10), date(2024, 8, 1))]


def test_an_admission_that_fell_leaves_the_day_from_which_it_was_shown() -> None:
    content = Content(
        "sources:\n  word: {label: W, publisher: southland-customs, url: https://x.example.org/w, language: en,\n"
        "    published: 2024-07-06, first_hand: true, standing: retracted, standing_since: 2024-08-01,\n"
        "    standing_note: Taken back.}\n"
        "claims:\n"
        + DENIAL
        + claim("thing", f"{COURT}, {PICTURES}, {{source: word, basis: admission, against_interest: A.}}")
    )
    judgement = content.judgement("denial")
    assert [(str(one.day), one.status) for one in judgement.turns] == [
        ("2024-06-10", "corroborated"),
        ("2024-07-06", "acknowledged"),
        ("2024-08-01", "corroborated"),
    ]
    assert caveat(judgement) == [
        ("warning", "Its contrary has been corroborated since 10 June 2024: Title of thing.")
    ]


def test_several_contraries_are_told_in_the_order_of_their_days() -> None:
    content = claims(
        claim("denial", "{source: customs-statement}", "contradicts: b a c d"),
        claim("a", f"{COURT}, {PICTURES}"),
        claim("b", f"{COURT}, {PICTURES}"),
        claim("c", "{source: customs-statement, basis: admission, against_interest: A.}"),
        claim("d", COURT),
    )
    ((_, words),) = caveat(content.judgement("denial"))
    assert words == (
        "Its contrary has been acknowledged since 3 May 2024: Title of c. "
        "Its contrary has been corroborated since 10 June 2024: Title of a and Title of b."
    )
    assert content.judgement("denial").contrary == "acknowledged"


def test_of_a_refuted_claim_it_is_only_a_note() -> None:
    refuted = (
        f"{{source: customs-statement}}, {COURT[:-1]}, stance: refutes}}, {PICTURES[:-1]}, stance: refutes}}"
    )
    content = claims(claim("denial", refuted, "contradicts: thing"), THING)
    judgement = content.judgement("denial")
    assert judgement.assessment.status == "refuted"
    assert [severity for severity, _ in caveat(judgement)] == ["note"]


def test_a_contrary_that_falls_takes_the_caveat_along() -> None:
    content = Content(
        "sources:\n  taken: {label: T, publisher: border-court, url: https://x.example.org/t, language: en,\n"
        "    published: 2024-05-06, first_hand: true, standing: retracted, standing_since: 2024-08-01,\n"
        "    standing_note: Taken back.}\n"
        "claims:\n" + DENIAL + claim("thing", f"{{source: taken, basis: document}}, {PICTURES}")
    )
    judgement = content.judgement("denial")
    assert caveat(judgement) == []
    assert [(str(one.day), one.status) for one in judgement.turns] == [
        ("2024-05-06", "corroborated"),
        ("2024-08-01", ""),
    ]
    assert histories.clause(judgement.moments[-1], content.dossier) == (
        "it stays alleged; its contrary is no longer corroborated"
    )


def test_words_beside_a_status_say_so() -> None:
    content = claims(DENIAL, THING)
    judgement = content.judgement("denial")
    assert standings.short(judgement, content.dossier) == "alleged, its contrary corroborated"
    assert standings.short(content.judgement("thing"), content.dossier) == "corroborated"
    assert not standings.is_certain(judgement)
    assert [
        standings.beside(contested=True, contrary=word) for word in ("", "corroborated", "acknowledged")
    ] == [1, 3, 5]
    assert [
        standings.beside(contested=False, contrary=word) for word in ("", "corroborated", "acknowledged")
    ] == [0, 2, 4]


def test_one_of_two_that_are_both_shown_is_not_certain() -> None:
    content = claims(claim("a", f"{COURT}, {PICTURES}", "contradicts: b"), claim("b", f"{COURT}, {PICTURES}"))
    for id in ("a", "b"):
        assert content.judgement(id).contrary == "corroborated"
        assert not standings.is_certain(content.judgement(id))


def test_an_implied_claim_that_stands_lower_is_told_with_what_it_lacks() -> None:
    content = claims(claim("upper", f"{COURT}, {PICTURES}", "implies: lower"), claim("lower", COURT))
    (found,) = content.found_by(bearings)
    assert found.code == "implied-stands-lower"
    assert (found.position.line, found.position.column) == (11, 5)
    assert found.message == (
        "“upper” is reported and “lower”, which it implies, not known at all since 5 May 2024"
    )
    assert [note for _, note in found.related] == [
        "“observatory-report” does not speak for “lower” in this way"
    ]
    assert [where.line for where, _ in found.related] == [12]


def test_an_implied_claim_for_which_nothing_speaks_stands_lower_than_an_alleged_one() -> None:
    content = claims(claim("upper", "{source: customs-statement}", "implies: lower"), claim("lower"))
    (found,) = content.found_by(bearings)
    assert found.message.startswith(
        "“upper” is alleged and “lower”, which it implies, not known at all since "
    )


def test_an_implied_claim_may_stand_higher() -> None:
    content = claims(claim("upper", COURT, "implies: lower"), claim("lower", f"{COURT}, {PICTURES}"))
    assert short(content.found_by(bearings)) == []
    assert [one.claim for one in implications("upper", content.graph)] == ["lower"]
    assert [id for id, _ in implied_by("lower", content.graph)] == ["upper"]


def test_an_implied_claim_lags_until_the_day_on_which_it_does_no_longer() -> None:
    content = claims(
        claim("upper", COURT, "implies: lower"),
        claim("lower", "{source: court-record, basis: document, date: 2024-07-01}"),
    )
    (lag,) = bearings.lags_of("upper", "lower", content.dossier)
    assert (lag.first, lag.last, lag.upper, lag.lower) == (
        date(2024, 6, 10),
        date(2024, 6, 30),
        "reported",
        "",
    )


def test_what_lags_with_the_same_evidence_is_told_so() -> None:
    refuted = f"{COURT}, {{source: customs-statement, basis: admission, stance: refutes}}"
    content = claims(claim("upper", COURT, "implies: lower"), claim("lower", refuted))
    (found,) = content.found_by(bearings)
    assert found.related == ()
    assert found.message.endswith("which it implies, refuted since 10 June 2024")
    assert found.hint.startswith("the same evidence serves both")


@pytest.mark.parametrize(
    ("links", "lines"),
    [
        ({"a": "contradicts: b", "b": "contradicts: a"}, ["21:5 linked-twice"]),
        ({"a": "contradicts: b b"}, ["12:5 linked-twice"]),
        ({"a": "implies: b b"}, ["12:5 linked-twice"]),
        ({"a": "contradicts: b", "b": "contradicts: c"}, []),
    ],
)
def test_a_link_that_is_written_twice_is_told(links: dict[str, str], lines: list[str]) -> None:
    content = claims(*(claim(id, links=links.get(id, "")) for id in "abc"))
    assert short(content.found_by(bearings)) == lines


def test_claims_that_imply_each_other_are_a_loop() -> None:
    content = claims(
        claim("a", links="implies: b"), claim("b", links="implies: c"), claim("c", links="implies: a")
    )
    (found,) = loops(content.graph)
    assert (found.code, found.position.line) == ("implies-cycle", 11)
    assert found.message.endswith("a → b → c → a")
    assert [position.line for position, _ in found.related] == [21, 31]


def test_a_claim_cannot_imply_itself() -> None:
    assert claims(claim("a", links="implies: a")).mistakes == ["11:13 self-reference"]
    assert claims(claim("a", links="contradicts: a")).mistakes == ["11:13 self-reference"]


REFUTING = [
    ({"a": "implies: b; contradicts: b"}, ["a"]),
    ({"a": "implies: b", "b": "contradicts: a"}, ["a"]),
    ({"a": "implies: b", "b": "implies: c", "c": "contradicts: a"}, ["a"]),
    ({"a": "implies: b c", "b": "contradicts: c"}, ["a"]),
    ({"a": "implies: b", "b": "implies: c d", "c": "contradicts: d"}, ["b"]),
    ({"a": "implies: b", "b": "implies: c; contradicts: c"}, ["b"]),
    ({"a": "implies: b; contradicts: c"}, []),
    ({"a": "implies: b", "c": "implies: b; contradicts: a"}, []),
]


@pytest.mark.parametrize(("links", "told"), REFUTING, ids=[str(row[0]) for row in REFUTING])
def test_a_claim_that_implies_its_contrary_is_told_once(links: dict[str, str], told: list[str]) -> None:
    content = claims(*(claim(id, links=links.get(id, "")) for id in "abcd"))
    found = list(bearing_mistakes(content.graph))
    assert [one.code for one in found] == ["implies-its-contrary"] * len(told)
    assert [one.message.split("”")[0][1:] for one in found] == told
    for one in found:
        assert one.related, "the other steps and the contradiction are named"
        assert one.related[-1][1].count("↔") == 1


def test_the_steps_to_a_contrary_have_their_places() -> None:
    content = claims(
        claim("a", links="implies: b"), claim("b", links="implies: c"), claim("c", links="contradicts: a")
    )
    (found,) = bearing_mistakes(content.graph)
    assert found.position.line == 11
    assert [(where.line, words) for where, words in found.related] == [(21, "“b” → “c”"), (31, "“a” ↔ “c”")]


@pytest.mark.parametrize("field", ["implies", "contradicts"])
def test_a_forecast_is_no_end_of_a_link(field: str) -> None:
    content = claims(claim("a", links=f"{field}: b"), claim("b", kind="forecast"))
    assert mistakes(content) == ["11:13 forecast-linked"]
    content = claims(claim("a", links=f"{field}: b", kind="forecast"), claim("b"))
    assert content.mistakes == ["11:3 forecast-linked"]
    both = claims(claim("a", links=f"{field}: b", kind="forecast"), claim("b", kind="forecast"))
    assert both.mistakes == ["11:3 forecast-linked"]
    assert list(bearing_mistakes(both.graph)) == [], "it is told once, where the forecast stands"


def test_from_an_intention_only_an_intention_follows() -> None:
    plan = claim("plan", links="implies: b", kind="intention")
    assert mistakes(claims(plan, claim("b"))) == ["11:13 intention-implies"]
    assert mistakes(claims(plan, claim("b", kind="intention"))) == []
    assert mistakes(claims(claim("a", links="implies: b"), claim("b", kind="intention"))) == []
    opposed = claim("plan", links="contradicts: b", kind="intention")
    assert mistakes(claims(opposed, claim("b"))) == []


def test_pages_say_with_what_a_claim_stands_or_falls(tmp_path: Path) -> None:
    text = (
        "bridge-sound:\n  title: The bridge is sound\n  statement: It is safe.\n  topic: river\n  kind: fact\n"
        "  made_by: [northland]\n  first_made: 2024-05-04\n  about: [northland]\n"
        "  contradicts: [{claim: bridge-unsafe, note: Safe and **unsafe** exclude each other.}]\n"
        "  implies: [{claim: bridge-open, note: What is sound is open.}]\n"
        "  evidence: [{source: ministry-statement, date: 2024-05-20}]\n"
        "bridge-open:\n  title: The bridge is open\n  statement: It is open.\n  topic: river\n  kind: fact\n"
        "  made_by: [northland]\n  first_made: 2024-05-04\n  about: [northland]\n"
        "  evidence: [{source: ministry-statement, date: 2024-05-20}]\n"
    )
    made = build(examples.project(tmp_path / "project", {"content/claims/ferry.yml": text}))
    assert [one for one in made.checked.diagnostics if one.severity.value == "error"] == []
    judgements = made.checked.dossier.judgements
    sound = made.page("claims/bridge-sound/").html
    part = sound.partition('id="stands-with"')[2].partition("<h2")[0]
    assert "Safe and <strong>unsafe</strong> exclude each other." in part
    assert 'data-ref="bridge-unsafe"' in part
    assert 'data-ref="bridge-open"' in part
    assert part.index("Cannot be true together with") < part.index("If this is so, then so is")
    unsafe = made.page("claims/bridge-unsafe/").html
    assert 'data-ref="bridge-sound"' in unsafe.partition('id="stands-with"')[2].partition("<h2")[0]
    follows = made.page("claims/bridge-open/").html.partition('id="stands-with"')[2].partition("<h2")[0]
    assert "This is so if one of these is" in follows
    word = judgements["bridge-sound"].contrary
    assert word == judgements["bridge-unsafe"].assessment.status == "corroborated"
    assert sound.count(f"contrary {word}") >= 1
    assert f"contrary {word}" in made.page("claims/").html
    assert f"contrary {word}" in made.page("findings/").html
    assert "contrary" not in unsafe.partition('id="status"')[2].partition("<h2")[0]


def test_the_caveat_is_ranked_with_the_others() -> None:
    found = [one.rule for one in caveats_of(claims(DENIAL, THING).judged("denial"))]
    assert found.index("contrary-corroborated") < found.index("party-to-conflict")


def test_a_statement_is_shown_with_the_contrary_of_its_day() -> None:
    """The mark of what it says bears on its own day whether the contrary was shown by then, and who denied it."""
    said = (
        "timeline:\n  e:\n    title: Southland denies\n    date: {day}\n    strands: [s]\n    summary: S.\n"
        "    nature: statement\n    by: [southland]\n    actors: [{{actor: southland, role: R}}]\n"
        "    says: [{{claim: denial, stance: denies}}]\n    sources: [court-record]\n"
    )
    for day, contrary in (("2024-06-09", ""), ("2024-06-10", "corroborated")):
        content = Content("claims:\n" + DENIAL + THING + said.format(day=day))
        (one,) = standings.said_by(content.judgement("e"), content.dossier)
        assert (one.then, one.contrary_then, one.contrary) == ("alleged", contrary, "corroborated")


def test_a_past_day_tells_the_contrary_in_a_sentence() -> None:
    content = claims(DENIAL, THING)
    told = {
        day: contraries_told("denial", content.origins, date(2024, 6, day), before=True) for day in (9, 10)
    }
    assert told == {
        9: "",
        10: "Its contrary had been corroborated since 10 June 2024: [[thing|Title of thing]].",
    }
    assert [row["then_contrary"] for row in state_on(date(2024, 6, 10), content.dossier)] == [told[10], ""]


UNDATED = "{source: leaflet, origin: border-court, basis: document}, {source: leaflet, basis: imagery}"
ADMITTED = "{source: customs-statement, basis: admission, date: 2024-08-01, against_interest: A.}"


@pytest.mark.parametrize(
    ("evidence", "since", "brief"),
    [
        (UNDATED, "corroborated", "corroborated"),
        (f"{COURT}, {PICTURES}", "corroborated since 10 June 2024", "corroborated since 10 June 2024"),
        (
            f"{UNDATED}, {ADMITTED}",
            "acknowledged since 1 August 2024, and was corroborated before",
            "acknowledged since 1 August 2024",
        ),
        (
            f"{COURT}, {PICTURES}, {ADMITTED}",
            "acknowledged since 1 August 2024, and corroborated since 10 June 2024",
            "acknowledged since 1 August 2024",
        ),
    ],
)
def test_a_contrary_is_told_with_the_days_that_are_known(evidence: str, since: str, brief: str) -> None:
    content = claims(DENIAL, claim("thing", evidence))
    (found,) = (one for one in content.judgement("denial").caveats if one.rule == "contrary-corroborated")
    assert without_markup(found.brief) == f"Its contrary has been {brief}."
    told = {
        before: without_markup(
            contraries_told("denial", content.origins, content.settings.as_of, before=before)
        )
        for before in (False, True)
    }
    assert told == {
        False: f"Its contrary has been {since}: Title of thing.",
        True: f"Its contrary had been {since}: Title of thing.",
    }
