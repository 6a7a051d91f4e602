"""Whether a record answers for every sentence: of pages, and of records that cite no source."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.accounting import accounts, answers_for_itself, told_by
from explainer.diagnostics import Diagnostic, Severity
from explainer.dossier import Dossier
from explainer.prose import Page
from explainer.reading import wrong_front_matter

_HINT = (
    "refer to the record that shows it ([[id|words]]); say that it is “our reading”, if it is; or write "
    "<!-- framing: why --> right before it, if it says nothing about the subject"
)


def check(dossier: Dossier, pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield every sentence for which nothing answers."""
    yield from _of_records(dossier)
    for page in pages:
        if wrong_front_matter(page.text, page.file):
            continue
        for account in accounts(page):
            if account.sort == "unaccounted":
                sentence = account.sentence
                blank = len(sentence.text) - len(sentence.text.lstrip())
                yield Diagnostic(
                    page.at(sentence.start + blank),
                    "unaccounted-sentence",
                    "this sentence leads to no record",
                    _HINT,
                    Severity.WARNING,
                )


_OF_RECORD = (
    "cite under the record the source that shows it, refer to another record that does ([[id|words]]), or say "
    "that it is “our reading”, if it is"
)


def _of_records(dossier: Dossier) -> Iterator[Diagnostic]:
    for entry in dossier.graph.entries.values():
        for told in () if answers_for_itself(entry) else told_by(entry):
            if told.sort == "unaccounted" and told.path[0] in ("body", "summary"):
                where = entry.document.find((entry.id, *told.path), " ".join(told.text.split()[:3]))
                message = "this sentence leads to no record, and its record cites no source"
                yield Diagnostic(where, "unaccounted-sentence", message, _OF_RECORD, Severity.WARNING)
