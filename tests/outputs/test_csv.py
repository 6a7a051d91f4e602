"""The tables, read back with the standard library."""

from __future__ import annotations

import codecs
import csv
import io
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from explainer.kinds import KINDS
from explainer.outputs import csv as tables
from tests.outputs.reading import Data

HARMFUL = re.compile(r"[=+\-@\t\r]")
NUMBER = re.compile(r"-?\d+(\.\d+)?")


def _raw(data: Data, path: str) -> list[list[str]]:
    text = data.bytes(path).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def _paths(data: Data) -> list[str]:
    return [path for path in data.files if path.endswith(".csv")]


def restored(cell: str) -> str:
    """Return what a cell held before it was made harmless, as the dictionary says."""
    return cell[1:] if re.match(r"'+[=+\-@\t\r]", cell) else cell


def test_every_kind_has_a_table_with_a_row_for_each_record(data: Data) -> None:
    for kind in KINDS:
        rows = data.table(kind.plural)
        assert [row["id"] for row in rows] == [entry.id for entry in data.dossier.graph.of_kind(kind.name)]


def test_a_table_says_that_it_is_utf_8_and_has_one_header_row_and_rows_of_one_length(data: Data) -> None:
    for path in _paths(data):
        assert data.bytes(path).startswith(codecs.BOM_UTF8)
        assert data.bytes(path).count(codecs.BOM_UTF8) == 1
        assert data.bytes(path).endswith(b"\r\n")
        head, *rows = _raw(data, path)
        assert len(set(head)) == len(head), path
        assert all(re.fullmatch(r"[a-z_]+", name) for name in head), head
        assert {len(row) for row in rows} <= {len(head)}, path


def test_the_dictionary_explains_every_column_of_every_table(data: Data) -> None:
    explained = {(row["file"], row["column"]): row["meaning"] for row in data.table("dictionary")}
    columns = {
        (path.rpartition("/")[2], name)
        for path in _paths(data)
        if "dictionary" not in path
        for name in _raw(data, path)[0]
    }
    assert explained.keys() == columns
    assert [column for column, meaning in explained.items() if not meaning] == []


def test_no_cell_can_be_taken_for_a_formula(data: Data) -> None:
    for path in _paths(data):
        for row in _raw(data, path):
            for cell in row:
                assert not HARMFUL.match(cell) or NUMBER.fullmatch(cell), (path, cell)


def test_what_was_made_harmless_can_be_restored(small: Data) -> None:
    actor = next(row for row in small.table("actors") if row["id"] == "ministry")
    assert actor["name"].startswith("'=")
    assert restored(actor["name"]) == '=Ministry of "Mills", & <Weirs>'
    places = {row["id"]: row for row in small.table("places")}
    assert (places["weir"]["latitude"], places["mouth"]["longitude"]) == ("-12.5", "-73.9")


@pytest.mark.parametrize(
    "text", ["=1", "+1+1", "-a", "@x", "\t=1", "'=1", "''-x", "'quoted'", "plain", "-1", "1-2"]
)
def test_any_text_comes_back(text: str) -> None:
    written = tables.written([[text]]).decode("utf-8-sig")
    cell = next(csv.reader(io.StringIO(written, newline="")))[0]
    assert restored(cell) == text


def test_the_evidence_is_all_there_and_says_whose_word_it_is(data: Data) -> None:
    dossier = data.dossier
    rows = data.table("evidence")
    assert len(rows) == sum(len(one.statement.items) for one in dossier.judgements.values())
    expected = [
        (
            one.id,
            item.source.id,
            item.stance,
            item.basis,
            " | ".join(dict.fromkeys(trail.origin.id for trail in item.trails)),
        )
        for kind in ("claim", "event")
        for one in dossier.of_kind(kind)
        for item in one.statement.items
    ]
    found = [(row["statement"], row["source"], row["stance"], row["basis"], row["origins"]) for row in rows]
    assert found == expected


