"""Claims: the ledger, a page for each claim, a page for each status."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from explainer import standings, urls
from explainer.caveats._base import capitalised
from explainer.dossier import Dossier, Judgement
from explainer.judging import Moment, Trail, contraries_on
from explainer.kinds._statuses import STATUSES, status_words
from explainer.kinds.claim import KINDS_OF_CLAIM, Claim
from explainer.measures import measure_words
from explainer.messages import Message
from explainer.parsing import Entry
from explainer.values.cldr import language_name
from explainer.values.quantity import grouped
from explainer.views import _headings, pictures
from explainer.views._base import (
    PageView,
    Plan,
    backlinks,
    crumbs,
    day,
    line,
    links,
    reference,
    verdict,
    when,
)
from explainer.views.bearings import HEADING, OTHER_WAYS, bearings
from explainer.views.cards import embed
from explainer.views.evidence import evidence_groups, origin
from explainer.views.filtering import choices, useful
from explainer.views.hanging import hangs_on
from explainer.views.own_judgement import judge
from explainer.views.parts import Cut, Item, List, under
from explainer.views.used import is_used
from explainer.views.weighing import limit_lines, weighed_verdict
from explainer.wording import counted, origins_words, plain, shortened

ALL_OF_THEM = Message("{statements} about the subject, each with its status, its origins and its caveats.")
ORIGINS_IN = Message("{origins} in {count:,} sources")
FINDINGS = Message("Findings: all claims in one table")
READINGS = Message("By whose word")
POSITIONS = Message("Who says what: actors against contested claims")
ANY_DAY = Message("As known on any day")
CHANGES = Message("Changes of knowledge")
FIGURES = Message("Figures")
OF_A_STATUS = Message("Claims: {status}")
SUMMED_UP = Message("{status}: {statement}")
HANGS_ON = Message("What it hangs on")
RETELLINGS = Message("How it was retold")
HISTORY = Message("What was known when")
FROM_TO = Message("{low} to {high}")
MEASURED = Message("{measure}: {numbers}")
MEASURED_IN = Message("{measure} ({unit}): {numbers}")


def pages(dossier: Dossier) -> Iterator[Plan]:
    """Yield the ledger, each claim's page and each status's page."""
    ledger_of_all, *of_statuses = lists(dossier)
    yield from ledger_of_all.plans(dossier)
    for entry in dossier.graph.of_kind("claim"):
        yield Plan(urls.of_entry(entry), partial(page, entry, dossier))
    for found in of_statuses:
        yield from found.plans(dossier)


def lists(dossier: Dossier) -> Iterator[List]:
    """Yield the ledger and the list of each status."""
    entries, filled = under("rows")
    by_topic = Cut("topics", entries, filled, _name, _anchor, _item, ("claim", "claims"), "claims/", "claim-")
    plain_list = replace(by_topic, groups="groups", name=_nothing, anchor=_nothing)
    yield List(urls.of_list("claims"), ledger, by_topic, len(dossier.graph.of_kind("claim")))
    statuses = [judgement.assessment.status for judgement in dossier.of_kind("claim")]
    for status in standings.statuses_of_claims(dossier):
        make = partial(status_page, status)
        yield List(urls.of_status(status), make, plain_list, statuses.count(status))


def _name(group: dict[str, Any]) -> str:
    return str(group["name"])


def _anchor(group: dict[str, Any]) -> str:
    return str(group["id"])


def _nothing(_group: dict[str, Any]) -> str:
    return ""


def _item(one: dict[str, Any]) -> Item:
    return Item(
        one["id"],
        one["title"],
        status=one["status"],
        contested=one["contested"],
        contrary=one["contrary"],
        choices={
            "caveat": list(dict.fromkeys(found["rule"] for found in one["caveats"])),
            "status": [one["status"]],
            "contested": ["yes" if one["contested"] else "no"],
        },
    )


def row(judgement: Judgement, dossier: Dossier) -> dict[str, Any]:
    """Return one line of the ledger."""
    claim = judgement.claim
    last = next((moment for moment in reversed(judgement.moments) if moment.is_change), None)
    return {
        **reference(claim.id, dossier),
        "statement": plain(claim.statement, dossier),
        "topic": claim.topic,
        "topic_name": dossier.settings.topics.get(claim.topic, claim.topic),
        "made_by": links(claim.made_by, dossier),
        "first_made": when(claim.first_made),
        "origins": _origins(judgement),
        "caveats": [
            {"rule": found.rule, "label": found.label, "severity": found.severity}
            for found in judgement.caveats
        ],
        "changed": day(last.date) if last else None,
        "verdict": verdict(judgement, dossier),
    }


def _origins(judgement: Judgement) -> str:
    """Say how many origins speak for a claim, and in how many sources where there are several."""
    said = origins_words(judgement)
    reports = len({item.source.id for item in judgement.assessment.supporting})
    return ORIGINS_IN(origins=said, count=reports) if reports > 1 else said


_WAYS = (
    (FINDINGS, "findings/"),
    (READINGS, "by-whose-word/"),
    (POSITIONS, "positions/"),
    (ANY_DAY, "as-known-on/"),
    (CHANGES, "changes/"),
    (FIGURES, "figures/"),
)
"""Other ways to look at all claims."""


def ledger(dossier: Dossier) -> PageView:
    """Return the page that lists all claims by topic."""
    rows = [row(judgement, dossier) for judgement in dossier.of_kind("claim")]
    topics = [
        {"id": topic, "name": name, "rows": [one for one in rows if one["topic"] == topic]}
        for topic, name in dossier.settings.topics.items()
    ]
    topics = [topic for topic in topics if topic["rows"]]
    return PageView(
        urls.of_list("claims"),
        "claims.html",
        "Claims",
        ALL_OF_THEM(statements=counted(len(rows), "statement")),
        {
            "topics": topics,
            "total": len(rows),
            "counts": status_counts(dossier),
            "limits": limit_lines(dossier),
            "filters": useful(filters(rows), len(rows)),
            "ways": [
                {"words": words(), "address": address}
                for words, address in _WAYS
                if is_used(address, dossier)
            ],
        },
        section="claims",
        crumbs=crumbs(),
        toc=tuple((str(topic["id"]), str(topic["name"])) for topic in topics),
    )


def filters(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what claims can be filtered by, with counts: statuses, contest, caveats."""
    caveats = {found["rule"]: found["label"] for one in rows for found in one["caveats"]}
    by_label = dict(sorted(caveats.items(), key=lambda pair: pair[1].casefold()))
    return [
        choices(
            "caveat",
            "Caveat",
            by_label,
            ([found["rule"] for found in one["caveats"]] for one in rows),
            select=True,
        ),
        choices(
            "status",
            "Status",
            {status: status_words(status) for status in STATUSES},
            ([one["status"]] for one in rows),
        ),
        choices(
            "contested",
            "Contest",
            {"yes": "contested", "no": "not contested"},
            (["yes" if one["contested"] else "no"] for one in rows),
        ),
    ]


