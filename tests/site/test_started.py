"""A site begun without a kind of record, or emptied of its examples, shows nothing of what it does not use."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from explainer import beginning
from explainer.pipeline import build
from tests.site.conftest import ROOT, built
from tests.site.crawling import SitePage, crawl, internal

SITE = "https://example.org/"

SECTIONS = {
    "claim": {"as-known-on", "by-whose-word", "changes", "claims", "figures", "findings", "positions"},
    "event": {"timeline"},
    "place": {"places"},
    "treaty": {"treaties"},
}
"""What there is only where there are records of a kind, by the first part of its address."""

FILES = {
    "claim": ["data/csv/claims.csv", "data/csv/figures.csv", "data/csv/caveats.csv", "data/claims"],
    "event": ["data/csv/events.csv", "data/events.ics", "data/timeline.json", "data/timeline"],
    "place": ["data/csv/places.csv", "data/places.geojson", "data/places"],
    "treaty": ["data/csv/treaties.csv", "data/csv/treaty-steps.csv", "data/treaties"],
}


def _started(folder: Path, *without: str) -> Path:
    plan = beginning.plan(
        folder,
        name="The harbour",
        language="en",
        without=frozenset(without),
        as_of="2025-06-30",
        generator="git+https://example.org/generator@v1.0.0",
    )
    beginning.write(plan)
    return folder


def _emptied(folder: Path) -> Path:
    """Delete the examples, but for who speaks and where one reads it, and leave the home page with its blocks."""
    project = _started(folder)
    for kind in (*FILES, "term", "question", "correction"):
        shutil.rmtree(project / "content" / ("timeline" if kind == "event" else _folder(kind)))
    home = project / "docs/index.md"
    text = re.sub(r"\n::: claim .*\n| tell of \[\[2025[^]]*\]\]", "", home.read_text("utf-8"))
    text = text.replace("|the minutes]]", "|the minutes]] and [[example-article|an article]]")
    every = (
        "claims costs", "findings costs", "timeline works", "limits", "quotations", "standing alleged",
        "corrections", "imprint", "signs", "who-answers",
    )  # fmt: skip
    home.write_text(text + "".join(f"\n::: {block}\n" for block in every), "utf-8")
    return project


def _folder(kind: str) -> str:
    return {"treaty": "treaties"}.get(kind, f"{kind}s")


WITHOUT = {"claims": ("claim",), "events": ("event", "place", "treaty"), "examples": tuple(FILES)}
"""What is missing in each site: it was begun without it, or emptied of its examples."""


@pytest.fixture(scope="module", params=WITHOUT)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Build a site begun without some kinds of record, and an emptied one."""
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "examples":
        project = _emptied(folder / "project")
    else:
        project = _started(folder / "project", *WITHOUT[request.param])
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PYTHONPATH", str(ROOT / "hooks"))
        return request.param, built(project, folder / "site")


@pytest.fixture(scope="module")
def pages(site: tuple[str, Path]) -> dict[str, SitePage]:
    return crawl(site[1])


def test_there_are_no_pages_and_downloads_of_it(site: tuple[str, Path], pages: dict[str, SitePage]) -> None:
    name, folder = site
    made = {address.partition("/")[0] for address in pages}
    for kind in WITHOUT[name]:
        assert made & SECTIONS[kind] == set()
        assert [path for path in FILES[kind] if (folder / path).exists()] == []


CALLED = {"claim": r"claims?(?! to be)", "event": r"events?", "place": r"places", "treaty": r"treat(?:y|ies)"}
"""What records of a kind are called."""


def test_what_is_said_of_the_data_names_no_kind_that_is_not_there(site: tuple[str, Path]) -> None:
    name, folder = site
    told = ["data/index.html"]
    if name != "examples":  # a site that was begun with all kinds has pages of its own that name them
        told += ["llms.txt", "about/index.html", "method/index.html", "corrections/index.html"]
    found = []
    for path in told:
        text = (folder / path).read_text("utf-8")
        if path.endswith(".html"):
            text = " ".join(what for sort, what in _outline(text).parts if sort == "text")
        if path == "method/index.html":  # each caveat stands there with its rule, whatever it is about
            text = re.sub(" The caveats .*? What the counts cannot do ", " ", text)
        found += [
            f"{path}: {text[max(0, one.start() - 40) : one.end() + 20]}"
            for kind in WITHOUT[name]
            for one in re.finditer(rf"(?i)\b{CALLED[kind]}\b", text)
        ]
    assert found == []


