"""What changed in what is known of a claim, as a clause for pages and as a sentence for feeds."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import capitalised
from explainer.dossier import Dossier, Judgement
from explainer.judging import Moment
from explainer.kinds._statuses import NOT_SHOWN, status_words
from explainer.messages import Message
from explainer.standings import names
from explainer.values.edtf import day_words

APPEARS = Message("it appears, {status}")
APPEARS_WITHOUT_SUPPORT = Message("it appears, with nothing that supports it")
GOES = Message("it goes from {before} to {status}")
STAYS = Message("it stays {status}")
IS_CONTESTED = Message("it is now contested by {deniers}")
IS_UNCONTESTED = Message("it is no longer contested")
CONTESTED = Message("it is contested by {deniers}")
CONTRARY = Message("its contrary is {contrary}")
CONTRARY_NOW = Message("its contrary is now {contrary}")
CONTRARY_NO_LONGER = Message("its contrary is no longer {contrary}")
ON = Message("On {day}")
BY = Message("By {day}")
APPEARED = Message("{when}, a claim appeared: “{title}”.")
STOOD = Message("It stood as {status}.")
STOOD_DENIED = Message("It stood as {status}, denied by {deniers}.")
BECAME = Message("{when}, “{title}” became {status}.")
BECAME_DENIED = Message("{when}, “{title}” became {status}, denied by {deniers}.")
ACKNOWLEDGED = Message("{when}, {who} acknowledged: “{title}”.")
DENIED = Message("{when}, {deniers} denied: “{title}”.")
NOT_DENIED = Message("{when}, nobody any longer denied: “{title}”.")
CONTRARY_BECAME = Message("{when}, the contrary became {contrary} of: “{title}”.")
CONTRARY_WAS_NO_LONGER = Message("{when}, the contrary was no longer {contrary} of: “{title}”.")
STAYED = Message("It stays {status}.")
UNTIL_THEN = Message("Until then: {status}.")
UNTIL_THEN_DENIED = Message("Until then: {status}, denied by {deniers}.")


def roots_of(moment: Moment, dossier: Dossier) -> set[str]:
    """Return the actors whose word made a change, and their roots."""
    ends = {trail.origin for item in moment.appeared for trail in item.trails}
    return {id for end in ends for id in (end.id, end.root) if id in dossier.graph.entries}


def clause(moment: Moment, dossier: Dossier) -> str:
    """Say what became of a claim, behind its title and a colon: “it goes from alleged to reported; …”."""
    return "; ".join(_parts(moment, dossier))


def _parts(moment: Moment, dossier: Dossier) -> Iterator[str]:
    deniers = names(moment.contested_by, dossier)
    status, before = status_words(moment.status), status_words(moment.before)
    if moment.status != moment.before:
        if before:
            yield GOES(before=before, status=status)
        else:
            yield APPEARS_WITHOUT_SUPPORT() if moment.status in NOT_SHOWN else APPEARS(status=status)
        if deniers:
            yield CONTESTED(deniers=deniers)
    elif bool(moment.contested_by) != moment.contested_before:
        yield IS_CONTESTED(deniers=deniers) if deniers else IS_UNCONTESTED()
        yield STAYS(status=status)
    else:
        yield STAYS(status=status)
    if moment.contrary != moment.contrary_before:
        yield _contrary(moment)


def _contrary(moment: Moment) -> str:
    """Say what became of the contrary on that day."""
    if not moment.contrary:
        return CONTRARY_NO_LONGER(contrary=moment.contrary_before)
    return (CONTRARY_NOW if moment.before else CONTRARY)(contrary=moment.contrary)


def sentence(moment: Moment, judgement: Judgement, dossier: Dossier) -> str:
    """Say what changed on a day, and what had been known until then.

    Items of which only the month or year is known count from its end, so that it then says “by” that day.
    """
    return " ".join(_sentences(moment, judgement, dossier))


def _sentences(moment: Moment, judgement: Judgement, dossier: Dossier) -> Iterator[str]:
    exact = any(item.when is not None and item.when.is_exact for item in moment.appeared)
    when = (ON if exact else BY)(day=day_words(moment.date))
    title, status = judgement.statement.record.title, status_words(moment.status)
    deniers = names(moment.contested_by, dossier)
    if moment.status == moment.before:
        yield from _beside_the_status(moment, when, title, deniers)
        return
    who = _admitting(moment, dossier) if moment.status == "acknowledged" else ""
    if who:
        yield ACKNOWLEDGED(when=when, who=who, title=title)
    elif not moment.before:
        yield APPEARED(when=when, title=title)
        yield _denied(STOOD, STOOD_DENIED, deniers, status=status)
    else:
        yield _denied(BECAME, BECAME_DENIED, deniers, when=when, title=title, status=status)
    if moment.before:
        before = _denied_before(moment, judgement, dossier)
        yield _denied(UNTIL_THEN, UNTIL_THEN_DENIED, before, status=status_words(moment.before))


def _beside_the_status(moment: Moment, when: str, title: str, deniers: str) -> Iterator[str]:
    """Say what changed on a day on which the status did not: who denies it, or what its contrary amounts to."""
    is_of_deniers = bool(moment.contested_by) != moment.contested_before
    if is_of_deniers:
        yield (DENIED if deniers else NOT_DENIED)(when=when, deniers=deniers, title=title)
    else:
        message = CONTRARY_BECAME if moment.contrary else CONTRARY_WAS_NO_LONGER
        yield message(when=when, contrary=moment.contrary or moment.contrary_before, title=title)
    yield STAYED(status=status_words(moment.status))
    if is_of_deniers and moment.contrary != moment.contrary_before:
        yield f"{capitalised(_contrary(moment))}."


def _denied(message: Message, denied: Message, deniers: str, **places: str) -> str:
    """Say something, and who denied it where somebody did."""
    return (denied if deniers else message)(deniers=deniers, **places)


def _denied_before(moment: Moment, judgement: Judgement, dossier: Dossier) -> str:
    """Return who denied it until a day."""
    index = judgement.moments.index(moment)
    return names(judgement.moments[index - 1].contested_by, dossier) if index else ""


def _admitting(moment: Moment, dossier: Dossier) -> str:
    ends = [
        trail.origin
        for item in moment.appeared
        if item.stance == "supports" and item.basis == "admission"
        for trail in item.trails
        if trail.origin.named
    ]
    found = dict.fromkeys(end.id for end in sorted(ends, key=lambda end: end.order))
    return names(tuple(found), dossier)