def status_counts(dossier: Dossier) -> list[dict[str, Any]]:
    """Return how many claims stand at each status, the strongest first."""
    statuses = [judgement.assessment.status for judgement in dossier.of_kind("claim")]
    return [
        {
            "status": status,
            "meaning": meaning,
            "count": statuses.count(status),
            "address": urls.of_status(status),
        }
        for status, meaning in standings.statuses_of_claims(dossier).items()
    ]


def status_page(status: str, dossier: Dossier) -> PageView:
    """Return the page of one status: what it means and which claims stand there."""
    rows = [
        row(judgement, dossier)
        for judgement in dossier.of_kind("claim")
        if judgement.assessment.status == status
    ]
    return PageView(
        urls.of_status(status),
        "status.html",
        OF_A_STATUS(status=status_words(status)),
        STATUSES[status],
        {
            "status": status,
            "meaning": STATUSES[status],
            "groups": [{"rows": rows}] if rows else [],
            "counts": status_counts(dossier),
        },
        section="claims",
        crumbs=crumbs(("Claims", urls.of_list("claims"))),
    )


def page(entry: Entry, dossier: Dossier) -> PageView:
    """Return the page of one claim."""
    judgement = dossier.judgements[entry.id]
    claim = judgement.claim
    groups = [group for group in evidence_groups(judgement, dossier) if group["items"]]
    back = backlinks(claim.id, dossier, OTHER_WAYS)
    figures = figure_groups(claim, dossier)
    hangs = hangs_on(judgement, dossier)
    data = {
        "id": claim.id,
        "title": claim.title,
        "statement": claim.statement,
        "body": claim.body,
        "kind_words": KINDS_OF_CLAIM[claim.kind],
        "topic": {"name": dossier.settings.topics.get(claim.topic, claim.topic), "anchor": claim.topic},
        "made_by": links(claim.made_by, dossier),
        "first_made": when(claim.first_made),
        "about": links(claim.about, dossier),
        "verdict": weighed_verdict(judgement, dossier),
        "hangs": hangs,
        "judge": judge(judgement, dossier) if hangs else None,
        "evidence": groups,
        "add_evidence": urls.of_adding(entry, "evidence"),
        "provenance": provenance(judgement, dossier),
        "history": [moment(one, judgement, dossier) for one in judgement.moments],
        "as_of": day(dossier.settings.as_of),
        "figures": figures,
        "wordings": [
            wording(one, dossier, line(entry, dossier, "wordings", index))
            for index, one in enumerate(claim.wordings)
        ],
        "retellings": [
            {
                "what": one.what,
                "sources": links(one.sources, dossier),
                "edit": line(entry, dossier, "retellings", index),
            }
            for index, one in enumerate(claim.retellings)
        ],
        "would_change_if": claim.would_change_if,
        "last_reviewed": when(claim.last_reviewed),
        "ruling": _ruling(claim, dossier),
        "bearings": bearings(judgement, dossier),
        "stands": [_stand(one, dossier) for one in judgement.stands if one.root in dossier.graph.entries],
        "backlinks": back,
        "embed": embed(judgement, dossier),
    }
    sections = [
        ("status", _headings.ORIGINS()),
        *([("hangs-on", HANGS_ON())] if hangs else []),
        ("evidence", "Evidence"),
        *([("stands-with", HEADING())] if data["bearings"] else []),
        *([("figures", FIGURES())] if figures else []),
        *([("wording", "The words")] if claim.wordings else []),
        *([("retellings", RETELLINGS())] if claim.retellings else []),
        ("history", HISTORY()),
        *([("looked-for", _headings.LOOKED_FOR())] if claim.looked_for else []),
        *([("backlinks", _headings.BACKLINKS())] if back else []),
    ]
    return PageView(
        urls.of_entry(entry),
        "claim.html",
        claim.title,
        shortened(
            SUMMED_UP(
                status=status_words(judgement.assessment.status).capitalize(),
                statement=plain(claim.statement, dossier),
            )
        ),
        data,
        section="claims",
        crumbs=crumbs(("Claims", urls.of_list("claims"))),
        edit=entry.position,
        entry=entry,
        toc=tuple(sections),
        about=(claim.id,),
    )


