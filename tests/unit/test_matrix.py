"""Who says what: what changed comes first, and every cell reads from the reader's side."""

from __future__ import annotations

from dataclasses import replace

from explainer.judging import WORDS
from explainer.views.actors import lists
from explainer.views.matrix import SAYS, matrix
from tests.unit.content import Content


def test_there_are_words_for_every_stand() -> None:
    assert set(WORDS) <= set(SAYS)


def test_claims_on_which_somebody_changed_its_word_come_first_with_the_cell_marked(content: Content) -> None:
    """
    claims:
      a-tunnel:
        title: A tunnel
        statement: S.
        topic: t
        kind: fact
        about: [northland]
        first_made: 2024
        made_by: [southland-customs]
        evidence:
          - {source: customs-statement}
          - {source: ministry-statement, stance: denies, date: 2024-05-02}
      bridge:
        title: Bridge
        statement: S.
        topic: t
        kind: fact
        about: [northland]
        first_made: 2024
        made_by: [southland-customs]
        evidence:
          - {source: customs-statement}
          - {source: ministry-statement, stance: denies, date: 2024-05-02}
          - {source: radio-report, basis: admission, date: 2024-07-02, origin: northland-ministry}
    """
    page = matrix(content.dossier)
    columns = [one["id"] for one in page.data["columns"]]
    groups = {
        group["heading"]: [
            (
                row["id"],
                {id: (cell["says"], cell["changed"]) for id, cell in zip(columns, row["cells"], strict=True)},
            )
            for row in group["rows"]
        ]
        for group in page.data["groups"]
    }
    assert list(groups) == ["Somebody changed its word", "Nobody changed its word"]
    changed, unchanged = groups.values()
    assert [row[0] for row in changed] == ["bridge"]
    assert changed[0][1]["northland"] == ("denied it, then acknowledged it", True)
    assert changed[0][1]["southland"] == ("says so", False)
    assert unchanged[0][1]["northland"] == ("disputes it", False)
    _, of_positions = lists(content.dossier)
    cut = replace(of_positions, count=2, cut=replace(of_positions.cut, at_most=1)).pages(content.dossier)
    assert {address: view.title for address, view in cut.items()} == {
        "positions/": "Who says what",
        "positions/part/somebody-changed-its-word/": "Who says what: Somebody changed its word",
        "positions/part/nobody-changed-its-word/": "Who says what: Nobody changed its word",
    }
    assert cut["positions/"].toc == (
        ("changed", "Somebody changed its word"),
        ("unchanged", "Nobody changed its word"),
    )


def test_who_shows_the_contrary_does_not_deny(content: Content) -> None:
    """
    claims:
      denial:
        title: Nothing was sent
        statement: S.
        topic: t
        kind: fact
        about: [northland]
        first_made: 2024
        made_by: [northland-ministry]
        evidence:
          - {source: ministry-statement}
          - {source: customs-statement, stance: refutes, basis: document}
    """
    page = matrix(content.dossier)
    columns = [one["id"] for one in page.data["columns"]]
    cells = dict(zip(columns, page.data["groups"][0]["rows"][0]["cells"], strict=True))
    assert cells["southland"]["says"] == "says the contrary"
    assert cells["northland"]["says"] == "says so"
