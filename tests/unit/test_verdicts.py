"""The verdict in its own words, what is missing for the next status, and texts that contradict it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from explainer.caveats import example
from explainer.checks import would_change
from explainer.dossier import settle
from explainer.judging import CONDITIONS, NEXT, assess, lacking
from explainer.kinds._statuses import STATUSES
from explainer.linking import without_markup
from explainer.settings import Words
from explainer.verdicts import missing, verdict_words
from tests.unit.content import Content
from tests.unit.test_leaving_out import ARMY, COURT, HILL, MINISTRY, settled

DENIED = "- {source: customs-statement, stance: denies}\n"
ADMITTED = "- {source: customs-statement, basis: admission, date: 2024-08-01}\n"


@pytest.mark.parametrize(
    ("text", "words", "lacks"),
    [
        (
            DENIED + ADMITTED + HILL,
            "Acknowledged by Southland on 1 August 2024.",
            "",
        ),
        (
            COURT + HILL + MINISTRY,
            (
                "Hill Observatory and the Border Court say so, neither of them a party; "
                "so does Northland, a party; documents show it."
            ),
            "To be acknowledged it lacks the word of Southland.",
        ),
        (
            ARMY + MINISTRY,
            "Northland and Southland say so, who are parties on different sides; pictures show it.",
            "To be acknowledged it lacks an admission by Southland.",
        ),
        (
            COURT
            + HILL
            + "- {source: newspaper, origin: southland-customs, basis: testimony, in_custody_of: northland}",
            (
                "Hill Observatory and the Border Court say so, neither of them a party; "
                "Southland’s customs service, in custody, said so, too; documents and witnesses show it."
            ),
            "To be acknowledged it lacks the word of Southland.",
        ),
        (
            "- {source: court-record}",
            "The Border Court says so, no party.",
            "To be corroborated it lacks something observed and a second origin, independent of the first.",
        ),
        (
            COURT,
            "The Border Court says so, no party.",
            "To be corroborated it lacks a second origin, independent of the first.",
        ),
        (
            "- {source: court-record}\n" + HILL,
            "Hill Observatory and the Border Court say so, neither of them a party.",
            "To be corroborated it lacks something observed.",
        ),
        (
            MINISTRY,
            "Only Northland says so, a party.",
            "To be reported it lacks a named origin that is no party.",
        ),
        (
            "- {source: newspaper-officials}",
            "Only unnamed voices of Southland say so, a party.",
            "To be reported it lacks a named origin that is no party.",
        ),
        (
            "- {source: newspaper-officials}\n- {source: newspaper-someone}",
            "Only unnamed voices of Southland, a party, and voices of unknown belonging say so.",
            "To be reported it lacks a named origin that is no party.",
        ),
        (
            MINISTRY
            + "- {source: court-record, stance: refutes, basis: document}\n"
            + "- {source: observatory-report, stance: refutes}",
            "Refuted by Hill Observatory and the Border Court.",
            "",
        ),
        (
            (
                "made_by: [southland-customs]\nevidence:\n- {source: customs-statement}\n"
                "- {source: customs-statement, stance: withdraws, date: 2024-08-01}"
            ),
            "Taken back by Southland on 1 August 2024.",
            "",
        ),
        (
            "- {source: court-record}\n- {source: newspaper-officials}",
            "The Border Court says so, no party; so do unnamed voices of Southland, a party.",
            "To be corroborated it lacks something observed.",
        ),
        (
            "- {source: court-record}\n" + ARMY + MINISTRY,
            ("The Border Court says so, no party; so do Northland and Southland, parties; pictures show it."),
            "To be acknowledged it lacks an admission by Southland.",
        ),
        (
            (
                "- {source: joint-notice}\n- {source: observatory-report}\n- {source: leaflet}\n"
                "- {source: eastland-statement}\n- {source: weekly, own_finding: true}\n"
                "- {source: gazette, origin: the-wire}"
            ),
            (
                "Eastland, Hill Observatory, The Border Committee, the Border Court and two more say so, "
                "none of them a party."
            ),
            "To be corroborated it lacks something observed.",
        ),
        (
            "- {source: newspaper-someone}",
            "Only voices of unknown belonging say so.",
            "To be reported it lacks a named origin that is no party.",
        ),
        (
            "- {source: newspaper-officials}\n" + MINISTRY,
            "Only Northland and unnamed voices of Southland say so, parties.",
            "To be reported it lacks a named origin that is no party.",
        ),
        (
            "- {source: newspaper-officials}\n- {source: newspaper-someone}\n" + MINISTRY,
            (
                "Only Northland and unnamed voices of Southland, parties, "
                "and voices of unknown belonging say so."
            ),
            "To be reported it lacks a named origin that is no party.",
        ),
        (
            "- {source: leaflet, origin: southland, basis: admission}",
            "Acknowledged by Southland.",
            "",
        ),
        (
            MINISTRY + "- {source: leaflet, origin: northland, basis: admission, stance: refutes}",
            "Northland acknowledged the contrary.",
            "",
        ),
        (
            MINISTRY + "- {source: court-record, origin: northland, basis: admission, stance: refutes}",
            "Northland acknowledged the contrary on 10 June 2024.",
            "",
        ),
        (
            "- {source: weekly, stance: denies}",
            STATUSES["unsupported"],
            "To be alleged it lacks anything that speaks for it.",
        ),
    ],
)
def test_a_verdict_says_who_and_when_and_what_is_missing(text: str, words: str, lacks: str) -> None:
    judgement, dossier = settled(text)
    assert without_markup(verdict_words(judgement, dossier)) == words
    assert without_markup(missing(judgement, dossier)) == lacks


def test_unnamed_voices_say_so_in_the_plural(content: Content) -> None:
    """
    actors:
      observers: {name: Unnamed observers, type: unnamed, part_of: border-court}
    claims:
      c:
        title: T
        statement: S.
        topic: t
        kind: fact
        made_by: [northland-ministry]
        first_made: 2024-05-02
        about: [southland]
        evidence: [{source: ministry-statement}, {source: newspaper, origin: observers, basis: document}]
    """
    judgement = content.judgement("c")
    words = "Unnamed voices of the Border Court say so, no party; so does Northland, a party."
    assert without_markup(verdict_words(judgement, content.dossier)) == words
    lacks = "a named origin that is independent of the others and no party"
    assert without_markup(missing(judgement, content.dossier)) == f"To be corroborated it lacks {lacks}."


def test_parties_are_called_what_the_site_calls_them() -> None:
    judged = example(f"evidence:\n{MINISTRY}")
    words = Words(party="interested party", parties="interested parties")
    dossier = settle(judged.graph, replace(judged.settings, words=words))
    judgement = dossier.judgements[judged.statement.id]
    assert without_markup(verdict_words(judgement, dossier)) == "Only Northland says so, an interested party."
    assert missing(judgement, dossier).endswith("a named origin that is no interested party.")


def test_a_forecast_has_the_words_of_its_outcome() -> None:
    judgement, dossier = settled("kind: forecast\nevidence:\n- {source: court-record}")
    assert verdict_words(judgement, dossier) == STATUSES["open"]
    assert missing(judgement, dossier) == ""


def test_what_is_lacking_is_a_condition_of_the_next_status() -> None:
    for text in (MINISTRY, COURT, COURT + HILL, "- {source: weekly}", "- {source: weekly, stance: denies}"):
        now = example(text).assessment
        assert lacking(now)
        assert set(lacking(now)) <= CONDITIONS.keys()
        assert now.status in NEXT


def test_with_what_was_lacking_the_status_is_the_next() -> None:
    judged = example("- {source: court-record}\n" + HILL)
    assert lacking(judged.assessment) == ("observed",)
    more = example(COURT + HILL)
    assert assess(more.statement, more.origins, more.settings.as_of).status == "corroborated"


@pytest.mark.parametrize(
    ("evidence", "text", "told"),
    [
        (DENIED + ADMITTED, "An acknowledgement would settle it.", 1),
        (DENIED + ADMITTED, "An acknowledgement by Northland would widen it.", 0),
        (MINISTRY, "An acknowledgement would settle it.", 0),
        (MINISTRY, "That it happened is acknowledged; more pictures would help.", 1),
        (DENIED + ADMITTED, "That it happened is acknowledged; a list would say more.", 0),
        (COURT + HILL, "With pictures it would be corroborated.", 1),
        (MINISTRY, "With pictures it would be corroborated.", 0),
    ],
)
def test_what_would_change_a_claim_is_not_there_already(evidence: str, text: str, told: int) -> None:
    judged = example(f"would_change_if: {text}\nevidence:\n{evidence}")
    dossier = settle(judged.graph, judged.settings)
    found = list(would_change.check(dossier, ()))
    assert [one.code for one in found] == ["would-change-already"] * told
