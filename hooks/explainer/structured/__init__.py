"""What a page says of itself to other programs: JSON-LD in the words of schema.org.

A claim's review carries words and no number, and no date is more precise than what is known.
"""

from __future__ import annotations

from collections.abc import Callable

from explainer import dating, urls
from explainer.dossier import Dossier
from explainer.prose import Page, page_description, page_references, page_title
from explainer.structured._nodes import (
    Node,
    breadcrumbs,
    correction,
    graph,
    iri,
    page_node,
    reference,
)
from explainer.structured.actors import actor
from explainer.structured.claims import claim
from explainer.structured.events import event
from explainer.structured.gathered import data, glossary
from explainer.structured.places import place
from explainer.structured.sources import source
from explainer.structured.things import thing
from explainer.structured.treaties import treaty
from explainer.views._base import PageView


def of_view(view: PageView, dossier: Dossier) -> Node:
    """Return what a generated page says of itself: its record, or what it gathers, and the way to it."""
    made = _OF_KIND.get(view.entry.kind.name, thing) if view.entry else _OF_PAGE.get(view.address)
    nodes = (
        made(view, dossier)
        if made
        else [page_node(view.address, view.title, view.description, "CollectionPage", dossier)]
    )
    return graph([*nodes, *breadcrumbs(view.address, view.title, view.crumbs, dossier)])


def of_prose(page: Page, crumbs: tuple[tuple[str, str], ...], dossier: Dossier) -> Node:
    """Return what a page under docs/ says of itself: an article that explains, with what it speaks of."""
    settings = dossier.settings
    address = urls.of_page(page.path)
    title = page_title(page) if address else settings.site_name
    ids = dict.fromkeys(id for id, _ in page_references(page))
    entries = [dossier.graph.entries[id] for id in ids if id in dossier.graph.entries]
    corrections = [entry.record for entry in dossier.graph.of_kind("correction")]
    concerned = [one for one in corrections if page.path in one.pages or address == "corrections/"]
    article = {
        **page_node(
            address,
            title,
            page_description(page) or settings.description,
            "BackgroundNewsArticle",
            dossier,
            dating.of_several(ids, dossier),
        ),
        "headline": title,
        "about": [reference(entry, dossier) for entry in entries if entry.kind.name in ("claim", "treaty")],
        "mentions": [
            reference(entry, dossier) for entry in entries if entry.kind.name in ("actor", "event", "place")
        ],
        "citation": [reference(entry, dossier) for entry in entries if entry.kind.name == "source"],
        "isBasedOn": {"@id": iri("data/", dossier, "#dataset")},
        "publishingPrinciples": iri("method/", dossier),
        "correction": [correction(one, dossier) for one in concerned],
    }
    return graph([article, *(breadcrumbs(address, title, crumbs, dossier) if address else [])])


_OF_KIND: dict[str, Callable[[PageView, Dossier], list[Node]]] = {
    "actor": actor,
    "claim": claim,
    "event": event,
    "place": place,
    "source": source,
    "treaty": treaty,
}

_OF_PAGE: dict[str, Callable[[PageView, Dossier], list[Node]]] = {"data/": data, "glossary/": glossary}
