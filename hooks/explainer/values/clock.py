"""Times of day, as sources give them: hours and minutes at the place."""

from __future__ import annotations

import re
from typing import Annotated

from explainer.diagnostics import Mistake
from explainer.values.grammar import Grammar

CLOCK_PATTERN = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
_TWELVE = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(?: ?([ap])\.?m\.?)?", re.IGNORECASE)


def parse_clock(text: str) -> str:
    """Return a time of day as hours and minutes, from 00:00 to 23:59."""
    if not re.fullmatch(CLOCK_PATTERN, text):
        meant = _meant(text)
        hint = (
            f"write {meant}" if meant else "write hours and minutes, from 00:00 to 23:59, for example 14:30"
        )
        raise Mistake("bad-time", f"“{text}” is not a time of day", hint)
    return text


def _meant(text: str) -> str:
    found = _TWELVE.fullmatch(text.strip())
    if not found or not (found[2] or found[3]):
        return ""
    hour = int(found[1])
    if found[3]:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + 12 * (found[3] in "pP")
    meant = f"{hour:02}:{found[2] or '00'}"
    return meant if re.fullmatch(CLOCK_PATTERN, meant) else ""


ClockTime = Annotated[
    str, Grammar("a time of day", parse_clock, CLOCK_PATTERN, ("14:30", "09:00"), ("2:30 pm", "14.30"))
]
