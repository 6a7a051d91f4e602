"""What changed on a day, and how a statement stands, in words."""

from __future__ import annotations

import pytest

from explainer import histories, standings
from tests.unit.content import Content
from tests.unit.test_bearings import COURT, DENIAL, PICTURES, THING, claim, claims

MINISTRY = "{source: ministry-statement}"
DENIED = "{source: customs-statement, stance: denies}"


def told(content: Content, id: str = "c") -> list[tuple[str, str]]:
    """Return the clause and the sentence of each change, without the title."""
    judgement = content.judgement(id)
    return [
        (
            histories.clause(moment, content.dossier),
            histories.sentence(moment, judgement, content.dossier).replace(f"“Title of {id}”", "“…”"),
        )
        for moment in judgement.moments
        if moment.is_change
    ]


def test_each_day_says_what_became_of_a_claim() -> None:
    evidence = [
        MINISTRY,
        "{source: court-record, date: 2024-06}",
        "{source: customs-statement, stance: denies, date: 2024-07-01}",
        "{source: customs-statement, date: 2024-08-01}",
        "{source: customs-statement, stance: denies, date: 2024-08-15}",
        "{source: customs-statement, basis: admission, date: 2024-09-01}",
    ]
    who = "Southland’s customs service"
    assert told(claims(claim("c", ", ".join(evidence)))) == [
        ("it appears, alleged", "On 2 May 2024, a claim appeared: “…”. It stood as alleged."),
        ("it goes from alleged to reported", "By 30 June 2024, “…” became reported. Until then: alleged."),
        (
            f"it is now contested by {who}; it stays reported",
            f"On 1 July 2024, {who} denied: “…”. It stays reported.",
        ),
        (
            "it is no longer contested; it stays reported",
            "On 1 August 2024, nobody any longer denied: “…”. It stays reported.",
        ),
        (
            f"it is now contested by {who}; it stays reported",
            f"On 15 August 2024, {who} denied: “…”. It stays reported.",
        ),
        (
            "it goes from reported to acknowledged",
            f"On 1 September 2024, {who} acknowledged: “…”. Until then: reported, denied by {who}.",
        ),
    ]


def test_who_denies_a_claim_is_told_on_each_day_of_another_status() -> None:
    late = "{source: ministry-statement, date: 2024-06-01}"
    who = "Southland’s customs service"
    assert told(claims(claim("c", f"{DENIED}, {late}"))) == [
        (
            f"it appears, with nothing that supports it; it is contested by {who}",
            f"On 3 May 2024, a claim appeared: “…”. It stood as unsupported, denied by {who}.",
        ),
        (
            f"it goes from unsupported to alleged; it is contested by {who}",
            f"On 1 June 2024, “…” became alleged, denied by {who}. Until then: unsupported, denied by {who}.",
        ),
    ]


@pytest.mark.parametrize(
    ("evidence", "other", "expected"),
    [
        (
            "{source: ministry-statement, date: 2024-07-01}",
            f"{COURT}, {PICTURES}",
            [
                (
                    "it appears, alleged; its contrary is corroborated",
                    "On 1 July 2024, a claim appeared: “…”. It stood as alleged.",
                ),
            ],
        ),
        (
            f"{MINISTRY}, {{source: customs-statement, stance: denies, date: 2024-06-10}}",
            f"{COURT}, {PICTURES}",
            [
                ("it appears, alleged", "On 2 May 2024, a claim appeared: “…”. It stood as alleged."),
                (
                    (
                        "it is now contested by Southland’s customs service; it stays alleged; "
                        "its contrary is now corroborated"
                    ),
                    (
                        "On 10 June 2024, Southland’s customs service denied: “…”. It stays alleged. "
                        "Its contrary is now corroborated."
                    ),
                ),
            ],
        ),
        (
            MINISTRY,
            f"{PICTURES}, {{source: taken, basis: document}}",
            [
                ("it appears, alleged", "On 2 May 2024, a claim appeared: “…”. It stood as alleged."),
                (
                    "it stays alleged; its contrary is now corroborated",
                    "By 6 May 2024, the contrary became corroborated of: “…”. It stays alleged.",
                ),
                (
                    "it stays alleged; its contrary is no longer corroborated",
                    "By 1 August 2024, the contrary was no longer corroborated of: “…”. It stays alleged.",
                ),
            ],
        ),
    ],
)
def test_what_becomes_of_the_contrary_is_told_with_its_day(
    evidence: str, other: str, expected: list[tuple[str, str]]
) -> None:
    content = Content(
        "sources:\n  taken: {label: T, publisher: border-court, url: https://x.example.org/t, language: en,\n"
        "    published: 2024-05-06, first_hand: true, standing: retracted, standing_since: 2024-08-01,\n"
        "    standing_note: Taken back.}\n"
        "claims:\n" + claim("c", evidence, "contradicts: thing") + claim("thing", other)
    )
    assert told(content) == expected


EVENT = """
timeline:
  e:
    title: E
    date: 2024-12-01
    strands: [s]
    summary: S.
    nature: {nature}
    by: [southland]
    actors: [{{actor: southland, role: R}}]
    {rest}
"""


@pytest.mark.parametrize(
    ("nature", "rest", "short", "words"),
    [
        ("act", "sources: [customs-statement]", "act, on record", "act, on record"),
        (
            "act",
            "evidence: [{source: court-record}, {source: customs-statement, stance: denies}]",
            "act, on record, contested",
            "act, on record, denied by Southland’s customs service",
        ),
        ("occurrence", "sources: [court-record]", "reported", "reported"),
        ("statement", "sources: [customs-statement]", "statement", "statement"),
        ("statement", "sources: [newspaper]", "statement, itself alleged", "statement, itself alleged"),
        (
            "statement",
            "sources: [customs-statement]\n    says: [{claim: denial, stance: asserts}]",
            "statement: asserts what is alleged, its contrary corroborated",
            "statement: asserts what is alleged, its contrary corroborated",
        ),
        (
            "statement",
            (
                "sources: [customs-statement]\n    says: [{claim: c, stance: denies}, "
                "{claim: thing, stance: concedes}, {claim: c, stance: estimates}, {claim: thing, stance: asks}]"
            ),
            (
                "statement: denies what is unsupported, contested; concedes what is corroborated; "
                "estimates what is unsupported, contested; asks about what is corroborated"
            ),
            (
                "statement: denies what is unsupported, contested; concedes what is corroborated; "
                "estimates what is unsupported, contested; asks about what is corroborated"
            ),
        ),
    ],
)
def test_a_statement_stands_with_what_it_does_to_claims(
    nature: str, rest: str, short: str, words: str
) -> None:
    content = Content(
        "claims:\n" + DENIAL + THING + claim("c", DENIED) + EVENT.format(nature=nature, rest=rest).lstrip()
    )
    judgement = content.judgement("e")
    assert standings.short(judgement, content.dossier) == short
    assert standings.words(judgement, content.dossier) == words
