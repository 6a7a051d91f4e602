# ruff: noqa: E501 - scripts for the browser and addresses are easier to read on one line
"""Hostile texts in a real browser: nothing of them runs, asks for anything, or changes a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request

from explainer.kinds import KINDS
from tests.hostile.conftest import Shown
from tests.hostile.sites import content, payloads

pytestmark = pytest.mark.browser

WATCH = """
window.__ran = [];
window.__x = (what) => { window.__ran.push(String(what)); };
for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => { window.__ran.push(name); };
"""
PROBE = r"""() => {
  const wrong = [];
  const say = (what, element) => wrong.push(`${what}: ${element.outerHTML.slice(0, 120)}`);
  const banned = new Set(["iframe", "frame", "frameset", "object", "embed", "applet", "base", "portal", "fencedframe", "template",
    "slot", "marquee", "isindex", "plaintext", "xmp", "noembed", "noframes", "noscript", "dialog", "style", "audio", "video", "source",
    "track", "math", "foreignobject", "animate", "set", "use", "image", "img", "keygen", "textarea", "menuitem", "bgsound", "layer"]);
  const links = ["href", "src", "srcset", "action", "formaction", "data", "poster", "ping", "background", "xlink:href"];
  const root = location.origin + "/";
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName.toLowerCase();
    const ofForm = ["template", "textarea"].includes(name) && element.closest("form.x-form");
    const ofRecord = name === "img" && element.matches("figure.x-photo > img") && element.src === `${root}assets/gauge.svg`;
    const ofCard = name === "base" && !element.hasAttribute("href") && location.pathname.endsWith("/card/");
    if (banned.has(name) && !ofForm && !ofRecord && !ofCard) say("an element that no page has", element);
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute)) say("a handler", element);
      if (attribute === "style" && element.id !== "x-preview" && !element.closest("svg")) say("a style", element);
      if (attribute === "srcdoc" || attribute === "is") say("an attribute that no page has", element);
      if (links.includes(attribute)) {
        const leads = URL.parse(value, document.baseURI);
        if (!leads) continue; // it leads nowhere
        const { protocol, href } = leads;
        // What somebody wrote in a form is saved from an address that holds it, and never opened as a page.
        const saved = element.hasAttribute("download") && element.closest(".x-form") && href.startsWith("data:application/yaml,");
        if (!["http:", "https:"].includes(protocol) && !saved) say("an address that is none", element);
        if (name !== "a" && !(name === "link" && element.rel === "canonical") && !href.startsWith(root)) say("an address elsewhere", element);
      }
    }
    if (name === "script") {
      if (element.type === "application/ld+json") JSON.parse(element.textContent);
      else if (!element.src) say("a script in the page", element);
    }
    if (name === "meta" && element.httpEquiv && element.httpEquiv !== "Content-Security-Policy") say("an instruction", element);
    if (name === "form" && element.hasAttribute("action") && !element.action.endsWith("/search/")) say("a form", element);
    for (const type of ["mouseover", "mouseenter", "focus", "toggle", "animationstart"]) element.dispatchEvent(new Event(type));
  }
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  const twice = ids.filter((id, index) => ids.indexOf(id) < index);
  if (twice.length) wrong.push(`ids that stand twice: ${twice.slice(0, 5)}`);
  return { wrong, ran: window.__ran, heading: document.querySelector("h1")?.textContent ?? "", title: document.title };
}"""

DARK = "() => { document.body.getBoundingClientRect(); return window.__ran; }"


@dataclass
class Visitor:
    """A page of a browser that notes all that happens in it."""

    page: Page
    host: str = ""
    noted: list[str] = field(default_factory=list)
    forgiven: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        page = self.page
        page.on("dialog", self.opened_dialog)
        page.on("request", lambda request: self.asked(request.url))
        page.on("requestfailed", self.failed)
        page.on("console", lambda message: self.said(message.type, message.text))
        page.on("pageerror", lambda error: self.said("error", str(error)))
        page.on("popup", lambda popup: self.noted.append(f"popup: {popup.url}"))
        page.on("download", lambda download: self.noted.append(f"download: {download.url}"))

    def opened_dialog(self, dialog: Dialog) -> None:
        """Note a dialog and close it."""
        self.noted.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def asked(self, url: str) -> None:
        """Note a request that leaves the site."""
        if not url.startswith((self.host, "data:")):
            self.noted.append(f"request: {url}")

    def failed(self, request: Request) -> None:
        """Take back a request that the policy stopped before it left."""
        if request.failure == "csp":
            self.noted.remove(f"request: {request.url}")

    def said(self, kind: str, text: str) -> None:
        """Note what the browser complains of."""
        if kind in ("error", "warning") and not any(words in text for words in self.forgiven):
            self.noted.append(f"{kind}: {text}")

    def visit(self, url: str) -> dict[str, Any]:
        """Open a page and return what the probe finds there."""
        self.host = "/".join(url.split("/", maxsplit=3)[:3]) + "/"
        self.page.goto(url, wait_until="load")
        found: dict[str, Any] = self.page.evaluate(PROBE)
        assert self.page.url.partition("#")[0].partition("?")[0] == url.partition("#")[0].partition("?")[0]
        return found

    def clean(self, where: str, found: dict[str, Any]) -> None:
        """Fail unless nothing happened."""
        assert (where, found["ran"], found["wrong"], self.noted) == (where, [], [], [])


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser without motion in which hostile names are defined."""
    made = browser.new_context(reduced_motion="reduce", locale="en-GB", color_scheme="light")
    made.add_init_script(WATCH)
    yield made
    made.close()


