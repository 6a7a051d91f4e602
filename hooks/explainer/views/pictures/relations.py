"""Who stands where: the parties side by side, and what ties others to them.

A lane runs down from each party. Ties between parties are drawn across; every other actor has a row
with a dot on the lane of each party to which something ties it. Only roots are drawn: what their
parts and people do is counted for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Any

from explainer.messages import Message
from explainer.phrases import enumerated
from explainer.settings import Words
from explainer.views.pictures.lettering import LEADING, SIZE, brief, px, wrap
from explainer.views.pictures.provenance import band

Shape = dict[str, Any]

WORDS = Words()

PARTIES = Message("The {parties}: {names}.")
SIDES = Message("The {parties}: {sides}.")
ONE_SIDE = Message("on one side {names}")
OTHER_SIDE = Message("on another {names}")
ALONE = Message("each for itself {names}")
OTHERS_BELOW = Message("Below, what ties others to them.", one="Below, what ties others to it.")
PARTIES_BELOW = Message("Below, what ties them to each other.")
SIDE = Message("on one side")
OUT = Message("does so to the party")
IN = Message("the party does so to it")
TREATY = Message("treaty")
TREATY_OF = Message("treaty of {parties}")
TIE = Message("{tie}, {span}")
OF_THE_PARTY = Message("{party}: {tie}")
TIED_TO = Message("{tie} {names}")
TIED_FROM = Message("{tie}: {names}")
PARTS = Message("{count:,} people and bodies", one="1 person or body")
GROUP = Message("{group} ({count})")

Said = tuple[str, str, bool]
"""A party, what ties it to the actor of a row, and whether it is the party that does so."""

JOINING = frozenset(["allied-with", "supports"])
"""Relations that put two parties on one side while they last."""

DIVIDING = frozenset(["opposes", "broke-relations-with"])
"""Relations that keep two parties off one side while they last, whoever else would bring them together."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The columns of a drawing: titles of rows, if they do not stand above the rows, and a lane a party."""

    name: str
    width: int
    titles: int
    order: tuple[str, ...]

    @property
    def lane(self) -> float:
        """How wide a lane is."""
        return (self.width - self.titles) / len(self.order)

    def left(self, party: str) -> float:
        """Return where a party's lane begins."""
        return self.titles + self.lane * self.order.index(party)

    def at(self, party: str) -> float:
        """Return where the line of a party's lane stands."""
        return self.left(party) + 12


def picture(standing: Shape, words: Words = WORDS) -> Shape | None:
    """Return the drawing of who stands where; none without a party.

    `standing` holds `parties` and `others` (id, title, address; parties also `parts` and `heads`),
    `ties` between them (from, to, type, words, words_it, span), `treaties` (parties, title, address, span)
    and `groups` of further actors (title, count, address).
    """
    sides = sides_of(standing)
    if not sides:
        return None
    order = tuple(id for side in sides for id in side)
    roles = {_role(tie, standing) for tie in standing["ties"]}
    signs = [
        ("side", SIDE(), any(len(side) > 1 for side in sides)),
        ("day", OUT(), "out" in roles),
        ("day-weak", IN(), "in" in roles),
    ]
    return {
        "id": "relations-picture",
        "caption": _caption(sides, standing, words),
        "legend": [{"sign": sign, "words": words} for sign, words, present in signs if present],
        "variants": [
            _draw(standing, sides, Plan(name, width, titles, order), words)
            for name, width, titles in (("wide", 720, 190), ("narrow", 320, 0))
        ],
    }


def sides_of(standing: Shape) -> list[list[str]]:
    """Return the parties by side: who declares an alliance or support stands together, unless one opposes another.

    Having signed one treaty puts nobody on a side: adversaries sign treaties with each other.
    """
    parties = [party["id"] for party in standing["parties"]]
    side = {id: id for id in parties}
    lasting = [tie for tie in standing["ties"] if not tie.get("ended")]
    divided = {frozenset((tie["from"], tie["to"])) for tie in lasting if tie["type"] in DIVIDING}
    joined = [(tie["from"], tie["to"]) for tie in lasting if tie["type"] in JOINING]
    for first, second in joined:
        if first in side and second in side:
            old, new = side[second], side[first]
            together = [id for id, known in side.items() if known in (old, new)]
            if not any(frozenset(pair) in divided for pair in combinations(together, 2)):
                side = {id: new if known == old else known for id, known in side.items()}
    across = {
        id: sum(1 for tie in standing["ties"] if id in (tie["from"], tie["to"]) and _crosses(tie, side))
        for id in parties
    }
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


