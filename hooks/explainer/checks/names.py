"""Names that mislead: shared by two records, written in two scripts, or made to look like another's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from explainer.characters import LOOK_ALIKES, script
from explainer.diagnostics import Diagnostic, Position, Severity
from explainer.dossier import Dossier
from explainer.linking import Graph
from explainer.mentions import DAYS, MONTHS, SMALL_WORDS, alike
from explainer.parsing import Entry
from explainer.phrases import enumerated
from explainer.prose import Page

_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
"""Scripts of which letters are drawn alike."""


def check(dossier: Dossier, _pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield every name that two records share, that mixes scripts, or that looks like another."""
    graph = dossier.graph
    yield from _shared(graph)
    yield from _everyday(graph)
    yield from _alike(graph)
    for entry in graph.entries.values():
        for path, name in _written(entry):
            yield from _mixed(entry, path, name)


def _shared(graph: Graph) -> Iterator[Diagnostic]:
    """Yield names that prose could link to two records, and therefore links to neither."""
    owners: dict[str, Entry] = {}
    for entry in graph.entries.values():
        known: dict[str, str] = {}
        for name in dict.fromkeys(entry.kind.names(entry.record)):
            other = known.setdefault(alike(name), name)
            if other != name:
                yield Diagnostic(
                    _place(entry, name),
                    "same-name-twice",
                    f"“{name}” and “{other}” differ in an apostrophe or a quotation mark alone",
                    "delete one of them: prose may write either sign, and the name is found",
                    Severity.WARNING,
                )
                continue
            first = owners.setdefault(alike(name), entry)
            if first is not entry:
                yield Diagnostic(
                    _place(entry, name),
                    "ambiguous-name",
                    f"“{name}” is also a name of “{first.id}”; prose that uses it is linked to neither",
                    "leave it to one of them, or use a longer name",
                    Severity.WARNING,
                    related=((_place(first, name), f"a name of “{first.id}”"),),
                )


def _everyday(graph: Graph) -> Iterator[Diagnostic]:
    """Yield names that prose uses for something else: a month, a day, a small word."""
    for entry in graph.entries.values():
        for name in dict.fromkeys(entry.kind.names(entry.record)):
            what = "a month" if name in MONTHS else "a day of the week" if name in DAYS else ""
            what = what or ("a word of everyday language" if name in SMALL_WORDS else "")
            if what:
                yield Diagnostic(
                    _place(entry, name),
                    "everyday-name",
                    f"“{name}” is {what}, and prose that means that would lead to “{entry.id}”",
                    "use a longer name, and link with [[id]] where prose has the short one",
                    Severity.WARNING,
                )


def _alike(graph: Graph) -> Iterator[Diagnostic]:
    """Yield names of actors that read like another actor's name and are written with other letters."""
    shapes: dict[str, tuple[Entry, str]] = {}
    for entry in graph.of_kind("actor"):
        for name in dict.fromkeys(entry.kind.names(entry.record)):
            first, known = shapes.setdefault(_shape(name), (entry, name))
            if first is not entry and alike(known).casefold() != alike(name).casefold():
                yield Diagnostic(
                    _place(entry, name),
                    "look-alike-name",
                    f"“{name}” looks like “{known}”, a name of “{first.id}”, in other letters",
                    "type it anew in one script",
                    Severity.WARNING,
                    related=((_place(first, known), f"“{known}” stands here"),),
                )


def _shape(name: str) -> str:
    return unicodedata.normalize("NFKC", name.translate(LOOK_ALIKES)).casefold()


def _written(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the names and titles of a record, with the field of each."""
    record = entry.record
    for field in ("name", "title", "label", "publisher_name"):
        value = getattr(record, field, None)
        if value:
            yield (field,), value
    for index, alias in enumerate(getattr(record, "aliases", ())):
        yield ("aliases", index), alias
    for field in ("native_names", "titles"):
        for index, name in enumerate(getattr(record, field, ())):
            yield (field, index, "text"), name.text


def _mixed(entry: Entry, path: tuple[str | int, ...], name: str) -> Iterator[Diagnostic]:
    if name.isascii():
        return
    for found in re.finditer(r"[^\W\d_]+", name):
        scripts = {known: letter for letter in found.group() if (known := script(letter)) in _SCRIPTS}
        if len(scripts) > 1:
            letters = enumerated(
                f"{known.capitalize()} “{letter}”" for known, letter in sorted(scripts.items())
            )
            message = f"“{found.group()}” mixes letters of two scripts: {letters}"
            yield Diagnostic(entry.at(*path), "mixed-scripts", message, "type the word anew in one script")


def _place(entry: Entry, name: str) -> Position:
    found = [(written == name, path) for path, written in _written(entry) if alike(written) == alike(name)]
    return entry.at(*max(found, key=lambda pair: pair[0])[1]) if found else entry.position
