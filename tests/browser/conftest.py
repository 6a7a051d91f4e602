"""The real site, built once and served on loopback as GitHub Pages would serve it."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal, Protocol

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

ROOT = Path(__file__).parents[2]
SCRIPTS = Path(__file__).parent / "scripts"
PREFIX = "/explainer/"
"""Pages serves a project's site under its name, so that a link from the root of the host would break."""

KINDS = {
    "home": "the first page",
    "prose": "a page under docs/",
    "timeline": "timeline/",
    "strand": "timeline/strands/*/",
    "event": "timeline/*/",
    "actors": "actors/",
    "actor": "actors/*/",
    "treaties": "treaties/",
    "treaty": "treaties/*/",
    "claims": "claims/",
    "status": "claims/status/*/",
    "claim": "claims/*/",
    "card": "claims/*/card/, for other pages",
    "positions": "positions/",
    "findings": "findings/",
    "by whose word": "by-whose-word/",
    "changes": "changes/",
    "any-day": "as-known-on/",
    "day": "as-known-on/*/",
    "figures": "figures/",
    "sources": "sources/",
    "source": "sources/*/",
    "glossary": "glossary/",
    "questions": "questions/",
    "places": "places/",
    "place": "places/*/",
    "search": "search/",
    "forms": "contribute/",
    "form": "contribute/*/",
    "sentences": "sentences/*/",
    "sentences of all": "sentences/",
    "manual": "contributing/*/ or method/*/, made from the code",
    "404": "404.html",
}
"""Every kind of page. Tests look at one page of each, the one with the most in it."""

IN_SHELL = [kind for kind in KINDS if kind != "card"]
"""Those with the head, menu and foot of the site; a card stands on a page of somebody else’s."""

_BY_SHAPE = {
    **{shape: kind for kind, shape in KINDS.items()},
    "contributing/*/": "manual",
    "data/": "manual",
    "method/*/": "manual",
}


def script(name: str) -> str:
    """Return a function in JavaScript that a page is asked to run."""
    return (SCRIPTS / f"{name}.js").read_text("utf-8")


@dataclass(frozen=True)
class Served:
    """A finished site: the folder it is in and the address it is at."""

    folder: Path
    url: str

    @cached_property
    def pages(self) -> dict[str, Path]:
        """Every page by its address on the site."""
        files = sorted(self.folder.rglob("*.html"))
        return {path.relative_to(self.folder).as_posix().removesuffix("index.html"): path for path in files}

    @cached_property
    def by_kind(self) -> dict[str, list[str]]:
        """The addresses of each kind of page, the fullest page first; former addresses are passed over."""
        found: dict[str, list[str]] = {}
        for address, path in self.pages.items():
            if 'http-equiv="refresh"' in path.read_text("utf-8")[:2000]:  # a former address
                continue
            found.setdefault(kind_of(address), []).append(address)
        for addresses in found.values():
            addresses.sort(key=lambda address: (-self.pages[address].stat().st_size, address))
        return found

    def one(self, kind: str) -> str:
        """Return the address of the fullest page of a kind; skip the test if the site has none."""
        if kind not in self.by_kind:
            pytest.skip(f"the site has no page of the kind “{kind}”")
        return self.by_kind[kind][0]

    def data(self, path: str) -> Any:
        """Return what a JSON file of the site holds."""
        return json.loads((self.folder / path).read_text("utf-8"))


def kind_of(address: str) -> str:
    """Return the kind of the page at an address; “?” if no kind is known for it."""
    if address == "":
        return "home"
    stem = address.rstrip("/")
    if any((ROOT / "docs" / path).exists() for path in (f"{stem}.md", f"{stem}/index.md")):
        return "prose"
    parts = stem.split("/")
    if parts[-1] == "card":
        return "card"
    if parts[0] == "sentences":
        parts = parts[:1] + ["*"] * (len(parts) > 1)
    shape = address if len(parts) == 1 else "/".join([*parts[:-1], "*"]) + "/"
    return _BY_SHAPE.get(shape, "?")


