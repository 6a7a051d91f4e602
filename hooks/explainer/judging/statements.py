"""What is judged: claims and events alike, as a statement with dated items of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from explainer.judging.origins import Origins, Trail
from explainer.kinds._parts import Evidence
from explainer.kinds.claim import Claim
from explainer.kinds.event import Event
from explainer.kinds.source import Source
from explainer.kinds.treaty import Treaty
from explainer.values.edtf import EdtfDateValue

T = TypeVar("T")

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
        """The day by which the item was certainly known; undated items always were.

        Where the end of a span is open, the last day that its beginning can mean: else the item would never
        be counted.
        """
        return self.when.end if self.when else date.min

    @property
    def stance(self) -> str:
        """How the item stands to the statement."""
        return self.evidence.stance

    @property
    def basis(self) -> str:
        """What the origin's word rests on."""
        return self.evidence.basis

    @property
    def order(self) -> tuple[date, str, str, str, str, str, str, str]:
        """Sort key of all that the item says, so that the order of writing does not matter."""
        one = self.evidence
        said = (one.stance, one.basis, one.origin or "", one.locator or "", one.quote or "", one.note or "")
        return (self.known_by, self.source.id, *said)


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim, an event or a provision of a treaty, reduced to what judging needs."""

    id: str
    kind: str
    record: Claim | Event | Treaty
    about: tuple[str, ...]
    """Actors who could admit it."""
    made_by: tuple[str, ...]
    first_made: EdtfDateValue
    items: tuple[Item, ...]


def of_claim(claim: Claim, origins: Origins) -> Statement:
    """Return a claim as a statement."""
    items = _items(_placed("evidence", claim.evidence), origins)
    return Statement(claim.id, "claim", claim, claim.about, claim.made_by, claim.first_made, items)


def of_event(event: Event, origins: Origins) -> Statement:
    """Return an event as the statement that it happened; those who took part could admit it."""
    spoken = {one.source for one in event.evidence}
    # What a source says is said once: one that denies the event does not support it by being listed, too.
    plain = [
        (path, Evidence(source=source))
        for path, source in _placed("sources", event.sources)
        if source not in spoken
    ]
    items = _items([*_placed("evidence", event.evidence), *plain], origins)
    about = tuple(part.actor for part in event.actors)
    return Statement(event.id, "event", event, about, (), event.date, items)


def of_article(treaty: Treaty, key: str, origins: Origins) -> Statement:
    """Return a provision as the statement that the treaty says so; the parties could admit it."""
    article = treaty.articles[key]
    cited = dict.fromkeys([*article.sources, *(text.source for text in article.texts)])
    placed = [(path, Evidence(source=source)) for path, source in _placed("sources", cited)]
    items = _items(placed, origins)
    return Statement(treaty.id, "provision", treaty, treaty.parties, (), treaty.signed, items)


def _placed(field: str, values: Iterable[T]) -> Iterator[tuple[tuple[str, int], T]]:
    return (((field, index), value) for index, value in enumerate(values))


def _items(placed: Iterable[tuple[tuple[str, int], Evidence]], origins: Origins) -> tuple[Item, ...]:
    return tuple(sorted(_known(placed, origins), key=lambda item: item.order))


def _known(placed: Iterable[tuple[tuple[str, int], Evidence]], origins: Origins) -> Iterator[Item]:
    for path, one in placed:
        source = origins.source(one.source)
        if source is not None:
            when = one.date or source.published or source.text_date
            yield Item(path, one, source, origins.trails_to(one.source, one.origin), when)
