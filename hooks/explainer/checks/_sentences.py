"""Prose cut into sentences, with the place of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.linking import REFERENCE

_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+")
_ROW = re.compile(r"^[ \t]*\|")
_ALONE = re.compile(r"^(?:#{1,6}[ \t]|:::|!!!|\?\?\?|---|<)")
_END = re.compile(r"[.!?…][\"”’»)*_]*\s+(?=[\"“‘«(\[*_]*[A-Z\d])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“])(?:[A-Z]|[A-Z](?:\.[A-Z])+|Art|Col|Dr|Gen|Lt|Mrs?|No|Sgt|St|cf|e\.g|i\.e|vs)\.$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place, its words, and the words that introduce its list or table."""

    start: int
    end: int
    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class _Block:
    start: int
    end: int
    sort: str


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of Markdown text; a row of a table is one sentence."""
    lead = header = ""
    last = -1
    for block in _blocks(text):
        whole = text[block.start : block.end]
        if block.sort == "row":
            header = header if block.start == last else whole
            last = block.end
            yield Sentence(block.start, block.end, whole, header)
            continue
        found = list(_cut(whole, block.start))
        if block.sort == "item":
            yield from (Sentence(start, end, text[start:end], lead) for start, end in found)
            continue
        yield from (Sentence(start, end, text[start:end]) for start, end in found)
        lead = text[found[-1][0] : found[-1][1]] if found and whole.rstrip(" \n*_").endswith(":") else ""


def _blocks(text: str) -> Iterator[_Block]:
    """Yield paragraphs, items of lists, rows of tables and lines that stand alone."""
    start, at, sort = 0, 0, ""
    for line in text.splitlines(keepends=True):
        kind = _sort(line)
        if sort and (kind != "more" or sort in ("row", "alone")):
            yield _Block(start, at, sort)
            sort = ""
        if kind != "blank" and not sort:
            start, sort = at, "paragraph" if kind == "more" else kind
        at += len(line)
    if sort:
        yield _Block(start, at, sort)


def _sort(line: str) -> str:
    if not line.strip():
        return "blank"
    if _ITEM.match(line):
        return "item"
    if _ROW.match(line):
        return "row"
    return "alone" if _ALONE.match(line) else "more"


def _cut(block: str, offset: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of a block; a full stop inside a reference ends nothing."""
    masked = REFERENCE.sub(lambda found: "[" + "x" * (len(found.group()) - 2) + "]", block)
    start = 0
    for found in _END.finditer(masked):
        closed = not found.group()[1].isspace()
        if closed or not _ABBREVIATION.search(masked[start : found.start() + 1]):
            yield offset + start, offset + found.end()
            start = found.end()
    if masked[start:].strip():
        yield offset + start, offset + len(block)
