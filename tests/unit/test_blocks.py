"""What blocks say of a site as a whole."""

from __future__ import annotations

import pytest

from explainer.views import blocks, claims
from tests.unit.content import Content

REPORTED = "{source: court-record}"
CONTESTED = f"{REPORTED}, {{source: customs-statement, stance: denies}}"
TWICE = f"{REPORTED}, {{source: weekly}}"


def content(*evidence: str, reviewed: str = "") -> Content:
    """Return a site with a claim for each of these lists of evidence."""
    more = f", last_reviewed: {reviewed}" if reviewed else ""
    lines = (
        f"  claim-{at}: {{title: T {at}, statement: S {at}., topic: t, kind: fact, about: [northland],"
        f" first_made: 2024-05-02, made_by: [northland-ministry], evidence: [{items}]{more}}}\n"
        for at, items in enumerate(evidence)
    )
    return Content(f"claims:\n{''.join(lines)}" if evidence else "actors: {}\n")


@pytest.mark.parametrize(
    ("evidence", "told"),
    [
        ((), ""),
        ((REPORTED,), "1 statement was followed to its origins."),
        ((CONTESTED,), "1 statement was followed to its origins; it stays contested."),
        ((REPORTED, REPORTED), "2 statements were followed to their origins."),
        (
            (CONTESTED, REPORTED),
            "2 statements were followed to their origins; 1 of them stays contested.",
        ),
        (
            (CONTESTED, CONTESTED, REPORTED),
            "3 statements were followed to their origins; 2 of them stay contested.",
        ),
    ],
)
def test_the_status_of_knowledge_is_one_sentence(evidence: tuple[str, ...], told: str) -> None:
    assert blocks.data("status-of-knowledge", "", content(*evidence).dossier)["followed"] == told


@pytest.mark.parametrize(
    ("evidence", "told"),
    [
        ((REPORTED,), "On this site 1 claim was last gone through on 3 June 2024."),
        ((REPORTED, REPORTED), "On this site 2 claims were last gone through on 3 June 2024."),
    ],
)
def test_what_was_last_gone_through_is_one_sentence(evidence: tuple[str, ...], told: str) -> None:
    dossier = content(*evidence, reviewed="2024-06-03").dossier
    assert blocks.data("latest-changes", "", dossier)["edited"]["reviewed"] == told
    never = blocks.data("latest-changes", "", content(*evidence).dossier)
    assert never["edited"]["reviewed"] == ""


@pytest.mark.parametrize(
    ("items", "told"), [(REPORTED, "one origin"), (TWICE, "at most 2 independent origins in 2 sources")]
)
def test_a_row_tells_origins_and_sources_where_there_are_several(items: str, told: str) -> None:
    found = content(items)
    assert claims.row(found.judgement("claim-0"), found.dossier)["origins"] == told
