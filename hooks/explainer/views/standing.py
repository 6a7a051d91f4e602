"""Who stands where: parties, others, and the ties between their roots."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from explainer import urls
from explainer.dossier import Dossier
from explainer.kinds.actor import Actor
from explainer.messages import Message
from explainer.values.edtf import EdtfDateValue
from explainer.views._base import links, reference
from explainer.wording import relation_words

TIED_TO_IT = Message("{tied} it")
TIED_TO_PARTS = Message("{tied} {count:,} of its people or bodies", one="{tied} one of its people or bodies")
SIGNED = Message("signed {day}")
FROM_TO = Message("{since} – {until}")
SINCE = Message("since {since}")
UNTIL = Message("until {until}")


def standing(dossier: Dossier, groups: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what the picture of relations shows: roots, what ties them, and how many further actors there are.

    A root is drawn as a party when it is one and has parts or ties; `groups` are those of the list of actors.
    """
    ties = list(_ties(dossier))
    tied = {id for tie in ties for id in (tie["from"], tie["to"])}
    parts: dict[str, int] = {}
    for entry in dossier.graph.of_kind("actor"):
        root = dossier.origins.root(entry.id, dossier.as_of) or entry.id
        parts[root] = parts.get(root, 0) + (root != entry.id)
    parties = [
        id
        for id, count in parts.items()
        if dossier.origins.is_party(id, dossier.as_of) and (count or id in tied)
    ]
    return {
        "parties": [
            {**reference(id, dossier), "parts": parts[id], "heads": links(_heads(id, dossier), dossier)}
            for id in sorted(parties, key=lambda id: (-parts[id], id))
        ],
        "others": [reference(id, dossier) for id in sorted(tied) if id not in parties],
        "ties": ties,
        "treaties": [
            {
                **reference(entry.id, dossier),
                "parties": list(entry.record.parties),
                "span": SIGNED(day=entry.record.signed.words),
            }
            for entry in dossier.graph.of_kind("treaty")
        ],
        "groups": list(_further(groups, frozenset(parties), tied, dossier)),
    }


def _further(
    groups: list[dict[str, Any]], parties: frozenset[str], tied: set[str], dossier: Dossier
) -> Iterator[dict[str, Any]]:
    """Yield each group with how many of its actors are neither drawn nor counted as parts of a party that is."""
    drawn = {f"{sort}-{id}" for sort in ("party", "state") for id in (*parties, *tied)}
    for group in groups:
        left = [
            one
            for one in group["actors"]
            if one["id"] not in tied and dossier.origins.root(one["id"], dossier.as_of) not in parties
        ]
        if left and group["id"] not in drawn:
            others = group["id"] == "party-other" and parties
            yield {
                "title": dossier.settings.words.other_parties if others else group["heading"],
                "count": len(left),
                "address": f"{urls.of_list('actors')}#{group['id']}",
            }


def _heads(root: str, dossier: Dossier) -> list[str]:
    """Return who heads a root now."""
    return [
        entry.id
        for entry in dossier.graph.of_kind("actor")
        for relation in entry.record.relations
        if relation.type == "heads" and relation.to == root and relation.until is None
    ]


def _ties(dossier: Dossier) -> Iterator[dict[str, Any]]:
    """Yield each kind of tie between two roots once, with what it joins where that is a part."""
    found: dict[tuple[str, str, str], list[tuple[str, EdtfDateValue | None, EdtfDateValue | None]]] = {}
    today = dossier.as_of
    for entry in dossier.graph.of_kind("actor"):
        actor: Actor = entry.record
        said = [(relation.type, relation.to, relation.since, relation.until) for relation in actor.relations]
        said += [
            ("supports", support.party, support.since, support.until) for support in actor.supports_party
        ]
        for type, other, since, until in said:
            start, end = (
                dossier.origins.root(actor.id, dossier.as_of),
                dossier.origins.root(other, dossier.as_of),
            )
            if start and end and start != end:
                found.setdefault((start, end, type), []).append((other, since, until))
    for (start, end, type), ties in sorted(found.items()):
        targets = {target for target, _, _ in ties}
        tied = relation_words(type, dossier)
        to_parts = TIED_TO_PARTS(tied=tied, count=len(targets))
        words, words_it = (tied, TIED_TO_IT(tied=tied)) if end in targets else (to_parts, to_parts)
        dated = sorted((tie for tie in ties if tie[1]), key=lambda tie: tie[1].order if tie[1] else ())
        _, since, until = dated[0] if dated else ties[0]
        yield {
            "from": start,
            "to": end,
            "type": type,
            "words": words,
            "words_it": words_it,
            "span": _span(since, until),
            "ended": all(end is not None and end.latest < today for _, _, end in ties),
        }


def _span(since: EdtfDateValue | None, until: EdtfDateValue | None) -> str:
    if since and until:
        return FROM_TO(since=since.words, until=until.words)
    if since:
        return SINCE(since=since.words)
    return UNTIL(until=until.words) if until else ""