def _caption(sides: list[list[str]], standing: Shape, words: Words) -> str:
    titles = {party["id"]: party["title"] for party in standing["parties"]}
    named = [enumerated(titles[id] for id in side) for side in sides]
    roles = {_role(tie, standing) for tie in standing["ties"]}
    roles |= {"between" for treaty in standing["treaties"] if len(titles.keys() & set(treaty["parties"])) > 1}
    below = _below(roles, len(titles))
    return " ".join(filter(None, (_told(sides, named, words), below)))


def _told(sides: list[list[str]], named: list[str], words: Words) -> str:
    """Say who the parties are, and which of them stand together."""
    parties = words.parties if sum(map(len, sides)) > 1 else words.party
    if len(sides) == 1 or all(len(side) == 1 for side in sides):
        return PARTIES(parties=parties, names=enumerated(named))
    alone = [name for name, side in zip(named, sides, strict=True) if len(side) == 1]
    if len(alone) > 1:
        named = [name for name in named if name not in alone]
    told = [ONE_SIDE(names=named[0]), *(OTHER_SIDE(names=names) for names in named[1:])]
    if len(alone) > 1:
        told.append(ALONE(names=enumerated(alone)))
    return SIDES(parties=parties, sides=", ".join(told))


def _below(roles: set[str], parties: int) -> str:
    """Say what stands below the parties; nothing if nothing does."""
    if roles & {"out", "in"}:
        return OTHERS_BELOW(count=parties)
    return PARTIES_BELOW() if "between" in roles else ""


def _draw(standing: Shape, sides: list[list[str]], plan: Plan, called: Words) -> Shape:
    top = 8.0 if plan.titles else 22.0
    parties = {party["id"]: party for party in standing["parties"]}
    boxes = [_party(parties[id], plan, top + 6) for id in plan.order]
    floor = max(box["bottom"] for box in boxes)
    for box in boxes:
        box |= {"height": px(floor - box["y"]), "band": band(box["x"], box["y"], floor)}
    crossings: list[Shape] = []
    ends = [_within(standing, side, plan, floor + 12, crossings) for side in sides]
    y = max([floor + 8, *ends])
    frames = [
        {
            "x": px(plan.left(side[0]) + 1),
            "y": px(top),
            "width": px(plan.lane * len(side) - 2),
            "height": px(y - top),
        }
        for side in sides
        if len(side) > 1
    ]
    y = _across(standing, sides, plan, y + 12, crossings)
    rows, y = _rows(standing, plan, y)
    groups, bottom = _groups(standing["groups"], plan, y + 4)
    title = called.party if len(plan.order) == 1 else called.parties
    head = wrap(title[:1].upper() + title[1:], (plan.titles or plan.width) - 12)
    return {
        "name": plan.name,
        "width": plan.width,
        "height": px(bottom),
        "head": _words(head, 0, top + 22 if plan.titles else 12),
        "lanes": [{"x": px(plan.at(id)), "top": px(floor), "bottom": px(y - 8)} for id in plan.order],
        "sides": frames,
        "parties": boxes,
        "crossings": crossings,
        "rows": rows,
        "groups": groups,
    }


def _words(lines: list[str], x: float, y: float, address: str = "", full: str = "") -> Shape:
    """Return lines of text, the first on a base line, each below the other."""
    placed = [{"y": px(y + LEADING * index), "text": line} for index, line in enumerate(lines)]
    return {"x": px(x), "lines": placed, "address": address, "full": full}


