"""Whose word an item is, and which words were taken back later.

A named voice speaks together with all of the same root; an unnamed one, or one in custody, for itself alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from explainer.judging.origins import Origin, Origins, Trail
from explainer.judging.statements import Item


def voice_of(origin: Origin) -> str:
    """Return what a voice is known by: the root of a named one, the id of an unnamed one or one in custody."""
    return origin.root if origin.named and origin.free and origin.root else origin.id


def voices_of(item: Item) -> frozenset[str]:
    """Return the voices whose word an item is."""
    return frozenset(voice_of(trail.origin) for trail in item.trails)


def speaks_for(item: Item, actors: Iterable[str], origins: Origins) -> bool:
    """Tell whether an item is the word of somebody who speaks for one of these actors.

    That is the actor itself, whoever heads it or speaks for it, or its organ. An unnamed voice, a member,
    somebody in custody or an opponent does not speak for the body to which it belongs.
    """
    return any(_speaks(trail, item, frozenset(actors), origins) for trail in item.trails)


def speaks_for_side(item: Item, actors: Iterable[str], origins: Origins) -> bool:
    """Tell whether an item is the word of somebody who speaks for one of these actors, or for its root."""
    some = [actor for actor in actors if origins.actor(actor)]
    return speaks_for(item, {*some, *(origins.root(actor, item.spoken) for actor in some)}, origins)


def _speaks(trail: Trail, item: Item, actors: frozenset[str], origins: Origins) -> bool:
    end = trail.origin
    if not end.named or not end.declared or not end.free or not origins.actor(end.id):
        return False
    return bool(origins.spoken_for(end.id, item.spoken) & actors)


def without_taken_back(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the items without the words that their own voices took back."""
    back = taken_back(items)
    if not back:
        return items
    left = (
        item.only(trail for trail in item.trails if (item.path, voice_of(trail.origin)) not in back)
        for item in items
    )
    return tuple(item for item in left if item is not None)


def taken_back(items: tuple[Item, ...]) -> dict[tuple[tuple[str | int, ...], str], Item]:
    """Return for each word that was taken back, as the item's place and the voice, the item that did so.

    Who is free again takes back what he said in custody; what is said in custody takes back nothing that was
    said in freedom.
    """
    found: dict[tuple[tuple[str | int, ...], str], Item] = {}
    for item in items:
        if item.stance == "withdraws":
            for voice, free in {
                (voice, end.free) for end in _ends(item) for voice in (voice_of(end), end.id)
            }:
                own = (
                    other
                    for other in items
                    if any(voice_of(end) == voice and (free or not end.free) for end in _ends(other))
                )
                for word in _meant(item, own):
                    found.setdefault((word.path, voice), item)
    return found


def _ends(item: Item) -> Iterator[Origin]:
    return (trail.origin for trail in item.trails)


def _meant(withdrawal: Item, words: Iterable[Item]) -> Iterator[Item]:
    """Yield the words that a withdrawal takes back: those that are not later.

    Where a date is loose, a word may be earlier or later. It is meant only if no word is certainly earlier.
    """
    before = [word for word in words if word.stance not in ("withdraws", "qualifies")]
    certain = [word for word in before if _precedes(word, withdrawal)]
    yield from certain or (word for word in before if not word.follows(withdrawal))


def _precedes(word: Item, withdrawal: Item) -> bool:
    """Tell whether a word is certainly earlier, or of the same day: what is taken back was said before."""
    if word.when is None or withdrawal.when is None:
        return word.when is None and withdrawal.when is not None
    return word.when.end <= withdrawal.when.earliest


def is_taken_back_by(makers: Iterable[str], items: tuple[Item, ...], origins: Origins) -> bool:
    """Tell whether the latest word of every maker takes the statement back; false where nobody made it."""
    if all(item.stance != "withdraws" for item in items):
        return False
    voices = [_voice_of_maker(maker, items, origins) for maker in makers if origins.actor(maker)]
    still = {
        voice for item in without_taken_back(items) if item.stance == "supports" for voice in voices_of(item)
    }
    took = {
        voice_of(end) for item in items if item.stance == "withdraws" for end in _ends(item) if end.free
    } | {voice for _, voice in taken_back(items)}
    return bool(voices) and all(voice & took and not voice & still for voice in voices)


def _voice_of_maker(maker: str, items: tuple[Item, ...], origins: Origins) -> frozenset[str]:
    """Return the voices that are a maker's own: as it appears in the evidence, and its root there."""
    own = {voice_of(trail.origin) for item in items for trail in item.trails if trail.origin.id == maker}
    actor = origins.actor(maker)
    days = [item.when.end for item in items if item.when and item.stance == "withdraws"]
    if actor and actor.type != "unnamed":
        own |= {origins.root(maker, day) for day in days}
    return frozenset(own)