def test_figures_have_numbers_where_there_are_bounds(small: Data) -> None:
    rows = {row["value"]: row for row in small.table("figures")}
    low_high = {
        value: (row["value_low"], row["value_high"], row["value_about"]) for value, row in rows.items()
    }
    assert low_high == {
        "300..1000": ("300", "1000", "false"),
        "20~": ("20", "20", "true"),
        "600..": ("600", "", "false"),
    }
    assert rows["300..1000"]["as_of"] == "2024-10"
    assert (rows["300..1000"]["as_of_earliest"], rows["300..1000"]["as_of_latest"]) == (
        "2024-10-01",
        "2024-10-31",
    )
    assert {row["by"]: row["by_party"] for row in rows.values()} == {"ministry": "true", "watch": "false"}


def test_the_history_ends_at_the_status(data: Data) -> None:
    last: dict[str, str] = {}
    for row in data.table("status-history"):
        assert row["statement"] not in last or row["before"] == last[row["statement"]]
        last[row["statement"]] = row["status"]
    statuses = {one.id: one.assessment.status for one in data.dossier.judgements.values() if one.moments}
    assert last == statuses


def test_lists_inside_records_have_tables_too(small: Data) -> None:
    positions = small.table("actor-positions")
    assert [(row["actor"], row["key"], row["title"], row["since"]) for row in positions] == [
        ("miller", "0", "Minister of Mills", "2020-05"),
        ("miller", "1", "Envoy", "2010"),
        ("miller", "2", "Chair", "2015-06-07"),
    ]
    assert {row["key"] for row in small.table("treaty-articles")} == {"preamble", "art-4"}
    texts = small.table("treaty-articles-texts")
    assert [(row["treaty"], row["key"], row["language"], row["authentic"]) for row in texts] == [
        ("mill-treaty", "art-4/0", "ru", "true"),
        ("mill-treaty", "art-4/1", "en", "false"),
    ]


def test_texts_are_plain_words(data: Data) -> None:
    marked = [
        (path, cell)
        for path in _paths(data)
        if path != tables.DICTIONARY  # it explains how a reference is written
        for row in _raw(data, path)
        for cell in row
        if re.search(r"\[\[|\]\]|\]\(http|\*\*", cell)
    ]
    assert marked == []


def test_a_reference_in_a_text_is_the_title_of_its_record(small: Data) -> None:
    claim = next(row for row in small.table("claims") if row["id"] == "mill-poisoned")
    weir = small.dossier.graph.entries["weir"].title
    assert claim["statement"] == f"The ministry poisoned the mill stream at {weir}."


OPENED_BY_HAND = {"ordinary": "0", "chosen": "76"}
"""The encodings of LibreOffice's dialog: that of the system, as the dialog offers it, and UTF-8 chosen by hand."""


@pytest.mark.parametrize("how", OPENED_BY_HAND)
def test_libreoffice_reads_a_table_as_it_is(how: str, small: Data, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    for name in ("actors", "claims", "places"):
        (tmp_path / f"{name}.csv").write_bytes(small.bytes(f"data/csv/{name}.csv"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    chosen = f"--infilter=CSV:44,34,{OPENED_BY_HAND[how]},1"
    command = [office, profile, "--headless", chosen, "--convert-to", "fods", "--outdir"]
    sources = [str(path) for path in sorted(tmp_path.glob("*.csv"))]
    subprocess.run(
        [*command, str(tmp_path), *sources],
        check=True,
        capture_output=True,
        timeout=180,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
    )
    for name in ("actors", "claims", "places"):
        sheet = (tmp_path / f"{name}.fods").read_text("utf-8")
        assert "table:formula" not in sheet
        cells = re.findall(r"<text:p>(.*?)</text:p>", sheet.partition("<table:table-row")[2])
        assert cells[0] == "id"
        assert "evil.example.org" in sheet or name != "actors"
        assert "북방" in sheet or name != "actors"
