"""Findings: the claims of a topic in one table, for whoever checks or prints them. No order by strength."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from explainer import urls
from explainer.caveats import SEVERITIES
from explainer.caveats._base import SHOWN_BY
from explainer.dossier import Dossier, Judgement
from explainer.kinds._statuses import STATUSES
from explainer.messages import Message
from explainer.verdicts import missing
from explainer.views._base import PageView, Plan, crumbs, day, links, reference
from explainer.views.parts import Cut, Item, List, under
from explainer.wording import origins_words

ABOUT = Message(
    "Each claim with its status, its origins, what was observed, who denies it and what is missing."
)
NO_OUTSIDER = Message("none that is known to be no {party}")
OUTSIDERS = Message("{count} no {party}")

ADDRESS = "findings/"
"""The page of all findings."""

CAVEATS_AT_MOST = 2
"""How many caveats stand in a cell: those that weigh most."""

ROWS_AT_MOST = 150


def pages(dossier: Dossier) -> Iterator[Plan]:
    """Yield the page of all findings."""
    for found in lists(dossier):
        yield from found.plans(dossier)


def lists(dossier: Dossier) -> Iterator[List]:
    """Yield the list of all findings, which is cut by topic when it is long."""
    entries, filled = under("rows")
    noun, base = ("claim", "claims"), urls.of_list("claims")
    cut = Cut("topics", entries, filled, _name, _anchor, _item, noun, base, at_most=ROWS_AT_MOST)
    yield List(ADDRESS, page, cut, len(dossier.graph.of_kind("claim")))


def _name(group: dict[str, Any]) -> str:
    return str(group["name"])


def _anchor(group: dict[str, Any]) -> str:
    return str(group["id"])


def _item(row: dict[str, Any]) -> Item:
    return Item(
        row["id"], row["title"], status=row["status"], contested=row["contested"], contrary=row["contrary"]
    )


def page(dossier: Dossier) -> PageView:
    """Return the page of all findings, a table a topic."""
    topics = [
        {"id": topic, "name": name, "rows": of_topic(topic, dossier)}
        for topic, name in dossier.settings.topics.items()
    ]
    topics = [topic for topic in topics if topic["rows"]]
    return PageView(
        ADDRESS,
        "findings.html",
        "Findings",
        ABOUT(),
        {"topics": topics},
        section="claims",
        crumbs=crumbs(("Claims", urls.of_list("claims"))),
        toc=tuple((str(topic["id"]), str(topic["name"])) for topic in topics),
    )


def of_topic(topic: str, dossier: Dossier) -> list[dict[str, Any]]:
    """Return the findings of a topic in the order of the claims’ titles."""
    found = [
        finding(judgement, dossier)
        for judgement in dossier.of_kind("claim")
        if judgement.claim.topic == topic
    ]
    return sorted(found, key=lambda row: str(row["title"]).casefold())


def finding(judgement: Judgement, dossier: Dossier) -> dict[str, Any]:
    """Return one line of the table; every cell leads on."""
    now = judgement.assessment
    address = urls.of_id(judgement.id, dossier.graph)
    outside = {end.root for end in now.origins if end.declared and end.root and not end.party}
    observed = [
        words
        for basis, words in SHOWN_BY.items()
        if any(item.basis == basis and item.hands for item in now.supporting)
    ]
    last = next((moment for moment in reversed(judgement.moments) if moment.is_change), None)
    weight = list(SEVERITIES)
    heaviest = sorted(judgement.caveats, key=lambda found: -weight.index(found.severity))
    caveats = {found.rule: found.label for found in heaviest}
    return {
        **reference(judgement.id, dossier),
        "sentence": STATUSES[now.status],
        "status_address": urls.of_status(now.status),
        "origins": origins_words(judgement),
        "outside": _outside(len(outside), dossier.settings.words.party) if now.supporting else "",
        "evidence_address": f"{address}#evidence",
        "observed": ", ".join(observed),
        "denied": links(now.contested_by, dossier),
        "caveats": [
            {"label": label, "address": urls.of_rule(rule)}
            for rule, label in list(caveats.items())[:CAVEATS_AT_MOST]
        ],
        "missing": missing(judgement, dossier),
        "changed": day(last.date) if last and last.date.year > 1 else None,
        "history_address": f"{address}#history",
    }


def _outside(number: int, party: str) -> str:
    return OUTSIDERS(count=number, party=party) if number else NO_OUTSIDER(party=party)
