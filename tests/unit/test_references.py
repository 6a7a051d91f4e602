"""What is said of references that lead nowhere, whole: where, what, what to do, and what else has to do with it."""

from __future__ import annotations

import pytest

from explainer.diagnostics import Diagnostic, Position, Severity
from explainer.linking import SUGGESTION_LIMIT, broken_references, orphans, wrong_mention
from tests.unit.content import Content

CLAIM = (
    "claims:\n  it:\n    title: T\n    statement: {said}\n    topic: t\n    kind: fact\n    made_by: [{maker}]\n"
    "    first_made: 2024-05-01\n    about: [southland]\n"
)
PACT = (
    "treaties:\n  pact: {title: P, parties: [northland, southland], signed: 2024-05-01, summary: S.,"
    " sources: [court-record], articles: {art-1: {heading: H, summary: S., sources: [court-record]}}}\n"
)


def told(found: Diagnostic) -> tuple[str, str, str]:
    """Return place and code, message, and hint."""
    return f"{found.position.line}:{found.position.column} {found.code}", found.message, found.hint


SEVERAL = "these are several ids; separate them: [{}], or one a line, each after “- ”"

MAKERS = [
    ("northland-ministri", "there is no actor “northland-ministri”", "did you mean “northland-ministry”?"),
    ("nobody-knows", "there is no actor “nobody-knows”", "write the id of an actor, or add the record"),
    # A source has nearly this id, and a source makes no claim.
    ("wire-repor", "there is no actor “wire-repor”", "write the id of an actor, or add the record"),
    (
        "northland southland",
        "there is no actor “northland southland”",
        SEVERAL.format("northland, southland"),
    ),
    (
        "northland - southland - weekly",
        "there is no actor “northland - southland - weekly”",
        SEVERAL.format("northland, southland, weekly"),
    ),
    (
        "northland elsewhere",
        "there is no actor “northland elsewhere”",
        "write the id of an actor, or add the record",
    ),
]


@pytest.mark.parametrize(("maker", "message", "hint"), MAKERS, ids=[row[0] for row in MAKERS])
def test_a_field_that_names_nobody(maker: str, message: str, hint: str) -> None:
    (found,) = Content(CLAIM.format(maker=maker, said="S.")).shelf.diagnostics
    assert told(found) == ("7:13 unknown-reference", message, hint)
    assert (found.about, found.related, found.severity) == (maker, (), Severity.ERROR)


def test_a_field_that_names_another_kind_says_where_that_record_stands() -> None:
    (found,) = Content(CLAIM.format(maker="it", said="S.")).shelf.diagnostics
    assert told(found) == (
        "7:13 wrong-kind",
        "“it” is a claim; an actor is needed here",
        "write the id of an actor instead",
    )
    assert found.related == ((Position("example.yml", 2, 1), "“it” stands here"),)


def test_another_kind_of_a_name_that_an_actor_nearly_has() -> None:
    text = "sources:\n  northland-ministri: {label: L, publisher_name: P, url: https://x.example.org/, language: en}\n"
    (found,) = Content(text + CLAIM.format(maker="northland-ministri", said="S.")).shelf.diagnostics
    assert found.hint == "did you mean “northland-ministry”?"


MENTIONS = [
    (
        "[[northland-ministri]]",
        (
            "unknown-reference",
            "there is no record “northland-ministri”",
            "did you mean “northland-ministry”?",
        ),
    ),
    (
        "[[nobody|a word]]",
        ("unknown-reference", "there is no record “nobody”", "write the id of a record, or add the record"),
    ),
    (
        "[[the army| southland-customs ]]",
        (
            "unknown-reference",
            "there is no record “the army”",
            "the id comes first: [[southland-customs|the army]]",
        ),
    ),
    (
        "[[southland#Über|x]]",
        (
            "bad-id",
            "“#Über” leads to no place on a page",
            "write the key of an article, such as “#art-4”, or nothing",
        ),
    ),
    (
        "[[pact#art-9|x]]",
        ("unknown-article", "the treaty has no article “art-9”", "did you mean “art-1”?"),
    ),
    (
        "[[southland|a [b] c]]",
        (
            "broken-reference",
            "a reference begins here and is not written as one",
            "write [[id]] or [[id|words]], without brackets in the words",
        ),
    ),
    ("[[southland#evidence|x]]", None),
    ("[[pact#art-1|x]]", None),
    ("[[pact#evidence|x]]", None),
    ("[[ southland ]] [[southland|so]]", None),
    ("[[other brackets", None),
]


