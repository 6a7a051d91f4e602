"""Changes of knowledge as sentences, and corrections: what the feeds are made from.

Dates and ids come from the records, never from git or the clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from explainer import dating, histories, standings, urls
from explainer.dossier import Dossier, Judgement
from explainer.judging import Moment
from explainer.outputs._plain import permanent
from explainer.remembering import once_for_each
from explainer.values.edtf import day_words
from explainer.wording import plain

LIMIT = 500
"""How many entries a feed has at most, the latest; the table of status histories has all."""


@dataclass(frozen=True, slots=True)
class News:
    """An entry of a feed: a change of knowledge, or a correction of the site."""

    id: str
    """A UUID made from the site's key, the record's first id and the day: it stays when the site moves."""
    day: date
    updated: date
    address: str
    sentence: str
    statement: str
    now: str
    """Where the statement stands now; empty for a correction."""
    claim: str
    status: str
    """The status from that day."""
    before: str
    status_now: str
    caveats: tuple[tuple[str, str], ...]
    """Rules and labels of the caveats that the statement carries now."""
    because: tuple[str, ...]
    """The sources that appeared."""
    actors: frozenset[str]
    """Whom the news concerns: who spoke, with their roots, and of whom the claim speaks."""
    correction: bool = False

    @property
    def tags(self) -> tuple[str, ...]:
        """Words by which readers sort."""
        if self.correction:
            return ("correction",)
        return (f"status:{self.status}", *(f"caveat:{rule}" for rule, _ in self.caveats))


@once_for_each
def news(dossier: Dossier) -> tuple[News, ...]:
    """Return every change of every claim and every correction, the latest first."""
    found = [
        _change(moment, judgement, dossier)
        for judgement in dossier.of_kind("claim")
        for moment in judgement.moments
        if moment.is_change and moment.date > date.min
    ]
    found += [_correction(entry.id, dossier) for entry in dossier.graph.of_kind("correction")]
    return tuple(sorted(found, key=lambda one: (-one.day.toordinal(), one.address, one.id)))


@once_for_each
def by_actor(dossier: Dossier) -> dict[str, tuple[News, ...]]:
    """Return the news of each actor that has any, by the actor's id."""
    found: dict[str, list[News]] = {}
    for one in news(dossier):
        for actor in one.actors:
            found.setdefault(actor, []).append(one)
    return {actor: tuple(found[actor][:LIMIT]) for actor in sorted(found)}


def _change(moment: Moment, judgement: Judgement, dossier: Dossier) -> News:
    claim = judgement.statement.record
    entry = dossier.graph.entries[judgement.id]
    first_id = claim.formerly[0] if claim.formerly else claim.id
    return News(
        id=permanent(dossier, "change", first_id, moment.date.isoformat()).urn,
        day=moment.date,
        updated=max(dating.of_record(judgement.id, dossier), *(one.date for one in judgement.moments)),
        address=urls.of_entry(entry),
        sentence=histories.sentence(moment, judgement, dossier),
        statement=plain(claim.statement, dossier),  # type: ignore[union-attr]
        now=_now(judgement, dossier),
        claim=judgement.id,
        status=moment.status,
        before=moment.before,
        status_now=judgement.assessment.status,
        caveats=tuple(standings.caveats_once(judgement).items()),
        because=tuple(dict.fromkeys(item.source.id for item in moment.appeared)),
        actors=frozenset(histories.roots_of(moment, dossier))
        | frozenset(_actors(judgement.statement.about, dossier)),
    )


def _correction(id: str, dossier: Dossier) -> News:
    entry = dossier.graph.entries[id]
    one = entry.record
    first_id = one.formerly[0] if one.formerly else one.id
    concerned = [target for target in one.concerns if target in dossier.graph.entries]
    claims = [
        dossier.judgements[target]
        for target in concerned
        if dossier.graph.entries[target].kind.name == "claim"
    ]
    about = {actor for judgement in claims for actor in judgement.statement.about}
    return News(
        id=permanent(dossier, "correction", first_id).urn,
        day=one.date.end,
        updated=one.date.end,
        address=urls.of_entry(entry),
        sentence=f"Correction, {one.date.words}: {one.title}",
        statement=f"Published: {plain(one.published, dossier)} Now: {plain(one.replaced_by, dossier)} "
        f"Why: {plain(one.reason, dossier)}",
        now="",
        claim="",
        status="",
        before="",
        status_now="",
        caveats=(),
        because=one.sources,
        actors=frozenset(_actors([*concerned, *about], dossier)),
        correction=True,
    )


def _actors(ids: Iterable[str], dossier: Dossier) -> list[str]:
    entries = dossier.graph.entries
    return [id for id in ids if id in entries and entries[id].kind.name == "actor"]


def _now(judgement: Judgement, dossier: Dossier) -> str:
    now = judgement.assessment
    labels = standings.caveat_words(judgement)
    return (
        f"As of {day_words(now.as_of)}: {standings.words(judgement, dossier)}. "
        f"{standings.meaning(judgement)}{f' Caveats: {labels}.' if labels else ''}"
    )
