"""Values of fields and their changes, told in words."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from typing import Any

from explainer.diagnostics import visible
from explainer.dossier import Dossier
from explainer.kinds import Field, plan
from explainer.messages import Message
from explainer.parsing import Entry
from explainer.phrases import enumerated
from explainer.prose import Page
from explainer.values.edtf import EdtfDateValue
from explainer.values.quantity import QuantityValue
from explainer.wording import plain

RECORD = Message("The {kind} “{title}”")
IS_NEW = Message("{field}: {item} is new")
IS_GONE = Message("{field}: {item} is gone")
FIELDS_CHANGED = Message("{field}: {item}: {fields} changed")
ORDER_CHANGED = Message("{field}: the order changed")
SAME_WORDS = Message("{field} has the same words, with other links or marks")
IS_NOW = Message("{field} is now {new}")
IS_REMOVED = Message("{field} {old} is removed")
WAS = Message("{field} was {old}, and is now {new}")
CONTENT = Message("content")
MORE = Message("{number} more")

SHOWN_AT_MOST = 240
"""How much of a text is quoted, in characters."""

WORDS_BESIDE = 5
"""How many words are shown on either side of those that changed."""

ITEM_AT_MOST = 100
"""How much of a text is quoted that only says which item of a list is meant."""


def followed(value: Any, renamed: Mapping[str, str]) -> Any:
    """Return a record with every id that it mentions as it is now, in fields and in prose."""
    changed = {}
    for field in plan(type(value)):
        content = getattr(value, field.name)
        if content is None:
            continue
        if field.shape == "one":
            changed[field.name] = _followed_one(content, field, renamed)
        elif field.shape == "list":
            changed[field.name] = tuple(_followed_one(item, field, renamed) for item in content)
        else:
            changed[field.name] = {key: _followed_one(item, field, renamed) for key, item in content.items()}
    return dataclasses.replace(value, **changed)


def _followed_one(item: Any, field: Field, renamed: Mapping[str, str]) -> Any:
    if field.ref:
        return renamed.get(item, item)
    return _text_followed(item, renamed) if field.prose else followed(item, renamed)


def _text_followed(text: str, renamed: Mapping[str, str]) -> str:
    return re.sub(
        r"(?<=\[\[)([^\[\]|#\n]+)(?=[\]|#])|(?<=^::: claim )(\S+)|(?<=^::: event )(\S+)",
        lambda found: renamed.get(found.group().strip(), found.group()),
        text,
        flags=re.MULTILINE,
    )


def page_followed(page: Page, renamed: Mapping[str, str]) -> Page:
    """Return a page with every id that it mentions as it is now."""
    return dataclasses.replace(page, text=_text_followed(page.text, renamed)) if renamed else page


def told_change(was: Any, now: Any, name: str, before: Dossier, after: Dossier) -> list[str]:
    """Return the change of a field as items of a list, without a full stop."""
    if all(value is None or isinstance(value, str | bool | EdtfDateValue) for value in (was, now)):
        return [_scalar(was, now, name, before, after)]
    return list(_items_changed(_by_phrase(was, before, after), _by_phrase(now, after), name))


def _items_changed(old: dict[str, Any], new: dict[str, Any], name: str) -> Iterator[str]:
    field = words_of(name)
    for phrase in new:
        if phrase not in old:
            yield IS_NEW(field=field, item=phrase)
    for phrase in old:
        if phrase not in new:
            yield IS_GONE(field=field, item=phrase)
    for phrase, item in new.items():
        if phrase in old and old[phrase] != item:
            fields = listed(_fields_apart(old[phrase], item))
            yield FIELDS_CHANGED(field=field, item=phrase, fields=fields)
    if old == new:
        yield ORDER_CHANGED(field=field)


def _fields_apart(old: Any, new: Any) -> list[str]:
    if not dataclasses.is_dataclass(new) or type(old) is not type(new):
        return [CONTENT()]
    names = [field.name for field in dataclasses.fields(new)]
    return [words_of(name) for name in names if getattr(old, name) != getattr(new, name)]


def _by_phrase(value: Any, *dossiers: Dossier) -> dict[str, Any]:
    """Return the items of a field, each under the words that say which one is meant.

    An id is told by the title in the first state that has it: one that was renamed is known to the later one only.
    """
    if value is None:
        return {}
    if isinstance(value, Mapping):
        return {f"“{key}”": item for key, item in value.items()}
    items = value if isinstance(value, tuple) else (value,)
    found: dict[str, Any] = {}
    for item in items:
        phrase = _phrase(item, dossiers)
        number = 2
        while phrase in found:
            phrase = f"{_phrase(item, dossiers)} ({number})"
            number += 1
        found[phrase] = item
    return found


def _phrase(item: Any, dossiers: tuple[Dossier, ...]) -> str:
    """Say in a few words which item is meant: who, when and what."""
    if not dataclasses.is_dataclass(item) or isinstance(item, EdtfDateValue | QuantityValue):
        return _word(item, dossiers)
    parts = [_word(getattr(item, field.name), dossiers) for field in dataclasses.fields(item)]
    return ", ".join([part for part in parts if part][:_PARTS])


_PARTS = 3
"""How many fields say which item is meant."""


def _word(value: Any, dossiers: tuple[Dossier, ...]) -> str:
    if isinstance(value, EdtfDateValue | QuantityValue):
        return value.words
    if not isinstance(value, str):
        return ""
    for dossier in dossiers:
        if value in dossier.graph.entries:
            return f"“{dossier.graph.title(value)}”"
    text = plain(value, dossiers[0])
    return f"“{text if len(text) <= ITEM_AT_MOST else text[: ITEM_AT_MOST - 1] + '…'}”"


def _scalar(was: Any, now: Any, name: str, before: Dossier, after: Dossier) -> str:
    field, old, new = words_of(name), _shown(was, before), _shown(now, after)
    if old == new and isinstance(was, str):
        return SAME_WORDS(field=field)
    if isinstance(was, str) and isinstance(now, str):
        old, new = (f"“{text}”" for text in _apart(old, new))
    else:
        old = f"“{_cut(old)}”" if isinstance(was, str) else old
        new = f"“{_cut(new)}”" if isinstance(now, str) else new
    message = IS_NOW if was is None else IS_REMOVED if now is None else WAS
    return message(field=field, old=old, new=new)


def _shown(value: Any, dossier: Dossier) -> str:
    if isinstance(value, EdtfDateValue):
        return value.words
    if isinstance(value, bool):
        return "yes" if value else "no"
    return plain(value, dossier) if value is None or isinstance(value, str) else ""


def _apart(old: str, new: str) -> tuple[str, str]:
    """Return two long texts without what they have in common at both ends, but for a few words."""
    if max(len(old), len(new)) <= SHOWN_AT_MOST // 2:
        return old, new
    was, now = old.split(), new.split()
    start = next(
        (at for at, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), min(len(was), len(now))
    )
    rest = min(len(was), len(now)) - start
    ends = zip(reversed(was[start:]), reversed(now[start:]), strict=False)
    same = next((at for at, (a, b) in enumerate(ends) if a != b), rest)
    first = max(start - WORDS_BESIDE, 0)
    cut = max(same - WORDS_BESIDE, 0)
    return _cut(_part(was, first, cut)), _cut(_part(now, first, cut))


def _part(words: list[str], first: int, cut: int) -> str:
    shown = " ".join(words[first : len(words) - cut])
    return f"{'… ' if first else ''}{shown}{' …' if cut else ''}"


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN_AT_MOST else f"{text[: SHOWN_AT_MOST - 1]}…"


def named(entry: Entry) -> str:
    """Return a record as a sentence begins with it: “The claim “The bridge is open””."""
    return RECORD(kind=entry.kind.name, title=visible(entry.title))


def quoted(names: list[str]) -> str:
    """Return names in quotation marks, as a sentence has them."""
    return listed([f"“{name}”" for name in names])


def title_of(id: str, dossier: Dossier) -> str:
    """Return what a record is called; of one that is not there, its id."""
    return dossier.graph.title(id) if id in dossier.graph.entries else id


def words_of(name: str) -> str:
    """Return the name of a field as words."""
    return name.replace("_", " ").replace("-", " ")


def listed(names: list[str], most: int = 12) -> str:
    """Return names as a sentence has them; of many the first, and how many more there are."""
    shown = names if len(names) <= most else [*names[: most - 1], MORE(number=len(names) - most + 1)]
    return enumerated(shown)
