"""From records to a graph: every reference resolved, every link with its way back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from explainer.diagnostics import Diagnostic, Position, Severity, did_you_mean
from explainer.kinds import written_references, written_texts
from explainer.parsing import Entry, Parsed
from explainer.phrases import alternatives, with_article
from explainer.values.grammar import RESERVED

REFERENCE = re.compile(
    r"\[\[(?P<id>[^\[\]|\n#]+)(?:#(?P<part>[^\[\]|\n]+))?"
    r"(?:\|(?P<words>(?:[^\[\]\n]|\n(?![ \t]*\n))+))?\]\]"
)
"""A reference in prose: `[[id]]`, `[[id|words]]`, `[[id#part|words]]`; the words may go on in the next line."""

MENTIONED = "Mentioned in"
"""What the way back is called from a record to one whose prose names it."""


@lru_cache(maxsize=8192)
def without_markup(sentence: str) -> str:
    """Return a sentence with records by their words alone."""
    return REFERENCE.sub(lambda found: found["words"] or found["id"], sentence)


_OPENED = re.compile(r"\[\[(?P<id>[^\[\]|\n#]+)")


def broken_references(text: str, ids: Container[str]) -> Iterator[int]:
    """Yield where a reference to a record is begun and not written as one: readers would see its brackets.

    Brackets before other words are text: honest texts have them.
    """
    whole = {found.start() for found in REFERENCE.finditer(text)}
    for found in _OPENED.finditer(text):
        if found.start() not in whole and found["id"].strip() in ids:
            yield found.start()


def broken_reference(where: Position) -> Diagnostic:
    """Return what is said of a reference that is begun and not written as one."""
    message = "a reference begins here and is not written as one"
    hint = "write [[id]] or [[id|words]], without brackets in the words"
    return Diagnostic(where, "broken-reference", message, hint, Severity.WARNING)


_ANCHOR = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Link:
    """One record refers to another: `path` leads to the field, `backlink` names the way back."""

    source: Entry
    target: str
    backlink: str
    path: tuple[str | int, ...]

    @property
    def position(self) -> Position:
        """The line on which the reference is written."""
        return self.source.at(*self.path)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Graph:
    """All records by id, and the links between them."""

    entries: Mapping[str, Entry]
    links: tuple[Link, ...]
    backlinks: Mapping[str, tuple[Link, ...]]
    formerly: Mapping[str, str]
    """Former ids with the id that they lead to now."""
    by_kind: Mapping[str, tuple[Entry, ...]]
    """The records of each kind, in the order of their ids."""
    broken: frozenset[str] = frozenset()
    """Ids of records that could not be read: what refers to them is not called wrong, too."""

    def record(self, id: str) -> Any:
        """Return the record with this id; raises KeyError if there is none."""
        return self.entries[id].record

    def title(self, id: str) -> str:
        """Return what the record with this id is called."""
        return self.entries[id].title

    def in_sentences(self, id: str) -> str:
        """Return what the record with this id is called inside a sentence."""
        return self.entries[id].in_sentences

    def of_kind(self, kind: str) -> tuple[Entry, ...]:
        """Return every record of a kind, in the order of their ids."""
        return self.by_kind.get(kind, ())


def link(parsed: Parsed) -> tuple[Graph, tuple[Diagnostic, ...]]:
    """Return the graph of all records, and every reference that leads nowhere or to the wrong kind."""
    entries = {entry.id: entry for entry in sorted(parsed.entries, key=lambda entry: entry.id)}
    formerly, problems = _former_ids(entries)
    diagnostics = list(problems)
    links: list[Link] = []
    backlinks: dict[str, list[Link]] = {}
    known = _Known(entries, formerly, parsed.broken)
    for entry in entries.values():
        for found in _links_of(entry, known, diagnostics):
            links.append(found)
            backlinks.setdefault(found.target, []).append(found)
    diagnostics += _wrong_in_torn(parsed, known)
    graph = Graph(
        MappingProxyType(entries),
        tuple(links),
        MappingProxyType({target: tuple(found) for target, found in backlinks.items()}),
        MappingProxyType(formerly),
        MappingProxyType(_grouped(entries)),
        parsed.broken,
    )
    return graph, tuple(diagnostics)


def _wrong_in_torn(parsed: Parsed, known: _Known) -> Iterator[Diagnostic]:
    """Yield the wrong references of records that could not be understood, so that all is said at once."""
    said = {problem.position for problem in parsed.diagnostics}
    for entry in parsed.torn:
        for path, target, ref in written_references(entry.kind.record, entry.record.data):
            problem = _wrong_target(entry, path, target, ref.kinds, known)
            if problem is not None and problem.position not in said:
                yield problem
        for path, text in written_texts(entry.kind.record, entry.record.data):
            for found in REFERENCE.finditer(text):
                problem = _wrong_mention(entry, path, found, known)
                if problem is not None and problem.position not in said:
                    yield problem


def _grouped(entries: Mapping[str, Entry]) -> dict[str, tuple[Entry, ...]]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries.values():
        groups.setdefault(entry.kind.name, []).append(entry)
    return {kind: tuple(group) for kind, group in groups.items()}


SUGGESTION_LIMIT = 100
"""For how many wrong references of one file the right one is looked for among all ids, which takes a while."""


@dataclass(frozen=True, slots=True)
class _Known:
    entries: Mapping[str, Entry]
    formerly: Mapping[str, str]
    broken: frozenset[str]
    asked: Counter[str] = field(default_factory=Counter)
    """How many wrong references each file holds."""


def _former_ids(entries: Mapping[str, Entry]) -> tuple[dict[str, str], list[Diagnostic]]:
    formerly: dict[str, str] = {}
    problems: list[Diagnostic] = []
    for entry in entries.values():
        for index, former in enumerate(entry.record.formerly):
            taken = entries.get(formerly.get(former, former))
            if taken is not None:
                where = entry.at("formerly", index)
                problems.append(
                    Diagnostic(
                        where,
                        "former-id-in-use",
                        f"the former id “{former}” is in use",
                        "remove it here, or rename the other record",
                        related=((taken.position, f"“{taken.id}” has it"),),
                    )
                )
            else:
                formerly[former] = entry.id
    return formerly, problems


def _links_of(entry: Entry, known: _Known, diagnostics: list[Diagnostic]) -> Iterator[Link]:
    for path, target, ref in entry.references:
        problem = _wrong_target(entry, path, target, ref.kinds, known)
        if problem is None:
            if target in known.entries:
                yield Link(entry, target, ref.backlink, path)
        else:
            diagnostics.append(problem)
    mentioned: set[str] = set()
    for path, text in entry.texts:
        if "[[" not in text:
            continue
        for start in broken_references(text, known.entries):
            begun = text[start : start + 12].split("\n")[0]
            diagnostics.append(broken_reference(entry.document.find((entry.id, *path), begun)))
        for found in REFERENCE.finditer(text):
            target = found["id"].strip()
            problem = _wrong_mention(entry, path, found, known)
            if problem is not None:
                diagnostics.append(problem)
            elif target in known.entries and target not in mentioned and target != entry.id:
                mentioned.add(target)
                yield Link(entry, target, MENTIONED, path)


def _wrong_target(
    entry: Entry, path: tuple[str | int, ...], target: str, kinds: tuple[str, ...], known: _Known
) -> Diagnostic | None:
    found = known.entries.get(target)
    if found is None:
        if target in known.broken:
            return None
        return _unknown(target, entry.at(*path), known, kinds)
    if found.kind.name not in kinds:
        return None if target in known.broken else _wrong_kind(target, found, kinds, entry.at(*path), known)
    if target == entry.id:
        return Diagnostic(
            entry.at(*path), "self-reference", f"“{target}” refers to itself", "remove the reference"
        )
    return None


def _wrong_kind(
    target: str, found: Entry, kinds: tuple[str, ...], where: Position, known: _Known
) -> Diagnostic:
    wanted = alternatives(with_article(kind) for kind in kinds)
    return Diagnostic(
        where,
        "wrong-kind",
        f"“{target}” is {with_article(found.kind.name)}; {wanted} is needed here",
        _suggestion(target, kinds, f"write the id of {wanted} instead", where, known),
        related=((found.position, f"“{target}” stands here"),),
    )


def _wrong_mention(
    entry: Entry, path: tuple[str | int, ...], found: re.Match[str], known: _Known
) -> Diagnostic | None:
    target, part = found["id"].strip(), found["part"]
    if target in known.broken or (target in known.entries and part is None):
        return None
    where = entry.document.find((entry.id, *path), found.group())
    return (
        _wrong_part(known.entries[target], part, where)
        if target in known.entries
        else _swapped(found["words"] or "", target, where, known) or _unknown(target, where, known)
    )


def _swapped(words: str, target: str, where: Position, known: _Known) -> Diagnostic | None:
    """Say that the words of a reference stand where its id belongs."""
    id = words.strip()
    if id not in known.entries:
        return None
    hint = f"the id comes first: [[{id}|{target}]]"
    return Diagnostic(where, "unknown-reference", f"there is no record “{target}”", hint)


def _wrong_part(entry: Entry, part: str | None, where: Position) -> Diagnostic | None:
    """Say what is wrong with what stands behind the “#” of a reference, if anything is."""
    if part is None or (part in RESERVED and _ANCHOR.fullmatch(part)):
        return None
    articles = getattr(entry.record, "articles", None)
    if articles is not None and part not in articles:
        message = f"the treaty has no article “{part}”"
        return Diagnostic(where, "unknown-article", message, did_you_mean(part, articles))
    if not _ANCHOR.fullmatch(part):
        message = f"“#{part}” leads to no place on a page"
        return Diagnostic(
            where, "bad-id", message, "write the key of an article, such as “#art-4”, or nothing"
        )
    return None


