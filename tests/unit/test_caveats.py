"""The caveat rules: their manuals run, and the cases that a manual has no room for."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from explainer import caveats
from explainer.caveats import BY_ID, RULES, SEVERITIES, Judged, Rule, cast, caveats_of, example, manual
from explainer.caveats import _find as find_rules
from explainer.caveats._base import capitalised, counted, listed, named, of_origin, on
from explainer.dossier import caveats_on
from explainer.judging import Origin, assess, of_article
from explainer.values.edtf import parse_date
from tests.unit.content import Content, of_example

EXPECTED = {
    "anonymous-origin", "circular-reporting", "conflicting-figures", "contrary-corroborated", "denied",
    "forecast", "handed-over", "hangs-on-one", "imprecise-date", "in-custody", "mirror-copy",
    "no-observed-basis", "not-archived", "not-on-record", "one-side-only", "overlapping-origins", "overstated",
    "party-to-conflict", "relay-only", "single-origin", "source-withdrawn", "stale",
    "state-controlled-source", "translation", "undated", "undeclared-origin", "unverified",
}  # fmt: skip

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def fired(rule: str, text: str, records: str = "") -> list[tuple[str, str]]:
    """Return severity and sentence of each caveat that a rule yields for an example."""
    return [(found.severity, found.plain) for found in BY_ID[rule].check(of_example(text, records))]


def test_the_rules_are_these() -> None:
    assert set(BY_ID) == EXPECTED


def test_the_rules_are_found_by_their_files_in_the_order_of_their_ids() -> None:
    found = find_rules()
    assert tuple(found.values()) == RULES == tuple(sorted(RULES, key=lambda rule: rule.id))
    assert [name.replace("_", "-") for name in found] == [rule.id for rule in RULES]


@every_rule
def test_a_rule_stands_in_the_file_of_its_name(rule: Rule) -> None:
    folder = Path(caveats.__file__).parent
    assert (folder / f"{rule.id.replace('-', '_')}.py").exists()
    assert rule.severity in SEVERITIES
    assert set(rule.applies_to) <= {"claim", "event"}


@every_rule
def test_a_manual_says_what_the_rule_means_and_how_to_shed_it(rule: Rule) -> None:
    page = manual(rule)
    assert page.rule is rule
    assert page.summary.endswith(".")
    assert "." not in page.summary[:-1], "one sentence"
    assert len(page.paragraphs) >= 2
    assert page.paragraphs[-1].startswith(
        ("The caveat goes when", "The caveat becomes a note when", "The caveat stays as")
    )
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
    found = caveats_of(
        example("- {source: weekly-retracted}\n- {source: newspaper-officials}\n- {source: leaflet}")
    )
    assert [one.severity for one in found] == sorted(
        (one.severity for one in found), key=list(SEVERITIES).index, reverse=True
    )
    assert found[0].rule == "source-withdrawn"


CASES = [
    (rule, case)
    for rule, cases in yaml.safe_load(Path(__file__).with_name("caveats.yml").read_text("utf-8")).items()
    for case in cases
]


@pytest.mark.parametrize(("rule", "case"), CASES, ids=[f"{rule}-{at}" for at, (rule, _) in enumerate(CASES)])
def test_a_rule_says_just_this(rule: str, case: dict[str, Any]) -> None:
    expected = [said for one in case["says"] for said in one.items()]
    assert fired(rule, case["example"], case.get("records", "")) == expected


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
    assert (
        found.plain
        == "Without unnamed observers (said to belong to the Border Court) this would be alleged, not reported."
    )


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
        (["[[x]]", "[[y]]", "[[x]]"], "[[x]] and [[y]]"),
        (list("abcdef"), "a, b, c, d, e and f"),
        (list("abcdefg"), "a, b, c, d, e and two more"),
        (list("abcdefgh"), "a, b, c, d, e and three more"),
    ],
)
def test_names_are_listed_as_a_sentence_lists_them(words: list[str], expected: str) -> None:
    assert listed(words) == expected


def test_small_numbers_are_words() -> None:
    numbers = (1, 9, 12, 13, 1031)
    assert [counted(number, "report") for number in numbers] == [
        "one report",
        "nine reports",
        "twelve reports",
        "13 reports",
        "1,031 reports",
    ]
    assert [counted(number, "body", "bodies") for number in (1, 2)] == ["one body", "two bodies"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Officers of the fleet", "officers of the fleet"),
        ("A UN official", "a UN official"),
        ("UN officials", "UN officials"),
        ("PhD students", "PhD students"),
        ("X-ray pictures", "x-ray pictures"),
    ],
)
def test_a_nameless_voice_is_described_inside_a_sentence(name: str, words: str) -> None:
    judged = example("- {source: newspaper-someone}")
    voice = Origin("unnamed:newspaper-someone", name, "", named=False, party=False, declared=True)
    assert of_origin(voice, judged) == f"[[newspaper-someone|{words}]]"


def test_what_is_no_record_is_named_by_its_words_or_its_key() -> None:
    judged = example("- {source: court-record}")
    assert named("name:one: two", judged) == "one: two"
    assert named("name:one: two", judged, "[[Three|3]]") == "Three 3"
    assert named("somebody", judged) == "somebody"
    assert named("somebody", judged, "[]") == "…"


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
        ("/2024", "until 2024, beginning not known"),
        ("../2024", "until 2024"),
        ("2024/", "from 2024, end not known"),
        ("[2024-10-08..2024-10-18]", "between 8 and 18 October 2024"),
        ("20XX", "in 2000–2099"),
        ("[2024-06-19..2024-06-19]", "on 19 June 2024"),
    ],
)
def test_a_date_stands_in_a_sentence_with_its_preposition(text: str, words: str) -> None:
    assert on(parse_date(text)) == words


def test_what_a_contributor_writes_makes_no_reference_of_its_own(content: Content) -> None:
    """
    actors:
      x: {name: "A [[northland]] | B", type: group}
    """
    statement = example("- {source: weekly}")
    judged = replace(statement, graph=content.graph, origins=content.origins)
    assert named("x", judged) == "[[x|A northland B]]"
    assert named("name:some [[body]]", judged) == "some body"


def test_a_provision_is_judged_as_what_happened(content: Content) -> None:
    """
    treaties:
      pact:
        title: Pact
        parties: [northland, southland]
        signed: 2024-05-01
        summary: S.
        sources: [court-record]
        articles: {a-1: {heading: H, summary: S., sources: [weekly-copy, leaflet]}}
    """
    provision = of_article(content.graph.record("pact"), "a-1", content.origins)
    origins, settings = content.origins, content.settings
    assessed = assess(provision, origins, settings.as_of)
    judged = Judged(provision, assessed, content.graph, origins, settings)
    found = [one.rule for one in caveats_of(judged)]
    assert "mirror-copy" in found
    assert "translation" not in found, "a rule on claims alone"


def test_an_example_with_a_mistake_names_it() -> None:
    with pytest.raises(ValueError, match=r"^example\.yml:13:30: error: .*\[unknown-word\]"):
        example("- {source: court-record}\n- {source: weekly, stance: maybe}")


def test_all_mistakes_of_an_example_are_named_each_on_its_line() -> None:
    with pytest.raises(ValueError, match="unknown-word") as raised:
        example("- {source: court-record, stance: maybe}\n- {source: weekly, stance: perhaps}")
    assert [
        line.partition(" error: ")[0] for line in str(raised.value).splitlines() if "error: " in line
    ] == [
        "example.yml:12:36:",
        "example.yml:13:30:",
    ]


def test_what_cannot_be_read_in_each_section_is_told() -> None:
    found = Content("actors:\n  x: {name: [\nsources:\n  y: {label: [\n", with_cast=False)
    assert found.mistakes == ["2:4 unclosed-bracket", "4:4 unclosed-bracket"]


def test_a_mistake_in_the_cast_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torn = tmp_path / "cast.yml"
    torn.write_text("actors:\n  x: {name: X, type: nothing}\n", "utf-8")
    monkeypatch.setattr("explainer.caveats._cast.CAST", torn)
    with pytest.raises(ValueError, match=r"^cast\.yml:2:"):
        cast.__wrapped__()
