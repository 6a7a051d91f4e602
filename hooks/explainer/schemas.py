"""JSON Schemas of content files, from which editors complete, explain and check (draft 2020-12).

They say what a record type says, in the terms of an editor: an editor reads `2024` as a number and `true`
as a truth, where our own reader keeps the text, so each value may have every type that its text can pass for.
"""

from __future__ import annotations

import dataclasses
import json
import re
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from explainer.kinds import KINDS, Kind, plan
from explainer.parsing import NOTHING_ADDED, Vocabularies
from explainer.phrases import alternatives, with_article
from explainer.shapes import schema_of
from explainer.values.grammar import ID_PATTERN, Grammar

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def documents(added: Vocabularies = NOTHING_ADDED) -> dict[str, str]:
    """Return the schema of each kind's files as text, by file name; `added` are the site's own words."""
    return {
        f"{kind.name}.json": f"{json.dumps(of_file(kind, added), ensure_ascii=False, indent=2)}\n"
        for kind in KINDS
    }


def associations() -> dict[str, str]:
    """Return which files each schema is for, as editors are told: for files that do not say it themselves."""
    return {f"./content/schema/{kind.name}.json": f"content/{kind.folder}/**/*.yml" for kind in KINDS}


def of_file(kind: Kind, added: Vocabularies = NOTHING_ADDED) -> dict[str, Any]:
    """Return the schema of a file that maps ids to records of a kind."""
    schema = schema_of(kind)
    definitions = {**schema.get("$defs", {}), kind.record.__name__: schema}
    described = {
        record.__name__: _described(definitions[record.__name__], record, added)
        for record in records_in(kind.record)
        if record.__name__ in definitions
    }
    own = described[kind.record.__name__]
    own["properties"].pop("id", None)
    own["required"] = [name for name in own.get("required", []) if name != "id"]
    return {
        "$schema": DIALECT,
        "title": f"{kind.plural.capitalize()} of the explainer",
        "description": f"Ids with {kind.plural}. An id has small letters, digits and hyphens, and stays.",
        "type": "object",
        "propertyNames": {
            "pattern": ID_PATTERN,
            "patternErrorMessage": "An id is made of small letters, digits and single hyphens.",
        },
        "additionalProperties": {"$ref": f"#/$defs/{kind.record.__name__}"},
        "$defs": dict(sorted(described.items())),
    }


@dataclass(frozen=True, slots=True)
class Help:
    """What there is to say of a field beside its meaning."""

    kinds: tuple[str, ...]
    """The kinds of record to which it may refer."""
    examples: tuple[str, ...]
    bad_examples: tuple[str, ...]


def helps(record: type[Any]) -> dict[str, Help]:
    """Return the help of every field of a record type."""
    hints = typing.get_type_hints(record, include_extras=True)
    references = {field.name: field.ref.kinds for field in plan(record) if field.ref}
    return {name: _help(hint, references.get(name, ())) for name, hint in hints.items()}


def _help(hint: Any, kinds: tuple[str, ...]) -> Help:
    grammar = next(_grammars(hint), None)
    if grammar is None or kinds:
        return Help(kinds, (), ())
    return Help((), grammar.examples, grammar.bad_examples)


def records_in(record: type[Any]) -> Iterator[type[Any]]:
    """Yield a record type and every part inside it, each once, in the order in which fields name them."""
    seen: dict[str, type[Any]] = {}
    ahead = [record]
    while ahead:
        here = ahead.pop(0)
        if here.__name__ not in seen:
            seen[here.__name__] = here
            ahead += [field.inner for field in plan(here) if field.inner]
    yield from seen.values()


def _described(schema: Mapping[str, Any], record: type[Any], added: Vocabularies) -> dict[str, Any]:
    """Return the schema of one record type with every field explained."""
    hints = typing.get_type_hints(record, include_extras=True)
    known = helps(record)
    properties = {
        field.name: _field(schema["properties"][field.name], hints[field.name], known[field.name], added)
        for field in dataclasses.fields(record)
    }
    found = {"description": _flat(schema.get("description") or record.__doc__ or ""), "type": "object"}
    return found | {
        "properties": properties,
        "required": list(schema.get("required", [])),
        "additionalProperties": False,
    }


