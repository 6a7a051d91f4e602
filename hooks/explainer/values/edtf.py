"""Dates as sources give them: Extended Date/Time Format (EDTF, ISO 8601-2:2019).

Level 0 and 1 and the one-of set `[a..b]` of level 2. Every date has bounds, which sort it,
and words, which readers see.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated

from explainer.diagnostics import Mistake
from explainer.values.grammar import Grammar

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
"""EDTF's season codes; bounds are those of the northern hemisphere, winter running into the next year."""

_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_POINT = re.compile(
    r"^(?P<year>[0-9]{3}X|[0-9]{2}XX|[0-9]{4})(?:-(?P<month>[0-9][0-9]|XX)(?:-(?P<day>[0-9][0-9]|XX))?)?(?P<mark>[~?%])?$"
)
_FAR = re.compile(
    r"(?:-[0-9]{4}|Y-?[0-9]+|[0-9]{5})(?:-[0-9X]{2}){0,2}[~?%]?|[0-9]+ ?(?:BCE?|B\.C\.(?:E\.)?)",
    re.IGNORECASE,
)
"""Years that the standard, or people, can write and Python’s calendar does not have."""
_HINT = (
    "write 2024-06-19, 2024-06, 2024, 2023-23 (autumn), 2024-10~ (about), a/b (from, to), a/.. (goes on), "
    "a/ (its end is not known) or '[a..b]' (some time between), with the quotation marks"
)
_FIRST, _LAST = 1, 9998
"""The years that can be written: what is nearer to the ends of the calendar is a gap in a database."""


