"""What a form needs of a record that is to be corrected: its fields as they are written, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.outputs._base import Listings, Output
from explainer.outputs._plain import compact
from explainer.parsing import Entry


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield a file for each record, file of the content by file: each is read once more."""
    by_document: dict[str, list[Entry]] = {}
    for entry in dossier.graph.entries.values():
        by_document.setdefault(entry.document.file, []).append(entry)
    for entries in by_document.values():
        data = entries[0].document.data()
        for entry in entries:
            found = compact(written(entry, data[entry.id]))
            yield FileArtifact(f"assets/records/{entry.id}.json", found.encode(), "application/json")


def written(entry: Entry, fields: dict[str, Any]) -> dict[str, Any]:
    """Return a record as it is written: its fields, the text of each with its comments, and the lines.

    `lines` are the first and the last of the record, `ends` the last of each field. Where fields share a line,
    there is no text, and a form writes all of them.
    """
    document = entry.document
    lines = document.lines
    first = document.heads[entry.id]
    after = min((line for line in document.heads.values() if line > first), default=len(lines) + 1)
    last = _end(lines, first, after - 1, 0)
    places = [(name, document.key_at((entry.id, name))) for name in fields]
    starts = [place.line for _, place in places]
    indent = places[0][1].column - 1
    texts: dict[str, str] = {}
    ends: dict[str, int] = {}
    if starts == sorted(set(starts)) and starts[0] > first:
        begins = [
            first + 1,
            *(_end(lines, here, there - 1, indent) + 1 for here, there in pairwise(starts)),
        ]
        for (name, _), begin, following in zip(places, begins, [*begins[1:], last + 1], strict=True):
            texts[name] = "\n".join(lines[begin - 1 : following - 1])
            ends[name] = _end(lines, begin, following - 1, indent)
    return {
        "id": entry.id,
        "kind": entry.kind.name,
        "title": entry.title,
        "file": document.file,
        "lines": [first, last],
        "fields": fields,
        "text": texts,
        "ends": ends,
    }


def _end(lines: list[str], first: int, last: int, indent: int) -> int:
    """Return the last line of what begins at `first`: comments above what follows belong to that."""
    while last > first and re.fullmatch(rf"\s*|[ ]{{0,{indent}}}#.*", lines[last - 1]):
        last -= 1
    return last


OUTPUT = Output(
    "forms",
    "Records for forms",
    "application/json",
    "A record as it is written, for the form that corrects it.",
    produce,
)
