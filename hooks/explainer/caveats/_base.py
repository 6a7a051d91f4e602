"""What a caveat rule is, and what it answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from explainer.judging import Assessment, Item, Origin, Origins, Statement
from explainer.linking import REFERENCE, Graph
from explainer.settings import Settings

SEVERITIES = {
    "note": "Good to know.",
    "caution": "Read the statement with care.",
    "warning": "Do not rely on the statement without reading this.",
}
"""How much a caveat weighs for a reader, the lightest first."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement with its assessment, and all that a rule may look at."""

    statement: Statement
    assessment: Assessment
    graph: Graph
    origins: Origins
    settings: Settings

    @property
    def supporting(self) -> tuple[Item, ...]:
        """The items that speak for the statement on the day of the assessment."""
        return self.assessment.supporting


@dataclass(frozen=True, slots=True)
class Caveat:
    """A reason to be careful: the rule, the sentence with its particulars, the records that fired it."""

    rule: str
    label: str
    severity: str
    subject: str
    sentence: str
    """Plain words in which records are named as `[[id|words]]`."""
    because: tuple[str, ...]

    @property
    def plain(self) -> str:
        """The sentence without markup."""
        return REFERENCE.sub(lambda found: found["words"] or found["id"], self.sentence)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's name card: permanent id, label, weight, the kinds of statement it looks at, the check."""

    id: str
    label: str
    severity: str
    check: Callable[[Judged], Iterator[Caveat]]
    applies_to: tuple[str, ...] = ("claim", "event")

    def caveat(self, judged: Judged, sentence: str, because: Iterable[str], severity: str = "") -> Caveat:
        """Return a caveat of this rule; `because` names the records that fired it."""
        known = tuple(dict.fromkeys(id for id in because if id in judged.graph.entries))
        return Caveat(self.id, self.label, severity or self.severity, judged.statement.id, sentence, known)


NUMBER_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def counted(number: int, noun: str, plural: str = "") -> str:
    """Say a number with its noun: “nine reports”, “one report”, “31 reports”."""
    word = NUMBER_WORDS[number] if number < len(NUMBER_WORDS) else f"{number:,}"
    return f"{word} {noun if number == 1 else plural or noun + 's'}"


def listed(names: Iterable[str], joint: str = "and") -> str:
    """Join names as a sentence does: “a, b and c”."""
    words = list(names)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}" if words else ""


def capitalised(sentence: str) -> str:
    """Return a sentence with its first letter large, whatever markup it begins with."""
    found = re.match(r"\[\[[^|\]]*\|", sentence)
    at = found.end() if found else 0
    return sentence[:at] + sentence[at : at + 1].upper() + sentence[at + 1 :]


def named(id: str, judged: Judged, words: str = "") -> str:
    """Return a reference to a record, or its bare name where it is none."""
    if id in judged.graph.entries:
        return f"[[{id}|{words or _clean(judged.graph.title(id))}]]"
    return words or id.partition(":")[2] or id


def of_origin(origin: Origin, judged: Judged) -> str:
    """Name an origin, as a reference where it is a record."""
    return named(origin.id, judged, _clean(origin.name))


def publisher_of(item: Item, judged: Judged) -> str:
    """Name the publisher of an item's source, as a reference to the source."""
    return named(item.source.id, judged, _clean(judged.origins.publisher(item.source).name))


def _clean(words: str) -> str:
    return re.sub(r"[\[\]|]", " ", words)
