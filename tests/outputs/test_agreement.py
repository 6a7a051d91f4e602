"""A claim's status and caveats are the same wherever they are said."""

from __future__ import annotations

import html
from typing import Any

import feedparser

from tests.outputs.reading import Data, listed


def _said(status: str, contested: bool, caveats: Any) -> tuple[str, bool, frozenset[str]]:  # noqa: FBT001
    return status, contested, frozenset(caveats)


def _page(data: Data, address: str) -> tuple[str, bool, frozenset[str]]:
    page = data.soup(address)
    [verdict] = page.select(".x-verdict")
    status = next(str(name) for name in verdict["class"] if str(name).startswith("x-verdict--")).removeprefix(
        "x-verdict--"
    )
    mark = verdict.select_one(".x-verdict__status")
    assert mark is not None
    rules = {
        str(link["href"]).partition("#")[2]
        for link in page.select(".x-caveats a")
        if "method/caveats/#" in str(link["href"])
    }
    return _said(status, "contested" in mark.text, rules)


def _structured(data: Data, address: str) -> tuple[str, bool, frozenset[str]]:
    review = next(node for node in data.graph(address) if node["@type"] == "ClaimReview")
    words = review["reviewRating"]["alternateName"]
    return _said(
        words.partition(",")[0].replace(" ", "-"),
        "contested" in words,
        (one["termCode"] for one in listed(review.get("about"))),
    )


def test_page_json_csv_structured_data_and_feed_say_the_same_of_every_claim(data: Data) -> None:
    rows = {row["id"]: row for row in data.table("claims")}
    caveats: dict[str, set[str]] = {}
    for row in data.table("caveats"):
        caveats.setdefault(row["statement"], set()).add(row["rule"])
    whole = data.json("data/dossier.json")["records"]
    atom = feedparser.parse(data.bytes("feeds/changes.atom"))
    latest: dict[str, Any] = {}
    for item in data.json("feeds/changes.json")["items"]:
        if item["_explainer"]["claim"]:
            latest.setdefault(item["_explainer"]["claim"], item)
    entries = {entry.id: entry for entry in atom.entries}
    assert rows
    for id, row in rows.items():
        address = f"claims/{id}/"
        now = whole[id]["assessment"]
        rules = {found["rule"] for found in now["caveats"]}
        expected = _said(now["status"], bool(now["contested_by"]), rules)
        judgement = data.dossier.judgements[id]
        assert expected[0] == judgement.assessment.status
        assert expected[2] == {found.rule for found in judgement.caveats}
        alone = data.json(f"data/{address[:-1]}.json")["assessment"]
        assert alone == now
        cells = filter(None, row["caveats"].split(" | "))
        assert _said(row["status"], bool(row["contested_by"]), cells) == expected
        assert caveats.get(id, set()) == rules
        assert _structured(data, address) == expected, id
        assert _page(data, address) == expected, id
        item = latest.get(id)
        if item is None:
            assert not any(moment["is_change"] and moment["date"] for moment in now["history"])
            continue
        extra = item["_explainer"]
        assert extra["status"] == extra["status_now"] == now["status"]
        assert set(extra["caveats_now"]) == rules
        tags = {tag.term for tag in entries[item["id"]].tags}
        assert tags == {f"status:{now['status']}", *(f"caveat:{rule}" for rule in rules)}
        assert f": {now['words']}" in html.unescape(entries[item["id"]].content[0].value)


def test_page_json_and_csv_say_the_same_of_every_event(data: Data) -> None:
    whole = data.json("data/dossier.json")["records"]
    for row in data.table("events"):
        now = whole[row["id"]]["assessment"]
        rules = {found["rule"] for found in now["caveats"]}
        expected = _said(now["status"], bool(now["contested_by"]), rules)
        cells = filter(None, row["caveats"].split(" | "))
        assert _said(row["status"], bool(row["contested_by"]), cells) == expected
        assert _page(data, f"timeline/{row['id']}/") == expected, row["id"]
