"""What readers will see differently: two states of the content, compared as sentences.

Both sides are judged by the same code, so that only the content makes a difference.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from explainer import standings, urls
from explainer.caveats._base import number_word
from explainer.checking import Checked
from explainer.diagnostics import Severity, visible
from explainer.dossier import Dossier, Judgement
from explainer.falling import weak
from explainer.kinds._parts import Evidence
from explainer.kinds._statuses import status_words
from explainer.kinds.claim import Figure
from explainer.linked import LINKS, told_links
from explainer.parsing import Entry
from explainer.prose import Page, page_title
from explainer.resting import resting_on
from explainer.summarising import Change
from explainer.telling import followed, listed, page_followed, title_of, told_change, words_of
from explainer.values.edtf import day_words
from explainer.views import plans
from explainer.wording import origins_words

ERRORS_TOLD = 20


def compare(before: Checked, after: Checked) -> tuple[Change, ...]:
    """Return every difference that a reader would see between two states.

    Of a state that is wrong only the mistakes are told: a record that cannot be read would seem to have left.
    """
    found = tuple(_errors(after)) if after.failed else tuple(_differences(before, after))
    ended = (dataclasses.replace(change, sentence=change.sentence.replace(".”.", ".”")) for change in found)
    return tuple(dict.fromkeys(ended))


def _differences(before: Checked, after: Checked) -> Iterator[Change]:
    yield from _records(before.dossier, after.dossier)
    yield from _judgements(before.dossier, after.dossier)
    yield from _hanging(before.dossier, after.dossier)
    yield from _standings(before.dossier, after.dossier)
    renamed = _renamed(before.dossier, after.dossier)
    yield from _pages(tuple(page_followed(page, renamed) for page in before.pages), after.pages)
    yield from _settings(before.dossier, after.dossier)
    yield from _addresses(before, after)


def _errors(after: Checked) -> Iterator[Change]:
    errors = [problem for problem in after.diagnostics if problem.severity is Severity.ERROR]
    for problem in errors[:ERRORS_TOLD]:
        hint = f" – {problem.hint}" if problem.hint else ""
        yield Change("errors", problem.position.file, f"{problem.position}: {problem.message}{hint}")
    if len(errors) > ERRORS_TOLD:
        yield Change("errors", "~", f"and {len(errors) - ERRORS_TOLD} more errors")


# Records that come, go and change


def _renamed(before: Dossier, after: Dossier) -> dict[str, str]:
    """Return the new id of each record that has another one now."""
    if not after.graph.formerly:
        return {}
    return {
        old: new
        for old, new in after.graph.formerly.items()
        if old in before.graph.entries and new not in before.graph.entries
    }


def _records(before: Dossier, after: Dossier) -> Iterator[Change]:
    old, new = before.graph.entries, after.graph.entries
    renamed = _renamed(before, after)
    for id in sorted(old.keys() - new.keys() - renamed.keys()):
        yield Change("removed", id, f"{_named(old[id], capital=True)} is removed.")
    for id in sorted(new.keys() - old.keys() - set(renamed.values())):
        yield Change("added", id, f"New {new[id].kind.name} “{new[id].title}”{_beside(id, after)}.")
    for was, now in sorted(renamed.items()):
        sentence = f"{_named(new[now], capital=True)} has the id “{now}” now; it was “{was}”."
        yield Change("renamed", now, sentence)
        yield from _changed(old[was], new[now], before, after)
    for id in sorted(old.keys() & new.keys()):
        if old[id].kind is new[id].kind:
            yield from _changed(old[id], new[id], before, after)
        else:
            sentence = f"“{new[id].title}” becomes {_a(new[id].kind.name)}; it was {_a(old[id].kind.name)}."
            yield Change("renamed", id, sentence)


def _beside(id: str, dossier: Dossier) -> str:
    judgement = dossier.judgements.get(id)
    if judgement is None:
        return ""
    return f": {standings.short(judgement, dossier)}, {origins_words(judgement)}{_carrying(judgement)}"


def _carrying(judgement: Judgement) -> str:
    labels = list(standings.caveats_once(judgement).values())
    return f", with the {_s('caveat', labels)} {_quoted(labels)}" if labels else ""


_TOLD_APART = ("evidence", "figures", "formerly", *LINKS)


def _changed(old: Entry, new: Entry, before: Dossier, after: Dossier) -> Iterator[Change]:
    """Yield what differs between two versions of one record; ids that were renamed are followed."""
    if old.record == new.record:
        return
    if renamed := _renamed(before, after):
        old = dataclasses.replace(old, record=followed(old.record, renamed))
    others: list[str] = []
    for field in dataclasses.fields(new.record):
        was, now = getattr(old.record, field.name), getattr(new.record, field.name)
        if field.name in ("id", *_TOLD_APART) or was == now:
            continue
        told = told_change(was, now, field.name, before, after)
        for sentence in told:
            yield Change("words", new.id, f"{_named(new, capital=True)}: {sentence}.")
        if not told:
            others.append(words_of(field.name))
    if others:
        yield Change("words", new.id, f"{_named(new, capital=True)}: {listed(others)} changed.")
    for told_link in told_links(old, new, before, after, renamed):
        yield Change("words", new.id, f"{_named(new, capital=True)} {told_link}.")
    yield from _evidence(old, new, before, after)
    yield from _figures(old, new, before, after)


def _evidence(old: Entry, new: Entry, before: Dossier, after: Dossier) -> Iterator[Change]:
    was = _items(old)
    now = _items(new)
    later = _later(new, after)
    for item in (now - was).elements():
        uncounted = f"; it is later than the site’s own day, {day_words(after.as_of)}, and not counted"
        end = uncounted if item in later else ""
        yield Change("evidence", new.id, f"{_named(new, capital=True)}: {_item(item, after)} is new{end}.")
    for item in (was - now).elements():
        yield Change("evidence", new.id, f"{_named(new, capital=True)}: {_item(item, before)} is gone.")


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


_STANCE_WORDS = {
    "supports": "for it",
    "denies": "against it",
    "qualifies": "limiting it",
    "withdraws": "taking it back",
    "refutes": "refuting it",
}


def _in_sentence(id: str, dossier: Dossier) -> str:
    return dossier.graph.in_sentences(id) if id in dossier.graph.entries else id


def _item(item: tuple[str, str, str, str, str], dossier: Dossier) -> str:
    source, stance, basis, origin, when = item
    voice = f", in the word of {_in_sentence(origin, dossier)}" if origin else ""
    day = f", {when}" if when else ""
    return f"{basis} {_STANCE_WORDS.get(stance, stance)} in “{title_of(source, dossier)}”{voice}{day}"


def _figures(old: Entry, new: Entry, before: Dossier, after: Dossier) -> Iterator[Change]:
    was = {_what(figure): figure for figure in getattr(old.record, "figures", ())}
    now = {_what(figure): figure for figure in getattr(new.record, "figures", ())}
    for what, figure in now.items():
        about = f"{_named(new, capital=True)}: {_figure(figure, after)}"
        if what not in was:
            yield Change("figures", new.id, f"{about} is new.")
        elif was[what].value.words != figure.value.words or was[what].unit != figure.unit:
            yield Change("figures", new.id, f"{about}; it was {was[what].value.words} {was[what].unit}.")
    for what, figure in was.items():
        if what not in now:
            yield Change(
                "figures", new.id, f"{_named(new, capital=True)}: {_figure(figure, before)} is gone."
            )


def _what(figure: Figure) -> tuple[str, str, str]:
    return figure.measure, figure.by, figure.as_of.text


def _figure(figure: Figure, dossier: Dossier) -> str:
    number = f"{figure.value.words} {figure.unit}"
    return f"{number} ({words_of(figure.measure)}) by {title_of(figure.by, dossier)}, {figure.as_of.words}"


# What is computed


def _judgements(before: Dossier, after: Dossier) -> Iterator[Change]:
    renamed = {new: old for old, new in _renamed(before, after).items()}
    for id, now in sorted(after.judgements.items()):
        was = before.judgements.get(renamed.get(id, id))
        if was is not None and was.statement.kind == now.statement.kind:
            who = _named(after.graph.entries[id], capital=True)
            yield from _status(id, who, was, now, before, after)
            yield from _origins(id, who, was, now, _renamed(before, after))
            yield from _caveats(id, who, was, now)


def _status(
    id: str, who: str, was: Judgement, now: Judgement, before: Dossier, after: Dossier
) -> Iterator[Change]:
    old, new = was.assessment, now.assessment
    if old.status != new.status:
        yield Change(
            "statuses", id, f"{who} is {status_words(new.status)} now; it was {status_words(old.status)}."
        )
    renamed = _renamed(before, after)
    if sorted(renamed.get(actor, actor) for actor in old.contested_by) != sorted(new.contested_by):
        if new.contested_by:
            deniers = listed([title_of(actor, after) for actor in new.contested_by])
            yield Change("statuses", id, f"{who} is denied by {deniers} now.")
        else:
            yield Change("statuses", id, f"{who} is no longer denied by anybody.")
    if old.status == new.status and _steps(was) != _steps(now):
        steps = ", then ".join(f"{status} from {day_words(day)}" for day, status in _steps(now))
        yield Change("statuses", id, f"{who} has another history now: {steps or 'none'}.")


def _steps(judgement: Judgement) -> list[tuple[Any, str]]:
    return [(moment.date, moment.status) for moment in judgement.moments if moment.status != moment.before]


def _origins(
    id: str, who: str, was: Judgement, now: Judgement, renamed: Mapping[str, str]
) -> Iterator[Change]:
    old = {renamed.get(origin.id, origin.id): origin.name for origin in was.assessment.origins}
    new = {origin.id: origin.name for origin in now.assessment.origins}
    words = origins_words(now)
    if old.keys() == new.keys() and words == origins_words(was):
        return
    came = [name for origin, name in new.items() if origin not in old]
    went = [name for origin, name in old.items() if origin not in new]
    parts = [
        f"now {words} ({origins_words(was)} before)" if words != origins_words(was) else f"still {words}"
    ]
    if came:
        parts.append(f"new: {_quoted(came)}")
    if went:
        parts.append(f"gone: {_quoted(went)}")
    yield Change("origins", id, f"{who}: {'; '.join(parts)}.")


def _caveats(id: str, who: str, was: Judgement, now: Judgement) -> Iterator[Change]:
    old = {(caveat.rule, caveat.plain): caveat for caveat in was.caveats}
    new = {(caveat.rule, caveat.plain): caveat for caveat in now.caveats}
    had, has = {rule for rule, _ in old}, {rule for rule, _ in new}
    for key in sorted(new.keys() - old.keys()):
        verb = "has the caveat" if key[0] not in had else "says in the caveat"
        yield Change("caveats", id, f"{who} now {verb} “{new[key].label}”: {new[key].plain}")
    for key in sorted(old.keys() - new.keys()):
        if key[0] not in has:
            yield Change("caveats", id, f"{who} no longer has the caveat “{old[key].label}”.")


def _hanging(before: Dossier, after: Dossier) -> Iterator[Change]:
    """Say which claims hang on one origin now, and which no longer do; new ones are told with their caveats."""
    renamed = _renamed(before, after)
    known = {renamed.get(id, id) for id in before.judgements}
    was = {renamed.get(one.judgement.id, one.judgement.id) for one in weak(before)}
    now = {one.judgement.id for one in weak(after)}
    there = after.judgements.keys()
    for ids, verb in (((now - was) & known, "now"), ((was - now) & there, "no longer")):
        if ids:
            names = _quoted([after.graph.title(id) for id in sorted(ids)])
            if len(ids) == 1:
                said = f"One claim {verb} hangs on one origin: {names}."
            else:
                said = f"{number_word(len(ids)).capitalize()} claims {verb} hang on one origin: {names}."
            yield Change("hanging", "", said)


def _standings(before: Dossier, after: Dossier) -> Iterator[Change]:
    for entry in after.graph.of_kind("source"):
        old = before.graph.entries.get(entry.id)
        if old is None or old.kind is not entry.kind or old.record.standing == entry.record.standing:
            continue
        resting = resting_on(entry.id, after.graph)
        names = _quoted([after.graph.title(id) for id in resting]) if resting else "nothing"
        sentence = f"{_named(entry, capital=True)} is “{entry.record.standing}” now; on it rest: {names}."
        yield Change("standing", entry.id, sentence)


# The site as a whole


def _pages(before: tuple[Page, ...], after: tuple[Page, ...]) -> Iterator[Change]:
    old = {page.path: page for page in before}
    new = {page.path: page for page in after}
    for path in sorted(old.keys() | new.keys()):
        if path not in old:
            yield Change("pages", path, f"The page “{page_title(new[path])}” is new.")
        elif path not in new:
            yield Change("pages", path, f"The page “{page_title(old[path])}” is removed.")
        elif old[path].text != new[path].text:
            was, now = Counter(old[path].text.splitlines()), Counter(new[path].text.splitlines())
            come, gone = (now - was).total(), (was - now).total()
            counts = f"{_lines(come)} added, {_lines(gone)} removed"
            yield Change("pages", path, f"The page “{page_title(new[path])}” is changed: {counts}.")


def _settings(before: Dossier, after: Dossier) -> Iterator[Change]:
    old, new = before.settings, after.settings
    if old.as_of != new.as_of:
        sentence = f"The site speaks as of {day_words(new.as_of)} now; it was {day_words(old.as_of)}."
        yield Change("settings", "", sentence)
    for field in dataclasses.fields(new):
        if field.name != "as_of" and getattr(old, field.name) != getattr(new, field.name):
            yield Change("settings", "", f"The setting “{field.name}” changed.")


def _addresses(before: Checked, after: Checked) -> Iterator[Change]:
    """Yield every address that readers may have kept and that would lead nowhere."""
    there = _all_addresses(after)
    renamed = set(after.dossier.graph.formerly)
    for address, record in sorted(_all_addresses(before).items()):
        if address in there or record in renamed:
            continue
        advice = ""
        if record:
            advice = f" If another record takes the place of “{record}”, write there: formerly: [{record}]"
        yield Change("addresses", record, f"{address or 'the home page'} would lead nowhere.{advice}")


def _all_addresses(checked: Checked) -> dict[str, str]:
    """Return every address of a site, with the id of the record that it belongs to, if any."""
    dossier = checked.dossier
    found = {urls.of_page(page.path): "" for page in checked.pages}
    for entry in dossier.graph.entries.values():
        address = urls.of_entry(entry)
        found[address] = entry.id
        for article in getattr(entry.record, "articles", ()):
            found[f"{address}#{article}"] = entry.id
    if not checked.failed:
        for plan in plans(dossier):
            found.setdefault(plan.address, "")
    return found


# Words


def _named(entry: Entry, *, capital: bool = False) -> str:
    article = "The" if capital else "the"
    return f"{article} {entry.kind.name} “{visible(entry.title)}”"


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _s(noun: str, things: list[str]) -> str:
    return noun if len(things) == 1 else f"{noun}s"


def _lines(number: int) -> str:
    return "no lines" if not number else "one line" if number == 1 else f"{number} lines"


def _quoted(names: list[str]) -> str:
    return listed([f"“{name}”" for name in names])
