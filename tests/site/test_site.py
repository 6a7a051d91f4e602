"""Truths about every built site, told of this repository's and of one about quite another subject."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import bs4
import lxml.html  # type: ignore[import-untyped]
import pytest

from explainer import urls
from explainer.checking import check
from explainer.kinds import KINDS
from tests.site.conftest import ROOT, build
from tests.site.crawling import SitePage, crawl, internal

LETTERS = re.compile("[\u0400-\u04ff]{3}|[\uac00-\ud7a3]{2}|[\u3040-\u30ff]{2}|[\u4e00-\u9fff]{2}")
"""Cyrillic, Hangul, Kana and Han: more than a sign among Latin letters."""


@pytest.fixture(scope="module", params=["real", "lake"])
def site(request: pytest.FixtureRequest) -> Path:
    """Give each site in turn."""
    return Path(request.getfixturevalue(f"{request.param}_site"))


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, SitePage]:
    """Crawl the site."""
    return crawl(site)


def test_every_internal_link_and_anchor_resolves(site: Path, pages: dict[str, SitePage]) -> None:
    broken = set()
    for page in pages.values():
        if page.address == "404.html":
            continue  # its links are absolute: it is shown at any depth
        for target, anchor in internal(page):
            if target in pages:
                if anchor and anchor not in pages[target].ids and anchor != "top":
                    broken.add(f"{page.address} → {target}#{anchor}")
            elif not (site / target).is_file():
                broken.add(f"{page.address} → {target}")
    assert sorted(broken) == []


def test_ids_are_unique_on_every_page(pages: dict[str, SitePage]) -> None:
    twice = {
        page.address: [id for id, times in Counter(page.ids).items() if times > 1] for page in pages.values()
    }
    assert {address: ids for address, ids in twice.items() if ids} == {}


PAGES_OF_RECORDS = "^(?:actors|claims|places|sources|timeline|treaties)/(?!strands/|status/)[^/]+/$"


def test_the_contents_of_a_page_name_its_sections_in_their_order(site: Path) -> None:
    wrong, seen = [], 0
    for path in site.rglob("*.html"):
        page = lxml.html.parse(str(path)).getroot()
        contents = page.xpath("//nav[contains(@class, 'x-toc')]//a/@href")
        if not contents:
            continue
        seen += 1
        ids = page.xpath("//main//@id")
        places = [ids.index(link[1:]) if link[1:] in ids else -1 for link in contents]
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        left_out = {f"#{id}" for id in page.xpath("//main//h2/@id")} - set(contents)
        if re.search(PAGES_OF_RECORDS, address) and left_out:
            wrong.append((address, sorted(left_out)))
        if -1 in places or places != sorted(places):
            wrong.append((address, contents))
    assert wrong == []
    assert seen > 20


def test_every_page_can_be_reached_from_home(pages: dict[str, SitePage]) -> None:
    seen, ahead = {""}, [""]
    while ahead:
        for target, _ in internal(pages[ahead.pop()]):
            if target in pages and target not in seen:
                seen.add(target)
                ahead.append(target)
    # what stands at the former address of a record leads on, and nothing leads there
    moved = {
        address
        for address, page in pages.items()
        if any(tag == "meta" and given.get("http-equiv") == "refresh" for tag, given in page.tags)
    }
    assert sorted(set(pages) - seen - moved - {"404.html"}) == []


def test_every_page_has_one_title_one_main_heading_and_a_description(pages: dict[str, SitePage]) -> None:
    for page in pages.values():
        tags = Counter(tag for tag, _ in page.tags)
        assert (tags["h1"], tags["main"]) == (1, 1), page.address
        assert any(
            tag == "meta" and given.get("name") == "description" and given.get("content")
            for tag, given in page.tags
        ), page.address


def test_headings_descend_without_a_gap(pages: dict[str, SitePage]) -> None:
    for page in pages.values():
        depth = 0
        for tag, _ in page.tags:
            if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                if tag == "h2" and depth == 0:
                    continue
                assert int(tag[1]) <= depth + 1, f"{page.address}: {tag} after h{depth}"
                depth = int(tag[1])


def test_nothing_is_asked_of_another_host(pages: dict[str, SitePage]) -> None:
    for page in pages.values():
        for tag, given in page.tags:
            if tag in ("script", "img", "iframe", "source", "video", "audio", "object", "embed"):
                address = given.get("src") or given.get("data") or ""
                assert not address.startswith(("http", "//")), f"{page.address}: {tag} {address}"
            if tag == "link" and given.get("rel") in (
                "stylesheet",
                "preload",
                "preconnect",
                "dns-prefetch",
                "icon",
            ):
                assert not str(given.get("href")).startswith(("http", "//")), page.address


def test_the_policy_stands_on_every_page_and_no_script_stands_in_one(pages: dict[str, SitePage]) -> None:
    for page in pages.values():
        policies = [
            given
            for tag, given in page.tags
            if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy"
        ]
        if any(tag == "meta" and given.get("http-equiv") == "refresh" for tag, given in page.tags):
            continue
        assert len(policies) == 1, page.address
        for tag, given in page.tags:
            assert tag != "script" or given.get("src") or str(given.get("type", "")).endswith("json"), (
                page.address
            )
            assert "style" not in given, f"{page.address}: {tag} carries a style"
            assert not any(name.startswith("on") for name in given), f"{page.address}: {tag}"


def test_no_markup_of_ours_is_left_as_text(pages: dict[str, SitePage]) -> None:
    for page in pages.values():
        if page.address.startswith(("contributing/", "contribute/")):
            continue  # there it is explained
        text = "".join(page.text)
        for sign in ("[[", "]]", "::: ", "{{", "{%"):
            assert sign not in text, (
                f"{page.address}: {sign} in “{text[max(0, text.find(sign) - 40) : text.find(sign) + 40]}”"
            )


def test_every_record_of_this_repository_is_on_a_page(real_site: Path) -> None:
    pages = crawl(real_site)
    dossier = check(ROOT).dossier
    for entry in dossier.graph.entries.values():
        page, _, anchor = urls.of_entry(entry).partition("#")
        assert page in pages, entry.id
        assert not anchor or anchor in pages[page].ids, entry.id


def test_every_page_says_how_far_its_sources_reach(pages: dict[str, SitePage]) -> None:
    for page in pages.values():
        if not any(tag == "meta" and given.get("http-equiv") == "refresh" for tag, given in page.tags):
            assert "As of " in "".join(page.text), page.address


def test_a_subject_without_a_war_has_no_parties_to_it(lake_site: Path) -> None:
    text = "".join(crawl(lake_site)["claims/level-fell-by-half/"].text)
    assert "alleged" in text
    assert "party to the conflict" not in text


def test_a_failed_build_leaves_the_last_site_untouched(lake_project: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert build(lake_project, out).returncode == 0
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    broken = lake_project / "content" / "actors" / "broken.yml"
    broken.write_text("broken:\n  nmae: x\n", encoding="utf-8")
    try:
        done = build(lake_project, out)
    finally:
        broken.unlink()
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_topic_page_ends_with_the_caveats_of_its_claims(real_site: Path) -> None:
    pages = crawl(real_site)
    assert "caveats" in pages["topics/weapons/"].ids
    assert "caveats" not in pages["about/"].ids


def test_every_word_in_another_script_tells_its_language(real_site: Path) -> None:
    untold: list[tuple[str, str]] = []
    seen = 0
    for path in sorted(real_site.rglob("*.html")):
        body = bs4.BeautifulSoup(path.read_text("utf-8"), "lxml").body
        if body is None or not LETTERS.search(body.text):
            continue
        for text in body.find_all(string=LETTERS):
            around = text.find_parent(lambda tag: tag.has_attr("lang") or tag.name in ("script", "template"))
            language = str(around.get("lang", "")) if around else ""
            is_address = text.find_parent(class_="x-address") is not None
            seen += 1
            if not is_address and around is not None and language.startswith("en"):
                untold.append((path.relative_to(real_site).as_posix(), str(text)[:60]))
    assert seen > 400
    assert untold == []


def _is_head_of_mentions(tag: bs4.Tag) -> bool:
    return tag.name == "h3" and tag.text.startswith("Mentioned in")


def test_a_record_that_is_only_mentioned_in_prose_tells_by_which(real_site: Path) -> None:
    graph = check(ROOT).dossier.graph
    only: list[tuple[str, str]] = []
    for id, entry in graph.entries.items():
        ways: dict[str, set[str]] = {}
        for link in graph.backlinks.get(id, ()):
            ways.setdefault(link.source.id, set()).add(link.backlink)
        mentioning = [one for one, said in ways.items() if said == {"Mentioned in"} and one != id]
        if mentioning and entry.kind.name == "claim":
            only += [(id, one) for one in mentioning if graph.entries[one].kind.name == "claim"]
    assert only
    for id, other in only:
        html = (real_site / "claims" / id / "index.html").read_text("utf-8")
        heading = bs4.BeautifulSoup(html, "lxml").find(_is_head_of_mentions)
        assert heading is not None, id
        listed = heading.find_next(["ul", "details"])
        assert listed is not None
        assert listed.find("a", attrs={"data-ref": other}), (id, other)


def test_every_file_of_the_theme_is_asked_for_by_some_page(real_site: Path) -> None:
    made = {path.relative_to(real_site).as_posix() for path in (real_site / "assets").rglob("*")}
    asked = "".join(
        path.read_text("utf-8") for path in real_site.rglob("*") if path.suffix in (".html", ".js", ".css")
    )
    own = {
        name
        for name in made
        if (ROOT / "docs" / name).exists() or name.startswith(("assets/previews", "assets/records"))
    }
    idle = {
        name for name in made - own if (real_site / name).is_file() and name.rpartition("/")[2] not in asked
    }
    assert idle <= {
        "assets/minisearch.LICENSE.txt",
        "assets/card.svg",
    }  # the licence of a file, and the drawing of one


def test_the_first_link_of_a_page_stands_in_a_landmark(site: Path) -> None:
    for address in ("index.html", "404.html"):
        page = bs4.BeautifulSoup((site / address).read_text("utf-8"), "lxml")
        skip = page.find("a", class_="x-skip")
        assert skip is not None
        assert skip.find_parent(["header", "nav", "main"]) is not None, address


def test_another_subject_has_the_forms_with_its_own_words(lake_site: Path, lake_project: Path) -> None:
    settings = check(lake_project).dossier.settings
    for kind in KINDS:
        page = (lake_site / "contribute" / kind.name / "index.html").read_text("utf-8")
        assert f'data-folder="{kind.folder}"' in page
    claim = (lake_site / "contribute" / "claim" / "index.html").read_text("utf-8")
    assert settings.topics
    for topic in settings.topics:
        assert f'<option value="{topic}">' in claim
    assert (lake_site / "assets" / "form.js").is_file()
