"""The way of a treaty into force: a lane for each party, time running down, joint steps across."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from explainer.messages import Message
from explainer.phrases import enumerated
from explainer.views.pictures.lettering import LEADING, baselines, listed, px, width, wrap

Shape = dict[str, Any]

SIGNED_AND_IN_FORCE = Message("Signed on {signed}, in force since {force}; what each party did in between.")
FROM_TO = Message("From {first} to {last}: what each party did, and what they did together.")
OF_SOME = Message("{step}: {parties}")
OF_A_PARTY = Message("{party}: {step}")
SOURCE = Message("Source: {source}")

NARROWEST = 100
"""A lane narrower than this holds no words; all steps stand in one lane then, each with its party."""

IN_FORCE = frozenset(["in-force"])
"""The steps after which the treaty binds; drawn filled."""


def picture(id: str, lanes: list[Shape]) -> Shape | None:
    """Return the drawing of the way into force; none where fewer than two steps are known.

    `lanes` holds each party with its steps, and last, without a party, the joint steps.
    """
    parties = [lane["party"] for lane in lanes if lane["party"]]
    steps = sorted(
        ((step, index) for index, lane in enumerate(lanes) for step in lane["steps"]),
        key=lambda pair: (pair[0]["day"], pair[1]),
    )
    steps = [pair for _, same in groupby(steps, _alike) for pair in _as_one(list(same), parties)]
    if len(steps) < 2:
        return None
    joint = [step for step, _ in steps if step["party"] is None and not step.get("some")]
    first, last = steps[0][0], steps[-1][0]
    return {
        "id": f"path-{id}",
        "caption": _caption(joint, first, last),
        "legend": [],
        "variants": [_draw(steps, parties, name, full) for name, full in (("wide", 720), ("narrow", 320))],
    }


def _alike(pair: tuple[Shape, int]) -> tuple[Any, ...]:
    """Return what steps have in common that several parties took on one day."""
    step = pair[0]
    return step["day"], step["when"]["words"], step["step"], step["party"] is None


def _as_one(same: list[tuple[Shape, int]], parties: list[Shape]) -> Iterator[tuple[Shape, int]]:
    """Yield a step that several parties took on one day as one step; others as they are."""
    who = list(dict.fromkeys(step["party"]["title"] for step, _ in same if step["party"]))
    if len(who) < 2:
        yield from same
        return
    first = same[0][0]
    some = len(who) < len(parties)
    words = OF_SOME(step=first["words"], parties=enumerated(who)) if some else first["words"]
    by = [one for step, _ in same for one in step["by"]]
    yield first | {"party": None, "some": some, "words": words, "by": by}, len(parties)


def _caption(joint: list[Shape], first: Shape, last: Shape) -> str:
    force = next((step for step in joint if step["step"] in IN_FORCE), None)
    signed = next((step for step in joint if step["step"] == "signed"), None)
    if signed and force:
        return SIGNED_AND_IN_FORCE(signed=signed["when"]["words"], force=force["when"]["words"])
    return FROM_TO(first=first["when"]["words"], last=last["when"]["words"])


def _head(party: Shape, x: float, room: float) -> Shape:
    """Return the name of a party above its lane, in as many lines as it needs."""
    lines = wrap(party["title"], room / 1.08, most=3)
    placed = [{"y": px(14 + LEADING * index), "text": line} for index, line in enumerate(lines)]
    return {"x": px(x), "lines": placed, "address": party["address"], "full": party["title"]}


def _draw(steps: list[tuple[Shape, int]], parties: list[Shape], name: str, full: int) -> Shape:
    columns = len(parties) if parties and full / len(parties) >= NARROWEST else 1
    lane = full / columns
    heads = [
        _head(party, lane * index, lane - 10)
        for index, party in enumerate(parties)
        if columns == len(parties)
    ]
    y = 14.0 + LEADING * max(len(head["lines"]) for head in heads) if heads else 8.0
    top = y - 4
    drawn: list[Shape] = []
    for step, index in steps:
        together = step["party"] is None
        column = 0 if together or columns == 1 else index
        room = (full - 24 if together else lane - 32 if columns > 1 else full - 32) - 2
        words = (
            step["words"]
            if together or columns > 1
            else OF_A_PARTY(party=step["party"]["title"], step=step["words"][:1].lower() + step["words"][1:])
        )
        lines = wrap(words, room, most=3)
        height = LEADING * (len(lines) + 1) + (14 if together else 8)
        middle = y + height / 2
        x = 12.0 if together else lane * column + 22
        dated = step["when"]["words"]
        names = (
            listed([one["title"] for one in step["by"]], room - width(f"{dated} · ", 12), 12)
            if name == "wide" and step["by"]
            else ""
        )
        placed = list(baselines([f"{dated} · {names}" if names else dated, *lines], middle))
        source = step["sources"][0] if step["sources"] else {"address": "", "title": ""}
        drawn.append(
            {
                "joint": together,
                "full": step["step"] in IN_FORCE,
                "y": px(y),
                "height": px(height),
                "dot": {"x": px(lane * column + 8), "y": px(middle - LEADING * len(lines) / 2)},
                "x": px(x),
                "when": {"y": placed[0][0], "text": placed[0][1]},
                "lines": [{"y": at, "text": text} for at, text in placed[1:]],
                "address": source["address"],
                "title": SOURCE(source=source["title"]) if source["title"] else "",
            }
        )
        y += height + (8 if together else 4)
    return {
        "name": name,
        "width": full,
        "height": px(y + 2),
        "heads": heads,
        "top": px(top),
        "bottom": px(y),
        "lanes": [px(lane * index + 8) for index in range(columns)],
        "steps": drawn,
    }
