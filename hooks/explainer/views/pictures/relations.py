"""Who stands where: the parties to a conflict side by side, and what ties others to them.

A lane runs down from each party. Ties between parties are drawn across; every other actor has a row
with a dot on the lane of each party to which something ties it. Only roots are drawn: what their
parts and people do is counted for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from explainer.views.pictures.lettering import LEADING, SIZE, px, wrap
from explainer.views.pictures.provenance import band

Shape = dict[str, Any]

JOINING = frozenset(["allied-with", "supports"])
"""Relations that put two parties on one side."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How wide the drawing and the column of its row titles are; without such a column titles stand above."""

    name: str
    width: int
    titles: int


def picture(standing: Shape) -> Shape | None:
    """Return the drawing of who stands where; none without a party to the conflict.

    `standing` holds `parties` and `others` (id, title, address; parties also `parts` and `heads`),
    `ties` between them (from, to, type, words, words_it, span), `treaties` (parties, title, address, span) and
    `groups` of further actors (title, count, address).
    """
    sides = sides_of(standing)
    if not sides:
        return None
    roles = {_role(tie, standing) for tie in standing["ties"]}
    signs = [
        ("side", "on one side", any(len(side) > 1 for side in sides)),
        ("day", "what the actor does to the party", "out" in roles),
        ("day-weak", "what the party does", "in" in roles),
    ]
    return {
        "id": "relations-picture",
        "caption": _caption(sides, standing),
        "legend": [{"sign": sign, "words": words} for sign, words, present in signs if present],
        "variants": [_draw(standing, sides, plan) for plan in (Plan("wide", 720, 190), Plan("narrow", 320, 0))],
    }


def sides_of(standing: Shape) -> list[list[str]]:
    """Return the parties by side: who is allied, supports another or shares a treaty stands together."""
    parties = [party["id"] for party in standing["parties"]]
    side = {id: id for id in parties}
    joined = [(tie["from"], tie["to"]) for tie in standing["ties"] if tie["type"] in JOINING]
    joined += [(first, other) for treaty in standing["treaties"] for first in treaty["parties"][:1] for other in treaty["parties"][1:]]
    for first, second in joined:
        if first in side and second in side:
            old, new = side[second], side[first]
            side = {id: new if known == old else known for id, known in side.items()}
    across = {id: sum(1 for tie in standing["ties"] if id in (tie["from"], tie["to"]) and _crosses(tie, side)) for id in parties}
    groups = [[id for id in parties if side[id] == root] for root in dict.fromkeys(side.values())]
    groups.sort(key=lambda group: (-len(group), parties.index(group[0])))
    return [sorted(group, key=lambda id: (across[id], parties.index(id))) for group in groups]


def _crosses(tie: Shape, side: dict[str, str]) -> bool:
    return tie["from"] in side and tie["to"] in side and side[tie["from"]] != side[tie["to"]]


def _role(tie: Shape, standing: Shape) -> str:
    """Say how a tie stands to the parties: between them, out of another to one, in from one, or apart."""
    parties = {party["id"] for party in standing["parties"]}
    ends = (tie["from"] in parties, tie["to"] in parties)
    return {(True, True): "between", (False, True): "out", (True, False): "in", (False, False): "apart"}[ends]


def _caption(sides: list[list[str]], standing: Shape) -> str:
    titles = {party["id"]: party["title"] for party in standing["parties"]}
    named = [" and ".join(titles[id] for id in side) for side in sides]
    if len(sides) == 1:
        return f"The parties to the conflict: {named[0]}. Below, what ties others to them."
    return f"The parties to the conflict: on one side {', on another '.join(named)}. Below, what ties others to them."


def _draw(standing: Shape, sides: list[list[str]], plan: Plan) -> Shape:
    order = [id for side in sides for id in side]
    lane = (plan.width - plan.titles) / len(order)
    left = {id: plan.titles + lane * index for index, id in enumerate(order)}
    parties = {party["id"]: party for party in standing["parties"]}
    top = 8.0 if plan.titles else 22.0
    boxes = [_party(parties[id], left[id], lane, top + 6) for id in order]
    floor = max(box["bottom"] for box in boxes)
    for box in boxes:
        box |= {"height": px(floor - box["y"]), "band": band(box["x"], box["y"], floor)}
    enclosures, crossings, y = [], [], floor + 8
    for side in sides:
        inner, bottom = _within(standing, side, left, lane, floor + 12)
        crossings += inner
        y = max(y, bottom)
        enclosures.append({"x": px(left[side[0]] + 1), "width": px(lane * len(side) - 2), "many": len(side) > 1})
    for enclosure in enclosures:
        enclosure |= {"y": px(top), "height": px(y - top)}
    outer, y = _across(standing, sides, left, lane, y + 12)
    rows, y = _rows(standing, order, left, lane, plan, y)
    groups, bottom = _groups(standing["groups"], plan, y + 4)
    return {
        "name": plan.name,
        "width": plan.width,
        "height": px(bottom),
        "head": {"x": 0, "lines": [{"y": px((top + 22 if plan.titles else 12) + LEADING * index), "text": line} for index, line in enumerate(wrap("Parties to the conflict", (plan.titles or plan.width) - 12))]},
        "lanes": [{"x": px(left[id] + 12), "top": px(floor), "bottom": px(y - 8)} for id in order],
        "sides": enclosures,
        "parties": boxes,
        "crossings": [*crossings, *outer],
        "rows": rows,
        "groups": groups,
    }


