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
    if len(rests) == 1:
        return f"Without {of_root(next(iter(rests)), judged, judged.assessment.origins)}, {_rest(*rests.values())}."
    return f"Without any one of {number_word(len(rests))} origins it would not be {status}."


def _sentence(status: str, rests: dict[str, str], judged: Judged) -> str:
    names = {root: of_root(root, judged, judged.assessment.origins) for root in rests}
    words = {rest: [names[root] for root in rests if rests[root] == rest] for rest in rests.values()}
    each = [f"without {listed(some, 'or')}, {_rest(rest)}" for rest, some in words.items()]
    if len(words) > 1:
        return f"It is not {status} without each of these: {'; '.join(each)}."
    (rest, some), *_ = words.items()
    if len(some) > 1:
        either = "either" if len(some) == 2 else "any one of them"
        return f"It is {status} because of {listed(some)} together: without {either}, {_rest(rest)}."
    return f"It is {status} because of {some[0]}: without that, {_rest(rest)}."


def _rest(status: str) -> str:
    return "nothing speaks for it" if status == "unsupported" else f"the rest would be {status}"


RULE = Rule("hangs-on-one", "Hangs on one origin", "caution", "support", check)
