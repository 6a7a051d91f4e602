"""A sample of the site's sentences, for anybody who wants to check facts: the same seed draws the same ones."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.accounting import accounts, readable
from explainer.diagnostics import Position
from explainer.dossier import Dossier
from explainer.linking import REFERENCE
from explainer.parsing import Entry
from explainer.prose import Page, to_plain
from explainer.sentences import sentences


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sentence to be checked: where it stands, and the records on which it leans."""

    position: Position
    text: str
    records: tuple[str, ...]
    beside: tuple[str, ...] = ()
    """The sources named in the same part of its record: in one item of evidence, in one position."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A record on which a sentence leans: its status, and the sources behind it with their addresses."""

    id: str
    title: str
    status: str
    sources: tuple[tuple[str, str], ...]


def drawn(dossier: Dossier, pages: tuple[Page, ...], number: int, seed: int) -> tuple[Drawn, ...]:
    """Return so many sentences of fact, in the order of the files; all of them if there are fewer."""
    found = sorted(_all(dossier, pages), key=_place)
    picked = random.Random(seed).sample(found, min(number, len(found)))  # noqa: S311 - it is to be drawn again
    return tuple(sorted(picked, key=_place))


def _place(one: Drawn) -> tuple[Position, str]:
    return one.position, one.text


def _all(dossier: Dossier, pages: tuple[Page, ...]) -> Iterator[Drawn]:
    """Yield every sentence of pages that leads to records, and every sentence of a record's own prose."""
    for page in pages:
        for account in accounts(page):
            if account.records:
                where = page.at(account.sentence.start)
                yield Drawn(where, _plain(readable(account), dossier), account.records)
    for entry in dossier.graph.entries.values():
        if entry.kind.name != "source":
            yield from _of_record(entry, dossier)


def _of_record(entry: Entry, dossier: Dossier) -> Iterator[Drawn]:
    sources = [(path, id) for path, id, _ in entry.references if _is_source(id, dossier)]
    for path, text in entry.texts:
        where = entry.at(*path)
        part = path[:2]
        beside = tuple(id for way, id in sources if len(path) > len(part) and way[: len(part)] == part)
        for sentence in sentences(text):
            led = (found["id"].strip() for found in REFERENCE.finditer(sentence.text))
            ids = tuple(dict.fromkeys((entry.id, *led)))
            yield Drawn(where, _plain(sentence.text, dossier), ids, beside)


def _is_source(id: str, dossier: Dossier) -> bool:
    found = dossier.graph.entries.get(id)
    return found is not None and found.kind.name == "source"


def _plain(text: str, dossier: Dossier) -> str:
    entries = dossier.graph.entries
    return to_plain(text, lambda id: entries[id].title if id in entries else id)


def grounds(one: Drawn, dossier: Dossier) -> Iterator[Ground]:
    """Yield each record on which a sentence leans."""
    entries = dossier.graph.entries
    for id in one.records:
        if id not in entries:
            continue
        judgement = dossier.judgements.get(id)
        behind = [target for _, target, _ in entries[id].references]
        if id == one.records[0] and one.beside:
            behind = list(one.beside)
        sources = dict.fromkeys(found for found in (id, *behind) if _is_source(found, dossier))
        yield Ground(
            id,
            entries[id].title,
            judgement.assessment.status if judgement else "",
            tuple((found, entries[found].record.url or "") for found in sources),
        )
