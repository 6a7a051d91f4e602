"""What was known when: the changes of knowledge, and the state of all claims on a given day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from explainer import histories, standings, urls
from explainer.caveats.contrary_corroborated import contraries_told
from explainer.dossier import Dossier, Judgement
from explainer.judging import Moment
from explainer.messages import Message
from explainer.values.edtf import day_words
from explainer.views._base import PageView, Plan, crumbs, day, links, reference
from explainer.views.parts import Cut, Item, List, under
from explainer.wording import counted, plain

CHANGES = Message("Changes of knowledge")
ALL_CHANGES = Message("{times} the evidence changed what a claim amounts to, the latest first.")
DAY = Message("As known on {day}")
ABOUT_A_DAY = Message("{reason}: what the evidence amounted to then, and what it amounts to now.")
DAYS = Message("As known on …")
ANY_DAY = Message("As known on any day")
ABOUT_ANY_DAY = Message("Pick a day and see what the evidence for each claim amounted to then.")


def pages(dossier: Dossier) -> Iterator[Plan]:
    """Yield the changes, the control for any day, and a fixed page for each day of the settings."""
    for found in lists(dossier):
        yield from found.plans(dossier)


def lists(dossier: Dossier) -> Iterator[List]:
    """Yield the list of changes, that of all claims on any day, and that of each day of the settings."""
    entries, filled = under("changes")
    by_month = Cut("months", entries, filled, _words, _month, _change, ("change", "changes"))
    moments = sum(len(judgement.moments) for judgement in dossier.of_kind("claim"))
    yield List(urls.of_list("changes"), changes_page, by_month, moments)
    entries, filled = under("rows")
    noun, base = ("claim", "claims"), urls.of_list("claims")
    by_topic = Cut("topics", entries, filled, _name, _id, _claim, noun, base, at_most=STEPS_AT_MOST)
    by_status = Cut("groups", entries, filled, _status, _status, _claim, noun, base)
    claims = len(dossier.graph.of_kind("claim"))
    yield List(urls.of_list("as-known-on"), as_known_index, by_topic, claims)
    for known, reason in dossier.settings.dates.items():
        yield List(of_day(known), partial(as_known, known, reason), by_status, claims)


STEPS_AT_MOST = 220
"""How many claims stand on a page that shows the days on which each changed."""


def _words(group: dict[str, Any]) -> str:
    return str(group["words"])


def _month(group: dict[str, Any]) -> str:
    return f"m{group['month']}"


def _change(one: dict[str, Any]) -> Item:
    return Item(
        f"{one['iso']}-{one['claim']['id']}", one["claim"]["title"], one["when"]["words"], one["status"]
    )


def _name(group: dict[str, Any]) -> str:
    return str(group["name"])


def _id(group: dict[str, Any]) -> str:
    return str(group["id"])


def _status(group: dict[str, Any]) -> str:
    return str(group["status"])


def _claim(one: dict[str, Any]) -> Item:
    return Item(
        one["id"], one["title"], status=one["status"], contested=one["contested"], contrary=one["contrary"]
    )


def of_day(known: date) -> str:
    """Return the address of the page that shows what was known on a day."""
    return f"{urls.of_list('as-known-on')}{known.isoformat()}/"


def changes(dossier: Dossier) -> list[dict[str, Any]]:
    """Return every change of status or contest of every claim, the latest first."""
    found = [
        change(moment, judgement, dossier)
        for judgement in dossier.of_kind("claim")
        for moment in judgement.moments
        if moment.is_change and moment.date > date.min
    ]
    return sorted(found, key=lambda one: (one["iso"], one["claim"]["id"]), reverse=True)


def change(moment: Moment, judgement: Judgement, dossier: Dossier) -> dict[str, Any]:
    """Return one change of knowledge, as a sentence with its reasons."""
    claim = judgement.claim
    return {
        "claim": reference(judgement.id, dossier),
        "statement": plain(claim.statement, dossier),
        "iso": moment.date.isoformat(),
        "when": day(moment.date),
        "status": moment.status,
        "before": moment.before,
        "contested": bool(moment.contested_by),
        "contrary": moment.contrary,
        "sentence": histories.clause(moment, dossier),
        "because": links((item.source.id for item in moment.appeared), dossier),
        "actors": sorted(histories.roots_of(moment, dossier)),
    }


def changes_page(dossier: Dossier) -> PageView:
    """Return the page of all changes, by year and month."""
    all_changes = changes(dossier)
    months: dict[str, list[dict[str, Any]]] = {}
    for one in all_changes:
        months.setdefault(one["iso"][:7], []).append(one)
    groups = [
        {
            "month": month,
            "words": day_words(date.fromisoformat(f"{month}-01")).split(" ", 1)[1],
            "changes": found,
        }
        for month, found in months.items()
    ]
    return PageView(
        urls.of_list("changes"),
        "changes.html",
        CHANGES(),
        ALL_CHANGES(times=counted(len(all_changes), "time")),
        {"months": groups, "total": len(all_changes)},
        section="changes",
        crumbs=crumbs(),
    )


def state_on(known: date, dossier: Dossier) -> list[dict[str, Any]]:
    """Return every claim with its status on a day and today; claims not yet made have an empty status."""
    rows = []
    for judgement in dossier.of_kind("claim"):
        then = judgement.status_on(known)
        rows.append(
            {
                **reference(judgement.id, dossier),
                "statement": plain(judgement.claim.statement, dossier),
                "then": then,
                "then_contested": judgement.contested_on(known),
                "then_contrary": _contrary(judgement, known, dossier),
                "topic": judgement.claim.topic,
            }
        )
    return rows


def _contrary(judgement: Judgement, known: date, dossier: Dossier) -> str:
    """Say which contraries of a claim were shown on a day, and since when; nothing if none was."""
    if not judgement.contrary_on(known):
        return ""
    return contraries_told(judgement.id, dossier.origins, known, before=True)


def counts_on(known: date, dossier: Dossier) -> list[dict[str, Any]]:
    """Return how many claims stood at each status on a day."""
    statuses = [judgement.status_on(known) for judgement in dossier.of_kind("claim")]
    return [
        {
            "status": status,
            "meaning": meaning,
            "count": statuses.count(status),
            "address": urls.of_status(status),
        }
        for status, meaning in standings.statuses_of_claims(dossier).items()
    ]


def as_known(known: date, reason: str, dossier: Dossier) -> PageView:
    """Return the page of one day that matters."""
    rows = state_on(known, dossier)
    made = [row for row in rows if row["then"]]
    groups = [
        {"status": status, "meaning": meaning, "rows": [row for row in made if row["then"] == status]}
        for status, meaning in standings.statuses_of_claims(dossier).items()
    ]
    later = {"status": "later", "meaning": "", "rows": [row for row in rows if not row["then"]]}
    return PageView(
        of_day(known),
        "as-known-on.html",
        DAY(day=day_words(known)),
        ABOUT_A_DAY(reason=reason),
        {
            "day": day(known),
            "reason": reason,
            "groups": [group for group in [*groups, later] if group["rows"]],
            "counts": counts_on(known, dossier),
            "now": counts_on(dossier.settings.as_of, dossier),
            "dates": dates(dossier),
            "as_of": day(dossier.settings.as_of),
        },
        section="changes",
        crumbs=crumbs((DAYS(), urls.of_list("as-known-on"))),
    )


def dates(dossier: Dossier) -> list[dict[str, Any]]:
    """Return the days that have a page of their own."""
    return [
        {**day(known), "reason": reason, "address": of_day(known)}
        for known, reason in dossier.settings.dates.items()
    ]


def as_known_index(dossier: Dossier) -> PageView:
    """Return the page on which a reader picks any day; without a script it is a table of changes."""
    rows = []
    for judgement in dossier.of_kind("claim"):
        steps = [
            {
                "iso": moment.date.isoformat(),
                "words": day_words(moment.date),
                "status": moment.status,
                "contested": bool(moment.contested_by),
                "contrary": moment.contrary,
            }
            for moment in judgement.moments
            if moment.is_change and moment.date > date.min
        ]
        nothing = "open" if judgement.statement.nature == "outcome" else "unsupported"
        undated = next((moment.status for moment in judgement.moments if moment.date == date.min), nothing)
        rows.append(
            {
                **reference(judgement.id, dossier),
                "statement": plain(judgement.claim.statement, dossier),
                "steps": steps,
                "base": undated,
                "first_made": judgement.statement.first_made.earliest.isoformat(),
                "topic": judgement.claim.topic,
            }
        )
    topics = [
        {"id": topic, "name": name, "rows": [row for row in rows if row["topic"] == topic]}
        for topic, name in dossier.settings.topics.items()
    ]
    all_days = sorted(step["iso"] for row in rows for step in row["steps"])
    return PageView(
        urls.of_list("as-known-on"),
        "as-known-on-any.html",
        ANY_DAY(),
        ABOUT_ANY_DAY(),
        {
            "topics": [topic for topic in topics if topic["rows"]],
            "dates": dates(dossier),
            "first": all_days[0] if all_days else dossier.settings.as_of.isoformat(),
            "statuses": list(standings.statuses_of_claims(dossier)),
            "as_of": day(dossier.settings.as_of),
        },
        section="changes",
        crumbs=crumbs(),
    )
