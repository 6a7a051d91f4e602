"""Dates in the reduced forms of ISO 8601, for programs that know no EDTF: never more precise than what is known."""

from __future__ import annotations

import re

from explainer.values.edtf import EdtfDateValue, known_parts


def reduced(when: EdtfDateValue) -> tuple[str, str]:
    """Return first and last date in reduced ISO 8601, empty where open; never more precise than what is known.

    A date that is approximate or uncertain loses its last part: about 12 October becomes October.
    """
    ends = [part for part in re.split(r"/|\.\.", when.text.strip("[]")) if part]
    if when.is_interval and len(ends) == 2:
        return _point(ends[0]), _point(ends[1])
    if when.is_interval:
        return ("", _point(ends[0])) if when.text.startswith(("/", "..")) else (_point(ends[0]), "")
    if len(ends) == 1 and _point(ends[0]) and not when.text.startswith("["):
        return _point(ends[0]), _point(ends[0])
    if when.is_exact:
        return when.earliest.isoformat(), when.earliest.isoformat()
    shared = _shared(when)
    return shared, shared


def once(when: EdtfDateValue) -> str:
    """Return the date of something that happened once, in reduced ISO 8601; of a span what both ends share."""
    return _shared(when) if when.is_interval else reduced(when)[0]


def _point(text: str) -> str:
    plain_text = known_parts(text)
    found = re.fullmatch(r"([0-9]{4})(?:(-(?:0[1-9]|1[0-2]))(-[0-9]{2})?)?", plain_text)
    if not found:
        year = re.match(r"[0-9]{4}", text)
        return year.group() if year else ""
    parts = [part for part in found.groups() if part]
    return "".join(parts if text[-1] not in "~?%" or len(parts) == 1 else parts[:-1])


def _shared(when: EdtfDateValue) -> str:
    """Return what the first and the last day have in common: a year, a year and month, or nothing."""
    first, last = when.earliest, when.latest
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    return f"{first.year:04}" if first.year == last.year else ""
