"""
Everything that speaks for this goes back to one origin.

Several outlets may repeat one statement. Every report is followed to the one that it relays,
and that to the next; what counts is where the trails end. Two people, two departments or two
outlets of one state or owner are one origin.

The caveat goes when a source is added whose trail ends at another, independent origin.

FAIL
- {source: wire-report}       # passes on the ministry
- {source: newspaper}         # passes on the wire report

PASS
- {source: wire-report}
- {source: court-record}      # the court's own word
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import Caveat, Judged, Rule, capitalised, counted, listed, of_origin
from explainer.judging.assessing import roots_of


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire when all supporting items share one root, or have none that is known."""
    items = judged.supporting
    ends = judged.assessment.origins
    if not items or len(roots_of(ends, declared=False)) > 1 or judged.assessment.status == "acknowledged":
        return
    sources = {item.source.id: item.source for item in items}
    languages = {source.language.partition("-")[0] for source in sources.values()}
    reports = counted(len(sources), "report")
    spread = f" in {counted(len(languages), 'language')}" if len(languages) > 1 else ""
    names = listed(of_origin(end, judged) for end in ends)
    noun = "one origin" if len(ends) == 1 else "one origin at most"
    yield RULE.caveat(judged, f"{capitalised(reports)}{spread}, {noun}: {names}.", [*(end.id for end in ends), *sources])


RULE = Rule("single-origin", "One origin", "caution", check)
