"""What a caveat rule is, what it answers, and the words that the rules share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from explainer.judging import Assessment, Item, Origin, Origins, Statement
from explainer.kinds.actor import Actor
from explainer.kinds.claim import Claim
from explainer.kinds.source import Source
from explainer.linking import REFERENCE, Graph, without_markup
from explainer.messages import Message
from explainer.phrases import enumerated
from explainer.settings import Settings
from explainer.values.edtf import EdtfDateValue

ON = Message("on {day}")
IN = Message("in {day}")
MORE = Message("{number} more")

SEVERITIES = {
    "note": "Good to know.",
    "caution": "Read the statement with care.",
    "warning": "Do not rely on the statement without reading this.",
}
"""How much a caveat weighs for a reader, the lightest first."""

CHANGES = {
    "support": "Whether anything that counts speaks for the statement.",
    "voice": "Whose word it is.",
    "agreement": "Who says otherwise.",
    "basis": "What the word rests on.",
    "reach": "How far the words go.",
    "reading": "How the words were read.",
}
"""What a caveat would change in a reader’s mind, the weightiest first."""

BRIEF_FROM = 90
"""The length from which a sentence is said more briefly where there is a line for it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement with its assessment, and all that a rule may look at."""

    statement: Statement
    assessment: Assessment
    graph: Graph
    origins: Origins
    settings: Settings

    @property
    def claim(self) -> Claim | None:
        """The claim; None if the statement is an event."""
        record = self.statement.record
        return record if isinstance(record, Claim) else None

    @property
    def supporting(self) -> tuple[Item, ...]:
        """The items that speak for the statement on the day of the assessment."""
        return self.assessment.supporting

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the supporting items, each once."""
        return tuple({item.source.id: item.source for item in self.supporting}.values())

    def actor(self, id: str) -> Actor | None:
        """Return the actor with this id, if there is one."""
        return self.origins.actor(id)

    def root(self, id: str) -> str:
        """Return the root of a record on a trail: of an actor, or of a source's publisher."""
        source = self.origins.source(id)
        if source is not None:
            return self.origins.publisher(source, self.assessment.as_of).root
        return self.origins.root(id, self.assessment.as_of)


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
    brief: str = ""
    """The heart of a long sentence in one line, with the same markup; empty where the sentence is one."""

    @property
    def is_long(self) -> bool:
        """Whether a line holds the brief words only, and the particulars stand elsewhere."""
        return bool(self.brief) and len(self.plain) > BRIEF_FROM

    @property
    def plain(self) -> str:
        """The sentence without markup."""
        return without_markup(self.sentence)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's name card: permanent id, label, weight, the kinds of statement it looks at, the check."""

    id: str
    label: str
    severity: str
    """The weight that the rule usually has; a caveat may weigh more or less."""
    changes: str
    """What it would change in a reader’s mind: a word of CHANGES. Of two that weigh the same, it decides the order."""
    check: Callable[[Judged], Iterator[Caveat]]
    applies_to: tuple[str, ...] = ("claim", "event")
    natures: tuple[str, ...] = ("truth", "outcome")
    """The natures of statement it looks at. A rule that asks whether a thing is true says nothing of acts and
    statements, of which the status tells whether they were done or said."""

    def caveat(
        self, judged: Judged, sentence: str, because: Iterable[str], severity: str = "", *, brief: str = ""
    ) -> Caveat:
        """Return a caveat of this rule; `because` names the records that fired it.

        Where none of them is a record of the site, the statement itself is the reason. `brief` says the
        sentence in one line, where it may be long.
        """
        known = tuple(dict.fromkeys(id for id in because if id in judged.graph.entries))
        subject = judged.statement.id
        weight = severity or self.severity
        return Caveat(
            self.id,
            self.label,
            weight,
            subject,
            capitalised(sentence),
            known or (subject,),
            capitalised(brief),
        )


SHOWN_BY = {
    "document": "documents",
    "imagery": "pictures",
    "physical": "examined objects",
    "testimony": "witnesses",
    "intercept": "intercepted messages",
}
"""What is observed, in words."""

EVERY_NATURE = ("truth", "record", "outcome")

NUMBER_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip

LISTED_AT_MOST = 5
"""How many names a sentence gives before it counts the rest."""


