"""
The status hangs on one origin, though several speak for it.

What speaks for the statement is judged again without each origin in turn, and without all that
belongs to it, what it handed over and what only it lets be known. If the rest amounts to less,
the status is no surer than that one origin. Where all goes back to one origin anyway, another
caveat says so; that somebody acknowledges a thing hangs on his own word by its nature.

The caveat goes when a further source is added that does for the status what this origin does alone:
another that is no party, or another that rests on something observed.

FAIL
- {source: court-record, basis: document}     # the only one that shows something
- {source: observatory-report}

FAIL
- {source: court-record}                      # the only one that is no party
- {source: ministry-statement}

PASS
- {source: court-record, basis: document}
- {source: observatory-report, basis: imagery}
- {source: leaflet, basis: testimony}

PASS
- {source: court-record}                      # all there is: another caveat says so
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import Caveat, Judged, Rule, listed, number_word, of_root
from explainer.judging import origins_of, without
from explainer.messages import Message
from explainer.phrases import alternatives

ONE = Message("It is {status} because of {origins}: without that, the rest would be {rest}.")
TWO = Message("It is {status} because of {origins} together: without either, the rest would be {rest}.")
MORE = Message(
    "It is {status} because of {origins} together: without any one of them, the rest would be {rest}."
)
ONE_AND_NO_REST = Message("It is {status} because of {origins}: without that, nothing speaks for it.")
DIFFERENT_RESTS = Message("It is not {status} without each of these: {rests}.")
ITS_REST = Message("without {origins}, the rest would be {rest}")
NO_REST = Message("without {origins}, nothing speaks for it")
BRIEFLY = Message("Without {origins}, the rest would be {rest}.")
BRIEFLY_NO_REST = Message("Without {origins}, nothing speaks for it.")
BRIEFLY_SEVERAL = Message("Without any one of {number} origins it would not be {status}.")

CARRIED = ("corroborated", "reported")


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire for each root without which the status would be lower, where others speak beside it."""
    now = judged.assessment
    if now.status not in CARRIED or now.independent < 2:
        return
    roots = sorted({end.root for end in now.origins if end.root})
    rests = {root: without(judged.statement, [root], judged.origins, now.as_of).status for root in roots}
    rests = {root: rest for root, rest in rests.items() if rest != now.status}
    if rests:
        items = [item for item in judged.supporting if item.hands & rests.keys()]
        ends = [end for end in origins_of(items) if end.root in rests]
        reasons = [*rests, *(end.id for end in ends), *(item.source.id for item in items)]
        yield RULE.caveat(
            judged, _sentence(now.status, rests, judged), reasons, brief=_brief(now.status, rests, judged)
        )


def _brief(status: str, rests: dict[str, str], judged: Judged) -> str:
    """Say how many origins it is that carry the status, and name one alone."""
    if len(rests) > 1:
        return BRIEFLY_SEVERAL(number=number_word(len(rests)), status=status)
    (root, rest), *_ = rests.items()
    message = BRIEFLY_NO_REST if rest == "unsupported" else BRIEFLY
    return message(origins=of_root(root, judged, judged.assessment.origins), rest=rest)


def _sentence(status: str, rests: dict[str, str], judged: Judged) -> str:
    names = {root: of_root(root, judged, judged.assessment.origins) for root in rests}
    words = {rest: [names[root] for root in rests if rests[root] == rest] for rest in rests.values()}
    if len(words) > 1:
        each = (
            (NO_REST if rest == "unsupported" else ITS_REST)(origins=listed(some, alternatives), rest=rest)
            for rest, some in words.items()
        )
        return DIFFERENT_RESTS(status=status, rests="; ".join(each))
    (rest, some), *_ = words.items()
    one = ONE_AND_NO_REST if rest == "unsupported" else ONE  # of two that carry it, each leaves the other
    message = {1: one, 2: TWO}.get(len(some), MORE)
    return message(status=status, origins=listed(some), rest=rest)


RULE = Rule("hangs-on-one", "Hangs on one origin", "caution", "support", check)
