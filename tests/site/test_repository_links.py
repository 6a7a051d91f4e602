"""Links from every statement to its line: right to the line where the repository is named, none where it is not."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.site.conftest import built

REPOSITORY = "https://git.example.org/people/lake"
_LINK = re.compile(r'<a[^>]*href="(https://git\.example\.org/[^"]*)"[^>]*>(.*?)</a>', re.DOTALL)


@pytest.fixture(scope="module")
def linked_project(lake_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out the project about another subject with the address of its repository."""
    project = tmp_path_factory.mktemp("linked") / "project"
    shutil.copytree(lake_project, project, ignore=shutil.ignore_patterns("__pycache__"))
    settings = (project / "mkdocs.yml").read_text("utf-8")
    named = settings.replace(
        "  explainer:\n", f"  explainer:\n    repository: {REPOSITORY}/\n    branch: trunk\n"
    )
    assert named != settings
    (project / "mkdocs.yml").write_text(named, "utf-8")
    return project


@pytest.fixture(scope="module")
def linked_site(linked_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(linked_project, tmp_path_factory.mktemp("linked-out") / "site")


def _links(site: Path) -> Iterator[tuple[str, str, str]]:
    """Yield page, address and words of each link into the repository."""
    for path in sorted(site.rglob("*.html")):
        for found in _LINK.finditer(path.read_text("utf-8")):
            yield path.relative_to(site).as_posix(), unescape(found[1]), found[2].strip()


def test_without_a_repository_the_site_has_no_such_links_and_says_nothing(lake_site: Path) -> None:
    for path in lake_site.rglob("*.html"):
        text = path.read_text("utf-8")
        for words in (
            "source line",
            'class="x-line"',
            "Change it",
            "Report a problem",
            "/blob/",
            "/edit/",
            "issues/new",
        ):
            assert words not in text, f"{path}: {words}"


def test_every_link_leads_to_a_line_that_exists(linked_project: Path, linked_site: Path) -> None:
    lines = 0
    for page, address, _ in _links(linked_site):
        if found := re.fullmatch(rf"{REPOSITORY}/blob/trunk/([\w./-]+)#L(\d+)", address):
            text = (linked_project / found[1]).read_text("utf-8")
            assert 1 <= int(found[2]) <= len(text.splitlines()), f"{page}: {address}"
            lines += 1
        else:
            assert address.startswith((f"{REPOSITORY}/edit/trunk/", f"{REPOSITORY}/issues/new?")), address
    assert lines > 20


def test_the_page_of_a_record_leads_to_the_line_of_its_id(linked_project: Path, linked_site: Path) -> None:
    for folder in ("claims", "timeline", "actors", "sources", "places", "treaties"):
        for path in (linked_site / folder).glob("*/index.html"):
            text = path.read_text("utf-8")
            edit = re.search(rf'href="{REPOSITORY}/blob/trunk/([^"#]+)#L(\d+)"[^>]*>See the line', text)
            if edit:
                line = (linked_project / edit[1]).read_text("utf-8").splitlines()[int(edit[2]) - 1]
                assert line == f"{path.parent.name}:", f"{path}: {line}"
                assert f'href="{REPOSITORY}/edit/trunk/{edit[1]}"' in text
            else:
                assert path.parent.name in ("status", "strands"), path


def test_an_item_of_evidence_leads_to_the_line_that_names_its_source(
    linked_project: Path, linked_site: Path
) -> None:
    seen = 0
    for path in (linked_site / "claims").glob("*/index.html"):
        for item in re.findall(r'<li class="x-evidence__item".*?</li>', path.read_text("utf-8"), re.DOTALL):
            source = re.search(r'data-ref="([^"]+)"[^>]*>[^<]*</a>(?!.*data-ref)', item, re.DOTALL)
            line = re.search(r"/blob/trunk/([^\"#]+)#L(\d+)\">?[^>]*>source line", item)
            assert source
            assert line, item
            text = (linked_project / line[1]).read_text("utf-8").splitlines()
            assert f"source: {source[1]}" in text[int(line[2]) - 1]
            seen += 1
    assert seen >= 2


@pytest.mark.parametrize(
    ("page", "at_least"),
    [
        ("treaties/lake-water-agreement/index.html", 3),
        ("questions/index.html", 1),
        ("glossary/index.html", 1),
    ],
)
def test_other_statements_have_their_line_too(linked_site: Path, page: str, at_least: int) -> None:
    assert (linked_site / page).read_text("utf-8").count(">source line<") >= at_least


def test_the_form_for_problems_opens_with_the_record_filled_in(linked_site: Path) -> None:
    reports = {
        page: parse_qs(urlsplit(address).query)
        for page, address, words in _links(linked_site)
        if "Report" in words
    }
    claims = [page for page in reports if re.fullmatch(r"claims/[^/]+/index\.html", page)]
    assert claims
    for page in claims:
        assert reports[page] == {"template": ["problem.yml"], "page": [page.split("/")[1]]}
    assert reports["index.html"]["page"] == ["home"]
    assert reports["claims/index.html"]["page"] == ["claims/"]


def test_the_form_that_pages_open_exists_and_has_that_field() -> None:
    form = (Path(__file__).parents[2] / ".github/ISSUE_TEMPLATE/problem.yml").read_text("utf-8")
    assert re.search(r"^    id: page$", form, re.MULTILINE)
