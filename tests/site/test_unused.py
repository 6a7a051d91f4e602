"""What a site does not use is not shown: no empty pages, entries of menus, downloads or sentences."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.site.crawling import SitePage, crawl

UNUSED = (
    "as-known-on", "by-whose-word", "changes", "claims", "corrections", "figures", "findings", "glossary", "places",
    "positions", "questions", "timeline",
)  # fmt: skip


@pytest.fixture(scope="module")
def pages(dam_site: Path) -> dict[str, SitePage]:
    return crawl(dam_site)


def test_sections_without_records_have_no_pages_and_nothing_leads_to_them(
    dam_site: Path, pages: dict[str, SitePage]
) -> None:
    made = {address.partition("/")[0] for address in pages}
    assert made & set(UNUSED) == set()
    assert {"actors", "sources", "treaties"} <= made
    for path in dam_site.rglob("*.html"):
        targets = re.findall(r'href="([^"#?]*)', path.read_text(encoding="utf-8"))
        for target in targets:
            assert not any(part in UNUSED for part in target.split("/")), f"{path}: {target}"


def test_the_menu_names_what_there_is(dam_site: Path) -> None:
    home = (dam_site / "index.html").read_text(encoding="utf-8")
    (menu,) = re.findall(r"<nav[^>]*>.*?</nav>", home, re.DOTALL)[:1]
    entries = re.findall(r"<a [^>]*>([^<]*)</a>", menu)
    assert [one.strip() for one in entries if one.strip()] == ["Home", "Actors", "Treaties", "Sources"]


def test_downloads_hold_something(dam_site: Path) -> None:
    data = dam_site / "data"
    assert not (dam_site / "feeds").exists()
    for name in ("events.ics", "timeline.json", "places.geojson"):
        assert not (data / name).exists(), name
    tables = {path.stem for path in (data / "csv").glob("*.csv")}
    assert {"actors", "sources", "treaties", "treaty-steps", "dictionary"} <= tables
    assert tables & {"claims", "events", "places", "figures", "evidence"} == set()
    for path in (data / "csv").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            assert len(list(csv.reader(file))) > 1, path.name
    with (data / "csv" / "dictionary.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["file"].removesuffix(".csv") for row in csv.DictReader(file)} == tables - {"dictionary"}


def test_no_sentence_counts_nothing_and_one_is_one(pages: dict[str, SitePage]) -> None:
    for address, page in pages.items():
        if not address.startswith("contributing/"):
            text = " ".join("".join(page.text).split())
            found = re.search(
                r"\b0 (?:[a-z]+ )?(?:events|claims|numbers|statements|documents|times|sentences|places)\b",
                text,
            )
            assert not found, f"{address}: {found}"
            plural = r"(?<![\d.,])1 (?:sentences|documents|publishers|actors|relations|sources)\b"
            assert not re.search(plural, text), address
