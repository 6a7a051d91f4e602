"""robots.txt, llms.txt, the sitemap, redirects and the archive, read back by other people's code."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

import bs4
import pytest
from defusedxml.ElementTree import fromstring
from llms_txt.core import parse_llms_file

from explainer import standings, urls
from explainer.kinds._statuses import LADDER, RECORD, status_words
from explainer.outputs import llms
from tests.outputs.reading import Data

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def test_robots_may_read_everything_and_are_told_of_the_sitemap(data: Data) -> None:
    robots = RobotFileParser()
    robots.parse(data.text("robots.txt").splitlines())
    site = data.dossier.settings.site_url
    assert robots.can_fetch("AnyBot", f"{site}claims/")
    assert robots.site_maps() == [f"{site}sitemap.xml"]


def test_the_sitemap_lists_every_page_once(data: Data) -> None:
    root = fromstring(data.bytes("sitemap.xml"))
    found = [loc.text or "" for loc in root.findall("s:url/s:loc", NAMESPACE)]
    site = data.dossier.settings.site_url
    prose = {urls.of_page(page.path) for page in data.dossier.pages}
    assert sorted(found) == sorted({f"{site}{address}" for address in prose | data.pages.keys()})
    told = {
        (url.findtext("s:loc", "", NAMESPACE)): url.findtext("s:lastmod", "", NAMESPACE)
        for url in root.findall("s:url", NAMESPACE)
    }
    for address, page in data.pages.items():
        assert told[f"{site}{address}"] == page.changed.isoformat()
    assert len(set(told.values())) > 1


def test_llms_txt_leads_to_what_exists_and_names_each_status(data: Data) -> None:
    text = data.text("llms.txt")
    assert text.startswith("# ")
    assert text.splitlines()[2].startswith("> ")
    site = data.dossier.settings.site_url
    for address in re.findall(r"\]\((\S+)\)", text):
        path = address.removeprefix(site)
        prose = {urls.of_page(page.path) for page in data.dossier.pages}
        assert path in data.pages or path in data.files or path in prose, address
    for judgement in data.dossier.of_kind("claim"):
        assert f"claims/{judgement.id}/): {standings.words(judgement, data.dossier)}" in text


def test_the_parser_of_the_format_finds_every_link_of_llms_txt(data: Data) -> None:
    text = data.text("llms.txt")
    found = parse_llms_file(text)
    assert found.title == data.dossier.settings.site_name
    assert found.summary == " ".join(data.dossier.settings.description.split())
    assert all(f"- {status_words(status)}: " in found.info for status in (*LADDER, *RECORD))
    links = [link for section in found.sections.values() for link in section]
    assert [(link.title, link.url) for link in links] == re.findall(
        r"^- \[(.*?)\]\((\S+)\)", text, flags=re.MULTILINE
    )
    assert list(found.sections) == ["Pages", "Claims, each with its status", "Data"]


def test_a_long_llms_txt_ends_its_claims_with_a_link_to_the_rest(
    small: Data, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(llms, "LIMIT", 1)
    [file] = llms.produce(small.dossier, [])
    claims = parse_llms_file(file.content.decode()).sections["Claims, each with its status"]
    assert len(claims) == 2
    assert claims[1].url == f"{small.dossier.settings.site_url}data/csv/claims.csv"


def test_an_old_address_leads_to_the_new_one(small: Data, site: Path) -> None:
    expected = {
        "actors/mill-ministry/": "actors/ministry/",
        "claims/stream-poisoned/": "claims/mill-poisoned/",
        "corrections/2025-05-day/": "corrections/#2025-05-date",
        "glossary/dam-term/": "glossary/#weir-term",
        "questions/why-opened/": "questions/#why",
        "sources/old-report/": "sources/report/",
        "timeline/weir-works/": "timeline/works/",
    }
    documents = {path for path, file in small.files.items() if file.media_type == "text/html"}
    redirects = {path for path in documents if not path.endswith("/card/index.html")}
    assert redirects == {urls.file_of(old) for old in expected}
    for old, new in expected.items():
        page = bs4.BeautifulSoup((site / old / "index.html").read_text("utf-8"), "html5lib")
        [refresh] = page.find_all("meta", attrs={"http-equiv": "refresh"})
        base = f"https://mill.example.org/weir/{old}"
        target = urljoin(base, str(refresh["content"]).partition("url=")[2])
        [link] = page.find_all("a")
        [canonical] = page.find_all("link", rel="canonical")
        assert target == urljoin(base, str(link["href"])) == f"https://mill.example.org/weir/{new}"
        where, _, anchor = new.partition("#")
        assert canonical["href"] == f"https://mill.example.org/weir/{where}"
        found = bs4.BeautifulSoup((site / where / "index.html").read_text("utf-8"), "html5lib")
        assert not anchor or found.find(id=anchor)
        former = old.rstrip("/").rpartition("/")[2]
        assert not anchor or found.find(id=former), "who kept the old anchor comes to the place too"
        assert page.script is None


def test_the_archive_is_whole_and_says_so(data: Data) -> None:
    content = data.bytes("data/all.zip")
    checksum, name = data.text("data/all.zip.sha256").split()
    assert (hashlib.sha256(content).hexdigest(), name) == (checksum, "all.zip")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names == sorted(names)
        listed = {path.removeprefix("data/"): file.content for path, file in data.files.items() if file.title}
        del listed["all.zip"], listed["all.zip.sha256"]
        assert {name: archive.read(name) for name in names if name != "README.txt"} == listed
        day = data.dossier.settings.as_of
        assert {entry.date_time for entry in archive.infolist()} == {(day.year, day.month, day.day, 0, 0, 0)}
        assert data.dossier.settings.licence in archive.read("README.txt").decode()


def test_both_doors_publish_the_same_files(small: Data, project: Path, site: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "explainer", "build", str(tmp_path / "out")]
    subprocess.run(
        command, cwd=project, check=True, env={"PYTHONPATH": "hooks", "PATH": ""}, capture_output=True
    )
    for path, file in small.files.items():
        assert (site / path).read_bytes() == file.content, path
        assert (tmp_path / "out" / path).read_bytes() == file.content, path
    claim = (tmp_path / "out/claims/mill-poisoned/index.md").read_text("utf-8")
    assert '<script type="application/ld+json">{"@context":"https://schema.org"' in claim


def test_the_shell_announces_feeds_and_data_on_every_page_and_a_record_its_own(site: Path) -> None:
    for path in site.rglob("index.html"):
        page = bs4.BeautifulSoup(path.read_text("utf-8"), "html5lib")
        if page.find("meta", attrs={"http-equiv": "refresh"}) or path.parent.name == "card":
            continue  # neither has a shell
        here = f"https://mill.example.org/weir/{path.parent.relative_to(site).as_posix().removeprefix('.')}/"
        here = here.replace("weir//", "weir/")
        found = {
            urljoin(here, str(link["href"])): link["type"] for link in page.find_all("link", rel="alternate")
        }
        everywhere = {"feeds/changes.atom", "feeds/changes.json", "data/dossier.json"}
        assert {f"https://mill.example.org/weir/{one}" for one in everywhere} <= found.keys()
        for address in found:
            assert (site / address.removeprefix("https://mill.example.org/weir/")).is_file()
    page = bs4.BeautifulSoup((site / "sources/report/index.html").read_text("utf-8"), "html5lib")
    types = {link["type"] for link in page.find_all("link", rel="alternate")}
    assert {
        "application/x-bibtex",
        "application/x-research-info-systems",
        "application/vnd.citationstyles.csl+json",
    } <= types
    shown = {str(link["href"]) for link in page.select(".x-pagefoot a")}
    assert "../../data/sources/report.bib" in shown
