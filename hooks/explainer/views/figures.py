"""Figures: who estimated what, when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from explainer import urls
from explainer.dossier import Dossier
from explainer.messages import Message
from explainer.views._base import PageView, Plan, crumbs, reference
from explainer.views.claims import figure_groups
from explainer.views.parts import Cut, Item, List, under
from explainer.wording import counted

ALL_OF_THEM = Message(
    "{numbers} given, by whom and when; numbers that measure different things are kept apart."
)


def pages(dossier: Dossier) -> Iterator[Plan]:
    """Yield the page of all figures."""
    for found in lists(dossier):
        yield from found.plans(dossier)


def lists(dossier: Dossier) -> Iterator[List]:
    """Yield the list of figures."""
    entries, filled = under("claims")
    count = sum(bool(judgement.claim.figures) for judgement in dossier.of_kind("claim"))
    noun, base = ("claim", "claims"), urls.of_list("claims")
    cut = Cut("topics", entries, filled, _name, _id, _item, noun, base, at_most=CLAIMS_AT_MOST)
    yield List(urls.of_list("figures"), index, cut, count)


CLAIMS_AT_MOST = 60
"""Of how many claims the figures stand on one page: each has a plot and a table."""


def _name(group: dict[str, Any]) -> str:
    return str(group["name"])


def _id(group: dict[str, Any]) -> str:
    return str(group["id"])


def _item(one: dict[str, Any]) -> Item:
    return Item(
        one["id"], one["title"], status=one["status"], contested=one["contested"], contrary=one["contrary"]
    )


def index(dossier: Dossier) -> PageView:
    """Return the page of all figures."""
    shown = []
    for judgement in dossier.of_kind("claim"):
        groups = figure_groups(judgement.claim, dossier)
        if groups:
            shown.append(
                {
                    **reference(judgement.id, dossier),
                    "groups": groups,
                    "topic": judgement.claim.topic,
                }
            )
    topics = [
        {"id": topic, "name": name, "claims": [one for one in shown if one["topic"] == topic]}
        for topic, name in dossier.settings.topics.items()
    ]
    topics = [topic for topic in topics if topic["claims"]]
    total = sum(len(group["rows"]) for one in shown for group in one["groups"])
    return PageView(
        urls.of_list("figures"),
        "figures.html",
        "Figures",
        ALL_OF_THEM(numbers=counted(total, "number")),
        {"topics": topics, "total": total, "note": dossier.settings.words.figures},
        section="more",
        crumbs=crumbs(),
        toc=tuple((str(topic["id"]), str(topic["name"])) for topic in topics),
    )
