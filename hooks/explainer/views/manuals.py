"""Pages made from the code's own words: fields of every kind, codes of diagnostics."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from explainer.caveats import CAST, RULES, SEVERITIES, Rule, manual
from explainer.codes import catalogue
from explainer.dossier import Dossier
from explainer.kinds import KINDS, Kind
from explainer.parsing import schema_of
from explainer.views._base import PageView, crumbs

_ABOVE = crumbs(("Contributing", "contributing/"))


def pages(_dossier: Dossier) -> Iterator[PageView]:
    """Yield the references of fields, codes and caveat rules."""
    yield fields()
    yield codes()
    yield caveats()


def rule_line(rule: Rule) -> dict[str, Any]:
    """Return a caveat rule in a sentence."""
    return {
        "id": rule.id,
        "label": rule.label,
        "severity": rule.severity,
        "summary": manual(rule).summary,
        "address": f"method/caveats/#{rule.id}",
    }


def caveats() -> PageView:
    """Return the caveat reference: what each rule means, how a statement sheds it, and examples."""
    shown = []
    for rule in RULES:
        words = manual(rule)
        examples = [
            (heading, example)
            for heading, found in (("Fires", words.fails), ("Does not fire", words.passes))
            for example in found
        ]
        shown.append(
            {
                **rule_line(rule),
                "paragraphs": list(words.paragraphs),
                "examples": [
                    {
                        "heading": heading,
                        "text": example.text,
                        "says": [caveat.plain for caveat in example.caveats],
                    }
                    for heading, example in examples
                ],
            }
        )
    return PageView(
        "method/caveats/",
        "caveat-rules.html",
        "Caveats and their rules",
        f"The {len(shown)} rules by which caveats are computed, each with examples.",
        {"rules": shown, "cast": CAST.read_text(encoding="utf-8"), "severities": SEVERITIES},
        section="method",
        crumbs=crumbs(("Method", "method/")),
        toc=tuple((str(rule["id"]), str(rule["label"])) for rule in shown),
    )


def fields() -> PageView:
    """Return the field reference: every field of every kind, as its docstring explains it."""
    shown = [kind_fields(kind) for kind in KINDS]
    return PageView(
        "contributing/fields/",
        "fields.html",
        "Field reference",
        "Every field of every kind of record: what it means and how it is written.",
        {"kinds": shown},
        section="contributing",
        crumbs=_ABOVE,
        toc=tuple((str(kind["name"]), str(kind["plural"]).capitalize()) for kind in shown),
    )


def kind_fields(kind: Kind) -> dict[str, Any]:
    """Return the fields of one kind and of the parts inside it."""
    schema = schema_of(kind)
    definitions = schema.get("$defs", {})
    parts = [
        {
            "name": name,
            "meaning": _meaning(part),
            "anchor": f"{kind.name}-{name.casefold()}",
            "fields": _fields(part, kind),
        }
        for name, part in definitions.items()
        if "properties" in part
    ]
    return {
        "name": kind.name,
        "plural": kind.plural,
        "folder": kind.folder,
        "meaning": _meaning(schema),
        "fields": _fields(schema, kind),
        "parts": parts,
    }


def _meaning(schema: dict[str, Any]) -> str:
    return " ".join(str(schema.get("description", "")).split())


def _fields(schema: dict[str, Any], kind: Kind) -> list[dict[str, Any]]:
    required = set(schema.get("required", []))
    return [
        {
            "name": name,
            "required": name in required,
            "meaning": _meaning(described),
            "shape": _shape(described),
            "part": _part(described, kind),
            "examples": [str(example) for example in _inner(described).get("examples", [])],
            "words": list(
                zip(
                    _inner(described).get("enum", []),
                    _inner(described).get("markdownEnumDescriptions", []),
                    strict=False,
                )
            ),
        }
        for name, described in schema["properties"].items()
        if name != "id"
    ]


def _inner(described: dict[str, Any]) -> dict[str, Any]:
    if described.get("type") == "array":
        return _inner(described["items"])
    choices = [choice for choice in described.get("anyOf", []) if choice.get("type") != "null"]
    return _inner(choices[0]) if choices else described


def _shape(described: dict[str, Any]) -> str:
    if described.get("type") == "array":
        return "list"
    return (
        "blocks by key"
        if "additionalProperties" in described and isinstance(described["additionalProperties"], dict)
        else ""
    )


def _part(described: dict[str, Any], kind: Kind) -> dict[str, str] | None:
    inner = _inner(described)
    extra = inner.get("additionalProperties")
    target = inner.get("$ref") or (extra.get("$ref", "") if isinstance(extra, dict) else "")
    name = target.rpartition("/")[2]
    return {"name": name, "anchor": f"{kind.name}-{name.casefold()}"} if name else None


def codes() -> PageView:
    """Return the code reference: every message that a contributor can get, wrong and right."""
    known = list(catalogue().values())
    return PageView(
        "contributing/codes/",
        "codes.html",
        "What the messages mean",
        f"The {len(known)} mistakes that the check finds, each with a wrong and a right example.",
        {
            "codes": [
                {
                    "id": code.id,
                    "title": code.title,
                    "meaning": code.meaning,
                    "wrong": code.wrong,
                    "right": code.right,
                }
                for code in known
            ]
        },
        section="contributing",
        crumbs=_ABOVE,
    )
