"""Which addresses are dead, moved, unclear or alive, asked of a server on loopback."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / ".github" / "scripts"))

import addresses

ANSWERS = {
    "/fine": (200, ""),
    "/gone": (404, ""),
    "/taken-down": (410, ""),
    "/refuses-programs": (403, ""),
    "/busy": (503, ""),
    "/moved": (301, "/fine"),
    "/moved-twice": (308, "/moved"),
    "/for-now": (302, "/fine"),
    "/moved-then-for-now": (301, "/for-now"),
    "/to-nothing": (301, "/gone"),
    "/slash": (301, "/slash/"),
    "/slash/": (200, ""),
    "/round": (301, "/round"),
    "/to-a-file": (301, "file:///etc/passwd"),
}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, location = ANSWERS[self.path]
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


ASKING = addresses.Asking(timeout=5, pause=0, private=True)


@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("/fine", "alive"),
        ("/gone", "dead"),
        ("/taken-down", "dead"),
        ("/to-nothing", "dead"),
        ("/refuses-programs", "unclear"),
        ("/busy", "unclear"),
        ("/moved", "moved"),
        ("/moved-twice", "moved"),
        ("/for-now", "alive"),
        ("/moved-then-for-now", "alive"),
        ("/slash", "alive"),
        ("/round", "unclear"),
        ("/to-a-file", "unclear"),
    ],
)
def test_an_answer_is_judged(server: str, path: str, state: str) -> None:
    assert ASKING.verdict(server + path).state == state


def test_where_something_moved_is_said(server: str) -> None:
    assert ASKING.verdict(f"{server}/moved-twice").reason == f"is now {server}/fine"


def test_a_site_that_does_not_exist_is_dead() -> None:
    assert ASKING.verdict("https://no-such-site.invalid/x").state == "dead"


def test_a_server_that_does_not_answer_is_unclear() -> None:
    assert ASKING.verdict("http://127.0.0.1:1/x").state == "unclear"


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/", "http://169.254.169.254/latest/", "http://[::1]/", "http://10.0.0.1/"]
)
def test_private_networks_are_never_asked(address: str) -> None:
    found = addresses.Asking(timeout=1, pause=0).verdict(address)
    assert (found.state, found.reason) == ("unclear", "no answer: ValueError")


def test_every_address_is_asked_once_and_listed_in_order(server: str) -> None:
    asked = [f"{server}{path}" for path in ("/gone", "/fine", "/moved", "/gone")]
    found = addresses.look(asked, ASKING)
    assert [(verdict.address.removeprefix(server), verdict.state) for verdict in found] == [
        ("/fine", "alive"),
        ("/gone", "dead"),
        ("/moved", "moved"),
    ]


def test_the_lists_are_written_and_told(
    server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", [f"{server}/gone\n", f"{server}/moved\n", f"{server}/busy\n"])
    assert addresses.main([str(tmp_path), "--private", "--pause", "0"]) == 0
    assert (tmp_path / "dead.txt").read_text("utf-8") == f"{server}/gone there is no such page (404)\n"
    capsys.readouterr()
    assert addresses.main([str(tmp_path), "--told"]) == 0
    told = capsys.readouterr().out
    assert "## Moved\n\n1.\n" in told
    assert "http://" not in told


def test_what_is_found_is_written_as_it_is_found(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", [f"{server}/gone\n", f"{server}/moved\n"])
    seen: list[str] = []
    real = addresses.Asking.verdict

    def verdict(asking: addresses.Asking, address: str) -> addresses.Verdict:
        seen.append((tmp_path / "dead.txt").read_text("utf-8"))
        return real(asking, address)

    monkeypatch.setattr(addresses.Asking, "verdict", verdict)
    assert addresses.main([str(tmp_path), "--private", "--pause", "0"]) == 0
    assert seen == ["", f"{server}/gone there is no such page (404)\n"]
