"""The verdict on one statement in its own words, and what it lacks for the next status.

A status has one sentence that fits all; here it is told who acknowledged it and when, who says so, and what
shows it. Records are named as `[[id|words]]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from explainer.caveats._base import SHOWN_BY, capitalised, clean, dated, listed
from explainer.dossier import Dossier, Judgement
from explainer.hanging import is_asked
from explainer.hanging_words import UNKNOWN_VOICES, UNNAMED_VOICES, named
from explainer.judging import NEXT, Item, Origin, lacking, origins_of, speaks_for, speaks_for_side
from explainer.kinds._statuses import STATUSES, status_words
from explainer.messages import Message
from explainer.phrases import alternatives

ACKNOWLEDGED = Message("Acknowledged {by}.")
TAKEN_BACK = Message("Taken back {by}.")
BY = Message("by {origin}")
BY_ON = Message("by {origin} {day}")
CONTRARY = Message("{origins} acknowledged the contrary.")
CONTRARY_ON = Message("{origins} acknowledged the contrary {day}.")
REFUTED = Message("Refuted by {origins}.")
ONE_SAYS_SO = Message("{origins} says so, no {party}")
UNNAMED_SAY_SO = Message("{origins} say so, no {party}")
TWO_SAY_SO = Message("{origins} say so, neither of them {a_party}")
MORE_SAY_SO = Message("{origins} say so, none of them {a_party}")
OPPONENTS_SAY_SO = Message("{origins} say so, who are {parties} on different sides")
SO_DOES = Message("so does {origins}, {a_party}")
SO_DO_UNNAMED = Message("so do {origins}, {a_party}")
SO_DO = Message("so do {origins}, {parties}")
HELD = Message("{origins}, in custody, said so, too")
SHOWN = Message("{bases} show it")
ONLY_OTHERS = Message("Only {others} say so.")
ONLY_ONE = Message("Only {origins} says so, {a_party}.")
ONLY_UNNAMED = Message("Only {origins} say so, {a_party}.")
ONLY_PARTIES = Message("Only {origins} say so, {parties}.")
WITH_OTHERS = Message(
    "Only {origins}, {parties}, and {others} say so.", one="Only {origins}, {a_party}, and {others} say so."
)
LACKS = Message("To be {status} it lacks {conditions}.")
LACKS_THE_WORD = Message("To be {status} it lacks the word of {actors}.")
LACKS_AN_ADMISSION = Message("To be {status} it lacks an admission by {actors}.")
SUPPORT = Message("anything that speaks for it")
OUTSIDER = Message("a named origin that is no {party}")
OUTSIDER_BESIDE = Message("a named origin that is independent of the others and no {party}")
SECOND_ORIGIN = Message("a second origin, independent of the first")
OBSERVED = Message("something observed")

CONDITIONS = {
    "support": SUPPORT,
    "outsider": OUTSIDER,
    "second-origin": SECOND_ORIGIN,
    "observed": OBSERVED,
}
"""What can be lacking, by its name; in the sentence on a reported statement an outsider is OUTSIDER_BESIDE."""

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
    who = [_by(_root(root, dossier), item) for root, item in first.items()]
    return ACKNOWLEDGED(by=listed(who)) if who else ""


def _by(origin: str, item: Item) -> str:
    return dated(item, BY_ON, BY, origin=origin)


def _corroborated(judgement: Judgement, dossier: Dossier) -> str:
    counting = [item for item in judgement.assessment.supporting if item.hands]
    bases = [words for basis, words in SHOWN_BY.items() if any(one.basis == basis for one in counting)]
    return _told([*_said_by(counting, dossier), SHOWN(bases=listed(bases))])


def _reported(judgement: Judgement, dossier: Dossier) -> str:
    return _told(_said_by(judgement.assessment.supporting, dossier))


def _told(parts: Iterable[str]) -> str:
    return capitalised(f"{'; '.join(parts)}.")


def _said_by(items: Iterable[Item], dossier: Dossier) -> Iterator[str]:
    """Say who says so: outsiders first, parties after them, then those who spoke in custody."""
    ends = origins_of(items)
    free = [end for end in ends if end.root and end.free]
    outside, inside = _voices(free, dossier, party=False), _voices(free, dossier, party=True)
    words = _party_words(dossier)
    if outside:
        messages = {1: _one(outside, ONE_SAYS_SO, UNNAMED_SAY_SO), 2: TWO_SAY_SO}
        message = messages.get(len(outside), MORE_SAY_SO)
        yield message(origins=listed(outside, at_most=NAMED_AT_MOST), **words)
        if inside:
            message = SO_DO if len(inside) > 1 else _one(inside, SO_DOES, SO_DO_UNNAMED)
            yield message(origins=listed(inside), **words)
    else:
        yield OPPONENTS_SAY_SO(origins=listed(inside), **words)
    if held := listed(_origin_itself(end, dossier) for end in ends if not end.free):
        yield HELD(origins=held)


def _one(voices: dict[str, bool], named: Message, unnamed: Message) -> Message:
    """Return the message for a single root: one that is named says so, its unnamed voices say so."""
    return named if all(voices.values()) else unnamed


def _party_words(dossier: Dossier) -> dict[str, str]:
    """Return what the site calls parties, as placeholders."""
    words = dossier.settings.words
    return {"party": words.party, "a_party": words.a_party, "parties": words.parties}


def _alleged(judgement: Judgement, dossier: Dossier) -> str:
    ends = origins_of(judgement.assessment.supporting)
    inside, outside = _voices(ends, dossier, party=True), _voices(ends, dossier, party=False)
    if not inside:
        return ONLY_OTHERS(others=listed(outside))
    if outside or len(inside) > 1:
        message = WITH_OTHERS if outside else ONLY_PARTIES
    else:
        message = _one(inside, ONLY_ONE, ONLY_UNNAMED)
    return message(count=len(inside), origins=listed(inside), others=listed(outside), **_party_words(dossier))


def _refuted(judgement: Judgement, dossier: Dossier) -> str:
    items = [item for item in judgement.assessment.items if item.stance == "refutes"]
    makers = judgement.statement.made_by
    own = [one for one in items if one.basis == "admission" and speaks_for_side(one, makers, dossier.origins)]
    if own:
        first = min(own, key=lambda one: one.order)
        roots = dict.fromkeys(trail.origin.root for trail in first.trails if trail.origin.root)
        who = listed(_root(root, dossier) for root in roots)
        return dated(first, CONTRARY_ON, CONTRARY, origins=who)
    ends = origins_of(items)
    voices = [*_voices(ends, dossier, party=False), *_voices(ends, dossier, party=True)]
    return REFUTED(origins=listed(voices)) if voices else ""


def _withdrawn(judgement: Judgement, dossier: Dossier) -> str:
    takes = [item for item in judgement.assessment.items if item.stance == "withdraws"]
    who = [_by(_origin(trail.origin, dossier), item) for item in takes for trail in item.trails]
    return TAKEN_BACK(by=listed(who)) if who else ""


_TELLERS = {
    "acknowledged": _acknowledged,
    "corroborated": _corroborated,
    "reported": _reported,
    "alleged": _alleged,
    "refuted": _refuted,
    "withdrawn": _withdrawn,
}


def _voices(ends: Iterable[Origin], dossier: Dossier, *, party: bool) -> dict[str, bool]:
    """Name those who say so, each root once: parties, or others. Of each, tell whether it says so by name."""
    roots: dict[str, list[Origin]] = {}
    for end in ends:
        if end.party == party:
            roots.setdefault(end.root, []).append(end)
    unknown = roots.pop("", [])
    found = dict(_of_root(some, dossier) for some in roots.values())
    return found | {UNKNOWN_VOICES(): False} if unknown else found


def _of_root(ends: list[Origin], dossier: Dossier) -> tuple[str, bool]:
    speaking = next((end for end in ends if end.named), None)
    if speaking is None:
        return UNNAMED_VOICES(origin=_origin(ends[0], dossier)), False
    return _origin(speaking, dossier), True


def _root(root: str, dossier: Dossier) -> str:
    return named(root, dossier) if root in dossier.graph.entries else clean(root.partition(":")[2] or root)


def _origin_itself(end: Origin, dossier: Dossier) -> str:
    """Name an origin that speaks for nobody but itself."""
    return named(end.id, dossier) if end.id in dossier.graph.entries else clean(end.name)


def _origin(end: Origin, dossier: Dossier) -> str:
    """Name an origin by its root."""
    return named(end.root, dossier) if end.root in dossier.graph.entries else clean(end.name)


# What is missing


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
        who = listed((named(id, dossier) for id in silent or about), alternatives)
        message = LACKS_THE_WORD if silent else LACKS_AN_ADMISSION
        return message(status=following, actors=who) if who else ""
    beside = {"outsider": OUTSIDER_BESIDE} if now.status == "reported" else {}
    needed = [(CONDITIONS | beside)[one](party=dossier.settings.words.party) for one in lacks]
    return LACKS(status=following, conditions=listed(needed))
