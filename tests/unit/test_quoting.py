"""Quotations: counted for all evidence, and asked of what a branch adds."""

from __future__ import annotations

from explainer.quoting import Quotations, counted, unquoted
from explainer.views import blocks
from tests.unit.content import Content

CONTENT = Content(
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
      - {source: weekly, quote: words, locator: p. 1}
      - {source: weekly, stance: denies, no_quote: a picture}
      - {source: wire-report}
timeline:
  e: {title: T, summary: S., nature: occurrence, strands: [works], date: 2024-06, evidence: [{source: weekly}]}
""",
    with_cast=True,
)


def test_what_carries_neither_words_nor_a_reason_is_named_where_it_stands() -> None:
    found = [one for one in unquoted(CONTENT.dossier) if one.position.file != "_cast.yml"]
    assert [(one.position.line, one.code) for one in found] == [
        (14, "evidence-without-quote"),
        (16, "evidence-without-quote"),
    ]
    assert "“wire-report” (supports, statement)" in found[0].message


def test_all_evidence_is_counted() -> None:
    empty = counted(Content("actors: {}\n").dossier)
    now = counted(CONTENT.dossier)
    assert (now.items - empty.items, now.quoted - empty.quoted) == (4, 1)
    assert (now.located - empty.located, now.explained - empty.explained) == (1, 1)
    assert isinstance(now, Quotations)


def test_the_count_is_told_in_a_sentence() -> None:
    assert blocks.data("quotations", "", CONTENT.dossier)["how_many"] == (
        "Of 4 items of evidence 1 carries a quotation, 1 says where in the source"
        " and 1 says why nothing is quoted."
    )
    alone = Content("timeline:\n" + CONTENT.text.partition("timeline:\n")[2]).dossier
    assert blocks.data("quotations", "", alone)["how_many"] == (
        "Of 1 item of evidence 0 carry a quotation, 0 say where in the source"
        " and 0 say why nothing is quoted."
    )
    assert blocks.data("quotations", "", Content("actors: {}\n").dossier)["how_many"] == ""