def test_every_address_that_is_told_leads_somewhere(
    site: tuple[str, Path], pages: dict[str, SitePage]
) -> None:
    _, folder = site
    told = {
        f"{page.address or 'home'}: {target}": target
        for page in pages.values()
        if page.address != "404.html"
        for target, _ in internal(page)
    }
    for name in ("llms.txt", "sitemap.xml", "feeds/changes.atom", "feeds/changes.json"):
        if (folder / name).exists():
            text = (folder / name).read_text("utf-8")
            found = re.findall(re.escape(SITE) + r"([^\s#?\"<>)]*)", text)
            told |= {f"{name}: {target}": target for target in found}
    missing = [
        where
        for where, target in told.items()
        if not any((folder / unquote(target) / end).is_file() for end in (".", "index.html"))
        and not (folder / unquote(target)).is_file()
    ]
    assert missing == []


class _Outline(HTMLParser):
    """The headings, lists and texts of the main part of a page, in their order, without what only scripts fill."""

    VOID = frozenset(["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"])

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, bool]] = []
        self.parts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append((tag, "hidden" in dict(attrs) or tag in ("script", "style")))
            self.parts.append(("<", tag))
        elif tag in ("img", "input"):
            self.parts.append(("text", tag))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            while self.open and self.open.pop()[0] != tag:
                pass
            self.parts.append((">", tag))

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(hidden for _, hidden in self.open):
            self.parts.append(("text", " ".join(data.split())))


def _outline(html: str) -> _Outline:
    found = _Outline()
    found.feed(re.sub(r"(?s)<(form)\b.*?</\1>", "", html.partition("<main")[2].partition("</main>")[0]))
    return found


def _empty(parts: list[tuple[str, str]]) -> list[str]:
    """Return the headings under which nothing stands, and the lists and tables that hold nothing."""
    found, heading = [], ""
    holders: list[list[str]] = []
    for sort, what in parts:
        if sort == "text":
            if holders:
                holders[-1][1] = what
            heading = "" if heading.startswith("done ") else heading
        elif sort == "<":
            if re.fullmatch("h[1-6]", what):
                if heading.startswith("done ") and what <= heading.split()[1]:
                    found.append(f"nothing stands under a heading before {what}")
                heading = what
            if what in ("ul", "ol", "dl", "tbody", "select"):
                holders.append([what, ""])
        elif re.fullmatch("h[1-6]", what):
            heading = f"done {what}"
        elif what in ("ul", "ol", "dl", "tbody", "select"):
            name, held = holders.pop()
            if not held:
                found.append(f"an empty {name}")
            elif holders:
                holders[-1][1] = held
    if heading.startswith("done "):
        found.append("nothing stands under the last heading")
    return found


