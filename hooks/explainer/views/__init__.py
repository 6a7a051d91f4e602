"""What pages show: the dossier in, plain data out. No HTML is made here."""

from collections.abc import Callable

from explainer.dossier import Dossier
from explainer.parsing import Entry
from explainer.views import (
    actors,
    claims,
    figures,
    gathered,
    knowledge,
    manuals,
    search,
    sources,
    timeline,
    treaties,
)
from explainer.views._base import PageView

ALL = (
    timeline.pages,
    actors.pages,
    treaties.pages,
    claims.pages,
    knowledge.pages,
    figures.pages,
    sources.pages,
    gathered.pages,
    manuals.pages,
    search.pages,
)
"""Every section of generated pages."""

_PAGE_WITH: dict[str, Callable[[Entry, Dossier], PageView]] = {
    "actor": actors.page,
    "claim": lambda entry, dossier: claims.page(dossier.judgements[entry.id], dossier),
    "event": timeline.page,
    "place": gathered.place,
    "question": lambda _, dossier: gathered.questions(dossier),
    "source": sources.page,
    "term": lambda _, dossier: gathered.glossary(dossier),
    "treaty": treaties.page,
}


def page_with(entry: Entry, dossier: Dossier) -> PageView | None:
    """Return the page on which a record is told in full; nothing for a kind that has none of its own."""
    found = _PAGE_WITH.get(entry.kind.name)
    return found(entry, dossier) if found else None


REFERENCE = (
    ("Search", "search/"),
    ("Data", "data/"),
    ("Corrections", "corrections/"),
    ("Caveats and their rules", "method/caveats/"),
    ("Field reference", "contributing/fields/"),
    ("What the messages mean", "contributing/codes/"),
)
"""Generated top pages that every site has, whether its navigation names them or not."""

__all__ = ["ALL", "REFERENCE", "PageView", "page_with"]
