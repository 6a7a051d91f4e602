"""By whose word: what each claim amounts to when only some are believed, or one side is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any

from explainer import urls
from explainer.dossier import Dossier, Judgement
from explainer.hanging import amounts, is_asked, sides
from explainer.hanging_words import reading_words
from explainer.judging import Reading, Side, amounts_to, readings_of
from explainer.linking import without_markup
from explainer.messages import Message
from explainer.views import own_judgement
from explainer.views._base import PageView, Plan, crumbs, method_address, reference
from explainer.views.parts import Cut, Item, List, under

TITLE = Message("By whose word")
ABOUT = Message(
    "What each claim amounts to without one side, on the word of one side alone, or on what was observed."
)
NAMED_VOICES = Message("Only named voices")

ADDRESS = "by-whose-word/"
"""The page of all readings."""

ROWS_AT_MOST = 150

ORDER = ("without-side", "only-side", "only-outsiders", "only-observed", "without-unnamed")
"""The readings that have a column."""


def pages(dossier: Dossier) -> Iterator[Plan]:
    """Yield the page of all readings."""
    for found in lists(dossier):
        yield from found.plans(dossier)


def lists(dossier: Dossier) -> Iterator[List]:
    """Yield the list of claims by readings, which is cut by topic when it is long."""
    entries, filled = under("rows")
    noun, base = ("claim", "claims"), urls.of_list("claims")
    cut = Cut("topics", entries, filled, _name, _anchor, _item, noun, base, at_most=ROWS_AT_MOST)
    yield List(ADDRESS, outline, cut, len(dossier.graph.of_kind("claim")), filled_in)


def _name(group: dict[str, Any]) -> str:
    return str(group["name"])


def _anchor(group: dict[str, Any]) -> str:
    return str(group["id"])


def _item(row: dict[str, Any]) -> Item:
    return Item(
        row["id"], row["title"], status=row["status"], contested=row["contested"], contrary=row["contrary"]
    )


def columns(dossier: Dossier) -> list[Reading]:
    """Return the readings that have a column: those of each side, then those of all."""
    known = readings_of(sides(dossier))
    return [reading for sort in ORDER for reading in known if reading.sort == sort]


def heading(reading: Reading, dossier: Dossier) -> str:
    """Return the head of a column."""
    return NAMED_VOICES() if reading.sort == "without-unnamed" else own_judgement.called(reading, dossier)


def _method(dossier: Dossier) -> str:
    """Return where the reader finds how this is worked out, as far as the site has such a page."""
    found = method_address(dossier)
    return f"{found}#what-a-status-hangs-on" if found == "method/" else found


def page(dossier: Dossier) -> PageView:
    """Return the page of claims against readings."""
    return filled_in(outline(dossier), dossier)


def filled_in(view: PageView, dossier: Dossier) -> PageView:
    """Return a page with what each of its claims amounts to in every reading."""
    topics = [
        {**topic, "rows": [row(dossier.judgements[one["id"]], dossier) for one in topic["rows"]]}
        for topic in view.data["topics"]
    ]
    return replace(view, data={**view.data, "topics": topics})


def outline(dossier: Dossier) -> PageView:
    """Return the page of claims against readings without the answers, which take the time."""
    asked = [judgement for judgement in dossier.of_kind("claim") if is_asked(judgement)]
    topics = [
        {
            "id": topic,
            "name": name,
            "rows": [reference(one.id, dossier) for one in asked if one.claim.topic == topic],
        }
        for topic, name in dossier.settings.topics.items()
    ]
    topics = [topic for topic in topics if topic["rows"]]
    left_out = sides(dossier)[: own_judgement.SIDES_AT_MOST]
    return PageView(
        ADDRESS,
        "by-whose-word.html",
        TITLE(),
        ABOUT(),
        {
            "topics": topics,
            "method": _method(dossier),
            "columns": [
                {"id": reading.id, "words": heading(reading, dossier)} for reading in columns(dossier)
            ],
            "sides": [
                {
                    "id": side.id,
                    "words": without_markup(reading_words(Reading("without-side", side), dossier)),
                }
                for side in left_out
            ],
        },
        section="claims",
        crumbs=crumbs(("Claims", urls.of_list("claims"))),
        toc=tuple((str(topic["id"]), str(topic["name"])) for topic in topics),
    )


def row(judgement: Judgement, dossier: Dossier) -> dict[str, Any]:
    """Return what one claim amounts to in every reading, and without every choice of sides."""
    now = judgement.assessment
    cells = []
    for reading in columns(dossier):
        status, contested = amounts(judgement, reading, dossier)
        changes = (status, contested) != (now.status, bool(now.contested_by))
        cells.append({"status": status, "contested": contested, "changes": changes})
    return {
        **reference(judgement.id, dossier),
        "cells": cells,
        "answers": " ".join(
            f"{status}{'+' if contested else ''}"
            for status, contested in without_sides(
                judgement, sides(dossier)[: own_judgement.SIDES_AT_MOST], dossier
            )
        ),
    }


def without_sides(
    judgement: Judgement, some: tuple[Side, ...], dossier: Dossier
) -> Iterator[tuple[str, bool]]:
    """Yield status and contest without every choice of sides: none, each, then several together."""
    for size in range(len(some) + 1):
        for chosen in combinations(some, size):
            left = own_judgement.without_sides(judgement, chosen, dossier)
            rest = amounts_to(judgement.statement, left, dossier.origins, judgement.assessment.as_of)
            yield rest.status, bool(rest.contested_by)
