"""
A publisher that reports this says that it could not verify it.

Careful media say so themselves. The remark tends to get lost when a report is repeated,
so it is kept here, with the publisher who made it.

The caveat goes when the statement is corroborated by independent origins or acknowledged.

FAIL
- {source: wire-unverified}      # “could not independently verify the number”

PASS
- {source: wire-unverified}
- {source: court-record, basis: document}
- {source: observatory-report, basis: imagery}
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import Caveat, Judged, Rule, capitalised, clean, listed, publisher_of
from explainer.messages import Message

BRIEFLY = Message("{publishers} could not verify what was reported.")


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire for the publishers of supporting reports who could not verify them."""
    if judged.assessment.status in ("acknowledged", "corroborated"):
        return
    remarks: dict[str, str] = {}
    sources: list[str] = []
    publishers: list[str] = []
    for source in judged.sources:
        if source.could_not_verify:
            sources.append(source.id)
            publishers.append(publisher_of(source, judged))
            words = clean(source.could_not_verify).rstrip(".")
            remarks.setdefault(words.casefold(), f"{capitalised(words)} ({publisher_of(source, judged)})")
    if remarks:
        yield RULE.caveat(
            judged,
            f"{'; '.join(remarks.values())}.",
            sources,
            brief=BRIEFLY(publishers=listed(publishers)),
        )


RULE = Rule("unverified", "Not verified", "caution", "basis", check)
