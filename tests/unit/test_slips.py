"""Warnings of what can be so and seldom is, and of slips of the fingers."""

from __future__ import annotations

import pytest

from explainer.checks import addresses, likely_slips, repeated, typing_slips
from tests.unit.content import Content

SOURCE = "title: T, publisher_name: P, language: en, first_hand: true"


def _of_source(fields: str) -> list[str]:
    content = Content(f"sources:\n  s: {{{SOURCE}, {fields}}}\n", with_cast=False)
    return [one.code for check in (addresses, likely_slips) for one in check.check(content.dossier, ())]


PAGE = "url: 'https://www.example.org/a/?b=1&a=2'"
SNAP = "https://web.archive.org/web/20240511000000"

SOURCES = [
    (f"{PAGE}, published: 2024-05-10, accessed: 2024-05-09", ["read-before-published"]),
    (f"{PAGE}, published: 2024-05-10, accessed: 2024-05-10", []),
    (f"{PAGE}, published: 2024-05, accessed: 2024-05-02", []),
    (f"{PAGE}, archived_url: '{SNAP}/https://example.org/b'", ["archived-elsewhere"]),
    (f"{PAGE}, archived_url: '{SNAP}/http://example.org/a?a=2&b=1&utm_source=x'", []),
    (f"{PAGE}, archived_url: '{SNAP}id_/https:/example.org/A?b=1&a=2'", []),
    (f"{PAGE}, archived_url: '{SNAP}/https://other.org/', original_url: 'https://other.org'", []),
    (f"{PAGE}, archived_url: 'https://archive.ph/AbCd1'", []),
    ("url: 'https://example.org/news/1/amp'", ["roundabout-address"]),
    ("url: 'https://example.org/news/1/amp/?x=1'", ["roundabout-address"]),
    ("url: 'https://example.org/news/1?amp=1'", ["roundabout-address"]),
    ("url: 'https://amp.example.org/news/1'", ["roundabout-address"]),
    ("url: 'https://www.google.com/amp/s/example.org/1'", ["roundabout-address"]),
    ("url: 'https://example-org.translate.goog/1'", ["roundabout-address"]),
    ("url: 'https://www.google.com/url?q=x'", ["roundabout-address"]),
    ("url: 'https://example.org/1?mc_cid=2'", ["roundabout-address"]),
    ("url: 'https://example.org/amplifier?camp=1&amplitude=2'", []),
    ("url: 'https://example.org/amp/page'", []),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "codes"), SOURCES)
def test_what_is_probably_a_slip_in_a_source_is_told(fields: str, codes: list[str]) -> None:
    assert _of_source(fields) == codes


def test_an_address_that_was_read_in_no_other_form_is_waived_with_a_reason(content: Content) -> None:
    """
    sources:
      s:
        title: T
        publisher_name: P
        language: en
        first_hand: true
        url: https://example.org/news/1/amp  # address: this form was read
    """
    found = [one for one in addresses.check(content.dossier, ()) if one.position.file != "_cast.yml"]
    assert found == []
    assert [waiver.reason for waiver in addresses.waivers(content.dossier, ())] == ["this form was read"]


EVENT = "title: T, summary: S., strands: [works], nature: occurrence"

EVENTS = [
    ("date: 2024-06, sources: [weekly, weekly]", ["repeated-reference"]),
    ("date: 2024-06, sources: [weekly], places: [], claims: []", []),
    ("date: 2024-06, evidence: [{source: weekly}, {source: weekly, stance: denies}]", []),
]


@pytest.mark.parametrize(("fields", "codes"), EVENTS)
def test_what_is_probably_a_slip_in_an_event_is_told(fields: str, codes: list[str]) -> None:
    content = Content(f"timeline:\n  e: {{{EVENT}, {fields}}}\n")
    found = [one for check in (likely_slips, repeated) for one in check.check(content.dossier, ())]
    assert [one.code for one in found] == codes


def test_a_source_that_is_listed_twice_counts_once() -> None:
    content = Content(f"timeline:\n  e: {{{EVENT}, date: 2024-06, sources: [weekly, weekly]}}\n")
    assert [item.path for item in content.judgement("e").statement.items] == [("sources", 0)]


QUOTED = [
    ("type: report", "quote: words", ["quote-without-locator"]),
    ("type: report", "quote: words, locator: p. 3", []),
    ("type: report", "locator: p. 3", []),
    ("type: article-newspaper", "quote: words", []),
]


@pytest.mark.parametrize(("source", "item", "codes"), QUOTED)
def test_a_quotation_from_a_long_source_needs_its_place(source: str, item: str, codes: list[str]) -> None:
    content = Content(
        f"sources:\n  s: {{{SOURCE}, url: https://x.org/, {source}}}\n"
        f"timeline:\n  e: {{{EVENT}, date: 2024-06, evidence: [{{source: s, {item}}}]}}\n"
    )
    assert [one.code for one in likely_slips.check(content.dossier, ())] == codes


TEXTS = [
    ("He said “more than once.", ["open-quotation"]),
    ("He said “more” and “less”.", []),
    ("He said ”more” than once.", []),
    ("Er sagte „mehr“.", []),
    ("He said “more.\n\nAnd “less” too.", ["open-quotation"]),
    ("The sol|diers moved.", ["sign-in-word"]),
    ("The soldiers,officers moved.", ["sign-in-word"]),
    ("The sol“diers moved.", ["open-quotation", "sign-in-word"]),
    ("See [[weekly|the,paper]].", ["sign-in-word"]),
    ("See https://example.org/a,b?c=d and [x](https://example.org/a;b) and a@b.org.", []),
    ("R&D, AT&T, and/or, 1,000, K-9, U.S., it’s.", []),
    ("Both (see a) and b: c; d, e.", []),
]


@pytest.mark.parametrize(("text", "codes"), TEXTS)
def test_a_slip_of_the_fingers_is_told(text: str, codes: list[str]) -> None:
    written = text.replace("\n", "\\n")
    fields = "title: T, nature: occurrence, strands: [works], date: 2024-06, sources: [weekly]"
    content = Content(f'timeline:\n  e: {{{fields}, summary: "{written}"}}\n')
    assert content.mistakes == []
    assert sorted(one.code for one in content.found_by(typing_slips)) == codes
    assert sorted(one.code for one in Content("actors: {}\n").found_by(typing_slips, text)) == codes


def test_words_that_a_source_prints_are_copied_as_they_are(content: Content) -> None:
    """
    treaties:
      t:
        title: T
        parties: [northland]
        signed: 1998-03-12
        summary: S.
        sources: [weekly]
        articles:
          art-1:
            heading: H
            summary: S.
            sources: [weekly]
            texts:
              - {text: "“So;it is.", language: en, source: weekly}
    """
    assert content.found_by(typing_slips) == []
