"""Who says what: the position matrix, with what changed first."""

from __future__ import annotations

from typing import Any

from explainer.dossier import Dossier, Judgement
from explainer.judging import CHANGED, Stand
from explainer.messages import Message
from explainer.views._base import PageView, crumbs, day, links, reference

TITLE = Message("Who says what")
ABOUT = Message(
    "Each contested claim, and which actors say so, deny it or changed their word; what changed comes first."
)
SOME_CHANGED = Message("Somebody changed its word")
NONE_CHANGED = Message("Nobody changed its word")
ASSERTS = Message("says so")
ADMITS = Message("says so of itself")
DENIES = Message("disputes it")
REFUTES = Message("says the contrary")
DIVIDED = Message("divided: some say so, some deny it")
CONCEDED = Message("denied it, then acknowledged it")
SUPPORTED = Message("denied it, then said so itself")
DROPPED = Message("denied it, then took that back")
RETRACTED = Message("said so, then took that back or admitted the contrary")
SILENT = Message("silent")
SAID_SO = Message("said so")
SAID_THE_CONTRARY = Message("said the contrary")
DENIED_IT = Message("denied it")
ACKNOWLEDGED_IT = Message("acknowledged it")
TOOK_IT_BACK = Message("took it back")

MATRIX = "positions/"
"""The page of who says what."""

SAYS = {
    "asserts": ASSERTS,
    "admits": ADMITS,
    "denies": DENIES,
    "refutes": REFUTES,
    "divided": DIVIDED,
    "conceded": CONCEDED,
    "supported": SUPPORTED,
    "dropped": DROPPED,
    "retracted": RETRACTED,
    "silent": SILENT,
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
            "heading": SOME_CHANGED(),
            "rows": [row for row in rows if row["changes"]],
        },
        {
            "id": "unchanged",
            "heading": NONE_CHANGED(),
            "rows": [row for row in rows if not row["changes"]],
        },
    ]
    return PageView(
        MATRIX,
        "positions.html",
        TITLE(),
        ABOUT(),
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
        return {"word": "silent", "says": SILENT(), "changed": False, "dates": []}
    word = stand.word
    against = {item.stance for item in stand.items} & {"denies", "refutes"}
    contrary = against == {"refutes"}
    days = {
        SAID_SO: stand.asserts,
        SAID_THE_CONTRARY if contrary else DENIED_IT: stand.denies,
        ACKNOWLEDGED_IT: stand.concedes,
        TOOK_IT_BACK: stand.retracts,
    }
    known = {what: when for what, when in days.items() if when and when.year > 1}
    return {
        "word": word,
        "says": SAYS["refutes" if word == "denies" and contrary else word](),
        "changed": word in CHANGED,
        "dates": [
            {"what": what() if word in CHANGED else "", "when": day(when)} for what, when in known.items()
        ],
    }
