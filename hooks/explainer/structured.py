"""What a page says of itself to other programs: JSON-LD in the words of schema.org.

A claim's review carries words and no number, and no date is more precise than what is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from explainer import urls
from explainer.dossier import Dossier, Judgement
from explainer.kinds.actor import TYPES, Actor
from explainer.kinds.claim import STATUSES, Claim
from explainer.kinds.correction import Correction
from explainer.kinds.event import Event
from explainer.kinds.place import Place
from explainer.kinds.source import Source
from explainer.kinds.treaty import Article, Treaty
from explainer.parsing import Entry
from explainer.prose import Page, page_description, page_references, page_title
from explainer.values.edtf import EdtfDateValue
from explainer.views._base import PageView, origins_words, plain, shortened

CONTEXT = "https://schema.org"
CLAIM_LIMIT = 74
"""How long the short form of a claim may be, as programs that show fact checks want it."""

ACTOR_TYPES = {
    "state": "Country",
    "person": "Person",
    "armed-force": "GovernmentOrganization",
    "unit": "GovernmentOrganization",
    "government-body": "GovernmentOrganization",
    "parliament": "GovernmentOrganization",
    "intelligence-service": "GovernmentOrganization",
    "international-body": "Organization",
    "monitoring-body": "Organization",
    "news-organisation": "NewsMediaOrganization",
    "research-organisation": "ResearchOrganization",
    "company": "Corporation",
    "channel": "Organization",
}
"""Unnamed voices and loose groups of people are missing: they are no organisations."""

SOURCE_TYPES = {
    "article": "Article",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "bill": "Legislation",
    "book": "Book",
    "broadcast": "MediaObject",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "document": "DigitalDocument",
    "entry-encyclopedia": "Article",
    "legislation": "Legislation",
    "map": "Map",
    "post": "SocialMediaPosting",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "treaty": "Legislation",
    "webpage": "WebPage",
}
"""Types of documents; all others are works of no special kind."""

CERTAIN = ("acknowledged", "corroborated")

Node = dict[str, Any]


def of_view(view: PageView, dossier: Dossier) -> Node:
    """Return what a generated page says of itself: its record, or what it gathers, and the way to it."""
    made = _OF_KIND.get(view.entry.kind.name) if view.entry else _OF_PAGE.get(view.address)
    nodes = (
        made(view, dossier)
        if made
        else [_page(view.address, view.title, view.description, "CollectionPage", dossier)]
    )
    return _graph([*nodes, *_crumbs(view.address, view.title, view.crumbs, dossier)])


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
        **_page(
            address, title, page_description(page) or settings.description, "BackgroundNewsArticle", dossier
        ),
        "headline": title,
        "about": [_reference(entry, dossier) for entry in entries if entry.kind.name in ("claim", "treaty")],
        "mentions": [
            _reference(entry, dossier) for entry in entries if entry.kind.name in ("actor", "event", "place")
        ],
        "citation": [_reference(entry, dossier) for entry in entries if entry.kind.name == "source"],
        "isBasedOn": {"@id": _iri("data/", dossier, "#dataset")},
        "author": _publisher(dossier),
        "publishingPrinciples": _iri("method/", dossier),
        "correction": [_correction(one, dossier) for one in concerned],
    }
    return _graph([article, *(_crumbs(address, title, crumbs, dossier) if address else [])])


def reduced(when: EdtfDateValue) -> tuple[str, str]:
    """Return first and last date in reduced ISO 8601, empty where open; never more precise than what is known.

    A date that is approximate or uncertain loses its last part: about 12 October becomes October.
    """
    ends = [part for part in re.split(r"/|\.\.", when.text.strip("[]")) if part]
    if when.is_interval and len(ends) == 2:
        return _point(ends[0]), _point(ends[1])
    if when.is_interval:
        return ("", _point(ends[0])) if when.text.startswith(("/", "..")) else (_point(ends[0]), "")
    if len(ends) == 1 and _point(ends[0]) and not when.text.startswith("["):
        return _point(ends[0]), _point(ends[0])
    shared = _shared(when)
    return shared, shared


def once(when: EdtfDateValue) -> str:
    """Return the date of something that happened once, in reduced ISO 8601; of a span what both ends share."""
    return _shared(when) if when.is_interval else reduced(when)[0]


def _point(text: str) -> str:
    plain_text = text.rstrip("~?%")
    found = re.fullmatch(r"([0-9]{4})(?:(-(?:0[1-9]|1[0-2]))(-[0-9]{2})?)?", plain_text)
    if not found:
        year = re.match(r"[0-9]{4}", text)
        return year.group() if year else ""
    parts = [part for part in found.groups() if part]
    return "".join(parts if plain_text == text or len(parts) == 1 else parts[:-1])


def _shared(when: EdtfDateValue) -> str:
    """Return what the first and the last day have in common: a year, a year and month, or nothing."""
    first, last = when.earliest, when.latest
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    return f"{first.year:04}" if first.year == last.year else ""


def _graph(nodes: Iterable[Node]) -> Node:
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


def _iri(address: str, dossier: Dossier, part: str = "") -> str:
    """Return the name of a page or thing; relative to the site's root where the site has no address yet."""
    site = dossier.settings.site_url.rstrip("/")
    return f"{site}/{address}{part}" if site else f"/{address}{part}"


