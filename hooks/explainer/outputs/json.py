"""The whole dossier as JSON, each record as JSON at an address of its own, and the schema of both."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from explainer import __version__, urls
from explainer.artifacts import FileArtifact, PageListing, aside
from explainer.caveats import RULES, SEVERITIES
from explainer.dossier import Dossier
from explainer.judging import SHOWN
from explainer.kinds import KINDS, Kind
from explainer.kinds._parts import BASES
from explainer.kinds._statuses import STATUSES
from explainer.kinds.event import SAYINGS
from explainer.outputs._base import Listings, Output, judged
from explainer.outputs._plain import VERSION, absolute, compact, day, dumped, entry
from explainer.shapes import schema_of
from explainer.values.grammar import ID_PATTERN

WHOLE = "data/dossier.json"
SCHEMA = "data/dossier.schema.json"


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield a file for each record, under former ids as well, and of all of them the dossier and its schema."""
    whole = aside()
    whole.write(dumped(head(dossier), 2).removesuffix(b"\n}\n") + b',\n"records": {')
    about = {"version": VERSION, "site": site(dossier)}
    for number, one in enumerate(sorted(dossier.graph.entries.values(), key=lambda one: one.id)):
        pieces = _pieces(entry(one, dossier))
        whole.write(f'{"," if number else ""}\n"{one.id}": {_on_one_line(pieces)}'.encode())
        schema_address = absolute(SCHEMA, dossier, urls.of_data(one, "json"))
        content = _on_lines({**_pieces({"$schema": schema_address, **about}), **pieces}).encode()
        for id in (one.id, *one.record.formerly):
            yield FileArtifact(urls.of_data(one, "json", id), content, "application/json")
    whole.write(b"\n}\n}\n")
    yield FileArtifact(WHOLE, whole, "application/json", "Everything, one record a line")
    yield FileArtifact(SCHEMA, dumped(schema(dossier), 3), "application/schema+json", "Its JSON Schema")


Pieces = dict[str, str | dict[str, str]]
"""JSON by field, and by field of a field: made once for both files in which a record stands."""


def _pieces(known: dict[str, Any]) -> Pieces:
    return {
        name: {inner: compact(part) for inner, part in content.items()}
        if isinstance(content, dict)
        else compact(content)
        for name, content in known.items()
    }


def _on_one_line(pieces: Pieces) -> str:
    parts = (
        f'"{name}":{{{",".join(f"{compact(inner)}:{part}" for inner, part in content.items())}}}'
        if isinstance(content, dict)
        else f'"{name}":{content}'
        for name, content in pieces.items()
    )
    return f"{{{','.join(parts)}}}"


def _on_lines(pieces: Pieces) -> str:
    parts = (
        f'"{name}": {{\n' + ",\n".join(f"{compact(inner)}: {part}" for inner, part in content.items()) + "\n}"
        if isinstance(content, dict)
        else f'"{name}": {content}'
        for name, content in pieces.items()
    )
    return "{\n" + ",\n".join(parts) + "\n}\n"


def site(dossier: Dossier) -> dict[str, Any]:
    """Return what the data says of the site from which it comes."""
    settings = dossier.settings
    return {
        "name": settings.site_name,
        "url": settings.site_url or None,
        "publisher": settings.publisher or None,
        "licence": settings.licence,
        "as_of": settings.as_of.isoformat(),
    }


def head(dossier: Dossier) -> dict[str, Any]:
    """Return what stands before the records."""
    settings = dossier.settings
    return {
        "$schema": absolute(SCHEMA, dossier, WHOLE),
        "version": VERSION,
        "generator": f"explainer {__version__}",
        "site": site(dossier),
        "description": settings.description,
        "reviewed": day(settings.reviewed),
        "topics": dict(settings.topics),
        "strands": dict(settings.strands),
        "statuses": STATUSES,
        "severities": SEVERITIES,
        "caveat_rules": {rule.id: {"label": rule.label, "severity": rule.severity} for rule in RULES},
        "counts": {kind.name: len(dossier.graph.of_kind(kind.name)) for kind in KINDS},
        "formerly": dict(sorted(dossier.graph.formerly.items())),
    }


def schema(dossier: Dossier) -> dict[str, Any]:
    """Return the JSON Schema of the whole dossier and of the files of single records."""
    settings = dossier.settings
    definitions: dict[str, Any] = dict(_PARTS)
    for kind in KINDS:
        definitions |= _of_kind(kind)
    every = {"oneOf": [{"$ref": f"#/$defs/{kind.name}"} for kind in KINDS]}
    definitions["record"] = every
    standard: dict[str, Any] = _standard(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": absolute(SCHEMA, dossier, SCHEMA),
            "title": f"Data of “{settings.site_name}”, version {VERSION}",
            "description": "The whole dossier, or the file of one record.",
            "oneOf": [{"$ref": "#/$defs/dossier"}, {"$ref": "#/$defs/file"}],
            "$defs": definitions,
        },
        settings.vocabularies,
    )
    return standard


