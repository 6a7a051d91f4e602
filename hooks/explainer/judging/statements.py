"""What is judged: claims, events and provisions alike, as a statement with dated items of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from explainer.judging.origins import Origin, Origins, Trail
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
    givers: frozenset[str] = frozenset()
    """The roots of those who handed over what was observed, or who held the speaker."""
    beside: tuple[Trail, ...] = ()
    """Trails of the same text that are left out: their voices do not count, and still share the text."""
    hands: frozenset[str] = field(init=False, compare=False, repr=False)
    """All roots on whom its independence depends: those at the ends of its declared trails, those who handed
    over the material, and the members of a body whose finding is not its own and observed."""
    known_by: date = field(init=False, compare=False, repr=False)
    """The day by which the item was certainly known; undated items always were.

    That is the last day that its date can mean, or the day on which the source was read, whichever is
    earlier. Where the end of a span is open, it is the last day that its beginning can mean: else the
    item would never be counted.
    """

    def __post_init__(self) -> None:
        object.__setattr__(self, "hands", self._hands())
        object.__setattr__(self, "known_by", self._known_by())

    def _hands(self) -> frozenset[str]:
        ends = _declared(self.trails)
        if not ends:
            return frozenset()
        ends += _declared(self.beside)
        own = self.evidence.own_finding and self.is_observed
        members = frozenset().union(*(end.members for end in ends)) if not own else frozenset()
        return frozenset({end.root for end in ends}) | members | self.givers

    def _known_by(self) -> date:
        if self.when is None:
            return date.min
        read = self.source.accessed
        if read is not None and self.when.earliest <= read.latest:
            return min(read.latest, self.when.end)
        return self.when.end

    @property
    def spoken(self) -> date:
        """The day of the word, on which it is asked to whom its speaker belonged and for whom he spoke."""
        return self.when.end if self.when else date.max

    @property
    def stance(self) -> str:
        """How the item stands to the statement."""
        return self.evidence.stance

    @property
    def basis(self) -> str:
        """What the origin's word rests on."""
        return self.evidence.basis

    @property
    def is_observed(self) -> bool:
        """Whether it rests on something observed."""
        return self.basis in OBSERVED

    @property
    def is_joint(self) -> bool:
        """Whether one text passes on several voices, of whom nobody is singled out."""
        return self.evidence.origin is None and len(self.trails) + len(self.beside) > 1

    def only(self, trails: Iterable[Trail]) -> Item | None:
        """Return the item with these trails alone; None if none is left."""
        left = tuple(trails)
        if not left:
            return None
        return self if len(left) == len(self.trails) else replace(self, trails=left)

    def standing_on(self, day: date) -> Item | None:
        """Return what of the item counts on a day: trails over sources that had not fallen by then."""
        if self.trails and all(trail.fell is None for trail in (*self.trails, *self.beside)):
            return self
        left = self.only(_standing(self.trails, day))
        return replace(left, beside=_standing(left.beside, day)) if left else None

    def follows(self, other: Item) -> bool:
        """Tell whether the item is certainly later than another."""
        return self.when is not None and other.when is not None and self.when.earliest > other.when.end

    @property
    def order(self) -> tuple[date | str, ...]:
        """Sort key of all that the item says, so that the order of writing does not matter."""
        one = self.evidence
        said = (text or "" for text in (one.origin, one.locator, one.quote, one.note))
        return (self.known_by, self.source.id, one.stance, one.basis, *said)


def _standing(trails: tuple[Trail, ...], day: date) -> tuple[Trail, ...]:
    return tuple(trail for trail in trails if trail.fell is None or day < trail.fell)


def _declared(trails: tuple[Trail, ...]) -> list[Origin]:
    return [trail.origin for trail in trails if trail.origin.declared and trail.origin.root]


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim, an event or a provision of a treaty, reduced to what judging needs."""

    id: str
    kind: str
    record: Claim | Event | Treaty
    nature: str
    """What is asked of it: `truth` (claims, occurrences, provisions), `record` (acts and statements: whether
    they were done or said) or `outcome` (forecasts)."""
    about: tuple[str, ...]
    """Actors who could admit it; of an act or a statement: whose it is."""
    made_by: tuple[str, ...]
    first_made: EdtfDateValue
    items: tuple[Item, ...]
    decided_by: tuple[Statement, str] | None = None
    """Of a forecast: the claim that says what became of it, and what that claim means for it."""

    def with_items(self, items: tuple[Item, ...]) -> Statement:
        """Return the same statement with other items; asked so often that the fields are not gone through."""
        return Statement(
            self.id,
            self.kind,
            self.record,
            self.nature,
            self.about,
            self.made_by,
            self.first_made,
            items,
            self.decided_by,
        )


def of_claim(claim: Claim, origins: Origins) -> Statement:
    """Return a claim as a statement."""
    items = _items(_placed("evidence", claim.evidence), origins)
    is_forecast = claim.kind == "forecast"
    decided_by = None
    if is_forecast and claim.outcome:
        entry = origins.graph.entries.get(claim.outcome.claim)
        if entry is not None and isinstance(entry.record, Claim) and entry.record.kind != "forecast":
            decided_by = (of_claim(entry.record, origins), claim.outcome.means)
    return Statement(
        claim.id,
        "claim",
        claim,
        "outcome" if is_forecast else "truth",
        claim.about,
        claim.made_by,
        claim.first_made,
        items,
        decided_by,
    )


def of_event(event: Event, origins: Origins) -> Statement:
    """Return an event as the statement that it was done, said, or happened."""
    spoken = {one.source for one in event.evidence}
    # What a source says is said once: one that denies the event does not support it by being listed, too.
    plain = {
        source: (path, Evidence(source=source))
        for path, source in reversed([*_placed("sources", event.sources)])
        if source not in spoken
    }
    items = _items([*_placed("evidence", event.evidence), *plain.values()], origins)
    nature = "truth" if event.nature == "occurrence" else "record"
    return Statement(event.id, "event", event, nature, event.by, (), event.date, items)


def of_article(treaty: Treaty, key: str, origins: Origins) -> Statement:
    """Return a provision as the statement that the treaty says so; the parties could admit it."""
    article = treaty.articles[key]
    cited = dict.fromkeys([*article.sources, *(text.source for text in article.texts)])
    placed = [(path, Evidence(source=source)) for path, source in _placed("sources", cited)]
    items = _items(placed, origins)
    return Statement(treaty.id, "provision", treaty, "truth", treaty.parties, (), treaty.signed, items)


def _placed(field: str, values: Iterable[T]) -> Iterator[tuple[tuple[str, int], T]]:
    return (((field, index), value) for index, value in enumerate(values))


def _items(placed: Iterable[tuple[tuple[str, int], Evidence]], origins: Origins) -> tuple[Item, ...]:
    return tuple(sorted(_known(placed, origins), key=lambda item: item.order))


def _known(placed: Iterable[tuple[tuple[str, int], Evidence]], origins: Origins) -> Iterator[Item]:
    for path, one in placed:
        source = origins.source(one.source)
        if source is not None:
            when = one.date or source.published or source.text_date
            # A word belongs to those to whom its speaker belonged when he spoke.
            spoken = when.end if when else date.max
            trails = origins.trails_to(one.source, one.origin, spoken, own=one.own_finding)
            if one.in_custody_of:
                trails = tuple(replace(trail, origin=replace(trail.origin, free=False)) for trail in trails)
            givers = (origins.root(id, spoken) for id in (one.material_from, one.in_custody_of) if id)
            yield Item(path, one, source, trails, when, frozenset(givers) - {""})