def _ruling(claim: Claim, dossier: Dossier) -> dict[str, Any] | None:
    if claim.ruling is None:
        return None
    ruling = claim.ruling
    return {
        "status": ruling.status,
        "reason": ruling.reason,
        "sources": links(ruling.sources, dossier),
        "when": when(ruling.date),
        "edit": line(dossier.graph.entries[claim.id], dossier, "ruling"),
    }


def _stand(stand: Any, dossier: Dossier) -> dict[str, Any]:
    words = {
        "asserts": stand.asserts,
        "denies": stand.denies,
        "concedes": stand.concedes,
        "retracts": stand.retracts,
    }
    return {
        "actor": reference(stand.root, dossier),
        "word": stand.word,
        "dates": [{"what": what, "when": day(date)} for what, date in words.items() if date],
    }


def wording(one: Any, dossier: Dossier, edit: str = "") -> dict[str, Any]:
    """Return quoted words with their language, their source and the line on which they stand."""
    return {
        "text": one.text,
        "language": one.language,
        "language_name": language_name(one.language),
        "source": reference(one.source, dossier),
        "authentic": one.authentic,
        "translator": one.translator,
        "label": one.label,
        "note": one.note,
        "edit": edit,
    }


def provenance(judgement: Judgement, dossier: Dossier) -> dict[str, Any] | None:
    """Return the picture of the trails of all items: reports, relays, origins, and the steps between."""
    nodes: dict[str, dict[str, Any]] = {}
    trails = []
    for item in judgement.assessment.items:
        for trail in item.trails:
            steps = [*trail.path] if trail.origin.id == trail.path[-1] else [*trail.path, trail.origin.id]
            for step in steps:
                nodes.setdefault(step, _node(step, trail, dossier))
            if not trail.origin.declared:
                nodes[trail.origin.id]["declared"] = False
            trails.append({"stance": item.stance, "steps": steps})
    roots = {node["root"] for node in nodes.values() if node["root"]}
    return pictures.provenance.picture(
        {
            "id": judgement.id,
            "evidence": f"{urls.of_id(judgement.id, dossier.graph)}#evidence",
            "trails": trails,
            "nodes": nodes,
            "roots": {
                root: {**reference(root, dossier), "party": dossier.origins.is_party(root, dossier.as_of)}
                for root in sorted(roots)
            },
            "origins_words": origins_words(judgement),
        },
        dossier.settings.words,
    )


