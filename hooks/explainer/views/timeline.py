"""The timeline: all events, a page for each strand, a page for each event."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from explainer import standings, urls
from explainer.chronology import in_order
from explainer.dossier import Dossier
from explainer.kinds._statuses import STATUSES, status_words
from explainer.kinds.actor import Actor
from explainer.kinds.event import INVOCATIONS, Event
from explainer.messages import Message
from explainer.parsing import Entry
from explainer.remembering import once_for_each
from explainer.values.edtf import calendar_month
from explainer.views import _headings, pictures
from explainer.views._base import Line, PageView, Plan, backlinks, crumbs, line, links, reference, when
from explainer.views.evidence import evidence_groups
from explainer.views.filtering import choices, useful
from explainer.views.parts import Cut, Item, List, under
from explainer.views.weighing import weighed_verdict
from explainer.wording import counted, plain, provision_name, shortened

ALL_OF_THEM = Message("{events}, with what is known of each and who says so.")
STRAND = Message("Timeline: {strand}")
ABOUT_A_STRAND = Message("{events} in the strand “{strand}”.")
NATURE = Message("What it is")
SAYS = Message("What it says")
CLAIMS = Message("Claims that this bears on")
SAID_ON = Message("{day}, {said}")
SUMMED_UP = Message("{day}: {summary}")

NATURE_WORDS = {"act": "acts", "statement": "statements", "occurrence": "occurrences"}


def pages(dossier: Dossier) -> Iterator[Plan]:
    """Yield the timeline, each strand's page and each event's page."""
    for found in lists(dossier):
        yield from found.plans(dossier)
    for entry in dossier.graph.of_kind("event"):
        yield Plan(urls.of_entry(entry), partial(page, entry, dossier))


def lists(dossier: Dossier) -> Iterator[List]:
    """Yield the timeline and the list of each strand that has an event."""
    entries, filled = under("events")
    events = dossier.graph.of_kind("event")
    cut = Cut("years", entries, filled, _year, _anchor, _item, ("event", "events"), "timeline/", "e-")
    yield List(urls.of_list("timeline"), index, cut, len(events))
    for strand in dossier.settings.strands:
        if count := sum(strand in entry.record.strands for entry in events):
            yield List(of_strand(strand), partial(strand_page, strand), cut, count)


def _year(group: dict[str, Any]) -> str:
    return str(group["year"])


def _anchor(group: dict[str, Any]) -> str:
    return f"y{group['year']}"


def _item(event: dict[str, Any]) -> Item:
    is_said = event["nature"] == "statement"
    return Item(
        event["id"],
        event["title"],
        # the index has no place for what a statement does with claims, so its words stand beside the date
        SAID_ON(day=event["when"]["words"], said=event["words"]) if is_said else event["when"]["words"],
        "" if is_said else event["status"],
        event["contested"] and not is_said,
        {
            "actor": [one["id"] for one in event["actors"]],
            "strand": [one["id"] for one in event["strands"]],
            "nature": [event["nature"]],
            "status": [event["status"]],
        },
    )


def of_strand(strand: str) -> str:
    """Return the address of a strand's page."""
    return f"timeline/strands/{strand}/"


@once_for_each
def _lines_of(_dossier: Dossier) -> dict[str, Line]:
    """Return where the lines of events are kept once they are made."""
    return {}


def event_line(id: str, dossier: Dossier) -> Line:
    """Return an event as it stands in lists."""
    lines = _lines_of(dossier)
    if id not in lines:
        lines[id] = Line(_event_line(id, dossier))
    return lines[id]