EDITORS_OWN = frozenset(
    {"markdownDescription", "markdownEnumDescriptions", "patternErrorMessage", "x-setting"}
)
"""Words that some editors know and the standard does not: they stay in the schemas for editors."""


def _standard(schema: Any, added: Mapping[str, Mapping[str, str]], *, named: bool = False) -> Any:
    """Return a schema in the words of the standard alone; `named` if its keys are names and no words of it.

    A vocabulary is given with the words that the site added to it.
    """
    if isinstance(schema, list):
        return [_standard(part, added) for part in schema]
    if not isinstance(schema, dict):
        return schema
    found = {
        word: _standard(part, added, named=not named and word in ("properties", "$defs"))
        for word, part in schema.items()
        if named or word not in EDITORS_OWN
    }
    if not named and (own := added.get(schema.get("x-setting", ""))):
        found["enum"] = list(dict.fromkeys([*found["enum"], *own]))
    return found


@cache
def _of_kind(kind: Kind) -> dict[str, Any]:
    """Return the schemas of a kind: as contributors write it, but with values typed, and as it is published."""
    written = dict(schema_of(kind))
    inner = {name: _typed(part, name, kind) for name, part in written.pop("$defs", {}).items()}
    own = _typed(written, kind.record.__name__, kind)
    own["description"] = (kind.record.__doc__ or "").strip()
    computed = {name: _COMPUTED[name] for name in _BY_KIND.get(kind.name, ()) if name in _COMPUTED}
    published = _object(
        {
            **{name: part for name, part in _COMPUTED.items() if name in _EVERYWHERE},
            "kind": {"const": kind.name},
            "record": {"$ref": f"#/$defs/{kind.record.__name__}"},
            **computed,
        },
        f"{kind.name.capitalize()} as published: what was written under “record”, what was computed beside it.",
        optional=("$schema", "version", "site"),
    )
    return {kind.record.__name__: own, **inner, kind.name: published}


def _typed(part: dict[str, Any], name: str, kind: Kind) -> dict[str, Any]:
    """Say of each field what the data holds; an editor's schema speaks of text alone."""
    types = _types(kind.record).get(name, {})  # type: ignore[arg-type]  # a class is hashable
    properties = {
        field: _refined(described, types.get(field, "string"))
        for field, described in part.get("properties", {}).items()
    }
    return {**part, "properties": properties} if properties else part


def _refined(described: dict[str, Any], type_name: str) -> dict[str, Any]:
    if "anyOf" in described:
        rest = {key: inner for key, inner in described.items() if key not in ("anyOf", "default")}
        kept = max(described["anyOf"], key=_plenty)
        return {**_refined(kept, type_name), **rest}
    if described.get("type") == "array":
        return {**described, "items": _refined(described["items"], type_name)}
    if "$ref" in described or "enum" in described or described.get("type") == "object":
        return described
    if type_name == "string":
        return {**described, "type": "string"}
    return {key: inner for key, inner in described.items() if key not in ("pattern", "examples")} | {
        "type": type_name
    }


def _plenty(choice: dict[str, Any]) -> int:
    """Return how much a form holds: data has the long one where contributors may write a short one."""
    return (
        0 if choice.get("type") == "null" else 2 if "$ref" in choice or choice.get("type") == "array" else 1
    )


@cache
def _types(record: type[Any]) -> dict[str, dict[str, str]]:
    """Return the fields of a record and of its parts that hold no text."""
    found: dict[str, dict[str, str]] = {}
    waiting = [record]
    while waiting:
        here = waiting.pop()
        if here.__name__ in found:
            continue
        hints = typing.get_type_hints(here)
        leaves = {field.name: list(_leaves(hints[field.name])) for field in dataclasses.fields(here)}
        found[here.__name__] = {
            name: "boolean" if bool in types else "number"
            for name, types in leaves.items()
            if bool in types or float in types
        }
        waiting += [
            leaf for types in leaves.values() for leaf in types if hasattr(leaf, "__pydantic_config__")
        ]
    return found


def _leaves(hint: Any) -> Iterator[type[Any]]:
    arguments = typing.get_args(hint)
    if not arguments:
        yield hint
    for argument in arguments:
        yield from _leaves(argument)


def _object(
    properties: dict[str, Any], description: str = "", optional: tuple[str, ...] = ()
) -> dict[str, Any]:
    shape = {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }
    return {**({"description": description} if description else {}), **shape}


def _list(items: dict[str, Any], description: str = "") -> dict[str, Any]:
    return {**({"description": description} if description else {}), "type": "array", "items": items}


