"""Figures: who estimated what, when."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from explainer import urls
from explainer.dossier import Dossier
from explainer.views._base import PageView, Plan, crumbs, reference
from explainer.views.claims import figure_groups


def pages(dossier: Dossier) -> Iterator[Plan]:
    """Yield the page of all figures."""
    yield Plan(urls.of_list("figures"), partial(index, dossier))


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
        f"{total} numbers that were given, by whom and when; numbers that measure different things are kept apart.",
        {"topics": topics, "total": total},
        section="more",
        crumbs=crumbs(),
        toc=tuple((str(topic["id"]), str(topic["name"])) for topic in topics),
    )