@pytest.mark.parametrize(("words", "said"), MENTIONS, ids=[row[0] for row in MENTIONS])
def test_prose_that_mentions_nothing(words: str, said: tuple[str, str, str] | None) -> None:
    content = Content(CLAIM.format(maker="southland", said=f"'See {words} too.'") + PACT)
    found = [told(one) for one in content.shelf.diagnostics]
    assert found == ([(f"4:19 {said[0]}", *said[1:])] if said else [])


def test_brackets_that_readers_would_see_are_a_warning() -> None:
    (found,) = Content(CLAIM.format(maker="southland", said="'[[southland'")).shelf.diagnostics
    assert found.severity is Severity.WARNING
    assert list(broken_references("[[a]] [[b [[c [[a|x]] [[a", {"a", "b", "c"})) == [6, 10, 22]
    assert list(broken_references("[[d [[ a \nb", {"a"})) == [4]


def test_a_mention_is_one_way_back_and_a_record_has_none_from_itself() -> None:
    said = "'[[it]] and [[southland]] and [[southland|that land]] and [[the-wire]]'"
    content = Content(CLAIM.format(maker="southland", said=said))
    mentioned = [link for link in content.graph.links if link.backlink == "Mentioned in"]
    assert [(link.source.id, link.target, link.path) for link in mentioned if link.source.id == "it"] == [
        ("it", "southland", ("statement",)),
        ("it", "the-wire", ("statement",)),
    ]
    (position,) = {link.position for link in mentioned if link.source.id == "it"}
    assert position.line == 4


def test_former_ids_that_are_in_use_and_those_that_lead_on() -> None:
    content = Content(
        "actors:\n  new-a: {name: A, type: state, formerly: [old-a, southland]}\n"
        "  new-b: {name: B, type: state, formerly: [old-a]}\n" + CLAIM.format(maker="old-a", said="S.")
    )
    first, second, third = content.shelf.diagnostics
    assert told(first) == (
        "2:49 former-id-in-use",
        "the former id “southland” is in use",
        "remove it here, or rename the other record",
    )
    assert [words for _, words in first.related] == ["“southland” has it"]
    assert second.related == ((Position("example.yml", 2, 1), "“new-a” has it"),)
    assert told(third) == (
        "10:13 renamed-record",
        "the record “old-a” is now called “new-a”",
        "write “new-a”",
    )
    assert third.about == "old-a"
    assert content.graph.formerly == {"old-a": "new-a"}


def test_what_refers_to_a_record_that_could_not_be_read_is_not_called_wrong() -> None:
    torn = "actors:\n  torn: {name: A, typ: state}\n"
    said = "'[[torn]], [[torn#part]] and [[torn|it]]'"
    content = Content(torn + CLAIM.format(maker="torn", said=said))
    assert content.mistakes == ["2:17 unknown-field"]
    assert content.graph.broken == {"torn"}
    where = Position("page.md", 1, 1)
    assert wrong_mention("torn", where, content.graph) is None
    assert wrong_mention("torn", where, content.graph, "part", ("claim",)) is None


def test_a_record_cannot_refer_to_itself() -> None:
    (found,) = Content("actors:\n  x: {name: X, type: person, part_of: x}\n").shelf.diagnostics
    assert told(found) == ("2:37 self-reference", "“x” refers to itself", "remove the reference")


