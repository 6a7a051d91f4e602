"""The way of a statement: reports on the left, relays between, on the right the origins whose word it is.

Reports that came the same way share a line, and the voices of one root share a box: how many
boxes there are is how many independent origins there can be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from explainer.messages import Message
from explainer.phrases import enumerated
from explainer.settings import Words
from explainer.views.pictures.lettering import LEADING, baselines, listed, px, width, wrap

Shape = dict[str, Any]

WORDS = Words()

NO_SUPPORT = Message("No source supports it.")
LEADS = Message(
    "{count:,} sources in support lead back to {origins}.",
    one="1 source in support leads back to {origins}.",
)
LEADS_TO = Message(
    "{count:,} sources in support lead back to {origins}: {names}.",
    one="1 source in support leads back to {origins}: {names}.",
)
ALL_PARTIES = Message("All of them are {parties} or part of one.")
CONTRARY = Message(
    "In {count:,} sources somebody speaks against it.", one="In 1 source somebody speaks against it."
)
ONE_BOX = Message("one box, one origin at most")
UNNAMED = Message("voice without a name")
UNDECLARED = Message("nobody said where it has it from")
PASSED_ON = Message("passes on what another says")
LIMITING = Message("limits the statement")
DENYING = Message("speaks against it")
SOURCES = Message("sources")
RELAYS = Message("passed on by")
ORIGINS = Message("whose word it is")
GATHERED = Message("{count} more origins")
GATHERED_FULL = Message("One report each; all of them stand in the list of evidence")
REPORTS = Message("{count} sources")
REPORTS_FULL = Message("{count} sources, by {names}")
VIA = Message("via {relay}")

STANCES = {
    "supports": "",
    "qualifies": "limits it",
    "denies": "denies",
    "withdraws": "retracts",
    "refutes": "refutes",
}
"""Every stance with the word that stands on its line; support needs none."""

AGAINST = frozenset(["denies", "withdraws", "refutes"])

BOXES = 12
"""How many origins are drawn one by one; of more, those with a single report share the last box."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the columns stand: reports end, relays begin and end, origins begin."""

    name: str
    width: int
    reports: int
    relays: tuple[int, int] | None
    origins: int


@dataclass(slots=True)
class Way:
    """Reports that lead to one origin through the same relays and take the same stance."""

    origin: str
    relays: tuple[str, ...]
    stance: str
    reports: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Box:
    """The ways that end in voices of one root."""

    root: str
    ways: list[Way] = field(default_factory=list)
    gathered: int = 0
    """How many origins share the box because there was no room for each."""

    @property
    def reports(self) -> int:
        """How many reports lead here."""
        return len({report for way in self.ways for report in way.reports})

    @property
    def voices(self) -> dict[str, list[Way]]:
        """The ways by the voice in which they end, the most reported first."""
        found: dict[str, list[Way]] = {}
        for way in self.ways:
            found.setdefault(way.origin, []).append(way)
        return dict(
            sorted(found.items(), key=lambda pair: (-sum(len(way.reports) for way in pair[1]), pair[0]))
        )


def picture(graph: Shape, words: Words = WORDS) -> Shape | None:
    """Return the drawing of a statement's trails; none where a single report speaks for itself.

    `graph` holds `id`, `evidence` (the address of the list), `nodes` and `roots` by id, `trails` (stance,
    and the steps from report to origin), and `origins_words`, how many independent origins were counted.
    """
    boxes = boxes_of(graph)
    reports = {report for box in boxes for way in box.ways for report in way.reports}
    if len(reports) < 2:
        return None
    relayed = any(way.relays for box in boxes for way in box.ways)
    wide = Plan("wide", 720, 196, (250, 420), 484) if relayed else Plan("wide", 720, 270, None, 404)
    return {
        "id": f"provenance-{graph['id']}",
        "caption": caption(graph, boxes, words),
        "legend": legend(graph, boxes, words, relayed=relayed),
        "variants": [draw(graph, boxes, plan) for plan in (wide, Plan("narrow", 320, 120, None, 172))],
    }


