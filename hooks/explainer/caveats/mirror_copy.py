"""
A source was read in a copy on somebody else's site.

The copy stands on a site that is neither the publisher's nor that of a customer of its agency.
It may be shortened, changed or wrongly dated, and we could not compare it with the original.
Where nothing but copies, and reports that do not say from whom they have it, speaks for the
statement, the caveat weighs more.

The caveat goes when the publisher's own page is read and entered.

FAIL
- {source: weekly-copy}

PASS
- {source: weekly}
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from explainer.caveats._base import (
    EVERY_NATURE,
    Caveat,
    Judged,
    Rule,
    counted,
    listed,
    publisher_of,
)
from explainer.kinds.source import Source
from explainer.messages import Message

COPIES = Message("{copies}: read in a copy, not at the publisher’s.")
ON_HOST = Message("{publisher} (on {host})")
BRIEFLY = Message("{sources} read in a copy, not at the publisher’s.")


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire for supporting sources that are copies."""
    copies = [source for source in judged.sources if source.mirror]
    if copies:
        names = listed(_copy(source, judged) for source in copies)
        originals = any(
            trail.origin.declared
            for item in judged.supporting
            if not item.source.mirror
            for trail in item.trails
        )
        severity = "" if originals else "caution"
        yield RULE.caveat(
            judged,
            COPIES(copies=names),
            [source.id for source in copies],
            severity,
            brief=BRIEFLY(sources=counted(len(copies), "source")),
        )


def _copy(source: Source, judged: Judged) -> str:
    """Name the publisher of a copy, and where the copy lies."""
    name, host = publisher_of(source, judged), urlsplit(source.url or "").hostname
    return ON_HOST(publisher=name, host=host.removeprefix("www.")) if host else name


RULE = Rule("mirror-copy", "Copy on another site", "note", "reading", check, natures=EVERY_NATURE)
