"""What a first visit weighs: bytes over the wire by part, largest contentful paint, layout shift.

`python -m tests.benchmark.weights` builds the site, serves it packed on loopback and looks at two pages.
"""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.conftest import DEBIAN_CHROMIUM, QUIET_BROWSER

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("html", "css", "js", "fonts", "images", "other")
LIMIT = 130_000
"""What the first page may weigh, packed."""

WATCH = """window.seen = {paint: 0, shift: 0};
new PerformanceObserver((list) => { for (const one of list.getEntries()) seen.paint = one.startTime; })
  .observe({type: "largest-contentful-paint", buffered: true});
new PerformanceObserver((list) => { for (const one of list.getEntries()) seen.shift += one.value; })
  .observe({type: "layout-shift", buffered: true});"""


class _Handler(SimpleHTTPRequestHandler):
    folder: Path
    sent: dict[str, int]

    def do_GET(self) -> None:
        file = self.folder / self.path.partition("?")[0].lstrip("/")
        if file.is_dir():
            file /= "index.html"
        body = gzip.compress(file.read_bytes(), 6, mtime=0) if file.is_file() else b""
        kind = self.guess_type(str(file))
        self.send_response(200 if file.is_file() else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        part = _part(kind)
        self.sent[part] = self.sent.get(part, 0) + len(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


def _part(kind: str) -> str:
    main, _, sub = kind.partition("/")
    named = {"html": "html", "css": "css", "javascript": "js"}
    return named.get(sub, {"font": "fonts", "image": "images"}.get(main, "other"))


def _visit(browser: Browser, url: str) -> tuple[float, float]:
    """Return paint in milliseconds and shift of a first visit, with the page scrolled to its end."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(url, wait_until="networkidle")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(500)
    paint, shift = page.evaluate("[seen.paint, seen.shift]")
    context.close()
    return float(paint), float(shift)


def main() -> int:
    """Print the table; fail if the first page is too heavy or a page shifts."""
    good = True
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary) / "site"
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
        settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        subprocess.run(command, cwd=ROOT, env=settings, check=True)
        fullest = max(folder.glob("claims/*/index.html"), key=lambda path: path.stat().st_size).parent
        chosen = os.environ.get("CHROMIUM") or (str(DEBIAN_CHROMIUM) if DEBIAN_CHROMIUM.exists() else None)
        browser = playwright.chromium.launch(executable_path=chosen, args=[*QUIET_BROWSER, "--no-sandbox"])
        print("| page | total |", " | ".join(PARTS), "| paint | shift |")
        print("|---|" + "---:|" * (len(PARTS) + 3))
        for name, address in (("home", ""), ("fullest claim", f"claims/{fullest.name}/")):
            sent: dict[str, int] = {}
            handler = type("Handler", (_Handler,), {"folder": folder, "sent": sent})
            server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
            server.daemon_threads = True
            threading.Thread(target=server.serve_forever, daemon=True).start()
            paint, shift = _visit(browser, f"http://127.0.0.1:{server.server_address[1]}/{address}")
            server.shutdown()
            server.server_close()
            total = sum(sent.values())
            cells = " | ".join(f"{sent.get(part, 0) / 1000:.1f}" for part in PARTS)
            print(f"| {name} | {total / 1000:.1f} | {cells} | {paint:.0f} ms | {shift:.3f} |")
            good = good and shift == 0 and (bool(address) or total < LIMIT)
        browser.close()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
