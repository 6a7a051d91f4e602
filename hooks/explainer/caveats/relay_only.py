"""
We cite the echo and not the voice.

What the origin said was read in the words of others. Something may have been left out, added or
sharpened on the way. An interview, a speech or a hearing is the voice itself, whoever prints it;
so is a report for which an unnamed person spoke to the reporter.

The caveat goes when the origin's own publication is added as a source. A report that does not say
from whom it has this changes nothing.

FAIL
- {source: wire-report}           # a news agency on the ministry's statement

FAIL
- {source: wire-report}
- {source: weekly}                # does not say from whom it has this

PASS
- {source: wire-report}
- {source: ministry-statement}    # the statement itself
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import Caveat, Judged, Rule, listed, of_origin, publisher_of
from explainer.judging import Item, Trail, origins_of
from explainer.messages import Message

IN_WORDS_OF = Message("What {origins} said was read only in the words of {publishers}.")
BRIEFLY = Message("What was said was read only in the words of others.")

SPOKEN = ("interview", "speech", "hearing", "broadcast")
"""Types of source that print or play the voice itself."""


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire when no supporting item whose origin is declared is the voice of that origin."""
    declared = (
        item.only(trail for trail in item.trails if trail.origin.declared) for item in judged.supporting
    )
    items = [item for item in declared if item is not None]
    if not items or any(_is_voice(item, trail, judged) for item in items for trail in item.trails):
        return
    ends = origins_of(items)
    sources = list({item.source.id: item.source for item in items}.values())
    echoes = listed(publisher_of(source, judged) for source in sources)
    yield RULE.caveat(
        judged,
        IN_WORDS_OF(origins=listed(of_origin(end, judged) for end in ends), publishers=echoes),
        [*(end.id for end in ends), *(source.id for source in sources)],
        brief=BRIEFLY(),
    )


def _is_voice(item: Item, trail: Trail, judged: Judged) -> bool:
    if len(trail.path) == 1:
        return True
    if len(trail.path) == 2 and (not trail.origin.named or item.source.type in SPOKEN):
        return True
    publisher = judged.origins.publisher(item.source, judged.assessment.as_of)
    return publisher.id == trail.origin.id or (bool(publisher.root) and publisher.root == trail.origin.root)


RULE = Rule("relay-only", "Read only as an echo", "note", "basis", check, ("claim",))
