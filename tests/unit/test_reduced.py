"""Dates for programs that know no EDTF: no part more than is known, and none less."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from explainer.artifacts import FileArtifact
from explainer.outputs._references import csl_date, parts
from explainer.outputs.archive import Archive
from explainer.outputs.timelinejs import span
from explainer.values.edtf import parse_date
from explainer.values.reduced import once, reduced
from tests.unit.content import SETTINGS, Content

REDUCED = [
    ("2024-06-19", ("2024-06-19", "2024-06-19")),
    ("2024-06-19~", ("2024-06", "2024-06")),
    ("2024-06-XX", ("2024-06", "2024-06")),
    ("2024-06-XX~", ("2024", "2024")),
    ("2024-XX-XX", ("2024", "2024")),
    ("2024~", ("2024", "2024")),
    ("2024-06-19/2024-06-19", ("2024-06-19", "2024-06-19")),
    ("[2024-06-19..2024-06-19]", ("2024-06-19", "2024-06-19")),
    ("[2024-06-19..2024-06-20]", ("2024-06", "2024-06")),
    ("2024-11/", ("2024-11", "")),
    ("/2024-11", ("", "2024-11")),
    ("200X", ("", "")),
]


@pytest.mark.parametrize(("text", "wanted"), REDUCED)
def test_a_date_keeps_what_is_known_of_it(text: str, wanted: tuple[str, str]) -> None:
    assert reduced(parse_date(text)) == wanted


def test_once_is_the_day_where_it_is_known() -> None:
    assert once(parse_date("[2024-06-19..2024-06-19]")) == "2024-06-19"
    assert once(parse_date("2024-06-XX")) == "2024-06"


def test_other_programs_get_the_month_of_a_day_that_is_not_known() -> None:
    when = parse_date("2024-06-XX")
    assert parts(when) == (2024, 6)
    assert csl_date(when) == {"date-parts": [[2024, 6]]}
    assert span(when) == ({"year": 2024, "month": 6}, None)


@pytest.mark.parametrize(
    ("as_of", "written"),
    [
        (date(1979, 12, 31), (1980, 1, 1)),
        (date(2026, 3, 17), (2026, 3, 17)),
        (date(2107, 12, 31), (2107, 12, 31)),
        (date(2108, 1, 1), (2107, 12, 31)),
    ],
)
def test_an_archive_carries_the_sites_day_or_the_nearest_that_it_can(
    as_of: date, written: tuple[int, int, int]
) -> None:
    archive = Archive(Content("actors: {}\n", replace(SETTINGS, as_of=as_of)).dossier)
    archive.add(FileArtifact("data/x.txt", b"x", "text/plain", "X"))
    packed = b"".join(next(archive.finish()).pieces())
    assert {entry.date_time[:3] for entry in zipfile.ZipFile(io.BytesIO(packed)).infolist()} == {written}
