"""Errors of logic in evidence: what cannot be so, whatever the world is like."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic, Severity
from explainer.dossier import Dossier, Judgement
from explainer.judging import Item
from explainer.prose import Page


def check(dossier: Dossier, _pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield each item of evidence that contradicts the claim or event to which it belongs."""
    for judgement in dossier.judgements.values():
        for item in judgement.statement.items:
            yield from _too_early(judgement, item, dossier)
            yield from _foreign_admission(judgement, item, dossier)
            yield from _denial_by_maker(judgement, item, dossier)
            yield from _unread(judgement, item, dossier)
            yield from _several_voices(judgement, item, dossier)


def _too_early(judgement: Judgement, item: Item, dossier: Dossier) -> Iterator[Diagnostic]:
    made = judgement.statement.first_made
    if judgement.statement.kind == "claim" and item.stance == "supports" and item.when and item.when.latest < made.earliest:
        where = dossier.graph.entries[judgement.id].at(*item.path)
        message = f"this evidence is dated {item.when.words}, before the claim was first made ({made.words})"
        yield Diagnostic(where, "evidence-before-claim", message, "correct the date, or “first_made”")


def _foreign_admission(judgement: Judgement, item: Item, dossier: Dossier) -> Iterator[Diagnostic]:
    if item.basis != "admission" or item.stance not in ("supports", "refutes"):
        return
    statement, origins = judgement.statement, dossier.origins
    concerned = {origins.root(actor) for actor in (*statement.about, *statement.made_by)} | set(statement.about)
    if not any(trail.origin.root in concerned or trail.origin.id in concerned for trail in item.trails):
        who = ", ".join(sorted({trail.origin.name for trail in item.trails}))
        field = "about" if statement.kind == "claim" else "actors"
        where = dossier.graph.entries[judgement.id].at(*item.path)
        message = f"{who} cannot admit this: the {statement.kind} does not concern that actor"
        yield Diagnostic(where, "foreign-admission", message, f"use another basis, name the origin, or add the actor to “{field}”")


def _denial_by_maker(judgement: Judgement, item: Item, dossier: Dossier) -> Iterator[Diagnostic]:
    makers = set(judgement.statement.made_by)
    if item.stance == "denies" and any(trail.origin.id in makers for trail in item.trails):
        where = dossier.graph.entries[judgement.id].at(*item.path)
        yield Diagnostic(where, "denial-by-maker", "the maker of the claim is said to deny it", "if the maker took it back, write “stance: withdraws”; else correct the origin")


def _unread(judgement: Judgement, item: Item, dossier: Dossier) -> Iterator[Diagnostic]:
    if item.source.read == "none":
        where = dossier.graph.entries[judgement.id].at(*item.path)
        message = f"“{item.source.id}” was not read, so it cannot be evidence"
        yield Diagnostic(where, "unread-source", message, "cite a source that was read and that relays it")


def _several_voices(judgement: Judgement, item: Item, dossier: Dossier) -> Iterator[Diagnostic]:
    if item.evidence.origin is None and item.path[0] == "evidence" and item.stance == "supports" and len(item.trails) > 1:
        names = ", ".join(sorted({trail.origin.name for trail in item.trails}))
        where = dossier.graph.entries[judgement.id].at(*item.path)
        message = f"“{item.source.id}” passes on several voices: {names}"
        yield Diagnostic(where, "several-voices", message, "say whose word this is: add “origin”", Severity.WARNING)
