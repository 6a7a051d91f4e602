"""What pages show: the dossier in, plain data out. No HTML is made here."""

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

__all__ = ["ALL", "PageView"]
