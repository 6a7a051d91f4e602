"""Places, and the kinds whose records stand on one page: terms and questions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from explainer import chronology, urls
from explainer.dossier import Dossier
from explainer.messages import Message
from explainer.parsing import Entry
from explainer.prose import page_title
from explainer.values.cldr import country_name
from explainer.views import pictures
from explainer.views._base import (
    PageView,
    Plan,
    backlinks,
    crumbs,
    edit_line,
    initial,
    links,
    reference,
    searches,
    title_language,
    when,
)
from explainer.views.timeline import event_line
from explainer.wording import counted, plain, shortened

ALL_TERMS = Message("{terms} that a reader may not know.")
ALL_QUESTIONS = Message("{questions} that we do not know, and what would answer each.")
ALL_CORRECTIONS = Message("What was wrong on this site, what stands there now, and why.")
ALL_PLACES = Message("{places} where events happened.")
ALL_ON_THE_MAP = Message("{places} on the map.")
EVENTS_THERE = Message("{events} happened in {name}.")
NO_EVENTS_THERE = Message("Where {name} is.")

HAPPENED = "Happened here"
"""The way back from an event to a place, as records name it."""


def pages(dossier: Dossier) -> Iterator[Plan]:
    """Yield glossary, open questions and places."""
    yield Plan(urls.of_list("glossary"), partial(glossary, dossier))
    yield Plan(urls.of_list("questions"), partial(questions, dossier))
    yield Plan(urls.of_list("places"), partial(places, dossier))
    for entry in dossier.graph.of_kind("place"):
        yield Plan(urls.of_entry(entry), partial(place, entry, dossier))
    if not any(urls.of_page(page.path) == urls.of_list("corrections") for page in dossier.pages):
        yield Plan(urls.of_list("corrections"), partial(corrections, dossier))


def glossary(dossier: Dossier) -> PageView:
    """Return the glossary."""
    terms = sorted(dossier.graph.of_kind("term"), key=lambda entry: entry.title.casefold())
    letters: dict[str, list[dict[str, Any]]] = {}
    for entry in terms:
        term = entry.record
        letters.setdefault(initial(term.name), []).append(
            {
                "id": entry.id,
                "formerly": list(entry.record.formerly),
                "language": title_language(entry),
                "name": term.name,
                "definition": term.definition,
                "native": [{"text": name.text, "language": name.language} for name in term.native_names],
                "aliases": list(term.aliases),
                "see_also": links(term.see_also, dossier),
                "sources": links(term.sources, dossier),
                "looked_for": searches(entry),
                "backlinks": backlinks(entry.id, dossier),
                "edit": edit_line(entry.position, dossier),
                "correct": urls.of_correcting(entry),
            }
        )
    shown = [
        {"letter": letter, "anchor": f"letter-{urls.slug(letter)}", "terms": group}
        for letter, group in letters.items()
    ]
    return PageView(
        urls.of_list("glossary"),
        "glossary.html",
        "Glossary",
        ALL_TERMS(terms=counted(len(terms), "word")),
        {"letters": shown, "total": len(terms)},
        section="more",
        crumbs=crumbs(),
    )


def questions(dossier: Dossier) -> PageView:
    """Return the open questions by topic, and the closed ones."""
    entries = dossier.graph.of_kind("question")
    shown = [question(entry, dossier) for entry in entries]
    topics = [
        {
            "id": topic,
            "name": name,
            "questions": [one for one in shown if one["topic"] == topic and not one["closed"]],
        }
        for topic, name in dossier.settings.topics.items()
    ]
    closed = [one for one in shown if one["closed"]]
    topics = [topic for topic in topics if topic["questions"]]
    opened = sum(len(topic["questions"]) for topic in topics)
    return PageView(
        urls.of_list("questions"),
        "questions.html",
        "Open questions",
        ALL_QUESTIONS(questions=counted(opened, "thing")),
        {"topics": topics, "closed": closed, "total": opened, "claims": dossier.has("claim")},
        section="more",
        crumbs=crumbs(),
        toc=(
            *((str(topic["id"]), str(topic["name"])) for topic in topics),
            *((("closed", "Answered"),) if closed else ()),
        ),
    )


def question(entry: Entry, dossier: Dossier) -> dict[str, Any]:
    """Return one question."""
    one = entry.record
    return {
        "id": entry.id,
        "formerly": list(one.formerly),
        "language": title_language(entry),
        "question": one.question,
        "known": one.known,
        "would_answer": one.would_answer,
        "topic": one.topic,
        "about": links(one.about, dossier),
        "claims": links(one.claims, dossier),
        "events": links(one.events, dossier),
        "sources": links(one.sources, dossier),
        "looked_for": searches(entry),
        "backlinks": backlinks(entry.id, dossier),
        "opened": when(one.opened),
        "edit": edit_line(entry.position, dossier),
        "correct": urls.of_correcting(entry),
        "closed": {
            "when": when(one.closed.date),
            "answer": one.closed.answer,
            "sources": links(one.closed.sources, dossier),
        }
        if one.closed
        else None,
    }


def corrections(dossier: Dossier) -> PageView:
    """Return the page of corrections, for a site that has no page of its own about them under docs/."""
    lines = correction_lines(dossier)
    return PageView(
        urls.of_list("corrections"),
        "corrections.html",
        "Corrections",
        ALL_CORRECTIONS(),
        {"corrections": lines},
        section="more",
        crumbs=crumbs(),
    )


def correction_lines(dossier: Dossier) -> list[dict[str, Any]]:
    """Return every correction, the latest first."""
    entries = sorted(
        dossier.graph.of_kind("correction"), key=lambda entry: (entry.record.date.order, entry.id)
    )
    titles = {page.path: page_title(page) for page in dossier.pages}
    return [
        {
            "id": entry.id,
            "formerly": list(entry.record.formerly),
            "title": entry.title,
            "when": when(entry.record.date),
            "published": entry.record.published,
            "replaced_by": entry.record.replaced_by,
            "reason": entry.record.reason,
            "concerns": links(entry.record.concerns, dossier),
            "pages": [
                {"title": titles.get(path, path), "address": urls.of_page(path) if path in titles else ""}
                for path in entry.record.pages
            ],
            "sources": links(entry.record.sources, dossier),
            "backlinks": backlinks(entry.id, dossier),
            "edit": edit_line(entry.position, dossier),
            "correct": urls.of_correcting(entry),
        }
        for entry in reversed(entries)
    ]


def places(dossier: Dossier) -> PageView:
    """Return the list of places with what happened at each."""
    rows = [
        _place_line(entry, dossier)
        for entry in sorted(dossier.graph.of_kind("place"), key=lambda entry: entry.title.casefold())
    ]
    has_events = any(row["count"] for row in rows)
    return PageView(
        urls.of_list("places"),
        "places.html",
        "Places",
        (ALL_PLACES if has_events else ALL_ON_THE_MAP)(places=counted(len(rows), "place")),
        {
            "rows": rows,
            "has_native": any(row["native"] for row in rows),
            "has_events": has_events,
            "picture": pictures.places.picture(rows),
        },
        section="more",
        crumbs=crumbs(),
    )


def _place_line(entry: Entry, dossier: Dossier) -> dict[str, Any]:
    one = entry.record
    happened = [
        found.source.id for found in dossier.graph.backlinks.get(entry.id, ()) if found.backlink == HAPPENED
    ]
    return {
        **reference(entry.id, dossier),
        "countries": [country_name(code) for code in one.country],
        "lands": [(code, country_name(code)) for code in one.country],
        "latitude": one.latitude,
        "longitude": one.longitude,
        "approximate": one.approximate,
        "native": [{"text": name.text, "language": name.language} for name in one.native_names],
        "note": one.note,
        "count": len(set(happened)),
    }


def _place_told(name: str, events: int) -> str:
    if not events:
        return NO_EVENTS_THERE(name=name)
    return EVENTS_THERE(events=counted(events, "event"), name=name)


def place(entry: Entry, dossier: Dossier) -> PageView:
    """Return the page of one place."""
    one = entry.record
    happened = sorted(
        {
            found.source.id
            for found in dossier.graph.backlinks.get(entry.id, ())
            if found.backlink == HAPPENED
        },
        key=chronology.places(dossier.graph).__getitem__,
    )
    back = backlinks(entry.id, dossier, frozenset([HAPPENED]))
    data = {
        **_place_line(entry, dossier),
        "aliases": list(one.aliases),
        "sources": links(one.sources, dossier),
        "events": [event_line(id, dossier) for id in happened],
        "backlinks": back,
    }
    return PageView(
        urls.of_entry(entry),
        "place.html",
        one.name,
        shortened(plain(one.note, dossier) or _place_told(one.name, len(happened))),
        data,
        section="more",
        crumbs=crumbs(("Places", urls.of_list("places"))),
        edit=entry.position,
        entry=entry,
        about=(entry.id,),
    )
