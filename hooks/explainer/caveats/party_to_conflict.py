"""
Only parties are known to say so.

A party has a stake in what is believed. Its word may be true, and nobody who is none has been
found who says the same. This holds for all that belongs to a party: its people, its services and
the media that it owns.

Where parties on different sides say the same, each on its own, that weighs more, and the caveat
is a note. A report that does not say from whom it has this changes nothing.

The caveat goes when a source is added whose trail ends with somebody who is no party, or when an actor
whom the statement concerns acknowledges it.

FAIL
- {source: ministry-statement}    # Northland's ministry
- {source: customs-statement}        # Southland's customs service

FAIL
- {source: ministry-statement}
- {source: weekly}                # does not say from whom it has this

PASS
- {source: ministry-statement}
- {source: observatory-report}    # no party
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import Caveat, Judged, Rule, known_origins, listed, named, of_origin
from explainer.judging import Origin, opponents_agree
from explainer.messages import Message

PARTIES = Message("Only {parties} say so: {origins}.", one="Only {a_party} says so: {origins}.")
OPPONENTS = Message("Only {parties} say so, on different sides: {origins}.")


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire when every supporting origin that is declared is a party."""
    known = known_origins(judged)
    if not known or judged.assessment.status == "acknowledged" or not all(end.party for end in known):
        return
    roots = dict.fromkeys(end.root for end in known)
    opposed = opponents_agree(judged.supporting)
    message, words = OPPONENTS if opposed else PARTIES, judged.settings.words
    sentence, brief = (
        message(count=len(roots), parties=words.parties, a_party=words.a_party, origins=listed(names))
        for names in ((_with_root(end, judged) for end in known), (named(root, judged) for root in roots))
    )
    sources = [source.id for source in judged.sources]
    reasons = [*(end.id for end in known), *roots, *sources]
    yield RULE.caveat(judged, sentence, reasons, "note" if opposed else "", brief=brief)


def _with_root(end: Origin, judged: Judged) -> str:
    name = of_origin(end, judged)
    return name if end.root == end.id else f"{name} ({named(end.root, judged)})"


RULE = Rule("party-to-conflict", "Parties alone", "caution", "voice", check)
