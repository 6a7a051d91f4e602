"""An editors' ruling is shown beside what was computed, and changes nothing of it, whatever the world is like."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from explainer.dossier import Dossier, settle
from explainer.kinds._statuses import LADDER, status_words
from explainer.kinds.claim import Claim, Contradiction, Implication, Ruling
from explainer.kinds.source import Source
from explainer.site import Site
from explainer.urls import of_entry
from explainer.views import plans
from tests.property.worlds import SETTINGS, World, dates, worlds

REASON = "The editors hold a copy of the order."


@st.composite
def ruled(draw: st.DrawFn) -> tuple[World, World]:
    """Draw a world without a ruling, and the same one in which the editors ruled on its claim."""
    world = draw(worlds(whole=True))
    # Another claim leans on the one that is ruled on, so that a status that spread would be seen.
    assume(world.claim.kind != "forecast")
    other = replace(world.claim, id="other", kind="fact", evidence=world.claim.evidence[:2])
    if draw(st.booleans()):
        other = replace(other, implies=(Implication(claim="claim", note="N."),))
    else:
        other = replace(other, contradicts=(Contradiction(claim="claim", note="N."),))
    sources = [one.id for one in world.records if isinstance(one, Source)]
    ruling = Ruling(
        status=draw(st.sampled_from(list(LADDER))),
        reason=REASON,
        sources=(draw(st.sampled_from(sources)),),
        date=draw(dates),
    )

    def with_ruling(one: Any) -> Any:
        return replace(one, ruling=ruling) if isinstance(one, Claim) and one.id == "claim" else one

    plain = world.adding(other)
    return plain, World(tuple(with_ruling(one) for one in plain.records))


def settled(world: World) -> Dossier:
    return settle(world.graph, SETTINGS)


@given(ruled())
def test_a_ruling_changes_nothing_that_is_computed(pair: tuple[World, World]) -> None:
    plain, with_ruling = map(settled, pair)
    assert plain.judgements.keys() == with_ruling.judgements.keys()
    for id, one in plain.judgements.items():
        other = with_ruling.judgements[id]
        assert other.assessment == one.assessment
        assert other.moments == one.moments
        assert other.caveats == one.caveats
        assert other.stands == one.stands
        assert other.turns == one.turns


WORDS_OF_RECORDS = ("sentences/", "contribute/", "sources/")
"""Pages that hold the words of every record, or lead back to whatever names a source."""


@settings(max_examples=8)
@given(ruled())
def test_a_ruling_shows_on_the_page_of_its_claim_and_in_no_list(pair: tuple[World, World]) -> None:
    plain, with_ruling = map(settled, pair)
    before, after = (
        {
            one.address: one.make().data
            for one in plans(dossier)
            if not one.address.startswith(WORDS_OF_RECORDS)
        }
        for dossier in (plain, with_ruling)
    )
    address = of_entry(with_ruling.graph.entries["claim"])
    assert before.keys() == after.keys()
    assert {where for where, data in after.items() if data != before[where]} == {address}
    assert {key for key, data in after[address].items() if data != before[address][key]} == {"ruling"}


@settings(max_examples=8)
@given(ruled())
def test_a_ruling_stands_with_status_reason_sources_and_day_beside_the_computed_status(
    pair: tuple[World, World],
) -> None:
    plain, with_ruling = map(settled, pair)
    ruling = with_ruling.judgements["claim"].claim.ruling
    assert ruling is not None
    without, page = (_page(dossier) for dossier in (plain, with_ruling))
    shown = re.findall(r'<section class="x-ruling.*?</section>', page, re.DOTALL)
    assert len(shown) == 1
    words = re.sub(r"<[^>]+>", " ", shown[0])
    assert "Editors’ ruling:" in words
    assert status_words(ruling.status) in words.casefold()
    assert ruling.date.words in words
    assert REASON in words
    assert [f'/{ruling.sources[0]}/"' in shown[0], "x-ruling" in without] == [True, False]
    # all else is on the page as it was: the computed status first of all
    assert page.replace(shown[0], "").split() == without.split()


def _page(dossier: Dossier) -> str:
    plan = next(one for one in plans(dossier) if one.address == of_entry(dossier.graph.entries["claim"]))
    return Site(dossier).page(plan.make()).html