MISSPELT = [
    ("hill-observatori", "did you mean “hill-observatory”?"),
    ("hill_observatory", "did you mean “hill-observatory”?"),
    ("hillobservatory", "did you mean “hill-observatory”?"),
    ("the-wira", "did you mean “the-wire”?"),
    ("thy-wire", "write the id of an actor, or add the record"),
    ("the-wire-2", "write the id of an actor, or add the record"),
]


@pytest.mark.parametrize(("written", "hint"), MISSPELT)
def test_a_slip_is_told_from_another_id(written: str, hint: str) -> None:
    """A short part or a number that differs makes another id."""
    (found,) = Content(CLAIM.format(maker=written, said="S.")).shelf.diagnostics
    assert found.hint == hint


def test_all_is_said_at_once_of_a_record_that_cannot_be_read() -> None:
    """What its prose refers to is looked at, too, once for each place."""
    wrong = CLAIM.format(maker="northland", said="The [[nobodi]] and [[southland]] say [[it]].")
    found = Content(wrong.replace("kind: fact", "kind: fakt")).shelf.diagnostics
    assert [told(one)[0] for one in found] == ["4:18 unknown-reference", "6:9 unknown-word"]
    unknown = CLAIM.format(maker="nobody-knows", said="S.").replace("kind: fact", "kind: fakt")
    found = Content(unknown).shelf.diagnostics
    assert [told(one)[0] for one in found] == ["6:9 unknown-word", "7:13 unknown-reference"]


def test_after_many_wrong_references_of_one_file_no_right_ones_are_looked_for() -> None:
    many = ", ".join(["northland-ministri"] * (SUGGESTION_LIMIT + 1))
    found = Content(CLAIM.format(maker=many, said="S.")).shelf.diagnostics
    hints = [one.hint for one in found if one.code == "unknown-reference"]
    assert hints[:SUGGESTION_LIMIT] == ["did you mean “northland-ministry”?"] * SUGGESTION_LIMIT
    assert hints[SUGGESTION_LIMIT:] == ["write the id of an actor, or add the record"]


def test_a_page_may_mention_records_of_some_kinds() -> None:
    content, where = Content(PACT), Position("page.md", 3, 4)

    def said(target: str, *rest: object) -> tuple[str, str, str] | None:
        found = wrong_mention(target, where, content.graph, *rest)  # type: ignore[arg-type]
        return told(found) if found else None

    assert said("southland") is None
    assert said("southland", None, ("actor", "place")) is None
    assert said("southland", None, ("claim", "event")) == (
        "3:4 wrong-kind",
        "“southland” is an actor; a claim or an event is needed here",
        "write the id of a claim or an event instead",
    )
    assert said("nobody", None, ("claim", "event", "actor")) == (
        "3:4 unknown-reference",
        "there is no claim, event or actor “nobody”",
        "write the id of a claim, an event or an actor, or add the record",
    )
    assert said("the army", None, (), "southland-customs") == (
        "3:4 unknown-reference",
        "there is no record “the army”",
        "the id comes first: [[southland-customs|the army]]",
    )
    assert said("nobody southland") == (
        "3:4 unknown-reference",
        "there is no record “nobody southland”",
        "did you mean “southland”?",
    )
    assert said("pact", "art-1") is None
    assert said("pact", "art-2") == (
        "3:4 unknown-article",
        "the treaty has no article “art-2”",
        "did you mean “art-1”?",
    )


def test_a_record_to_which_nothing_refers_is_left_over() -> None:
    content = Content(
        "actors:\n  alone: {name: A, type: state}\n  told: {name: T, type: state}\n"
        "terms:\n  word: {name: W, definition: D.}\n" + CLAIM.format(maker="southland", said="S.")
    )
    found = [one for one in orphans(content.graph, frozenset({"told"})) if one.position.file == "example.yml"]
    assert [told(one) for one in found] == [
        (
            "2:1 orphan",
            "nothing refers to the actor “alone”",
            "refer to it where it belongs, or delete it",
        ),
        (
            "7:1 orphan",
            "nothing refers to the claim “it”",
            "refer to it where it belongs, or delete it",
        ),
    ]
    assert {one.severity for one in found} == {Severity.WARNING}
