"""Words that views make of records."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.checking import check
from explainer.site import PageResolver, Site
from explainer.views import blocks, plans
from explainer.views._base import initial
from explainer.views.claims import figure_groups
from tests.unit.content import Content


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("apple", "A"),
        ("Ärzte", "A"),
        ("Écran", "E"),
        ("24 Kanal", "0–9"),
        ("٣", "0–9"),
        ("Ямал", "Other"),
        ("한국", "Other"),
        ("“Quoted”", "Other"),
        ("", "Other"),
    ],
)
def test_a_name_stands_under_a_letter_without_accent(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_nothing_that_a_view_tells_has_the_name_of_a_function_of_templates() -> None:
    """It would be hidden behind the function, which stands in the page instead."""
    dossier = check(Path(__file__).parents[1] / "cast").dossier
    site = Site(dossier)
    functions = site.tools(PageResolver(site, "")).keys()
    told = {plan.address: plan.make().data.keys() for plan in plans(dossier)}
    firsts = {kind: dossier.graph.of_kind(kind)[0].id for kind in ("claim", "event")}
    firsts["figures"] = firsts["claim"]
    told |= {name: blocks.data(name, firsts.get(name, ""), dossier).keys() for name in blocks.BLOCKS}
    assert {place: keys & functions for place, keys in told.items() if keys & functions} == {}


@pytest.mark.parametrize(
    ("measure", "unit", "caption"),
    [
        ("lorries-sent", "lorries", "Lorries sent: 5"),
        ("sent", "Lorries", "Sent (Lorries): 5"),
        ("length-of-170-mm-pipes", "mm", "Length of 170 mm pipes: 5"),
        ("cars", "car", "Cars (car): 5"),
        ("lorries", "lorries a year", "Lorries (lorries a year): 5"),
    ],
)
def test_a_unit_that_a_measure_names_is_not_said_again(measure: str, unit: str, caption: str) -> None:
    content = Content(f"""
claims:
  c:
    title: C
    statement: C.
    kind: figure
    topic: t
    made_by: [northland-ministry]
    first_made: 2024-05-02
    about: [southland]
    figures:
      - {{value: 5, measure: {measure}, unit: {unit}, as_of: 2024-05, by: northland, sources: [weekly]}}
""")
    assert content.mistakes == []
    [group] = figure_groups(content.graph.record("c"), content.dossier)
    assert group["caption"] == caption
