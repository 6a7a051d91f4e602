"""Prose cut into sentences, with the place of each: Latin, Cyrillic, Hangul, Kana and Han letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from explainer.linking import REFERENCE

_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+")
_DEFINITION = re.compile(r"^[ \t]*:[ \t]+")
_ROW = re.compile(r"^[ \t]*\|")
_ALONE = re.compile(r"^(?:#{1,6}[ \t]|:::|!!!|\?\?\?|---|<)")

_CAPITALS = "A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ"
_EASTERN = "\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3"
"""Kana, Han, Hangul: scripts that know no capitals."""
_OPENERS = r"\"“‘«‹„「『（(\[*_"
_CLOSERS = r"\"”’»›“」』）)\]*_"
_END = re.compile(
    rf"[.!?…][{_CLOSERS}]*\s+(?=[{_OPENERS}]*[{_CAPITALS}{_EASTERN}\d])|"
    rf"[。！？][{_CLOSERS}]*(?!と|って|という|[{_CLOSERS}])\s*(?=\S)"
)
_ABBREVIATION = re.compile(
    rf"(?:^|[\s(“«\[])(?:[{_CAPITALS}]|[A-Z](?:\.[A-Z])+|"
    r"Art|Brig|Capt|Cmdr|Col|Corp|Dr|Fig|Gen|Gov|Jr|Lt|Maj|Mrs?|Ms|Mt|No|Prof|Rep|Rev|Sen|Sgt|Sr|St|Vol|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|ca|cf|ed|eds|e\.g|i\.e|p|pp|vol|vs|"
    r"гл|ген|им|п|пп|полк|проф|рис|с|см|ср|ст|стр|т|[Тт]\.[ \u00a0]?е|ул|вул|(?<!\d[ \u00a0])[гм]|№)\.$"
)
_NUMBER = re.compile(r"^\s*\d{1,3}\.$")
"""The number of a point that begins a text: “1. Overview”."""
_QUOTATION = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|「[^「」]*」|『[^『』]*』|\"[^\"\n]*\"")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place, its words, and the words that introduce its list or table."""

    start: int
    end: int
    text: str
    lead: str = ""
    sort: str = "paragraph"
    """In what it stands: `paragraph`, `item` of a list, `definition`, `row` of a table, or `alone` on a line."""
    block: int = 0
    """Where the paragraph, item or row begins in which it stands."""


@dataclass(frozen=True, slots=True)
class _Block:
    start: int
    end: int
    sort: str


@lru_cache(maxsize=16384)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of Markdown text; a row of a table is one sentence."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    lead = header = last = ""
    row_end = -1
    for block in _blocks(text):
        whole = text[block.start : block.end]
        if block.sort == "row":
            header = header if block.start == row_end else whole
            row_end = block.end
            yield Sentence(block.start, block.end, whole, header, block.sort, block.start)
            continue
        found = list(_cut(whole, block.start))
        introduced = {"item": lead, "definition": last}.get(block.sort, "")
        for start, end in found:
            yield Sentence(start, end, text[start:end], introduced, block.sort, block.start)
        if block.sort in ("item", "definition"):
            continue
        last = text[found[-1][0] : found[-1][1]] if found else ""
        lead = last if whole.rstrip(" \n*_").endswith(":") else ""


def _blocks(text: str) -> Iterator[_Block]:
    """Yield paragraphs, items of lists, definitions, rows of tables and lines that stand alone."""
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
    for pattern, sort in ((_ITEM, "item"), (_DEFINITION, "definition"), (_ROW, "row"), (_ALONE, "alone")):
        if pattern.match(line):
            return sort
    return "more"


def _cut(block: str, offset: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of a block.

    A full stop inside a reference or a quotation ends nothing, unless the quotation ends with it.
    """
    masked = _QUOTATION.sub(_covered, REFERENCE.sub(_mask, block))
    start = 0
    for found in _END.finditer(masked):
        sign = found.group()
        before = masked[start : found.start() + 1]
        closed = len(sign) > 1 and not sign[1].isspace()
        if sign[0] == "." and not closed and (_ABBREVIATION.search(before) or _NUMBER.match(before)):
            continue
        yield offset + start, offset + found.end()
        start = found.end()
    if masked[start:].strip():
        yield offset + start, offset + len(block)


def _mask(found: re.Match[str]) -> str:
    """Return a reference without its inside: how it begins and whether it ends a sentence stay to be seen."""
    words = found["words"] or "X"
    last = words[-1] if words[-1] in ".!?…" else "x"
    return f"[{words[0]}{'x' * (len(found.group()) - 5)}{last}]]"


def _covered(found: re.Match[str]) -> str:
    """Return a quotation without the full stops inside."""
    inside = found.group()[1:-1]
    kept = re.sub(r"[.!?…。！？](?=.)", "x", inside, flags=re.DOTALL)
    return f"{found.group()[0]}{kept}{found.group()[-1]}"
