"""Search: what is found under which spelling, by mouse, keyboard and screen reader, and on a page of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from explainer.outputs import search
from tests.browser.conftest import Served, Watched

LIMIT = 400_000


def field(page: Page) -> Locator:
    """Return the search field of the header."""
    return page.get_by_role("combobox", name="Search")


def titles(page: Page, query: str) -> list[str]:
    """Return the titles of the suggestions for a query, the best first."""
    field(page).fill(query)
    page.get_by_role("listbox").get_by_role("option").first.wait_for()
    expect(page.locator(".x-search__note")).to_contain_text("result")
    return page.locator('[role="option"] .x-found__title').all_inner_texts()


def test_the_engine_is_the_one_that_its_authors_published(site: Served, node_modules: Path) -> None:
    package = node_modules / "minisearch"
    served = site.folder / "assets"
    assert (served / "minisearch.js").read_bytes() == (package / "dist" / "es" / "index.js").read_bytes()
    assert (served / "minisearch.LICENSE.txt").read_bytes() == (package / "LICENSE.txt").read_bytes()


def test_the_index_is_short(site: Served) -> None:
    assert (site.folder / "assets" / "search.json").stat().st_size < LIMIT


def test_every_record_and_page_is_in_the_index_once(site: Served) -> None:
    addresses = [entry["u"] for entry in site.data("assets/search.json")["entries"]]
    assert len(addresses) == len(set(addresses))
    pages = {address.partition("#")[0] for address in addresses}
    # pages that show a page sentence by sentence, and cards, belong to it; an old address leads on
    beside = {
        address
        for address in set(site.pages) - {"404.html"}
        if address.startswith("sentences/")
        or address.endswith("/card/")
        or 'http-equiv="refresh"' in (site.folder / address / "index.html").read_text("utf-8")
    }
    assert pages == set(site.pages) - beside - {"404.html", "search/"}


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("Путин", "Vladimir Putin"),
        ("путина", "Vladimir Putin"),
        ("김정은", "Kim Jong Un"),
        ("정은", "Kim Jong Un"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Kim Jong Un", "Kim Jong Un"),
        ("kim jongun", "Kim Jong Un"),
        ("Zelenskyy", "Volodymyr Zelensky"),
        ("Zelénský", "Volodymyr Zelensky"),
        ("Kyïv Independent", "Kyiv Independent"),
        ("article 4", "Article 4: "),
        ("glossary", "Glossary"),
    ],
)
def test_a_name_is_found_in_every_spelling(query: str, title: str, site: Served, page: Page) -> None:
    page.goto(site.url)
    assert any(found.startswith(title) for found in titles(page, query)[:4])


def results(site: Served, page: Page, query: str) -> list[tuple[str, str]]:
    """Return kind and title of all that the page of results shows at first, in its order."""
    page.goto(f"{site.url}search/?q={query}")
    expect(page.locator('[data-part="sentence"]')).to_contain_text(f"“{query}”")
    shown = page.locator(".x-found--page > li").all()
    return [
        (one.locator(".x-found__kind").inner_text(), one.locator(".x-found__title").inner_text())
        for one in shown
    ]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("북한", ("actor", "North Korea")),
        ("Росія", ("actor", "Russia")),
        ("Південна Корея", ("actor", "South Korea")),
        ("Китай", ("actor", "China")),
        ("nort korea", ("actor", "North Korea")),
        ("norht korea", ("actor", "North Korea")),
        ("kim jung un", ("actor", "Kim Jong Un")),
        ("GUR", ("actor", "HUR")),
        ("article 4", ("article", "Article 4: Military assistance in case of attack")),
        ("article four", ("article", "Article 4: Military assistance in case of attack")),
        ("download", ("page", "Data")),
        ("map", ("page", "Places")),
        ("pow", ("term", "prisoner of war")),
        ("did russia admit", ("claim", "North Korean soldiers in Russia’s Kursk Region")),
        ("how many north koreans died", ("claim", "How many North Koreans were killed or wounded")),
        ("ammo", ("claim", "North Korea’s share of Russia’s shells")),
        ("cash", ("claim", "What North Korea earns")),
        ("tanks", ("claim", "Tanks and armoured carriers for Russia")),
    ],
)
def test_what_is_meant_comes_first(query: str, first: tuple[str, str], site: Served, page: Page) -> None:
    assert results(site, page, query)[0] == first


def test_a_person_is_found_by_an_office(site: Served, page: Page) -> None:
    assert ("actor", "Andrei Belousov") in results(site, page, "defense minister")
    assert ("actor", "António Guterres") in results(site, page, "secretary general")


def test_a_number_in_words_is_the_number(site: Served, page: Page) -> None:
    found = results(site, page, "six thousand soldiers")
    assert found == results(site, page, "6,000 soldiers")
    assert ("claim", "How many North Koreans were killed or wounded") in found


def test_a_word_that_stands_on_the_site_is_not_taken_for_another(site: Served, page: Page) -> None:
    assert not any("thanks" in title for _, title in results(site, page, "tanks"))
    assert not any("Tanks" in title for _, title in results(site, page, "thanks"))


def test_results_stand_by_kind_and_claims_tell_their_verdict(site: Served, page: Page) -> None:
    kinds = [kind for kind, _ in results(site, page, "kursk")]
    assert kinds == sorted(kinds, key=kinds.index), "a kind stands in one place"
    assert kinds[0] == "claim"
    assert len(set(kinds)) > 4
    region = page.get_by_role("region", name="Claims")
    claim = region.get_by_role("listitem").filter(has_text="North Korean soldiers in Russia’s Kursk Region")
    expect(claim).to_contain_text("Acknowledged by Russia on 26 April 2025")


def test_suggestions_show_kind_and_status(site: Served, page: Page) -> None:
    page.goto(site.url)
    claim = next(entry for entry in site.data("assets/search.json")["entries"] if entry["k"] == "claim")
    titles(page, claim["t"])
    option = page.get_by_role("listbox").get_by_role("option").first
    assert "claim" in option.inner_text()
    assert claim["st"] in option.inner_text()


def test_arrows_choose_enter_opens_and_escape_closes(site: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(site.url)
    page.keyboard.press("Control+k")
    expect(field(page)).to_be_focused()
    page.keyboard.type("putin")
    options = page.get_by_role("listbox").get_by_role("option")
    options.first.wait_for()
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(field(page)).to_have_attribute("aria-activedescendant", str(options.first.get_attribute("id")))
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    assert field(page).get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field(page)).to_have_value("putin")
    page.keyboard.press("ArrowDown")
    options.first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}actors/**")


def test_the_number_of_results_is_said(site: Served, page: Page) -> None:
    page.goto(site.url)
    titles(page, "putin")
    expect(page.locator("body > [role=status]")).to_contain_text("result")
    field(page).fill("qqqqqqq")
    expect(page.locator("body > [role=status]")).to_have_text("Nothing found for “qqqqqqq”")


def test_a_click_opens_a_suggestion(site: Served, page: Page) -> None:
    page.goto(site.url + site.one("claim"))
    titles(page, "putin")
    page.get_by_role("listbox").get_by_role("option").first.click()
    page.wait_for_url(f"{site.url}actors/**")


def test_enter_without_a_choice_shows_all_results(site: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(site.url + site.one("source"))
    field(page).fill("kim")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}search/?q=kim")
    expect(page.get_by_text("results for “kim”")).to_be_visible()
    part = page.get_by_role("region", name="Actors")
    shown = part.get_by_role("listitem")
    before = shown.count()
    part.get_by_role("button", name=re.compile("Show .* more: Actors")).click()
    assert shown.count() > before
    expect(shown.nth(before).get_by_role("link")).to_be_focused()


def test_results_follow_the_words_and_the_address_follows_too(site: Served, page: Page) -> None:
    page.goto(f"{site.url}search/?q=Путин")
    results = page.locator('[data-part="parts"]')
    expect(results).to_contain_text("Vladimir Putin")
    page.get_by_label("Name, other spelling, or words").fill("김정은")
    expect(results).to_contain_text("Kim Jong Un")
    expect(page).to_have_url(f"{site.url}search/?q=%EA%B9%80%EC%A0%95%EC%9D%80")


def test_no_single_key_leads_to_the_field(site: Served, page: Page) -> None:
    page.goto(site.url)
    for key in ("/", "k", "s"):
        page.keyboard.press(key)
        expect(field(page)).not_to_be_focused()
    page.keyboard.press("Meta+k")
    expect(field(page)).to_be_focused()


def test_a_search_that_cannot_be_loaded_says_so(site: Served, page: Page) -> None:
    page.route("**/search.json", lambda route: route.abort())
    page.goto(f"{site.url}search/?q=kim")
    expect(page.get_by_text("Search could not be loaded. The lists below are complete.")).to_be_visible()


def in_parts(site: Served, page: Page) -> dict[str, str]:
    """Let a page find the index of the site in parts, as that of a large site is; return the parts."""
    parts = dict(search.pieces(site.data("assets/search.json"), most=0))
    for path in ("search.json", "search/*.json"):
        page.route(
            f"**/assets/{path}",
            lambda route: route.fulfill(body=parts[route.request.url.split("/assets/")[1]]),
        )
    return parts


def suggested(site: Served, page: Page, query: str) -> list[str]:
    """Return the titles of the suggestions for a query on a page where nothing was looked for before."""
    page.goto(site.url)
    return titles(page, query)


def test_an_index_in_parts_shows_what_one_in_one_piece_shows(site: Served, page: Page) -> None:
    queries = ("kursk", "norht korea", "김정은", "ammo")
    listed = [results(site, page, query) for query in queries]
    offered = [suggested(site, page, query) for query in queries]
    assert all(listed)
    in_parts(site, page)
    assert [results(site, page, query) for query in queries] == listed
    assert [suggested(site, page, query) for query in queries] == offered


def test_of_an_index_in_parts_those_are_fetched_that_are_needed(site: Served, page: Page) -> None:
    there = in_parts(site, page)
    page.goto(site.url)
    field(page).focus()
    page.wait_for_timeout(300)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.split("/assets/")[-1]))
    titles(page, "volodin")
    assert len(asked) == len(set(asked)) < len(there) / 8
    assert set(asked) - {"search-parts.js"} <= set(there)


@pytest.mark.parametrize("part", [r"entries-\d+", r"\d+"])
def test_a_part_that_cannot_be_loaded_says_so_and_is_asked_for_again(
    part: str, site: Served, page: Page
) -> None:
    in_parts(site, page)
    page.goto(site.url)
    parts = re.compile(rf"/assets/search/{part}\.json$")
    page.route(parts, lambda route: route.abort())
    field(page).fill("volodin")
    expect(page.locator(".x-search__note")).to_have_text("Search could not be loaded.")
    page.goto(f"{site.url}search/?q=volodin")
    expect(page.get_by_text("Search could not be loaded. The lists below are complete.")).to_be_visible()
    page.unroute(parts)
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.locator('[data-part="parts"]')).to_contain_text("Vyacheslav Volodin")


def test_more_of_a_kind_that_cannot_be_loaded_says_so(site: Served, page: Page) -> None:
    in_parts(site, page)
    page.goto(f"{site.url}search/?q=kim")
    part = page.get_by_role("region", name="Timeline")
    more = part.get_by_role("button", name=re.compile("Show .* more"))
    expect(more).to_be_visible()
    shown = part.get_by_role("listitem").count()
    page.route("**/assets/search/entries-*.json", lambda route: route.abort())
    more.click()
    expect(part.get_by_role("button")).to_have_text("Search could not be loaded.")
    page.unroute("**/assets/search/entries-*.json")
    part.get_by_role("button").click()
    expect(part.get_by_role("listitem").nth(shown)).to_be_visible()


NAMES = ["Işık Yılmaz", "Łódź Institute", "Đặng Văn Mẫu", "Groß Straße Verein", "Æthel Ørsted", "Nord–Süd Bund",
         "U.S.-led Group", "สภาแห่งชาติ", "المجلس الوطني", "Σωκράτης"]  # fmt: skip

SPELLINGS = [
    ("ışık", 0), ("IŞIK", 0), ("isik yilmaz", 0), ("lodz", 1), ("łódź", 1), ("dang van mau", 2), ("strasse", 3),
    ("gross", 3), ("STRASSE", 3), ("aethel", 4), ("orsted", 4), ("nordsüd", 5), ("nord-süd", 5), ("us-led", 6),
    ("us", 6), ("U.S.", 6), ("แห่งชาติ", 7), ("وطني", 8), ("الوطني", 8), ("ΣΩΚΡΑΤΗΣ", 9),
]  # fmt: skip


def test_letters_that_unicode_does_not_take_apart_are_found_as_people_type_them(
    site: Served, page: Page
) -> None:
    entries = [{"u": f"actors/{number}/", "t": name, "k": "actor"} for number, name in enumerate(NAMES)]
    index = {"entries": entries, "kinds": {"actor": "Actors"}, "synonyms": {}, "aside": []}
    page.route("**/assets/search.json", lambda route: route.fulfill(json=index))
    found = {}
    for query, _ in SPELLINGS:
        page.goto(f"{site.url}search/?q={query}")
        expect(page.locator('[data-part="sentence"]')).to_contain_text(f"“{query}”")
        found[query] = page.locator(".x-found--page .x-found__title").all_inner_texts()[:1]
    assert found == {query: [NAMES[number]] for query, number in SPELLINGS}
