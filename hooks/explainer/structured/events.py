"""An event, as far as it is certain."""

from __future__ import annotations

from explainer import standings
from explainer.dossier import Dossier
from explainer.kinds.event import Event
from explainer.structured._nodes import Node, by_stance, explained, name_of, record_page, references
from explainer.values.reduced import reduced
from explainer.views._base import PageView
from explainer.wording import plain


def event(view: PageView, dossier: Dossier) -> list[Node]:
    """Return an event; its status stands in its description, and who took part only where that is certain."""
    assert view.entry is not None  # noqa: S101 - a page of a record
    one: Event = view.entry.record
    judgement = dossier.judgements[one.id]
    now = judgement.assessment
    certain = standings.is_certain(judgement)
    start, end = reduced(one.date)
    taking_part = references((part.actor for part in one.actors), dossier)
    agents = [node for node in taking_part if node and node["@type"] != "Country"]
    thing = name_of(view.entry, dossier)
    node = {
        "@type": "Event",
        "@id": thing,
        "name": one.title,
        "description": f"{explained(judgement, dossier)} {plain(one.summary, dossier)}",
        "startDate": start,
        "endDate": end if one.date.is_interval else None,
        "location": references(one.places, dossier),
        "contributor": agents if certain else [],
        "about": [
            *([node for node in taking_part if node not in agents] if certain else taking_part),
            *references((*(said.claim for said in one.says), *one.claims), dossier),
        ],
        "subjectOf": by_stance("subjectOf", ((item.source.id, item.stance) for item in now.items), dossier),
    }
    return [record_page(view, dossier, thing), node]