def _unknown(target: str, where: Position, known: _Known, kinds: tuple[str, ...] = ()) -> Diagnostic:
    if target in known.formerly:
        now = known.formerly[target]
        message = f"the record “{target}” is now called “{now}”"
        return Diagnostic(where, "renamed-record", message, f"write “{now}”", about=target)
    wanted = kinds or ("record",)
    words = [word for word in target.split() if word != "-"]
    if len(words) > 1 and all(word in known.entries or word in known.broken for word in words):
        hint = f"these are several ids; separate them: [{', '.join(words)}], or one a line, each after “- ”"
    else:
        hint = _suggestion(
            target,
            kinds,
            f"write the id of {alternatives(with_article(kind) for kind in wanted)}, or add the record",
            where,
            known,
        )
    return Diagnostic(
        where, "unknown-reference", f"there is no {alternatives(wanted)} “{target}”", hint, about=target
    )


def _suggestion(target: str, kinds: tuple[str, ...], otherwise: str, where: Position, known: _Known) -> str:
    """Return the hint that names the record which was probably meant, else the other next step."""
    known.asked[where.file] += 1
    if known.asked[where.file] > SUGGESTION_LIMIT:
        return otherwise
    candidates = (
        id
        for id, entry in known.entries.items()
        if (not kinds or entry.kind.name in kinds) and _is_misspelling(target, id)
    )
    return did_you_mean(target, candidates, otherwise)


