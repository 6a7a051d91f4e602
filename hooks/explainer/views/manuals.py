"""Pages made from the code's own words: fields of every kind, codes of diagnostics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from explainer import urls
from explainer.caveats import CAST, RULES, SEVERITIES, Rule, manual
from explainer.codes import catalogue
from explainer.dossier import Dossier
from explainer.kinds import KINDS, Kind
from explainer.messages import Message
from explainer.parsing import NOTHING_ADDED, Vocabularies
from explainer.schemas import helps, records_in
from explainer.shapes import schema_of
from explainer.views._base import PageView, Plan, crumbs, has_page

RULES_TITLE = Message("Caveats and their rules")
ABOUT_RULES = Message("The {count} rules by which caveats are computed, each with examples.")
FIRES = Message("Fires")
DOES_NOT_FIRE = Message("Does not fire")
ABOUT_FIELDS = Message("Every field of every kind of record: what it means and how it is written.")
CODES_TITLE = Message("What the messages mean")
ABOUT_CODES = Message("The {count} mistakes that the check finds, each with a wrong and a right example.")
LIST = Message("list")
MAP = Message("blocks by key")


def under_contributing(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """Return the way to a page that helps those who write records or keep a site."""
    return (
        crumbs(("Contributing", "contributing/")) if has_page("contributing/index.md", dossier) else crumbs()
    )


FIELDS = "contributing/fields/"
CODES = "contributing/codes/"


def pages(dossier: Dossier) -> Iterator[Plan]:
    """Yield the references of fields, codes and caveat rules."""
    yield Plan(FIELDS, partial(fields, dossier))
    yield Plan(CODES, partial(codes, dossier))
    yield Plan(urls.RULES, partial(caveats, dossier))


def rule_line(rule: Rule) -> dict[str, Any]:
    """Return a caveat rule in a sentence."""
    return {
        "id": rule.id,
        "label": rule.label,
        "severity": rule.severity,
        "summary": manual(rule).summary,
        "address": urls.of_rule(rule.id),
    }


def caveats(dossier: Dossier) -> PageView:
    """Return the caveat reference: what each rule means, how a statement sheds it, and examples."""
    shown = []
    for rule in RULES:
        words = manual(rule)
        examples = [
            (heading, example)
            for heading, found in ((FIRES, words.fails), (DOES_NOT_FIRE, words.passes))
            for example in found
        ]
        shown.append(
            {
                **rule_line(rule),
                "paragraphs": list(words.paragraphs),
                "examples": [
                    {
                        "heading": heading(),
                        "text": example.text,
                        "says": [caveat.plain for caveat in example.caveats],
                    }
                    for heading, example in examples
                ],
            }
        )
    return PageView(
        urls.RULES,
        "caveat-rules.html",
        RULES_TITLE(),
        ABOUT_RULES(count=len(shown)),
        {"rules": shown, "cast": CAST.read_text(encoding="utf-8"), "severities": SEVERITIES},
        section="method",
        crumbs=crumbs(("Method", "method/")) if has_page("method.md", dossier) else crumbs(),
        toc=tuple((str(rule["id"]), str(rule["label"])) for rule in shown),
    )


def fields(dossier: Dossier) -> PageView:
    """Return the field reference: every field of every kind, as its docstring explains it."""
    shown = [kind_fields(kind, dossier.settings.vocabularies) for kind in KINDS]
    return PageView(
        FIELDS,
        "fields.html",
        "Field reference",
        ABOUT_FIELDS(),
        {"kinds": shown},
        section="contributing",
        crumbs=under_contributing(dossier),
        toc=tuple((str(kind["name"]), str(kind["plural"]).capitalize()) for kind in shown),
    )


def kind_fields(kind: Kind, added: Vocabularies = NOTHING_ADDED) -> dict[str, Any]:
    """Return the fields of one kind and of the parts inside it."""
    schema = schema_of(kind)
    definitions = schema.get("$defs", {})
    parts = [
        {
            "name": _words(part.__name__),
            "meaning": _meaning(definitions[part.__name__]),
            "anchor": f"{kind.name}-{part.__name__.casefold()}",
            "fields": _fields(definitions[part.__name__], part, kind, added),
        }
        for part in records_in(kind.record)
        if part is not kind.record
    ]
    return {
        "name": kind.name,
        "plural": kind.plural,
        "folder": kind.folder,
        "meaning": _meaning(schema),
        "fields": _fields(schema, kind.record, kind, added),
        "parts": parts,
    }


def _words(name: str) -> str:
    """Return the name of a part in words: `PositionHeld` → “Position held”."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _meaning(schema: dict[str, Any]) -> str:
    return " ".join(str(schema.get("description", "")).split())


def _fields(
    schema: dict[str, Any], record: type[Any], kind: Kind, added: Vocabularies
) -> list[dict[str, Any]]:
    required = set(schema.get("required", []))
    known = helps(record)
    return [
        {
            "name": name,
            "required": name in required,
            "meaning": _meaning(described),
            "shape": _shape(described),
            "part": _part(described, kind),
            "kinds": [{"name": target, "anchor": target} for target in known[name].kinds],
            "examples": list(known[name].examples),
            "bad_examples": list(known[name].bad_examples),
            "words": _vocabulary(_inner(described), added),
            "usual": _usual(described),
        }
        for name, described in schema["properties"].items()
        if name != "id"
    ]


def _vocabulary(described: dict[str, Any], added: Vocabularies) -> list[tuple[str, str]]:
    """Return the words of a field with their meanings, those of the site among them."""
    words = described.get("enum", [])
    known = dict(zip(words, described.get("markdownEnumDescriptions", words), strict=False))
    return list((known | dict(added.get(described.get("x-setting", ""), {}))).items())


def _usual(described: dict[str, Any]) -> str:
    """Return what holds where the field is left out, if that is a word."""
    value = described.get("default")
    return str(value).lower() if isinstance(value, str | bool) else ""


def _inner(described: dict[str, Any]) -> dict[str, Any]:
    if described.get("type") == "array":
        return _inner(described["items"])
    if "patternProperties" in described:
        return _inner(next(iter(described["patternProperties"].values())))
    choices = [choice for choice in described.get("anyOf", []) if choice.get("type") != "null"]
    return _inner(choices[0]) if choices else described


def _shape(described: dict[str, Any]) -> str:
    if described.get("type") == "array":
        return LIST()
    return MAP() if "patternProperties" in described else ""


def _part(described: dict[str, Any], kind: Kind) -> dict[str, str] | None:
    name = str(_inner(described).get("$ref", "")).rpartition("/")[2]
    return {"name": _words(name), "anchor": f"{kind.name}-{name.casefold()}"} if name else None


def codes(dossier: Dossier) -> PageView:
    """Return the code reference: every message that a contributor can get, wrong and right."""
    known = sorted(catalogue().values(), key=lambda code: code.id)
    return PageView(
        CODES,
        "codes.html",
        CODES_TITLE(),
        ABOUT_CODES(count=len(known)),
        {
            "codes": [
                {
                    "id": code.id,
                    "title": code.title,
                    "meaning": code.meaning,
                    "wrong": code.wrong.strip(),
                    "right": code.right.strip(),
                }
                for code in known
            ]
        },
        section="contributing",
        crumbs=under_contributing(dossier),
    )
