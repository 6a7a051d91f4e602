"""MkDocs' own messages, with our next step behind them."""

from __future__ import annotations

import logging
import re

STEPS = (
    (
        re.compile(r"pages exist in the docs directory, but are not included in the \"nav\""),
        "If readers shall find one in the menu, list it in mkdocs.yml under “nav”; if not, link to it.",
    ),
    (
        re.compile(r"included in the 'nav' configuration, which is not found"),
        "Correct the path in mkdocs.yml under “nav”, or create that page under docs/.",
    ),
    (
        re.compile(r"included in the 'nav' configuration, but the file is not"),
        "Take it out of “nav” in mkdocs.yml, or out of what is excluded there.",
    ),
    (
        re.compile(r"contains a (?:link|reference)(?s:.)*not found among documentation files"),
        "Correct the path, which is counted from the page itself; a record is linked with [[its-id]].",
    ),
    (
        re.compile(r"contains a link(?s:.)*(?:does not contain an anchor|there is no such anchor)"),
        "Correct the word behind “#”, or give the heading that name: ## Heading {#name}",
    ),
    (
        re.compile(r"contains an? (?:absolute|unrecognized relative) link"),
        "Write the path from the page itself to the file under docs/, such as ../about.md.",
    ),
)
"""What to do next, by the words of a message."""


class NextStep(logging.Filter):
    """Says behind a message what to do, where that is known."""

    held = False
    """Whether such messages are held back: while records are broken no page of theirs is made, and menu and
    links that lead there are no mistakes."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Add the next step to a message; False where it is held back."""
        said = record.getMessage()
        step = next((step for words, step in STEPS if words.search(said)), "")
        if step and step not in said:
            record.msg, record.args = f"{said.rstrip()}\n    {step}", ()
        return not (step and self.held)


_NEXT_STEP = NextStep()


def listen() -> None:
    """Add next steps to what MkDocs says of the menu, of pages and of links."""
    for name in ("nav", "pages", "files"):
        logging.getLogger(f"mkdocs.structure.{name}").addFilter(_NEXT_STEP)


def hold(*, back: bool) -> None:
    """Hold such messages back, or let them through again."""
    _NEXT_STEP.held = back
