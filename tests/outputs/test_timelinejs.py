"""The timeline, shown by the real TimelineJS in a browser."""

from __future__ import annotations

import html
import http.server
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import bs4
import pytest
from playwright.sync_api import Page

from explainer import standings
from tests.outputs.reading import Data

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Timeline</title>
<link rel="stylesheet" href="/tl/css/timeline.css"><script src="/tl/js/timeline.js"></script>
<div id="timeline" style="width: 1000px; height: 700px"></div>
<script>
const options = {{script_path: '/tl/js/', start_at_end: {end}, font: null}};
window.timeline = new TL.Timeline('timeline', '/timeline.json', options);
</script></html>"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name there
        """Say nothing."""


@pytest.fixture
def address(real: Data, node_modules: Path, tmp_path: Path) -> Iterator[str]:
    """Serve TimelineJS and the real timeline on this machine."""
    (tmp_path / "tl").symlink_to(node_modules / "@knight-lab" / "timelinejs" / "dist")
    (tmp_path / "timeline.json").write_bytes(real.bytes("data/timeline.json"))
    (tmp_path / "first.html").write_text(PAGE.format(end="false"), "utf-8")
    (tmp_path / "last.html").write_text(PAGE.format(end="true"), "utf-8")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def _text(markup: str) -> str:
    return bs4.BeautifulSoup(markup, "html5lib").text


def test_timelinejs_shows_the_first_and_the_last_event(page: Page, address: str, real: Data) -> None:
    events = real.json("data/timeline.json")["events"]
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}/first.html")
    page.locator(".tl-slide h2.tl-headline").first.wait_for(state="visible", timeout=60_000)
    assert page.evaluate("timeline.config.events.length") == len(events)
    page.evaluate(f"timeline.goToId('{events[0]['unique_id']}')")
    shown = page.locator(f"[id='{events[0]['unique_id']}'] .tl-headline")
    shown.wait_for(state="visible", timeout=60_000)
    assert shown.inner_text().strip() == _text(events[0]["text"]["headline"])
    assert (
        html.unescape(events[0]["display_date"])
        in page.locator(f"[id='{events[0]['unique_id']}']").inner_text()
    )
    page.goto(f"{address}/last.html")
    last = page.locator(f"[id='{events[-1]['unique_id']}'] .tl-headline")
    last.wait_for(state="visible", timeout=60_000)
    assert last.inner_text().strip() == _text(events[-1]["text"]["headline"])
    assert errors == []


def test_every_event_is_there_in_order_with_its_status(data: Data) -> None:
    events = data.json("data/timeline.json")["events"]
    dossier = data.dossier
    assert {event["unique_id"] for event in events} == {entry.id for entry in dossier.graph.of_kind("event")}
    order = [dossier.graph.record(event["unique_id"]).date.order for event in events]
    assert order == sorted(order)
    for event in events:
        record = dossier.graph.record(event["unique_id"])
        text = _text(event["text"]["text"])
        assert f"Status: {standings.words(dossier.judgements[record.id], dossier)}" in text
        assert _text(event["display_date"]) == record.date.words
        assert _text(event["text"]["headline"]) == record.title


def test_what_a_date_leaves_open_stays_open(small: Data) -> None:
    events = {event["unique_id"]: event for event in small.json("data/timeline.json")["events"]}
    dates = {id: (event["start_date"], event.get("end_date")) for id, event in events.items()}
    assert dates["opening"] == ({"year": 1999, "month": 12, "day": 31}, None)
    assert dates["works"] == ({"year": 2024, "month": 10, "day": 8}, {"year": 2024, "month": 10, "day": 13})
    assert dates["talks"] == ({"year": 2023, "month": 9}, {"year": 2023, "month": 11})
    assert dates["since"] == ({"year": 2024, "month": 5}, None)
    assert dates["year"] == ({"year": 2022}, None)
    assert dates["between"] == ({"year": 2024, "month": 10, "day": 8}, {"year": 2024, "month": 10, "day": 18})
    assert events["leak"]["display_date"] == "about 12 October 2024"
