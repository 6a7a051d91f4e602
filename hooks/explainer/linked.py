"""Links between claims that came, went or have another reason, told in a short sentence each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explainer.dossier import Dossier
from explainer.judging import contraries
from explainer.kinds.claim import Claim
from explainer.messages import Message
from explainer.parsing import Entry
from explainer.telling import named, title_of

IMPLIES = Message("{claim} implies “{other}” now.")
IMPLIES_NO_LONGER = Message("{claim} no longer implies “{other}”.")
IMPLIES_IN_OTHER_WORDS = Message("{claim} says in other words why it implies “{other}”.")
EXCLUDES = Message("{claim} cannot be true together with “{other}” now.")
EXCLUDES_NO_LONGER = Message("{claim} is no longer said to exclude “{other}”.")
EXCLUDES_IN_OTHER_WORDS = Message(
    "{claim} says in other words why it cannot be true together with “{other}”."
)

LINKS = {
    "implies": (IMPLIES, IMPLIES_NO_LONGER, IMPLIES_IN_OTHER_WORDS),
    "contradicts": (EXCLUDES, EXCLUDES_NO_LONGER, EXCLUDES_IN_OTHER_WORDS),
}
"""Fields that link a claim with another: what is said of a link that is new, is gone, or has another reason."""


def told_links(
    old: Entry, new: Entry, before: Dossier, after: Dossier, renamed: Mapping[str, str]
) -> Iterator[str]:
    """Yield what became of a claim’s links, a sentence each; ids of `old` are those of now.

    A contradiction is read both ways: one that is only written at the other claim now has not changed.
    """
    if not (isinstance(old.record, Claim) and isinstance(new.record, Claim)):
        return
    claim = named(new)
    was_against = {renamed.get(id, id) for id in contraries(old.id, before.graph)}
    is_against = set(contraries(new.id, after.graph))
    for field, (comes, goes, changes) in LINKS.items():
        was = {one.claim: one.note for one in getattr(old.record, field)}
        now = {one.claim: one.note for one in getattr(new.record, field)}
        both = field == "contradicts"
        for id, note in now.items():
            if id not in was and not (both and id in was_against):
                yield comes(claim=claim, other=title_of(id, after))
            elif id in was and was[id] != note:
                yield changes(claim=claim, other=title_of(id, after))
        for id in was:
            if id not in now and not (both and id in is_against):
                yield goes(claim=claim, other=title_of(id, after if id in after.graph.entries else before))
