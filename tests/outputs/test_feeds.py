"""The feeds, read back by feedparser, held against RFC 4287 and JSON Feed 1.1, compared with the histories."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import feedparser
import jsonschema
from defusedxml.ElementTree import fromstring

from explainer.dossier import Dossier
from tests.outputs.conftest import PROJECT, made
from tests.outputs.reading import Data

ATOM = "{http://www.w3.org/2005/Atom}"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def _feeds(data: Data, suffix: str) -> list[str]:
    return [path for path in data.files if path.startswith("feeds/") and path.endswith(suffix)]


def _changes(dossier: Dossier) -> set[tuple[str, str]]:
    return {
        (judgement.id, moment.date.isoformat())
        for judgement in dossier.of_kind("claim")
        for moment in judgement.moments
        if moment.is_change and moment.date > date.min
    }


def _only(parent: Element, name: str) -> Element:
    found = parent.findall(f"{ATOM}{name}")
    assert len(found) == 1, f"{len(found)} × {name}"
    return found[0]


def _is_iri(text: str | None) -> bool:
    return bool(text and re.match(r"(https?://|urn:uuid:[0-9a-f-]{36}$)", text))


def test_every_feed_is_what_rfc_4287_asks_for(data: Data) -> None:
    for path in _feeds(data, ".atom"):
        root = fromstring(data.bytes(path))
        assert root.tag == f"{ATOM}feed"
        assert _is_iri(_only(root, "id").text)
        assert _only(root, "title").text
        assert RFC_3339.fullmatch(_only(root, "updated").text or "")
        assert _only(_only(root, "author"), "name").text
        links = {(link.get("rel"), link.get("type")) for link in root.findall(f"{ATOM}link")}
        assert links == {("self", "application/atom+xml"), ("alternate", "text/html")}
        entries = root.findall(f"{ATOM}entry")
        ids = [_only(entry, "id").text for entry in entries]
        assert len(set(ids)) == len(ids)
        for entry in entries:
            assert _is_iri(_only(entry, "id").text)
            assert _only(entry, "title").text
            assert RFC_3339.fullmatch(_only(entry, "published").text or "")
            assert RFC_3339.fullmatch(_only(entry, "updated").text or "")
            assert str(_only(entry, "published").text) <= str(_only(entry, "updated").text)
            content = _only(entry, "content")
            assert content.get("type") == "xhtml"
            assert [child.tag for child in content] == ["{http://www.w3.org/1999/xhtml}div"]
            assert _is_iri(_only(entry, "link").get("href"))
        newest = max((str(_only(entry, "updated").text) for entry in entries), default=None)
        assert newest is None or _only(root, "updated").text == newest


def test_feedparser_finds_no_fault_and_every_change(data: Data) -> None:
    feed = feedparser.parse(data.bytes("feeds/changes.atom"))
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    site = data.dossier.settings.site_url
    found = {
        (entry.link.removeprefix(site).split("/")[1], entry.published[:10])
        for entry in feed.entries
        if not any(tag.term == "correction" for tag in entry.get("tags", []))
    }
    assert found == _changes(data.dossier)
    days = [entry.published for entry in feed.entries]
    assert days == sorted(days, reverse=True)


_TEXT = {"type": "string", "minLength": 1}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "patternProperties": {"^_": {"type": "object"}},
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": _TEXT,
        "home_page_url": _TEXT,
        "feed_url": _TEXT,
        "description": _TEXT,
        "language": _TEXT,
        "authors": {"type": "array", "items": {"type": "object", "anyOf": [{"required": ["name"]}]}},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_text"]}, {"required": ["content_html"]}],
                "additionalProperties": False,
                "patternProperties": {"^_": {"type": "object"}},
                "properties": {
                    **dict.fromkeys(("id", "url", "title", "content_text", "content_html", "summary"), _TEXT),
                    "date_published": {"type": "string", "pattern": RFC_3339.pattern},
                    "date_modified": {"type": "string", "pattern": RFC_3339.pattern},
                    "tags": {"type": "array", "items": _TEXT},
                },
            },
        },
    },
}
"""JSON Feed 1.1, as its specification says in words."""


def test_the_json_feeds_say_what_the_atom_feeds_say(data: Data) -> None:
    assert len(_feeds(data, ".json")) == len(_feeds(data, ".atom"))
    for path in _feeds(data, ".json"):
        content = data.json(path)
        jsonschema.validate(content, JSON_FEED)
        feed = feedparser.parse(data.bytes(path.replace(".json", ".atom")))
        assert [
            (item["id"], item["title"], item["url"], item["date_published"]) for item in content["items"]
        ] == [(entry.id, entry.title, entry.link, entry.published) for entry in feed.entries]
        assert [item["tags"] for item in content["items"]] == [
            [tag.term for tag in entry.tags] for entry in feed.entries
        ]


def test_each_actor_that_has_changes_has_a_feed_and_its_page_announces_it(data: Data) -> None:
    whole = {item["id"]: item for item in data.json("feeds/changes.json")["items"]}
    spoke: dict[str, set[str]] = {}
    for judgement in data.dossier.of_kind("claim"):
        for moment in judgement.moments:
            if moment.is_change and moment.date > date.min:
                ends = {trail.origin for item in moment.appeared for trail in item.trails}
                known = {id for end in ends for id in (end.id, end.root)} | set(judgement.statement.about)
                for actor in known & data.dossier.graph.entries.keys():
                    spoke.setdefault(actor, set()).add(f"{judgement.id} {moment.date}")
    feeds = {path.split("/")[2].removesuffix(".json") for path in _feeds(data, ".json") if "/actors/" in path}
    assert spoke.keys() <= feeds
    for actor in feeds:
        items = data.json(f"feeds/actors/{actor}.json")["items"]
        assert items
        assert all(
            whole[item["id"]] == {**item, "url": whole[item["id"]]["url"]}
            for item in items
            if item["id"] in whole
        )
        changes = {
            f"{item['_explainer']['claim']} {item['date_published'][:10]}"
            for item in items
            if not item["_explainer"]["correction"]
        }
        assert changes == spoke.get(actor, set())
        paths = {path for _, path, _ in data.pages[f"actors/{actor}/"].alternates}
        assert {f"feeds/actors/{actor}.atom", f"feeds/actors/{actor}.json"} <= paths


def test_the_sentences_say_who_admitted_it_and_what_was_known_until_then(small: Data) -> None:
    items = small.json("feeds/changes.json")["items"]
    sentences = [item["title"] for item in items if item["_explainer"]["claim"] == "mill-poisoned"]
    title = "The mill stream was poisoned by the ministry & its “friends” <today>"
    ministry = '=Ministry of "Mills", & <Weirs>'
    assert (
        sentences
        == [
            f"On 28 April 2025, {ministry} acknowledged: “{title}”. Until then: corroborated, denied by {ministry}.",
            f"On 5 November 2024, {ministry} denied: “{title}”. It stays corroborated.",
            f"On 12 October 2024, a claim appeared: “{title}”. It stood as corroborated.",
        ]
        or "By 30 November 2024" in sentences[1]
    )


def test_a_day_that_nobody_gave_is_not_given(small: Data) -> None:
    item = next(
        item
        for item in small.json("feeds/changes.json")["items"]
        if item["_explainer"]["claim"] == "mill-sold"
    )
    assert (
        item["title"]
        == "By 30 November 2024, a claim appeared: “-The mill will be sold”. It stood as alleged."
    )


def test_corrections_are_marked(small: Data) -> None:
    feed = feedparser.parse(small.bytes("feeds/changes.atom"))
    [entry] = [entry for entry in feed.entries if any(tag.term == "correction" for tag in entry.tags)]
    assert entry.title == "Correction, 6 May 2025: The date of the opening"
    assert "30 December 1999" in entry.content[0].value
    assert entry.link == "https://mill.example.org/weir/corrections/#2025-05-date"
    assert any("Correction" in item["title"] for item in small.json("feeds/actors/northland.json")["items"])


def test_ids_stay_when_words_address_and_ids_of_records_change(small: Data, tmp_path: Path) -> None:
    shutil.copytree(PROJECT, tmp_path / "project")
    config = tmp_path / "project/mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("mill.example.org/weir", "new.example.org"), "utf-8")
    claims = tmp_path / "project/content/claims/all.yml"
    text = (
        claims.read_text("utf-8")
        .replace("mill-poisoned:", "stream-spoilt:")
        .replace("The mill stream was", "The stream was")
    )
    claims.write_text(
        text.replace("formerly: [stream-poisoned]", "formerly: [stream-poisoned, mill-poisoned]"), "utf-8"
    )
    for path in (tmp_path / "project/docs/index.md", *(tmp_path / "project/content").rglob("*.yml")):
        if path != claims:
            path.write_text(path.read_text("utf-8").replace("mill-poisoned", "stream-spoilt"), "utf-8")
    changed = Data(made(tmp_path / "project"), tmp_path / "project")

    def ids(data: Data) -> list[Any]:
        return [item["id"] for item in json.loads(data.bytes("feeds/changes.json"))["items"]]

    assert sorted(ids(changed)) == sorted(ids(small))
