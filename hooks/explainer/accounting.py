"""What each sentence of a page answers for: it leads to records, is marked as ours, or frames what is said.

A sentence leads to records if it refers to one, or answers a question that does. It is ours if it says so (“our
reading”), or stands in a paragraph that begins so. It frames if it stands for what answers for itself: a term before
its definition, a bold label before sentences that lead to records, a colon before a list of which every item does, a
question whose answer does; or if it says that something is told on another page, and gives no number. Any other
sentence that says nothing about the subject is marked (`<!-- framing: why -->` right before it). A page about the site
itself says so once (`<!-- about this site: why -->`).

The prose of a record is answered for by the sources that the record cites, wherever it leads no further.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, takewhile
from typing import Literal

from explainer.images import IN_MARKDOWN
from explainer.linking import REFERENCE
from explainer.parsing import Entry
from explainer.prose import Page, bare_prose
from explainer.sentences import Sentence, sentences

Sort = Literal["records", "ours", "framing", "site", "own", "unaccounted"]

WITHOUT_SOURCES = ("correction", "source", "term")
"""Kinds of which the prose needs no further source: on the site, on a source, on what a word means."""

_OURS = re.compile(r"\bour reading\b", re.IGNORECASE)
_OURS_BELOW = re.compile(r"^\W*Our reading\b.{0,20}?[:.]", re.IGNORECASE)
_ABOUT_THE_SITE = re.compile(r"<!--\s*about this site:\s*\S.*?-->")
_FRAMING = re.compile(r"<!--\s*framing:\s*\S.*?-->")
_WAY_ON = re.compile(r"(?<!\[)\[[^\[\]]+\]\((?!https?:|mailto:|//)[^)\s]+\)(?:\{[^}]*\})?")
"""A link to another page of the site."""
_TELLS_WHERE = re.compile(
    r"\b(?:see|look|tell us|report|taken apart|"
    r"(?:is|are) (?:collected|described|explained|found|listed|set out|shown|told|treated)|"
    r"(?:says|explains|shows) (?:how|what|which|who|why))\b",
    re.IGNORECASE,
)
"""Words with which a sentence says that something is told elsewhere."""
_BEGINS_WITH_A_LINK = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+(?:\*\*|__)?" + _WAY_ON.pattern)
_SITE_BLOCK = re.compile(r"\s*:::")
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


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence in the prose of a record, the field in which it stands, and what answers for it."""

    path: tuple[str | int, ...]
    text: str
    sort: Sort
    """`own` if the sources of the record answer for it."""
    records: tuple[str, ...] = ()


def answers_for_itself(entry: Entry) -> bool:
    """Tell whether a record cites a source, or needs none."""
    return entry.kind.name in WITHOUT_SOURCES or any("source" in ref.kinds for _, _, ref in entry.references)


def told_by(entry: Entry) -> Iterator[Told]:
    """Yield every sentence in the prose of a record that leads further, or for which nothing answers.

    Of others it is enough to know that the record cites sources; they are not even cut into sentences.
    """
    is_sourced = answers_for_itself(entry)
    for path, text in entry.texts:
        if is_sourced and "[[" not in text:
            continue
        for one in sentences(text):
            records = tuple(dict.fromkeys(found["id"].strip() for found in REFERENCE.finditer(one.text)))
            others = tuple(id for id in records if id != entry.id)
            sort: Sort = "own" if is_sourced else "unaccounted"
            if others:
                sort = "records"
            elif _OURS.search(one.text):
                sort = "ours"
            if sort != "own" and re.search(r"\w", one.text):
                yield Told(path, " ".join(one.text.split()), sort, others)


@lru_cache(maxsize=512)
def accounts(page: Page) -> tuple[Account, ...]:
    """Return an account of every sentence of a page, in its order."""
    found = [one for one in sentences(bare_prose(page.text)) if one.sort != "alone" and _says_something(one)]
    about_site = _ABOUT_THE_SITE.search(page.text) is not None
    blocks = [list(group) for _, group in groupby(found, key=lambda one: one.block)]
    return tuple(
        account
        for at, block in enumerate(blocks)
        for account in _of_block(block, blocks[at + 1 :], page.text, about_site=about_site)
    )


