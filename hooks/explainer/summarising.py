"""What changes for readers, as Markdown that GitHub shows: every word of a contributor stays text.

Knows nothing of records, so that a job which trusts nobody can use it on what others computed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

from explainer.diagnostics import visible
from explainer.messages import Message

DIFFERENTLY = Message("What readers will see differently")
NOTHING = Message("Nothing: the pages stay as they are.")
DIFFERENCES = Message("{count} differences.", one="One difference.")
MORE = Message("… and {number} more")

SECTIONS = {
    "errors": "What is wrong, so that nothing would be published",
    "addresses": "Addresses that would stop working",
    "statuses": "Statuses",
    "origins": "Origins",
    "hanging": "What statuses hang on",
    "caveats": "Caveats",
    "figures": "Figures",
    "evidence": "Evidence",
    "added": "New records",
    "removed": "Removed records",
    "renamed": "Renamed records",
    "standing": "Sources that no longer stand as they did, and what rests on them",
    "words": "Words and dates",
    "pages": "Pages",
    "settings": "Settings of the site",
}
"""The parts of a comparison, in the order in which they are told: what weighs most comes first."""

LINES_A_SECTION = 40
"""How many differences of one sort are told; the rest are counted."""

LONGEST_SENTENCE = 600
MOST_CHANGES = 5000
"""What is accepted from a job that is not trusted; more is cut off."""


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One difference that a reader would see, as a plain sentence."""

    section: str
    record: str
    """The id of the record, or the path of the page; empty for the site as a whole."""
    sentence: str


def as_markdown(changes: Iterable[Change]) -> str:
    """Return the differences as Markdown for a pull request, a job's summary or a terminal."""
    known = [change for change in changes if change.section in SECTIONS]
    order = list(SECTIONS)
    known.sort(key=lambda change: (order.index(change.section), change.record, change.sentence))
    if known and all(change.section == "errors" for change in known):
        lines = [f"## {SECTIONS['errors']}", "", *_listed(tuple(known))]
        return "\n".join(lines) + "\n"
    lines = [f"## {DIFFERENTLY()}", "", DIFFERENCES(count=len(known)) if known else NOTHING()]
    for section, group in groupby(known, key=lambda change: change.section):
        lines += ["", f"### {SECTIONS[section]}", "", *_listed(tuple(group))]
    return "\n".join(lines) + "\n"


def _listed(changes: tuple[Change, ...]) -> Iterator[str]:
    for change in changes[:LINES_A_SECTION]:
        yield f"- {escaped(change.sentence)}"
    if len(changes) > LINES_A_SECTION:
        yield f"- {MORE(number=len(changes) - LINES_A_SECTION)}"


_SPECIAL = re.compile(r"[\\`*_\[\]~$|]|^[-+>#=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
_LIVE = re.compile(r"[@#](?=\w)|:(?=//|[\w+-]+:)|\b(?:www|GH|gh)(?=[.-])", re.IGNORECASE)
"""What GitHub turns into a person, an issue, an address or a picture, though it is no markup."""

_JOINER = "\u2060"
"""A word joiner: it cannot be seen, and stands in the way of all that."""


def escaped(text: str) -> str:
    """Return text as Markdown that shows it, letter by letter, on one line.

    Nothing in it is markup, a link, a mention of a person or issue, an emoji or a picture.
    """
    plain = visible(" ".join(text.split()))
    if len(plain) > LONGEST_SENTENCE:
        plain = plain[: LONGEST_SENTENCE - 1] + "…"
    marked = _SPECIAL.sub(lambda found: f"\\{found.group()}", plain)
    dead = _LIVE.sub(lambda found: f"{found.group()}{_JOINER}", marked)
    return dead.replace("&", "&amp;").replace("<", "&lt;")


def as_json(changes: Iterable[Change]) -> str:
    """Return the differences as JSON: a list of objects with section, record and sentence."""
    return json.dumps([asdict(change) for change in changes], ensure_ascii=False, indent=2) + "\n"


def from_json(text: str) -> tuple[Change, ...]:
    """Return the differences that untrusted JSON holds; what is not a difference is left out.

    Raises ValueError if the text is no list in JSON at all.
    """
    try:
        rows = json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(rows, list):
        raise ValueError("not a list")  # noqa: TRY004 - it is the text that is wrong, not a type of ours
    return tuple(change for row in rows[:MOST_CHANGES] if (change := _change(row)) is not None)


def _change(row: Any) -> Change | None:
    if not isinstance(row, dict):
        return None
    section, record, sentence = (row.get(name) for name in ("section", "record", "sentence"))
    if not (isinstance(section, str) and isinstance(record, str) and isinstance(sentence, str)):
        return None
    return Change(section, record, sentence) if section in SECTIONS else None
