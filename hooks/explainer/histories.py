"""What changed in what is known of a claim, as a clause for pages and as a sentence for feeds."""

from __future__ import annotations

from explainer.dossier import Dossier, Judgement
from explainer.judging import Moment
from explainer.kinds._statuses import NOT_SHOWN, status_words
from explainer.standings import names
from explainer.values.edtf import day_words


def roots_of(moment: Moment, dossier: Dossier) -> set[str]:
    """Return the actors whose word made a change, and their roots."""
    ends = {trail.origin for item in moment.appeared for trail in item.trails}
    return {id for end in ends for id in (end.id, end.root) if id in dossier.graph.entries}


def clause(moment: Moment, dossier: Dossier) -> str:
    """Say what changed: “went from alleged to reported”, “was first made”, “is now contested by …”."""
    who = names(moment.contested_by, dossier)
    now, before = status_words(moment.status), status_words(moment.before)
    if not moment.before:
        said = (
            f"appears, {now}" if moment.status not in NOT_SHOWN else "appears, with nothing that supports it"
        )
    elif moment.status != moment.before:
        said = f"goes from {before} to {now}"
    elif bool(moment.contested_by) != moment.contested_before:
        said = f"is now contested by {who}" if who else "is no longer contested"
        return f"{said}; it stays {now}{_contrary(moment)}"
    else:
        return f"stays {now}{_contrary(moment)}"
    contest = f", contested by {who}" if who else ""
    return f"{said}{contest}{_contrary(moment)}"


def _contrary(moment: Moment) -> str:
    """Say what became of the contrary on that day, as the end of a clause; nothing if that did not change."""
    if moment.contrary == moment.contrary_before:
        return ""
    if not moment.contrary:
        return f", its contrary no longer {moment.contrary_before}"
    if not moment.before:
        return f", its contrary {moment.contrary}"
    return f", its contrary now {moment.contrary}"


def sentence(moment: Moment, judgement: Judgement, dossier: Dossier) -> str:
    """Say what changed on a day, and what had been known until then.

    Items of which only the month or year is known count from its end, so that it then says “by” that day.
    """
    title = judgement.statement.record.title
    now = status_words(moment.status)
    exact = any(item.when is not None and item.when.is_exact for item in moment.appeared)
    when = f"{'On' if exact else 'By'} {day_words(moment.date)}"
    deniers = names(moment.contested_by, dossier)
    denied = f", denied by {deniers}" if deniers else ""
    until = (
        f" Until then: {status_words(moment.before)}{_denied_before(moment, judgement, dossier)}."
        if moment.before
        else ""
    )
    if moment.status == moment.before:
        stays = f"It stays {now}{_contrary(moment)}."
        if bool(moment.contested_by) == moment.contested_before:
            became = (
                f"became {moment.contrary}" if moment.contrary else f"was no longer {moment.contrary_before}"
            )
            return f"{when}, the contrary {became} of: “{title}”. It stays {now}."
        if moment.contested_by:
            return f"{when}, {deniers} denied: “{title}”. {stays}"
        return f"{when}, nobody any longer denied: “{title}”. {stays}"
    if moment.status == "acknowledged":
        who = _admitting(moment, dossier)
        if who:
            return f"{when}, {who} acknowledged: “{title}”.{until}"
    if not moment.before:
        return f"{when}, a claim appeared: “{title}”. It stood as {now}{denied}."
    return f"{when}, “{title}” became {now}{denied}.{until}"


def _denied_before(moment: Moment, judgement: Judgement, dossier: Dossier) -> str:
    index = judgement.moments.index(moment)
    who = names(judgement.moments[index - 1].contested_by, dossier) if index else ""
    return f", denied by {who}" if who else ""


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