def _outlines(folder: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for path in sorted(folder.rglob("*.html")):
        yield path.relative_to(folder).as_posix(), _outline(path.read_text("utf-8")).parts


def test_no_heading_and_no_list_is_empty(site: tuple[str, Path]) -> None:
    found = [f"{path}: {what}" for path, parts in _outlines(site[1]) for what in _empty(parts)]
    assert found == []


WRONG = (
    r"(?<![\d.,:/–-])0 [a-z]+",
    r"(?<![\d.,:/–-])1 (?!is |was |has |stays |leads |frames )[a-z]+s\b",
    r"\bboth\b.{,40}\band\b.{,40}\band\b",
    r": (?=[.;]|$)",
)
"""Words that count what is not there, take one for many, or announce what does not come."""


def test_nothing_is_counted_that_is_not_there_and_one_is_one(site: tuple[str, Path]) -> None:
    found = []
    for path, parts in _outlines(site[1]):
        text = " ".join(what for sort, what in parts if sort == "text")
        if not path.startswith("contribut"):  # examples of what one could write
            found += [f"{path}: {one[0]}" for wrong in WRONG for one in re.finditer(wrong, text)]
    assert found == []


def test_a_list_of_one_has_no_filter(site: tuple[str, Path]) -> None:
    found = []
    for path in site[1].glob("*/index.html"):
        for form in re.findall(r'(?s)<form class="x-filter.*?</form>', path.read_text("utf-8")):
            total = int(re.search(r'role="status"[^>]*>(\d+)', form)[1])  # type: ignore[index]
            for options in re.findall(r"(?s)<select.*?</select>|<fieldset.*?</fieldset>", form):
                counts = [
                    int(one or other) for one, other in re.findall(r"\((\d+)\)|data-count>(\d+)", options)
                ]
                found += [f"{path}: {options}"] if counts and min(counts) == total else []
            found += [f"{path}: a filter"] if total < 2 else []
    assert found == []


SECOND = """
water-convention:
  title: Convention on the water
  parties: [example-town, example-institute, example-gazette]
  signed: 2024-11-05
  summary: Lets all three measure the level of the harbour.
  sources: [example-minutes]
  steps:
    - {step: signed, date: 2024-11-05, sources: [example-minutes]}
    - {step: ratified, party: example-town, date: 2024-12-01, by: [example-town], sources: [example-minutes]}
  articles:
    preamble: {heading: Preamble, summary: Says why., sources: [example-minutes]}
    art-3: {number: III, heading: Measuring, summary: All three measure., sources: [example-minutes]}
"""
"""A treaty of three beside the example, which is one of two."""

MEASURED = """
2025-03-15-level-measured:
  title: The three measure the level
  date: 2025-03-15
  summary: They measure it together.
  nature: act
  by: [example-town]
  strands: [works]
  actors: [{actor: example-town, role: measured}]
  evidence: [{source: example-minutes, basis: document, origin: example-town, note: They tell of it.}]
  invokes:
    - {treaty: water-convention, article: art-3, relation: cited, by: example-town, sources: [example-minutes]}
"""

OPPOSED = "relations: [{{type: opposes, to: {}, sources: [example-minutes]}}]"


def test_two_treaties_are_two_and_three_parties_are_all(tmp_path: Path) -> None:
    project = _started(tmp_path / "project")
    (project / "content/treaties/second.yml").write_text(SECOND, "utf-8")
    (project / "content/timeline/second.yml").write_text(MEASURED, "utf-8")
    file = project / "content/actors/example.yml"
    text = file.read_text("utf-8")
    for actor, other in (("town", "institute"), ("institute", "gazette"), ("gazette", "town")):
        opposed = OPPOSED.format(f"example-{other}")
        text = text.replace(
            f"example-{actor}:\n", f"example-{actor}:\n  party_to_conflict: true\n  {opposed}\n", 1
        )
    file.write_text(text, "utf-8")
    made = build(project)
    assert made.checked.diagnostics == ()

    def read(address: str) -> str:
        parts = _outline(f"<main>{made.page(address).html}</main>").parts
        return " ".join(what for sort, what in parts if sort == "text")

    assert re.findall(r"\S+, signed [^.]*", read("treaties/").replace(" ,", ",")) == [
        "bridge, signed 3 February 2025",
        "water, signed 5 November 2024",
    ]
    both, all_three = read("treaties/example-agreement/"), read("treaties/water-convention/")
    assert re.search(r"Signed both Example Town , Example Institute", both)
    assert re.search(r"Signed all Minutes of the town council", all_three)
    assert re.search(r"Ratified Example Town Example Town", all_three)
    assert "both" not in all_three
    assert "preamble:" not in all_three.lower()
    assert "Article III: Measuring" in all_three
    assert "Article III : cited by Example Town" in read("timeline/2025-03-15-level-measured/")
    actors = read("actors/")
    assert "The Example Gazette, Example Institute for Public Works and Example Town. Below," in actors
    assert "both" not in actors
