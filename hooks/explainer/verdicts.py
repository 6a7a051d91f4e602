"""The verdict on one statement in its own words, and what it lacks for the next status.

A status has one sentence that fits all; here it is told who acknowledged it and when, who says so, and what
shows it. Records are named as `[[id|words]]`.
"""

from __future__ import annotations

from collections.abc import Iterable

from explainer.caveats._base import SHOWN_BY, capitalised, clean, dated, listed, number_word
from explainer.dossier import Dossier, Judgement
from explainer.hanging import is_asked, named
from explainer.judging import NEXT, Item, Origin, lacking, origins_of, speaks_for, speaks_for_side
from explainer.kinds._statuses import STATUSES, status_words

NAMED_AT_MOST = 4
"""How many outsiders a verdict names before it counts the rest."""


def verdict_words(judgement: Judgement, dossier: Dossier) -> str:
    """Return why a statement has its status, as specific as the evidence allows."""
    status = judgement.assessment.status
    if not is_asked(judgement) or status not in _TELLERS:
        return STATUSES[status]
    return _TELLERS[status](judgement, dossier) or STATUSES[status]


def _acknowledged(judgement: Judgement, dossier: Dossier) -> str:
    about, origins = judgement.statement.about, dossier.origins
    first: dict[str, Item] = {}
    admissions = (one for one in judgement.assessment.supporting if one.basis == "admission")
    for item in sorted(admissions, key=lambda one: one.order):
        for trail in item.trails:
            if speaks_for(item, about, origins) and trail.origin.root:
                first.setdefault(trail.origin.root, item)
    who = [f"by {_root(root, dossier)}{dated(item)}" for root, item in first.items()]
    return f"Acknowledged {listed(who)}." if who else ""


def _corroborated(judgement: Judgement, dossier: Dossier) -> str:
    counting = [item for item in judgement.assessment.supporting if item.hands]
    bases = [words for basis, words in SHOWN_BY.items() if any(one.basis == basis for one in counting)]
    return f"{_said_by(counting, dossier)}; {listed(bases)} show it."


def _reported(judgement: Judgement, dossier: Dossier) -> str:
    return f"{_said_by(judgement.assessment.supporting, dossier)}."


def _said_by(items: Iterable[Item], dossier: Dossier) -> str:
    """Say who says so: outsiders first, parties after them."""
    ends = origins_of(items)
    known = [end for end in ends if end.root and end.free]
    held = listed(_origin_itself(end, dossier) for end in ends if not end.free)
    return f"{_said_freely(known, dossier)}{f'; {held}, in custody, said so, too' if held else ''}"


def _said_freely(known: list[Origin], dossier: Dossier) -> str:
    outside, inside = _voices(known, dossier, party=False), _voices(known, dossier, party=True)
    words = dossier.settings.words
    if not outside:
        return f"{listed(inside)} say so, who are {words.parties} on different sides"
    none = {1: f"no {words.party}", 2: f"neither of them {words.a_party}"}.get(
        len(outside), f"none of them {words.a_party}"
    )
    if len(outside) > NAMED_AT_MOST + 1:
        outside = [*outside[:NAMED_AT_MOST], f"{number_word(len(outside) - NAMED_AT_MOST)} more"]
    verb = _say(outside)
    said = f"{capitalised(listed(outside))} {verb} so, {none}"
    if not inside:
        return said
    if len(inside) == 1:
        return f"{said}; so does {inside[0]}, which is one"
    return f"{said}; so do {listed(inside)}, which are"


def _say(voices: list[str]) -> str:
    return "says" if len(voices) == 1 and not voices[0].startswith("unnamed") else "say"


def _alleged(judgement: Judgement, dossier: Dossier) -> str:
    ends = origins_of(judgement.assessment.supporting)
    inside, outside = _voices(ends, dossier, party=True), _voices(ends, dossier, party=False)
    are = dossier.settings.words.parties if len(inside) > 1 else dossier.settings.words.a_party
    if not inside:
        return f"Only {listed(outside)} say so."
    if not outside:
        return f"Only {listed(inside)} {_say(inside)} so, {are}."
    return f"Only {listed(inside)}, {are}, and {listed(outside)} say so."


