"""What records are called in the words of schema.org."""

from __future__ import annotations

from explainer.kinds.actor import Actor
from explainer.kinds.source import Source
from explainer.parsing import Entry

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


def type_of(entry: Entry) -> str:
    """Return the type of a record; empty if schema.org has none for it."""
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
