"""What pages show: the dossier in, plain data out. No HTML is made here."""

from collections.abc import Iterator

from explainer import urls
from explainer.dossier import Dossier
from explainer.views import (
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
    ("The timeline", "timeline/"),
    ("All claims", "claims/"),
    ("All actors", "actors/"),
    ("All sources", "sources/"),
)
"""Lists to which a reader who is lost is led, as far as the site has them."""

REFERENCE = (
    ("Search", "search/"),
    ("Findings", findings.ADDRESS),
    ("By whose word", by_whose_word.ADDRESS),
    ("Data", data.ADDRESS),
    ("Sentence by sentence", urls.SENTENCES),
    ("Corrections", "corrections/"),
    ("Contribute", urls.FORMS),
    ("Caveats and their rules", urls.RULES),
    ("Field reference", manuals.FIELDS),
    ("What the messages mean", manuals.CODES),
    ("Settings and blocks", options.ADDRESS),
)
"""Generated top pages that a site has, whether its navigation names them or not."""

__all__ = ["ALL", "LISTS", "MAIN_LISTS", "REFERENCE", "PageView", "Plan", "plans", "unused"]