def boxes_of(graph: Shape) -> list[Box]:
    """Return the boxes in the order in which they are drawn: support first, the most reported first."""
    ways: dict[tuple[str, tuple[str, ...], str], Way] = {}
    for trail in graph["trails"]:
        first, *relays, last = trail["steps"] if len(trail["steps"]) > 1 else [*trail["steps"] * 2]
        key = (last, tuple(relays), trail["stance"])
        way = ways.setdefault(key, Way(*key))
        if first not in way.reports:
            way.reports.append(first)
    boxes: dict[str, Box] = {}
    for way in ways.values():
        root = graph["nodes"][way.origin]["root"] or way.origin
        boxes.setdefault(root, Box(root)).ways.append(way)
    for box in boxes.values():
        box.ways.sort(key=lambda way: (list(STANCES).index(way.stance), -len(way.reports), way.relays))

    def rank(box: Box) -> tuple[int, int, str]:
        return min(list(STANCES).index(way.stance) for way in box.ways), -box.reports, box.root

    return gathered(sorted(boxes.values(), key=rank))


def gathered(boxes: list[Box]) -> list[Box]:
    """Return the boxes, those with a single report put together where there are too many to draw."""
    spare = [box for box in boxes[BOXES - 1 :] if box.reports == 1 and box.ways[0].stance == "supports"]
    if len(spare) < 3:
        return boxes
    rest = Box(
        "", [Way("", (), "supports", [way.reports[0] for box in spare for way in box.ways[:1]])], len(spare)
    )
    kept = [box for box in boxes if box not in spare]
    last = next(
        (index for index, box in enumerate(kept) if all(way.stance != "supports" for way in box.ways)),
        len(kept),
    )
    return [*kept[:last], rest, *kept[last:]]


def caption(graph: Shape, boxes: list[Box], words: Words = WORDS) -> str:
    """Say in words what the picture shows."""
    ways = [(box, way) for box in boxes for way in box.ways]
    support = {report for _, way in ways if way.stance == "supports" for report in way.reports}
    against = {report for _, way in ways if way.stance in AGAINST for report in way.reports}
    speaking = [box.root for box, way in ways if way.stance == "supports" and not box.gathered]
    roots = [root for root in dict.fromkeys(speaking) if counts(root, graph)]
    whole = not any(box.gathered for box in boxes)
    said = []
    if support:
        message = LEADS_TO if whole and 0 < len(roots) < 3 else LEADS
        names = enumerated(title(root, graph) for root in roots)
        said.append(message(count=len(support), origins=graph["origins_words"], names=names))
        if len(roots) > 1 and whole and all(is_party(root, graph) for root in roots):
            said.append(ALL_PARTIES(parties=words.parties))
    else:
        said.append(NO_SUPPORT())
    if against:
        said.append(CONTRARY(count=len(against)))
    return " ".join(said)


def counts(root: str, graph: Shape) -> bool:
    """Tell whether a root can count as an origin: a nameless voice of nobody known cannot."""
    return root in graph["roots"] or bool(graph["nodes"][root]["named"])


def legend(graph: Shape, boxes: list[Box], words: Words = WORDS, *, relayed: bool) -> list[Shape]:
    """Return the signs that occur in the picture, with what each means."""
    voices = [graph["nodes"][way.origin] for box in boxes if not box.gathered for way in box.ways]
    stances = {way.stance for box in boxes for way in box.ways}
    signs = [
        (
            "party",
            words.party,
            any(is_party(box.root, graph) for box in boxes if not box.gathered),
        ),
        ("root", ONE_BOX(), len(boxes) > 1),
        ("unnamed", UNNAMED(), any(not node["named"] for node in voices)),
        ("open", UNDECLARED(), any(not node["declared"] for node in voices)),
        ("relay", PASSED_ON(), relayed),
        ("qualifies", LIMITING(), "qualifies" in stances),
        ("denies", DENYING(), bool(stances & AGAINST)),
    ]
    return [{"sign": sign, "words": words} for sign, words, present in signs if present]


