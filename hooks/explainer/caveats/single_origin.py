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

from collections.abc import Iterable, Iterator

from explainer.caveats._base import (
    Caveat,
    Judged,
    Rule,
    counted,
    listed,
    named,
    of_origin,
    of_root,
)
from explainer.judging.origins import Origin
from explainer.messages import Message

IN_LANGUAGES = Message("{reports} in {languages}")
ONE = Message("{reports}, one origin: {origins}")
ONE_ROOT = Message("{reports}, one origin, {root}: {origins}")
COUNTED_AS_ONE = Message(
    "{reports}, counted as one origin, since they share a text, members or material: {origins}"
)
NONE_KNOWN = Message("{reports}, no origin that is known: {origins}")
UNKNOWN = Message("of unknown belonging: {origins}")
NOT_SAID = Message("not said from whom: {origins}")
BRIEFLY = Message("{reports}, one origin.")
BRIEFLY_NONE_KNOWN = Message("{reports}, no origin that is known.")


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire when no two supporting items are certainly independent."""
    ends = judged.assessment.origins
    if not ends or judged.assessment.status == "acknowledged" or judged.assessment.independent > 1:
        return
    sources = judged.sources
    languages = {source.language.partition("-")[0] for source in sources}
    reports = counted(len(sources), "report")
    spread = (
        IN_LANGUAGES(reports=reports, languages=counted(len(languages), "language"))
        if len(languages) > 1
        else reports
    )
    reasons = [*(end.id for end in ends), *(source.id for source in sources)]
    yield RULE.caveat(judged, _told(spread, ends, judged), reasons, brief=_briefly(reports, ends, judged))


def _briefly(reports: str, ends: tuple[Origin, ...], judged: Judged) -> str:
    """Name the root of all origins, where there is one."""
    roots = {end.root for end in ends if end.root and end.declared}
    if len(roots) == 1:
        return f"{ONE(reports=reports, origins=of_root(roots.pop(), judged, ends))}."
    return BRIEFLY(reports=reports) if roots or len(ends) == 1 else BRIEFLY_NONE_KNOWN(reports=reports)


def _told(reports: str, ends: tuple[Origin, ...], judged: Judged) -> str:
    """Say what the origins come to: those that count, those of nobody known, those that are not said."""
    known = [end for end in ends if end.root and end.declared]
    strays = [end for end in ends if not end.root]
    lost = [end for end in ends if end.root and not end.declared]
    if len(ends) == 1:
        return f"{ONE(reports=reports, origins=of_origin(ends[0], judged))}."
    if not known:
        return f"{NONE_KNOWN(reports=reports, origins=_names(ends, judged))}."
    roots = {end.root for end in known}
    message = COUNTED_AS_ONE if len(roots) > 1 else ONE_ROOT if len(known) > 1 else ONE
    parts = [message(reports=reports, root=named(min(roots), judged), origins=_names(known, judged))]
    if strays:
        parts.append(UNKNOWN(origins=_names(strays, judged)))
    if lost:
        parts.append(NOT_SAID(origins=_names(lost, judged)))
    return f"{'; '.join(parts)}."


def _names(ends: Iterable[Origin], judged: Judged) -> str:
    return listed(of_origin(end, judged) for end in ends)


RULE = Rule("single-origin", "One origin", "caution", "voice", check)