def _name(entry: Entry, dossier: Dossier) -> str:
    """Return the name of the thing that a record is about, as against the page about it."""
    address = urls.of_entry(entry)
    return _iri(address, dossier, "" if "#" in address else f"#{entry.kind.name}")


def _reference(entry: Entry, dossier: Dossier) -> Node:
    """Return a record in few words: its name, type and title."""
    type = _type(entry)
    return {"@type": type, "@id": _name(entry, dossier), "name": entry.title} if type else {}


def _references(ids: Iterable[str], dossier: Dossier) -> list[Node]:
    entries = dossier.graph.entries
    return [_reference(entries[id], dossier) for id in dict.fromkeys(ids) if id in entries]


def _type(entry: Entry) -> str:
    record = entry.record
    if isinstance(record, Actor):
        return ACTOR_TYPES.get(record.type, "")
    if isinstance(record, Source):
        return SOURCE_TYPES.get(record.type, "CreativeWork")
    types = {
        "claim": "Claim",
        "event": "Event",
        "place": "Place",
        "term": "DefinedTerm",
        "treaty": "Legislation",
    }
    return types.get(entry.kind.name, "")


def _publisher(dossier: Dossier) -> Node:
    settings = dossier.settings
    return {
        "@type": "Organization",
        "@id": _iri("", dossier, "#publisher"),
        "name": settings.publisher or settings.site_name,
        "publishingPrinciples": _iri("method/", dossier),
        "correctionsPolicy": _iri("corrections/", dossier),
    }


def licence(dossier: Dossier) -> str:
    """Return the licence as an address where it has a well-known one, else its short name."""
    found = re.fullmatch(r"CC-(BY(?:-NC)?(?:-ND|-SA)?)-([0-9.]+)", dossier.settings.licence)
    if found:
        return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/"
    return f"https://spdx.org/licenses/{dossier.settings.licence}"


def _page(address: str, title: str, description: str, type: str, dossier: Dossier) -> Node:
    settings = dossier.settings
    return {
        "@type": type,
        "@id": _iri(address, dossier),
        "url": _iri(address, dossier),
        "name": title,
        "description": description,
        "inLanguage": "en",
        "dateModified": (settings.reviewed or settings.as_of).isoformat(),
        "publisher": _publisher(dossier),
        "license": licence(dossier),
        "sdDatePublished": settings.as_of.isoformat(),
        "sdLicense": licence(dossier),
        "sdPublisher": {"@id": _iri("", dossier, "#publisher")},
    }


def _record_page(view: PageView, dossier: Dossier, thing: str = "") -> Node:
    page = _page(view.address, view.title, view.description, "WebPage", dossier)
    return {**page, "mainEntity": {"@id": thing}} if thing else page


