"""Words that the settings define: topics and strands; articles that treaties define."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from explainer.diagnostics import Diagnostic, did_you_mean
from explainer.dossier import Dossier
from explainer.parsing import Entry
from explainer.prose import Page

RESTS_ON = "settings"


def check(dossier: Dossier, _pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield every topic, strand and article that nobody defined."""
    settings = dossier.settings
    for kind in ("claim", "question"):
        for entry in dossier.graph.of_kind(kind):
            yield from _unknown(entry, ("topic",), entry.record.topic, settings.topics, "topic")
    for entry in dossier.graph.of_kind("event"):
        for index, strand in enumerate(entry.record.strands):
            yield from _unknown(entry, ("strands", index), strand, settings.strands, "strand")
        for index, invocation in enumerate(entry.record.invokes):
            treaty = dossier.graph.entries.get(invocation.treaty)
            articles: Mapping[str, Any] = (
                treaty.record.articles if treaty and treaty.kind.name == "treaty" else {}
            )
            if articles and invocation.article not in articles:
                where = entry.at("invokes", index, "article")
                message = f"the treaty has no article “{invocation.article}”"
                yield Diagnostic(
                    where,
                    "unknown-article",
                    message,
                    did_you_mean(invocation.article, articles, f"its articles are: {', '.join(articles)}"),
                )


def check_torn(dossier: Dossier, torn: Collection[Entry]) -> Iterator[Diagnostic]:
    """Yield the unknown topics and strands of records in which something else is wrong, too."""
    for entry in torn:
        data = entry.record.data
        topic, strands = data.get("topic"), data.get("strands")
        if entry.kind.name in ("claim", "question") and isinstance(topic, str) and topic:
            yield from _unknown(entry, ("topic",), topic, dossier.settings.topics, "topic")
        if entry.kind.name == "event" and isinstance(strands, list):
            for index, strand in enumerate(strands):
                if isinstance(strand, str) and strand:
                    yield from _unknown(entry, ("strands", index), strand, dossier.settings.strands, "strand")


def _unknown(
    entry: Entry, path: tuple[str | int, ...], word: str, known: Mapping[str, str], what: str
) -> Iterator[Diagnostic]:
    if word not in known:
        listing = f"the {what}s are: {', '.join(known)}" if known else f"name it in mkdocs.yml under {what}s"
        yield Diagnostic(
            entry.at(*path),
            f"unknown-{what}",
            f"“{word}” is not a {what} of this site",
            did_you_mean(word, known, listing),
        )
