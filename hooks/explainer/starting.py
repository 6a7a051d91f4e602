"""The text with which a new record begins: required fields to fill in, the others as comments."""

from __future__ import annotations

from typing import Any

from explainer.kinds import Kind
from explainer.parsing import schema_of


def skeleton(kind: Kind, id: str) -> tuple[str, int]:
    """Return the text of a new file, and the line on which its author begins to type."""
    schema = schema_of(kind)
    required = [name for name in schema.get("required", []) if name != "id"]
    lines = [f"# yaml-language-server: $schema=../schema/{kind.name}.json", f"{id}:"]
    begin = len(lines) + 2
    for name in required:
        lines += _comment(schema["properties"][name])
        lines.append(f"  {name}: {_placeholder(schema['properties'][name])}".rstrip())
    lines += ["", "  # Fields that may be left out:"]
    for name, described in schema["properties"].items():
        if name not in required and name != "id":
            lines += [f"  # {name}: {_first_line(described)}".rstrip()]
    return "\n".join(lines) + "\n", begin


def _comment(described: dict[str, Any]) -> list[str]:
    text = " ".join(str(described.get("description", "")).split())
    lines: list[str] = []
    line = "  #"
    for word in text.split():
        if len(line) + len(word) > 98:
            lines.append(line)
            line = "  #"
        line += f" {word}"
    return [*lines, line] if text else []


def _first_line(described: dict[str, Any]) -> str:
    return str(described.get("description", "")).split("\n")[0]


def _placeholder(described: dict[str, Any]) -> str:
    if described.get("type") == "array":
        return "[]"
    examples = described.get("examples") or described.get("enum") or []
    return f"  # for example: {examples[0]}" if examples else ""
