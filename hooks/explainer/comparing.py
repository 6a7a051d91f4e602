"""What readers will see differently: two states of the content, compared as sentences.

Both sides are judged by the same code, so that only the content makes a difference.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from explainer import urls
from explainer.caveats._base import capitalised, counted
from explainer.checking import Checked
from explainer.diagnostics import Severity
from explainer.dossier import Dossier, Judgement
from explainer.falling import weak
from explainer.kinds._statuses import status_words
from explainer.messages import Message
from explainer.prose import Page, page_title
from explainer.records_compared import records_changed, renamed_ids
from explainer.resting import resting_on
from explainer.summarising import Change
from explainer.telling import listed, named, page_followed, quoted, title_of
from explainer.values.edtf import day_words
from explainer.views import plans
from explainer.wording import origins_words

MORE_ERRORS = Message("and {count} more errors", one="and one more error")
STATUS = Message("{record} is {status} now; it was {before}.")
DENIED = Message("{record} is denied by {deniers} now.")
NOT_DENIED = Message("{record} is no longer denied by anybody.")
HISTORY = Message("{record} has another history now: {steps}.")
NO_HISTORY = Message("{record} has no history now.")
STEP = Message("{status} from {day}")
ORIGINS = Message("now {origins} ({before} before)")
SAME_ORIGINS = Message("still {origins}")
NEW_ORIGINS = Message("new: {names}")
GONE_ORIGINS = Message("gone: {names}")
CAVEAT = Message("{record} now has the caveat “{label}”: {sentence}")
CAVEAT_SAYS = Message("{record} now says in the caveat “{label}”: {sentence}")
NO_CAVEAT = Message("{record} no longer has the caveat “{label}”.")
HANGING = Message(
    "{claims} now hang on one origin: {names}.", one="{claims} now hangs on one origin: {names}."
)
NOT_HANGING = Message(
    "{claims} no longer hang on one origin: {names}.", one="{claims} no longer hangs on one origin: {names}."
)
STANDING = Message("{source} is “{standing}” now; on it rest: {names}.")
STANDING_ALONE = Message("{source} is “{standing}” now; nothing rests on it.")
PAGE_IS_NEW = Message("The page “{title}” is new.")
PAGE_IS_REMOVED = Message("The page “{title}” is removed.")
PAGE_IS_CHANGED = Message("The page “{title}” is changed: {added} added, {removed} removed.")
AS_OF = Message("The site speaks as of {day} now; it was {before}.")
SETTING = Message("The setting “{name}” changed.")
LEADS_NOWHERE = Message("{address} would lead nowhere.")
RECORD_LEADS_NOWHERE = Message(
    "{address} would lead nowhere. If another record takes the place of “{id}”, write there: formerly: [{id}]"
)
HOME_PAGE = Message("the home page")

ERRORS_TOLD = 20


def compare(before: Checked, after: Checked) -> tuple[Change, ...]:
    """Return every difference that a reader would see between two states.

    Of a state that is wrong only the mistakes are told: a record that cannot be read would seem to have left.
    """
    found = tuple(_errors(after)) if after.failed else tuple(_differences(before, after))
    ended = (dataclasses.replace(change, sentence=change.sentence.replace(".”.", ".”")) for change in found)
    return tuple(dict.fromkeys(ended))


def _differences(before: Checked, after: Checked) -> Iterator[Change]:
    yield from records_changed(before.dossier, after.dossier)
    yield from _judgements(before.dossier, after.dossier)
    yield from _hanging(before.dossier, after.dossier)
    yield from _standings(before.dossier, after.dossier)
    renamed = renamed_ids(before.dossier, after.dossier)
    yield from _pages(tuple(page_followed(page, renamed) for page in before.pages), after.pages)
    yield from _settings(before.dossier, after.dossier)
    yield from _addresses(before, after)


def _errors(after: Checked) -> Iterator[Change]:
    errors = [problem for problem in after.diagnostics if problem.severity is Severity.ERROR]
    for problem in errors[:ERRORS_TOLD]:
        hint = f" – {problem.hint}" if problem.hint else ""
        yield Change("errors", problem.position.file, f"{problem.position}: {problem.message}{hint}")
    if len(errors) > ERRORS_TOLD:
        yield Change("errors", "~", MORE_ERRORS(count=len(errors) - ERRORS_TOLD))


# What is computed


def _judgements(before: Dossier, after: Dossier) -> Iterator[Change]:
    renamed = {new: old for old, new in renamed_ids(before, after).items()}
    for id, now in sorted(after.judgements.items()):
        was = before.judgements.get(renamed.get(id, id))
        if was is not None and was.statement.kind == now.statement.kind:
            who = named(after.graph.entries[id])
            yield from _status(id, who, was, now, before, after)
            yield from _origins(id, who, was, now, renamed_ids(before, after))
            yield from _caveats(id, who, was, now)


def _status(
    id: str, who: str, was: Judgement, now: Judgement, before: Dossier, after: Dossier
) -> Iterator[Change]:
    old, new = was.assessment, now.assessment
    if old.status != new.status:
        status, former = status_words(new.status), status_words(old.status)
        yield Change("statuses", id, STATUS(record=who, status=status, before=former))
    renamed = renamed_ids(before, after)
    if sorted(renamed.get(actor, actor) for actor in old.contested_by) != sorted(new.contested_by):
        if new.contested_by:
            deniers = listed([title_of(actor, after) for actor in new.contested_by])
            yield Change("statuses", id, DENIED(record=who, deniers=deniers))
        else:
            yield Change("statuses", id, NOT_DENIED(record=who))
    if old.status == new.status and _steps(was) != _steps(now):
        steps = [STEP(status=status_words(status), day=day_words(day)) for day, status in _steps(now)]
        message = HISTORY if steps else NO_HISTORY
        yield Change("statuses", id, message(record=who, steps="; ".join(steps)))


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
    former = origins_words(was)
    parts = [(ORIGINS if words != former else SAME_ORIGINS)(origins=words, before=former)]
    if came:
        parts.append(NEW_ORIGINS(names=quoted(came)))
    if went:
        parts.append(GONE_ORIGINS(names=quoted(went)))
    yield Change("origins", id, f"{who}: {'; '.join(parts)}.")


def _caveats(id: str, who: str, was: Judgement, now: Judgement) -> Iterator[Change]:
    old = {(caveat.rule, caveat.plain): caveat for caveat in was.caveats}
    new = {(caveat.rule, caveat.plain): caveat for caveat in now.caveats}
    had, has = {rule for rule, _ in old}, {rule for rule, _ in new}
    for key in sorted(new.keys() - old.keys()):
        message = CAVEAT_SAYS if key[0] in had else CAVEAT
        sentence = message(record=who, label=new[key].label, sentence=new[key].plain)
        yield Change("caveats", id, sentence)
    for key in sorted(old.keys() - new.keys()):
        if key[0] not in has:
            yield Change("caveats", id, NO_CAVEAT(record=who, label=old[key].label))


def _hanging(before: Dossier, after: Dossier) -> Iterator[Change]:
    """Say which claims hang on one origin now, and which no longer do; new ones are told with their caveats."""
    renamed = renamed_ids(before, after)
    known = {renamed.get(id, id) for id in before.judgements}
    was = {renamed.get(one.judgement.id, one.judgement.id) for one in weak(before)}
    now = {one.judgement.id for one in weak(after)}
    there = after.judgements.keys()
    for ids, message in (((now - was) & known, HANGING), ((was - now) & there, NOT_HANGING)):
        if ids:
            names = quoted([after.graph.title(id) for id in sorted(ids)])
            said = message(count=len(ids), claims=counted(len(ids), "claim"), names=names)
            yield Change("hanging", "", capitalised(said))


def _standings(before: Dossier, after: Dossier) -> Iterator[Change]:
    for entry in after.graph.of_kind("source"):
        old = before.graph.entries.get(entry.id)
        if old is None or old.kind is not entry.kind or old.record.standing == entry.record.standing:
            continue
        resting = resting_on(entry.id, after.graph)
        names = quoted([after.graph.title(id) for id in resting])
        message = STANDING if resting else STANDING_ALONE
        sentence = message(source=named(entry), standing=entry.record.standing, names=names)
        yield Change("standing", entry.id, sentence)


# The site as a whole


def _pages(before: tuple[Page, ...], after: tuple[Page, ...]) -> Iterator[Change]:
    old = {page.path: page for page in before}
    new = {page.path: page for page in after}
    for path in sorted(old.keys() | new.keys()):
        if path not in old:
            yield Change("pages", path, PAGE_IS_NEW(title=page_title(new[path])))
        elif path not in new:
            yield Change("pages", path, PAGE_IS_REMOVED(title=page_title(old[path])))
        elif old[path].text != new[path].text:
            was, now = Counter(old[path].text.splitlines()), Counter(new[path].text.splitlines())
            added, removed = (counted(lines.total(), "line") for lines in (now - was, was - now))
            sentence = PAGE_IS_CHANGED(title=page_title(new[path]), added=added, removed=removed)
            yield Change("pages", path, sentence)


def _settings(before: Dossier, after: Dossier) -> Iterator[Change]:
    old, new = before.settings, after.settings
    if old.as_of != new.as_of:
        sentence = AS_OF(day=day_words(new.as_of), before=day_words(old.as_of))
        yield Change("settings", "", sentence)
    for field in dataclasses.fields(new):
        if field.name != "as_of" and getattr(old, field.name) != getattr(new, field.name):
            yield Change("settings", "", SETTING(name=field.name))


def _addresses(before: Checked, after: Checked) -> Iterator[Change]:
    """Yield every address that readers may have kept and that would lead nowhere."""
    there = _all_addresses(after)
    renamed = set(after.dossier.graph.formerly)
    for address, record in sorted(_all_addresses(before).items()):
        if address in there or record in renamed:
            continue
        message = RECORD_LEADS_NOWHERE if record else LEADS_NOWHERE
        yield Change("addresses", record, message(address=address or HOME_PAGE(), id=record))


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
