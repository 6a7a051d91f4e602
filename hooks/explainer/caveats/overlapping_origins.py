"""
Some who say so are made of others, or share one text, so that they count once.

A body that is composed of members may have from them what it says. Where one of them speaks as well, or
another body to which that one belongs, there is one origin for certain, and perhaps there are two. One
text to which several put their names is one word, however many they are. The number of origins is then
an upper bound: “at most”.

The caveat goes when the body’s finding is its own and rests on something observed, when those who share
a text say so each on its own, or when the others are no longer needed as evidence.

FAIL
- {source: league-statement}      # Eastland is a member of the League
- {source: eastland-statement}

FAIL
- {source: joint-notice}          # one text of the court and the observatory

PASS
- {source: league-statement, basis: imagery, own_finding: true}
- {source: eastland-statement}

PASS
- {source: court-record}
- {source: observatory-report}
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import Caveat, Judged, Rule, listed, named, of_origin
from explainer.judging import Item, Origin
from explainer.messages import Message

ONE_TEXT = Message("{text} is one text of {origins}, and counts as one origin.")
MEMBERS = Message(
    "{members} are members of {body} and counted already, "
    "so that their word and that of the body may be one.",
    one="{members} is a member of {body} and counted already, "
    "so that its word and that of the body may be one.",
)


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire for each body beside its members, and each text of several, where that makes the count “at most”."""
    now = judged.assessment
    if now.at_most == now.independent:
        return
    for item in judged.supporting:
        if item.is_joint:
            yield from _of_a_text(item, judged)
    bodies = {trail.origin.id: trail.origin for item in judged.supporting for trail in item.trails}
    for body in bodies.values():
        if body.members:
            yield from _of_a_body(body, judged)


def _of_a_text(item: Item, judged: Judged) -> Iterator[Caveat]:
    ends = [trail.origin for trail in item.trails if trail.origin.declared and trail.origin.root]
    roots = dict.fromkeys(end.root for end in ends)
    if len(roots) > 1:
        names = listed(of_origin(end, judged) for end in ends)
        sentence = ONE_TEXT(text=named(item.source.id, judged), origins=names)
        yield RULE.caveat(judged, sentence, [item.source.id, *(end.id for end in ends), *roots])


def _of_a_body(body: Origin, judged: Judged) -> Iterator[Caveat]:
    own = [item for item in judged.supporting if any(trail.origin.id == body.id for trail in item.trails)]
    hands = frozenset[str]().union(*(item.hands for item in own))
    others = frozenset[str]().union(*(item.hands for item in judged.supporting if item not in own))
    beside = sorted(body.members & hands & others)
    if beside:
        sentence = MEMBERS(
            count=len(beside),
            members=listed(named(root, judged) for root in beside),
            body=of_origin(body, judged),
        )
        yield RULE.caveat(judged, sentence, [body.id, *beside, *(item.source.id for item in own)])


RULE = Rule("overlapping-origins", "Counted once", "note", "support", check)
