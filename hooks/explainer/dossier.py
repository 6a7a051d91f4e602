"""All that the site knows, settled: records, assessments, caveats, histories, stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from explainer.caveats import Caveat, Judged, caveats_of
from explainer.images import Image
from explainer.judging import (
    Assessment,
    Moment,
    Origins,
    Stand,
    Statement,
    Turn,
    assess,
    contraries,
    history,
    history_of,
    of_article,
    of_claim,
    of_event,
    stands,
    status_on,
    turned,
    turns,
    woven,
)
from explainer.kinds.claim import Claim
from explainer.kinds.event import Event
from explainer.kinds.treaty import Treaty
from explainer.linking import Graph
from explainer.prose import Page
from explainer.settings import Settings


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """A statement with everything computed about it."""

    statement: Statement
    assessment: Assessment
    moments: tuple[Moment, ...]
    caveats: tuple[Caveat, ...]
    stands: tuple[Stand, ...]
    turns: tuple[Turn, ...] = ()
    """Of a claim: the days on which it changed what its strongest contrary amounts to."""

    def status_on(self, day: date) -> str:
        """Return the status on a day; empty before the statement was made."""
        return status_on(self.moments, self.statement, day)

    def contested_on(self, day: date) -> bool:
        """Tell whether anybody denied or refuted it on a day; never before the statement was made."""
        known = (bool(one.contested_by) for one in reversed(self.moments) if one.date <= day)
        return self.statement.first_made.earliest <= day and next(known, False)

    def contrary_on(self, day: date) -> str:
        """Return what the strongest contrary amounted to on a day, if it was shown: `corroborated`, `acknowledged`."""
        return turned(self.turns, day) if self.turns and self.statement.first_made.earliest <= day else ""

    @property
    def contrary(self) -> str:
        """What the strongest contrary amounts to on the site’s own day, if it is shown; empty otherwise."""
        return self.contrary_on(self.assessment.as_of)

    @property
    def id(self) -> str:
        """The id of the claim or event."""
        return self.statement.id

    @property
    def claim(self) -> Claim:
        """The claim that was judged; raises TypeError for the judgement of an event."""
        if not isinstance(self.statement.record, Claim):
            raise TypeError(f"{self.id} is no claim")
        return self.statement.record

    @property
    def event(self) -> Event:
        """The event that was judged; raises TypeError for the judgement of a claim."""
        if not isinstance(self.statement.record, Event):
            raise TypeError(f"{self.id} is no event")
        return self.statement.record


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Dossier:
    """Everything, settled. Pages and data files are made from this alone."""

    settings: Settings
    graph: Graph
    origins: Origins
    judgements: Mapping[str, Judgement]
    pages: tuple[Page, ...] = ()
    """The Markdown pages under docs/, for what is made from all pages: search, lists of pages."""
    pictures: Mapping[str, Image] = field(default_factory=dict)
    """The pictures under docs/ that records and pages name, by their paths there."""

    @property
    def as_of(self) -> date:
        """The site’s own day: how far the sources that were read reach."""
        return self.settings.as_of

    def has(self, *kinds: str) -> bool:
        """Tell whether there is a record of any of these kinds."""
        return any(self.graph.of_kind(kind) for kind in kinds)

    def of_kind(self, kind: str) -> Iterator[Judgement]:
        """Yield the judgements of every claim, or of every event, in the order of their ids."""
        for entry in self.graph.of_kind(kind):
            yield self.judgements[entry.id]


def settle(
    graph: Graph,
    settings: Settings,
    pages: tuple[Page, ...] = (),
    pictures: Mapping[str, Image] = MappingProxyType({}),
    known: Mapping[str, Judgement] = MappingProxyType({}),
) -> Dossier:
    """Return the dossier of a graph: each statement judged once, on the site's own day.

    `known` are judgements of this same state that were made before.
    """
    origins = Origins(graph)
    judgements: dict[str, Judgement] = {}
    for kind, statement_of in (("claim", of_claim), ("event", of_event)):
        for entry in graph.of_kind(kind):
            judgements[entry.id] = known.get(entry.id) or judge(
                statement_of(entry.record, origins), graph, origins, settings
            )
    return Dossier(settings, graph, origins, MappingProxyType(judgements), pages, pictures)


def judge(statement: Statement, graph: Graph, origins: Origins, settings: Settings) -> Judgement:
    """Return everything computed about one statement."""
    assessment = assess(statement, origins, settings.as_of)
    judged = Judged(statement, assessment, graph, origins, settings)
    of_contraries: tuple[Turn, ...] = ()
    if statement.kind == "claim" and contraries(
        statement.id, graph
    ):  # its history is asked for by others, too
        known = history_of(statement.id, origins, statement)
        moments = tuple(moment for moment in known if moment.date <= settings.as_of)
        of_contraries = turns(statement.id, origins, settings.as_of)
    else:
        moments = history(statement, origins, settings.as_of)
    if of_contraries:
        moments = woven(moments, of_contraries, statement.first_made.earliest)
    return Judgement(statement, assessment, moments, caveats_of(judged), stands(assessment), of_contraries)


def caveats_of_article(treaty: Treaty, key: str, dossier: Dossier) -> tuple[Caveat, ...]:
    """Return the caveats of one provision, from the sources that print or describe it."""
    statement = of_article(treaty, key, dossier.origins)
    assessment = assess(statement, dossier.origins, dossier.settings.as_of)
    return caveats_of(Judged(statement, assessment, dossier.graph, dossier.origins, dossier.settings))


def caveats_on(judgement: Judgement, dossier: Dossier, day: date) -> tuple[Caveat, ...]:
    """Return the caveats that a statement would have carried on an earlier day."""
    assessment = assess(judgement.statement, dossier.origins, day)
    return caveats_of(
        Judged(judgement.statement, assessment, dossier.graph, dossier.origins, dossier.settings)
    )