@pytest.fixture
def visitor(context: BrowserContext) -> Iterator[Visitor]:
    """Return a fresh page that is watched."""
    page = context.new_page()
    yield Visitor(page)
    page.close()


def _titles() -> dict[str, str]:
    """Return what every record with a page of its own is called."""
    found = {}
    for kind in KINDS:
        for id, record in content(kind).items():
            if not kind.gathered:
                found[f"{kind.address}/{id}/"] = record.get("title") or record.get("name")
    return found


PARTS = ("actors/", "claims/", "places/", "sources/", "timeline/", "treaties/", "")


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part or "the rest")
def test_nothing_runs_on_any_page_and_titles_are_what_was_written(
    part: str, full: Shown, visitor: Visitor
) -> None:
    """As published, in light and in dark. What the policy had to stop would be an error in the console."""
    titles = _titles()
    pages = [
        page for page in full.pages if page.startswith(part) and (part or not page.startswith(PARTS[:-1]))
    ]
    assert pages
    for address in pages:
        visitor.page.emulate_media(color_scheme="light")
        found = visitor.visit(full.guarded + address)
        visitor.clean(address, found)
        visitor.page.emulate_media(color_scheme="dark")
        visitor.clean(address, found | {"ran": visitor.page.evaluate(DARK)})
        if address in titles:
            assert found["heading"] == titles[address]
            assert found["title"].startswith(" ".join(titles[address].split()))


def test_nothing_runs_on_full_pages_without_the_policy(full: Shown, visitor: Visitor) -> None:
    """Escaping alone must do: on every page that is no record's, and on some of each kind."""
    titles = _titles()
    few = [address for address in full.pages if address not in titles]
    few += list(titles)[::8]
    assert len(few) > 50
    for address in few:
        visitor.clean(address, visitor.visit(full.open + address))


SEARCHED = (
    "script", "img onerror", "constructor", "__proto__", "prototype", "=HYPERLINK", "<b>", "\"'", "svg onload",
    "</title>", "{{", "[[", "&lt;", "%3C", "toString", "가가", "مرحبا",
)  # fmt: skip


def test_nothing_runs_in_search_and_suggestions(full: Shown, visitor: Visitor) -> None:
    visitor.visit(full.open)
    field = visitor.page.get_by_role("combobox", name="Search")
    for words in SEARCHED:
        field.fill(words)
        visitor.page.locator(".x-search__note").filter(has_text="result").or_(
            visitor.page.locator(".x-search__note").filter(has_text=words)
        ).first.wait_for()
        visitor.clean(words, visitor.page.evaluate(PROBE))
    for words in (*SEARCHED, *payloads()[::5]):
        found = visitor.visit(f"{full.open}search/?q={quote(words[:200])}")
        visitor.page.wait_for_function("document.querySelector('[data-part=sentence]').textContent")
        visitor.clean(words, visitor.page.evaluate(PROBE) | {"ran": found["ran"]})
    visitor.page.emulate_media(color_scheme="dark")
    visitor.clean("in the dark", visitor.page.evaluate(PROBE))