def _crumbs(address: str, title: str, crumbs: tuple[tuple[str, str], ...], dossier: Dossier) -> list[Node]:
    steps = [*crumbs, (title, address)]
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": {"@id": _iri(step, dossier)}}
        for number, (name, step) in enumerate(steps, 1)
    ]
    return [
        {"@type": "BreadcrumbList", "@id": _iri(address, dossier, "#breadcrumbs"), "itemListElement": items}
    ]


def _correction(one: Correction, dossier: Dossier) -> Node:
    words = f"{one.title}. Published: {plain(one.published, dossier)} Now: {plain(one.replaced_by, dossier)}"
    return {
        "@type": "CorrectionComment",
        "@id": _iri(f"corrections/#{one.id}", dossier),
        "text": f"{words} Why: {plain(one.reason, dossier)}",
        "dateCreated": once(one.date),
    }


def _corrections(id: str, dossier: Dossier) -> list[Node]:
    found = (link.source.record for link in dossier.graph.backlinks.get(id, ()))
    known = {one.id: one for one in found if isinstance(one, Correction)}
    return [_correction(one, dossier) for _, one in sorted(known.items())]


def claim(view: PageView, dossier: Dossier) -> list[Node]:
    """Return a claim, and the review that says in words what its evidence amounts to."""
    assert view.entry is not None  # noqa: S101 - a page of a record
    one: Claim = view.entry.record
    judgement = dossier.judgements[one.id]
    now = judgement.assessment
    supporting = [item for item in now.supporting if item.when]
    first = min(supporting, key=lambda item: item.order, default=None)
    thing = _name(view.entry, dossier)
    changes = [moment.date for moment in judgement.moments if moment.is_change and moment.date.year > 1]
    contested = bool(now.contested_by)
    statement = {
        "@type": "Claim",
        "@id": thing,
        "name": one.title,
        "text": plain(one.statement, dossier),
        "author": _references(one.made_by, dossier),
        "about": _references(one.about, dossier),
        "claimInterpreter": {"@id": _iri("", dossier, "#publisher")},
        "datePublished": once(one.first_made),
        "firstAppearance": _references([first.source.id], dossier) if first else None,
        "appearance": _references((item.source.id for item in now.supporting), dossier),
        "citation": _references((item.source.id for item in now.items), dossier),
    }
    review = {
        "@type": "ClaimReview",
        "@id": _iri(view.address, dossier, "#review"),
        "url": _iri(view.address, dossier),
        "claimReviewed": shortened(one.title, CLAIM_LIMIT),
        "itemReviewed": {"@id": thing},
        "reviewAspect": "what the evidence amounts to",
        "reviewRating": {
            "@type": "Rating",
            "alternateName": f"{now.status}, contested" if contested else now.status,
            "ratingExplanation": f"{STATUSES[now.status]} {_capitalised(origins_words(judgement))}.",
        },
        "reviewBody": _explained(judgement, dossier),
        "about": [
            {
                "@type": "DefinedTerm",
                "termCode": found.rule,
                "name": found.label,
                "description": found.plain,
                "inDefinedTermSet": _iri("method/caveats/", dossier),
            }
            for found in judgement.caveats
        ],
        "author": _publisher(dossier),
        "datePublished": max(changes).isoformat() if changes else None,
        "dateModified": now.as_of.isoformat(),
        "license": licence(dossier),
        "correction": _corrections(one.id, dossier),
    }
    quotations = [
        {
            "@type": "Quotation",
            "text": wording.text,
            "inLanguage": wording.language,
            "isBasedOn": _references([wording.source], dossier),
        }
        for wording in one.wordings
    ]
    return [_record_page(view, dossier, thing), statement, review, *quotations]


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _explained(judgement: Judgement, dossier: Dossier) -> str:
    now = judgement.assessment
    names = [dossier.graph.title(id) for id in now.contested_by if id in dossier.graph.entries]
    denied = f" Denied by {', '.join(names)}." if names else ""
    caveats = " ".join(found.plain for found in judgement.caveats)
    return f"As of {now.as_of.isoformat()}: {now.status}.{denied} {caveats}".strip()