def _says_something(one: Sentence) -> bool:
    """Tell whether there are words: a table's head, and the rule below it, only name its columns; a picture shows."""
    if (one.sort == "row" and one.lead == one.text) or _BLOCK.match(one.text):
        return False
    return re.search(r"\w", IN_MARKDOWN.sub("", one.text)) is not None and not _RULE.match(one.text)


def _is_marked(one: Sentence, text: str) -> bool:
    """Tell whether a mark stands right before a sentence, or between its bullet and its words."""
    begins = one.start + len(one.text) - len(_MARKER.sub("", one.text).lstrip())
    before = text[:begins].rstrip(" ")
    before = before.removesuffix("\n")
    return any(
        found.end() == len(before) for found in _FRAMING.finditer(before, max(before.rfind("<!--"), 0))
    )


def _of_block(
    block: list[Sentence], rest: list[list[Sentence]], text: str, *, about_site: bool
) -> Iterator[Account]:
    whole = "".join(one.text for one in block)
    ours = _OURS_BELOW.match(whole) is not None
    is_entry = block[0].sort == "item" and _BEGINS_WITH_A_LINK.match(whole) is not None
    is_term = block[0].sort == "paragraph" and bool(rest) and rest[0][0].sort == "definition"
    asked: tuple[str, ...] = ()
    for at, one in enumerate(block):
        records = tuple(dict.fromkeys(found["id"].strip() for found in REFERENCE.finditer(one.text))) or asked
        asked = records if _asks(one) else ()
        sort: Sort = "unaccounted"
        if records:
            sort = "records"
        elif ours or _OURS.search(one.text):
            sort = "ours"
        elif (
            is_term
            or (is_entry and not _says_a_number(one))
            or _is_marked(one, text)
            or _frames(one, block[at + 1 :], rest, text)
        ):
            sort = "framing"
        elif about_site:
            sort = "site"
        yield Account(one, sort, records)


def _frames(one: Sentence, after: list[Sentence], rest: list[list[Sentence]], text: str) -> bool:
    """Tell whether a sentence stands for what answers for itself, or says no more than where something is told."""
    if _LABEL.match(one.text):
        return _WAY_ON.search(one.text) is not None or any(_answers(other) for other in after)
    if _asks(one):
        return _answers(after[0]) if after else _introduces(rest)
    if one.text.rstrip(" \n*_").endswith(":"):
        return _SITE_BLOCK.match(text, one.end) is not None or _introduces(rest)
    return _WAY_ON.search(one.text) is not None and _tells_where(one)


def _asks(one: Sentence) -> bool:
    return one.text.rstrip(" \n])*_").endswith("?")


def _answers(one: Sentence) -> bool:
    """Tell whether a sentence leads to a record, or says that it is ours."""
    return REFERENCE.search(one.text) is not None or _OURS.search(one.text) is not None


def _introduces(rest: list[list[Sentence]]) -> bool:
    """Tell whether every item of the list or table that comes next answers for itself; else the next paragraph."""
    if not rest:
        return False
    sort = rest[0][0].sort
    whole = list(takewhile(lambda block: block[0].sort == sort, rest)) if sort != "paragraph" else rest[:1]
    return all(any(_answers(one) for one in block) for block in whole)


def _tells_where(one: Sentence) -> bool:
    bare = _WAY_ON.sub("", one.text)
    is_way = re.search(r"\w", bare) is None or _TELLS_WHERE.search(one.text) is not None
    return is_way and not _says_a_number(one)


def _says_a_number(one: Sentence) -> bool:
    """Tell whether a number of two digits or more stands outside the links: such a sentence says something."""
    return re.search(r"\d.?\d", _WAY_ON.sub("", _MARKER.sub("", one.text))) is not None


_LINK = re.compile(r"(?<!\[)\[([^\[\]]+)\]\([^)\s]*\)")
_ATTRIBUTES = re.compile(r"\{[:#.][^}]*\}")


def readable(account: Account) -> str:
    """Return a sentence as prose of its own: without the marks of lists and tables, links within the site as words."""
    text = _ATTRIBUTES.sub("", _LINK.sub(r"\1", _MARKER.sub("", account.words)))
    if account.sentence.sort == "row":
        text = " · ".join(cell.strip() for cell in text.strip("| ").split("|"))
    return text.strip()
