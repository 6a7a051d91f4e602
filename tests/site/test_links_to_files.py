"""With `use_directory_urls: false`, and in the copy to take away, every link leads to a file that is there."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from defusedxml.ElementTree import fromstring

from explainer import urls
from tests.site.conftest import ROOT, built

LINK = re.compile(r'\s(?:href|src|action)="([^"]*)"')


def dead(site: Path) -> tuple[int, set[str]]:
    """Return how many links within a site there are, and those that lead to no file, as a folder finds them."""
    count, found = 0, set()
    for page in site.rglob("*.html"):
        for link in map(unescape, LINK.findall(page.read_text("utf-8"))):
            parts = urlsplit(link)
            if parts.scheme or not parts.path or page.name == "404.html":
                continue
            count += 1
            if not (page.parent / unquote(parts.path)).is_file():
                found.add(f"{page.relative_to(site)}: {link}")
    return count, found


@pytest.fixture(scope="module")
def with_files(lake_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of the project about another subject with links to files."""
    project = tmp_path_factory.mktemp("files") / "project"
    shutil.copytree(lake_project, project)
    settings = (project / "mkdocs.yml").read_text("utf-8")
    kept = re.sub(r"^use_directory_urls:.*\n", "", settings, flags=re.MULTILINE)
    (project / "mkdocs.yml").write_text(f"{kept}\nuse_directory_urls: false\n", "utf-8")
    return built(project, tmp_path_factory.mktemp("files-out") / "site")


def test_every_link_leads_to_a_file(with_files: Path) -> None:
    count, found = dead(with_files)
    assert count > 500
    assert found == set()


def test_the_pages_lie_where_they_always_lie(with_files: Path, lake_site: Path) -> None:
    names = [{path.relative_to(site) for path in site.rglob("*")} for site in (with_files, lake_site)]
    assert names[0] == names[1]


def test_formats_lead_to_files_too(with_files: Path) -> None:
    entries = json.loads((with_files / "assets/search.json").read_text("utf-8"))["entries"]
    assert all((with_files / entry["u"].partition("#")[0]).is_file() for entry in entries)
    site = json.loads((with_files / "data/dossier.json").read_text("utf-8"))["site"]["url"]
    sitemap = fromstring((with_files / "sitemap.xml").read_bytes())
    addresses = [loc.text or "" for loc in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    feed = fromstring((with_files / "feeds/changes.atom").read_bytes())
    addresses += [link.attrib["href"] for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
    for page in with_files.rglob("index.html"):
        addresses += re.findall(r'<link rel="canonical" href="([^"]+)"', page.read_text("utf-8"))
    assert addresses
    paths = {unquote(urlsplit(address.removeprefix(site)).path) for address in addresses}
    assert [path for path in paths if not (with_files / path).is_file()] == []


def test_the_command_line_has_the_last_word(lake_project: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--no-directory-urls",
        "--site-dir",
        str(tmp_path / "s"),
    ]
    subprocess.run(command, cwd=lake_project, check=True, capture_output=True)
    assert dead(tmp_path / "s")[1] == set()


@pytest.fixture(scope="module")
def packed(lake_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site beside which its copy lies."""
    site = tmp_path_factory.mktemp("packed") / "site"
    shutil.copytree(lake_site, site)
    for _ in range(2):  # the second finds the first, and packs neither it nor its offer
        command = [sys.executable, "-m", "explainer", "offline", str(site)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return site


def test_every_link_of_the_copy_leads_to_a_file(packed: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(packed / "site.zip") as archive:
        archive.extractall(tmp_path)
    count, found = dead(tmp_path / "site")
    assert count > 500
    assert found == set()
    assert not (tmp_path / "site" / "site.zip").exists()


def test_the_copy_is_offered_once_and_is_the_same_bytes_each_time(packed: Path, lake_site: Path) -> None:
    page = (packed / "data/index.html").read_text("utf-8")
    assert page.count('href="../site.zip"') == 1
    assert "site.zip" not in (lake_site / "data/index.html").read_text("utf-8")
    first = (packed / "site.zip").read_bytes()
    subprocess.run(
        [sys.executable, "-m", "explainer", "offline", str(packed)], cwd=ROOT, check=True, capture_output=True
    )
    assert (packed / "site.zip").read_bytes() == first


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("claims/", "claims/index.html"),
        ("", "index.html"),
        ("./", "./index.html"),
        ("..", "../index.html"),
        ("../", "../index.html"),
        ("glossary/#weir", "glossary/index.html#weir"),
        ("search/?q=a/", "search/index.html?q=a/"),
        ("#top", "#top"),
        ("data/dossier.json", "data/dossier.json"),
    ],
)
def test_an_address_becomes_that_of_a_file(address: str, file: str) -> None:
    assert urls.as_file(address) == file


def test_links_that_leave_the_site_stay() -> None:
    html = '<a href="https://example.org/">x</a> <a href="mailto:a@b.c/">y</a> <a href="//h/">z</a> <a href="#a">a</a>'
    assert urls.linked_to_files(html) == html
