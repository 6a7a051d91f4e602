"""What an actor said, with all that is part of it: claim by claim, who spoke and when, what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from explainer.dossier import Dossier, Judgement
from explainer.judging import CHANGED, SPOKEN, WORDS, Item, Origin, sort_of, spoken_words
from explainer.messages import Message
from explainer.remembering import once_for_each
from explainer.views._base import reference, when

CHANGED_ITS_WORD = Message("Its word changed, or is divided")
DENIES_STILL = Message("Denied, and denies still")
SAYS_STILL = Message("Said, and says still")

GROUPS = {"changed": CHANGED_ITS_WORD, "denied": DENIES_STILL, "said": SAYS_STILL}
"""What the claims on which an actor spoke are grouped by, with the headings."""

Word = tuple[str, Item, Origin]
"""A kind of word, the item in which it stands, and whose it is."""


@once_for_each
def _spoken(dossier: Dossier) -> dict[str, dict[str, list[Word]]]:
    """Return for each actor the words of all that is part of it, by claim; found once for all pages."""
    found: dict[str, dict[str, list[Word]]] = {}
    for judgement in dossier.of_kind("claim"):
        for item in judgement.assessment.items:
            sort = sort_of(item)
            for trail in item.trails if sort else ():
                for actor in _speaks_for(item, trail.origin, dossier):
                    words = found.setdefault(actor, {}).setdefault(judgement.id, [])
                    words.append((sort, item, trail.origin))
    return found


def _speaks_for(item: Item, origin: Origin, dossier: Dossier) -> Iterator[str]:
    """Yield whose word it is: the speaker's, and that of all above it unless the speaker is unnamed or held."""
    if origin.id not in dossier.graph.entries or dossier.origins.actor(origin.id) is None:
        return
    chain = dossier.origins.chain(origin.id, item.when.end if item.when else dossier.as_of)
    free = origin.named and origin.root in chain and not item.evidence.in_custody_of
    yield from chain if free else chain[:1]


def words_of(actor: str, dossier: Dossier) -> list[dict[str, Any]]:
    """Return the claims on which an actor, with all its parts, spoke: those with a change first, each by date."""
    rows = [
        _row(actor, dossier.judgements[claim], words, dossier)
        for claim, words in _spoken(dossier).get(actor, {}).items()
    ]
    rows += [
        _made(judgement, dossier)
        for judgement in _made_by(dossier).get(actor, ())
        if judgement.id not in _spoken(dossier).get(actor, {})
    ]
    rows.sort(key=lambda row: (row["order"], row["title"]))
    groups = (
        {"id": id, "heading": heading(), "rows": [row for row in rows if row["group"] == id]}
        for id, heading in GROUPS.items()
    )
    return [group for group in groups if group["rows"]]


def claims_of(actor: str, dossier: Dossier) -> set[str]:
    """Return the claims on which an actor spoke, with all its parts."""
    made = (judgement.id for judgement in _made_by(dossier).get(actor, ()))
    return {*_spoken(dossier).get(actor, ()), *made}


@once_for_each
def _made_by(dossier: Dossier) -> dict[str, list[Judgement]]:
    """Return for each actor the claims that it made, whoever printed them."""
    found: dict[str, list[Judgement]] = {}
    for judgement in dossier.of_kind("claim"):
        for maker in judgement.statement.made_by:
            found.setdefault(maker, []).append(judgement)
    return found


def _row(actor: str, judgement: Judgement, words: list[Word], dossier: Dossier) -> dict[str, Any]:
    """Return one claim: each speaker's first word of each kind, and what the words of the whole amount to."""
    ordered = sorted(words, key=lambda word: (word[1].known_by, word[2].name, word[0]))
    first: dict[tuple[str, str], Item] = {}
    for sort, item, origin in ordered:
        first.setdefault((origin.id, sort), item)
    root = dossier.origins.root(actor, dossier.as_of)
    stand = next((stand for stand in judgement.stands if stand.root == root), None)
    word = stand.word if stand else ordered[-1][0]
    own = {sort for sort, _, _ in words}
    return {
        **reference(judgement.id, dossier),
        "group": _group(word, own),
        "meaning": WORDS.get(word, "") if word in CHANGED else "",
        "whole": reference(root, dossier) if root and root != actor else None,
        "order": ordered[0][1].known_by.isoformat(),
        "spoken": [
            {
                "who": reference(speaker, dossier) if speaker != actor else None,
                "what": spoken_words(item),
                "when": when(item.when),
                "source": reference(item.source.id, dossier),
            }
            for (speaker, _), item in first.items()
        ],
    }


def _group(word: str, own: set[str]) -> str:
    """Return where a claim stands: by what the whole's words amount to, as far as this part spoke of it."""
    if word in CHANGED:
        return "changed"
    return "denied" if own == {"denies"} else "said"


def _made(judgement: Judgement, dossier: Dossier) -> dict[str, Any]:
    """Return a claim that an actor made, where no item of evidence is its own word."""
    first = judgement.claim.first_made
    return {
        **reference(judgement.id, dossier),
        "group": "said",
        "meaning": "",
        "whole": None,
        "order": first.earliest.isoformat(),
        "spoken": [{"who": None, "what": SPOKEN["asserts"], "when": when(first), "source": None}],
    }
