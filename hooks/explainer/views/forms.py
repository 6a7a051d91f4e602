"""Forms with which anybody contributes a record: one for each kind, made from the schema that editors have."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from explainer import urls
from explainer.dossier import Dossier
from explainer.kinds import KINDS, Kind
from explainer.kinds._parts import Evidence, Support
from explainer.messages import Message
from explainer.parsing import NOTHING_ADDED, Vocabularies
from explainer.phrases import alternatives, with_article
from explainer.schemas import helps, of_file, records_in
from explainer.shapes import schema_of
from explainer.values.edtf import EdtfDate, parse_date
from explainer.values.grammar import ID_LIMIT, ID_PATTERN, LINE_LIMIT, Grammar, Spread
from explainer.views._base import PageView, Plan, crumbs, has_page

ALL_OF_THEM = Message(
    "A form for every kind of record: it writes the text, and you hand it over as you like."
)
TITLE = Message("Contribute {record}")
ABOUT = Message("A form that writes {record} as this site keeps it, and checks it as you type.")
MISSING = Message("There is no {record} with this id yet.")
ADD = Message("Add {item}")

USUAL = 0.2
"""A field that fewer of the site's records have stands with others behind “More fields”."""

ASKED = ("quote", "no_quote", "locator")
"""Fields that new evidence is asked for, however few have them."""

Words = Mapping[str, Mapping[str, str]]
"""Words that the site's settings define for a field of records, with their names: its topics."""


def pages(dossier: Dossier) -> Iterator[Plan]:
    """Yield the form of every kind, and the page that lists them."""
    yield Plan(urls.FORMS, partial(every, dossier))
    for kind in KINDS:
        yield Plan(urls.of_form(kind), partial(form, kind, dossier))


def every(dossier: Dossier) -> PageView:
    """Return the page that leads to every form."""
    return PageView(
        urls.FORMS,
        "forms.html",
        "Contribute",
        ALL_OF_THEM(),
        {
            "kinds": [
                {
                    "title": TITLE(record=with_article(kind.name)),
                    "address": urls.of_form(kind),
                    "meaning": _meaning(schema_of(kind)),
                    "count": len(dossier.graph.of_kind(kind.name)),
                }
                for kind in KINDS
            ],
            **_guide(dossier),
        },
        section="contributing",
        crumbs=crumbs(),
    )


def form(kind: Kind, dossier: Dossier) -> PageView:
    """Return the form of a kind."""
    settings = dossier.settings
    title = TITLE(record=with_article(kind.name))
    words = {"topic": settings.topics, "strands": settings.strands}
    records = [entry.record for entry in dossier.graph.of_kind(kind.name)]
    shown = fields_of(kind, settings.vocabularies, words, records)
    return PageView(
        urls.of_form(kind),
        "form.html",
        title,
        ABOUT(record=with_article(kind.name)),
        {
            "kind": kind.name,
            "title": title,
            "folder": kind.folder,
            "meaning": _meaning(schema_of(kind)),
            "fields": shown,
            "references": sorted({" ".join(one["kinds"]) for one in each(shown) if one["kinds"]}),
            "forms": {
                other.name: {"address": urls.of_form(other), "record": with_article(other.name)}
                for other in KINDS
            },
            "id_pattern": ID_PATTERN,
            "id_limit": ID_LIMIT,
            "dates": [{"text": text, "words": parse_date(text).words} for text in _DATE.examples],
            "bad_dates": list(_DATE.bad_examples),
            "repository": settings.repository,
            "branch": settings.branch,
            **_guide(dossier),
        },
        section="contributing",
        crumbs=crumbs(("Contribute", urls.FORMS)),
    )


def _guide(dossier: Dossier) -> dict[str, str]:
    return {"guide": "contributing/" if has_page("contributing/index.md", dossier) else ""}


_DATE: Grammar = next(mark for mark in typing.get_args(EdtfDate) if isinstance(mark, Grammar))


def fields_of(
    kind: Kind, added: Vocabularies = NOTHING_ADDED, words: Words = NOTHING_ADDED, records: Any = ()
) -> list[dict[str, Any]]:
    """Return the fields of a kind as a form has them, those of parts inside; `records` tell which are usual.

    A field has a `shape`: `one` (a text or word), `list`, `map` (blocks by key) or `part` (one block that may be
    left out). What is no part has a `control`: `line`, `text`, `choice` or `switch`.
    """
    written = schema_of(kind)
    meanings = {kind.record.__name__: written, **written.get("$defs", {})}
    maker = _Maker(
        of_file(kind, added)["$defs"], meanings, {one.__name__: one for one in records_in(kind.record)}
    )
    return list(maker.fields(kind.record, "f", list(records), words))


def each(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield every field of a form, and those inside them."""
    for field in fields:
        yield field
        yield from each(field["fields"])


@dataclasses.dataclass(frozen=True)
class _Maker:
    """Makes the fields of one kind's form of the schema that editors have."""

    schemas: Mapping[str, Any]
    meanings: Mapping[str, Any]
    """Schemas in which a field's meaning stands alone, without what a form shows beside it."""
    records: Mapping[str, type[Any]]

    def fields(self, record: type[Any], at: str, used: list[Any], words: Words) -> Iterator[dict[str, Any]]:
        """Yield the fields of a record or part; `at` begins the ids of their controls."""
        schema = self.schemas[record.__name__]
        known = helps(record)
        hints = typing.get_type_hints(record, include_extras=True)
        for name, described in schema["properties"].items():
            value = self._value(described)
            inner = self.records.get(str(value["item"].get("$ref", "")).rpartition("/")[2])
            spread = next((mark for mark in typing.get_args(hints[name]) if isinstance(mark, Spread)), None)
            needed = name in schema["required"]
            inside = [one for record in used for one in _items(getattr(record, name, None))]
            yield {
                "name": name,
                "id": f"{at}-{name}",
                "label": _words(name),
                "meaning": _meaning(self.meanings[record.__name__]["properties"][name]),
                "needed": needed,
                "usual": needed or not used or name in ASKED or _share(name, used) >= USUAL,
                "shape": "part" if inner and value["shape"] == "one" else value["shape"],
                "key": value["key"],
                "short": spread.field if spread else "",
                "add": ADD(item=_called(inner, known[name].kinds)),
                "kinds": known[name].kinds,
                "missing": MISSING(record=alternatives(known[name].kinds)),
                "examples": known[name].examples,
                "bad_examples": known[name].bad_examples,
                "fields": list(self.fields(inner, f"{at}-{name}", inside, {})) if inner else [],
                **_control(value["item"], words.get(name, {})),
            }

    def _value(self, described: Mapping[str, Any]) -> dict[str, Any]:
        """Return the shape of a field and the schema of one value in it."""
        if "anyOf" in described:  # may be written short: the long form is the last
            return self._value(described["anyOf"][-1])
        if described.get("type") == "array":
            return {"shape": "list", "key": "", "item": self._value(described["items"])["item"]}
        if described.get("type") == "object":
            key = described["propertyNames"]["pattern"]
            return {"shape": "map", "key": key, "item": described["additionalProperties"]}
        return {"shape": "one", "key": "", "item": described}


def _control(schema: Mapping[str, Any], words: Mapping[str, str]) -> dict[str, Any]:
    """Return how one value is entered."""
    choices = list(zip(schema.get("enum", ()), schema.get("markdownEnumDescriptions", ()), strict=True))
    choices = choices or list(words.items())
    control = "switch" if schema.get("type") == "boolean" else "line"
    longest = schema.get("maxLength", 0)
    usual = schema.get("default", "")
    return {
        "control": "choice" if choices else "text" if longest > LINE_LIMIT else control,
        "choices": choices,
        "default": str(usual).lower() if isinstance(usual, bool) else usual,
        "pattern": schema.get("pattern", ""),
        "says": schema.get("patternErrorMessage", ""),
        "longest": longest,
        "is_date": schema.get("pattern", "") == _DATE.pattern,
    }


def _items(content: Any) -> list[Any]:
    """Return the parts in a field, if it holds any."""
    found = (
        content
        if isinstance(content, tuple)
        else content.values()
        if isinstance(content, Mapping)
        else [content]
    )
    return [one for one in found if dataclasses.is_dataclass(one)]


def _share(name: str, used: list[Any]) -> float:
    """Return in how many of the records a field says something, of all."""
    return sum(getattr(record, name, None) not in _NOTHING for record in used) / len(used)


_NOTHING: tuple[Any, ...] = (None, (), {}, False)


ITEMS: dict[type[Any], str] = {Evidence: "item of evidence", Support: "declaration of support"}
"""How one block is called whose type has a name that English does not count."""


def _called(inner: type[Any] | None, kinds: tuple[str, ...]) -> str:
    """Return what one item of a list is called on the button that adds it: “a step”, “an actor or a source”."""
    if inner is not None:
        words = "".join(f"_{letter}" if letter.isupper() else letter for letter in inner.__name__)
        return with_article(ITEMS.get(inner, _words(words).lower().strip()))
    if not kinds:
        return "one"
    return alternatives(map(with_article, kinds)) if len(kinds) < 3 else with_article("record")


def _words(name: str) -> str:
    return name.replace("_", " ").strip().capitalize()


def _meaning(schema: Mapping[str, Any]) -> str:
    return " ".join(str(schema.get("description", "")).split())
