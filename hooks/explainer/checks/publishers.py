"""Publishers that are probably one: named although they are actors, or in two spellings.

Two spellings that differ in case, accents, punctuation or “The” alone are one publisher already.
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic, Severity
from explainer.dossier import Dossier
from explainer.judging import fold_name
from explainer.linking import Graph
from explainer.parsing import Entry
from explainer.prose import Page

GENERIC = frozenset(
    [
        "agency",
        "co",
        "com",
        "daily",
        "info",
        "media",
        "net",
        "news",
        "newspaper",
        "online",
        "org",
        "press",
        "www",
    ]
)
"""Words that one spelling of a name has and another leaves out."""

LONG = 8
"""How many letters a name must have for one other letter to be a slip, and not another name."""


def check(dossier: Dossier, _pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield publishers that are actors of the site, and names that are nearly those of other publishers."""
    yield from _unlinked(dossier.graph)
    yield from _nearly_equal(dossier.graph)


def _unlinked(graph: Graph) -> Iterator[Diagnostic]:
    actors = {
        fold_name(name): entry for entry in graph.of_kind("actor") for name in entry.kind.names(entry.record)
    }
    for entry in graph.of_kind("source"):
        name = entry.record.publisher_name
        actor = actors.get(fold_name(name)) if name else None
        if actor is not None:
            yield Diagnostic(
                entry.at("publisher_name"),
                "publisher-is-actor",
                f"“{name}” is an actor of this site",
                f"write “publisher: {actor.id}”",
                related=((actor.position, f"“{actor.id}” stands here"),),
            )


def _nearly_equal(graph: Graph) -> Iterator[Diagnostic]:
    known: dict[str, tuple[str, Entry]] = {}
    """The first name of each publisher, by the name as it is compared."""
    for entry in graph.of_kind("source"):
        name = entry.record.publisher_name
        if name:
            known.setdefault(fold_name(name), (name, entry))
    near: dict[str, list[str]] = {}
    """The names that could be one, by what they have in common."""
    for folded in known:
        for key in _keys(folded):
            near.setdefault(key, []).append(folded)
    pairs = {(group[0], other) for group in near.values() for other in group[1:] if _alike(group[0], other)}
    for one, other in sorted(pairs):
        first, second = known[one], known[other]
        yield Diagnostic(
            second[1].at("publisher_name"),
            "publisher-in-two-spellings",
            f"“{second[0]}” is nearly “{first[0]}”, and would count as another origin",
            "if they are one publisher, write its name alike; else make an actor of each",
            Severity.WARNING,
            related=((first[1].at("publisher_name"), f"“{first[0]}” stands here"),),
        )


def _core(folded: str) -> str:
    """Return a name without spaces and without words that may be left out."""
    words = folded.split()
    return "".join(word for word in words if word not in GENERIC) or "".join(words)


def _keys(folded: str) -> Iterator[str]:
    """Yield what a name has in common with others that differ in one letter: itself without a letter."""
    joined = folded.replace(" ", "")
    yield f"core {_core(folded)}"
    yield joined
    if len(joined) >= LONG:
        yield from dict.fromkeys(joined[:at] + joined[at + 1 :] for at in range(len(joined)))


def _alike(one: str, other: str) -> bool:
    if _core(one) == _core(other):
        return True
    first, second = one.replace(" ", ""), other.replace(" ", "")
    if first == second:
        return True
    if min(len(first), len(second)) < LONG or abs(len(first) - len(second)) > 1:
        return False
    start = next(
        (at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b),
        min(len(first), len(second)),
    )
    if first[start : start + 1].isdigit() or second[start : start + 1].isdigit():
        return False
    rest = first[start:], second[start:]
    return rest[0][1:] == rest[1][1:] or rest[0][1:] == rest[1] or rest[0] == rest[1][1:]
