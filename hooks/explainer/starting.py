"""The text with which a new record begins: what must be filled in, and the other fields as comments."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from explainer.kinds import Kind, plan
from explainer.schemas import of_file

WIDTH = 100
"""Where a comment is broken."""


def skeleton(kind: Kind, id: str, words: Mapping[str, Sequence[str]] | None = None) -> tuple[str, int]:
    """Return the text of a new file, and the line on which its author begins to type.

    `words` are those that the site’s settings define for a field, such as its topics.
    """
    definitions = of_file(kind)["$defs"]
    schema = definitions[kind.record.__name__]
    required = set(schema["required"])
    lines = [
        f"# yaml-language-server: $schema=../schema/{kind.name}.json",
        f"{id}:",
        "  # Fill in what has no “#” before it; take the “# ” away from other lines that you need.",
    ]
    inner = {field.name: field.inner for field in plan(kind.record) if field.inner}
    begin = 0
    for name, described in schema["properties"].items():
        meaning = _explained(described, tuple((words or {}).get(name, ())))
        if name in required:
            lines += ["", *_comment(meaning)]
        else:
            lines += ["", *_comment(f"{name}: {meaning}")]
        if name in inner:
            lines += _inside(described, inner[name], definitions)
        if name in required:
            lines.append(f"  {name}:")
            begin = begin or len(lines)
    return "\n".join(lines) + "\n", begin


def _inside(described: Mapping[str, Any], record: type[Any], definitions: Mapping[str, Any]) -> Iterator[str]:
    """Yield what stands inside a field: the fields of one item, each with its meaning."""
    schema = definitions[record.__name__]
    first = "- " if described.get("type") == "array" else "some-key:" if "propertyNames" in described else ""
    if first == "some-key:":
        yield f"  #   {first}"
    lead = "- " if first == "- " else "  "
    for name, field in schema["properties"].items():
        need = "" if name in schema["required"] else " (may be left out)"
        yield from _wrapped(f"{name}: {_explained(field, ())}{need}", f"  #   {lead}", "  #       ")
        lead = "  "


def _explained(described: Mapping[str, Any], words: Sequence[str]) -> str:
    said = str(described.get("description", ""))
    if described.get("type") == "array":
        said += " A list: begin each item with “- ” on a line of its own."
    choices = described.get("enum") or words
    if choices:
        said += (
            f" One of: {', '.join(choices)}."
            if described.get("type") != "array"
            else f" Of: {', '.join(choices)}."
        )
    return said


def _comment(text: str) -> list[str]:
    return _wrapped(text, "  # ", "  #   ")


def _wrapped(text: str, first: str, others: str) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )
