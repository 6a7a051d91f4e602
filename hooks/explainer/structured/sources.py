"""A source as a work."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.dossier import Dossier
from explainer.kinds._authors import Author
from explainer.kinds.source import Source
from explainer.structured._nodes import Node, by_stance, name_of, record_page, references
from explainer.structured._types import SOURCE_TYPES, type_of
from explainer.values.reduced import once
from explainer.views._base import PageView


def source(view: PageView, dossier: Dossier) -> list[Node]:
    """Return a source as the kind of work that it is, with what it is based on."""
    assert view.entry is not None  # noqa: S101 - a page of a record
    one: Source = view.entry.record
    thing = name_of(view.entry, dossier)
    type = type_of(view.entry)
    publishers = [node for node in references([one.publisher] if one.publisher else [], dossier) if node]
    dated = one.published or one.text_date
    published = once(dated) if dated else None
    named = publishers[:1] if publishers and publishers[0]["@type"] != "Country" else []
    name = dossier.origins.publisher(one, dossier.as_of).name
    work: Node = {
        "@type": type,
        "@id": thing,
        "name": {"@value": one.title, "@language": one.language} if one.title else one.label,
        "url": one.url,
        "archivedAt": one.archived_url,
        "author": [author(who) for who in one.credited],
        "publisher": named or {"@type": "Organization", "name": name},
        "datePublished": published,
        "inLanguage": one.language,
        "creativeWorkStatus": one.standing,
        "mentions": by_stance("mentions", _resting(one.id, dossier), dossier),
        "isBasedOn": [node for node in references(one.relays, dossier) if node and _is_work(node)],
    }
    return [record_page(view, dossier, thing), work]


def _resting(id: str, dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield the claims and events for or against which a source is evidence, with the stance."""
    for link in dossier.graph.backlinks.get(id, ()):
        if link.path[0] == "evidence" and link.path[-1] == "source":
            yield link.source.id, link.source.record.evidence[int(link.path[1])].stance


def author(who: Author) -> Node:
    """Return who wrote a work: a person or a body."""
    if who.name:
        return {"@type": "Organization", "name": who.name}
    return {
        "@type": "Person",
        "name": who.words,
        "familyName": " ".join(part for part in (who.particle, who.family) if part),
        "givenName": who.given,
        "honorificSuffix": who.suffix,
    }


def _is_work(node: Node) -> bool:
    return node["@type"] in {*SOURCE_TYPES.values(), "CreativeWork"}