def _refuted(judgement: Judgement, dossier: Dossier) -> str:
    items = [item for item in judgement.assessment.items if item.stance == "refutes"]
    makers = judgement.statement.made_by
    own = [one for one in items if one.basis == "admission" and speaks_for_side(one, makers, dossier.origins)]
    if own:
        first = min(own, key=lambda one: one.order)
        roots = dict.fromkeys(trail.origin.root for trail in first.trails if trail.origin.root)
        who = listed(_root(root, dossier) for root in roots)
        return f"{who} acknowledged the contrary{dated(first)}."
    ends = origins_of(items)
    voices = [*_voices(ends, dossier, party=False), *_voices(ends, dossier, party=True)]
    return f"Refuted by {listed(voices)}." if voices else ""


def _withdrawn(judgement: Judgement, dossier: Dossier) -> str:
    takes = [item for item in judgement.assessment.items if item.stance == "withdraws"]
    who = dict.fromkeys(
        f"by {_origin(trail.origin, dossier)}{dated(item)}" for item in takes for trail in item.trails
    )
    return f"Taken back {listed(who)}." if who else ""


_TELLERS = {
    "acknowledged": _acknowledged,
    "corroborated": _corroborated,
    "reported": _reported,
    "alleged": _alleged,
    "refuted": _refuted,
    "withdrawn": _withdrawn,
}


def _voices(ends: Iterable[Origin], dossier: Dossier, *, party: bool) -> list[str]:
    """Name those who say so, each root once: parties, or others; voices without a name as such."""
    roots: dict[str, list[Origin]] = {}
    for end in ends:
        if end.party == party:
            roots.setdefault(end.root, []).append(end)
    found = [_of_root(some, dossier) for root, some in roots.items() if root]
    return [*found, "voices of unknown belonging"] if roots.get("") else found


def _of_root(ends: list[Origin], dossier: Dossier) -> str:
    speaking = next((end for end in ends if end.named), None)
    if speaking is None:
        return f"unnamed voices of {_origin(ends[0], dossier)}"
    return _origin(speaking, dossier)


def _root(root: str, dossier: Dossier) -> str:
    return named(root, dossier) if root in dossier.graph.entries else clean(root.partition(":")[2] or root)


def _origin_itself(end: Origin, dossier: Dossier) -> str:
    """Name an origin that speaks for nobody but itself."""
    return named(end.id, dossier) if end.id in dossier.graph.entries else clean(end.name)


def _origin(end: Origin, dossier: Dossier) -> str:
    """Name an origin by its root."""
    return named(end.root, dossier) if end.root in dossier.graph.entries else clean(end.name)


# What is missing

_WORDS = {
    "support": "anything that speaks for it",
    "outsider": "a named origin that is no {party}",
    "second-origin": "a second origin, independent of the first",
    "outsider-beside": "a named origin that is no party and independent of the others",
    "observed": "something observed",
}


def missing(judgement: Judgement, dossier: Dossier) -> str:
    """Say what a statement lacks for the next status; empty where there is none, or that is not asked."""
    now = judgement.assessment
    lacks = lacking(now) if is_asked(judgement) else ()
    if not lacks:
        return ""
    following = status_words(NEXT[now.status])
    if lacks == ("admission",):
        said = {end.root for end in now.origins if end.named and end.free}
        about = [id for id in judgement.statement.about if id in dossier.graph.entries]
        silent = [id for id in about if dossier.origins.root(id, now.as_of) not in said]
        who = listed((named(id, dossier) for id in silent or about), "or")
        what = "the word of" if silent else "an admission by"
        return f"To be {following} it lacks {what} {who}." if who else ""
    beside = {"outsider": "outsider-beside"} if now.status == "reported" else {}
    party = dossier.settings.words.party
    needed = listed(_WORDS[beside.get(one, one)].replace("{party}", party) for one in lacks)
    return f"To be {following} it lacks {needed}."
