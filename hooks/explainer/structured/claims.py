"""A claim, and the review that says in words what its evidence amounts to."""

from __future__ import annotations

from explainer import dating, standings, urls
from explainer.dossier import Dossier
from explainer.kinds.claim import Claim
from explainer.structured._nodes import (
    Node,
    by_stance,
    corrections,
    explained,
    iri,
    licence,
    name_of,
    publisher,
    record_page,
    references,
)
from explainer.values.reduced import once
from explainer.views._base import PageView
from explainer.wording import origins_words, plain, shortened

CLAIM_LIMIT = 74
"""How long the short form of a claim may be, as programs that show fact checks want it."""


def claim(view: PageView, dossier: Dossier) -> list[Node]:
    """Return a claim, and the review that says in words what its evidence amounts to."""
    assert view.entry is not None  # noqa: S101 - a page of a record
    one: Claim = view.entry.record
    judgement = dossier.judgements[one.id]
    now = judgement.assessment
    supporting = [item for item in now.supporting if item.when]
    first = min(supporting, key=lambda item: item.order, default=None)
    thing = name_of(view.entry, dossier)
    changes = [moment.date for moment in judgement.moments if moment.is_change and moment.date.year > 1]
    statement = {
        "@type": "Claim",
        "@id": thing,
        "name": one.title,
        "text": plain(one.statement, dossier),
        "author": references(one.made_by, dossier),
        "about": references(one.about, dossier),
        "claimInterpreter": {"@id": iri("", dossier, "#publisher")},
        "datePublished": once(one.first_made),
        "firstAppearance": references([first.source.id], dossier) if first else None,
        "appearance": references((item.source.id for item in now.supporting), dossier),
        "citation": by_stance("citation", ((item.source.id, item.stance) for item in now.items), dossier),
    }
    review = {
        "@type": "ClaimReview",
        "@id": iri(view.address, dossier, "#review"),
        "url": iri(view.address, dossier),
        "claimReviewed": shortened(one.title, CLAIM_LIMIT),
        "itemReviewed": {"@id": thing},
        "reviewAspect": "what the evidence amounts to",
        "reviewRating": {
            "@type": "Rating",
            "alternateName": standings.short(judgement, dossier),
            "ratingExplanation": f"{standings.meaning(judgement)} {_capitalised(origins_words(judgement))}.",
        },
        "reviewBody": explained(judgement, dossier),
        "about": [
            {
                "@type": "DefinedTerm",
                "termCode": found.rule,
                "name": found.label,
                "description": found.plain,
                "inDefinedTermSet": iri(urls.RULES, dossier),
            }
            for found in judgement.caveats
        ],
        "author": publisher(dossier),
        "datePublished": max(changes).isoformat() if changes else None,
        "dateModified": dating.of_record(one.id, dossier).isoformat(),
        "license": licence(dossier),
        "correction": corrections(one.id, dossier),
    }
    quotations = [
        {
            "@type": "Quotation",
            "text": wording.text,
            "inLanguage": wording.language,
            "isBasedOn": references([wording.source], dossier),
        }
        for wording in one.wordings
    ]
    return [record_page(view, dossier, thing), statement, review, *quotations]


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
