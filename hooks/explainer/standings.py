"""How a statement stands, in words and as plain data: for pages and data formats alike.

A statement that somebody made is never given the mark of a truth: beside it stands the word “statement”, and
what became of the claims on which it says something.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.dossier import Dossier, Judgement
from explainer.kinds._statuses import LADDER, OUTCOMES, RECORD, STATUSES, status_words
from explainer.kinds.claim import Claim
from explainer.kinds.event import Event, Saying
from explainer.messages import Message
from explainer.phrases import enumerated

CONTESTED = Message("contested")
DENIED_BY = Message("denied by {deniers}")
CONTRARY = Message("its contrary {contrary}")
ACT = Message("act")
STATEMENT = Message("statement")
ITSELF = Message("itself {status}")
ASSERTS = Message("asserts what is {standing}")
DENIES = Message("denies what is {standing}")
CONCEDES = Message("concedes what is {standing}")
ESTIMATES = Message("estimates what is {standing}")
ASKS = Message("asks about what is {standing}")

ON_CLAIMS = {
    "asserts": ASSERTS,
    "denies": DENIES,
    "concedes": CONCEDES,
    "estimates": ESTIMATES,
    "asks": ASKS,
}
"""What a speaker does with a claim, by the status of the claim."""

SAID = {
    "asserts": "asserts",
    "denies": "denies",
    "concedes": "concedes",
    "estimates": "estimates",
    "asks": "asks about",
}
"""What a speaker does with a claim, as a verb."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a statement says on one claim, and how that claim stood on the day and stands now."""

    saying: Saying
    then: str
    """The claim’s status on the day of the statement; empty if it was not made before."""
    now: str
    contested: bool
    contrary: str = ""
    """What its strongest contrary amounts to now, if that is shown."""
    contested_then: bool = False
    contrary_then: str = ""

    @property
    def words(self) -> str:
        """Say both in a phrase: “denies what is acknowledged”."""
        beside = _beside(CONTESTED() if self.contested else "", self.contrary)
        return ON_CLAIMS[self.saying.stance](standing=", ".join([status_words(self.now), *beside]))


def _beside(contest: str, contrary: str) -> tuple[str, ...]:
    """Return what is said beside a status: who contests it, and that a contrary is shown."""
    return tuple(filter(None, (contest, CONTRARY(contrary=contrary) if contrary else "")))


def beside(contested: bool, contrary: str) -> int:  # noqa: FBT001 - what stands beside a status is a pair
    """Return what stands beside a status as one number for scripts: 1 if contested, and 2 or 4 for the contrary."""
    return int(contested) + {"corroborated": 2, "acknowledged": 4}.get(contrary, 0)


def nature_of(judgement: Judgement) -> str:
    """Return the nature of an event; empty for a claim."""
    record = judgement.statement.record
    return record.nature if isinstance(record, Event) else ""


def said_by(judgement: Judgement, dossier: Dossier) -> tuple[Said, ...]:
    """Return what an event says on claims, in the order in which it is written."""
    record = judgement.statement.record
    if not isinstance(record, Event):
        return ()
    on = min(record.date.end, dossier.as_of)
    found = []
    for saying in record.says:
        claim = dossier.judgements.get(saying.claim)
        if claim is not None and isinstance(claim.statement.record, Claim):
            now = claim.assessment
            found.append(
                Said(
                    saying,
                    claim.status_on(on),
                    now.status,
                    bool(now.contested_by),
                    claim.contrary,
                    claim.contested_on(on),
                    claim.contrary_on(on),
                )
            )
    return tuple(found)


def phrases(judgement: Judgement, dossier: Dossier) -> tuple[str, ...]:
    """Return what a statement does with claims of each status, each phrase once."""
    return tuple(dict.fromkeys(said.words for said in said_by(judgement, dossier)))


def short(judgement: Judgement, dossier: Dossier) -> str:
    """Say how something stands, beside its title.

    “alleged, contested”; “act, on record”; “statement: denies what is acknowledged”.
    """
    return _told(judgement, dossier, CONTESTED() if judgement.assessment.contested_by else "")


def _told(judgement: Judgement, dossier: Dossier, contest: str) -> str:
    """Say how something stands, with words of our choice on who contests it."""
    status = status_words(judgement.assessment.status)
    beside = _beside(contest, judgement.contrary)
    nature = nature_of(judgement)
    if nature == "act":
        return ", ".join([ACT(), status, *beside])
    if nature != "statement":
        return ", ".join([status, *beside])
    itself = [] if judgement.assessment.status == "on-record" else [ITSELF(status=status)]
    told = ", ".join([STATEMENT(), *itself, *beside])
    said = "; ".join(phrases(judgement, dossier))
    return f"{told}: {said}" if said else told


def words(judgement: Judgement, dossier: Dossier) -> str:
    """Say how something stands, with who denies it: “alleged, denied by the Ministry”."""
    who = names(judgement.assessment.contested_by, dossier)
    return _told(judgement, dossier, DENIED_BY(deniers=who) if who else "")


def names(ids: Iterable[str], dossier: Dossier) -> str:
    """Join the titles of records as a sentence does."""
    return enumerated(
        dossier.graph.in_sentences(id) if id in dossier.graph.entries else id.partition(":")[2] or id
        for id in ids
    )


def caveats_once(judgement: Judgement) -> dict[str, str]:
    """Return the label of each rule whose caveats a statement carries, by the id of the rule."""
    return {found.rule: found.label for found in judgement.caveats}


def caveat_words(judgement: Judgement) -> str:
    """Say the caveats by their labels; empty if there are none."""
    return "; ".join(caveats_once(judgement).values())


def is_certain(judgement: Judgement) -> bool:
    """Tell whether it is acknowledged, corroborated or on record, and neither a voice nor a claim is against it."""
    now = judgement.assessment
    is_shown = now.status in ("acknowledged", "corroborated", "on-record")
    return is_shown and not now.contested_by and not judgement.contrary


def statuses_of_claims(dossier: Dossier) -> dict[str, str]:
    """Return the statuses that claims of this site can have: outcomes only where there are forecasts."""
    forecasts = any(judgement.statement.nature == "outcome" for judgement in dossier.of_kind("claim"))
    return LADDER | OUTCOMES if forecasts else dict(LADDER)


def statuses_of_events(dossier: Dossier) -> dict[str, str]:
    """Return the statuses that events of this site have."""
    present = {judgement.assessment.status for judgement in dossier.of_kind("event")}
    return {status: meaning for status, meaning in (RECORD | LADDER).items() if status in present}


def meaning(judgement: Judgement) -> str:
    """Return what a status means."""
    return STATUSES[judgement.assessment.status]