def _party(party: Shape, left: float, lane: float, y: float) -> Shape:
    room = lane - 32
    title = wrap(party["title"], room / 1.08, most=3)
    parts = wrap(f"{party['parts']} people and bodies", room, 12) if party["parts"] else []
    heads = [{"lines": wrap(head["title"], room), "address": head["address"]} for head in party["heads"][:2]]
    at = y + 18
    made: Shape = {"x": px(left + 6), "y": px(y), "width": px(lane - 12)}
    made["title"] = {"x": px(left + 19), "lines": _down(title, at), "address": party["address"], "full": ""}
    at += LEADING * len(title)
    made["parts"] = {"x": px(left + 19), "lines": _down(parts, at), "address": "", "full": ""}
    at += LEADING * len(parts) + 2
    made["heads"] = []
    for head in heads:
        made["heads"].append({"x": px(left + 19), "lines": _down(head["lines"], at), "address": head["address"], "full": ""})
        at += LEADING * len(head["lines"])
    return made | {"bottom": at - 6}


def _down(lines: list[str], y: float) -> list[Shape]:
    return [{"y": px(y + LEADING * index), "text": line} for index, line in enumerate(lines)]


def _within(standing: Shape, side: list[str], left: dict[str, float], lane: float, y: float) -> tuple[list[Shape], float]:
    """Draw what ties the parties of one side, inside its frame."""
    found = []
    for tie in standing["ties"]:
        if tie["from"] in side and tie["to"] in side:
            made, y = _crossing(tie["words"], tie["span"], tie["from"], tie["to"], left, lane, y, both=tie["type"] == "allied-with")
            found.append(made)
    for treaty in standing["treaties"]:
        inside = [id for id in side if id in treaty["parties"]]
        if len(inside) > 1:
            made, y = _crossing("treaty", treaty["span"], inside[0], inside[-1], left, lane, y, both=True)
            made["words"] |= {"address": treaty["address"], "full": treaty["title"]}
            found.append(made)
    return found, y


def _across(standing: Shape, sides: list[list[str]], left: dict[str, float], lane: float, y: float) -> tuple[list[Shape], float]:
    """Draw what parties of different sides do to each other."""
    side = {id: index for index, group in enumerate(sides) for id in group}
    found = []
    for tie in standing["ties"]:
        if tie["from"] in side and tie["to"] in side and side[tie["from"]] != side[tie["to"]]:
            made, y = _crossing(tie["words"], tie["span"], tie["from"], tie["to"], left, lane, y)
            found.append(made)
    return found, y


def _crossing(words: str, span: str, first: str, second: str, left: dict[str, float], lane: float, y: float, *, both: bool = False) -> tuple[Shape, float]:
    """Draw a line from one lane to another with its words below; return it and where the next may begin."""
    start, end = left[first] + 12, left[second] + 12
    near = min(start, end)
    lines = wrap(f"{words}, {span}" if span else words, max(abs(end - start), lane) - 22, most=4)
    middle = y + 4
    toward = 1 if end > start else -1
    made = {
        "line": f"M{px(start + 5 * toward if both else start)} {px(middle)}H{px(end - 7 * toward)}",
        "heads": [_head(end - toward, middle, toward)] + ([_head(start + toward, middle, -toward)] if both else []),
        "dot": None if both else {"x": px(start), "y": px(middle)},
        "words": {"x": px(near + 12), "lines": _down(lines, middle + 17), "address": "", "full": ""},
    }
    return made, middle + 8 + LEADING * len(lines) + 8


def _head(x: float, y: float, toward: int) -> str:
    return f"M{px(x)} {px(y)}l{-8 * toward}-4.5v9z"