def _node(id: str, trail: Trail, dossier: Dossier) -> dict[str, Any]:
    """Return a step of a trail: a source under its publisher's name, an actor, or a voice that is no record."""
    entries = dossier.graph.entries
    known = entries.get(id)
    is_source = known is not None and known.kind.name == "source"
    end = trail.origin
    if known is not None and id != end.id:
        end = (
            dossier.origins.publisher(known.record, dossier.as_of)
            if is_source
            else dossier.origins.of_actor(id, dossier.as_of, declared=True)
        )
    return {
        "title": end.name if known is None or is_source else known.title,
        "full": known.title if known is not None and is_source else "",
        "address": urls.of_entry(known or entries[trail.path[0]]),
        "party": end.party,
        "named": end.named,
        "declared": True,
        "root": end.root if end.root in entries else "",
    }


def moment(one: Moment, judgement: Judgement, dossier: Dossier) -> dict[str, Any]:
    """Return a day on which evidence appeared, or on which it changed what the contrary amounts to."""
    contrary_changed = one.contrary != one.contrary_before
    shown = contraries_on(judgement.id, dossier.origins, one.date) if contrary_changed else ()
    return {
        "when": day(one.date) if one.date.year > 1 else None,
        "anchor": f"known-{one.date.isoformat()}" if one.date.year > 1 else "known-undated",
        "status": one.status,
        "before": one.before,
        "changed": one.is_change,
        "contested_by": links(one.contested_by, dossier),
        "contrary": one.contrary,
        "contrary_changed": contrary_changed,
        "contraries": links((other.id for other in shown), dossier),
        "independent": one.independent,
        "at_most": one.at_most,
        "appeared": [
            {
                "source": reference(item.source.id, dossier),
                "stance": item.stance,
                "origins": [origin(trail, dossier) for trail in item.trails],
            }
            for item in one.appeared
        ],
    }


def figure_groups(claim: Claim, dossier: Dossier) -> list[dict[str, Any]]:
    """Return a claim's figures, grouped by what they measure."""
    entry = dossier.graph.entries[claim.id]
    groups: dict[str, list[dict[str, Any]]] = {}
    anchors = urls.anchors(
        f"{claim.id}-{one.measure}-{one.by}-{one.as_of.earliest.isoformat()}" for one in claim.figures
    )
    for index, (figure, anchor) in enumerate(zip(claim.figures, anchors, strict=True)):
        value = figure.value
        groups.setdefault(figure.measure, []).append(
            {
                "anchor": anchor,
                "words": value.words,
                "low": float(value.low) if value.low is not None else None,
                "high": float(value.high) if value.high is not None else None,
                "about": value.about,
                "unit": figure.unit,
                "as_of": when(figure.as_of),
                "day": figure.as_of.latest.isoformat()
                if figure.as_of.latest.year < 9999
                else figure.as_of.earliest.isoformat(),
                "by": reference(figure.by, dossier),
                "party": dossier.origins.is_party(figure.by, dossier.as_of),
                "sources": links(figure.sources, dossier),
                "note": figure.note,
                "edit": line(entry, dossier, "figures", index),
            }
        )
    return [_figure_group(claim.id, measure, rows, dossier) for measure, rows in groups.items()]


def _figure_group(claim: str, measure: str, rows: list[dict[str, Any]], dossier: Dossier) -> dict[str, Any]:
    name, unit = capitalised(measure_words(measure, dossier.graph)), rows[0]["unit"]
    told = MEASURED if unit.casefold() in name.casefold().split() else MEASURED_IN
    group = {
        "id": f"{claim}-{measure}",
        "measure": measure,
        "name": name,
        "caption": told(measure=name, unit=unit, numbers=_range(rows)),
        "rows": sorted(rows, key=lambda figure: (figure["day"], figure["by"]["title"])),
    }
    return {**group, "picture": pictures.figures.picture(group, dossier.settings.words)}


def _range(rows: list[dict[str, Any]]) -> str:
    numbers = [
        Decimal(str(number)) for row in rows for number in (row["low"], row["high"]) if number is not None
    ]
    low, high = min(numbers), max(numbers)
    return _short(low) if low == high else FROM_TO(low=_short(low), high=_short(high))


def _short(number: Decimal) -> str:
    return grouped(number.normalize() if number == number.to_integral() else number)
