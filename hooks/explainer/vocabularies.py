"""The closed lists of words with which records are written, each word with its meaning, as readers may see them."""

from __future__ import annotations

from collections.abc import Mapping

from explainer.kinds import KINDS
from explainer.kinds._parts import BASES, STANCES
from explainer.kinds._statuses import OUTCOMES, RECORD
from explainer.kinds.claim import KINDS_OF_CLAIM
from explainer.kinds.event import NATURES, SAYINGS
from explainer.kinds.source import READ, STANDINGS

VOCABULARIES: dict[str, tuple[str, Mapping[str, str]]] = {
    "kinds": (
        "Kinds of record",
        {kind.name: (kind.record.__doc__ or "").partition("\n")[0] for kind in KINDS},
    ),
    "claims": ("Kinds of claim", KINDS_OF_CLAIM),
    "stances": ("The stance of evidence", STANCES),
    "bases": ("What evidence rests on", BASES),
    "natures": ("The nature of an event", NATURES),
    "sayings": ("What a statement does with a claim", SAYINGS),
    "record": ("What was done or said in the open", RECORD),
    "outcomes": ("The outcome of a forecast", OUTCOMES),
    "reading": ("How much of a source was read", READ),
    "standings": ("Sources that no longer stand", STANDINGS),
}
"""Each list by the name that a block on a page gives it: its heading, and its words."""