class _Handler(SimpleHTTPRequestHandler):
    """Serves files under the prefix, packed, and the site's own page for what does not exist."""

    folder: Path
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        file = self.folder / path.removeprefix(PREFIX)
        if file.is_dir():
            file /= "index.html"
        found = path.startswith(PREFIX) and file.is_file()
        if not found:
            file = self.folder / "404.html"
        body = gzip.compress(file.read_bytes() if file.is_file() else b"", 1, mtime=0)
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Return a function that serves a folder and returns its address."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        handler = type("Handler", (_Handler,), {"folder": folder})
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}{PREFIX}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def site(serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> Served:
    """Build the project's site as `make build` does and serve it."""
    folder = tmp_path_factory.mktemp("built") / "site"
    url = serve(folder)
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder)]
    environment = {**os.environ, "SITE_URL": url, "NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if built.returncode:
        pytest.fail(f"the site cannot be built:\n{built.stderr[-1500:]}", pytrace=False)
    return Served(folder, url)


REPORT = """document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy: ${event.violatedDirective}`);
});"""


@dataclass
class Watched:
    """A page with what it asked for and what it said meanwhile."""

    page: Page
    foreign: list[str]
    said: list[str]


def watch(page: Page, url: str) -> Watched:
    """Note every request to another host, every console message, error and breach of the policy."""
    watched = Watched(page, [], [])
    host = url.split("/")[2]

    def asked(request: Request) -> None:
        if not request.url.startswith(("data:", "blob:")) and request.url.split("/")[2] != host:
            watched.foreign.append(request.url)

    def said(message: ConsoleMessage) -> None:
        watched.said.append(message.text)

    page.on("request", asked)
    page.on("console", said)
    page.on("pageerror", lambda error: watched.said.append(str(error)))
    page.add_init_script(REPORT)
    return watched


@pytest.fixture
def watched(page: Page, site: Served) -> Iterator[Watched]:
    """Return a page that may neither complain nor speak to another host; checked at the end."""
    found = watch(page, site.url)
    yield found
    assert found.foreign == []
    assert [text for text in found.said if "404" not in text] == []


@pytest.fixture(scope="session")
def axe_source(node_modules: Path) -> str:
    """Return the script of axe-core."""
    return (node_modules / "axe-core" / "axe.min.js").read_text("utf-8")


AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE_LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]
"""Rules whose answer depends on colours and sizes."""
RUN_AXE = script("axe")


class Axe(Protocol):
    """Runs axe on a page as it is and returns what it finds."""

    def __call__(self, page: Page, *, looks: bool = False) -> list[str]:
        """Run all rules, or those for looks alone."""


@pytest.fixture
def axe(axe_source: str) -> Axe:
    """Return axe."""

    def run(page: Page, *, looks: bool = False) -> list[str]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(axe_source)
        only = {"type": "rule", "values": AXE_LOOKS} if looks else {"type": "tag", "values": AXE_TAGS}
        found: list[str] = page.evaluate(RUN_AXE, only)
        return found

    return run


DESK, PHONE = 1280, 360
CONDITIONS: tuple[tuple[Literal["light", "dark"], int], ...] = (
    ("light", DESK),
    ("dark", PHONE),
    ("light", PHONE),
    ("dark", DESK),
)


def axe_in_all_conditions(page: Page, axe: Axe) -> dict[tuple[str, int], list[str]]:
    """Return what axe finds: with all rules where scheme or width is new, else with those for looks.

    After the first run long lists are cut, as their items are alike.
    """
    found: dict[tuple[str, int], list[str]] = {}
    for number, (scheme, width) in enumerate(CONDITIONS):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        if number == 1:
            page.evaluate(script("shorten-lists"))
        if problems := axe(page, looks=number > 1):
            found[scheme, width] = problems
    return found


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Browse without motion, as a test cannot wait for it."""
    return {**browser_context_args, "reduced_motion": "reduce", "locale": "en-GB"}


Open = Callable[..., Page]


@pytest.fixture
def fresh(new_context: Callable[..., BrowserContext]) -> Open:
    """Return a function that opens a page of its own, with the given settings of the browser."""

    def open_page(**settings: Any) -> Page:
        return new_context(**settings).new_page()

    return open_page