def _rows(standing: Shape, order: list[str], left: dict[str, float], lane: float, plan: Plan, y: float) -> tuple[list[Shape], float]:
    """Draw a row for every other actor whom something ties to a party; those tied in the same way share one."""
    parties = {party["id"]: party["title"] for party in standing["parties"]}
    shared: dict[tuple[tuple[str, str], ...], list[Shape]] = {}
    for other in standing["others"]:
        here = [(party, tie) for party in order for tie in standing["ties"] if {tie["from"], tie["to"]} == {party, other["id"]}]
        said = tuple((party, _says(tie, other["id"], parties)) for party, tie in here)
        if said:
            shared.setdefault(said, []).append(other)
    drawn = {other["id"] for others in shared.values() for other in others}
    rows = []
    for said, others in sorted(shared.items(), key=lambda pair: (-len(pair[0]), -len(pair[1]), pair[1][0]["title"])):
        asides = _asides(others[0]["id"], standing, drawn) if len(others) == 1 else []
        made, y = _row(others, said, asides, order, left, lane, plan, y)
        rows.append(made)
    return rows, y


def _row(others: list[Shape], said: tuple[tuple[str, str], ...], asides: list[str], order: list[str], left: dict[str, float], lane: float, plan: Plan, y: float) -> tuple[Shape, float]:
    room = (plan.titles or plan.width) - 14
    titles = [(other, wrap(other["title"], room / 1.04, most=3)) for other in sorted(others, key=lambda other: str(other["title"]))]
    notes = [line for words in asides for line in wrap(words, room, 12, most=4)]
    tall = LEADING * (sum(len(lines) for _, lines in titles) + len(notes))
    line = y if plan.titles else y + tall + 6
    at = line + SIZE + 4 if plan.titles else y + 8
    names = []
    for other, lines in titles:
        names.append({"x": 0, "lines": _down(lines, at), "address": other["address"], "full": ""})
        at += LEADING * len(lines)
    cells: list[Shape] = []
    for party in dict.fromkeys(party for party, _ in said):
        x = left[party] + 12
        beyond = [left[other] for other in order[order.index(party) + 1 :] if any(other == known for known, _ in said)]
        texts = [text for known, words in said if known == party for text in wrap(words, min([*beyond, plan.width]) - x - 14, 12, most=6)]
        hollow = all(": " in words for known, words in said if known == party)
        words = {"x": px(x + 10), "lines": _down(texts, line + 17), "address": "", "full": ""}
        cells.append({"x": px(x), "y": px(line), "hollow": hollow, "words": words, "bottom": line + LEADING * len(texts) + 14})
    below = line + tall + 14 if plan.titles else line
    return {
        "titles": names,
        "notes": {"x": 0, "lines": _down(notes, at), "address": "", "full": ""},
        "line": f"M0 {px(line)}H{cells[-1]['x']}",
        "cells": cells,
    }, max([below, *(cell["bottom"] for cell in cells)]) + 4


def _says(tie: Shape, other: str, parties: dict[str, str]) -> str:
    """Say a tie as it stands in a row: what the row's actor does, or after a colon what the party does to it."""
    words = tie["words"] if tie["from"] == other else f"{parties[tie['from']]}: {tie['words_it']}"
    return f"{words}, {tie['span']}" if tie["span"] else str(words)


def _asides(other: str, standing: Shape, drawn: set[str]) -> list[str]:
    """Say what ties an actor to others that are no party: “member of it: A, B”; each tie in one row only."""
    titles = {one["id"]: one["title"] for one in standing["others"]}
    found: dict[str, list[str]] = {}
    for tie in standing["ties"]:
        if tie["to"] == other and tie["from"] in titles:
            found.setdefault(f"{tie['words_it']}: ", []).append(titles[tie["from"]])
        elif tie["from"] == other and tie["to"] in titles and tie["to"] not in drawn:
            found.setdefault(f"{tie['words']} ", []).append(titles[tie["to"]])
    return [words + ", ".join(sorted(names)) for words, names in sorted(found.items())]


def _groups(groups: list[Shape], plan: Plan, y: float) -> tuple[list[Shape], float]:
    """Draw the groups of actors who are only counted, two to a line where there is room."""
    columns = 2 if plan.titles else 1
    found = []
    for index, group in enumerate(groups):
        text = f"{group['title']} ({group['count']})"
        at = y + 16 + (LEADING + 5) * (index // columns)
        found.append({"x": px(plan.width / columns * (index % columns)), "lines": _down(wrap(text, plan.width / columns - 8, most=1), at), "address": group["address"], "full": ""})
    return found, y + 8 + (LEADING + 5) * -(-len(groups) // columns)
