"""
No archived copy of a source is known.

Web pages vanish and change. Where no archived copy is entered, nobody can check later what we
read. This says nothing of whether the statement is right.

The caveat goes when every source that speaks for the statement has an archived copy.

FAIL
- {source: weekly}

PASS
- {source: court-record}      # archived
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import Caveat, Judged, Rule, number_word
from explainer.messages import Message

NONE_OF = Message(
    "None of the {all} sources has an archived copy that we know of.",
    one="The one source does not have an archived copy that we know of.",
)
SOME_OF = Message(
    "{number} of {all} sources do not have an archived copy that we know of.",
    one="{number} of {all} sources does not have an archived copy that we know of.",
)


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire once, with the number of supporting sources that have an address and no archived copy."""
    sources = judged.sources
    bare = [source.id for source in sources if source.url and not source.archived_url]
    if bare:
        message = NONE_OF if len(bare) == len(sources) else SOME_OF
        number, all_ = number_word(len(bare)), number_word(len(sources))
        yield RULE.caveat(judged, message(count=len(bare), number=number, all=all_), bare)


RULE = Rule("not-archived", "Not archived", "note", "reading", check, ("claim",))