def _field(written: Mapping[str, Any], hint: Any, known: Help, added: Vocabularies) -> dict[str, Any]:
    sentences = [_flat(str(written.get("description", "")))]
    if known.kinds:
        sentences.append(f"The id of {alternatives(with_article(kind) for kind in known.kinds)}.")
    good, bad = known.examples, known.bad_examples
    plain = [*sentences, *_listing("For example", good, "“{}”"), *_listing("Not", bad, "“{}”")]
    rich = [*sentences, *_listing("For example", good, "`{}`"), *_listing("Not", bad, "`{}`")]
    found = {"description": " ".join(plain)}
    if len(rich) > 1:
        found["markdownDescription"] = "  \n".join(rich)
    return found | _value(written, next(_grammars(hint), None), added)


def _listing(what: str, examples: tuple[str, ...], mark: str) -> Iterator[str]:
    if examples:
        yield f"{what}: {', '.join(mark.format(example) for example in examples)}."


def _grammars(hint: Any) -> Iterator[Grammar]:
    """Yield the grammar of a field's values, wherever in the type it stands."""
    for argument in typing.get_args(hint):
        if isinstance(argument, Grammar):
            yield argument
        else:
            yield from _grammars(argument)


def _value(written: Mapping[str, Any], grammar: Grammar | None, added: Vocabularies) -> dict[str, Any]:
    """Return what a value may be, as an editor that reads YAML 1.2 sees it."""
    choices = [choice for choice in written.get("anyOf", ()) if choice.get("type") != "null"]
    if len(choices) > 1:  # a list of blocks that may be written short
        return {"anyOf": [_value(choice, grammar, added) for choice in choices]} | _default(written)
    if choices:
        return _value(choices[0], grammar, added) | _default(written)
    if "$ref" in written:
        return {"$ref": written["$ref"]}
    if written.get("type") == "array":
        return {"type": "array", "items": _value(written["items"], grammar, added)}
    if written.get("type") == "object":
        ((pattern, inner),) = written["patternProperties"].items()
        keyed = {"propertyNames": {"pattern": pattern}, "additionalProperties": _value(inner, grammar, added)}
        return {"type": "object"} | keyed
    if "enum" in written:
        kept = {name: written[name] for name in ("enum", "markdownEnumDescriptions") if name in written}
        if own := added.get(written.get("x-setting", "")):
            words = dict(zip(kept["enum"], kept["markdownEnumDescriptions"], strict=True)) | dict(own)
            kept = {"enum": list(words), "markdownEnumDescriptions": list(words.values())}
        return {"type": "string"} | kept | _default(written)
    return _text(written, grammar) | _default(written)


def _text(written: Mapping[str, Any], grammar: Grammar | None) -> dict[str, Any]:
    pattern = str(written.get("pattern", ""))
    if (
        pattern
        and all(re.search(pattern, word) for word in ("true", "false"))
        and not re.search(pattern, "x")
    ):
        return {"type": "boolean"}
    types = ["string"]
    types += ["number"] if not pattern or re.search(pattern, "2024") else []
    types += [] if pattern else ["boolean"]
    found: dict[str, Any] = {"type": types if len(types) > 1 else "string"}
    if pattern:
        found["pattern"] = pattern
        if grammar:
            example = f" Write, for example: {grammar.examples[0]}" if grammar.examples else ""
            found["patternErrorMessage"] = f"This is not {grammar.name}.{example}"
    found |= {name: written[name] for name in ("examples", "maxLength") if name in written}
    return found


def _default(written: Mapping[str, Any]) -> dict[str, Any]:
    value = written.get("default")
    return {"default": value} if isinstance(value, str | bool) else {}


def _flat(text: str) -> str:
    return " ".join(text.split())