@dataclass(frozen=True, slots=True)
class EdtfDateValue:
    """A date with its bounds: `earliest` and `latest` are the first and last day it can mean.

    An open or unknown end is `date.min` or `date.max`.
    """

    text: str
    earliest: date
    latest: date
    words: str
    approximate: bool = False
    uncertain: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether the date is one certain day."""
        return self.earliest == self.latest and not (self.approximate or self.uncertain)

    @property
    def is_interval(self) -> bool:
        """Whether the date is a span that something lasted, not one moment known loosely."""
        return "/" in self.text

    @property
    def is_imprecise(self) -> bool:
        """Whether the source leaves the day open: a month, a season, about, or some time between."""
        if self.approximate or self.uncertain:
            return True
        return not self.is_interval and self.earliest != self.latest

    @property
    def end(self) -> date:
        """The last day that it can mean; where the end is open, the last that its beginning can mean."""
        if self.latest != date.max:
            return self.latest
        first = re.split(r"/|\.\.", self.text.strip("[]"))[0]
        return _point(first).latest if first else self.earliest

    @property
    def order(self) -> tuple[date, date, str]:
        """Sort key: by the first day, then the last."""
        return (self.earliest, self.latest, self.text)

    @property
    def iso(self) -> str:
        """The date in reduced ISO 8601 for other programs: never more precise than the source.

        A day, a month or a year; a season or a span becomes its year or an ISO interval of days.
        """
        plain = known_parts(self.text)
        if re.fullmatch(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?", plain):
            return plain
        if self.is_exact and not self.is_interval:
            return self.earliest.isoformat()
        start = "" if self.earliest == date.min else self.earliest.isoformat()
        end = "" if self.latest == date.max else self.latest.isoformat()
        if self.is_interval:
            return f"{start or '..'}/{end or '..'}"
        return start[:4] if start[:4] == end[:4] else f"{start or '..'}/{end or '..'}"

    def __str__(self) -> str:
        return self.text


def known_parts(text: str) -> str:
    """Return a date without marks and without the parts that are not known: of 2024-06-XX the month."""
    return re.sub(r"(-XX)+$", "", text.rstrip("~?%"))


@lru_cache(maxsize=65536)
def parse_date(text: str) -> EdtfDateValue:
    """Return the date that the text writes, or raise Mistake when it is impossible or half written."""
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        first, dots, last = text[1:-1].partition("..")
        if not dots or not (first or last):
            raise Mistake("bad-date", f"“{text}” is not a date", _advice(text))
        return _span(text, first, last, one_of=True)
    if "/" in text:
        first, _, last = text.partition("/")
        if "/" in last or not (first.strip(".") or last.strip(".")):
            raise Mistake("bad-date", f"“{text}” is not a date", _advice(text))
        try:
            return _span(text, first if first != ".." else "", last if last != ".." else "", one_of=False)
        except Mistake as mistake:
            raise _without_end(first, last) or mistake from mistake
    return _point(text)


def _without_end(first: str, last: str) -> Mistake | None:
    """Return what is said of a span of which the end is a database’s word for “none”."""
    if not (first and last.startswith("9999")):
        return None
    hint = f"write {first}/.. for something that goes on, or {first}/ where the end is not known"
    return Mistake("impossible-date", f"“{first}/{last}”: {_PLACEHOLDER}", hint)


_PLACEHOLDER = "databases write this day where there is none"


def _point(text: str) -> EdtfDateValue:
    found = _POINT.fullmatch(text)
    if not found and _FAR.fullmatch(text):
        message = f"“{text}” is a year before the first or after the last that can be shown"
        raise Mistake("impossible-date", message, f"write a year from {_FIRST:04} to {_LAST}")
    if not found:
        raise Mistake("bad-date", f"“{text}” is not a date", _advice(text))
    mark = found["mark"]
    if text.startswith("9999"):
        hint = (
            "write 2024-06-19/.. for something that goes on, or leave the line out where the day is not known"
        )
        raise Mistake("impossible-date", f"“{text}”: {_PLACEHOLDER}", hint)
    earliest, latest, words = _bounds(text, found["year"], found["month"], found["day"])
    approximate, uncertain = mark in ("~", "%"), mark in ("?", "%")
    prefix = "about " if approximate else ""
    suffix = " (uncertain)" if uncertain else ""
    return EdtfDateValue(text, earliest, latest, prefix + words + suffix, approximate, uncertain)


def _bounds(text: str, year: str, month: str | None, day: str | None) -> tuple[date, date, str]:
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    which = "before the first" if first_year < _FIRST else "after the last" if last_year > _LAST else ""
    if which:
        raise Mistake(
            "impossible-date", f"“{text}” is {which} year", f"write a year from {_FIRST:04} to {_LAST}"
        )
    if "X" in year:
        if month not in (None, "XX") or day not in (None, "XX"):
            raise Mistake("bad-date", f"“{text}” gives a month of an unknown year", _HINT)
        decade = last_year - first_year == 9 and first_year % 100 != 0  # “the 2000s” may be a century
        words = f"the {first_year}s" if decade else f"{first_year}–{last_year}"
        return date(first_year, 1, 1), date(last_year, 12, 31), words
    if month is None or (month == "XX" and day in (None, "XX")):
        return date(first_year, 1, 1), date(first_year, 12, 31), str(first_year)
    if month == "XX":
        raise Mistake("bad-date", f"“{text}” gives a day of an unknown month", _HINT)
    number = int(month)
    if number in SEASONS:
        return _season(text, first_year, number, day)
    if not 1 <= number <= 12:
        raise Mistake(
            "impossible-date",
            f"“{text}”: there is no month {month}",
            "months run from 01 to 12, seasons from 21 to 24",
        )
    last_day = calendar.monthrange(first_year, number)[1]
    name = calendar_month(number)
    if day in (None, "XX"):
        return date(first_year, number, 1), date(first_year, number, last_day), f"{name} {first_year}"
    if not 1 <= int(day) <= last_day:
        raise Mistake(
            "impossible-date", f"“{text}”: {name} {first_year} has {last_day} days", "check the day"
        )
    moment = date(first_year, number, int(day))
    return moment, moment, f"{int(day)} {name} {first_year}"


def _season(text: str, year: int, season: int, day: str | None) -> tuple[date, date, str]:
    if day is not None:
        raise Mistake("bad-date", f"“{text}” gives a day of a season", _HINT)
    first, last = _SEASON_MONTHS[season]
    last_year = year + 1 if season == 24 else year
    end = date(last_year, last, calendar.monthrange(last_year, last)[1])
    words = f"winter {year}–{str(year + 1)[2:]}" if season == 24 else f"{SEASONS[season]} {year}"
    return date(year, first, 1), end, words


def _span(text: str, first: str, last: str, *, one_of: bool) -> EdtfDateValue:
    start = _point(first) if first else None
    end = _point(last) if last else None
    earliest = start.earliest if start else date.min
    latest = end.latest if end else date.max
    if earliest > latest:
        raise Mistake("impossible-date", f"“{text}” ends before it begins", "write the earlier date first")
    return EdtfDateValue(
        text,
        earliest,
        latest,
        _span_words(text, start, end, one_of=one_of),
        any(point.approximate for point in (start, end) if point),
        any(point.uncertain for point in (start, end) if point),
    )


def _span_words(text: str, start: EdtfDateValue | None, end: EdtfDateValue | None, *, one_of: bool) -> str:
    if start is None and end is not None:
        if one_of:
            return f"by {end.words}"
        return f"until {end.words}{', beginning not known' if text.startswith('/') else ''}"
    if end is None and start is not None:
        if one_of:
            return f"{start.words} or later"
        return f"from {start.words}, end not known" if text.endswith("/") else f"since {start.words}"
    if start is None or end is None:  # refused before: a span has one end at least
        return ""
    if start.text == end.text:
        return start.words
    if one_of:
        return f"between {_begun(start, end)} and {end.words}"
    return joined_span(start, end)


def joined_span(start: EdtfDateValue, end: EdtfDateValue) -> str:
    """Say a span without repeating what both ends share: “8–13 October 2024”."""
    begun = _begun(start, end)
    is_day = start.is_exact and begun.isdigit()
    return f"{begun}–{end.words}" if is_day else f"{begun} – {end.words}"


def _begun(start: EdtfDateValue, end: EdtfDateValue) -> str:
    """Say the first of two days without what the second repeats: “8”, “30 September”."""
    if not (start.is_exact and end.is_exact and start.earliest.year == end.earliest.year):
        return start.words
    if start.earliest.month == end.earliest.month:
        return str(start.earliest.day)
    return f"{start.earliest.day} {calendar_month(start.earliest.month)}"


def calendar_month(number: int) -> str:
    """Return the English name of a month, independent of the machine's locale."""
    return (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    )[number - 1]  # fmt: skip


