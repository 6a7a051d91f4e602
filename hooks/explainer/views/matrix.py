"""Who says what: the position matrix, with what changed first."""

from __future__ import annotations

from typing import Any

from explainer.dossier import Dossier, Judgement
from explainer.judging import CHANGED, Stand
from explainer.views._base import PageView, crumbs, day, links, reference

MATRIX = "positions/"
"""The page of who says what."""

SAYS = {
    "asserts": "says so",
    "admits": "says so of itself",
    "denies": "disputes it",
    "refutes": "says the contrary",
    "divided": "divided: some say so, some deny it",
    "conceded": "denied it, then acknowledged it",
    "supported": "denied it, then said so itself",
    "dropped": "denied it, then took that back",
    "retracted": "said so, then took that back or admitted the contrary",
    "silent": "silent",
}
"""How an actor stands to a claim, as a reader would say it."""


def matrix(dossier: Dossier) -> PageView:
    """Return the position matrix: contested claims against the actors who spoke on them, changes first."""
    contested = [judgement for judgement in dossier.of_kind("claim") if judgement.assessment.denials]
    spoke: dict[str, int] = {}
    for judgement in contested:
        for stand in judgement.stands:
            if stand.root in dossier.graph.entries:
                spoke[stand.root] = spoke.get(stand.root, 0) + 1
    columns = sorted(
        (root for root, times in spoke.items() if times > 1 or dossier.origins.is_party(root, dossier.as_of)),
        key=lambda root: (-int(dossier.origins.is_party(root, dossier.as_of)), -spoke[root], root),
    )
    rows = [_row(judgement, columns, dossier) for judgement in contested]
    rows.sort(key=lambda row: (-row["changes"], -row["speakers"], row["title"].casefold()))
    groups = [
        {
            "id": "changed",
            "heading": "Somebody changed its word",
            "rows": [row for row in rows if row["changes"]],
        },
        {
            "id": "unchanged",
            "heading": "Nobody changed its word",
            "rows": [row for row in rows if not row["changes"]],
        },
    ]
    return PageView(
        MATRIX,
        "positions.html",
        "Who says what",
        "Each contested claim, and which actors say so, deny it or changed their word; what changed comes first.",
        {"columns": links(columns, dossier), "groups": [group for group in groups if group["rows"]]},
        section="more",
        crumbs=crumbs(),
    )


def _row(judgement: Judgement, columns: list[str], dossier: Dossier) -> dict[str, Any]:
    by_root = {stand.root: stand for stand in judgement.stands}
    cells = [{"actor": dossier.graph.title(root), **_cell(by_root.get(root))} for root in columns]
    return {
        **reference(judgement.id, dossier),
        "cells": cells,
        "changes": sum(1 for cell in cells if cell["changed"]),
        "speakers": sum(1 for cell in cells if cell["word"] != "silent"),
    }


def _cell(stand: Stand | None) -> dict[str, Any]:
    if stand is None:
        return {"word": "silent", "says": SAYS["silent"], "changed": False, "dates": []}
    word = stand.word
    against = {item.stance for item in stand.items} & {"denies", "refutes"}
    contrary = against == {"refutes"}
    days = {
        "said so": stand.asserts,
        "said the contrary" if contrary else "denied it": stand.denies,
        "acknowledged it": stand.concedes,
        "took it back": stand.retracts,
    }
    known = {what: when for what, when in days.items() if when and when.year > 1}
    return {
        "word": word,
        "says": SAYS["refutes" if word == "denies" and contrary else word],
        "changed": word in CHANGED,
        "dates": [
            {"what": what if word in CHANGED else "", "when": day(when)} for what, when in known.items()
        ],
    }
