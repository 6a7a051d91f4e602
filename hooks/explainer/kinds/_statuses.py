"""The words for what evidence amounts to.

A ladder for claims and occurrences, one word for what was done or said in the open, outcomes for forecasts.
"""

from __future__ import annotations

LADDER = {
    "acknowledged": "One who speaks for an actor whom the statement concerns admits it.",
    "corroborated": "Two or more independent origins: a named one is no party, one rests on something observed.",
    "reported": "A named origin that is no party says so, or two independent origins do of which one is none.",
    "alleged": "Only parties or unnamed voices say so, and no two that would count as reported.",
    "unsupported": "Nothing that we read supports it.",
    "withdrawn": "All who made it took it back.",
    "refuted": "It is shown to be wrong.",
}
"""What the evidence for a claim or an occurrence amounts to on a date."""

RECORD = {
    "on-record": "It was done or said: the doer or speaker published it, or it is shown first-hand.",
}
"""What an act or a statement can be besides reported, alleged, unsupported and refuted."""

OUTCOMES = {
    "open": "What was foretold has not been shown to happen, and nothing shows that it did not.",
    "came-about": "What was foretold happened, as the claim shows that says so.",
    "came-about-in-part": "Part of what was foretold happened, as the claim shows that says so.",
    "did-not-come-about": "What was foretold did not happen, as the claim shows that says so.",
}
"""What became of a forecast by a date."""

STATUSES = LADDER | RECORD | OUTCOMES
"""Every status with its meaning."""

OF_CLAIMS = LADDER | OUTCOMES
"""Statuses that a claim can have."""

OF_EVENTS = RECORD | {status: meaning for status, meaning in LADDER.items() if status != "withdrawn"}
"""Statuses that an event can have."""

NOT_SHOWN = ("unsupported", "open")
"""Statuses of a statement for which nothing speaks yet."""


def status_words(status: str) -> str:
    """Return a status as readers see it: “on record” for `on-record`."""
    return status.replace("-", " ")