def event(view: PageView, dossier: Dossier) -> list[Node]:
    """Return an event; its status stands in its description, and who took part only where that is certain."""
    assert view.entry is not None  # noqa: S101 - a page of a record
    one: Event = view.entry.record
    judgement = dossier.judgements[one.id]
    now = judgement.assessment
    certain = now.status in CERTAIN and not now.contested_by
    start, end = reduced(one.date)
    taking_part = _references((part.actor for part in one.actors), dossier)
    agents = [node for node in taking_part if node and node["@type"] != "Country"]
    thing = _name(view.entry, dossier)
    node = {
        "@type": "Event",
        "@id": thing,
        "name": one.title,
        "description": f"{_explained(judgement, dossier)} {plain(one.summary, dossier)}",
        "startDate": start,
        "endDate": end if one.date.is_interval else None,
        "location": _references(one.places, dossier),
        "contributor": agents if certain else [],
        "about": [
            *([node for node in taking_part if node not in agents] if certain else taking_part),
            *_references(one.claims, dossier),
        ],
        "subjectOf": _references((item.source.id for item in now.items), dossier),
    }
    return [_record_page(view, dossier, thing), node]


def actor(view: PageView, dossier: Dossier) -> list[Node]:
    """Return a person, a state or a body; an unnamed voice is none of them."""
    assert view.entry is not None  # noqa: S101 - a page of a record
    one: Actor = view.entry.record
    type = _type(view.entry)
    if not type:
        return [_record_page(view, dossier)]
    thing = _name(view.entry, dossier)
    node: Node = {
        "@type": type,
        "@id": thing,
        "name": one.name,
        "alternateName": [
            *one.aliases,
            *({"@value": name.text, "@language": name.language} for name in one.native_names),
        ],
        "description": plain(one.summary, dossier) or TYPES[one.type],
        "sameAs": f"https://www.wikidata.org/entity/{one.wikidata}" if one.wikidata else None,
    }
    if type == "Person":
        node |= _offices(one, dossier)
    elif type != "Country" and one.part_of:
        above = _references([one.part_of], dossier)
        node["areaServed" if above and above[0].get("@type") == "Country" else "parentOrganization"] = above
    return [_record_page(view, dossier, thing), node]


def _offices(one: Actor, dossier: Dossier) -> Node:
    """Return what offices a person holds or held, with as much of the dates as is known."""
    member: list[Node] = []
    occupations: list[Node] = []
    for held in one.positions:
        bodies = _references([held.at] if held.at else [], dossier)
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


def treaty(view: PageView, dossier: Dossier) -> list[Node]:
    """Return a treaty with its articles, and the wording of each in every language that was read."""
    assert view.entry is not None  # noqa: S101 - a page of a record
    one: Treaty = view.entry.record
    thing = _name(view.entry, dossier)
    in_force = [step for step in one.steps if step.step == "in-force"]
    ended = any(step.step == "ended" for step in one.steps)
    approved = [step for step in one.steps if step.step in ("adopted", "approved")]
    signed = [step for step in one.steps if step.step in ("signed", "signed-into-law", "ratified")]
    agents = ("Person", "GovernmentOrganization", "Organization")
    passed = _references((body for step in approved for body in step.by), dossier)
    signers = _references((body for step in signed for body in step.by), dossier)
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
            node for node in _references(one.parties, dossier) if node and node["@type"] == "Country"
        ],
        "legislationPassedBy": [node for node in passed if node and node["@type"] in agents],
        "legislationCountersignedBy": [node for node in signers if node and node["@type"] in agents],
        "citation": _references(one.sources, dossier),
        "hasPart": [_article(key, article, view, dossier) for key, article in one.articles.items()],
    }
    return [_record_page(view, dossier, thing), node]


def _article(key: str, article: Article, view: PageView, dossier: Dossier) -> Node:
    place = _iri(view.address, dossier, f"#{key}")
    return {
        "@type": "Legislation",
        "@id": place,
        "url": place,
        "name": f"Article {article.number}: {article.heading}" if article.number else article.heading,
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
                "isBasedOn": _references([text.source], dossier),
            }
            for text in article.texts
        ],
    }


