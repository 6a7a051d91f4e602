"""
What looks like a confirmation comes from where the statement came from.

A report can leave a state or an owner and come back to it: its news agency quotes a newspaper
that quotes its ministry. A body can confirm what the maker of the statement has told it.
None of this adds to the count of origins.

A body may also have been told: another that says the same is known to share information with it,
and it shows nothing of its own. Where but one origin would be left without such a body, that is
said as a note. The count does not change, for nobody has shown that it was told.

The caveat goes when the report that comes back is left out, or when the body that confirms shows
something that it observed itself.

FAIL
- {source: radio-echo}        # Northland's radio, on the newspaper, on the wire, on the ministry

FAIL
- {source: eastland-notice}   # Eastland confirms what Northland's ministry has told it

FAIL
- {source: customs-statement}    # Southland's customs service, which shares information with Eastland
- {source: eastland-statement}

PASS
- {source: wire-report}
- {source: eastland-statement, basis: imagery}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from explainer.caveats._base import (
    Caveat,
    Judged,
    Rule,
    listed,
    named,
    of_origin,
    printed_by,
)
from explainer.judging import OBSERVED, Origin, Trail, roots_of
from explainer.judging.bonds import holds
from explainer.judging.origins import REPEATERS
from explainer.kinds.actor import Actor, Relation
from explainer.linking import Graph
from explainer.messages import Message
from explainer.remembering import once_for_each

OUT_AND_BACK = Message("Out of {root} and back into it: {steps}.")
HAS_IT_FROM = Message("{teller} has it from {origin}")
PASSES_ON = Message("{publisher} passes on what {origin} has told it; that is no second origin.")
MAY_HAVE_BEEN_TOLD = Message(
    "{tellers} share information with {bodies}; what {origin} says may rest on it.",
    one="{tellers} shares information with {bodies}; what {origin} says may rest on it.",
)


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire for trails that come back, for bodies that confirm what they were told, or may have been told."""
    makers = _roots_of(judged.statement.made_by, judged)
    seen: set[tuple[str, ...]] = set()
    for item in judged.supporting:
        for trail in item.trails:
            if trail.path not in seen:
                seen.add(trail.path)
                yield from _comes_back(trail, judged)
                yield from _confirms(trail, makers, judged)
    yield from _may_have_been_told(makers, judged)


def _roots_of(actors: tuple[str, ...], judged: Judged) -> frozenset[str]:
    return frozenset(judged.root(actor) for actor in actors) - {""}


def _comes_back(trail: Trail, judged: Judged) -> Iterator[Caveat]:
    """Fire when a root stands on a trail twice, with another between."""
    roots = [judged.root(id) for id in trail.path]
    end = roots[-1]
    for at, root in enumerate(roots):
        if end and root == end and any(between != end for between in roots[at:]):
            names = [printed_by(id, judged) for id in trail.path[at:]]
            steps = [HAS_IT_FROM(teller=teller, origin=origin) for teller, origin in pairwise(names)]
            sentence = OUT_AND_BACK(root=named(end, judged), steps="; ".join(steps))
            yield RULE.caveat(judged, sentence, [*trail.path[at:], end])
            return


def _confirms(trail: Trail, makers: frozenset[str], judged: Judged) -> Iterator[Caveat]:
    """Fire when a body that is no medium publishes what the maker's own side has told it."""
    if trail.origin.root not in makers:
        return
    for id in trail.path[:-1]:
        source = judged.origins.source(id)
        publisher = source and judged.actor(judged.origins.publisher_key(source))
        if not publisher or publisher.type in REPEATERS:
            continue
        if judged.root(id) != trail.origin.root:
            sentence = PASSES_ON(publisher=printed_by(id, judged), origin=of_origin(trail.origin, judged))
            yield RULE.caveat(judged, sentence, [id, publisher.id, trail.origin.id])


def _may_have_been_told(makers: frozenset[str], judged: Judged) -> Iterator[Caveat]:
    """Fire when but one root would be left without those who may only say what another has told them."""
    ends = judged.assessment.origins
    roots = roots_of(ends)
    told: dict[str, tuple[Origin, dict[str, Relation]]] = {}
    for end in ends:
        others = (makers | roots) - {end.root}
        tellers = {
            teller.id: relation
            for teller, relation in _tellers(end, judged)
            if judged.root(teller.id) in others
        }
        if tellers:
            told[end.id] = (end, tellers)
    own_word = {end.root for end in ends if end.root and end.declared and end.id not in told}
    if len(own_word) > 1:
        return
    for end, tellers in told.values():
        sentence = MAY_HAVE_BEEN_TOLD(
            count=len(tellers),
            tellers=listed(named(teller, judged) for teller in tellers),
            bodies=listed(named(relation.to, judged) for relation in tellers.values()),
            origin=of_origin(end, judged),
        )
        sources = [id for relation in tellers.values() for id in relation.sources]
        yield RULE.caveat(judged, sentence, [*tellers, end.id, *sources], "note")


def _tellers(end: Origin, judged: Judged) -> Iterator[tuple[Actor, Relation]]:
    """Yield who shares information with an origin that shows nothing of its own, or with its body."""
    items = [item for item in judged.supporting if any(trail.origin.id == end.id for trail in item.trails)]
    if not judged.actor(end.id) or any(item.basis in OBSERVED or item.basis == "admission" for item in items):
        return
    for id in judged.origins.chain(end.id, judged.assessment.as_of):
        for teller, relation in _sharers(judged.graph).get(id, ()):
            if any(holds(relation, item.known_by) for item in items):
                yield teller, relation


@once_for_each
def _sharers(graph: Graph) -> dict[str, list[tuple[Actor, Relation]]]:
    """Return who shares information with each actor; found once, since much leads back to an actor."""
    found: dict[str, list[tuple[Actor, Relation]]] = {}
    for entry in graph.of_kind("actor"):
        for relation in entry.record.relations:
            if relation.type == "shares-information-with":
                found.setdefault(relation.to, []).append((entry.record, relation))
    return found


RULE = Rule("circular-reporting", "Circular reporting", "caution", "support", check, ("claim",))