def counted(number: int, noun: str, plural: str = "") -> str:
    """Say a number with its noun: “nine reports”, “one report”, “31 reports”."""
    return f"{number_word(number)} {noun if number == 1 else plural or noun + 's'}"


def number_word(number: int) -> str:
    """Say a number: in words up to twelve."""
    return NUMBER_WORDS[number] if number < len(NUMBER_WORDS) else f"{number:,}"


def listed(
    names: Iterable[str],
    joined: Callable[[Iterable[str]], str] = enumerated,
    *,
    at_most: int = LISTED_AT_MOST,
) -> str:
    """Join names as a sentence does, each once: “a, b and c”; of a long list, say how many more there are.

    Two reports of one publisher read alike; the first of them is named. `joined` is `enumerated` where all are
    meant, and `alternatives` where one is.
    """
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(_visible(name), name)
    words = list(first.values())
    if len(words) > at_most + 1:
        words = [*words[:at_most], MORE(number=number_word(len(words) - at_most))]
    return joined(words)


def _visible(words: str) -> str:
    return REFERENCE.sub(lambda found: found["words"] or found["id"], words)


def capitalised(sentence: str) -> str:
    """Return a sentence with its first letter large, whatever markup it begins with."""
    found = re.match(r"\[\[[^|\]]*\|", sentence)
    at = found.end() if found else 0
    return sentence[:at] + sentence[at : at + 1].upper() + sentence[at + 1 :]


def named(id: str, judged: Judged, words: str = "") -> str:
    """Return a reference to a record, or its bare name where it is none."""
    if id in judged.graph.entries:
        return f"[[{id}|{clean(words or judged.graph.in_sentences(id))}]]"
    return clean(words or id.partition(":")[2] or id)


def known_origins(judged: Judged) -> list[Origin]:
    """Return the origins by which cautions judge: declared ones; if there are none, those of parties.

    An origin that nobody declared never takes a caution away.
    """
    rooted = [end for end in judged.assessment.origins if end.root]
    return [end for end in rooted if end.declared] or [end for end in rooted if end.party]


def of_origin(origin: Origin, judged: Judged) -> str:
    """Name an origin, as a reference where it is a record; a nameless voice of a source by that source."""
    words = "" if judged.actor(origin.id) else origin.name
    if not origin.named:
        words = _lowered(origin.name)
    return named(origin.id.removeprefix("unnamed:"), judged, words)


def of_root(root: str, judged: Judged, ends: Iterable[Origin]) -> str:
    """Name a root, as a reference where it is a record; else by those of some origins that belong to it."""
    if root in judged.graph.entries:
        return named(root, judged)
    return listed(of_origin(end, judged) for end in ends if end.root == root)


def _lowered(words: str) -> str:
    """Return a description with its first letter small, unless it begins with an abbreviation."""
    first = words.partition(" ")[0]
    return words[:1].lower() + words[1:] if first[1:] == first[1:].lower() else words


def publisher_of(source: Source, judged: Judged) -> str:
    """Name the publisher of a source, as a reference to the source."""
    publisher = judged.origins.publisher(source, judged.assessment.as_of)
    words = judged.graph.in_sentences(publisher.id) if judged.actor(publisher.id) else publisher.name
    return named(source.id, judged, words)


def printed_by(id: str, judged: Judged) -> str:
    """Name the publisher of the source with this id; another record by its own name."""
    source = judged.origins.source(id)
    return publisher_of(source, judged) if source else named(id, judged)


def clean(words: str) -> str:
    """Return text of a record that may stand in a sentence: on one line, and no reference of its own."""
    return " ".join(re.sub(r"[\[\]|]", " ", words).split()) or "…"


def on(when: EdtfDateValue) -> str:
    """Say when something was said or done: “on 14 October 2024”, “in autumn 2023”, “about June 2024”."""
    if (when.text.startswith("[") and when.earliest != when.latest) or when.words.startswith(
        ("about ", "from ", "since ", "until ")
    ):
        return when.words
    message = ON if when.words[:1].isdigit() and " " in when.words else IN
    return message(day=when.words)


def dated(item: Item, with_day: Message, without: Message, **places: str) -> str:
    """Say something with the day on which an item was said or shown; in other words if it carries no date."""
    return with_day(day=on(item.when), **places) if item.when else without(**places)