def source(view: PageView, dossier: Dossier) -> list[Node]:
    """Return a source as the kind of work that it is, with what it is based on."""
    assert view.entry is not None  # noqa: S101 - a page of a record
    one: Source = view.entry.record
    thing = _name(view.entry, dossier)
    type = _type(view.entry)
    publishers = [node for node in _references([one.publisher] if one.publisher else [], dossier) if node]
    dated = one.published or one.text_date
    published = once(dated) if dated else None
    named = publishers[:1] if publishers and publishers[0]["@type"] != "Country" else []
    name = dossier.origins.publisher(one).name
    work: Node = {
        "@type": type,
        "@id": thing,
        "name": {"@value": one.title, "@language": one.language} if one.title else one.label,
        "url": one.url,
        "archivedAt": one.archived_url,
        "author": {"@type": "Person", "name": one.author} if one.author else None,
        "publisher": named or {"@type": "Organization", "name": name},
        "datePublished": published,
        "inLanguage": one.language,
        "creativeWorkStatus": one.standing,
        "isBasedOn": [node for node in _references(one.relays, dossier) if node and _is_work(node)],
    }
    return [_record_page(view, dossier, thing), work]


def _is_work(node: Node) -> bool:
    return node["@type"] in {*SOURCE_TYPES.values(), "CreativeWork"}


def place(view: PageView, dossier: Dossier) -> list[Node]:
    """Return a place; a point that stands for an area is no point."""
    assert view.entry is not None  # noqa: S101 - a page of a record
    one: Place = view.entry.record
    thing = _name(view.entry, dossier)
    point = {"@type": "GeoCoordinates", "latitude": one.latitude, "longitude": one.longitude}
    node = {
        "@type": "Place",
        "@id": thing,
        "name": one.name,
        "alternateName": [
            *one.aliases,
            *({"@value": name.text, "@language": name.language} for name in one.native_names),
        ],
        "address": [{"@type": "PostalAddress", "addressCountry": country} for country in one.country],
        "geo": None if one.approximate else point,
    }
    return [_record_page(view, dossier, thing), node]


def glossary(view: PageView, dossier: Dossier) -> list[Node]:
    """Return the glossary with every term."""
    terms = [
        {
            "@type": "DefinedTerm",
            "@id": _name(entry, dossier),
            "name": entry.record.name,
            "alternateName": list(entry.record.aliases),
            "description": plain(entry.record.definition, dossier),
            "termCode": entry.id,
        }
        for entry in dossier.graph.of_kind("term")
    ]
    address = _iri(view.address, dossier)
    return [
        {
            "@type": "DefinedTermSet",
            "@id": address,
            "url": address,
            "name": view.title,
            "description": view.description,
            "inLanguage": "en",
            "publisher": _publisher(dossier),
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
            "contentUrl": _iri(file["path"], dossier),
            "contentSize": f"{file['bytes']} B",
        }
        for offer in view.data["offers"]
        for file in offer["files"]
    ]
    node = {
        "@type": "Dataset",
        "@id": _iri(view.address, dossier, "#dataset"),
        "url": _iri(view.address, dossier),
        "name": f"{settings.site_name}: {view.title}",
        "description": settings.description or view.description,
        "creator": _publisher(dossier),
        "license": licence(dossier),
        "isAccessibleForFree": True,
        "dateModified": (settings.reviewed or settings.as_of).isoformat(),
        "temporalCoverage": f"{first.isoformat()}/{settings.as_of.isoformat()}" if first else None,
        "variableMeasured": [
            "status of each claim",
            "independent origins of each claim",
            "caveats of each claim",
        ],
        "distribution": downloads,
    }
    return [_record_page(view, dossier, _iri(view.address, dossier, "#dataset")), node]


_OF_KIND: dict[str, Callable[[PageView, Dossier], list[Node]]] = {
    "actor": actor,
    "claim": claim,
    "event": event,
    "place": place,
    "source": source,
    "treaty": treaty,
}
_OF_PAGE: dict[str, Callable[[PageView, Dossier], list[Node]]] = {"data/": data, "glossary/": glossary}
