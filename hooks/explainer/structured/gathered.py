"""The glossary and the page of all data: pages of many things."""

from __future__ import annotations

from explainer import dating
from explainer.dossier import Dossier
from explainer.structured._nodes import Node, iri, licence, name_of, publisher, record_page
from explainer.views._base import PageView
from explainer.wording import plain


def glossary(view: PageView, dossier: Dossier) -> list[Node]:
    """Return the glossary with every term."""
    terms = [
        {
            "@type": "DefinedTerm",
            "@id": name_of(entry, dossier),
            "name": entry.record.name,
            "alternateName": list(entry.record.aliases),
            "description": plain(entry.record.definition, dossier),
            "termCode": entry.id,
        }
        for entry in dossier.graph.of_kind("term")
    ]
    address = iri(view.address, dossier)
    return [
        {
            "@type": "DefinedTermSet",
            "@id": address,
            "url": address,
            "name": view.title,
            "description": view.description,
            "inLanguage": "en",
            "publisher": publisher(dossier),
            "license": licence(dossier),
            "hasDefinedTerm": terms,
        }
    ]


def data(view: PageView, dossier: Dossier) -> list[Node]:
    """Return the data of the whole site: each file with its name, media type, address and size."""
    settings = dossier.settings
    first_days = (entry.record.date.earliest for entry in dossier.graph.of_kind("event"))
    first = min((day for day in first_days if day.year > 1), default=None)
    downloads = [
        {
            "@type": "DataDownload",
            "name": file["title"] or offer["title"],
            "encodingFormat": offer["media_type"],
            "contentUrl": iri(file["path"], dossier),
            "contentSize": f"{file['bytes']} B",
        }
        for offer in view.data["offers"]
        for file in offer["files"]
    ]
    node = {
        "@type": "Dataset",
        "@id": iri(view.address, dossier, "#dataset"),
        "url": iri(view.address, dossier),
        "name": f"{settings.site_name}: {view.title}",
        "description": settings.description or view.description,
        "creator": publisher(dossier),
        "license": licence(dossier),
        "isAccessibleForFree": True,
        "dateModified": dating.of_site(dossier).isoformat(),
        "temporalCoverage": f"{first.isoformat()}/{settings.as_of.isoformat()}" if first else None,
        "variableMeasured": [
            "status of each claim",
            "independent origins of each claim",
            "caveats of each claim",
        ],
        "distribution": downloads,
    }
    return [record_page(view, dossier, iri(view.address, dossier, "#dataset")), node]
