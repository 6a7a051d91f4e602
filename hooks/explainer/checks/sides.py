"""Whether it is said of every two parties if they stand together or against each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from explainer.diagnostics import Diagnostic, Severity
from explainer.dossier import Dossier
from explainer.kinds.actor import Actor
from explainer.linking import Graph
from explainer.prose import Page

RESTS_ON = "records"

AGAINST = ("opposes", "broke-relations-with")
"""Relations that say that two parties are on different sides."""


def check(dossier: Dossier, _pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield a warning for each party of which nobody says how it stands to an earlier one.

    Parties of which no support is declared count as opponents, and what opponents say alike weighs more.
    """
    origins, day, graph = dossier.origins, dossier.as_of, dossier.graph
    parties = [
        entry.id
        for entry in graph.of_kind("actor")
        if origins.is_party(entry.id, day) and origins.root(entry.id, day) == entry.id
    ]
    opposed = _opposed(graph, dossier)
    for one, other in combinations(parties, 2):
        told = origins.sides(one, day) & origins.sides(other, day) or frozenset((one, other)) in opposed
        if not told:
            first, second = graph.entries[one], graph.entries[other]
            yield Diagnostic(
                second.at("party_to_conflict"),
                "sides-not-said",
                f"nothing says whether “{other}” and “{one}” stand together or against each other",
                "add “supports_party”, or a relation of the type “opposes”, with a source, to one of them; "
                "or “part_of”, if one belongs to the other",
                Severity.WARNING,
                related=((first.at("party_to_conflict"), f"“{one}” stands here"),),
            )


def _opposed(graph: Graph, dossier: Dossier) -> set[frozenset[str]]:
    """Return each pair of roots of which one, or a part of it, is said to be against the other."""
    found: set[frozenset[str]] = set()
    for entry in graph.of_kind("actor"):
        record: Actor = entry.record
        for relation in record.relations:
            if relation.type in AGAINST and dossier.origins.actor(relation.to):
                roots = (dossier.origins.root(id, dossier.as_of) for id in (entry.id, relation.to))
                found.add(frozenset(roots))
    return found
