"""Short names of records: which of them stand for a longer name, and where a page uses one first.

A reader who does not know what “NIS” stands for finds it at its first mention on a page and at the page's end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape

from explainer.linking import Graph
from explainer.remembering import once_for_each

_SHORT = re.compile(r"[A-Z][A-Z0-9&]{1,9}")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SMALL = frozenset(("a", "and", "for", "in", "of", "on", "the", "to"))
"""Words that may give no letter to a short name."""

_PASSED = r"<(?P<whole>abbr|button|code|option|pre|script|style|svg|textarea|title)\b.*?</(?P=whole)>|<[^>]*>"
"""What holds no running text: tags, and elements in which no abbreviation may stand or is one already."""


def stands_for(short: str, names: Sequence[str]) -> str:
    """Return which of a record's names a short one of them stands for, the title first; empty if none is known.

    Its words give the letters, each the first of its own: National Intelligence Service, KUwait News Agency.
    A title that is short itself may come from another language: then the first longer name in Latin letters counts.
    """
    longer = [name for name in names if len(_WORD.findall(name)) > 1 and short not in name]
    for name in longer:
        if _gives(_WORD.findall(name.casefold()), short.casefold()):
            return name
    return next((name for name in longer if short == names[0] and name.isascii()), "")


def _gives(words: Sequence[str], letters: str) -> bool:
    """Tell whether each word in turn gives its first letters, at least one unless it is small, until none is left."""
    if not words or not letters:
        return not letters and all(word in _SMALL for word in words)
    first, rest = words[0], words[1:]
    if first in _SMALL and _gives(rest, letters):
        return True
    given = 1
    while given <= len(first) and letters[:given] == first[:given]:
        if _gives(rest, letters[given:]):
            return True
        given += 1
    return False


@once_for_each
def short_names_of(graph: Graph) -> Mapping[str, tuple[str, str]]:
    """Return the record and the long name for each short one that only one record has."""
    owners: dict[str, list[tuple[str, str]]] = {}
    for entry in graph.entries.values():
        names = list(dict.fromkeys((entry.title, *entry.kind.names(entry.record))))
        for short in filter(_SHORT.fullmatch, names):
            owners.setdefault(short, []).append((entry.id, stands_for(short, names)))
    return {short: found[0] for short, found in owners.items() if len(found) == 1 and found[0][1]}


def spelt_out(html: str, known: Mapping[str, tuple[str, str]]) -> tuple[str, list[str]]:
    """Return a page with each short name spelt out where it stands first in the text; and these, in their order."""
    candidates = sorted(known.keys() & set(_SHORT.findall(html))) if known else []
    if not candidates:
        return html, []
    met: set[str] = set()

    def first(found: re.Match[str]) -> str:
        short = found["short"]
        if short is None or short in met:
            return found[0]
        met.add(short)
        return f'<abbr title="{escape(known[short][1])}">{short}</abbr>'

    names = "|".join(map(re.escape, candidates))
    text = re.sub(rf"{_PASSED}|\b(?P<short>{names})\b", first, html, flags=re.DOTALL)
    return text, sorted(met)
