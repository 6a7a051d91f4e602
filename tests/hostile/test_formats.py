"""Hostile texts in every format of data: a library that knows nothing of us reads each whole, and nothing starts."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import bs4
import feedparser
import icalendar
import pytest
from defusedxml.ElementTree import fromstring

from tests.hostile.conftest import Shown
from tests.hostile.sites import payloads

_FORMULA = re.compile(r"\s*[=+@\t\r]|\s*-(?![\d.]+$)")


def files(full: Shown, pattern: str) -> list[Path]:
    """Return the files of the hostile site that fit a pattern; at least one does."""
    found = sorted(full.folder.rglob(pattern))
    assert found, pattern
    return found


def texts(value: Any) -> list[str]:
    """Return every text in JSON, at any depth."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in texts(inner)]
    return [value] if isinstance(value, str) else []


def test_no_island_can_end_its_element(full: Shown) -> None:
    islands = 0
    for file in files(full, "*.html"):
        page = bs4.BeautifulSoup(file.read_text("utf-8"), "html5lib")
        for island in page.find_all("script", type="application/ld+json"):
            text = str(island.string)
            assert not re.search(r"[<>&]", text), file
            json.loads(text)
            islands += 1
    assert islands > 300


def test_json_holds_every_payload_as_it_was_written(full: Shown) -> None:
    whole = json.loads((full.folder / "data/dossier.json").read_text("utf-8"))
    told = "\n".join(texts(whole))
    lines = {
        line.strip() for payload in payloads() for line in payload.splitlines() if len(line.strip()) > 12
    }
    missing = sorted(line for line in lines if line not in told)
    assert missing == []
    for file in files(full, "*.json"):
        text = file.read_text("utf-8")
        for part in text.splitlines() if file.name.endswith(".ftm.json") else [text]:
            json.loads(part)


def test_no_cell_is_a_formula(full: Shown) -> None:
    rows = 0
    for file in files(full, "*.csv"):
        read = list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))
        assert {len(row) for row in read} == {len(read[0])}, file
        rows += len(read)
        wrong = [cell for row in read for cell in row if _FORMULA.match(cell)]
        assert wrong == [], file
    assert rows > 400


def test_feeds_hold_texts_and_nothing_else(full: Shown) -> None:
    for file in files(full, "*.atom"):
        root: Element = fromstring(file.read_bytes(), forbid_dtd=True)
        names = {element.tag.rpartition("}")[2] for element in root.iter()}
        allowed = {"feed", "id", "title", "updated", "link", "author", "name", "rights", "entry", "published"}
        assert names <= allowed | {"category", "summary", "content", "div", "p", "ul", "li", "a"}, file
        for link in root.iter("{http://www.w3.org/1999/xhtml}a"):
            assert re.match(r"https?://", link.get("href", "")), file
        parsed = feedparser.parse(file.read_bytes())
        assert not parsed.bozo, (file, parsed.get("bozo_exception"))


@pytest.mark.parametrize("name", ["events.ics"])
def test_the_calendar_has_no_line_that_somebody_slipped_in(full: Shown, name: str) -> None:
    [file] = files(full, name)
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    kinds = {component.name for component in calendar.walk()}
    assert kinds == {"VCALENDAR", "VEVENT"}
    known = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "URL", "CATEGORIES", "LOCATION"}
    for event in calendar.walk("VEVENT"):
        assert set(event) <= known | {"STATUS", "TRANSP", "CLASS", "GEO", "LAST-MODIFIED", "SEQUENCE"}


@pytest.mark.parametrize("pattern", ["*.xml", "*.svg"])
def test_other_xml_is_plain(full: Shown, pattern: str) -> None:
    for file in files(full, pattern):
        root = fromstring(file.read_bytes(), forbid_dtd=True)
        assert not [one for one in root.iter() if one.tag.rpartition("}")[2] in ("script", "foreignObject")]
