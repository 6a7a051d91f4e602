"""
Somebody who says so was held by one side when he spoke.

Who is held may say what he saw, and may say what those who hold him want to hear; he cannot speak
freely, and he does not speak for those from whom he was taken. His words count as testimony, together
with the word of those who hold him, and never as an admission.

The caveat goes when somebody who is free says the same, and what was said in custody is no longer
needed as evidence.

FAIL
- {source: wire-report, basis: testimony, in_custody_of: southland-customs}

PASS
- {source: wire-report, basis: testimony}
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import Caveat, Judged, Rule, listed, named, of_origin
from explainer.judging import Item, origins_of
from explainer.messages import Message

IN_CUSTODY = Message("The words told by {speakers} were spoken in the custody of {holder}.")


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire for the supporting items whose speaker was held by somebody."""
    held: dict[str, list[Item]] = {}
    for item in judged.supporting:
        holder = item.evidence.in_custody_of
        if holder:
            held.setdefault(holder, []).append(item)
    for holder, items in held.items():
        ends = origins_of(items)
        who = listed(of_origin(end, judged) for end in ends)
        sources = dict.fromkeys(item.source.id for item in items)
        sentence = IN_CUSTODY(speakers=who, holder=named(holder, judged))
        yield RULE.caveat(judged, sentence, [holder, *(end.id for end in ends), *sources])


RULE = Rule("in-custody", "Spoken in custody", "caution", "voice", check)
