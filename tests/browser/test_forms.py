"""The forms: a record comes out as it went in, what is wrong is said, and the text is handed over; by keyboard, too."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Dialog, Page, Route

from explainer.checking import check
from explainer.dossier import Dossier
from explainer.kinds import KINDS, Kind
from explainer.outputs._search_parts import cut
from explainer.parsing import Entry, parse
from explainer.reading import understand
from explainer.tidying import tidied
from tests.browser.conftest import ROOT, Axe, Open, Served, Watched, axe_in_all_conditions, script

PASS_THROUGH = script("through-the-form")
REPOSITORY = "https://code.example.org/somebody/river"


@cache
def dossier() -> Dossier:
    """Return what this site knows."""
    return check(ROOT).dossier


def form(site: Served, kind: str, query: str = "") -> str:
    """Return the address of a kind’s form."""
    return f"{site.url}contribute/{kind}/{query}"


def text(page: Page) -> str:
    """Return what the form writes."""
    return page.locator("#form-text").inner_text()


def told(text: str, kind: Kind) -> tuple[tuple[Entry, ...], list[str]]:
    """Return the records of a text, and what `check` says of it alone."""
    document, problems = understand(text.encode(), f"content/{kind.folder}/x.yml", kind.folder)
    assert document is not None
    parsed = parse((document,), dossier().settings.vocabularies)
    return parsed.entries, [str(one) for one in (*problems, *parsed.diagnostics)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("anew", [True, False], ids=["written anew", "as it stands"])
def test_every_record_comes_out_as_it_went_in(
    kind: Kind,
    anew: bool,  # noqa: FBT001 - a parameter of the test
    site: Served,
    watched: Watched,
) -> None:
    entries = {entry.id: entry for entry in dossier().graph.of_kind(kind.name)[:: 1 if anew else 10]}
    page = watched.page
    page.goto(form(site, kind.name))
    found: dict[str, list[str]] = page.evaluate(PASS_THROUGH, [list(entries), anew])
    assert found.keys() == entries.keys()
    assert entries
    for id, (written, wrong) in found.items():
        entry = entries[id]
        made, problems = told(written, kind)
        assert problems == [], id
        assert made[0].record == entry.record, id
        assert wrong == "", id
        if anew:
            assert tidied(written, "x.yml", kind.folder) == written, id
        else:
            data = site.data(f"assets/records/{id}.json")
            first, last = data["lines"]
            assert written == "\n".join(entry.document.text.split("\n")[first - 1 : last]) + "\n"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_filled_form_is_accessible_and_fits_a_phone(
    kind: Kind, site: Served, watched: Watched, axe: Axe
) -> None:
    page = watched.page
    fitting = [one for one in dossier().graph.of_kind(kind.name) if len(repr(one.record)) < 4000]
    page.goto(form(site, kind.name))
    if fitting:
        fullest = max(fitting, key=lambda one: len(repr(one.record)))
        page.goto(form(site, kind.name, f"?id={fullest.id}"))
        page.get_by_text("You correct", exact=False).wait_for()
    for button in page.locator("[data-more]:visible").all()[:12]:
        button.click()
    page.evaluate("document.querySelectorAll('.x-form details').forEach((one) => { one.open = true; })")
    assert axe_in_all_conditions(page, axe) == {}
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    unnamed = page.evaluate(
        "[...document.querySelectorAll('.x-form :is(input, select, textarea):not([type=submit])')]"
        ".filter((one) => !one.labels.length && !one.ariaLabel).map((one) => one.id)"
    )
    assert unnamed == []


def test_a_source_is_written_by_keyboard_alone(site: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(form(site, "source"))
    page.get_by_label("Id", exact=False).first.focus()
    page.keyboard.type("example-2025")
    page.keyboard.press("Tab")
    page.keyboard.type("Ferries: a report")
    page.get_by_label("Url", exact=True).focus()
    page.keyboard.type("https://example.org/a")
    page.get_by_label("Publisher name", exact=True).focus()
    page.keyboard.type("The Gazette")
    page.get_by_label("Language", exact=False).first.focus()
    page.keyboard.type("en")
    page.get_by_role("button", name="Add an actor or a source").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.ariaLabel") == "Relays 1"
    page.keyboard.type(dossier().graph.of_kind("actor")[0].id)
    page.keyboard.press("Tab")
    page.get_by_text("All that this page can check is there.").wait_for()
    made, problems = told(text(page), next(kind for kind in KINDS if kind.name == "source"))
    assert problems == []
    assert made[0].record.title == "Ferries: a report"
    assert made[0].record.relays == (dossier().graph.of_kind("actor")[0].id,)
    assert text(page).startswith(
        "# yaml-language-server: $schema=../schema/source.json\n\nexample-2025:\n  title: 'Ferries"
    )
    page.get_by_role("button", name="Remove Relays 1").press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Add an actor or a source"
    assert "relays" not in text(page)


MISTAKES = [
    ("Id", "Example 1", "An id is made of small letters"),
    ("Published", "yesterday", "This is not a date. Write, for example: 2024-06-19"),
    ("Url", "example.org", "This is not"),
    ("Publisher", "nobody-of-this-name", "There is no actor with this id yet."),
    ("Title", "x" * 401, "This has 401 characters; 400 are the most."),
]


@pytest.mark.parametrize(("label", "value", "message"), MISTAKES, ids=[label for label, _, _ in MISTAKES])
def test_a_mistake_is_said_where_it_is_and_in_the_list(
    label: str, value: str, message: str, site: Served, watched: Watched
) -> None:
    page = watched.page
    page.goto(form(site, "source"))
    field = page.locator(".x-field").filter(has=page.get_by_label(label, exact=label != "Id"))
    control = field.locator("[data-value]").first
    control.focus()
    page.locator("#x-ids-actor option").first.wait_for(state="attached")  # what is wrong is listed anew then
    control.fill(value)
    control.blur()
    wrong = field.locator(".x-field__wrong").first
    wrong.wait_for()
    assert wrong.inner_text().startswith(message)
    assert control.get_attribute("aria-invalid") == "true"
    assert wrong.get_attribute("id") in (control.get_attribute("aria-describedby") or "").split()
    entry = page.locator(".x-form__wrong li").filter(has_text=message)
    entry.get_by_role("link").click()
    assert page.evaluate("location.hash") == f"#{control.get_attribute('id')}"


def test_an_id_that_is_taken_is_refused(site: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(form(site, "term"))
    page.locator("#f-id").fill(dossier().graph.of_kind("source")[0].id)
    page.locator("#f-id").blur()
    page.locator("#f-id-wrong").get_by_text("Another record has this id.").wait_for()


@pytest.mark.parametrize("in_parts", [False, True], ids=["whole", "in-parts"])
def test_ids_are_offered_with_their_names_in_every_script(
    site: Served, watched: Watched, *, in_parts: bool
) -> None:
    """The index of a large site lies in parts, of which one holds all names."""
    if in_parts:
        for path, data in cut(site.data("assets/search.json")):
            watched.page.route(f"{site.url}assets/{path}", partial(_answer, data))
    named = next(entry for entry in dossier().graph.of_kind("actor") if entry.record.native_names)
    page = watched.page
    page.goto(form(site, "claim"))
    page.locator("#f-id").focus()
    option = page.locator(f"#x-ids-actor option[value='{named.id}']")
    option.wait_for(state="attached")
    label = option.get_attribute("label") or ""
    assert named.record.name in label
    assert named.record.native_names[0].text in label
    assert page.locator(f"#x-ids-source option[value='{named.id}']").count() == 0


def _answer(data: object, route: Route) -> None:
    route.fulfill(json=data)


def with_repository(page: Page) -> None:
    """Let the form belong to a site that names its repository."""

    def changed(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(
            response=answer,
            body=answer.text().replace('data-repository=""', f'data-repository="{REPOSITORY}"'),
        )

    page.route("**/contribute/*/**", changed)


def query(page: Page, way: str) -> tuple[str, dict[str, list[str]]]:
    """Return the path to which a way of handing over leads, and what is filled in there."""
    address = page.locator(f'[data-way="{way}"]').get_attribute("href") or ""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}{parts.path}", parse_qs(parts.query)


def test_what_is_written_is_filled_in_on_the_pages_of_the_repository(site: Served, page: Page) -> None:
    with_repository(page)
    page.goto(form(site, "term"))
    page.locator("#f-id").fill("ferry-day")
    page.get_by_label("Name", exact=False).first.fill("Ferry & day #1")
    page.locator("#f-name").blur()
    where, filled = query(page, "open")
    assert where == f"{REPOSITORY}/new/main"
    assert filled == {"filename": ["content/terms/ferry-day.yml"], "value": [text(page)]}
    assert "Ferry & day #1" in text(page)
    where, filled = query(page, "issue")
    assert where == f"{REPOSITORY}/issues/new"
    assert filled["title"] == ["new term: ferry-day"]
    assert text(page) in filled["body"][0]
    assert page.locator('[data-way="open"]').get_attribute("rel") == "noopener noreferrer external"


def test_a_text_too_long_for_a_link_is_told_and_is_copied(site: Served, page: Page) -> None:
    with_repository(page)
    page.goto(form(site, "term"))
    page.locator("#f-id").fill("ferry-day")
    page.locator("#f-definition").fill("ferry day " * 590)
    page.locator("#f-definition").blur()
    assert query(page, "open")[1] != {}
    assert page.get_by_text("too long for a link").count() == 0
    page.locator("#f-definition").fill("фери " * 1000)
    page.locator("#f-definition").blur()
    page.get_by_text("The text is too long for a link: copy it").wait_for()
    assert query(page, "open") == (f"{REPOSITORY}/new/main", {"filename": ["content/terms/ferry-day.yml"]})
    assert len(page.locator('[data-way="issue"]').get_attribute("href") or "") < 7500
    assert page.get_by_role("link", name="Save as a file").is_visible()


def test_without_a_repository_one_copies_or_saves(site: Served, watched: Watched) -> None:
    page = watched.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(form(site, "term"))
    assert not page.locator('[data-way="open"]').is_visible()
    assert not page.locator('[data-way="issue"]').is_visible()
    page.locator("#f-id").fill("ferry-day")
    page.locator("#f-definition").fill("A day of «ferries».\n\nAnd 渡し船.")
    page.locator("#f-definition").blur()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as a file").click()
    assert saved.value.suggested_filename == "ferry-day.yml"
    assert Path(saved.value.path()).read_text("utf-8") == text(page)
    page.get_by_role("button", name="Copy", exact=True).click()
    assert page.evaluate("navigator.clipboard.readText()") == text(page)


def test_only_this_site_is_asked_and_only_for_what_it_publishes(site: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(form(site, "claim"), wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site.url)))
    page.locator("#f-id").fill("some-claim")
    page.locator("#f-title").fill("A title")
    page.get_by_role("button", name="Add an item of evidence").click()
    page.wait_for_load_state("networkidle")
    assert asked == ["assets/search.json"]


def test_a_record_leads_to_its_form_and_a_change_changes_its_lines_alone(
    site: Served, watched: Watched
) -> None:
    page = watched.page
    page.goto(site.url + site.one("actor"))
    page.get_by_role("link", name="Correct this in a form").click()
    page.get_by_text("You correct “").wait_for()
    before = text(page).split("\n")
    page.locator("#f-name").fill("Another name")
    page.locator("#f-name").blur()
    after = text(page).split("\n")
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    assert [other for _, other in changed] == ["  name: Another name"]
    data = site.data(f"assets/records/{after[0].removesuffix(':')}.json")
    place = f"It takes the place of lines {data['lines'][0]} to {data['lines'][1]} of {data['file']}."
    assert page.get_by_text(place).is_visible()


def test_evidence_is_added_to_a_claim_as_one_item(site: Served, watched: Watched) -> None:
    page = watched.page
    claim = next(entry for entry in dossier().graph.of_kind("claim") if entry.record.evidence)
    page.goto(f"{site.url}claims/{claim.id}/")
    page.get_by_role("link", name="Add evidence").click()
    page.get_by_text(f"You add to “{claim.title}”.").wait_for()
    assert page.get_by_label("Statement", exact=False).first.is_hidden()
    assert page.get_by_text("Evidence 1, Source: This is needed.").is_visible()
    page.locator("[id^='f-evidence-source-']").first.fill(claim.record.evidence[0].source)
    page.get_by_label("Quote", exact=True).fill("“All: done”")
    page.get_by_label("Stance").select_option("denies")
    page.get_by_label("Quote", exact=True).blur()
    item = text(page)
    assert (
        item
        == f"    - source: {claim.record.evidence[0].source}\n      stance: denies\n      quote: '“All: done”'\n"
    )
    data = site.data(f"assets/records/{claim.id}.json")
    lines = claim.document.text.split("\n")
    assert page.get_by_text(
        f"It belongs under “evidence:” in {data['file']}, below line {data['ends']['evidence']}."
    ).is_visible()
    lines.insert(data["ends"]["evidence"], item.rstrip("\n"))
    document, problems = understand("\n".join(lines).encode(), claim.document.file, "claims")
    assert document is not None
    assert problems == ()
    parsed = parse((document,), dossier().settings.vocabularies)
    made = next(entry for entry in parsed.entries if entry.id == claim.id)
    assert made.record.evidence[:-1] == claim.record.evidence
    assert made.record.evidence[-1].stance == "denies"


def test_a_record_that_cannot_be_fetched_is_told(site: Served, page: Page) -> None:
    page.goto(form(site, "term", "?id=no-such-word"))
    page.get_by_text("“no-such-word” could not be fetched.").wait_for()
    page.goto(form(site, "term", f"?id={dossier().graph.of_kind('actor')[0].id}"))
    page.get_by_text("could not be fetched.").wait_for()
    assert page.locator("#f-id").is_visible()


def test_without_scripts_a_sentence_leads_to_the_guide(site: Served, fresh: Open) -> None:
    bare = fresh(java_script_enabled=False)
    bare.goto(form(site, "event"))
    sentence = bare.locator(".x-nojs")
    assert "This form needs JavaScript" in sentence.inner_text()
    assert sentence.get_by_role("link").get_attribute("href") == "../../contributing/"
    assert not bare.locator(".x-form").is_visible()


def test_the_words_of_the_settings_are_chosen(site: Served, page: Page) -> None:
    page.goto(form(site, "claim"))
    options = page.locator("#f-topic option").evaluate_all("(all) => all.map((one) => one.value)")
    assert options == ["", *dossier().settings.topics]


def test_what_is_typed_is_not_lost_by_leaving_unasked(site: Served, page: Page) -> None:
    page.goto(form(site, "term"))
    page.locator("#f-id").fill("ferry-day")
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.goto(site.url)
    assert asked == ["beforeunload"]
