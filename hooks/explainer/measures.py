"""What a number measures, in words: `sent-to-northland` is “sent to Northland”."""

from __future__ import annotations

from explainer.linking import Graph


def measure_words(measure: str, graph: Graph) -> str:
    """Return a measure as words; the id of an actor or place in it becomes its name."""
    parts = measure.split("-")
    words: list[str] = []
    while parts:
        ids = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
        id = next((id for id in ids if _is_name(id, graph)), "")
        words.append(graph.title(id) if id else parts[0])
        parts = parts[id.count("-") + 1 :]
    return " ".join(words)


def _is_name(id: str, graph: Graph) -> bool:
    entry = graph.entries.get(id)
    return entry is not None and entry.kind.name in ("actor", "place")
