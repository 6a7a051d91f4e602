"""
Somebody denies it.

Here stands who denies or refutes the statement, when and with what, and whether the same state or owner
acknowledged it later, the one who denied came to support it, or took the denial back. Where it is
not known which of two words came first, the denial stands, and that is said. A denial that ended
weighs less: then the caveat is only a note.
A denial does not change the status, which says what speaks for the statement.

The caveat becomes a note when those who denied acknowledge or support the statement, or take the
denial back. It does not go: that somebody denied is part of the story.

FAIL
- {source: wire-report}
- {source: customs-statement, stance: denies}

PASS
- {source: wire-report}
- {source: customs-statement, stance: qualifies}
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import (
    EVERY_NATURE,
    SHOWN_BY,
    Caveat,
    Judged,
    Rule,
    capitalised,
    dated,
    listed,
    of_origin,
    of_root,
    on,
)
from explainer.judging import Denial, Item, Origin
from explainer.messages import Message

DENIED = Message("Denied by {deniers}.")
REFUTED = Message("Refuted by {deniers}.")
SHOWING = Message("{denier} with {bases}")
ALSO_CONTRARY = Message("{denier} also said the contrary; which came first is not known.")
ALSO_CONTRARY_ON = Message("{denier} also said the contrary {day}; which came first is not known.")
DENIED_IT = Message("{denier} denied it")
DENIED_IT_ON = Message("{denier} denied it {day}")
HELD_IT = Message("{denier} held it to be refuted")
HELD_IT_ON = Message("{denier} held it to be refuted {day}")
ADMITTED_ON = Message("{root} acknowledged it {day}")
SUPPORTED_ON = Message("the same voice supported it {day}")
TAKEN_BACK_ON = Message("the denial was taken back {day}")
TAKEN_BACK = Message("the denial was taken back")

ENDINGS = {"admitted": ADMITTED_ON, "supported": SUPPORTED_ON, "taken-back": TAKEN_BACK_ON}
"""How a denial ended."""


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire for denials and refutations that stand, and for those that ended."""
    standing: dict[str, Denial] = {}
    ended: dict[str, Denial] = {}
    for denial in judged.assessment.denials:
        (standing if denial.stands else ended).setdefault(denial.actor, denial)
    for stance, message in (("denies", DENIED), ("refutes", REFUTED)):
        some = {id: denial for id, denial in standing.items() if denial.item.stance == stance}
        if some:
            said = message(deniers=listed(_who(denial, judged) for denial in some.values()))
            unsure = dict.fromkeys(_unordered(denial, judged) for denial in some.values())
            brief = message(deniers=_briefly(some, judged))
            yield RULE.caveat(judged, " ".join([said, *filter(None, unsure)]), _reasons(some), brief=brief)
    for denial in ended.values():
        if denial.actor not in standing and denial.ended_by is not None:
            yield _ended(denial, denial.ended_by, judged)


def _ended(denial: Denial, ending: Item, judged: Judged) -> Caveat:
    root = _root(denial, judged)
    with_day, without = (DENIED_IT_ON, DENIED_IT) if denial.item.stance == "denies" else (HELD_IT_ON, HELD_IT)
    sentence, brief = (
        capitalised(f"{dated(denial.item, with_day, without, denier=name)}; {_how(denial, ending, root)}.")
        for name in (_denier(denial, judged), root)
    )
    admitting = [denial.root] if denial.ending == "admitted" else []
    reasons = [*_reasons({denial.actor: denial}), *admitting, ending.source.id]
    return RULE.caveat(judged, sentence, reasons, "note", brief=brief)


def _how(denial: Denial, ending: Item, root: str) -> str:
    if ending.when is None:  # a withdrawal, since all else ends a denial only if it is certainly later
        return TAKEN_BACK()
    return ENDINGS[denial.ending](root=root, day=on(ending.when))


def _who(denial: Denial, judged: Judged) -> str:
    """Say who denies, when, and on what it rests where it is more than somebody's word."""
    who = _on_day(_denier(denial, judged), denial.item)
    shown = SHOWN_BY.get(denial.item.basis)
    return SHOWING(denier=who, bases=shown) if shown else who


def _on_day(name: str, item: Item) -> str:
    return f"{name} {on(item.when)}" if item.when else name


def _briefly(denials: dict[str, Denial], judged: Judged) -> str:
    """Name those to whom the deniers belong; of a single denial, say when it was made."""
    names = listed(_root(denial, judged) for denial in denials.values())
    return _on_day(names, next(iter(denials.values())).item) if len(denials) == 1 else names


def _unordered(denial: Denial, judged: Judged) -> str:
    if denial.unordered is None:
        return ""
    who = _denier(denial, judged)
    return capitalised(dated(denial.unordered, ALSO_CONTRARY_ON, ALSO_CONTRARY, denier=who))


def _denier(denial: Denial, judged: Judged) -> str:
    return of_origin(_origin(denial), judged)


def _root(denial: Denial, judged: Judged) -> str:
    return of_root(denial.root, judged, [_origin(denial)])


def _origin(denial: Denial) -> Origin:
    return next(trail.origin for trail in denial.item.trails if trail.origin.id == denial.actor)


def _reasons(denials: dict[str, Denial]) -> list[str]:
    return [id for denial in denials.values() for id in (denial.actor, denial.item.source.id)]


RULE = Rule("denied", "Denied", "caution", "agreement", check, natures=EVERY_NATURE)
