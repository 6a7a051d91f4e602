"""What a number measures, in words."""

from __future__ import annotations

import pytest

from explainer.measures import measure_words
from explainer.views.claims import figure_groups
from tests.unit.content import Content

CLAIM = """
claims:
  sent:
    title: Lorries were sent
    statement: Lorries were sent.
    kind: fact
    topic: t
    made_by: [northland-ministry]
    first_made: 2024-05-02
    about: [southland]
    evidence:
      - {source: weekly, stance: supports, basis: statement, origin: northland-ministry}
    figures:
      - {value: 3, unit: lorries, measure: sent-to-southland, as_of: 2024-05-02, by: northland, sources: [weekly]}
      - {value: 4, unit: lorries, measure: lorries-sent, as_of: 2024-05-02, by: northland, sources: [weekly]}
"""


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        ("sent-to-southland", "sent to Southland"),
        ("northland-radio-reports", "Northland Radio reports"),
        ("weekly-reports", "weekly reports"),
        ("capacity", "capacity"),
    ],
)
def test_an_actor_or_place_in_a_measure_has_its_name(measure: str, words: str) -> None:
    assert measure_words(measure, Content(CLAIM).graph) == words


def test_a_page_says_a_measure_with_its_names() -> None:
    dossier = Content(CLAIM).dossier
    groups = figure_groups(dossier.judgements["sent"].claim, dossier)
    assert [group["caption"] for group in groups] == ["Sent to Southland (lorries): 3", "Lorries sent: 4"]
