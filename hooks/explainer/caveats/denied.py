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
)
from explainer.judging import Denial, Item, Origin


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire for denials and refutations that stand, and for those that ended."""
    standing: dict[str, Denial] = {}
    ended: dict[str, Denial] = {}
    for denial in judged.assessment.denials:
        (standing if denial.stands else ended).setdefault(denial.actor, denial)
    for stance, verb in (("denies", "denied"), ("refutes", "refuted")):
        some = {id: denial for id, denial in standing.items() if denial.item.stance == stance}
        if some:
            who = listed(
                f"{_denier(denial, judged)}{dated(denial.item)}{_on_what(denial)}" for denial in some.values()
            )
            unsure = "".join(dict.fromkeys(_unordered(denial, judged) for denial in some.values()))
            brief = f"{verb} by {listed(_root(denial, judged) for denial in some.values())}{_since(some)}."
            yield RULE.caveat(judged, f"{verb} by {who}.{unsure}", _reasons(some), brief=brief)
    for denial in ended.values():
        if denial.actor not in standing and denial.ended_by is not None:
            yield _ended(denial, denial.ended_by, judged)


def _ended(denial: Denial, ending: Item, judged: Judged) -> Caveat:
    words = {
        "admitted": f"{_root(denial, judged)} acknowledged it",
        "supported": "later it supported it",
        "taken-back": "the denial was taken back",
    }
    verb = "denied it" if denial.item.stance == "denies" else "held it to be refuted"
    how = f"{words[denial.ending]}{dated(ending)}"
    sentence = f"{_denier(denial, judged)} {verb}{dated(denial.item)}; {how}."
    root = [denial.root] if denial.ending == "admitted" else []
    reasons = [*_reasons({denial.actor: denial}), *root, ending.source.id]
    brief = f"{_root(denial, judged)} {verb}{dated(denial.item)}; {how if root else words[denial.ending]}."
    return RULE.caveat(judged, capitalised(sentence), reasons, "note", brief=capitalised(brief))


def _since(denials: dict[str, Denial]) -> str:
    """Say when the only denial was made; of several, nothing."""
    return dated(next(iter(denials.values())).item) if len(denials) == 1 else ""


def _on_what(denial: Denial) -> str:
    """Say on what a denial rests, with a space before it; nothing where it is somebody's word alone."""
    shown = SHOWN_BY.get(denial.item.basis)
    return f" with {shown}" if shown else ""


def _unordered(denial: Denial, judged: Judged) -> str:
    if denial.unordered is None:
        return ""
    who = _denier(denial, judged)
    return (
        f" {capitalised(who)} also said the contrary{dated(denial.unordered)}; which came first is not known."
    )


def _denier(denial: Denial, judged: Judged) -> str:
    return of_origin(_origin(denial), judged)


def _root(denial: Denial, judged: Judged) -> str:
    return of_root(denial.root, judged, [_origin(denial)])


def _origin(denial: Denial) -> Origin:
    return next(trail.origin for trail in denial.item.trails if trail.origin.id == denial.actor)


def _reasons(denials: dict[str, Denial]) -> list[str]:
    return [id for denial in denials.values() for id in (denial.actor, denial.item.source.id)]


RULE = Rule("denied", "Denied", "caution", "agreement", check, natures=EVERY_NATURE)