_TEXT = {"type": "string"}
_ID = {"type": "string", "pattern": ID_PATTERN}
_ANY_ID = {
    "type": "string",
    "description": "An id; or “name:…” or “unnamed:…” for a voice that is no record.",
}
_DAY = {"type": "string", "format": "date"}
_DAY_OR_NONE = {"type": ["string", "null"], "format": "date"}
_COUNT = {"type": "integer", "minimum": 0}
_STATUS = {"enum": list(STATUSES)}
_TRAILS = _list(
    _object({"path": _list(_TEXT), "origin": _ANY_ID, "declared": {"type": "boolean"}}),
    "The ways from what was read to where the word comes from.",
)
_SITE = _object(
    {
        "name": _TEXT,
        "url": {"type": ["string", "null"]},
        "publisher": {"type": ["string", "null"]},
        "licence": _TEXT,
        "as_of": _DAY,
    },
    "The site from which the data comes.",
)

_EVERYWHERE = ("$schema", "version", "site", "id", "kind", "title", "address", "data", "record", "backlinks")
_BY_KIND = {
    "claim": ("dated", "assessment"),
    "event": ("dated", "assessment"),
    "actor": ("root", "party_to_conflict"),
    "source": ("trails",),
}
_COMPUTED: dict[str, Any] = {
    "$schema": _TEXT,
    "version": _TEXT,
    "site": {"$ref": "#/$defs/site"},
    "id": _ID,
    "kind": _TEXT,
    "title": _TEXT,
    "address": {**_TEXT, "description": "Where a reader finds it, seen from the site’s first page."},
    "data": {**_TEXT, "description": "Where this record stands as JSON."},
    "record": {},
    "dated": {"$ref": "#/$defs/dated"},
    "assessment": {"$ref": "#/$defs/assessment"},
    "root": {
        "type": ["string", "null"],
        "description": "The top of the chain of belonging; null if unknown.",
    },
    "party_to_conflict": {"type": "boolean", "description": "Whether it, or what it belongs to, is a party."},
    "trails": _TRAILS,
    "backlinks": {
        "type": "object",
        "description": "The ids of what refers to the record, by role.",
        "additionalProperties": _list(_ID),
    },
}
_PARTS: dict[str, Any] = {
    "site": _SITE,
    "dated": _object(
        {"edtf": _TEXT, "earliest": _DAY_OR_NONE, "latest": _DAY_OR_NONE, "words": _TEXT},
        "A date as EDTF (ISO 8601-2), the days between which it lies, and words.",
    ),
    "assessment": _object(
        {
            "as_of": _DAY,
            "status": _STATUS,
            "words": {**_TEXT, "description": "The status in words, with who denies it."},
            "contested_by": _list(_ANY_ID, "The actors whose denial stands."),
            "contraries": _list(
                _object(
                    {
                        "claim": _ID,
                        "status": {"enum": list(SHOWN)},
                        "shown_since": _DAY_OR_NONE,
                        "status_since": _DAY_OR_NONE,
                    }
                ),
                "Of a claim: those that cannot be true together with it, and are corroborated or acknowledged.",
            ),
            "independent_origins": {**_COUNT, "description": "Origins that are certainly independent."},
            "at_most": {**_COUNT, "description": "How many there could be, where a trail was lost."},
            "is_upper_bound": {"type": "boolean"},
            "origins": _list(
                _object(
                    {
                        "id": _ANY_ID,
                        "name": _TEXT,
                        "root": {"type": ["string", "null"]},
                        "named": {"type": "boolean"},
                        "party": {"type": "boolean"},
                        "declared": {"type": "boolean"},
                    }
                )
            ),
            "denials": _list(
                _object(
                    {
                        "actor": _ANY_ID,
                        "stance": {"enum": ["denies", "refutes"]},
                        "basis": {"enum": list(BASES)},
                        "date": _DAY_OR_NONE,
                        "source": _ID,
                        "ended": _DAY_OR_NONE,
                        "ending": {"enum": ["admitted", "supported", "taken-back", None]},
                    }
                )
            ),
            "caveats": _list(
                _object(
                    {
                        "rule": {"enum": [rule.id for rule in RULES]},
                        "label": _TEXT,
                        "severity": {"enum": list(SEVERITIES)},
                        "sentence": _TEXT,
                        "because": _list(_ID),
                    }
                )
            ),
            "evidence": _list(
                _object(
                    {
                        "path": _list(
                            {"anyOf": [_TEXT, {"type": "integer"}]}, "Where the item stands under “record”."
                        ),
                        "source": _ID,
                        "stance": _TEXT,
                        "basis": _TEXT,
                        "known_by": _DAY_OR_NONE,
                        "trails": _TRAILS,
                    }
                )
            ),
            "says": _list(
                _object(
                    {
                        "claim": _ID,
                        "stance": {"enum": list(SAYINGS)},
                        "then": {"enum": [*STATUSES, None]},
                        "now": _STATUS,
                        "contested_then": {"type": "boolean"},
                        "contested_now": {"type": "boolean"},
                        "contrary_then": {"enum": [*SHOWN, None]},
                        "contrary_now": {"enum": [*SHOWN, None]},
                    }
                ),
                "Of a statement: what it says on claims, and how they stood on its day and stand now, with what "
                "their strongest contrary amounted to, if that was shown.",
            ),
            "stands": _list(
                _object(
                    {
                        "actor": _ID,
                        "word": _TEXT,
                        "asserts": _DAY_OR_NONE,
                        "denies": _DAY_OR_NONE,
                        "concedes": _DAY_OR_NONE,
                        "retracts": _DAY_OR_NONE,
                    },
                    optional=("asserts", "denies", "concedes", "retracts"),
                )
            ),
            "history": _list(
                _object(
                    {
                        "date": {**_DAY_OR_NONE, "description": "null for what carries no date."},
                        "status": _STATUS,
                        "before": {"type": ["string", "null"]},
                        "contested_by": _list(_ANY_ID),
                        "contrary": {
                            "enum": [*SHOWN, None],
                            "description": "What its strongest contrary amounted to, if that was shown.",
                        },
                        "independent_origins": _COUNT,
                        "at_most": _COUNT,
                        "is_change": {"type": "boolean"},
                        "sources": _list(_ID),
                    }
                )
            ),
            "hangs_on": {"anyOf": [{"$ref": "#/$defs/hangs_on"}, {"type": "null"}]},
        },
        "What the evidence amounts to on a day, computed; no score.",
    ),
    "hangs_on": _object(
        {
            "sentences": _list(_TEXT, "In words, the shortest telling sentence first."),
            "carried_by": _list(_TEXT, "The roots without any one of which the status would be another."),
            "left_out": _list(
                _object(
                    {
                        "id": {**_TEXT, "description": "What the reading is known by."},
                        "sort": {"enum": ["without", "only"]},
                        "words": {**_TEXT, "description": "What is left out, or, of “only”, what is kept."},
                        "status": _STATUS,
                        "contested": {"type": "boolean"},
                    },
                    "What the rest amounts to.",
                )
            ),
        },
        "What the status hangs on: the same rules with something left out. Of claims and occurrences.",
    ),
    "file": {
        "description": "The file of one record.",
        "allOf": [
            {"$ref": "#/$defs/record"},
            {
                "type": "object",
                "required": ["$schema", "version", "site"],
                "properties": {"$schema": {}, "version": {}, "site": {}},
            },
        ],
    },
    "dossier": _object(
        {
            "$schema": _TEXT,
            "version": {"const": VERSION},
            "generator": _TEXT,
            "site": {"$ref": "#/$defs/site"},
            "description": _TEXT,
            "reviewed": _DAY_OR_NONE,
            "topics": {"type": "object", "additionalProperties": _TEXT},
            "strands": {"type": "object", "additionalProperties": _TEXT},
            "statuses": {"type": "object", "additionalProperties": _TEXT},
            "severities": {"type": "object", "additionalProperties": _TEXT},
            "caveat_rules": {
                "type": "object",
                "additionalProperties": _object({"label": _TEXT, "severity": {"enum": list(SEVERITIES)}}),
            },
            "counts": {"type": "object", "additionalProperties": _COUNT},
            "formerly": {
                "type": "object",
                "description": "Former ids, with the ids that they lead to.",
                "additionalProperties": _ID,
            },
            "records": {
                "type": "object",
                "propertyNames": _ID,
                "additionalProperties": {"$ref": "#/$defs/record"},
            },
        },
        "All that the site knows.",
    ),
}


def beside(page: PageListing, dossier: Dossier) -> str:
    """Return the file of the record that a page is about."""
    return urls.of_data(dossier.graph.entries[page.record], "json") if page.record else ""


def _example(dossier: Dossier) -> str:
    kind, shown = next(
        ((kind, "record['assessment']['status'], record['title']") for kind in judged(dossier)),
        ("source", "record['id'], record['title']"),
    )
    return (
        "import json\n"
        "dossier = json.load(open('dossier.json'))\n"
        "for record in dossier['records'].values():\n"
        f"    if record['kind'] == '{kind}':\n"
        f"        print({shown})"
    )


OUTPUT = Output(
    "json",
    "JSON",
    "application/json",
    "All that the site knows: every record as it was written, with status, origins, caveats and history as they "
    "were computed, and the JSON Schema (draft 2020-12) of it. Each record also has a file of its own, at the "
    "address of its page with “data/” before it and “.json” behind it. Dates are EDTF (ISO 8601-2).",
    produce,
    example=_example,
    path=WHOLE,
    alternate=True,
    beside=beside,
)
