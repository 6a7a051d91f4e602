"""Words that pages and data formats share: how many origins there are, and what a provision is called."""

from __future__ import annotations

import pytest

from explainer.kinds.treaty import Treaty
from explainer.wording import origins_words, provision_name, provision_title
from tests.unit.content import Content
from tests.unit.test_leaving_out import settled


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        ("- {source: court-record, stance: denies}", "no origin"),
        ("- {source: newspaper-someone}", "no origin that is known"),
        ("- {source: court-record}", "one origin"),
        ("- {source: weekly}", "at most one origin"),
        ("- {source: court-record}\n- {source: observatory-report}", "2 independent origins"),
        ("- {source: court-record}\n- {source: weekly}", "at most 2 independent origins"),
    ],
)
def test_origins_are_counted_in_words(evidence: str, words: str) -> None:
    judgement, _ = settled(evidence)
    assert origins_words(judgement) == words


def test_an_article_is_called_by_its_number(content: Content) -> None:
    """
    treaties:
      pact:
        title: Pact
        parties: [northland, southland]
        signed: 2024-05-01
        summary: S.
        sources: [court-record]
        articles:
          preamble: {heading: Why, summary: S., sources: [court-record]}
          art-4bis: {number: 4bis, heading: Water, summary: S., sources: [court-record]}
          annex: {number: Annex A, heading: Maps, summary: S., sources: [court-record]}
    """
    assert content.mistakes == []
    treaty = content.graph.record("pact")
    assert isinstance(treaty, Treaty)
    names = {key: provision_name(key, article) for key, article in treaty.articles.items()}
    assert names == {"preamble": "Preamble", "art-4bis": "Article 4bis", "annex": "Annex A"}
    assert provision_title("art-4bis", treaty.articles["art-4bis"]) == "Article 4bis: Water"
