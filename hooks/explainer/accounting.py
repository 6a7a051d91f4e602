"""What each sentence of a page answers for: it leads to records, is marked as ours, or frames what is said.

A sentence leads to records if it refers to one, or answers a question that does. It is ours if it says so (“our
reading”), or stands in a paragraph that begins so. It frames if it is a heading, a label, a term, introduces what
follows, asks, or leads on to another page; any other sentence that says nothing about the subject is marked
(`<!-- framing: why -->` right before it). A page about the site itself says so once (`<!-- about this site: why -->`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal

from explainer.linking import REFERENCE
from explainer.prose import Page, bare_prose
from explainer.sentences import Sentence, sentences

Sort = Literal["records", "ours", "framing", "site", "unaccounted"]

_OURS = re.compile(r"\bour reading\b", re.IGNORECASE)
_OURS_BELOW = re.compile(r"^\W*Our reading\b.{0,20}?[:.]", re.IGNORECASE)
_ABOUT_THE_SITE = re.compile(r"<!--\s*about this site:\s*\S.*?-->")
_FRAMING = re.compile(r"<!--\s*framing:\s*\S.*?-->")
_WAY_ON = re.compile(r"\]\((?!https?:|mailto:|//)[^)\s]+\)")
"""A link to another page of the site."""
_MARKER = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)]|:|>)\s+")
_RULE = re.compile(r"^[\s|:-]+$")
_BLOCK = re.compile(r"^\s*(?:[-*+>]\s*)?:{2,}")
"""A block of the site, or what looks like one."""
_LABEL = re.compile(r"^\s*(?:[-*+]\s+|\d{1,3}[.)]\s+|:\s+)?(\*\*|__)(?:(?!\1).)+\1[.:]?\s*$", re.DOTALL)
"""A sentence that is one bold label."""


@dataclass(frozen=True, slots=True)
class Account:
    """One sentence and what answers for it."""

    sentence: Sentence
    sort: Sort
    records: tuple[str, ...] = ()
    """The ids to which it leads."""

    @property
    def words(self) -> str:
        """The sentence on one line, as it was written."""
        return " ".join(self.sentence.text.split())


@lru_cache(maxsize=512)
def accounts(page: Page) -> tuple[Account, ...]:
    """Return an account of every sentence of a page, in its order."""
    found = [one for one in sentences(bare_prose(page.text)) if one.sort != "alone" and _says_something(one)]
    about_site = _ABOUT_THE_SITE.search(page.text) is not None
    blocks = [list(group) for _, group in groupby(found, key=lambda one: one.block)]
    return tuple(
        account
        for block, after in zip(blocks, [*blocks[1:], []], strict=False)
        for account in _of_block(block, after, page.text, about_site=about_site)
    )


def _says_something(one: Sentence) -> bool:
    """Tell whether there are words: a table's head, and the rule below it, only name its columns."""
    if (one.sort == "row" and one.lead == one.text) or _BLOCK.match(one.text):
        return False
    return re.search(r"\w", one.text) is not None and not _RULE.match(one.text)


def _is_marked(one: Sentence, text: str) -> bool:
    """Tell whether a mark stands right before a sentence, or between its bullet and its words."""
    begins = one.start + len(one.text) - len(_MARKER.sub("", one.text).lstrip())
    before = text[:begins].rstrip(" ")
    before = before.removesuffix("\n")
    return any(
        found.end() == len(before) for found in _FRAMING.finditer(before, max(before.rfind("<!--"), 0))
    )


def _of_block(
    block: list[Sentence], after: list[Sentence], text: str, *, about_site: bool
) -> Iterator[Account]:
    whole = "".join(one.text for one in block)
    ours = _OURS_BELOW.match(whole) is not None
    leads_on = block[0].sort == "item" and _WAY_ON.search(whole) is not None
    is_term = block[0].sort == "paragraph" and bool(after) and after[0].sort == "definition"
    asked: tuple[str, ...] = ()
    for one in block:
        records = tuple(dict.fromkeys(found["id"].strip() for found in REFERENCE.finditer(one.text))) or asked
        asked = records if one.text.rstrip(" \n])*_").endswith("?") else ()
        sort: Sort = "unaccounted"
        if records:
            sort = "records"
        elif ours or _OURS.search(one.text):
            sort = "ours"
        elif is_term or leads_on or _frames(one) or _is_marked(one, text):
            sort = "framing"
        elif about_site:
            sort = "site"
        yield Account(one, sort, records)


def _frames(one: Sentence) -> bool:
    return bool(
        _LABEL.match(one.text) or _WAY_ON.search(one.text) or one.text.rstrip(" \n*_").endswith((":", "?"))
    )


_LINK = re.compile(r"(?<!\[)\[([^\[\]]+)\]\([^)\s]*\)")
_ATTRIBUTES = re.compile(r"\{[:#.][^}]*\}")


def readable(account: Account) -> str:
    """Return a sentence as prose of its own: without the marks of lists and tables, links within the site as words."""
    text = _ATTRIBUTES.sub("", _LINK.sub(r"\1", _MARKER.sub("", account.words)))
    if account.sentence.sort == "row":
        text = " · ".join(cell.strip() for cell in text.strip("| ").split("|"))
    return text.strip()