def test_nothing_runs_in_previews(full: Shown, visitor: Visitor) -> None:
    """Each card is drawn by the site's own script, as if the mouse had rested on a link to it."""
    visitor.page.clock.install()
    drawn = 0
    for address in ("hostile/", "actors/actor-alpha/", "claims/", "timeline/"):
        visitor.visit(full.open + address)
        links = visitor.page.locator("main a[data-ref]:not(h1 *, h2 *, h3 *, h4 *)")
        for index in range(0, min(links.count(), 600), 12):
            links.nth(index).dispatch_event("pointerover", {"pointerType": "mouse", "bubbles": True})
            visitor.page.clock.run_for(500)
            drawn += visitor.page.locator(".x-preview:not(.x-off)").count()
        visitor.clean(address, visitor.page.evaluate(PROBE))
    assert drawn > 20


def test_every_card_is_text(full: Shown, visitor: Visitor) -> None:
    cards = 0
    for file in sorted((full.folder / "assets/previews").glob("*.json")):
        for card in json.loads(file.read_text("utf-8")).values():
            assert set(card) <= set("ktlmscw") | {"st", "sw"}
            cards += 1
    assert cards > 400
    assert visitor.noted == []


HOSTILE_ENDS = (
    "?words=%3Cimg%20src%3Dx%20onerror%3D__x(1)%3E", "?on=%3Cscript%3E", "?on=2024-99-99", "?q=%22%3E%3Csvg%20onload%3D__x(1)%3E",
    "?topic=%3Cb%3E&status=__proto__&words=%00", "#%3Cimg%20src%3Dx%3E", "#%E0%A4%A", "#x-search-input", "#__proto__", "?__proto__=x",
    "?constructor=x&words=(((((", "#:~:text=x",
)  # fmt: skip


@pytest.mark.parametrize(
    "address",
    ["", "claims/", "timeline/", "sources/", "actors/", "as-known-on/", "search/", "claims/claim-0-1/"],
)
def test_a_hostile_link_to_a_page_does_nothing(address: str, full: Shown, visitor: Visitor) -> None:
    for end in HOSTILE_ENDS:
        visitor.page.goto("about:blank")
        found = visitor.visit(full.open + address + end)
        visitor.page.wait_for_timeout(30)
        visitor.clean(end, found)


def test_filters_and_choices_do_nothing_with_hostile_words(full: Shown, visitor: Visitor) -> None:
    for address in ("claims/", "timeline/"):
        visitor.visit(full.open + address)
        words = visitor.page.locator('[data-module="filter"] [name="words"]')
        for text in payloads()[::9]:
            words.fill(text[:100])
            words.press("Enter")
        for box in visitor.page.locator('[data-module="filter"] input[type="checkbox"]').all()[:6]:
            box.evaluate("(element) => element.click()")
        visitor.page.locator("select.x-scheme").select_option("dark")
        visitor.clean(address, visitor.page.evaluate(PROBE))


def test_what_was_not_refused_is_rendered_inert(past: Shown, visitor: Visitor) -> None:
    """The first wall is down, and the third."""
    refused = 0
    for address in past.pages:
        visitor.clean(address, visitor.visit(past.open + address))
        refused += visitor.page.locator("a[href*='#refused']").count()
    assert refused > 20


def test_what_was_not_escaped_is_stopped_by_the_policy(bare: Shown, visitor: Visitor) -> None:
    """The first wall is down, and the second."""
    visitor.forgiven = (
        "Content Security Policy",
        "Not allowed to load",
        "net::ERR",
        "404",
        "Form submission",
        "does not support attachShadow",
    )
    for address in bare.pages:
        visitor.host = bare.guarded
        visitor.page.goto(bare.guarded + address, wait_until="load")
        visitor.page.evaluate(
            "() => document.querySelectorAll('*').forEach((one) => ['mouseover', 'focus', 'toggle', 'error', 'load'].forEach((type) => one.dispatchEvent(new Event(type))))"
        )
        ran = visitor.page.evaluate("window.__ran")
        assert (address, ran, visitor.noted) == (address, [], [])
        assert visitor.page.url == bare.guarded + address


def test_without_the_policy_it_would_have_run(bare: Shown, visitor: Visitor) -> None:
    """Else the test above would show nothing."""
    ran = 0
    for address in bare.pages[:60]:
        visitor.page.goto(bare.open + address, wait_until="load")
        ran += bool(visitor.page.evaluate("window.__ran.length"))
    assert ran > 10
