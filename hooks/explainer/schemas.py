"""JSON Schemas of content files, made from the record types (draft 2020-12)."""

from __future__ import annotations

import json
from typing import Any

from explainer.kinds import KINDS, Kind
from explainer.parsing import schema_of
from explainer.values.grammar import ID_PATTERN


def documents() -> dict[str, str]:
    """Return the schema of each kind's files as text, by file name."""
    return {
        f"{kind.name}.json": json.dumps(of_file(kind), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        for kind in KINDS
    }


def of_file(kind: Kind) -> dict[str, Any]:
    """Return the schema of a file that maps ids to records of a kind."""
    schema = schema_of(kind)
    definitions = schema.pop("$defs", {})
    properties = dict(schema["properties"])
    properties.pop("id", None)
    schema["properties"] = properties
    schema["required"] = [name for name in schema.get("required", []) if name != "id"]
    schema["description"] = (kind.record.__doc__ or "").strip()
    schema["additionalProperties"] = False
    definitions[kind.record.__name__] = schema
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{kind.plural.capitalize()} of the explainer",
        "description": f"Maps ids to {kind.plural}. An id is written in small letters, digits and hyphens, and never changes.",
        "type": "object",
        "propertyNames": {"pattern": ID_PATTERN},
        "additionalProperties": {"$ref": f"#/$defs/{kind.record.__name__}"},
        "$defs": definitions,
    }
