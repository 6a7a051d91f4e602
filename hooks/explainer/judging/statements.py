"""What is judged: claims and events alike, as a statement with dated items of evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from explainer.judging.origins import Origins, Trail
from explainer.kinds._parts import Evidence
from explainer.kinds.claim import Claim
from explainer.kinds.event import Event
from explainer.kinds.source import Source
from explainer.values.edtf import EdtfDateValue

OBSERVED = frozenset(["testimony", "document", "imagery", "physical", "intercept"])
"""Bases that rest on something observed rather than said or concluded."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of evidence, with its source, its trails and the day by which it was known."""

    path: tuple[str | int, ...]
    """Where it stands in the record."""
    evidence: Evidence
    source: Source
    trails: tuple[Trail, ...]
    when: EdtfDateValue | None
    """The date of the item, else of its source; None if neither is dated."""

    @property
    def known_by(self) -> date:
        """The day by which the item was certainly known; undated items always were."""
        return self.when.latest if self.when else date.min

    @property
    def stance(self) -> str:
        """How the item stands to the statement."""
        return self.evidence.stance

    @property
    def basis(self) -> str:
        """What the origin's word rests on."""
        return self.evidence.basis

    @property
    def order(self) -> tuple[date, str, str, str]:
        """Sort key that does not depend on the order in which items are written."""
        return (self.known_by, self.source.id, self.stance, self.evidence.origin or "")


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim or an event, reduced to what judging needs."""

    id: str
    kind: str
    record: Claim | Event
    about: tuple[str, ...]
    """Actors who could admit it."""
    made_by: tuple[str, ...]
    first_made: EdtfDateValue
    items: tuple[Item, ...]


def of_claim(claim: Claim, origins: Origins) -> Statement:
    """Return a claim as a statement."""
    items = tuple(_items(claim.evidence, "evidence", origins))
    return Statement(claim.id, "claim", claim, claim.about, claim.made_by, claim.first_made, _sorted(items))


def of_event(event: Event, origins: Origins) -> Statement:
    """Return an event as the statement that it happened; those who took part could admit it."""
    plain = tuple(Evidence(source=source) for source in event.sources)
    items = (*_items(event.evidence, "evidence", origins), *_items(plain, "sources", origins))
    about = tuple(part.actor for part in event.actors)
    return Statement(event.id, "event", event, about, (), event.date, _sorted(items))


def _sorted(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: item.order))


def _items(evidence: tuple[Evidence, ...], field: str, origins: Origins) -> Iterator[Item]:
    for index, one in enumerate(evidence):
        if one.source not in origins.graph.entries:
            continue
        source: Source = origins.graph.record(one.source)
        when = one.date or source.published or source.text_date
        yield Item((field, index), one, source, origins.trails_to(one.source, one.origin), when)
