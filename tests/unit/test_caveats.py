"""The caveat rules: their manuals run, and the cases that a manual has no room for."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from explainer import caveats
from explainer.caveats import BY_ID, RULES, SEVERITIES, Judged, Rule, cast, caveats_of, example, manual
from explainer.caveats._base import capitalised, counted, listed, named, on
from explainer.dossier import caveats_on
from explainer.values.edtf import parse_date
from tests.unit.content import Content

EXPECTED = {
    "anonymous-origin", "circular-reporting", "conflicting-figures", "denied", "forecast", "imprecise-date",
    "mirror-copy", "no-observed-basis", "not-archived", "one-side-only", "overstated", "party-to-conflict",
    "relay-only", "single-origin", "source-withdrawn", "stale", "state-controlled-source", "translation",
    "undated", "undeclared-origin", "unverified",
}  # fmt: skip

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def fired(rule: str, text: str) -> list[tuple[str, str]]:
    """Return severity and sentence of each caveat that a rule yields for an example."""
    return [(found.severity, found.plain) for found in BY_ID[rule].check(example(text))]


def test_the_rules_are_these() -> None:
    assert set(BY_ID) == EXPECTED


@every_rule
def test_a_rule_stands_in_the_file_of_its_name(rule: Rule) -> None:
    folder = Path(caveats.__file__).parent
    assert (folder / f"{rule.id.replace('-', '_')}.py").exists()
    assert rule.severity in SEVERITIES
    assert set(rule.applies_to) <= {"claim", "event"}


@every_rule
def test_a_manual_says_what_the_rule_means_and_how_to_shed_it(rule: Rule) -> None:
    page = manual(rule)
    assert page.summary.endswith(".")
    assert "." not in page.summary[:-1], "one sentence"
    assert len(page.paragraphs) >= 2
    assert page.paragraphs[-1].startswith(("The caveat goes when", "The caveat becomes a note when", "The caveat stays as"))
    assert page.fails
    assert page.passes


@every_rule
def test_the_examples_of_a_manual_are_true(rule: Rule) -> None:
    page = manual(rule)
    assert [one.text for one in page.fails if not one.caveats] == []
    assert [one.text for one in page.passes if one.caveats] == []


@every_rule
def test_a_caveat_names_its_rule_and_records_that_exist(rule: Rule) -> None:
    for one in manual(rule).fails:
        records = example(one.text).graph.entries
        for found in one.caveats:
            assert (found.rule, found.label, found.subject) == (rule.id, rule.label, "example")
            assert found.severity in SEVERITIES
            assert found.because
            assert [id for id in found.because if id not in records] == []
            mentioned = re.findall(r"\[\[([^|\]]+)\|", found.sentence)
            assert [id for id in mentioned if id not in records] == []


@every_rule
def test_a_sentence_is_a_sentence(rule: Rule) -> None:
    for one in manual(rule).fails:
        for found in one.caveats:
            assert found.plain.endswith(".")
            assert not re.search(r"  |\.\.|\[\[|\]\]| ,| \.", found.plain)
            assert found.plain[0].isupper() or not found.plain[0].isalpha()


def test_every_record_of_the_cast_has_a_part_in_some_example() -> None:
    told = "\n".join(one.text for rule in RULES for one in (*manual(rule).fails, *manual(rule).passes))
    used = set(re.findall(r"[a-z]+(?:-[a-z]+)+|leaflet|weekly|newspaper|gazette", told))
    reached = {link.target for link in cast().links if link.source.id in used}
    extra = {"newspaper-someone", "northland", "border-channel", "eastland"}  # for the tests
    assert {id for id in cast().entries if id not in used | reached} <= extra


def test_caveats_are_told_the_weightiest_first() -> None:
    found = caveats_of(example("- {source: weekly-retracted}\n- {source: newspaper-officials}\n- {source: leaflet}"))
    assert [one.severity for one in found] == sorted((one.severity for one in found), key=list(SEVERITIES).index, reverse=True)
    assert found[0].rule == "source-withdrawn"


CASES = [
    # rule, severity and sentence of each caveat, example
    ("single-origin", [("caution", "Three reports in two languages, one origin: Northland’s Ministry of Defence.")],
     "- {source: wire-report}\n- {source: newspaper}\n- {source: gazette}"),
    ("single-origin", [("caution", "Two reports, one origin, Southland: Southland’s army and unnamed officers of Southland’s army.")],
     "- {source: army-statement}\n- {source: newspaper-officials}"),
    ("single-origin", [("caution", "Two reports, one origin: Southland’s army; of unknown belonging: a person who knows the matter.")],
     "- {source: army-statement}\n- {source: newspaper-someone}"),
    ("single-origin", [("caution", "One report, one origin: a person who knows the matter.")], "- {source: newspaper-someone}"),
    ("single-origin", [], "- {source: army-statement, basis: admission}"),
    ("single-origin", [], "- {source: army-statement, stance: denies}"),
    ("single-origin", [], "- {source: weekly}\n- {source: court-record}"),
    ("party-to-conflict", [("caution", "Only a party to the conflict says so: Northland’s Ministry of Defence (Northland).")],
     "- {source: wire-report}\n- {source: newspaper-someone}"),
    ("party-to-conflict", [], "- {source: newspaper-someone}"),
    ("party-to-conflict", [], "- {source: army-statement, basis: admission}"),
    ("one-side-only", [("caution", "Eastland’s Foreign Ministry stands with Southland by declared support; nobody else says so.")],
     "- {source: eastland-statement}"),
    ("one-side-only", [], "- {source: army-statement}"),
    ("one-side-only", [], "- {source: army-statement}\n- {source: ministry-statement}\n- {source: eastland-statement}"),
    ("one-side-only", [], "- {source: newspaper-someone}"),
    ("anonymous-origin", [("warning", "Nobody who says so is named: a person who knows the matter.")], "- {source: newspaper-someone}"),
    ("anonymous-origin", [], "- {source: newspaper-someone}\n- {source: army-statement}"),
    ("anonymous-origin", [], "- {source: newspaper-someone, stance: denies}"),
    ("state-controlled-source", [("caution", "Northland Radio is controlled by Northland; its word counts as the state’s.")],
     "- {source: radio-report, origin: northland-radio}"),
    ("state-controlled-source", [], "- {source: radio-echo}"),  # its own ministry's word
    ("state-controlled-source", [], "- {source: radio-report}\n- {source: wire-report, origin: hill-observatory}"),
    ("state-controlled-source", [], "- {source: ministry-statement}"),  # no medium
    ("unverified", [], "- {source: wire-unverified, stance: denies}"),
    ("denied", [("caution", "Denied by Southland’s army on 3 May 2024 and The Border Court on 10 June 2024.")],
     "- {source: army-statement, stance: denies}\n- {source: court-record, stance: denies}"),
    ("denied", [("note", "Southland’s army denied it on 3 May 2024; Southland acknowledged it in July 2024.")],
     "- {source: army-statement, stance: denies}\n- {source: weekly, origin: southland, basis: admission, date: 2024-07}"),
    ("denied", [("caution", "Denied by Southland’s army on 1 September 2024.")],
     "- {source: army-statement, stance: denies, date: 2024-09-01}\n- {source: weekly, origin: southland, basis: admission}"),
    ("denied", [("caution", "Denied by a person who knows the matter on 4 May 2024.")], "- {source: newspaper-someone, stance: denies}"),
    ("denied", [("caution", "Denied by The Border Committee.")], "- {source: leaflet, stance: denies}"),
    ("no-observed-basis", [("note", "Nothing that could be examined is shown: a person who knows the matter says so.")], "- {source: newspaper-someone}"),
    ("no-observed-basis", [("note", "Nothing that could be examined is shown: unnamed officers of Southland’s army say so.")], "- {source: newspaper-officials}"),
    ("no-observed-basis", [], "kind: intention\nevidence:\n- {source: wire-report}"),
    ("no-observed-basis", [], "- {source: army-statement, basis: admission}"),
    ("relay-only", [], "- {source: newspaper-officials}"),  # the unnamed spoke to the newspaper
    ("relay-only", [], "- {source: newspaper-someone}"),
    ("relay-only", [], "- {source: weekly}"),
    ("relay-only", [("note", "What Northland’s Ministry of Defence said was read only in the words of The Wire and The Daily Paper.")],
     "- {source: wire-report}\n- {source: newspaper}"),
    ("undeclared-origin", [("caution", "From whom The Weekly has it is not said.")], "- {source: weekly}"),
    ("undeclared-origin", [], "- {source: newspaper-someone}"),
    ("conflicting-figures", [], "figures:\n- {value: 300, unit: soldiers, measure: m, as_of: 2024-05-02, by: northland, sources: [weekly]}\n"
     "- {value: 900, unit: soldiers, measure: m, as_of: 2024-05-02, by: northland-ministry, sources: [weekly]}"),
    ("conflicting-figures", [], "figures:\n- {value: 300, unit: soldiers, measure: m, as_of: 2024-05-02, by: northland, sources: [weekly]}\n"
     "- {value: 900, unit: soldiers, measure: k, as_of: 2024-05-02, by: southland, sources: [weekly]}"),
    ("conflicting-figures", [], "figures:\n- {value: 300~, unit: soldiers, measure: m, as_of: 2024-05-02, by: northland, sources: [weekly]}\n"
     "- {value: 330, unit: soldiers, measure: m, as_of: 2024-05-02, by: southland, sources: [weekly]}"),
    ("conflicting-figures", [], "figures:\n- {value: ..500, unit: soldiers, measure: m, as_of: 2024-05-02, by: northland, sources: [weekly]}\n"
     "- {value: 200.., unit: soldiers, measure: m, as_of: 2024-05-02, by: southland, sources: [weekly]}"),
    ("conflicting-figures", [], "figures:\n- {value: 300, unit: soldiers, measure: m, as_of: 2025-05-02, by: northland, sources: []}\n"
     "- {value: 900, unit: soldiers, measure: m, as_of: 2025-05-02, by: southland, sources: []}"),  # later than the day
    ("conflicting-figures", [("caution", "Sent to Southland: from up to 500 soldiers (Northland, May 2024) to 900 (Southland, 20 May 2024).")],
     "figures:\n- {value: ..500, unit: soldiers, measure: sent-to-southland, as_of: 2024-05, by: northland, sources: [weekly]}\n"
     "- {value: 900, unit: soldiers, measure: sent-to-southland, as_of: 2024-05-20, by: southland, sources: [weekly]}"),
    ("imprecise-date", [("note", "The day on which it happened is not known: about May 2024.")], "event:\n  date: 2024-05~\n  sources: [weekly]"),
    ("imprecise-date", [], "event:\n  date: 2024-05-01/2024-05-09\n  sources: [weekly]"),  # a span is no doubt
    ("imprecise-date", [("note", "The day on which this was first said is not known: between 1 May 2024 and 9 May 2024.")],
     "first_made: '[2024-05-01..2024-05-09]'"),
    ("undated", [("note", "One source without a date is counted on every day: The Border Committee.")], "- {source: leaflet, stance: denies}"),
    ("translation", [("note", "The original is in French (The Gazette); translated into English (two versions).")],
     "wordings:\n- {text: Un, language: fr, source: gazette, authentic: true}\n- {text: One, language: en, source: weekly}\n"
     "- {text: Only, language: en, source: newspaper}"),
    ("translation", [("note", "The words are known in French and English; no version is marked as the original.")],
     "wordings:\n- {text: Un, language: fr, source: gazette}\n- {text: One, language: en, source: weekly}"),
    ("translation", [("note", "There are originals in French (The Gazette) and English (The Weekly).")],
     "wordings:\n- {text: Un, language: fr, source: gazette, authentic: true}\n- {text: One, language: en-GB, source: weekly, authentic: true}"),
    ("translation", [], "wordings:\n- {text: One, language: en-GB, source: weekly}\n- {text: Only, language: en-US, source: newspaper}"),
    ("forecast", [], "kind: intention\nevidence:\n- {source: army-statement, basis: admission}"),
    ("overstated", [("caution", "More (The Border Court).")], "retellings:\n- {what: More., sources: [court-record]}\n"),
    ("mirror-copy", [("note", "The Weekly (on copies.example.org): read in a copy, not at the publisher’s.")],
     "- {source: weekly-copy}\n- {source: court-record}"),
    ("source-withdrawn", [("warning", "Taken back by the publisher: The Weekly.")], "- {source: weekly-retracted, stance: denies}"),
    ("not-archived", [("note", "None of the two sources has an archived copy that we know of.")], "- {source: weekly}\n- {source: leaflet}"),
    ("not-archived", [("note", "Two of three sources do not have an archived copy that we know of.")],
     "- {source: weekly}\n- {source: leaflet}\n- {source: court-record}"),
    ("not-archived", [], "- {source: weekly, stance: denies}"),
    ("stale", [("caution", "Last reviewed in December 2022; the site’s sources reach to 31 December 2024.")], "last_reviewed: 2022-12"),
    ("stale", [], "last_reviewed: 2026-01-01"),  # after the day of which the site speaks
    ("circular-reporting", [], "- {source: newspaper}"),
    ("circular-reporting", [], "- {source: army-statement}\n- {source: eastland-statement}\n- {source: court-record}"),
    ("circular-reporting", [], "- {source: army-statement, date: 2024-01-01}\n- {source: eastland-statement, date: 2024-01-02}"),  # before
]  # fmt: skip


@pytest.mark.parametrize(("rule", "expected", "text"), CASES, ids=[f"{row[0]}: {row[2]}" for row in CASES])
def test_a_rule_says_just_this(rule: str, expected: list[tuple[str, str]], text: str) -> None:
    assert fired(rule, text) == expected


def test_a_status_that_leans_on_unnamed_voices_says_so(content: Content) -> None:
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
        evidence:
          - {source: ministry-statement}
          - {source: newspaper, origin: observers}
    """
    (found,) = BY_ID["anonymous-origin"].check(content.judged("c"))
    assert found.plain == "Without unnamed observers (said to belong to The Border Court) this would be alleged, not reported."


