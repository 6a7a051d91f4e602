"""Tables for spreadsheets: one for each kind of record and each list inside it, and what was computed."""

from __future__ import annotations

import csv
import dataclasses
import io
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from explainer import standings, urls
from explainer.artifacts import FileArtifact, PageListing
from explainer.dossier import Dossier, Judgement
from explainer.kinds import KINDS, Kind, plan
from explainer.linking import without_markup
from explainer.outputs import _hanging
from explainer.outputs._base import Listings, Output, judged
from explainer.outputs._columns import JOINT, NAMES, Column
from explainer.outputs._columns import columns as columns_of
from explainer.outputs._plain import absolute, day
from explainer.phrases import alternatives, enumerated
from explainer.shapes import schema_of
from explainer.wording import plain

FOLDER = "data/csv"
DICTIONARY = f"{FOLDER}/dictionary.csv"
_HARMFUL = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


@dataclasses.dataclass(frozen=True, slots=True)
class Table:
    """A table: the file's name, what a row of it is, its columns and rows."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    rows: tuple[Any, ...]


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield every table, and the dictionary that explains their columns."""
    found = []
    for table in tables(dossier):
        if not table.rows:
            continue
        found.append(dataclasses.replace(table, rows=()))
        head = [column.name for column in table.columns]
        rows = ([column.cell(row) for column in table.columns] for row in table.rows)
        yield FileArtifact(
            f"{FOLDER}/{table.name}.csv", written([head, *rows]), "text/csv", f"Table: {table.meaning}"
        )
    yield FileArtifact(
        DICTIONARY, written(dictionary(found)), "text/csv", "What each column of each table means"
    )


