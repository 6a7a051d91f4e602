"""Blocks that pages under docs/ hold: `::: claim some-id`, `::: latest-changes`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from explainer import quoting, standings, urls
from explainer.caveats import RULES
from explainer.chronology import in_order
from explainer.dossier import Dossier
from explainer.messages import Message
from explainer.phrases import enumerated
from explainer.views import findings, imprint
from explainer.views._base import day, links, reference, verdict
from explainer.views.claims import figure_groups, row, status_counts
from explainer.views.gathered import correction_lines, question
from explainer.views.knowledge import changes, counts_on, dates
from explainer.views.manuals import rule_line
from explainer.views.timeline import event_line
from explainer.views.weighing import limit_lines, weighed_verdict
from explainer.vocabularies import VOCABULARIES
from explainer.wording import counted, plain

FOLLOWED = Message(
    "{count:,} statements were followed to their origins.",
    one="1 statement was followed to its origins.",
)
FOLLOWED_SOME_CONTESTED = Message(
    "{statements} were followed to their origins; {count:,} of them stay contested.",
    one="{statements} were followed to their origins; 1 of them stays contested.",
)
FOLLOWED_ONE_CONTESTED = Message("1 statement was followed to its origins; it stays contested.")
OF_THE_EVIDENCE = Message("Of {count:,} items of evidence {answers}.", one="Of 1 item of evidence {answers}.")
QUOTED = Message("{count:,} carry a quotation", one="1 carries a quotation")
LOCATED = Message("{count:,} say where in the source", one="1 says where in the source")
EXPLAINED = Message("{count:,} say why nothing is quoted", one="1 says why nothing is quoted")


def claim(argument: str, dossier: Dossier) -> dict[str, Any]:
    """A claim as a callout."""
    judgement = dossier.judgements[argument]
    statement = plain(judgement.claim.statement, dossier)
    return {
        "link": reference(argument, dossier),
        "statement": statement,
        "verdict": weighed_verdict(judgement, dossier),
    }


def event(argument: str, dossier: Dossier) -> dict[str, Any]:
    """An event as it stands in the timeline."""
    return {"event": event_line(argument, dossier)}


def figures(argument: str, dossier: Dossier) -> dict[str, Any]:
    """The figures of a claim, with their plots."""
    return {
        "link": reference(argument, dossier),
        "groups": figure_groups(dossier.graph.record(argument), dossier),
    }


def latest_changes(_argument: str, dossier: Dossier) -> dict[str, Any]:
    """The latest changes of knowledge, and what was last done to the content."""
    return {"changes": changes(dossier)[:6], "edited": imprint.edited(dossier)}


def status_of_knowledge(_argument: str, dossier: Dossier) -> dict[str, Any]:
    """How many claims stand where: on the first day of the settings, and now."""
    first = next(iter(dossier.settings.dates), None)
    total = sum(1 for _ in dossier.of_kind("claim"))
    contested = sum(1 for judgement in dossier.of_kind("claim") if judgement.assessment.contested_by)
    return {
        "counts": status_counts(dossier),
        "then": counts_on(first, dossier) if first else [],
        "then_day": day(first) if first else None,
        "as_of": day(dossier.settings.as_of),
        "followed": _followed(total, contested) if total else "",
        "dates": dates(dossier),
    }


def _followed(total: int, contested: int) -> str:
    """Say how many statements were followed to their origins, and how many of them stay contested."""
    if not contested:
        return FOLLOWED(count=total)
    if total == 1:
        return FOLLOWED_ONE_CONTESTED()
    return FOLLOWED_SOME_CONTESTED(statements=counted(total, "statement"), count=contested)


def open_questions(argument: str, dossier: Dossier) -> dict[str, Any]:
    """The open questions of a topic."""
    found = [
        question(entry, dossier)
        for entry in dossier.graph.of_kind("question")
        if not argument or entry.record.topic == argument
    ]
    return {"questions": [one for one in found if not one["closed"]], "asked": bool(found)}


def timeline(argument: str, dossier: Dossier) -> dict[str, Any]:
    """The events of a strand."""
    return {
        "events": [
            event_line(entry.id, dossier)
            for entry in in_order(dossier.graph)
            if not argument or argument in entry.record.strands
        ]
    }


def claims(argument: str, dossier: Dossier) -> dict[str, Any]:
    """The claims of a topic."""
    return {
        "rows": [
            row(judgement, dossier)
            for judgement in dossier.of_kind("claim")
            if judgement.claim.topic == argument
        ]
    }


def findings_of_topic(argument: str, dossier: Dossier) -> dict[str, Any]:
    """The claims of a topic in one table: status, origins, denials, what is missing."""
    topics = [argument] if argument else list(dossier.settings.topics)
    rows = [row for topic in topics for row in findings.of_topic(topic, dossier)]
    return {"rows": rows, "name": dossier.settings.topics.get(argument, "all claims")}


def statuses(_argument: str, dossier: Dossier) -> dict[str, Any]:
    """What each status means, and where its claims stand if there are any."""
    used = dossier.has("claim")
    return {
        "statuses": [
            {"status": status, "meaning": meaning, "address": urls.of_status(status) if used else ""}
            for status, meaning in standings.statuses_of_claims(dossier).items()
        ]
    }


def quotations(_argument: str, dossier: Dossier) -> dict[str, Any]:
    """How much of the evidence carries the words on which it rests."""
    found = quoting.counted(dossier)
    if not found.items:
        return {"how_many": ""}
    answers = (
        QUOTED(count=found.quoted),
        LOCATED(count=found.located),
        EXPLAINED(count=found.explained),
    )
    return {"how_many": OF_THE_EVIDENCE(count=found.items, answers=enumerated(answers))}


def standing(argument: str, dossier: Dossier) -> dict[str, Any]:
    """The claims that stand at a status, as a plain list."""
    found = [
        judgement.id for judgement in dossier.of_kind("claim") if judgement.assessment.status == argument
    ]
    return {"status": argument, "claims": links(found, dossier)}


def caveat_rules(_argument: str, _dossier: Dossier) -> dict[str, Any]:
    """All caveat rules, a sentence each."""
    return {"rules": [rule_line(rule) for rule in RULES]}


def limits(_argument: str, dossier: Dossier) -> dict[str, Any]:
    """The caveats that hold for nearly every claim, told once."""
    return {"limits": limit_lines(dossier)}


def corrections(_argument: str, dossier: Dossier) -> dict[str, Any]:
    """All corrections of the site, the latest first."""
    return {"corrections": correction_lines(dossier)}


def leaning(ids: Iterable[str], dossier: Dossier) -> dict[str, Any]:
    """Return the caveats of those of these records that are claims."""
    judged = [dossier.judgements[id] for id in dict.fromkeys(ids) if id in dossier.judgements]
    return {
        "claims": [
            {"link": reference(judgement.id, dossier), "caveats": verdict(judgement, dossier)["caveats"]}
            for judgement in judged
            if judgement.statement.kind == "claim" and judgement.caveats
        ]
    }


def words(argument: str, dossier: Dossier) -> dict[str, Any]:
    """The words of a closed list with what they mean, as the rules read them; all lists without a name.

    Of kinds of record it names those that the site has.
    """
    shown = [argument] if argument else list(VOCABULARIES)
    return {
        "lists": [
            {
                "title": "" if argument else VOCABULARIES[name][0],
                "words": [
                    {"word": word.replace("-", " "), "meaning": meaning}
                    for word, meaning in VOCABULARIES[name][1].items()
                    if name != "kinds" or dossier.has(word)
                ],
            }
            for name in shown
        ]
    }


BLOCKS: dict[str, Callable[[str, Dossier], dict[str, Any]]] = {
    "caveat-rules": caveat_rules,
    "claim": claim,
    "claims": claims,
    "corrections": corrections,
    "event": event,
    "figures": figures,
    "findings": findings_of_topic,
    "imprint": imprint.imprint,
    "latest-changes": latest_changes,
    "limits": limits,
    "open-questions": open_questions,
    "quotations": quotations,
    "signs": imprint.signs,
    "standing": standing,
    "status-of-knowledge": status_of_knowledge,
    "statuses": statuses,
    "timeline": timeline,
    "who-answers": imprint.who_answers,
    "words": words,
}


def data(name: str, argument: str, dossier: Dossier) -> dict[str, Any]:
    """Return what a block shows; raises KeyError for a block or record that does not exist."""
    return BLOCKS[name](argument, dossier)