def test_media_of_two_states_do_not_want_the_same(content: Content) -> None:
    """
    actors:
      southland-tv: {name: Southland TV, type: news-organisation, part_of: southland}
    sources:
      tv: {label: T, publisher: southland-tv, url: https://t.example.org/, language: en, relays: [hill-observatory]}
    claims:
      c:
        title: T
        statement: S.
        topic: t
        kind: fact
        made_by: [northland-ministry]
        first_made: 2024-05-02
        about: [southland]
        evidence: [{source: radio-report}, {source: tv}]
    """
    assert list(BY_ID["state-controlled-source"].check(content.judged("c"))) == []


def test_a_page_as_known_on_a_day_has_the_caveats_of_that_day(content: Content) -> None:
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
        evidence: [{source: ministry-statement}, {source: court-record}]
        retellings: [{what: More than that., sources: [court-record]}]
    """
    judgement = content.judgement("c")
    then = {found.rule for found in caveats_on(judgement, content.dossier, date(2024, 5, 3))}
    now = {found.rule for found in judgement.caveats}
    assert "single-origin" in then - now
    assert "overstated" in now - then


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "a"], "a and b"),
        (["[[x|The Wire]]", "[[y|The Wire]]", "b"], "[[x|The Wire]] and b"),
        (list("abcdef"), "a, b, c, d, e and f"),
        (list("abcdefgh"), "a, b, c, d, e and three more"),
    ],
)
def test_names_are_listed_as_a_sentence_lists_them(words: list[str], expected: str) -> None:
    assert listed(words) == expected


def test_small_numbers_are_words() -> None:
    assert [counted(1, "report"), counted(9, "report"), counted(31, "report")] == ["one report", "nine reports", "31 reports"]


def test_a_sentence_begins_with_a_capital_whatever_its_markup() -> None:
    assert [capitalised("a b"), capitalised("[[x|a b]] c"), capitalised("“a”"), capitalised("")] == [
        "A b", "[[x|A b]] c", "“a”", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-10-14", "on 14 October 2024"),
        ("2024-10", "in October 2024"),
        ("2024", "in 2024"),
        ("2023-24", "in winter 2023–24"),
        ("2024-10~", "about October 2024"),
        ("2024-10-08/2024-10-13", "on 8–13 October 2024"),
        ("2024-10-08/..", "since 8 October 2024"),
        ("/2024", "until 2024"),
        ("[2024-10-08..2024-10-18]", "between 8 October 2024 and 18 October 2024"),
        ("20XX", "between 2000 and 2099"),
    ],
)
def test_a_date_stands_in_a_sentence_with_its_preposition(text: str, words: str) -> None:
    assert on(parse_date(text)) == words


def test_what_a_contributor_writes_makes_no_reference_of_its_own(content: Content) -> None:
    """
    actors:
      x: {name: "A [[northland]] | B", type: group}
    """
    judged = Judged(*[None] * 2, content.graph, content.origins, content.settings)  # type: ignore[arg-type]
    assert named("x", judged) == "[[x|A northland B]]"
    assert named("name:some [[body]]", judged) == "some body"
