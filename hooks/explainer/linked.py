"""Links between claims that came, went or have another reason, told in a short sentence each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explainer.dossier import Dossier
from explainer.judging import contraries
from explainer.kinds.claim import Claim
from explainer.parsing import Entry
from explainer.telling import title_of

LINKS = {
    "implies": ("implies", "no longer implies", "implies"),
    "contradicts": (
        "cannot be true together with",
        "is no longer said to exclude",
        "cannot be true together with",
    ),
}
"""Fields that link a claim with another: what is said of a link that is new, is gone, or stays."""


def told_links(
    old: Entry, new: Entry, before: Dossier, after: Dossier, renamed: Mapping[str, str]
) -> Iterator[str]:
    """Yield what became of a claim’s links, without subject and full stop; ids of `old` are those of now.

    A contradiction is read both ways: one that is only written at the other claim now has not changed.
    """
    if not (isinstance(old.record, Claim) and isinstance(new.record, Claim)):
        return
    was_against = {renamed.get(id, id) for id in contraries(old.id, before.graph)}
    is_against = set(contraries(new.id, after.graph))
    for field, (comes, goes, stays) in LINKS.items():
        was = {one.claim: one.note for one in getattr(old.record, field)}
        now = {one.claim: one.note for one in getattr(new.record, field)}
        both = field == "contradicts"
        for id, note in now.items():
            if id not in was and not (both and id in was_against):
                yield f"{comes} “{title_of(id, after)}” now"
            elif id in was and was[id] != note:
                yield f"says in other words why it {stays} “{title_of(id, after)}”"
        for id in was:
            if id not in now and not (both and id in is_against):
                yield f"{goes} “{title_of(id, after if id in after.graph.entries else before)}”"
