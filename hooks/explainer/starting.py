"""The text with which a new record begins: what must be filled in, and the other fields as comments."""

from __future__ import annotations

import textwrap
from typing import Any

from explainer.kinds import Kind
from explainer.schemas import of_file

WIDTH = 100
"""Where a comment is broken."""


def skeleton(kind: Kind, id: str) -> tuple[str, int]:
    """Return the text of a new file, and the line on which its author begins to type."""
    schema = of_file(kind)["$defs"][kind.record.__name__]
    required = set(schema["required"])
    lines = [
        f"# yaml-language-server: $schema=../schema/{kind.name}.json",
        f"{id}:",
        "  # Fill in what has no “#” before it; take the “# ” away from other lines that you need.",
    ]
    begin = 0
    for name, described in schema["properties"].items():
        if name in required:
            lines += ["", *_comment(_explained(described)), f"  {name}:"]
            begin = begin or len(lines)
        else:
            lines += ["", *_comment(f"{name}: {_explained(described)}")]
    return "\n".join(lines) + "\n", begin


def _explained(described: dict[str, Any]) -> str:
    words = str(described["description"])
    if described.get("type") == "array":
        words += " A list: begin each item with “- ” on a line of its own."
    if choices := described.get("enum"):
        words += f" One of: {', '.join(choices)}."
    return words


def _comment(text: str) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent="  # ",
        subsequent_indent="  #   ",
        break_long_words=False,
        break_on_hyphens=False,
    )
