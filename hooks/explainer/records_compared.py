"""Records that come, go and change between two states of the content, told in sentences."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator

from explainer import standings
from explainer.dossier import Dossier
from explainer.kinds._parts import Evidence
from explainer.kinds.claim import Figure
from explainer.linked import LINKS, told_links
from explainer.measures import measure_words
from explainer.messages import Message
from explainer.parsing import Entry
from explainer.phrases import with_article
from explainer.summarising import Change
from explainer.telling import followed, named, quoted, title_of, told_change
from explainer.values.edtf import day_words
from explainer.wording import origins_words

REMOVED = Message("{record} is removed.")
ADDED = Message("New {kind} “{title}”.")
ADDED_STANDING = Message("New {kind} “{title}”: {standing}, {origins}.")
ADDED_WITH_CAVEATS = Message(
    "New {kind} “{title}”: {standing}, {origins}, with the caveats {labels}.",
    one="New {kind} “{title}”: {standing}, {origins}, with the caveat {labels}.",
)
RENAMED = Message("{record} has the id “{id}” now; it was “{former}”.")
BECOMES = Message("“{title}” becomes {kind}; it was {former}.")
CHANGED = Message("{record}: {change}.")
NEW = Message("{record}: {item} is new.")
NEW_AND_LATER = Message(
    "{record}: {item} is new; it is later than the site’s own day, {day}, and not counted."
)
GONE = Message("{record}: {item} is gone.")
FOR_IT = Message("{basis} for it in “{source}”")
AGAINST_IT = Message("{basis} against it in “{source}”")
LIMITING_IT = Message("{basis} limiting it in “{source}”")
TAKING_IT_BACK = Message("{basis} taking it back in “{source}”")
REFUTING_IT = Message("{basis} refuting it in “{source}”")
IN_THE_WORD_OF = Message("in the word of {origin}")
FIGURE = Message("{number} ({measure}) by {giver}, {day}")
FIGURE_WAS = Message("{record}: {item}; it was {before}.")

ITEMS = {
    "supports": FOR_IT,
    "denies": AGAINST_IT,
    "qualifies": LIMITING_IT,
    "withdraws": TAKING_IT_BACK,
    "refutes": REFUTING_IT,
}
"""What an item of evidence is called, by its stance."""


def renamed_ids(before: Dossier, after: Dossier) -> dict[str, str]:
    """Return the new id of each record that has another one now."""
    if not after.graph.formerly:
        return {}
    return {
        old: new
        for old, new in after.graph.formerly.items()
        if old in before.graph.entries and new not in before.graph.entries
    }


def records_changed(before: Dossier, after: Dossier) -> Iterator[Change]:
    """Yield what readers will see differently of records: those that come, go, have another id or change."""
    old, new = before.graph.entries, after.graph.entries
    renamed = renamed_ids(before, after)
    for id in sorted(old.keys() - new.keys() - renamed.keys()):
        yield Change("removed", id, REMOVED(record=named(old[id])))
    for id in sorted(new.keys() - old.keys() - set(renamed.values())):
        yield Change("added", id, _new(new[id], after))
    for was, now in sorted(renamed.items()):
        yield Change("renamed", now, RENAMED(record=named(new[now]), id=now, former=was))
        yield from _changed(old[was], new[now], before, after)
    for id in sorted(old.keys() & new.keys()):
        if old[id].kind is new[id].kind:
            yield from _changed(old[id], new[id], before, after)
        else:
            kinds = {"kind": with_article(new[id].kind.name), "former": with_article(old[id].kind.name)}
            yield Change("renamed", id, BECOMES(title=new[id].title, **kinds))


def _new(entry: Entry, dossier: Dossier) -> str:
    judgement = dossier.judgements.get(entry.id)
    record = {"kind": entry.kind.name, "title": entry.title}
    if judgement is None:
        return ADDED(**record)
    standing, origins = standings.short(judgement, dossier), origins_words(judgement)
    labels = list(standings.caveats_once(judgement).values())
    if not labels:
        return ADDED_STANDING(standing=standing, origins=origins, **record)
    return ADDED_WITH_CAVEATS(
        count=len(labels), standing=standing, origins=origins, labels=quoted(labels), **record
    )


_TOLD_APART = ("evidence", "figures", "formerly", *LINKS)


def _changed(old: Entry, new: Entry, before: Dossier, after: Dossier) -> Iterator[Change]:
    """Yield what differs between two versions of one record; ids that were renamed are followed."""
    if old.record == new.record:
        return
    if renamed := renamed_ids(before, after):
        old = dataclasses.replace(old, record=followed(old.record, renamed))
    for field in dataclasses.fields(new.record):
        was, now = getattr(old.record, field.name), getattr(new.record, field.name)
        if field.name not in ("id", *_TOLD_APART) and was != now:
            for change in told_change(was, now, field.name, before, after):
                yield Change("words", new.id, CHANGED(record=named(new), change=change))
    for sentence in told_links(old, new, before, after, renamed):
        yield Change("words", new.id, sentence)
    yield from _evidence(old, new, before, after)
    yield from _figures(old, new, before, after)


def _evidence(old: Entry, new: Entry, before: Dossier, after: Dossier) -> Iterator[Change]:
    was = _items(old)
    now = _items(new)
    later = _later(new, after)
    for item in (now - was).elements():
        message = NEW_AND_LATER if item in later else NEW
        sentence = message(record=named(new), item=_item(item, after), day=day_words(after.as_of))
        yield Change("evidence", new.id, sentence)
    for item in (was - now).elements():
        yield Change("evidence", new.id, GONE(record=named(new), item=_item(item, before)))


def _items(entry: Entry) -> Counter[tuple[str, str, str, str, str]]:
    items: Iterable[Evidence] = getattr(entry.record, "evidence", ())
    return Counter(_gist(item) for item in items)


def _gist(item: Evidence) -> tuple[str, str, str, str, str]:
    return item.source, item.stance, item.basis, item.origin or "", item.date.words if item.date else ""


def _later(entry: Entry, dossier: Dossier) -> set[tuple[str, str, str, str, str]]:
    """Return the items of a record that the site does not count yet."""
    judgement = dossier.judgements.get(entry.id)
    items = judgement.statement.items if judgement else ()
    return {_gist(item.evidence) for item in items if item.known_by > dossier.as_of}


def _in_sentence(id: str, dossier: Dossier) -> str:
    return dossier.graph.in_sentences(id) if id in dossier.graph.entries else id


def _item(item: tuple[str, str, str, str, str], dossier: Dossier) -> str:
    source, stance, basis, origin, when = item
    voice = IN_THE_WORD_OF(origin=_in_sentence(origin, dossier)) if origin else ""
    where = ITEMS[stance](basis=basis, source=title_of(source, dossier))
    return ", ".join(filter(None, (where, voice, when)))


def _figures(old: Entry, new: Entry, before: Dossier, after: Dossier) -> Iterator[Change]:
    was = {_what(figure): figure for figure in getattr(old.record, "figures", ())}
    now = {_what(figure): figure for figure in getattr(new.record, "figures", ())}
    for what, figure in now.items():
        told = {"record": named(new), "item": _figure(figure, after)}
        if what not in was:
            yield Change("figures", new.id, NEW(**told))
        elif _number(was[what]) != _number(figure):
            yield Change("figures", new.id, FIGURE_WAS(before=_number(was[what]), **told))
    for what, figure in was.items():
        if what not in now:
            yield Change("figures", new.id, GONE(record=named(new), item=_figure(figure, before)))


def _what(figure: Figure) -> tuple[str, str, str]:
    return figure.measure, figure.by, figure.as_of.text


def _figure(figure: Figure, dossier: Dossier) -> str:
    return FIGURE(
        number=_number(figure),
        measure=measure_words(figure.measure, dossier.graph),
        giver=title_of(figure.by, dossier),
        day=figure.as_of.words,
    )


def _number(figure: Figure) -> str:
    return f"{figure.value.words} {figure.unit}"
