"""What pages show: the dossier in, plain data out. No HTML is made here."""

from collections.abc import Iterator

from explainer import urls
from explainer.dossier import Dossier
from explainer.messages import Message
from explainer.views import (
    _headings,
    actors,
    by_whose_word,
    claims,
    data,
    figures,
    findings,
    forms,
    gathered,
    hubs,
    knowledge,
    manuals,
    mentioned,
    options,
    records,
    search,
    sentences,
    sentences_in_records,
    sources,
    timeline,
    treaties,
)
from explainer.views._base import PageView, Plan
from explainer.views.used import unused

TIMELINE = Message("The timeline")
CLAIMS = Message("All claims")
ACTORS = Message("All actors")
SOURCES = Message("All sources")
SEARCH = Message("Search")
FINDINGS = Message("Findings")
DATA = Message("Data")
CORRECTIONS = Message("Corrections")
CONTRIBUTE = Message("Contribute")
FIELDS = Message("Field reference")

ALL = (
    timeline.pages,
    actors.pages,
    treaties.pages,
    claims.pages,
    findings.pages,
    by_whose_word.pages,
    knowledge.pages,
    figures.pages,
    sources.pages,
    mentioned.pages,
    gathered.pages,
    manuals.pages,
    options.pages,
    records.pages,
    forms.pages,
    search.pages,
    sentences.pages,
    sentences_in_records.pages,
)
"""Every section of generated pages."""


LISTS = (
    timeline.lists,
    actors.lists,
    hubs.lists,
    claims.lists,
    findings.lists,
    by_whose_word.lists,
    knowledge.lists,
    figures.lists,
    sources.lists,
    mentioned.lists,
    sentences_in_records.lists,
)
"""Every list that is cut into parts when it grows long."""


def plans(dossier: Dossier) -> Iterator[Plan]:
    """Yield every generated page as a plan; a page that would show nothing is not made."""
    empty = unused(dossier)
    for section in ALL:
        for plan in section(dossier):
            if f"{plan.address.partition('/')[0]}/" not in empty:
                yield plan


MAIN_LISTS = (
    (TIMELINE, "timeline/"),
    (CLAIMS, "claims/"),
    (ACTORS, "actors/"),
    (SOURCES, "sources/"),
)
"""Lists to which a reader who is lost is led, as far as the site has them."""

REFERENCE = (
    (SEARCH, "search/"),
    (FINDINGS, findings.ADDRESS),
    (by_whose_word.TITLE, by_whose_word.ADDRESS),
    (DATA, data.ADDRESS),
    (_headings.SENTENCES, urls.SENTENCES),
    (CORRECTIONS, "corrections/"),
    (CONTRIBUTE, urls.FORMS),
    (manuals.RULES_TITLE, urls.RULES),
    (FIELDS, manuals.FIELDS),
    (manuals.CODES_TITLE, manuals.CODES),
    (options.TITLE, options.ADDRESS),
)
"""Generated top pages that a site has, whether its navigation names them or not."""

__all__ = ["ALL", "LISTS", "MAIN_LISTS", "REFERENCE", "PageView", "Plan", "plans", "unused"]
