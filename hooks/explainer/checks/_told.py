"""The sentences of pages and records, where each stands, and how a finding about one is waived.

A sentence that is right as it stands is waived with a reason: `<!-- word: why -->` on its own lines or the line
above in a page, `# word: why` on the line of the field or the line above in YAML. The word names the check.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from explainer.diagnostics import Diagnostic, Position, Severity
from explainer.dossier import Dossier
from explainer.parsing import Entry
from explainer.prose import Page, bare_prose
from explainer.sentences import Sentence, sentences


@dataclass(frozen=True, slots=True, order=True)
class Waiver:
    """A sentence that is right as it stands, and why."""

    position: Position
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a sentence, and the waiver that was written for it, if any."""

    diagnostic: Diagnostic
    waiver: Waiver | None


@dataclass(frozen=True, slots=True)
class Told(ABC):
    """A sentence, and where it is told."""

    sentence: Sentence

    form: ClassVar[str]
    """How a waiver is written there."""

    @property
    @abstractmethod
    def own(self) -> str:
        """The id of the record to which the sentence belongs; empty on a page."""

    @abstractmethod
    def at(self, offset: int, words: str) -> Position:
        """Return the place of words of the sentence."""

    @abstractmethod
    def waiver(self, word: str) -> Waiver | None:
        """Return the waiver that was written for the sentence under this word."""

    def find(self, word: str, where: Position, code: str, message: str, hint: str) -> Finding:
        """Return a finding about this sentence; `word` is that of its waivers."""
        form = self.form.format(word)
        hint = f"{hint}; if it is right as it stands, write {form} with the reason"
        return Finding(Diagnostic(where, code, message, hint, Severity.WARNING), self.waiver(word))


@dataclass(frozen=True, slots=True)
class OnPage(Told):
    """A sentence of a page under docs/."""

    page: Page
    form = "<!-- {}: why -->"
    own = ""

    def at(self, offset: int, words: str) -> Position:  # noqa: ARG002 - a field is searched for them
        """Return the place of words of the sentence."""
        return self.page.at(self.sentence.start + offset)

    def waiver(self, word: str) -> Waiver | None:
        """Return the waiver on the lines of the sentence or on the line above."""
        first, last = (self.page.at(at).line for at in (self.sentence.start, self.sentence.end - 1))
        return _waiver(self.page.file, self.page.text, first, last, rf"<!--\s*{word}:\s*(\S.*?)\s*-->")


@dataclass(frozen=True, slots=True)
class InField(Told):
    """A sentence of a field of a record."""

    entry: Entry
    path: tuple[str | int, ...]
    form = "# {}: why"

    @property
    def own(self) -> str:
        """The id of the record."""
        return self.entry.id

    def at(self, offset: int, words: str) -> Position:  # noqa: ARG002 - a page knows it by the offset
        """Return the place of words of the sentence."""
        return self.entry.document.find((self.entry.id, *self.path), words)

    def waiver(self, word: str) -> Waiver | None:
        """Return the waiver on the line of the field or on the line above."""
        document = self.entry.document
        field = self.path[: max(at for at, step in enumerate(self.path) if isinstance(step, str)) + 1]
        line = document.key_at((self.entry.id, *field)).line
        return _waiver(document.file, document.text, line, line, rf"(?:^|\s)#\s*{word}:\s*(\S.*?)\s*$")


def _waiver(file: str, text: str, first: int, last: int, pattern: str) -> Waiver | None:
    lines = text.split("\n")
    for number in range(max(first - 1, 1), last + 1):
        found = re.search(pattern, lines[number - 1])
        if found:
            return Waiver(Position(file, number, found.start() + 1), found[1])
    return None


def told(
    dossier: Dossier,
    pages: tuple[Page, ...],
    worth: Callable[[str], object],
    ours: Callable[[Entry, tuple[str | int, ...]], bool] = lambda _entry, _path: True,
) -> Iterator[Told]:
    """Yield every sentence in texts that are worth a closer look: of pages, and of fields that are ours to judge."""
    for page in pages:
        text = bare_prose(page.text)
        if worth(text):
            yield from (OnPage(sentence, page) for sentence in sentences(text))
    for entry in dossier.graph.entries.values():
        for path, text in entry.texts:
            if ours(entry, path) and worth(text):
                yield from (InField(sentence, entry, path) for sentence in sentences(text))


def unwaived(findings: Iterator[Finding]) -> Iterator[Diagnostic]:
    """Yield what was found and is not waived."""
    return (found.diagnostic for found in findings if found.waiver is None)


def needed(findings: Iterator[Finding]) -> tuple[Waiver, ...]:
    """Return every waiver that is needed, in the order of the files."""
    return tuple(sorted({found.waiver for found in findings if found.waiver is not None}))
