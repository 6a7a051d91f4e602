"""References resolved: where they lead, what is said of those that lead nowhere, and the way back."""

from __future__ import annotations

from tests.unit.content import Content


def test_a_reference_knows_its_way_back(content: Content) -> None:
    """
    actors:
      x: {name: X, type: person, part_of: northland-ministry}
    """
    links = content.graph.backlinks["northland-ministry"]
    assert [(link.source.id, link.backlink) for link in links if link.source.id == "x"] == [
        ("x", "Parts and people")
    ]


def test_backlinks_are_the_inverse_of_links(content: Content) -> None:
    """
    actors:
      x:
        name: X
        type: person
        part_of: northland
        summary: Knows [[the-wire]] and [[the-wire|it]].
        sources: [weekly]
    """
    graph = content.graph
    backward = {link for links in graph.backlinks.values() for link in links}
    assert backward == set(graph.links)
    assert sorted(link.target for link in graph.links if link.source.id == "x") == [
        "northland",
        "the-wire",
        "weekly",
    ]


def test_a_reference_to_nothing_suggests_what_was_meant(content: Content) -> None:
    """
    actors:
      x: {name: X, type: person, part_of: nothland}
    """
    (problem,) = content.shelf.diagnostics
    assert (problem.code, problem.hint) == ("unknown-reference", "did you mean “northland”?")
    assert (problem.position.line, problem.position.column) == (2, 37)


def test_a_reference_to_the_wrong_kind_says_which_kind_is_needed(content: Content) -> None:
    """
    actors:
      x: {name: X, type: person, part_of: weekly}
    """
    (problem,) = content.shelf.diagnostics
    assert problem.code == "wrong-kind"
    assert "an actor is needed" in problem.message
    assert [position.file for position, _ in problem.related] == ["_cast.yml"]


def test_a_mention_of_nothing_in_prose_is_found_on_its_own_line(content: Content) -> None:
    """
    actors:
      x:
        name: X
        type: person
        summary: >-
          First a line,
          then [[nobody]].
    """
    (problem,) = content.shelf.diagnostics
    assert (problem.code, problem.position.line, problem.position.column) == ("unknown-reference", 7, 10)


def test_a_record_that_refers_to_itself_is_told_so(content: Content) -> None:
    """
    actors:
      x: {name: X, type: person, part_of: x}
    """
    assert content.mistakes == ["2:37 self-reference"]


def test_a_renamed_record_is_named_by_its_new_id(content: Content) -> None:
    """
    actors:
      new: {name: N, type: person, formerly: [old]}
      x: {name: X, type: person, part_of: old}
    """
    (problem,) = content.shelf.diagnostics
    assert (problem.code, problem.hint) == ("renamed-record", "write “new”")


def test_a_former_id_that_another_record_had_too_is_refused(content: Content) -> None:
    """
    actors:
      x: {name: X, type: person, formerly: [old, older]}
      y: {name: Y, type: person, formerly: [oldest, old]}
    """
    (found,) = content.shelf.diagnostics
    assert (found.code, found.message) == ("former-id-in-use", "the former id “old” is in use")
    assert [note for _, note in found.related] == ["“x” has it"]


def test_a_former_id_that_another_record_has_is_refused(content: Content) -> None:
    """
    actors:
      x: {name: X, type: person, formerly: [the-wire]}
    """
    assert [one.split()[1] for one in content.mistakes] == ["former-id-in-use"]


def test_each_slip_in_prose_is_found_where_it_stands(content: Content) -> None:
    """
    actors:
      x:
        name: X
        type: person
        summary: |
          See [[weekly|a b [1]]], [[weekly|a c [2]]] and [[nobody]].
      y:
        name: Y
        type: person
        summary: |
          See [[nobody]] and [[weekly

          or not, and [[weekly|a b [1]]].
    """
    assert content.mistakes == [
        "6:9 broken-reference",
        "6:29 broken-reference",
        "6:52 unknown-reference",
        "11:9 unknown-reference",
        "11:24 broken-reference",
        "13:17 broken-reference",
    ]


def test_a_dash_beside_one_id_does_not_make_it_several(content: Content) -> None:
    """
    actors:
      x: {name: X, type: person, part_of: southland -}
    """
    (found,) = content.shelf.diagnostics
    assert found.hint == "did you mean “southland”?"


def test_a_reference_to_a_record_that_could_not_be_read_is_not_wrong_because_another_has_its_id(
    content: Content,
) -> None:
    """
    sources:
      eastland: {label: E, publisher: nothing at all, url: nowhere, language: en}
    claims:
      c: {title: T, statement: S., topic: t, kind: fact, about: [northland], made_by: [southland],
          first_made: 2024-05-02, evidence: [{source: eastland}]}
    """
    assert "wrong-kind" not in {one.split()[1] for one in content.mistakes}
    assert content.mistakes
