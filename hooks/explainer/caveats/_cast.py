"""The examples of the manuals, run: a neutral cast, and a claim or event made from a few lines."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from explainer.caveats._base import Judged
from explainer.diagnostics import Diagnostic, in_order
from explainer.judging import Origins, assess, of_claim, of_event
from explainer.linking import Graph, link
from explainer.parsing import Entry, parse
from explainer.reading import Document, understand
from explainer.settings import Settings

CAST = Path(__file__).with_name("_cast.yml")
SETTINGS = Settings("Examples", as_of=date(2024, 12, 31))
ID = "example"
ANOTHER = "another"

_CLAIM = {
    "title": "Lorries crossed the border",
    "statement": "Three hundred lorries of Southland crossed the border on 1 May 2024.",
    "topic": "border",
    "kind": "fact",
    "made_by": "[northland-ministry]",
    "first_made": "2024-05-02",
    "about": "[southland]",
    "last_reviewed": "2024-12-01",
}
_EVENT = {
    "title": "Lorries cross the border",
    "date": "2024-05-01",
    "summary": "Lorries cross the border.",
    "strands": "[border]",
    "nature": "occurrence",
}
"""What an example need not say."""


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """Records of several kinds in one text, under the folders in which their files would lie."""

    graph: Graph
    diagnostics: tuple[Diagnostic, ...]


def shelf(text: str, file: str = "example.yml", beside: tuple[Entry, ...] = ()) -> Shelf:
    """Return the records of a text whose top keys are folders: `actors`, `sources`, `claims` and so on."""
    documents: list[Document] = []
    problems: list[Diagnostic] = []
    for folder, lines in _sections(text):
        document, unreadable = understand(lines.encode(), file, folder)
        problems += unreadable
        if document is not None:
            documents.append(document)
    parsed = parse(tuple(documents))
    graph, dangling = link(replace(parsed, entries=(*beside, *parsed.entries)))
    return Shelf(graph, in_order((*problems, *parsed.diagnostics, *dangling)))


def _sections(text: str) -> list[tuple[str, str]]:
    """Cut a text at its top keys; lines keep their numbers, so that positions are true."""
    found = list(re.finditer(r"^(\w+):[ ]*$\n", text, re.MULTILINE))
    ends = [*(start.start() for start in found[1:]), len(text)]
    return [
        (start[1], "\n" * text[: start.end()].count("\n") + textwrap.dedent(text[start.end() : end]))
        for start, end in zip(found, ends, strict=False)
    ]


@lru_cache(maxsize=1)
def cast() -> Graph:
    """Return the records of the cast."""
    return _sound(shelf(CAST.read_bytes().decode(), CAST.name)).graph


def _sound(found: Shelf) -> Shelf:
    """Return records without mistakes: one would be ours, not a contributor's."""
    if found.diagnostics:
        raise ValueError("\n".join(str(problem) for problem in found.diagnostics))
    return found


def usual_fields(lines: str, *, is_event: bool = False) -> str:
    """Return the fields of a claim or event with the usual ones before them, where they were left out."""
    given = set(re.findall(r"^(\w+):", lines, re.MULTILINE))
    usual = {name: value for name, value in (_EVENT if is_event else _CLAIM).items() if name not in given}
    return "".join(f"{name}: {value}\n" for name, value in usual.items()) + lines


def example(text: str) -> Judged:
    """Return the claim or event that a few lines of YAML make with the cast, judged.

    A list is the evidence of a claim; fields are those of a claim, or below `event:` those of an event. Below
    `another:` stand the fields of one more claim, to which the first one may refer.
    What is left out is filled in.
    """
    is_event, lines = fields_of(text)
    lines, _, other = lines.partition(f"{ANOTHER}:\n")
    fields = usual_fields(lines, is_event=is_event)
    folder = "timeline" if is_event else "claims"
    record = f"{folder}:\n  {ID}:\n{textwrap.indent(fields, '    ')}\n"
    if other:
        further = usual_fields(textwrap.dedent(other))
        record += f"  {ANOTHER}:\n{textwrap.indent(further, '    ')}\n"
    found = _sound(shelf(record, beside=tuple(cast().entries.values())))
    origins = Origins(found.graph)
    one = found.graph.record(ID)
    statement = of_event(one, origins) if is_event else of_claim(one, origins)
    return Judged(statement, assess(statement, origins, SETTINGS.as_of), found.graph, origins, SETTINGS)


def fields_of(text: str) -> tuple[bool, str]:
    """Tell whether an example is an event, and return its fields."""
    lines = text.strip() + "\n"
    if lines.startswith("event:\n"):
        return True, textwrap.dedent(lines.partition("\n")[2])
    if lines.startswith("- "):
        return False, "evidence:\n" + lines
    return False, lines