def _is_misspelling(written: str, id: str) -> bool:
    """Tell whether one id may be a slip of the other: the report of another day or another paper is none.

    Numbers stay as they are, and so do short parts, such as the abbreviation of a paper.
    """
    ours, theirs = (re.split(r"[^a-z0-9]+", text.casefold()) for text in (written, id))
    if sorted(re.findall(r"\d+", written)) != sorted(re.findall(r"\d+", id)):
        return False
    if len(ours) != len(theirs):
        return True
    return all(
        one == other or min(len(one), len(other)) > _SHORT for one, other in zip(ours, theirs, strict=True)
    )


_SHORT = 3
"""A part of an id with so few letters is another one if a letter differs."""


def wrong_mention(
    target: str,
    where: Position,
    graph: Graph,
    part: str | None = None,
    kinds: tuple[str, ...] = (),
    said: str = "",
) -> Diagnostic | None:
    """Return what is wrong with a reference written in a page under docs/, if anything is."""
    known = _Known(graph.entries, graph.formerly, graph.broken)
    found = graph.entries.get(target)
    if target in graph.broken:
        return None
    if found is None:
        return _swapped(said, target, where, known) or _unknown(target, where, known, kinds)
    if kinds and found.kind.name not in kinds:
        return _wrong_kind(target, found, kinds, where, known)
    return _wrong_part(found, part, where)


_SHOULD_BE_USED = ("actor", "claim", "place", "source")
"""Kinds whose records are there for others: one to which nothing refers is a slip or left over."""


def orphans(graph: Graph, used_in_prose: frozenset[str] = frozenset()) -> Iterator[Diagnostic]:
    """Yield a warning for every record that only a list leads to."""
    for kind in _SHOULD_BE_USED:
        for entry in graph.of_kind(kind):
            if entry.id not in graph.backlinks and entry.id not in used_in_prose:
                message = f"nothing refers to the {kind} “{entry.id}”"
                hint = "refer to it where it belongs, or delete it"
                yield Diagnostic(entry.position, "orphan", message, hint, Severity.WARNING)
