"""The events of which the day is known, as a calendar (RFC 5545)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from explainer import dating, standings
from explainer.artifacts import FileArtifact
from explainer.chronology import in_order
from explainer.dossier import Dossier, Judgement
from explainer.outputs._base import Listings, Output
from explainer.outputs._plain import absolute, permanent
from explainer.values.edtf import EdtfDateValue
from explainer.wording import plain

PATH = "data/events.ics"
MEDIA_TYPE = "text/calendar"
_DAYS = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(/[0-9]{4}-[0-9]{2}-[0-9]{2})?")


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield the calendar."""
    known = (dossier.judgements[entry.id] for entry in in_order(dossier.graph))
    events = [judgement for judgement in known if dated(judgement.statement.first_made)]
    total = len(dossier.graph.of_kind("event"))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//explainer//events//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(dossier.settings.site_name)}",
        f"X-WR-CALDESC:{escaped(f'{len(events)} of {total} events: those of which the day is known.')}",
        *(line for judgement in events for line in entry(judgement, dossier)),
        "END:VCALENDAR",
    ]
    text = "".join(f"{folded}\r\n" for line in lines for folded in fold(line))
    yield FileArtifact(PATH, text.encode(), MEDIA_TYPE, "Events of which the day is known")


def dated(when: EdtfDateValue) -> bool:
    """Tell whether first and last day are certain; a month has no place in a calendar of days."""
    return bool(_DAYS.fullmatch(when.text))


def entry(judgement: Judgement, dossier: Dossier) -> Iterator[str]:
    """Yield the lines of one event; its status stands in its title, so that no calendar loses the doubt."""
    event = judgement.event
    caveats = standings.caveat_words(judgement)
    known = [
        plain(event.summary, dossier),
        f"Status as of {judgement.assessment.as_of.isoformat()}: {standings.words(judgement, dossier)}.",
        f"Caveats: {caveats}." if caveats else "",
    ]
    places = [dossier.graph.title(id) for id in event.places if id in dossier.graph.entries]
    strands = [dossier.settings.strands.get(strand, strand) for strand in event.strands]
    yield "BEGIN:VEVENT"
    yield f"UID:{event.formerly[0] if event.formerly else event.id}@{permanent(dossier, 'calendar')}"
    changed = dating.of_record(event.id, dossier)
    yield f"DTSTAMP:{_compact(max(changed, dossier.settings.as_of))}T000000Z"
    yield f"LAST-MODIFIED:{_compact(changed)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_compact(event.date.earliest)}"
    yield f"DTEND;VALUE=DATE:{_compact(event.date.latest + timedelta(days=1))}"
    yield f"SUMMARY:{escaped(f'{event.title} [{standings.short(judgement, dossier)}]')}"
    yield f"DESCRIPTION:{escaped(chr(10).join(words for words in known if words))}"
    if places:
        yield f"LOCATION:{escaped('; '.join(places))}"
    if strands:
        yield f"CATEGORIES:{','.join(escaped(strand) for strand in strands)}"
    if dossier.settings.site_url:
        yield f"URL:{absolute(f'timeline/{event.id}/', dossier)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _compact(day: date) -> str:
    return day.isoformat().replace("-", "")


def escaped(text: str) -> str:
    """Return text as a value of a property."""
    for plain_sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain_sign, written)
    return text


def fold(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 octets; no character is cut in two."""
    if line.isascii() and len(line) <= 75:
        yield line
        return
    piece, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > 75:
            yield piece
            piece, size = " ", 1
        piece += character
        size += octets
    yield piece


OUTPUT = Output(
    "icalendar",
    "iCalendar",
    MEDIA_TYPE,
    "The events of which the day is known, for calendar programs, each with its status in brackets. Events of "
    "which only the month or season is known are left out rather than given a day.",
    produce,
    example="Import events.ics into a calendar of its own, or subscribe to its address.",
    needs=("event",),
    path=PATH,
)
