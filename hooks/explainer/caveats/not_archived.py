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

from explainer.caveats._base import Caveat, Judged, Rule, capitalised, number_word


def check(judged: Judged) -> Iterator[Caveat]:
    """Fire once, with the number of supporting sources that have an address and no archived copy."""
    sources = judged.sources
    bare = [source.id for source in sources if source.url and not source.archived_url]
    if bare:
        yield RULE.caveat(
            judged, f"{_share(len(bare), len(sources))} an archived copy that we know of.", bare
        )


def _share(bare: int, all_: int) -> str:
    if bare == all_:
        return "The one source does not have" if bare == 1 else f"None of the {number_word(all_)} sources has"
    verb = "does" if bare == 1 else "do"
    return f"{capitalised(number_word(bare))} of {number_word(all_)} sources {verb} not have"


RULE = Rule("not-archived", "Not archived", "note", "reading", check, ("claim",))
