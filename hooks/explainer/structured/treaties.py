"""A treaty with its articles."""

from __future__ import annotations

from explainer.dossier import Dossier
from explainer.kinds.treaty import Article, Treaty
from explainer.structured._nodes import CONTEXT, Node, iri, name_of, record_page, references
from explainer.values.reduced import once
from explainer.views._base import PageView
from explainer.wording import plain, provision_title


def treaty(view: PageView, dossier: Dossier) -> list[Node]:
    """Return a treaty with its articles, and the wording of each in every language that was read."""
    assert view.entry is not None  # noqa: S101 - a page of a record
    one: Treaty = view.entry.record
    thing = name_of(view.entry, dossier)
    in_force = [step for step in one.steps if step.step == "in-force"]
    ended = any(step.step == "ended" for step in one.steps)
    approved = [step for step in one.steps if step.step in ("adopted", "approved")]
    signed = [step for step in one.steps if step.step in ("signed", "signed-into-law", "ratified")]
    agents = ("Person", "GovernmentOrganization", "Organization")
    passed = references((body for step in approved for body in step.by), dossier)
    signers = references((body for step in signed for body in step.by), dossier)
    node = {
        "@type": "Legislation",
        "@id": thing,
        "name": one.title,
        "alternateName": [
            *one.aliases,
            *({"@value": name.text, "@language": name.language} for name in one.titles),
        ],
        "description": plain(one.summary, dossier),
        "legislationType": "treaty",
        "legislationIdentifier": one.id,
        "legislationDate": once(one.signed),
        "legislationDateOfApplicability": once(in_force[0].date) if in_force else None,
        "legislationLegalForce": {
            "@id": f"{CONTEXT}/{'InForce' if in_force and not ended else 'NotInForce'}"
        },
        "legislationJurisdiction": [
            node for node in references(one.parties, dossier) if node and node["@type"] == "Country"
        ],
        "legislationPassedBy": [node for node in passed if node and node["@type"] in agents],
        "legislationCountersignedBy": [node for node in signers if node and node["@type"] in agents],
        "citation": references(one.sources, dossier),
        "hasPart": [_article(key, article, view, dossier) for key, article in one.articles.items()],
    }
    return [record_page(view, dossier, thing), node]


def _article(key: str, article: Article, view: PageView, dossier: Dossier) -> Node:
    place = iri(view.address, dossier, f"#{key}")
    return {
        "@type": "Legislation",
        "@id": place,
        "url": place,
        "name": provision_title(key, article),
        "legislationType": "article of a treaty",
        "legislationIdentifier": key,
        "description": plain(article.summary, dossier),
        "encoding": [
            {
                "@type": "LegislationObject",
                "inLanguage": text.language,
                "text": text.text,
                "name": text.label,
                "translator": {"@type": "Person", "name": text.translator} if text.translator else None,
                "legislationLegalValue": None
                if text.authentic
                else {"@id": f"{CONTEXT}/UnofficialLegalValue"},
                "isBasedOn": references([text.source], dossier),
            }
            for text in article.texts
        ],
    }
