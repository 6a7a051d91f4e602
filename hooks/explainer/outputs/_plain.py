"""Records and what was computed about them, as plain data: what all formats are made from.

Whatever two formats say of one statement, they say it from the same values.
"""

from __future__ import annotations

import dataclasses
import json
import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from explainer import standings, urls
from explainer.backlinks import referring
from explainer.dossier import Dossier, Judgement
from explainer.judging import Moment, Origin, Stand, contraries_on
from explainer.kinds.actor import Actor
from explainer.kinds.source import Source
from explainer.outputs._hanging import hangs_on
from explainer.parsing import Entry
from explainer.values.edtf import EdtfDateValue
from explainer.values.quantity import QuantityValue

VERSION = "2.0"
"""The version of the data's shape. The number after the dot grows with what is added, the first with what is
taken away or changed."""


def value(content: Any) -> Any:
    """Return a value as it is written: dates and quantities as text; fields without content left out."""
    if isinstance(content, (EdtfDateValue, QuantityValue)):
        return content.text
    if dataclasses.is_dataclass(content) and not isinstance(content, type):
        fields = ((field.name, getattr(content, field.name)) for field in dataclasses.fields(content))
        return {name: value(inner) for name, inner in fields if inner not in (None, (), {})}
    if isinstance(content, tuple):
        return [value(inner) for inner in content]
    if isinstance(content, Mapping):
        return {str(key): value(inner) for key, inner in content.items()}
    return content


def day(known: date | None) -> str | None:
    """Return a day in ISO 8601; nothing for one that is not known."""
    return None if known is None or known in (date.min, date.max) else known.isoformat()


def bounds(when: EdtfDateValue) -> dict[str, Any]:
    """Return a date for programs that know no EDTF: the days between which it lies, and words for readers."""
    return {
        "edtf": when.text,
        "earliest": day(when.earliest),
        "latest": day(when.latest),
        "words": when.words,
    }


def entry(one: Entry, dossier: Dossier) -> dict[str, Any]:
    """Return one record with what was computed about it."""
    found: dict[str, Any] = {
        "id": one.id,
        "kind": one.kind.name,
        "title": one.title,
        "address": shown(urls.of_entry(one), dossier),
        "data": urls.of_data(one, "json"),
        "record": value(one.record),
    }
    judgement = dossier.judgements.get(one.id)
    if judgement is not None:
        found["dated"] = bounds(judgement.statement.first_made)
        found["assessment"] = assessment(judgement, dossier) | {"hangs_on": hangs_on(judgement, dossier)}
    if isinstance(one.record, Actor):
        found["root"] = dossier.origins.root(one.id, dossier.as_of) or None
        found["party_to_conflict"] = dossier.origins.is_party(one.id, dossier.as_of)
    if isinstance(one.record, Source):
        found["trails"] = [_trail(trail) for trail in dossier.origins.trails(one.id, dossier.as_of)]
    found["backlinks"] = {role: sorted(ids) for role, ids in sorted(referring(one.id, dossier).items())}
    return found


def assessment(judgement: Judgement, dossier: Dossier) -> dict[str, Any]:
    """Return what the evidence for a statement amounts to, and why."""
    now = judgement.assessment
    return {
        "as_of": now.as_of.isoformat(),
        "status": now.status,
        "words": standings.words(judgement, dossier),
        "contested_by": list(now.contested_by),
        "contraries": [
            {
                "claim": one.id,
                "status": one.status,
                "shown_since": day(one.shown_since),
                "status_since": day(one.status_since),
            }
            for one in contraries_on(judgement.id, dossier.origins, now.as_of)
        ],
        "independent_origins": now.independent,
        "at_most": now.at_most,
        "is_upper_bound": now.is_upper_bound,
        "origins": [_origin(origin) for origin in now.origins],
        "denials": [
            {
                "actor": denial.actor,
                "date": day(denial.day),
                "source": denial.item.source.id,
                "stance": denial.item.stance,
                "basis": denial.item.basis,
                "ended": day(denial.ended),
                "ending": denial.ending or None,
            }
            for denial in now.denials
        ],
        "caveats": [
            {
                "rule": found.rule,
                "label": found.label,
                "severity": found.severity,
                "sentence": found.plain,
                "because": list(found.because),
            }
            for found in judgement.caveats
        ],
        "evidence": [
            {
                "path": list(item.path),
                "source": item.source.id,
                "stance": item.stance,
                "basis": item.basis,
                "known_by": day(item.known_by),
                "trails": [_trail(trail) for trail in item.trails],
            }
            for item in judgement.statement.items
        ],
        "says": [
            {
                "claim": said.saying.claim,
                "stance": said.saying.stance,
                "then": said.then or None,
                "now": said.now,
                "contested_then": said.contested_then,
                "contested_now": said.contested,
                "contrary_then": said.contrary_then or None,
                "contrary_now": said.contrary or None,
            }
            for said in standings.said_by(judgement, dossier)
        ],
        "stands": [_stand(stand) for stand in judgement.stands],
        "history": [_moment(moment) for moment in judgement.moments],
    }


def _origin(origin: Origin) -> dict[str, Any]:
    return {
        "id": origin.id,
        "name": origin.name,
        "root": origin.root or None,
        "named": origin.named,
        "party": origin.party,
        "declared": origin.declared,
    }


def _trail(trail: Any) -> dict[str, Any]:
    return {"path": list(trail.path), "origin": trail.origin.id, "declared": trail.origin.declared}


def _stand(stand: Stand) -> dict[str, Any]:
    dates = {
        "asserts": stand.asserts,
        "denies": stand.denies,
        "concedes": stand.concedes,
        "retracts": stand.retracts,
    }
    return {
        "actor": stand.root,
        "word": stand.word,
        **{word: day(known) for word, known in dates.items() if known is not None},
    }


def _moment(moment: Moment) -> dict[str, Any]:
    return {
        "date": day(moment.date),
        "status": moment.status,
        "before": moment.before or None,
        "contested_by": list(moment.contested_by),
        "contrary": moment.contrary or None,
        "independent_origins": moment.independent,
        "at_most": moment.at_most,
        "is_change": moment.is_change,
        "sources": sorted({item.source.id for item in moment.appeared}),
    }


def absolute(address: str, dossier: Dossier, base: str = "") -> str:
    """Return an address as other programs need it."""
    return urls.absolute(shown(address, dossier), dossier.settings.site_url, base)


def shown(address: str, dossier: Dossier) -> str:
    """Return an address within the site as its links have it."""
    if dossier.settings.directory_urls or address.startswith(("http://", "https://")):
        return address
    return urls.as_file(address)


def permanent(dossier: Dossier, *words: str) -> uuid.UUID:
    """Return an id that two builds give to the same thing, whatever becomes of the site's name and address."""
    return uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_URL, dossier.settings.key), "/".join(words))


def dumped(content: Any, depth: int = 0) -> bytes:
    """Return JSON in UTF-8 with a newline at its end; so many outer levels have a line for each of their parts.

    Versions can then be compared line by line. The library's own indentation is many times slower.
    """
    return f"{_lines(content, depth)}\n".encode()


def _lines(content: Any, depth: int) -> str:
    if depth and content and isinstance(content, dict):
        fields = (f"{compact(name)}: {_lines(inner, depth - 1)}" for name, inner in content.items())
        return "{\n" + ",\n".join(fields) + "\n}"
    if depth and content and isinstance(content, list):
        return "[\n" + ",\n".join(_lines(inner, depth - 1) for inner in content) + "\n]"
    return compact(content)


def compact(content: Any) -> str:
    """Return JSON without any space."""
    return _COMPACT(content)


_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