def _party(party: Shape, plan: Plan, y: float) -> Shape:
    left, room = plan.left(party["id"]), plan.lane - 32
    lines = [(wrap(party["title"], room / 1.08, most=3), "x-strong", party["address"])]
    if party["parts"]:
        parts = PARTS(count=party["parts"])
        lines.append((wrap(parts, room, 12), "x-soft", ""))
    lines += [(wrap(head["title"], room), "", head["address"]) for head in party["heads"][:2]]
    words, at = [], y + 18
    for texts, role, address in lines:
        words.append({**_words(texts, left + 19, at, address), "role": role})
        at += LEADING * len(texts)
    return {"x": px(left + 6), "y": px(y), "width": px(plan.lane - 12), "words": words, "bottom": at - 4}


def _within(standing: Shape, side: list[str], plan: Plan, y: float, drawn: list[Shape]) -> float:
    """Draw what ties the parties of one side, inside its frame; return where the frame may end."""
    for tie in standing["ties"]:
        if tie["from"] in side and tie["to"] in side:
            y = _crossing(_said(tie["words"], tie), tie, plan, y, drawn, both=tie["type"] == "allied-with")
    for treaty in standing["treaties"]:
        inside = [id for id in plan.order if id in treaty["parties"]]
        if len(inside) > 1 and set(inside) <= set(side):
            ends = {"from": inside[0], "to": inside[-1]}
            y = _crossing(_said(TREATY(), treaty), ends, plan, y, drawn, both=True)
            drawn[-1]["words"] |= {"address": treaty["address"], "full": treaty["title"]}
    return y


def _across(standing: Shape, sides: list[list[str]], plan: Plan, y: float, drawn: list[Shape]) -> float:
    """Draw what parties of different sides do to each other."""
    side = {id: str(index) for index, group in enumerate(sides) for id in group}
    for tie in standing["ties"]:
        if _crosses(tie, side):
            y = _crossing(_said(tie["words"], tie), tie, plan, y, drawn)
    for treaty in standing["treaties"]:
        signed = [id for id in plan.order if id in treaty["parties"]]
        if len({side[id] for id in signed}) > 1:
            ends = {"from": signed[0], "to": signed[-1]}
            message = TREATY if len(signed) in (2, len(plan.order)) else TREATY_OF
            treaty_words = message(parties=_titles(signed, standing))
            y = _crossing(_said(treaty_words, treaty), ends, plan, y, drawn, both=True)
            drawn[-1]["words"] |= {"address": treaty["address"], "full": treaty["title"]}
    return y


def _titles(ids: list[str], standing: Shape) -> str:
    titles = {party["id"]: party["title"] for party in standing["parties"]}
    return enumerated(titles[id] for id in ids)


def _said(words: str, tie: Shape) -> str:
    return TIE(tie=words, span=tie["span"]) if tie["span"] else words


def _crossing(
    words: str, ends: Shape, plan: Plan, y: float, drawn: list[Shape], *, both: bool = False
) -> float:
    """Draw a line from one lane to another, its words below in the first lane; return where the next may begin."""
    start, end = plan.at(ends["from"]), plan.at(ends["to"])
    lines = wrap(words, plan.lane - 22, most=6)
    middle = y + 4
    toward = 1 if end > start else -1
    heads = [_head(end - toward, middle, toward), *([_head(start + toward, middle, -toward)] if both else [])]
    drawn.append(
        {
            "line": f"M{px(start + 5 * toward if both else start)} {px(middle)}H{px(end - 7 * toward)}",
            "heads": heads,
            "dot": None if both else {"x": px(start), "y": px(middle)},
            "words": _words(lines, min(start, end) + 12, middle + 17),
        }
    )
    return middle + 16 + LEADING * len(lines)


def _head(x: float, y: float, toward: int) -> str:
    return f"M{px(x)} {px(y)}l{-8 * toward}-4.5v9z"


