"""What a small card beside a link says of a record, before one follows the link."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from explainer import standings
from explainer.dossier import Dossier
from explainer.kinds.source import CSL_TYPES
from explainer.messages import Message
from explainer.parsing import Entry
from explainer.views._base import reference
from explainer.views.sources import reference_line
from explainer.wording import origins_words, plain, shortened, type_words

NOT_VERIFIED = Message("the publisher could not verify it")
COPY = Message("a copy on another site")
NOT_NAMED = Message("the speaker is not named")
PART = Message("part of {whole}")

SUMMARY_LIMIT = 180


def of_kind(kind: str, dossier: Dossier) -> dict[str, dict[str, Any]]:
    """Return the card of every record of a kind, by id.

    `k` is what it is, `t` its title, `l` the title's language, `m` a line about it, `s` a summary,
    `st` and `c` status and what stands beside it (`standings.beside`), `sw` what stands in the place of a status,
    `w` words of caution.
    """
    describe = _CARDS.get(kind, _plain)
    return {
        entry.id: {
            key: value for key, value in {"t": entry.title, **describe(entry, dossier)}.items() if value
        }
        for entry in dossier.graph.of_kind(kind)
    }


def _plain(entry: Entry, dossier: Dossier) -> dict[str, Any]:
    return {
        "k": entry.kind.name,
        "s": shortened(plain(entry.kind.summary(entry.record), dossier), SUMMARY_LIMIT),
    }


def _claim(entry: Entry, dossier: Dossier) -> dict[str, Any]:
    judgement = dossier.judgements[entry.id]
    labels = standings.caveats_once(judgement).values()
    return (
        _plain(entry, dossier) | _stand(entry, dossier) | {"m": origins_words(judgement), "w": list(labels)}
    )


def _event(entry: Entry, dossier: Dossier) -> dict[str, Any]:
    return _plain(entry, dossier) | _stand(entry, dossier) | {"m": entry.record.date.words}


def _stand(entry: Entry, dossier: Dossier) -> dict[str, Any]:
    judgement = dossier.judgements[entry.id]
    if standings.nature_of(judgement) == "statement":
        return {"sw": standings.short(judgement, dossier)}
    now = judgement.assessment
    return {"st": now.status, "c": standings.beside(bool(now.contested_by), judgement.contrary)}


def _source(entry: Entry, dossier: Dossier) -> dict[str, Any]:
    source = entry.record
    line = reference_line(source, dossier)
    published = line["published"]
    cautions = {
        source.standing: source.standing != "current",
        NOT_VERIFIED(): bool(source.could_not_verify),
        COPY(): bool(source.mirror),
        NOT_NAMED(): bool(source.anonymous_origin),
    }
    return {
        "k": CSL_TYPES[source.type],
        "m": " · ".join(
            words
            for words in (line["publisher"], published["words"] if published else "", line["language_name"])
            if words
        ),
        "l": reference(entry.id, dossier)["language"],
        "w": [words for words, holds in cautions.items() if holds],
    }


def _actor(entry: Entry, dossier: Dossier) -> dict[str, Any]:
    part_of = dossier.origins.part_of(entry.id, dossier.as_of)
    above = PART(whole=dossier.graph.title(part_of)) if part_of in dossier.graph.entries else ""
    party = dossier.settings.words.party if dossier.origins.is_party(entry.id, dossier.as_of) else ""
    described = _plain(entry, dossier) if entry.record.summary else {}
    return described | {
        "k": type_words(entry.record.type, dossier),
        "m": " · ".join(words for words in (above, party) if words),
    }


_CARDS: dict[str, Callable[[Entry, Dossier], dict[str, Any]]] = {
    "actor": _actor,
    "claim": _claim,
    "event": _event,
    "source": _source,
}
