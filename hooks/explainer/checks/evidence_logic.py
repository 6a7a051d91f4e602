"""Errors of logic in evidence: what cannot be so, whatever the world is like."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic, Severity
from explainer.dossier import Dossier, Judgement
from explainer.judging import Item, is_word_of
from explainer.prose import Page

RESTS_ON = "records"


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
    if (
        judgement.statement.kind == "claim"
        and item.stance == "supports"
        and item.when
        and item.when.latest < made.earliest
    ):
        where = dossier.graph.entries[judgement.id].at(*item.path)
        message = f"this evidence is dated {item.when.words}, before the claim was first made ({made.words})"
        yield Diagnostic(where, "evidence-before-claim", message, "correct the date, or “first_made”")


def _foreign_admission(judgement: Judgement, item: Item, dossier: Dossier) -> Iterator[Diagnostic]:
    if item.basis != "admission" or item.stance not in ("supports", "refutes"):
        return
    statement = judgement.statement
    if is_word_of(item, (*statement.about, *statement.made_by), dossier.origins):
        return
    ends = [trail.origin for trail in item.trails]
    who = ", ".join(sorted({end.name for end in ends}))
    field = "about" if statement.kind == "claim" else "actors"
    message = f"{who} cannot admit this: the {statement.kind} does not concern that actor"
    hint = f"use another basis, name the origin, or add the actor to “{field}”"
    if not any(end.named for end in ends):
        message = f"{who} cannot admit this: an unnamed voice does not speak for the body to which it belongs"
        hint = "use another basis, or name the origin"
    yield Diagnostic(dossier.graph.entries[judgement.id].at(*item.path), "foreign-admission", message, hint)


def _denial_by_maker(judgement: Judgement, item: Item, dossier: Dossier) -> Iterator[Diagnostic]:
    makers = set(judgement.statement.made_by)
    if item.stance == "denies" and any(trail.origin.id in makers for trail in item.trails):
        where = dossier.graph.entries[judgement.id].at(*item.path)
        yield Diagnostic(
            where,
            "denial-by-maker",
            "the maker of the claim is said to deny it",
            "if the maker took it back, write “stance: withdraws”; else correct the origin",
        )


def _unread(judgement: Judgement, item: Item, dossier: Dossier) -> Iterator[Diagnostic]:
    if item.source.read == "none":
        where = dossier.graph.entries[judgement.id].at(*item.path)
        message = f"“{item.source.id}” was not read, so it cannot be evidence"
        yield Diagnostic(where, "unread-source", message, "cite a source that was read and that relays it")


def _several_voices(judgement: Judgement, item: Item, dossier: Dossier) -> Iterator[Diagnostic]:
    if (
        item.evidence.origin is None
        and item.path[0] == "evidence"
        and item.stance != "qualifies"
        and len(item.trails) > 1
    ):
        names = ", ".join(sorted({trail.origin.name for trail in item.trails}))
        where = dossier.graph.entries[judgement.id].at(*item.path)
        message = f"“{item.source.id}” passes on several voices: {names}"
        yield Diagnostic(
            where, "several-voices", message, "say whose word this is: add “origin”", Severity.WARNING
        )
