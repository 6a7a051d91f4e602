"""Names in a sentence: joined as a sentence does, and with their article."""

from __future__ import annotations

from collections.abc import Iterable


def enumerated(names: Iterable[str]) -> str:
    """Join names of which all are meant: “Egypt, Ethiopia and Sudan”."""
    return _joined(tuple(names), "and")


def alternatives(names: Iterable[str]) -> str:
    """Join names of which one is meant: “an actor, an event or a source”."""
    return _joined(tuple(names), "or")


def with_article(noun: str) -> str:
    """Return a noun with its article: “an actor”, “a claim”."""
    return f"an {noun}" if noun[:1].lower() in tuple("aeiou") else f"a {noun}"


def _joined(names: tuple[str, ...], word: str) -> str:
    return f"{', '.join(names[:-1])} {word} {names[-1]}" if len(names) > 1 else "".join(names)
