"""All events as TimelineJS reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Any

from explainer import standings
from explainer.artifacts import FileArtifact
from explainer.chronology import in_order
from explainer.dossier import Dossier, Judgement
from explainer.outputs._base import Listings, Output
from explainer.outputs._plain import absolute, dumped
from explainer.values.edtf import EdtfDateValue, known_parts
from explainer.wording import plain

PATH = "data/timeline.json"
_POINT = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield the timeline."""
    events = [dossier.judgements[entry.id] for entry in in_order(dossier.graph)]
    settings = dossier.settings
    content = {
        "title": {
            "text": {"headline": escape(settings.site_name), "text": f"<p>{escape(settings.description)}</p>"}
        },
        "events": [slide(judgement, dossier) for judgement in events],
    }
    yield FileArtifact(PATH, dumped(content, 2), "application/json", "All events")


def slide(judgement: Judgement, dossier: Dossier) -> dict[str, Any]:
    """Return an event; its text is HTML there, so everything in it is escaped."""
    event = judgement.event
    caveats = standings.caveat_words(judgement)
    known = [
        plain(event.summary, dossier),
        f"Status: {standings.words(judgement, dossier)}.",
        f"Caveats: {caveats}." if caveats else "",
    ]
    address = absolute(f"timeline/{event.id}/", dossier, PATH)
    paragraphs = [f"<p>{escape(words)}</p>" for words in known if words]
    paragraphs.append(f'<p><a href="{escape(address)}">How this is known</a></p>')
    start, end = span(event.date)
    strand = event.strands[0] if event.strands else ""
    return {
        "unique_id": event.id,
        "start_date": start,
        **({"end_date": end} if end else {}),
        "display_date": escape(event.date.words),
        **({"group": escape(dossier.settings.strands.get(strand, strand))} if strand else {}),
        "text": {"headline": escape(event.title), "text": "".join(paragraphs)},
    }


def span(when: EdtfDateValue) -> tuple[dict[str, int], dict[str, int] | None]:
    """Return start and end; a day or month that is not known is left out, a season becomes its months."""
    point = _parts(when.text)
    if point:
        return point, None
    first, last = (part for part in re.split(r"/|\.\.", f"{when.text.strip('[]')}/", maxsplit=2)[:2])
    start, end = _parts(first), _parts(last)
    if start:
        return start, end
    if when.earliest.year > 1:
        return _month(when.earliest), _month(when.latest) if when.latest.year < 9999 else None
    return _month(when.latest), None


def _month(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month}


def _parts(text: str) -> dict[str, int] | None:
    found = _POINT.fullmatch(known_parts(text))
    if not found:
        return None
    return {
        name: int(part) for name, part in zip(("year", "month", "day"), found.groups(), strict=True) if part
    }


OUTPUT = Output(
    "timelinejs",
    "TimelineJS",
    "application/json",
    "All events for TimelineJS, a free program that shows them as slides. Dates are shown in words, so that an "
    "imprecise one stays imprecise; status and caveats stand under each event.",
    produce,
    example="new TL.Timeline('timeline', 'timeline.json')",
    needs=("event",),
    path=PATH,
)