def day_words(day: date) -> str:
    """Say one day as readers see it: “14 October 2024”."""
    return f"{day.day} {calendar_month(day.month)} {day.year}"


_NAMED_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SPELLINGS = (
    re.compile(r"^(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})$"),
    re.compile(r"^(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})$"),
    re.compile(r"^(?P<day>[0-9]{1,2})\. ?(?P<month>[0-9]{1,2})\. ?(?P<year>[0-9]{4})$"),
    re.compile(
        r"^(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)? (?:of )?(?P<name>[a-z]{3,9})\.?,? (?P<year>[0-9]{4})$"
    ),
    re.compile(r"^(?P<name>[a-z]{3,9})\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>[0-9]{4})$"),
    re.compile(r"^(?P<name>[a-z]{3,9})\.?,? (?:of )?(?P<year>[0-9]{4})$"),
    re.compile(r"^(?P<day>1[3-9]|2[0-9]|3[01])[-/](?P<month>[0-9]{1,2})[-/](?P<year>[0-9]{4})$"),
    re.compile(r"^(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})$"),
    re.compile(r"^(?P<year>[0-9]{4})[–—](?P<month>[0-9]{2})[–—](?P<day>[0-9]{2})$"),
    re.compile(r"^(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})t[0-9:.z+-]+$"),
    re.compile(
        r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? "
        r"(?P<day>[0-9]{1,2})\.? (?P<name>[a-z]{3,9})\.? (?P<year>[0-9]{4})$"
    ),
)
"""How people write dates, as far as they can be read in one way only."""


def _advice(text: str) -> str:
    """Return how a date is written here that was written as people write it."""
    plain = " ".join(text.casefold().split())
    span = re.fullmatch(
        r"([0-9]{4}(?:-[0-9]{2}){1,2}) ?(?:\.\.|to|until|–|—|-) ?([0-9]{4}(?:-[0-9]{2}){1,2})", plain
    )
    if span and _if_possible(span[1]) and _if_possible(span[2]):
        return f"write {span[1]}/{span[2]} (from, to) or '[{span[1]}..{span[2]}]' (some time between)"
    about = re.match(r"^(?:about|around|circa|ca\.?|c\.|approximately|~) ?", plain)
    meant = _spelt(plain[about.end() :] if about else plain)
    return f"write {meant}{'~' if about else ''}" if meant else _HINT


def _spelt(plain: str) -> str:
    for spelling in _SPELLINGS:
        if found := spelling.match(plain):
            parts = found.groupdict()
            month = _month(parts["name"]) if parts.get("name") else int(parts["month"])
            day = f"-{int(parts['day']):02}" if parts.get("day") else ""
            return _if_possible(f"{parts['year']}-{month:02}{day}")
    return plain if re.fullmatch(r"[0-9]{4}", plain) else ""


def _month(name: str) -> int:
    if name in _NAMED_SEASONS:
        return _NAMED_SEASONS[name]
    names = [calendar_month(number).casefold() for number in range(1, 13)]
    return next((number for number, known in enumerate(names, 1) if known.startswith(name[:4])), 0)


def _if_possible(text: str) -> str:
    try:
        return _point(text).text
    except Mistake:
        return ""


_SHAPE = (
    r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(-(0[1-9]|1[0-2]|2[1-4]|XX)(-(0[1-9]|[12][0-9]|3[01]|XX))?)?[~?%]?"
)
"""One date as an editor can check it: its form, not the calendar."""

EdtfDate = Annotated[
    EdtfDateValue,
    Grammar(
        "a date",
        parse_date,
        rf"^({_SHAPE}|({_SHAPE}|\.\.)?/({_SHAPE}|\.\.)?|\[({_SHAPE})?\.\.({_SHAPE})?\])$",
        (
            "2024-06-19",
            "2024-06",
            "2023-23",
            "2024-10~",
            "2024-10-08/2024-10-13",
            "2024-06-19/..",
            "2024-06-19/",
            "[2024-10-08..2024-10-18]",
        ),
        ("19.06.2024", "2024-06-31", "June 2024", "2024-6-19"),
    ),
]
