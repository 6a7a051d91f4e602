"""Whether a sentence that says that nobody said, showed or knows something says how far was looked.

Absence is a claim about reading. A sentence of general absence (“nobody has”, “no document”, “never confirmed”)
must be bounded by what was read, and lean on a record that tells what was looked for. A sentence of what one
text or speaker left out (“gave no number”) must lead to that text. The word of its waivers is `absence`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.checks._absent import Absence, absence
from explainer.checks._told import Finding, Told, Waiver, needed, told, unwaived
from explainer.diagnostics import Diagnostic
from explainer.dossier import Dossier
from explainer.linking import REFERENCE, Graph
from explainer.parsing import Entry
from explainer.prose import Page

RESTS_ON = "records"

_BOUND = re.compile(
    r"\bpages?\s+(?:that\s+)?(?:(?:were|was|are|we|we\s+have)\s+)?read\b|"
    r"\b(?:that|which)\s+(?:was|were|we|we\s+have)\s+(?:read|found)\b|\b(?:was|were)\s+read\b|"
    r"\bknown\s+(?:to\s+us|here)\b|\bwe\s+(?:have\s+)?(?:read|found|searched|know)\b|\blooked\s+for\b",
    re.IGNORECASE,
)
_OF_ONE_SOURCE = frozenset(["evidence", "figures", "wordings", "texts"])
"""Lists whose items speak of one source, whose own page says how much of it was read."""
_OF_OTHER_TEXTS = frozenset(["source", "correction"])
"""Kinds of record that speak of one document, or repeat sentences that stand elsewhere."""
_NOT_OURS = frozenset(["says", "statement", "would_answer", "would_change_if", "looked_for"])
"""Fields that hold what somebody else says, or what would be if; and the searches themselves."""
_WORTH = re.compile(
    r"\b(?:no|not|none|never|neither|nobody|nothing|only|any|single|without)\b", re.IGNORECASE
)


def check(dossier: Dossier, pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield every sentence of absence that does not say how far was looked."""
    return unwaived(_findings(dossier, pages))


def waivers(dossier: Dossier, pages: tuple[Page, ...]) -> tuple[Waiver, ...]:
    """Return every waiver that is needed, in the order of the files."""
    return needed(_findings(dossier, pages))


def _findings(dossier: Dossier, pages: tuple[Page, ...]) -> Iterator[Finding]:
    for one in told(dossier, pages, _WORTH.search, _is_ours):
        if one.sentence.sort == "alone" or not _WORTH.search(one.sentence.text):
            continue
        found = absence(one.sentence.text)
        if found:
            yield from _unbounded(one, found, dossier.graph)


def _is_ours(entry: Entry, path: tuple[str | int, ...]) -> bool:
    """Tell whether a field speaks in the site's own voice, and not of one source alone."""
    if path[0] in _OF_ONE_SOURCE or entry.kind.name in _OF_OTHER_TEXTS or "texts" in path:
        return False
    return not (path[0] == "articles" and path[-1] == "summary") and not any(
        step in _NOT_OURS for step in path
    )


def _unbounded(one: Told, found: Absence, graph: Graph) -> Iterator[Finding]:
    text = f"{one.sentence.lead} {one.sentence.text}"
    ids = [reference["id"].strip() for reference in REFERENCE.finditer(text)]
    if found.of == "one text" and (ids or one.own):
        return
    searched = [id for id in (*ids, one.own) if id in graph.entries and _was_looked_for(id, graph)]
    bounded = _BOUND.search(text)
    if bounded and searched:
        return
    where = one.at(one.sentence.text.find(found.words), found.words)
    said = " ".join(found.words.split())
    message = f"this sentence says “{said}”"
    if found.of == "one text":
        hint = "lead to the text or the speaker that leaves it out"
    elif not bounded:
        message = f"this sentence says “{said}” and does not say how far was looked"
        hint = "write “on the pages that were read”, and lead to a record with looked_for"
    else:
        message = f"this sentence says “{said}”, and no record tells what was looked for"
        hint = "add looked_for to a record on which it leans, and lead to that record"
    yield one.find("absence", where, "unbounded-absence", message, hint)


def _was_looked_for(id: str, graph: Graph) -> bool:
    return bool(getattr(graph.entries[id].record, "looked_for", ()))
