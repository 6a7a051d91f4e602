"""
Everything that speaks for this goes back to one origin.

Several outlets may repeat one statement. Every report is followed to the one that it relays,
and that to the next; what counts is where the trails end. Two people, two departments or two
outlets of one state or owner are one origin. A voice of whom it is not known to whom it belongs
adds nothing to the count, nor does a report that does not say from whom it has this. A joint text
of several is one origin; so are a body and its members, and a finding and whoever handed over the
material for it.

The caveat goes when a source is added whose trail ends at another, independent origin,
or when an actor whom the statement concerns acknowledges it.

FAIL
- {source: wire-report}       # passes on the ministry
- {source: newspaper}         # passes on the wire report

PASS
- {source: wire-report}
- {source: court-record}      # the court's own word
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.caveats._base import (
    Caveat,
    Judged,
    Rule,
    capitalised,
    counted,
    listed,
    named,
    of_origin,
    of_root,
)
from explainer.judging.origins import Origin


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire when no two supporting items are certainly independent."""
    ends = judged.assessment.origins
    if not ends or judged.assessment.status == "acknowledged" or judged.assessment.independent > 1:
        return
    sources = judged.sources
    languages = {source.language.partition("-")[0] for source in sources}
    reports = counted(len(sources), "report")
    spread = f" in {counted(len(languages), 'language')}" if len(languages) > 1 else ""
    sentence = f"{capitalised(reports)}{spread}, {_origin(ends, judged)}."
    reasons = [*(end.id for end in ends), *(source.id for source in sources)]
    yield RULE.caveat(judged, sentence, reasons, brief=f"{capitalised(reports)}, {_root(ends, judged)}.")


def _root(ends: tuple[Origin, ...], judged: Judged) -> str:
    """Name the root of all origins, where there is one."""
    roots = {end.root for end in ends if end.root and end.declared}
    if len(roots) == 1:
        return f"one origin: {of_root(roots.pop(), judged, ends)}"
    return "one origin" if roots or len(ends) == 1 else "no origin that is known"


def _origin(ends: tuple[Origin, ...], judged: Judged) -> str:
    if len(ends) == 1:
        return f"one origin: {of_origin(ends[0], judged)}"
    known = [end for end in ends if end.root and end.declared]
    lost = listed(of_origin(end, judged) for end in ends if end.root and not end.declared)
    strays = listed(of_origin(end, judged) for end in ends if not end.root)
    if not known:
        return f"no origin that is known: {listed(of_origin(end, judged) for end in ends)}"
    names = listed(of_origin(end, judged) for end in known)
    roots = {end.root for end in known}
    if len(roots) > 1:
        one = f"counted as one origin, since they share a text, members or material: {names}"
    elif len(known) > 1:
        one = f"one origin, {named(min(roots), judged)}: {names}"
    else:
        one = f"one origin: {names}"
    further = (
        f"of unknown belonging: {strays}" if strays else "",
        f"not said from whom: {lost}" if lost else "",
    )
    return "; ".join([one, *(words for words in further if words)])


RULE = Rule("single-origin", "One origin", "caution", "voice", check)