def draw(graph: Shape, boxes: list[Box], plan: Plan) -> Shape:
    """Return the geometry of one variant."""
    drawn: dict[str, list[Shape]] = {"boxes": [], "lines": [], "words": []}
    y = 26.0
    for box in boxes:
        before = {part: len(shapes) for part, shapes in drawn.items()}
        y = _box(drawn, graph, box, plan, y) + 9
        for part, shapes in drawn.items():
            for shape in shapes[before[part] :]:
                shape["root"] = box.root  # what a script makes faint when the root is left out
    heads = [
        {"x": plan.reports, "end": True, "text": SOURCES()},
        {"x": plan.origins, "end": False, "text": ORIGINS()},
    ]
    if plan.relays:
        heads.append({"x": plan.relays[0], "end": False, "text": RELAYS()})
    return {"name": plan.name, "width": plan.width, "height": px(y), "heads": heads, **drawn}


def _box(drawn: dict[str, list[Shape]], graph: Shape, box: Box, plan: Plan, top: float) -> float:
    """Draw one box with everything that leads to it; return its lower edge."""
    left, right = plan.origins, plan.width - 1
    party = not box.gathered and is_party(box.root, graph)
    voices = box.voices
    y = top + 5
    if box.root in graph["roots"] and (len(voices) > 1 or box.root not in voices):
        lines = wrap(title(box.root, graph), right - left - (24 if party else 16))
        middle = y + LEADING * len(lines) / 2
        drawn["words"].append(
            _words(lines, left + (14 if party else 9), middle, graph["roots"][box.root], "root")
        )
        y += LEADING * len(lines) + 2
    for origin, ways in voices.items():
        y = _voice(drawn, graph, box, origin, ways, plan, y, party=party)
    bottom = y + 4
    nodes = [graph["nodes"][origin] for origin in voices if origin]
    drawn["boxes"].append(
        {
            "x": left,
            "y": px(top),
            "width": px(right - left),
            "height": px(bottom - top),
            "party": party,
            "unnamed": bool(nodes) and all(not node["named"] for node in nodes),
            "open": bool(nodes) and all(not node["declared"] for node in nodes),
            "band": band(left, top, bottom) if party else "",
        }
    )
    return bottom


def _voice(
    drawn: dict[str, list[Shape]],
    graph: Shape,
    box: Box,
    origin: str,
    ways: list[Way],
    plan: Plan,
    top: float,
    *,
    party: bool,
) -> float:
    """Draw one origin and its ways; return where the next begins."""
    left = plan.origins + (10 if party else 4)
    if box.gathered:
        name, target = (
            GATHERED(count=box.gathered),
            {
                "address": graph["evidence"],
                "full": GATHERED_FULL(),
            },
        )
    else:
        name, target = title(origin, graph), graph["nodes"][origin]
    lines = wrap(name, plan.width - left - 24, most=4)
    heights = [_height(graph, way, plan) for way in ways]
    height = max(sum(heights), LEADING * len(lines) + 8)
    middle = top + height / 2
    node = graph["nodes"].get(origin, {"named": True, "declared": True})
    sign = (
        "unnamed"
        if not node["named"]
        else "open"
        if not node["declared"]
        else "gathered"
        if box.gathered
        else "voice"
    )
    drawn["words"].append(
        {
            **_words(lines, left + 18, middle, target, "voice"),
            "sign": sign,
            "cx": px(left + 9),
            "cy": px(middle),
        }
    )
    y = top + (height - sum(heights)) / 2
    for way, high in zip(ways, heights, strict=True):
        _way(drawn, graph, way, plan, y + high / 2, middle)
        y += high
    return top + height


def _height(graph: Shape, way: Way, plan: Plan) -> float:
    """Return how much room a way needs: its reports, relays that stand below them, the word on its line."""
    lines = len(_report_lines(graph, way, plan)[0]) + (0 if plan.relays else len(way.relays))
    return LEADING * lines + (16 if STANCES[way.stance] and lines == 1 else 8)


def _report_lines(graph: Shape, way: Way, plan: Plan) -> tuple[list[str], Shape]:
    """Return what stands for the reports of a way, and where it leads."""
    room = plan.reports - 2
    if len(way.reports) == 1:
        node = graph["nodes"][way.reports[0]]
        return wrap(node["title"], room, most=1 if plan.name == "wide" else 2), node
    names = list(dict.fromkeys(graph["nodes"][report]["title"] for report in way.reports))
    full = REPORTS_FULL(count=len(way.reports), names=", ".join(names))
    first = listed(names, room)
    more = [*wrap(f"{names[0]},", room), f"+{len(names) - 1}"] if "…" in first and len(names) > 1 else [first]
    return [REPORTS(count=len(way.reports)), *more], {"address": graph["evidence"], "full": full}