def _event_line(id: str, dossier: Dossier) -> dict[str, Any]:
    event: Event = dossier.graph.record(id)
    judgement = dossier.judgements[id]
    return {
        **reference(id, dossier),
        "when": when(event.date),
        "time": event.time,
        "earliest": event.date.earliest.isoformat(),
        "latest": event.date.latest.isoformat()
        if event.date.latest.year < 9999
        else dossier.settings.as_of.isoformat(),
        "imprecise": event.date.is_imprecise,
        "approximate": event.date.approximate or event.date.uncertain,
        "summary": plain(event.summary, dossier),
        "strands": [
            {"id": strand, "name": dossier.settings.strands.get(strand, strand)} for strand in event.strands
        ],
        "actors": links((part.actor for part in event.actors), dossier),
        "places": links(event.places, dossier),
        "claims": links((*(said.claim for said in event.says), *event.claims), dossier),
        "caveats": [
            {"rule": found.rule, "label": found.label, "severity": found.severity, "sentence": found.sentence}
            for found in judgement.caveats
        ],
        "year": event.date.earliest.year,
        "month": calendar_month(event.date.earliest.month)
        if event.date.earliest.month == event.date.latest.month
        else "",
    }


def by_year(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Group events by year."""
    years: dict[int, list[dict[str, Any]]] = {}
    for event in lines:
        years.setdefault(event["year"], []).append(event)
    return [{"year": str(year), "events": events} for year, events in years.items()]


def index(dossier: Dossier) -> PageView:
    """Return the page of all events."""
    lines: list[dict[str, Any]] = [event_line(entry.id, dossier) for entry in in_order(dossier.graph)]
    return PageView(
        urls.of_list("timeline"),
        "timeline.html",
        "Timeline",
        ALL_OF_THEM(events=counted(len(lines), "event")),
        {
            "years": by_year(lines),
            "total": len(lines),
            "lanes": lanes(lines, dossier),
            "picture": pictures.timeline.picture(lanes(lines, dossier), dossier.settings.as_of.isoformat()),
            "filters": useful(filters(lines, dossier), len(lines)),
            "strand": None,
            "as_of": dossier.settings.as_of.isoformat(),
            "early": early(lines),
        },
        section="timeline",
        crumbs=crumbs(),
        toc=tuple((f"y{year['year']}", year["year"]) for year in by_year(lines)),
    )


def early(lines: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the years before the part that the picture draws to scale: where it begins, and which years they are.

    Nothing where there are none.
    """
    years = [line["year"] for line in lines]
    start = pictures.axis.start_year(years) if years else 0
    before = [str(year) for year in sorted(set(years)) if year < start]
    count = sum(line["year"] < start for line in lines)
    return {"start": start, "years": before, "count": count} if before else None


def lanes(lines: list[dict[str, Any]], dossier: Dossier) -> list[dict[str, Any]]:
    """Return the events of each strand that has any, for the overview picture."""
    held = {
        strand: [line for line in lines if any(one["id"] == strand for one in line["strands"])]
        for strand in dossier.settings.strands
    }
    return [
        {
            "id": strand,
            "name": dossier.settings.strands[strand],
            "address": of_strand(strand),
            "events": events,
        }
        for strand, events in held.items()
        if events
    ]


def filters(lines: list[dict[str, Any]], dossier: Dossier) -> list[dict[str, Any]]:
    """Return what events can be filtered by, with counts: strands, statuses, actors."""
    actors = {one["id"]: one["title"] for line in lines for one in line["actors"]}
    by_name = dict(sorted(actors.items(), key=lambda pair: pair[1].casefold()))
    return [
        choices(
            "actor",
            "Actor",
            by_name,
            ([one["id"] for one in line["actors"]] for line in lines),
            select=True,
            other_names={id: other_names(dossier.graph.record(id)) for id in actors},
        ),
        choices(
            "strand",
            "Strand",
            dossier.settings.strands,
            ([one["id"] for one in line["strands"]] for line in lines),
        ),
        choices("nature", NATURE(), NATURE_WORDS, ([line["nature"]] for line in lines)),
        choices(
            "status",
            "Status",
            {status: status_words(status) for status in STATUSES},
            ([line["status"]] for line in lines),
        ),
    ]


def other_names(actor: Actor) -> str:
    """Return the words by which an actor is also known: in other scripts, and aliases."""
    return " ".join([*actor.aliases, *(name.text for name in actor.native_names)])


def strand_page(strand: str, dossier: Dossier) -> PageView:
    """Return the events of one strand."""
    name = dossier.settings.strands[strand]
    lines: list[dict[str, Any]] = [
        event_line(entry.id, dossier) for entry in in_order(dossier.graph) if strand in entry.record.strands
    ]
    return PageView(
        of_strand(strand),
        "strand.html",
        STRAND(strand=name),
        ABOUT_A_STRAND(events=counted(len(lines), "event"), strand=name),
        {
            "years": by_year(lines),
            "total": len(lines),
            "name": name,
            "strands": [
                {"id": id, "name": other, "address": of_strand(id)}
                for id, other in dossier.settings.strands.items()
                if any(id in entry.record.strands for entry in dossier.graph.of_kind("event"))
            ],
            "strand": strand,
        },
        section="timeline",
        crumbs=crumbs(("Timeline", urls.of_list("timeline"))),
    )


def page(entry: Entry, dossier: Dossier) -> PageView:
    """Return the page of one event."""
    event: Event = entry.record
    judgement = dossier.judgements[event.id]
    before, after = neighbours(dossier)[event.id]
    back = backlinks(event.id, dossier)
    data = {
        **event_line(event.id, dossier),
        "summary_prose": event.summary,
        "body": event.body,
        "note": event.note,
        "participants": [
            {"actor": reference(part.actor, dossier), "role": part.role}
            for part in event.actors
            if part.actor in dossier.graph.entries
        ],
        "bears_on": links(event.claims, dossier),
        "by": links(event.by, dossier),
        "sayings": [
            {
                "claim": reference(said.saying.claim, dossier),
                "verb": standings.SAID[said.saying.stance],
                "then": said.then,
                "then_contested": said.contested_then,
                "then_contrary": said.contrary_then,
                "note": said.saying.note,
                "edit": line(entry, dossier, "says", index),
            }
            for index, said in enumerate(standings.said_by(judgement, dossier))
        ],
        "verdict": weighed_verdict(judgement, dossier),
        "add_evidence": urls.of_adding(entry, "evidence"),
        "evidence": [group for group in evidence_groups(judgement, dossier) if group["items"]],
        "invokes": [
            {
                "treaty": reference(one.treaty, dossier),
                "article": one.article,
                "article_name": article_name(one.treaty, one.article, dossier),
                "relation": one.relation,
                "meaning": INVOCATIONS[one.relation],
                "by": reference(one.by, dossier),
                "sources": links(one.sources, dossier),
                "edit": line(dossier.graph.entries[event.id], dossier, "invokes", index),
            }
            for index, one in enumerate(event.invokes)
            if one.treaty in dossier.graph.entries
        ],
        "before": reference(before, dossier) if before else None,
        "after": reference(after, dossier) if after else None,
        "backlinks": back,
    }
    return PageView(
        urls.of_entry(entry),
        "event.html",
        event.title,
        shortened(SUMMED_UP(day=event.date.words, summary=plain(event.summary, dossier))),
        data,
        section="timeline",
        crumbs=crumbs(("Timeline", urls.of_list("timeline"))),
        edit=entry.position,
        entry=entry,
        toc=(
            *((("says", SAYS()),) if event.says else ()),
            ("status", _headings.ORIGINS()),
            *((("claims", CLAIMS()),) if event.claims else ()),
            ("evidence", "Sources"),
            *((("looked-for", _headings.LOOKED_FOR()),) if event.looked_for else ()),
            *((("backlinks", _headings.BACKLINKS()),) if back else ()),
        ),
        about=(event.id,),
    )


@once_for_each
def neighbours(dossier: Dossier) -> dict[str, tuple[str, str]]:
    """Return the events before and after each event; empty where there is none."""
    ids = ["", *(entry.id for entry in in_order(dossier.graph)), ""]
    return {id: (before, after) for before, id, after in zip(ids, ids[1:], ids[2:], strict=False)}


def article_name(treaty: str, article: str, dossier: Dossier) -> str:
    """Return what an article of a treaty is called; its key if the treaty has none such."""
    known = dossier.graph.record(treaty).articles.get(article)
    return provision_name(article, known) if known else article