def written(rows: Iterable[Iterable[Any]]) -> bytes:
    """Return rows as CSV (RFC 4180) in UTF-8, with the mark at its start that tells spreadsheets so.

    Without it, Excel and LibreOffice take the bytes for another encoding when a reader opens the file by
    a double click, and every name in another script is lost.
    """
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([harmless(content) for content in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def harmless(content: Any) -> str:
    """Return the text of a cell that no spreadsheet takes for a formula: such a cell gets an apostrophe before it.

    A number is none, though it may begin with a minus.
    """
    if content is None:
        return ""
    if isinstance(content, bool):
        return "true" if content else "false"
    text = str(content)
    return f"'{text}" if _HARMFUL.match(text) and not _NUMBER.fullmatch(text) else text


def tables(dossier: Dossier) -> Iterator[Table]:
    """Yield the table of each kind and of each list inside its records, then what was computed."""
    lists: dict[str, list[tuple[str, Table]]] = {}
    for kind in KINDS:
        yield _of_kind(kind, dossier)
        for name, table in _lists_of(kind, dossier):
            lists.setdefault(name, []).append((kind.name, table))
    for name, found in sorted(lists.items()):
        if name in ("evidence", "figures"):
            continue
        yield from (
            dataclasses.replace(table, name=f"{kind}-{name}".replace("_", "-")) for kind, table in found
        )
    yield _evidence(dossier)
    yield _figures(dossier)
    yield _history(dossier)
    yield _caveats(dossier)
    yield _hangs_on(dossier)


def _of_kind(kind: Kind, dossier: Dossier) -> Table:
    def address(record: Any) -> str:
        return absolute(urls.of_entry(dossier.graph.entries[record.id]), dossier, DICTIONARY)

    columns = [
        Column("id", "The permanent id.", lambda record: record.id),
        Column("address", "Where a reader finds it.", address),
        *columns_of(kind.record, schema_of(kind), dossier),
        *(
            Column(name, meaning, _computed(cell, dossier))
            for name, meaning, cell in _COMPUTED.get(kind.name, ())
        ),
    ]
    if kind.name in _COMPUTED:
        columns.append(Column("hangs_on", _hanging.MEANING, _computed(_hanging.sentence, dossier)))
    records = tuple(entry.record for entry in dossier.graph.of_kind(kind.name))
    return Table(kind.plural, f"{kind.plural}, one a row", tuple(columns), records)


def _computed(cell: Callable[[Judgement, Dossier], Any], dossier: Dossier) -> Callable[[Any], Any]:
    return lambda record: cell(dossier.judgements[record.id], dossier)


_STATUS: tuple[tuple[str, str, Callable[[Judgement, Dossier], Any]], ...] = (
    ("status", "Computed: what the evidence amounts to.", lambda one, _: one.assessment.status),
    ("words", "Computed: the status in words; of a statement, what it does with claims.", standings.short),
    (
        "contested_by",
        "Computed: whose denial stands.",
        lambda one, _: JOINT.join(one.assessment.contested_by),
    ),
    (
        "contrary",
        "Computed: what its strongest contrary amounts to, if it is corroborated or acknowledged; of claims.",
        lambda one, _: one.contrary,
    ),
    (
        "independent_origins",
        "Computed: how many origins are certainly independent of each other.",
        lambda one, _: one.assessment.independent,
    ),
    (
        "at_most",
        "Computed: how many there could be, where a trail was lost.",
        lambda one, _: one.assessment.at_most,
    ),
    (
        "caveats",
        "Computed: the ids of the rules that fired.",
        lambda one, _: JOINT.join(standings.caveats_once(one)),
    ),
    ("as_of", "The day for which this was computed.", lambda one, _: one.assessment.as_of.isoformat()),
)
_COMPUTED = {"claim": _STATUS, "event": _STATUS}


def _lists_of(kind: Kind, dossier: Dossier) -> Iterator[tuple[str, Table]]:
    """Yield a table of the parts in each field of a kind: relations, steps, articles and their texts."""
    owners = tuple((entry.id, "", entry.record) for entry in dossier.graph.of_kind(kind.name))
    yield from _parts_of(kind, kind.record, owners, "", dossier)


Row = tuple[str, str, Any]
"""A part of a record: the record's id, where in the record it stands, the part."""


def _parts_of(
    kind: Kind, owner: type[Any], rows: tuple[Row, ...], name: str, dossier: Dossier
) -> Iterator[tuple[str, Table]]:
    definitions = schema_of(kind).get("$defs", {})
    for field in plan(owner):
        if field.inner is None or field.name in NAMES:
            continue
        full_name = f"{name}{field.name}"
        columns = (
            Column(kind.name, f"The id of the {kind.name}.", lambda row: row[0]),
            Column("key", "Where it stands in its list, counted from 0, or its key.", lambda row: row[1]),
            *(
                dataclasses.replace(
                    column, name=_apart(column.name, kind, field.name), cell=_of_part(column.cell)
                )
                for column in columns_of(field.inner, definitions.get(field.inner.__name__, {}), dossier)
            ),
        )
        inner = tuple(
            (id, f"{above}/{key}" if above else str(key), part)
            for id, above, record in rows
            for key, part in _parts(getattr(record, field.name))
        )
        words = full_name.replace("_", " ").replace("-", ", ")
        if inner:  # a field that no record uses has no table
            yield full_name, Table(full_name, f"{words} of {kind.plural}, one a row", columns, inner)
        yield from _parts_of(kind, field.inner, inner, f"{full_name}-", dossier)


def _apart(column: str, kind: Kind, field: str) -> str:
    """Return the name of a part's column, apart from the column that names the record."""
    return f"{field}_{column}" if column == kind.name else column


def _of_part(cell: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda row: cell(row[2])


def _parts(content: Any) -> Iterator[tuple[Any, Any]]:
    if content is None:
        return
    if isinstance(content, tuple):
        yield from enumerate(content)
    elif hasattr(content, "items"):
        yield from content.items()
    else:
        yield 0, content


def _judged(dossier: Dossier) -> str:
    """Return what has evidence, in words."""
    return enumerated(judged(dossier, "claims", "events"))


def _whose(dossier: Dossier) -> tuple[Column, Column]:
    """Return the columns that say to which claim or event a row belongs."""
    kinds = alternatives(judged(dossier))
    return (
        Column("statement", f"The id of the {kinds}.", lambda row: row[0].id),
        Column("kind", f"{kinds}.", lambda row: row[0].statement.kind),
    )


def _evidence(dossier: Dossier) -> Table:
    rows = tuple(
        (judgement, item)
        for kind in ("claim", "event")
        for judgement in dossier.of_kind(kind)
        for item in judgement.statement.items
    )
    columns = (
        *_whose(dossier),
        Column("source", "The id of the source that was read.", lambda row: row[1].source.id),
        Column("stance", "How the source stands to the statement.", lambda row: row[1].stance),
        Column("basis", "What the origin’s word rests on.", lambda row: row[1].basis),
        Column("date", "When it was said or shown, as EDTF.", lambda row: row[1].when and row[1].when.text),
        Column("known_by", "The day by which it was certainly known.", lambda row: day(row[1].known_by)),
        Column(
            "origins",
            "Computed: whose word it is; the ends of all trails.",
            lambda row: JOINT.join(dict.fromkeys(trail.origin.id for trail in row[1].trails)),
        ),
        Column(
            "roots",
            "Computed: to whom the origins belong; origins with one root are not independent.",
            lambda row: JOINT.join(
                dict.fromkeys(trail.origin.root for trail in row[1].trails if trail.origin.root)
            ),
        ),
        Column(
            "party",
            "Computed: whether every origin belongs to a party.",
            lambda row: all(trail.origin.party for trail in row[1].trails),
        ),
        Column(
            "declared",
            "Computed: whether every trail ends where somebody says that it ends.",
            lambda row: all(trail.origin.declared for trail in row[1].trails),
        ),
        Column("quote", "Words of the source.", lambda row: row[1].evidence.quote),
        Column("no_quote", "Why none are quoted.", lambda row: row[1].evidence.no_quote),
        Column("locator", "Where in the source.", lambda row: row[1].evidence.locator),
        Column(
            "note",
            "What the source says for or against the statement.",
            lambda row: plain(row[1].evidence.note, dossier),
        ),
    )
    return Table("evidence", f"every item of evidence for {_judged(dossier)}", columns, rows)


def _figures(dossier: Dossier) -> Table:
    rows = tuple(
        (entry.id, index, figure)
        for entry in dossier.graph.of_kind("claim")
        for index, figure in enumerate(entry.record.figures)
    )
    kind = next(kind for kind in KINDS if kind.name == "claim")
    inner = next(field.inner for field in plan(kind.record) if field.name == "figures")
    assert inner is not None  # noqa: S101 - a claim has figures
    columns = (
        Column("claim", "The id of the claim.", lambda row: row[0]),
        Column("key", "Which of the claim’s figures it is, counted from 0.", lambda row: row[1]),
        *(
            dataclasses.replace(column, cell=_of_part(column.cell))
            for column in columns_of(inner, schema_of(kind)["$defs"][inner.__name__], dossier)
        ),
        Column(
            "by_party",
            "Computed: whether who gave the number belongs to a party.",
            lambda row: dossier.origins.is_party(row[2].by, dossier.as_of),
        ),
    )
    return Table("figures", "every number that was given", columns, rows)


def _history(dossier: Dossier) -> Table:
    rows = tuple(
        (judgement, moment)
        for kind in ("claim", "event")
        for judgement in dossier.of_kind(kind)
        for moment in judgement.moments
    )
    columns = (
        *_whose(dossier),
        Column("date", "The day; empty for what carries no date.", lambda row: day(row[1].date)),
        Column("status", "Computed: what the evidence amounted to from that day.", lambda row: row[1].status),
        Column("before", "Computed: what it had amounted to until then.", lambda row: row[1].before),
        Column("is_change", "Whether status, contest or contrary changed.", lambda row: row[1].is_change),
        Column("contested_by", "Computed: whose denial stood.", lambda row: JOINT.join(row[1].contested_by)),
        Column("contrary", "Computed: what its strongest contrary amounted to.", lambda row: row[1].contrary),
        Column("independent_origins", "Computed: independent origins.", lambda row: row[1].independent),
        Column("at_most", "Computed: how many there could be.", lambda row: row[1].at_most),
        Column(
            "sources",
            "The sources that appeared on that day.",
            lambda row: JOINT.join(sorted({item.source.id for item in row[1].appeared})),
        ),
    )
    return Table("status-history", "every day on which evidence appeared", columns, rows)


def _caveats(dossier: Dossier) -> Table:
    rows = tuple(
        (judgement, found)
        for kind in ("claim", "event")
        for judgement in dossier.of_kind(kind)
        for found in judgement.caveats
    )
    columns = (
        *_whose(dossier),
        Column("rule", "Computed: the id of the rule that fired.", lambda row: row[1].rule),
        Column("severity", "How much it weighs for a reader.", lambda row: row[1].severity),
        Column("label", "The rule’s name.", lambda row: row[1].label),
        Column("sentence", "The caveat in words.", lambda row: row[1].plain),
        Column("because", "The records that fired it.", lambda row: JOINT.join(row[1].because)),
    )
    return Table("caveats", f"every caveat of {_judged(dossier)}", columns, rows)


def _hangs_on(dossier: Dossier) -> Table:
    columns = (
        *_whose(dossier),
        Column("reading", "What is left out: a root, or a reading by name.", lambda row: row[1].id),
        Column("sort", "without (the words are left out) or only (they are kept).", _sort),
        Column("words", "What is left out or kept.", lambda row: without_markup(row[1].words)),
        Column("status", "Computed: what the rest amounts to.", lambda row: row[1].status),
        Column("whole", "Computed: what the whole amounts to.", lambda row: row[0].assessment.status),
        Column("contested", "Computed: whether the rest is contested.", lambda row: row[1].contested),
    )
    title = f"what {enumerated(judged(dossier, 'claims', 'occurrences'))} amount to with something left out"
    return Table("hangs-on", title, columns, _hanging.rows(dossier))


def _sort(row: Any) -> str:
    return "only" if row[1].only else "without"


def dictionary(found: list[Table]) -> Iterator[tuple[str, str, str]]:
    """Yield a row for each column of each table."""
    yield "file", "column", "meaning"
    for table in found:
        for column in table.columns:
            yield f"{table.name}.csv", column.name, column.meaning


def beside(page: PageListing, dossier: Dossier) -> str:
    """Return the table of the kind whose list a page is; empty where it has no rows."""
    kind = next((kind for kind in KINDS if page.address == urls.of_list(kind.address)), None)
    return f"{FOLDER}/{kind.plural}.csv" if kind and dossier.has(kind.name) else ""


def _example(dossier: Dossier) -> str:
    plural, shown = next(
        (
            (kind, "row['status'], row['caveats'], row['title']")
            for kind in judged(dossier, "claims", "events")
        ),
        ("sources", "row['id'], row['title']"),
    )
    return (
        "import csv\n"
        f"with open('{plural}.csv', encoding='utf-8-sig', newline='') as file:\n"
        "    for row in csv.DictReader(file):\n"
        f"        print({shown})"
    )


OUTPUT = Output(
    "csv",
    "CSV",
    "text/csv",
    "Tables for spreadsheets and statistics: one for each kind of record, one for each list inside records, and "
    "for what is computed. Texts are plain words; their links are in the JSON. One header "
    "row, commas, UTF-8 with a byte order mark, several values in a cell divided by “ | ”. A cell that a spreadsheet "
    "could take for a formula has an apostrophe before it. Excel and LibreOffice open a table by a double click; if "
    "letters look wrong, choose “Unicode (UTF-8)” and the comma when the program asks. To keep dates such as 2024-10 "
    "as they are written, choose “Text” for their columns.",
    produce,
    example=_example,
    path=DICTIONARY,
    beside=beside,
)
