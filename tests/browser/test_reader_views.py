"""No statement is repeated without its doubt: what reader views, clippers and text browsers make of the pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import bs4
import pytest
import trafilatura
from playwright.sync_api import Page

from tests.browser.conftest import Open, Served, script

MARK = re.compile(r"\([a-z ]+(?:, contested)?(?:, contrary [a-z]+)?\)")
MARKED = re.compile(rf".*?{MARK.pattern}")
"""Words up to the status that belongs to them."""

STATEMENTS = (
    ".x-callout__statement, .x-claim__statement, .x-event__summary, .x-event__standing, .x-note, .x-ruling, "
    ".x-verdict__why, .x-article > .x-lead"
)
"""What the pages of records and their lists say, and what it rests on."""

Extract = Callable[[str], tuple[str, str]]
"""Returns the text of a page and its author."""


def squeezed(text: str) -> str:
    """Return text without white space, of which each program keeps another part."""
    return "".join(text.split())


def _in_browser(page: Page, name: str, source: str) -> Extract:
    page.evaluate("(source) => { (0, eval)(source); }", source)

    def extract(html: str) -> tuple[str, str]:
        found: dict[str, Any] = page.evaluate(script("extract"), [name, html]) or {}
        return squeezed(found.get("text", "")), found.get("author") or ""

    return extract


@pytest.fixture
def readability(page: Page, node_modules: Path) -> Extract:
    """Return the reader view of Firefox."""
    source = (node_modules / "@mozilla" / "readability" / "Readability.js").read_text("utf-8")
    return _in_browser(page, "readability", f"{source}\nglobalThis.Readability = Readability;")


@pytest.fixture
def defuddle(page: Page, node_modules: Path) -> Extract:
    """Return what the web clipper of Obsidian takes over."""
    return _in_browser(page, "defuddle", (node_modules / "defuddle" / "dist" / "index.js").read_text("utf-8"))


@pytest.fixture
def trafilatura_text() -> Extract:
    """Return what programs that gather pages in large numbers take over."""

    def extract(html: str) -> tuple[str, str]:
        text = trafilatura.extract(html, favor_recall=True, include_comments=False) or ""
        return squeezed(text), trafilatura.extract_metadata(html).author or ""

    return extract


def pages_with_doubts(site: Served) -> Iterator[tuple[str, str, bs4.Tag]]:
    """Yield address, HTML and main part of every page that carries a caveat or a status, and one of each kind."""
    one_of_each = {addresses[0] for addresses in site.by_kind.values()}
    for address, path in site.pages.items():
        html = path.read_text("utf-8")
        if address in one_of_each or "x-caveat " in html or "x-status " in html:
            main = bs4.BeautifulSoup(html, "lxml").main
            assert main, address
            yield address, html, main


def lost(main: bs4.Tag, text: str, what: str) -> list[str]:
    """Return what a page says and its extract does not."""
    said = [part for part in main.select(what) if not part.find_parent(hidden=True)]
    return [found for part in said if (found := squeezed(_shown(part))) not in text]


def _shown(part: bs4.Tag) -> str:
    """Return the text of a part without what waits for its script."""
    return "".join(piece for piece in part.strings if not piece.find_parent(hidden=True))


def torn(main: bs4.Tag, text: str) -> list[str]:
    """Return the sentences that an extract repeats without the status that stands in them."""
    found = []
    for box in {box for mark in main.select(".x-status") if (box := mark.find_parent(["p", "li", "h3"]))}:
        own = "".join(part for part in box.strings if part.find_parent(["p", "li", "h3"]) is box)
        whole = squeezed(own)
        said = " ".join(own.split())
        bare = [squeezed(part) for part in MARK.split(said) if part]
        # Another sentence of the page may say the same words, with their status.
        marked = [squeezed(part) for part in MARKED.findall(said)]
        if all(part in text for part in marked):
            continue
        if whole not in text and len("".join(bare)) > 12 and all(part in text for part in bare):
            found.append(whole)
    return found


@pytest.mark.parametrize("extractor", ["readability", "trafilatura_text"])
def test_reader_views_keep_every_statement_with_its_caveats_and_status(
    site: Served, extractor: str, request: pytest.FixtureRequest
) -> None:
    extract: Extract = request.getfixturevalue(extractor)
    missing: dict[str, list[str]] = {}
    seen = 0
    for address, html, main in pages_with_doubts(site):
        text, _ = extract(html)
        seen += len(main.select(".x-caveat"))
        # An extract that begins to leave out whole parts leaves out statement and doubt together.
        what = ".x-caveat" if is_table(address) else f".x-caveat, {STATEMENTS}"
        if gone := lost(main, text, what) + torn(main, text):
            missing[address] = gone
    assert seen
    assert missing == {}


def is_table(address: str) -> bool:
    """Tell whether a page is a large table or nearly empty, of which a reader view may find no text."""
    return address in {"positions/", "as-known-on/", "404.html"} or address.startswith(
        ("claims/status/", "sentences/in-records/part/")
    )


def test_a_clipper_keeps_every_caveat_and_what_a_claim_or_event_says(site: Served, defuddle: Extract) -> None:
    """It takes the first paragraph with a day in it beside a heading for a date line; ours stand in a group."""
    said = {*site.by_kind["claim"], *site.by_kind["event"]}
    missing = {
        address: gone
        for address, html, main in pages_with_doubts(site)
        if (what := ".x-caveat, .x-article > .x-lead" if address in said else ".x-caveat")
        if main.select(what) and (gone := lost(main, defuddle(html)[0], what))
    }
    assert missing == {}


def test_nobody_is_taken_for_the_author_but_the_site(
    site: Served, readability: Extract, defuddle: Extract, trafilatura_text: Extract
) -> None:
    taken: dict[tuple[str, str], str] = {}
    names: set[str] = set()
    for kind in site.by_kind:
        html = site.pages[site.one(kind)].read_text("utf-8")
        names |= set(re.findall(r'<meta property="og:site_name" content="([^"]+)">', html))
        for extract in (readability, defuddle, trafilatura_text):
            taken[kind, extract.__qualname__] = extract(html)[1]
    assert len(names) == 1
    own = {"", *(_letters(name) for name in names)}
    assert {place: author for place, author in taken.items() if _letters(author) not in own} == {}


def test_programs_read_the_day_of_the_last_change(site: Served) -> None:
    told: dict[str, tuple[str, str]] = {}
    # Of an event this program takes the day that stands in the address, before it looks at the page.
    for kind in ("claim", "actor", "source", "prose"):
        html = site.pages[site.one(kind)].read_text("utf-8")
        written = re.findall(r'<meta property="article:modified_time" content="([^"]+)">', html)
        told[kind] = (trafilatura.extract_metadata(html).date or "", "".join(written))
    assert {kind: days for kind, days in told.items() if days[0] != days[1] or not days[0]} == {}


def _letters(name: str) -> str:
    """Return a name as programs agree on it: some take its comma for the border between two authors."""
    return re.sub(r"\W", "", name).casefold()


def _without_styles(fresh: Open, site: Served, address: str) -> Page:
    page = fresh(java_script_enabled=False)
    page.route("**/*.css", lambda route: route.abort())
    page.goto(site.url + address)
    return page


@pytest.mark.parametrize(
    "kind", ["home", "prose", "claim", "claims", "event", "timeline", "actor", "changes"]
)
def test_without_styles_a_mark_is_a_bracket_behind_a_space(site: Served, kind: str, fresh: Open) -> None:
    page = _without_styles(fresh, site, site.one(kind))
    marks: list[str] = page.locator("main .x-status").evaluate_all(
        "(all) => all.filter((one) => one.checkVisibility()).map((one) => one.innerText)"
    )
    assert marks
    assert {mark for mark in marks if not MARK.fullmatch(mark)} == set()
    text = page.locator("main").inner_text()
    assert re.findall(r"\w\((?:corroborated|acknowledged|reported|alleged|refuted|withdrawn)\b.*", text) == []
    assert (
        re.findall(
            r"\((?:corroborated|acknowledged|reported|alleged)(?:, contested)?(?:, contrary [a-z]+)?\)\w.*",
            text,
        )
        == []
    )


@pytest.mark.parametrize("kind", ["timeline", "claim", "actors", "treaty", "places", "figures"])
def test_without_styles_each_picture_is_there_once(site: Served, kind: str, fresh: Open) -> None:
    page = _without_styles(fresh, site, site.one(kind))
    for picture in page.locator(".x-picture").all():
        assert [svg.is_visible() for svg in picture.locator(".x-picture__svg").all()] == [True, False]


@pytest.mark.parametrize(("width", "seen"), [(1280, [True, False]), (360, [False, True])])
def test_with_styles_the_drawing_that_fits_is_shown(
    site: Served, page: Page, width: int, seen: list[bool]
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site.url + site.one("timeline"))
    drawings = page.locator(".x-picture").first.locator(".x-picture__svg").all()
    assert [svg.is_visible() for svg in drawings] == seen


def test_a_list_that_nobody_filters_does_not_say_that_nothing_fits(site: Served, fresh: Open) -> None:
    page = _without_styles(fresh, site, site.one("claims"))
    assert not page.get_by_text("Nothing fits all of this").is_visible()
    assert "Nothing fits all of this" not in page.locator("main").inner_text()
