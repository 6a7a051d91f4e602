"""Hostile sites, each built once, and a server that shows them with their policy or without."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.hostile import sites

POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')


@dataclass(frozen=True)
class Shown:
    """A site on two ports: as it is published, and with the policy taken out of every page."""

    folder: Path
    guarded: str
    open: str

    @property
    def pages(self) -> list[str]:
        """The address of every page."""
        files = sorted(self.folder.rglob("*.html"))
        return [path.relative_to(self.folder).as_posix().removesuffix("index.html") for path in files]


class _Handler(SimpleHTTPRequestHandler):
    folder: Path
    without_policy: bool
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file, its policy taken out if there shall be none."""
        path = self.path.partition("?")[0].lstrip("/")
        file = self.folder / path
        if file.is_dir():
            file /= "index.html"
        found = file.is_file()
        body = (file if found else self.folder / "404.html").read_bytes()
        if self.without_policy and file.suffix == ".html":
            body = POLICY.sub(b"", body)
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        if path.startswith("assets/"):
            self.send_header("Cache-Control", "max-age=3600")
        self.end_headers()
        with suppress(ConnectionError):  # a page that is left asks for no more
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


@pytest.fixture(scope="session")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Shown]]:
    """Return a function that builds and serves one of the hostile sites."""
    # With pytest-xdist, all workers look at one build.
    shared = tmp_path_factory.getbasetemp()
    if shared.name.startswith("popen-"):
        shared = shared.parent
    ways = {"full": sites.lay_out, "past": sites.past_parsing, "bare": sites.without_escaping}
    servers: list[ThreadingHTTPServer] = []

    def show(name: str) -> Shown:
        folder = sites.once(shared / "hostile-sites", name, ways[name])
        addresses = []
        for without_policy in (False, True):
            handler = type("Handler", (_Handler,), {"folder": folder, "without_policy": without_policy})
            server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
            server.daemon_threads = True
            threading.Thread(target=server.serve_forever, daemon=True).start()
            servers.append(server)
            addresses.append(f"http://127.0.0.1:{server.server_address[1]}/")
        return Shown(folder, *addresses)

    yield show
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def full(shown: Callable[[str], Shown]) -> Shown:
    """Show the site in which every text that is taken stands in every field."""
    return shown("full")


@pytest.fixture(scope="session")
def past(shown: Callable[[str], Shown]) -> Shown:
    """Show the site of what should have been refused: the first wall is down."""
    return shown("past")


@pytest.fixture(scope="session")
def bare(shown: Callable[[str], Shown]) -> Shown:
    """Show the site that escapes nothing: the first and the second wall are down."""
    return shown("bare")
