"""Whether every sentence of a page leads to a record, is marked as ours, or frames what is said."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.accounting import accounts
from explainer.diagnostics import Diagnostic, Severity
from explainer.dossier import Dossier
from explainer.prose import Page
from explainer.reading import wrong_front_matter

_HINT = (
    "refer to the record that shows it ([[id|words]]); say that it is “our reading”, if it is; or write "
    "<!-- framing: why --> right before it, if it says nothing about the subject"
)


def check(_dossier: Dossier, pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield every sentence for which nothing answers."""
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