def _rows(standing: Shape, plan: Plan, y: float) -> tuple[list[Shape], float]:
    """Draw a row for every other actor whom something ties to a party; those tied alike share one."""
    titles = {party["id"]: party["title"] for party in standing["parties"]}
    shared: dict[tuple[Said, ...], list[Shape]] = {}
    for other in standing["others"]:
        said = tuple(
            (party, _says(tie, other["id"], titles), tie["to"] == other["id"])
            for party in plan.order
            for tie in standing["ties"]
            if {tie["from"], tie["to"]} == {party, other["id"]}
        )
        if said:
            shared.setdefault(said, []).append(other)
    drawn = {other["id"] for others in shared.values() for other in others}
    rows = []
    for said, others in sorted(
        shared.items(), key=lambda pair: (-len(pair[0]), -len(pair[1]), pair[1][0]["title"])
    ):
        asides = _asides(others[0]["id"], standing, drawn) if len(others) == 1 else []
        row, y = _row(others, said, asides, plan, y)
        rows.append(row)
    return rows, y


def _row(
    others: list[Shape], said: tuple[Said, ...], asides: list[str], plan: Plan, y: float
) -> tuple[Shape, float]:
    room = (plan.titles or plan.width) - 14
    titles = [
        (other, wrap(other["title"], room / 1.04, most=3))
        for other in sorted(others, key=lambda one: str(one["title"]))
    ]
    notes = [line for words in asides for line in wrap(words, room, 12, most=4)]
    tall = LEADING * (sum(len(lines) for _, lines in titles) + len(notes))
    line = y if plan.titles else y + tall + 6
    at = line + SIZE + 4 if plan.titles else y + 8
    names = []
    for other, lines in titles:
        names.append(_words(lines, 0, at, other["address"]))
        at += LEADING * len(lines)
    cells = [_cell(party, said, plan, line) for party in dict.fromkeys(party for party, _, _ in said)]
    below = line + tall + 14 if plan.titles else line
    row = {
        "titles": names,
        "notes": _words(notes, 0, at),
        "line": f"M0 {px(line)}H{cells[-1]['x']}",
        "cells": cells,
    }
    return row, max([below, *(cell["bottom"] for cell in cells)]) + 4


def _cell(party: str, said: tuple[Said, ...], plan: Plan, line: float) -> Shape:
    """Draw what ties a row to one party; words stay in its lane, so that no line runs through them."""
    x = plan.at(party)
    mine = [(words, incoming) for known, words, incoming in said if known == party]
    room = min(plan.lane, plan.width - x) - 14
    texts = [
        text for words, _ in mine for text in wrap(words if plan.titles else brief(words), room, 12, most=6)
    ]
    return {
        "x": px(x),
        "y": px(line),
        "hollow": all(incoming for _, incoming in mine),
        "words": _words(texts, x + 10, line + 17),
        "bottom": line + LEADING * len(texts) + 14,
    }


def _says(tie: Shape, other: str, titles: dict[str, str]) -> str:
    """Say a tie as a row has it: what the row’s actor does; after a name, what that party does to it."""
    if tie["from"] == other:
        return _said(tie["words"], tie)
    return _said(OF_THE_PARTY(party=titles[tie["from"]], tie=tie["words_it"]), tie)


def _asides(other: str, standing: Shape, drawn: set[str]) -> list[str]:
    """Say what ties an actor to others that are no party: “member of it: A, B”; each tie in one row only."""
    titles = {one["id"]: one["title"] for one in standing["others"]}
    found: dict[tuple[str, Message], list[str]] = {}
    for tie in standing["ties"]:
        if tie["to"] == other and tie["from"] in titles:
            found.setdefault((tie["words_it"], TIED_FROM), []).append(titles[tie["from"]])
        elif tie["from"] == other and tie["to"] in titles and tie["to"] not in drawn:
            found.setdefault((tie["words"], TIED_TO), []).append(titles[tie["to"]])
    return sorted(
        message(tie=words, names=", ".join(sorted(names))) for (words, message), names in found.items()
    )


def _groups(groups: list[Shape], plan: Plan, y: float) -> tuple[list[Shape], float]:
    """Draw the groups of actors who are only counted, two to a line where there is room."""
    columns = 2 if plan.titles else 1
    room = plan.width / columns
    pitch = LEADING + 5
    found = []
    for index, group in enumerate(groups):
        text = wrap(GROUP(group=group["title"], count=group["count"]), room - 8, most=1)
        found.append(
            _words(text, room * (index % columns), y + 16 + pitch * (index // columns), group["address"])
        )
    return found, y + 8 + pitch * -(-len(groups) // columns)
