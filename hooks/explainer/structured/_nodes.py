"""What all structured data is made of: names of pages and things, references, the page itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from explainer import dating, standings, urls
from explainer.dossier import Dossier, Judgement
from explainer.kinds._parts import EVIDENCE_WAYS
from explainer.kinds.correction import Correction
from explainer.parsing import Entry
from explainer.structured._types import type_of
from explainer.values.reduced import once
from explainer.views._base import PageView
from explainer.wording import plain

CONTEXT = "https://schema.org"

Node = dict[str, Any]
"""One thing with its properties, by their names in schema.org."""


def graph(nodes: Iterable[Node]) -> Node:
    """Return nodes as one JSON-LD document."""
    return {"@context": CONTEXT, "@graph": [_filled(node) for node in nodes]}


def _filled(node: Node) -> Node:
    """Return a node without empty properties; a list of one stands for itself."""
    found: Node = {}
    for name, content in node.items():
        if isinstance(content, list):
            items = [_filled(item) if isinstance(item, dict) else item for item in content if item]
            if items:
                found[name] = items[0] if len(items) == 1 else items
        elif isinstance(content, dict):
            found[name] = _filled(content)
        elif content not in (None, ""):
            found[name] = content
    return found


def iri(address: str, dossier: Dossier, part: str = "") -> str:
    """Return the name of a page or thing; relative to the site's root where the site has no address yet."""
    site = dossier.settings.site_url.rstrip("/")
    return f"{site}/{address}{part}" if site else f"/{address}{part}"


def name_of(entry: Entry, dossier: Dossier) -> str:
    """Return the name of the thing that a record is about, as against the page about it."""
    address = urls.of_entry(entry)
    return iri(address, dossier, "" if "#" in address else f"#{entry.kind.name}")


def reference(entry: Entry, dossier: Dossier) -> Node:
    """Return a record in few words: its name, type and title."""
    type = type_of(entry)
    return {"@type": type, "@id": name_of(entry, dossier), "name": entry.title} if type else {}


def references(ids: Iterable[str], dossier: Dossier) -> list[Node]:
    """Return records in few words, each once; ids that no record has are passed over."""
    entries = dossier.graph.entries
    return [reference(entries[id], dossier) for id in dict.fromkeys(ids) if id in entries]


def by_stance(name: str, found: Iterable[tuple[str, str]], dossier: Dossier) -> list[Node]:
    """Return records, each given with a stance of evidence, in a role for each way in which evidence speaks.

    A bare list would say that all of them speak for it.
    """
    ways: dict[str, list[str]] = {way: [] for way in EVIDENCE_WAYS.values()}
    for id, stance in found:
        ways[EVIDENCE_WAYS[stance]].append(id)
    return [
        {"@type": "Role", "roleName": way, name: references(ids, dossier)} for way, ids in ways.items() if ids
    ]


def publisher(dossier: Dossier) -> Node:
    """Return who publishes the site."""
    settings = dossier.settings
    return {
        "@type": "Organization",
        "@id": iri("", dossier, "#publisher"),
        "name": settings.publisher or settings.site_name,
        "publishingPrinciples": iri("method/", dossier),
        "correctionsPolicy": iri("corrections/", dossier),
    }


def licence(dossier: Dossier) -> str:
    """Return the licence as an address where it has a well-known one, else its short name."""
    return urls.of_licence(dossier.settings.licence)


def page_node(
    address: str, title: str, description: str, type: str, dossier: Dossier, changed: date | None = None
) -> Node:
    """Return a page as a work of its publisher."""
    settings = dossier.settings
    return {
        "@type": type,
        "@id": iri(address, dossier),
        "url": iri(address, dossier),
        "name": title,
        "description": description,
        "inLanguage": "en",
        "dateModified": (changed or dating.of_site(dossier)).isoformat(),
        "author": publisher(dossier),
        "publisher": publisher(dossier),
        "license": licence(dossier),
        "sdDatePublished": settings.as_of.isoformat(),
        "sdLicense": licence(dossier),
        "sdPublisher": {"@id": iri("", dossier, "#publisher")},
    }


def record_page(view: PageView, dossier: Dossier, thing: str = "") -> Node:
    """Return the page of a record; `thing` is the name of what it is about."""
    page = page_node(view.address, view.title, view.description, "WebPage", dossier, _changed(view, dossier))
    return {**page, "mainEntity": {"@id": thing}} if thing else page


def _changed(view: PageView, dossier: Dossier) -> date | None:
    return dating.of_page(view.entry.id, dossier) if view.entry else None


def breadcrumbs(
    address: str, title: str, crumbs: tuple[tuple[str, str], ...], dossier: Dossier
) -> list[Node]:
    """Return the way to a page."""
    steps = [*crumbs, (title, address)]
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": {"@id": iri(step, dossier)}}
        for number, (name, step) in enumerate(steps, 1)
    ]
    return [
        {"@type": "BreadcrumbList", "@id": iri(address, dossier, "#breadcrumbs"), "itemListElement": items}
    ]


def correction(one: Correction, dossier: Dossier) -> Node:
    """Return what was published, what stands there now, and why."""
    words = f"{one.title}. Published: {plain(one.published, dossier)} Now: {plain(one.replaced_by, dossier)}"
    return {
        "@type": "CorrectionComment",
        "@id": iri(f"corrections/#{one.id}", dossier),
        "text": f"{words} Why: {plain(one.reason, dossier)}",
        "dateCreated": once(one.date),
    }


def corrections(id: str, dossier: Dossier) -> list[Node]:
    """Return the corrections of a record, in the order of their ids."""
    found = (link.source.record for link in dossier.graph.backlinks.get(id, ()))
    known = {one.id: one for one in found if isinstance(one, Correction)}
    return [correction(one, dossier) for _, one in sorted(known.items())]


def explained(judgement: Judgement, dossier: Dossier) -> str:
    """Say what the evidence for a statement amounts to, with who denies it and all caveats."""
    now = judgement.assessment
    caveats = " ".join(found.plain for found in judgement.caveats)
    return f"As of {now.as_of.isoformat()}: {standings.words(judgement, dossier)}. {caveats}".strip()
