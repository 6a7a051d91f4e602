"""Persons, states and bodies."""

from __future__ import annotations

from explainer.dossier import Dossier
from explainer.kinds.actor import Actor
from explainer.structured._nodes import Node, name_of, record_page, references
from explainer.structured._types import type_of
from explainer.values.reduced import reduced
from explainer.views._base import PageView
from explainer.wording import plain, type_words


def actor(view: PageView, dossier: Dossier) -> list[Node]:
    """Return a person, a state or a body; an unnamed voice is none of them."""
    assert view.entry is not None  # noqa: S101 - a page of a record
    one: Actor = view.entry.record
    type = type_of(view.entry)
    if not type:
        return [record_page(view, dossier)]
    thing = name_of(view.entry, dossier)
    node: Node = {
        "@type": type,
        "@id": thing,
        "name": one.name,
        "alternateName": [
            *one.aliases,
            *({"@value": name.text, "@language": name.language} for name in one.native_names),
        ],
        "description": plain(one.summary, dossier) or type_words(one.type, dossier),
        "sameAs": f"https://www.wikidata.org/entity/{one.wikidata}" if one.wikidata else None,
    }
    if type == "Person":
        node |= _offices(one, dossier)
    elif type != "Country" and (part_of := dossier.origins.part_of(one.id, dossier.as_of)):
        above = references([part_of], dossier)
        node["areaServed" if above and above[0].get("@type") == "Country" else "parentOrganization"] = above
    return [record_page(view, dossier, thing), node]


def _offices(one: Actor, dossier: Dossier) -> Node:
    """Return what offices a person holds or held, with as much of the dates as is known."""
    member: list[Node] = []
    occupations: list[Node] = []
    for held in one.positions:
        bodies = references([held.at] if held.at else [], dossier)
        body = bodies[0] if bodies and bodies[0] else {}
        if body.get("@type") in (None, "Person", "Country"):
            located = {"occupationLocation": body} if body.get("@type") == "Country" else {}
            occupations.append({"@type": "Occupation", "name": held.title, **located})
        else:
            dates = {
                "startDate": reduced(held.since)[0] if held.since else None,
                "endDate": reduced(held.until)[1] if held.until else None,
            }
            member.append({"@type": "OrganizationRole", "roleName": held.title, **dates, "memberOf": body})
    current = [held.title for held in one.positions if held.until is None]
    return {"jobTitle": current, "memberOf": member, "hasOccupation": occupations}
