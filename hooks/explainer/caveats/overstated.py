"""
Retellings of this go further than the origin did.

“Could” became “did”, a part became the whole, “sources say” became “confirmed”. Here stands what
was said first and what became of it, with the reports that show it. Readers who know the stronger
version should know that the origin did not say it.

The caveat stays as long as such a retelling is known: it is about how the statement is told.

FAIL
retellings:
- {what: “Up to 300” became “300”., sources: [weekly]}

PASS
evidence:
- {source: weekly}
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import Caveat, Judged, Rule, counted, listed, printed_by
from explainer.kinds.claim import Retelling
from explainer.messages import Message

BRIEFLY = Message("Retold in {ways} as more than was said.", one="Retold as more than was said.")


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire for the retellings that were known by the day of the assessment."""
    retellings = judged.claim.retellings if judged.claim else ()
    known = [retelling for retelling in retellings if _is_known(retelling, judged)]
    if known:
        sentence = " ".join(_told(retelling, judged) for retelling in known)
        yield RULE.caveat(
            judged,
            sentence,
            [id for retelling in known for id in retelling.sources],
            brief=BRIEFLY(count=len(known), ways=counted(len(known), "way")),
        )


def _is_known(retelling: Retelling, judged: Judged) -> bool:
    sources = (judged.origins.source(id) for id in retelling.sources)
    dates = [source.published or source.text_date for source in sources if source]
    return all(date is None or date.end <= judged.assessment.as_of for date in dates)


def _told(retelling: Retelling, judged: Judged) -> str:
    words = " ".join(retelling.what.split()).removesuffix(".")
    names = listed(printed_by(id, judged) for id in retelling.sources)
    return f"{words} ({names})." if names else f"{words}."


RULE = Rule("overstated", "Overstated elsewhere", "caution", "reach", check, ("claim",))
