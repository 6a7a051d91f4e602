"""Errors of logic in evidence: what cannot be so, whatever the world is like."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic, Severity
from explainer.dossier import Dossier, Judgement
from explainer.judging import Item, Statement, speaks_for, speaks_for_side, voice_of, voices_of
from explainer.prose import Page
from explainer.values.edtf import day_words

RESTS_ON = "records"


def check(dossier: Dossier, _pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield each item of evidence that contradicts the claim or event to which it belongs."""
    for judgement in dossier.judgements.values():
        yield from _event_after_as_of(judgement, dossier)
        for item in judgement.statement.items:
            yield from _too_early(judgement, item, dossier)
            yield from _foreign_admission(judgement, item, dossier)
            yield from _withdrawal_by_stranger(judgement, item, dossier)
            yield from _after_as_of(judgement, item, dossier)
            yield from _denial_by_maker(judgement, item, dossier)
            yield from _unread(judgement, item, dossier)
            yield from _several_voices(judgement, item, dossier)


def _event_after_as_of(judgement: Judgement, dossier: Dossier) -> Iterator[Diagnostic]:
    when = judgement.statement.first_made
    if judgement.statement.kind == "event" and when.earliest > dossier.as_of:
        where = dossier.graph.entries[judgement.id].at("date")
        message = (
            f"this event is dated {when.words}, later than the site’s own day, {day_words(dossier.as_of)}"
        )
        hint = (
            "what is planned is a statement, dated by the day on which it was announced; "
            "else correct the date, or set “as_of” in mkdocs.yml to a later day"
        )
        yield Diagnostic(where, "event-after-as-of", message, hint, Severity.WARNING)


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
    if item.basis != "admission":
        return
    found = _wrong_admission(judgement.statement, item, dossier)
    if found:
        where = dossier.graph.entries[judgement.id].at(*item.path)
        yield Diagnostic(where, *found)


def _wrong_admission(statement: Statement, item: Item, dossier: Dossier) -> tuple[str, str, str] | None:
    """Return code, message and hint of an admission that is none."""
    if statement.nature == "record":
        message = "nobody admits an act or a statement: the status says whether it is on record"
        hint = (
            "leave “basis” out, or say what shows that it was done or said: document, imagery, testimony; "
            "what was said on a claim stands under “says”"
        )
        return "admission-of-an-act", message, hint
    if item.stance not in ("supports", "refutes"):
        return None
    concerned = statement.about if item.stance == "supports" else (*statement.made_by, *statement.about)
    against_own = item.stance == "refutes" and speaks_for_side(item, statement.made_by, dossier.origins)
    if not against_own and not speaks_for(item, concerned, dossier.origins):
        return _not_the_voice(statement, item, concerned, dossier)
    if item.evidence.against_interest or item.stance == "refutes" or _denied_before(statement, item):
        return None
    who = _names(item)
    message = f"{who} did not deny this before, so nothing shows that it is an admission"
    hint = (
        "write another basis, such as “statement”; or say under “against_interest” why saying so goes against "
        "the speaker’s interest; or add the earlier denial as an item with “stance: denies”"
    )
    return "admission-without-denial", message, hint


def _not_the_voice(
    statement: Statement, item: Item, concerned: tuple[str, ...], dossier: Dossier
) -> tuple[str, str, str]:
    who = _names(item)
    field = "about" if statement.kind == "claim" else "by"
    if item.evidence.in_custody_of:
        message = f"{who} cannot admit this: who is in custody speaks for nobody"
        return "foreign-admission", message, "write “basis: testimony”"
    ends = [trail.origin for trail in item.trails]
    if not any(end.named for end in ends):
        message = f"{who} cannot admit this: an unnamed voice does not speak for the body to which it belongs"
        return "foreign-admission", message, "use another basis, or name the origin"
    spoken = item.when.end if item.when else dossier.as_of
    roots = {dossier.origins.root(actor, spoken) for actor in concerned} - {""}
    if any(end.root in roots for end in ends):
        message = f"{who} cannot admit this: it belongs to an actor concerned, and does not speak for it"
        hint = (
            "write “basis: testimony” or “statement”; if it does speak for that actor, say so in its record: "
            "“speaks_for”, or a relation of the type “heads”, with a source"
        )
        return "foreign-admission", message, hint
    message = f"{who} cannot admit this: the {statement.kind} does not concern that actor"
    hint = f"use another basis, name the origin, or add the actor to “{field}”"
    return "foreign-admission", message, hint


def _denied_before(statement: Statement, item: Item) -> bool:
    """Tell whether the voice of an item denied the statement earlier."""
    voices = voices_of(item)
    return any(
        other.stance in ("denies", "refutes") and voices & voices_of(other) and item.follows(other)
        for other in statement.items
    )


def _names(item: Item) -> str:
    return ", ".join(sorted({trail.origin.name for trail in item.trails}))


def _withdrawal_by_stranger(judgement: Judgement, item: Item, dossier: Dossier) -> Iterator[Diagnostic]:
    if item.stance != "withdraws":
        return
    statement = judgement.statement
    spoken = item.when.end if item.when else dossier.as_of
    makers = {dossier.origins.root(maker, spoken) for maker in statement.made_by} | set(statement.made_by)
    own = {voice for trail in item.trails for voice in (voice_of(trail.origin), trail.origin.id)}
    said = {
        voice
        for other in statement.items
        if other.stance in ("supports", "denies", "refutes") and not other.follows(item)
        for voice in voices_of(other)
    }
    if not own & (makers | said):
        where = dossier.graph.entries[judgement.id].at(*item.path)
        message = f"{_names(item)} cannot take this back: nothing here shows that it said or denied it"
        hint = "name as “origin” whose word is taken back, or write “stance: denies” or “qualifies”"
        yield Diagnostic(where, "withdrawal-by-stranger", message, hint)


def _after_as_of(judgement: Judgement, item: Item, dossier: Dossier) -> Iterator[Diagnostic]:
    if item.when is not None and item.known_by > dossier.as_of:
        where = dossier.graph.entries[judgement.id].at(*item.path)
        message = (
            f"this evidence is of {item.when.words}, later than the site’s own day, "
            f"{day_words(dossier.as_of)}, and is not counted"
        )
        hint = f"if sources were read up to then, set “as_of” in mkdocs.yml to {item.known_by.isoformat()} or later"
        yield Diagnostic(where, "evidence-after-as-of", message, hint, Severity.WARNING)


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
