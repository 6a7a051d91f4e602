"""Pages under docs/ that nobody would see, because a page of a record or a list of records stands there."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic, Position
from explainer.dossier import Dossier
from explainer.kinds import KINDS
from explainer.prose import Page

_LISTED = {kind.address for kind in KINDS} - {"corrections"}
"""Folders of generated lists; the list of corrections is a block on a page of prose."""


def check(dossier: Dossier, pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield each page in whose place a generated page stands."""
    for page in pages:
        stem = page.path.removesuffix(".md").removesuffix("/index")
        folder, _, id = stem.partition("/")
        entry = dossier.graph.entries.get(id)
        is_record = entry is not None and entry.kind.address == folder and not entry.kind.gathered
        if folder in _LISTED and (not id or is_record):
            what = f"the page of the record “{id}”" if id else "a list of records"
            message = f"{what} stands at “{stem}/”, and this page would not be seen"
            yield Diagnostic(Position(page.file), "hidden-page", message, "give the file another name")
