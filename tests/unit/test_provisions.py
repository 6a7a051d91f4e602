"""Provisions of a treaty carry caveats, computed from the sources that print them."""

from __future__ import annotations

from pathlib import Path

from explainer.checking import check
from explainer.dossier import caveats_of_article

LAKE = Path(__file__).parents[1] / "site" / "projects" / "lake"


def test_a_provision_that_one_body_printed_has_one_origin() -> None:
    dossier = check(LAKE).dossier
    treaty = dossier.graph.record("lake-water-agreement")
    rules = {caveat.rule: caveat for caveat in caveats_of_article(treaty, "art-1", dossier)}
    assert "single-origin" in rules
    assert "upper-town" in rules["single-origin"].because
