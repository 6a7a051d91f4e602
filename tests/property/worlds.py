"""Worlds that Hypothesis makes up: actors that belong to each other, sources that relay, claims with evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from explainer.caveats import Caveat, Judged, caveats_of
from explainer.judging import Assessment, Origins, Statement, assess, of_claim
from explainer.kinds import BY_NAME
from explainer.kinds._parts import BASES, STANCES, Evidence, Support, Tie, Wording
from explainer.kinds.actor import TYPES, Actor, Relation
from explainer.kinds.claim import KINDS_OF_CLAIM, Claim, Figure, Retelling
from explainer.kinds.event import NATURES, Event, Participation
from explainer.kinds.source import STANDINGS, Source
from explainer.linking import Graph, link
from explainer.parsing import Entry, Parsed
from explainer.reading import Document
from explainer.settings import Settings
from explainer.values.edtf import EdtfDateValue, parse_date
from explainer.values.quantity import parse_quantity

FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)
SETTINGS = Settings("Properties", as_of=LAST)
NOWHERE = Document("content/x.yml", "x", "")
KINDS = {Actor: "actor", Source: "source", Claim: "claim", Event: "event"}


@dataclass(frozen=True, repr=False)
class World:
    """Some records, and what judging makes of them."""

    records: tuple[Any, ...]

    def __repr__(self) -> str:
        return "\n".join(["World:", *(f"  {_short(record)}" for record in self.records)])

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:  # noqa: FBT001 - Hypothesis calls it so
        printer.text(repr(self))

    @property
    def graph(self) -> Graph:
        entries = tuple(Entry(BY_NAME[KINDS[type(record)]], record, NOWHERE) for record in self.records)
        return link(Parsed(entries, frozenset(), ()))[0]

    @property
    def claim(self) -> Claim:
        found: Claim = next(record for record in self.records if isinstance(record, Claim))
        return found

    def with_claim(self, claim: Claim) -> World:
        """Return the world with another claim in the place of its own."""
        return World((*(record for record in self.records if not isinstance(record, Claim)), claim))

    def with_evidence(self, evidence: Iterable[Evidence]) -> World:
        """Return the world with other evidence for its claim."""
        return self.with_claim(replace(self.claim, evidence=tuple(evidence)))

    def adding(self, *records: Any) -> World:
        """Return the world with more records."""
        return World((*self.records, *records))

    def statement(self) -> tuple[Statement, Origins]:
        """Return the claim as a statement."""
        origins = Origins(self.graph)
        return of_claim(self.claim, origins), origins

    def assessed(self, day: date = LAST) -> Assessment:
        """Return the assessment of the claim on a day."""
        statement, origins = self.statement()
        return assess(statement, origins, day)

    def caveats(self, day: date = LAST) -> tuple[Caveat, ...]:
        """Return the caveats of the claim on a day."""
        statement, origins = self.statement()
        now = assess(statement, origins, day)
        return caveats_of(Judged(statement, now, origins.graph, origins, SETTINGS))


def _short(value: Any) -> str:
    """Print a value without what it leaves at its default, so that a falsified world can be read."""
    if isinstance(value, EdtfDateValue):
        return str(value.text)
    if isinstance(value, tuple):
        return f"({', '.join(_short(one) for one in value)})"
    if not is_dataclass(value):
        return repr(value)
    told = [
        f"{field.name}={_short(getattr(value, field.name))}"
        for field in fields(value)
        if field.default is MISSING or getattr(value, field.name) != field.default
    ]
    return f"{type(value).__name__}({', '.join(told)})"


def day_text(offset: int) -> str:
    return (FIRST + timedelta(days=offset)).isoformat()


LOOSE = ["2024", "2024-05", "2024-05~", "2024-10/..", "../2024-06", "[2024-03-01..2024-07-01]", "2024-22"]
DATES = [parse_date(text) for text in (*map(day_text, range(0, 365, 7)), *LOOSE)]
dates = st.sampled_from(DATES)
maybe_dates = st.sampled_from([None, *DATES])
words = st.sampled_from(
    ["A", "a body", "Ünnamed [[x|y]]", "김정은", "*_`<b>", "«Ё» | ]]", "An army", "HQ", "x\u2060y", "[[", " "]
)
retold = st.sampled_from(["“A” became “B”.", "More *than* [[s0|that]].", "One\n\ntwo…"])
seldom = st.sampled_from([False, False, False, True])
relations = st.sampled_from(["shares-information-with", "heads", "heads", "opposes"])
FIGURES = [parse_quantity(text) for text in ("5", "5~", "3..9", "100..", "..4", "1000000")]


@st.composite
def ties(draw: st.DrawFn, ids: list[str]) -> tuple[Tie, ...]:
    """Draw no tie, or one that may begin or end on some day."""
    if not ids or draw(st.booleans()):
        return ()
    since, until = draw(st.none() | dates), draw(st.none() | dates)
    return (Tie(to=draw(st.sampled_from(ids)), since=since, until=until),)


@st.composite
def actors(draw: st.DrawFn) -> list[Actor]:
    """Draw actors, each part of an earlier one or of none."""
    found: list[Actor] = []
    for number in range(draw(st.integers(1, 6))):
        earlier = st.sampled_from([actor.id for actor in found]) if found else st.none()
        supports = draw(st.lists(earlier, max_size=1)) if found else []
        tells = draw(st.lists(earlier, max_size=1)) if found else []
        found.append(
            Actor(
                id=f"a{number}",
                name=draw(words),
                type=draw(st.sampled_from([*TYPES, "unnamed", "state", "news-organisation"])),
                part_of=draw(ties([actor.id for actor in found])),
                members=draw(ties([actor.id for actor in found])),
                speaks_for=draw(ties([actor.id for actor in found])) if draw(seldom) else (),
                party_to_conflict=draw(st.sampled_from([None, None, True])),
                supports_party=tuple(
                    Support(party=str(party), since=draw(maybe_dates), until=draw(maybe_dates), sources=())
                    for party in supports
                ),
                relations=tuple(
                    Relation(type=draw(relations), to=str(to), until=draw(maybe_dates), sources=())
                    for to in tells
                ),
            )
        )
    return found


@st.composite
def sources(draw: st.DrawFn, known: list[Actor]) -> list[Source]:
    """Draw sources, each of which may relay actors and earlier sources."""
    ids = [actor.id for actor in known]
    found: list[Source] = []
    for number in range(draw(st.integers(1, 7))):
        publisher = draw(st.none() | st.sampled_from(ids))
        relays = draw(
            st.lists(st.sampled_from([*ids, *(source.id for source in found)]), max_size=3, unique=True)
        )
        found.append(
            Source(
                id=f"s{number}",
                label=draw(words),
                publisher=publisher,
                publisher_name=None if publisher else draw(st.sampled_from(["P", "Q", "The [[x]] | R"])),
                controlled_by=draw(ties(ids)) if draw(seldom) else (),
                url=draw(st.sampled_from([None, "https://www.example.org/"])),
                language=draw(st.sampled_from(["en", "fr", "ko-Latn"])),
                published=draw(maybe_dates),
                accessed=draw(maybe_dates) if draw(seldom) else None,
                first_hand=draw(st.booleans()),
                relays=tuple(relays) if draw(st.booleans()) else (),
                anonymous_origin=draw(st.none() | words) if draw(seldom) else None,
                could_not_verify=draw(st.none() | words) if draw(seldom) else None,
                translated_from=draw(st.none() | st.sampled_from(["fr", "es"])),
                standing=draw(st.sampled_from([*STANDINGS, "current", "current", "current"])),
                standing_since=draw(dates),
                standing_note="Because.",
                mirror=draw(seldom),
            )
        )
    return found


def evidence(actor_ids: list[str], source_ids: list[str]) -> st.SearchStrategy[Evidence]:
    """Draw items of evidence, most of them in support."""
    return st.builds(
        Evidence,
        source=st.sampled_from(source_ids),
        stance=st.sampled_from([*STANCES, "supports", "supports", "supports", "supports"]),
        basis=st.sampled_from(list(BASES)),
        origin=st.sampled_from([None, None, *actor_ids, *source_ids]),
        material_from=st.sampled_from([None, None, None, *actor_ids]),
        in_custody_of=st.sampled_from([None, None, None, *actor_ids]),
        own_finding=seldom,
        date=maybe_dates,
        note=st.none() | words,
    )


def figures(actor_ids: list[str], source_ids: list[str]) -> st.SearchStrategy[Figure]:
    return st.builds(
        Figure,
        value=st.sampled_from(FIGURES),
        unit=st.sampled_from(["soldiers", "shells"]),
        measure=st.sampled_from(["m", "sent-to-a0"]),
        as_of=dates,
        by=st.sampled_from(actor_ids),
        sources=st.lists(st.sampled_from(source_ids), max_size=2).map(tuple),
    )


@st.composite
def worlds(draw: st.DrawFn, *, whole: bool = False) -> World:
    """Draw a world with one claim; a whole one also has an event, figures, wordings and retellings."""
    known = draw(actors())
    papers = draw(sources(known))
    actor_ids, source_ids = [actor.id for actor in known], [source.id for source in papers]
    some_actors = st.lists(st.sampled_from(actor_ids), min_size=1, max_size=2, unique=True).map(tuple)
    some_sources = st.lists(st.sampled_from(source_ids), max_size=2).map(tuple)
    claim = Claim(
        id="claim",
        title="T",
        statement="S.",
        topic="t",
        kind=draw(st.sampled_from(list(KINDS_OF_CLAIM))),
        made_by=draw(some_actors),
        first_made=draw(dates),
        about=draw(some_actors),
        evidence=tuple(draw(st.lists(evidence(actor_ids, source_ids), max_size=7))),
    )
    if not whole:
        return World((*known, *papers, claim))
    wordings = st.builds(
        Wording,
        text=st.just("W"),
        language=st.sampled_from(["en", "en-GB", "fr"]),
        source=st.sampled_from(source_ids),
        authentic=st.booleans(),
    )
    claim = replace(
        claim,
        figures=tuple(draw(st.lists(figures(actor_ids, source_ids), max_size=4))),
        wordings=tuple(draw(st.lists(wordings, max_size=3))),
        retellings=tuple(draw(st.lists(st.builds(Retelling, what=retold, sources=some_sources), max_size=2))),
        last_reviewed=draw(st.sampled_from([None, parse_date("2020-01"), *DATES])),
    )
    event = Event(
        id="event",
        title="E",
        date=draw(dates),
        summary="S.",
        strands=("s",),
        nature=draw(st.sampled_from(list(NATURES))),
        by=draw(some_actors),
        actors=(Participation(actor=draw(st.sampled_from(actor_ids)), role="r"),),
        sources=draw(some_sources),
        evidence=tuple(draw(st.lists(evidence(actor_ids, source_ids), max_size=3))),
    )
    return World((*known, *papers, claim, event))


def later_than(day: date) -> EdtfDateValue:
    """Return a date after a day."""
    return parse_date((day + timedelta(days=1)).isoformat())