def _way(drawn: dict[str, list[Shape]], graph: Shape, way: Way, plan: Plan, y: float, target: float) -> None:
    """Draw the reports of one way, its relays, and the line to the origin."""
    lines, link = _report_lines(graph, way, plan)
    stacked = 0 if plan.relays else len(way.relays)
    drawn["words"].append(
        {
            **_words(
                lines,
                plan.reports,
                y - LEADING * stacked / 2,
                link,
                "reports" if len(way.reports) > 1 else "report",
            ),
            "end": True,
        }
    )
    middle = y + LEADING * len(lines) / 2
    for index, relay in enumerate(way.relays if stacked else ()):
        node = graph["nodes"][relay]
        at = middle + LEADING * (index - (stacked - 1) / 2)
        drawn["words"].append(
            {
                **_words(
                    wrap(VIA(relay=node["title"]), plan.reports - 2, most=1), plan.reports, at, node, "relay"
                ),
                "end": True,
            }
        )
    start = plan.reports + 7.0
    weight = px(1.3 + 0.35 * min(len(way.reports) - 1, 8))
    if plan.relays and way.relays:
        left, right = plan.relays
        texts = [wrap(graph["nodes"][relay]["title"], right - left - 4, most=1)[0] for relay in way.relays]
        for index, (relay, text) in enumerate(zip(way.relays, texts, strict=True)):
            drawn["words"].append(
                _words(
                    [text], left, y + LEADING * (index - (len(texts) - 1) / 2), graph["nodes"][relay], "relay"
                )
            )
        drawn["lines"].append(
            {
                "d": f"M{px(start)} {px(y)}H{left - 8}",
                "head": head(left - 4, y),
                "stance": way.stance,
                "weight": weight,
                "word": None,
            }
        )
        start = left + max(width(text) for text in texts) + 8
    drawn["lines"].append(
        {
            "d": curve(start, y, plan.origins - 6, target),
            "head": head(plan.origins - 1, target),
            "stance": way.stance,
            "weight": weight,
            "word": {
                "x": px(plan.reports + 7),
                "y": px(y - 5 if y < target + 1 else y + 14),
                "text": STANCES[way.stance],
            }
            if STANCES[way.stance]
            else None,
        }
    )


def _words(lines: list[str], x: float, middle: float, node: Shape, role: str) -> Shape:
    return {
        "x": px(x),
        "lines": [{"y": y, "text": text} for y, text in baselines(lines, middle)],
        "address": node["address"],
        "full": node.get("full", ""),
        "role": role,
        "end": False,
        "sign": "",
    }


def curve(x: float, y: float, to_x: float, to_y: float) -> str:
    """Return a line that leaves and arrives level."""
    if abs(y - to_y) < 1:
        return f"M{px(x)} {px(y)}H{px(to_x)}"
    bend = px((x + to_x) / 2)
    return f"M{px(x)} {px(y)}C{bend} {px(y)} {bend} {px(to_y)} {px(to_x)} {px(to_y)}"


def head(x: float, y: float) -> str:
    """Return the head of an arrow that points right."""
    return f"M{px(x)} {px(y)}l-8 -4.5v9z"


def band(x: float, top: float, bottom: float) -> str:
    """Return the rungs at the edge of a party's box, which tell it from others without colour."""
    return "".join(rungs(x, top, bottom))


def rungs(x: float, top: float, bottom: float) -> Iterator[str]:
    """Yield the rungs one by one."""
    steps = int((bottom - top - 4) // 5)
    for step in range(steps + 1):
        yield f"M{px(x + 2)} {px(top + 3 + step * 5)}h5"


def title(id: str, graph: Shape) -> str:
    """Return what a node or root is called."""
    return str((graph["roots"].get(id) or graph["nodes"][id])["title"])


def is_party(root: str, graph: Shape) -> bool:
    """Tell whether a root, or the voice that is its own root, is a party."""
    return bool((graph["roots"].get(root) or graph["nodes"][root])["party"])
