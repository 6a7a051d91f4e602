"""The calendar, read back by icalendar."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import icalendar

from explainer import dating, standings
from tests.outputs.reading import Data


def _events(data: Data) -> dict[str, Any]:
    calendar = icalendar.Calendar.from_ical(data.bytes("data/events.ics"))
    assert calendar["VERSION"] == "2.0"
    found = {str(event["UID"]).partition("@")[0]: event for event in calendar.walk("VEVENT")}
    assert len(found) == len(calendar.walk("VEVENT"))
    return found


def _exact(data: Data) -> set[str]:
    found = set()
    for entry in data.dossier.graph.of_kind("event"):
        ends = entry.record.date.text.split("/")
        if all(len(end) == 10 and end[:4].isdigit() and end.count("-") == 2 for end in ends):
            found.add(entry.id)
    return found


def test_the_events_of_which_the_day_is_known_and_no_others(small: Data, real: Data) -> None:
    assert _events(small).keys() == {"opening", "weir-works"}
    former = {
        entry.record.formerly[0] if entry.record.formerly else entry.id
        for entry in real.dossier.graph.of_kind("event")
        if entry.id in _exact(real)
    }
    assert _events(real).keys() == former


def test_the_picture_of_time_counts_as_undated_what_the_calendar_leaves_out(real: Data) -> None:
    told = real.soup("timeline/").select_one(".x-picture figcaption")
    assert told is not None
    total, undated = re.findall(r"([0-9]+) (?:events|of them cannot be dated to the day)", told.text)
    assert int(total) - int(undated) == len(_events(real))
    said = icalendar.Calendar.from_ical(real.bytes("data/events.ics"))["X-WR-CALDESC"]
    assert str(said).startswith(f"{len(_events(real))} of {total} events")


def test_an_event_says_what_the_dossier_says(data: Data) -> None:
    events = _events(data)
    for id in _exact(data):
        entry = data.dossier.graph.entries[id]
        found = events[entry.record.formerly[0] if entry.record.formerly else id]
        judgement = data.dossier.judgements[id]
        now, words = judgement.assessment, standings.short(judgement, data.dossier)
        assert str(found["SUMMARY"]) == f"{entry.title} [{words}]"
        assert found["DTSTART"].dt == entry.record.date.earliest
        assert found["DTEND"].dt == entry.record.date.latest + timedelta(days=1)
        assert isinstance(found["DTSTART"].dt, date)
        assert f"Status as of {now.as_of}: {standings.words(judgement, data.dossier)}" in str(
            found["DESCRIPTION"]
        )
        assert str(found["URL"]).endswith(f"timeline/{id}/")
        changed = dating.of_record(id, data.dossier)
        assert found["LAST-MODIFIED"].dt.date() == changed
        assert found["DTSTAMP"].dt.date() == max(changed, data.dossier.settings.as_of)


def test_odd_signs_survive(small: Data) -> None:
    opening = _events(small)["opening"]
    assert str(opening["SUMMARY"]) == "The weir opens; a feast, too [act, on record]"
    assert [str(one) for one in opening["CATEGORIES"].cats] == ["Works, repairs; and more"]


def test_no_line_is_too_long(data: Data) -> None:
    lines = data.bytes("data/events.ics").split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)
    assert lines[-1] == b""
