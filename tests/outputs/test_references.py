"""Sources as CSL-JSON, BibTeX and RIS, read back by citeproc-py, pybtex and rispy."""

from __future__ import annotations

import json
import re
import warnings
from datetime import date
from typing import Any

import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import BibliographyData, parse_string

from explainer.kinds.source import CSL_TYPES, Source
from explainer.values.edtf import parse_date
from tests.outputs.reading import Data


def _sources(data: Data) -> dict[str, Source]:
    return {entry.id: entry.record for entry in data.dossier.graph.of_kind("source")}


def _title(source: Source) -> str:
    return source.title or f"[{source.label}]"


def _known(source: Source) -> str:
    """Return year, month and day of a source as far as they are certain enough to be cited."""
    when = source.published or source.text_date
    text = when.text.rstrip("~?%") if when else ""
    return text if re.fullmatch(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?", text) else ""


@pytest.fixture(scope="module")
def bibliography(data: Data) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        return CitationStylesBibliography(
            style, CiteProcJSON(data.json("data/sources.csl.json")), formatter.plain
        )


def test_csl_holds_every_source_with_types_that_csl_knows(data: Data) -> None:
    items = {item["id"]: item for item in data.json("data/sources.csl.json")}
    assert items.keys() == _sources(data).keys()
    for id, source in _sources(data).items():
        assert items[id]["title"] == _title(source)
        assert items[id]["type"] == source.type in CSL_TYPES
        assert items[id].get("URL") == source.url
        assert all(items[id].values())


def test_csl_dates_are_what_is_known_and_no_more(data: Data) -> None:
    for item in data.json("data/sources.csl.json"):
        source = _sources(data)[item["id"]]
        issued = item.get("issued", {})
        parts = [_iso(end) for end in issued.get("date-parts", [])]
        when = source.published or source.text_date
        if _known(source):
            assert parts == [_known(source)]
            assert when is not None
            assert issued.get("circa", False) == (when.approximate or when.uncertain)
        elif when is None:
            assert issued == {}
        elif date.min == when.earliest or when.latest == date.max:
            assert issued == {"literal": when.words}
        elif "season" in issued:
            assert when.text[:7] == f"{parts[0]}-2{issued['season']}"
        else:
            first, last = (parse_date(part) for part in parts)
            assert (first.earliest, last.latest) == (when.earliest, when.latest)
            assert issued.get("circa", False) == (not when.is_interval)


def _iso(numbers: list[int]) -> str:
    return "-".join([f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])])


def test_no_reference_names_one_body_twice(data: Data) -> None:
    for item in data.json("data/sources.csl.json"):
        names = [item.get("container-title"), item.get("publisher")]
        names += [author.get("literal") for author in item.get("author", ())]
        named = [name for name in names if name]
        assert len(named) == len(set(named)), item["id"]
    for entry in rispy.loads(data.text("data/sources.ris")):
        names = [entry.get("secondary_title"), entry.get("publisher"), *entry.get("authors", ())]
        named = [name for name in names if name]
        assert len(named) == len(set(named)), entry["id"]


def test_how_much_was_read_is_told_where_no_style_prints_it(data: Data) -> None:
    for item in data.json("data/sources.csl.json"):
        assert "excerpt" not in item.get("note", "")
        assert ("annote" in item) == (_sources(data)[item["id"]].read != "full")


def test_citeproc_makes_a_reference_of_each(data: Data, bibliography: Any) -> None:
    ids = sorted(_sources(data))[:120]
    for id in ids:
        bibliography.register(Citation([CitationItem(id)]))
    references = [str(entry) for entry in bibliography.bibliography()]
    assert len(references) == len(ids)
    text = "\n".join(references)
    assert [id for id in ids if _title(_sources(data)[id])[:25] not in text] == []


def _entries(text: str) -> BibliographyData:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return parse_string(text, "bibtex")


def _untexed(text: str) -> str:
    """Return text without the marks of TeX."""
    for written, sign in (("textbackslash{}", "\x01"), ("textasciitilde{}", "~"), ("textasciicircum{}", "^")):
        text = text.replace(f"\\{written}", sign)
    return re.sub(r"\\([&%$#_{}])", r"\1", text).replace("\x01", "\\")


def test_bibtex_holds_every_source(data: Data) -> None:
    entries = _entries(data.text("data/sources.bib")).entries
    assert entries.keys() == _sources(data).keys()
    for id, source in _sources(data).items():
        fields = entries[id].fields
        title = fields["title"]
        assert (title[0], title[-1]) == ("{", "}")
        assert _untexed(title[1:-1]) == " ".join(_title(source).split())
        assert fields.get("url") == source.url
        month = fields.get("month", "")
        assert fields.get("year", "") == _known(source)[:4]
        assert bool(month) == (len(_known(source)) > 4)
        assert fields.get("date", "").rstrip("~?%")[: len(_known(source))] == _known(source)


def test_ris_holds_every_source(data: Data) -> None:
    entries = {entry["id"]: entry for entry in rispy.loads(data.text("data/sources.ris"))}
    assert entries.keys() == _sources(data).keys()
    for id, source in _sources(data).items():
        found = entries[id]
        assert found["title"] == " ".join(_title(source).split())
        assert found.get("urls", []) == ([source.url] if source.url else [])
        assert len(found.get("authors", [])) == len(source.authors)
        year, month, day = f"{_known(source)}--".split("-")[:3]
        assert found.get("date", "///").split("/")[:3] == [year, month, day]


def test_every_source_has_a_file_in_each_format_and_its_page_announces_them(data: Data) -> None:
    for id, source in _sources(data).items():
        announced = {path for _, path, _ in data.pages[f"sources/{id}/"].alternates}
        base = f"data/sources/{id}"
        assert {f"{base}.{suffix}" for suffix in ("json", "csl.json", "bib", "ris")} <= announced
        assert [item["id"] for item in data.json(f"{base}.csl.json")] == [id]
        assert data.text(f"{base}.bib") in data.text("data/sources.bib")
        assert data.text(f"{base}.ris") in data.text("data/sources.ris")
        assert source.id == id


def test_an_odd_title_survives_every_format(small: Data) -> None:
    title = '</script><script>alert(1)</script> & "Report_100%" {of} #1 $5 ~^\\'
    source = _sources(small)["report"]
    assert source.title == title
    assert rispy.loads(small.text("data/sources/report.ris"))[0]["title"] == title
    assert (
        _untexed(_entries(small.text("data/sources/report.bib")).entries["report"].fields["title"][1:-1])
        == title
    )


def test_a_page_and_a_statement_can_be_cited(small: Data) -> None:
    page = small.soup("claims/mill-poisoned/")
    [bibtex] = [code.text for code in page.select("code") if code.text.startswith("@misc")]
    entry = next(iter(_entries(bibtex).entries.values()))
    assert entry.fields["url"] == "https://mill.example.org/weir/claims/mill-poisoned/"
    assert entry.fields["note"] == "As of 30 June 2025: acknowledged"
    text = page.find(id="cite-text")
    assert text is not None
    assert text.text.endswith(
        "<today>” (acknowledged), The mill & the “weir” <1>, as of 30 June 2025, "
        "https://mill.example.org/weir/claims/mill-poisoned/"
    )
    csl = page.find(id="cite-csl")
    assert csl is not None
    assert json.loads(csl.text)["note"] == "As of 30 June 2025: acknowledged"
