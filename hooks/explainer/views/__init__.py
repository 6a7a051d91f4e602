"""What pages show: the dossier in, plain data out. No HTML is made here."""

from collections.abc import Iterator

from explainer.dossier import Dossier
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
from explainer.views._base import PageView, Plan

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


def plans(dossier: Dossier) -> Iterator[Plan]:
    """Yield every generated page as a plan."""
    for section in ALL:
        yield from section(dossier)


REFERENCE = (
    ("Search", "search/"),
    ("Data", "data/"),
    ("Corrections", "corrections/"),
    ("Caveats and their rules", "method/caveats/"),
    ("Field reference", "contributing/fields/"),
    ("What the messages mean", "contributing/codes/"),
)
"""Generated top pages that every site has, whether its navigation names them or not."""

__all__ = ["ALL", "REFERENCE", "PageView", "Plan", "plans"]
