"""Opens addresses of sources, politely, and tells the dead from the moved and the unclear.

Usage: addresses.py FOLDER < LIST      writes dead.txt, moved.txt and unclear.txt to the folder
       addresses.py --told FOLDER      prints moved and unclear ones as Markdown

Only what cannot be meant otherwise is called dead: the page or the site does not exist. A server that
refuses a program, or is busy, may well serve people. Addresses of private networks are never opened, also
not where a redirect leads there.
"""

from __future__ import annotations

import argparse
import http.client
import ipaddress
import socket
import ssl
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from urllib.parse import quote, urljoin, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "hooks"))

from explainer.summarising import escaped

DEAD, MOVED, UNCLEAR, ALIVE = "dead", "moved", "unclear", "alive"
GONE = {404: "there is no such page (404)", 410: "the page was taken down (410)"}
LASTING = {301, 308}
REDIRECTS = {301, 302, 303, 307, 308}
HOPS = 8
AT_ONCE = 4
AGENT = "explainer-source-check (+https://github.com/; asks once a week, one page at a time)"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one address."""

    address: str
    state: str
    reason: str = ""


class Asking:
    """Asks servers, with these limits."""

    def __init__(self, *, timeout: float = 20, pause: float = 1, private: bool = False) -> None:
        self.timeout = timeout
        self.pause = pause
        self.private = private

    def verdict(self, address: str) -> Verdict:
        """Return what became of an address; what fails is tried twice."""
        found = self._once(address)
        if found.state in (DEAD, UNCLEAR):
            time.sleep(self.pause)
            found = self._once(address)
        return found

    def _once(self, address: str) -> Verdict:
        here, lasting = address, True
        try:
            for _ in range(HOPS):
                status, location = self._status(here)
                if status in REDIRECTS and location:
                    lasting = lasting and status in LASTING
                    here = urljoin(here, location)
                    continue
                return _judged(address, here, status, lasting=lasting)
        except socket.gaierror:
            return Verdict(address, DEAD, f"there is no site {urlsplit(here).hostname}")
        except (OSError, http.client.HTTPException, ValueError) as error:
            return Verdict(address, UNCLEAR, f"no answer: {type(error).__name__}")
        return Verdict(address, UNCLEAR, f"more than {HOPS} redirects")

    def _status(self, address: str) -> tuple[int, str]:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("not a web address")
        port = parts.port or (443 if parts.scheme == "https" else 80)
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
        place = str(found[0][4][0])
        if not self.private and not ipaddress.ip_address(place.partition("%")[0]).is_global:
            raise ValueError("a private network")
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        connection = kind(parts.hostname, port, timeout=self.timeout)
        try:
            # to the very place that was looked up, so that the answer cannot change in between
            connection.sock = socket.create_connection((place, port), timeout=self.timeout)
            if parts.scheme == "https":
                context = ssl.create_default_context()
                connection.sock = context.wrap_socket(connection.sock, server_hostname=parts.hostname)
            path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
            path = quote(path, safe="%/:=&?~#+!$,;'@()*[]|")
            connection.request("GET", path, headers={"User-Agent": AGENT, "Accept": "*/*"})
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location") or ""
        finally:
            connection.close()


def _judged(address: str, last: str, status: int, *, lasting: bool) -> Verdict:
    if status in GONE:
        return Verdict(address, DEAD, GONE[status])
    if status >= 400:
        return Verdict(address, UNCLEAR, f"the server answers {status}")
    if last != address and lasting and _plain(last) != _plain(address):
        return Verdict(address, MOVED, f"is now {last}")
    return Verdict(address, ALIVE)


def _plain(address: str) -> str:
    """Return an address without what does not make it another one."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}"


def look(
    addresses: Iterable[str], asking: Asking, found_one: Callable[[Verdict], object] = lambda _verdict: None
) -> list[Verdict]:
    """Return what became of every address; one server is asked one thing at a time.

    `found_one` is told each verdict as soon as it is known, by one thread at a time.
    """
    turn = Lock()
    by_host: dict[str, list[str]] = defaultdict(list)
    for address in sorted(set(addresses)):
        by_host[urlsplit(address).netloc].append(address)

    def ask(queue: list[str]) -> list[Verdict]:
        found = []
        for number, address in enumerate(queue):
            if number:
                time.sleep(asking.pause)
            found.append(asking.verdict(address))
            with turn:
                found_one(found[-1])
        return found

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return sorted(
            (verdict for group in pool.map(ask, by_host.values()) for verdict in group),
            key=lambda verdict: verdict.address,
        )


def told(folder: Path) -> str:
    """Return what moved or is unclear, as Markdown."""
    lines: list[str] = []
    for state, title in ((MOVED, "Moved"), (UNCLEAR, "Unclear: a person should look")):
        rows = (folder / f"{state}.txt").read_text(encoding="utf-8").splitlines()
        lines += [f"## {title}", "", f"{len(rows) or 'None'}.", ""]
        lines += [f"- {escaped(row)}" for row in rows] + [""]
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Open what the input lists, or tell what was found; return 0."""
    parser = argparse.ArgumentParser(description="Opens the addresses of the input.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--told", action="store_true", help="print what an earlier run found")
    parser.add_argument("--timeout", type=float, default=20)
    parser.add_argument("--pause", type=float, default=1, help="seconds between two questions to one server")
    parser.add_argument("--private", action="store_true", help="private networks, too (for tests)")
    options = parser.parse_args(arguments)
    if options.told:
        print(told(options.folder))
        return 0
    addresses = [line.strip() for line in sys.stdin if line.strip()]
    for state in (DEAD, MOVED, UNCLEAR):
        (options.folder / f"{state}.txt").write_text("", encoding="utf-8")

    def write(verdict: Verdict) -> None:
        if verdict.state != ALIVE:
            with (options.folder / f"{verdict.state}.txt").open("a", encoding="utf-8") as file:
                file.write(f"{verdict.address} {verdict.reason}\n")

    asking = Asking(timeout=options.timeout, pause=options.pause, private=options.private)
    found = look(addresses, asking, write)
    for state in (DEAD, MOVED, UNCLEAR):
        rows = [f"{verdict.address} {verdict.reason}\n" for verdict in found if verdict.state == state]
        (options.folder / f"{state}.txt").write_text("".join(rows), encoding="utf-8")
        print(f"{state}: {len(rows)} of {len(found)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
