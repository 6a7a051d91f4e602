"""What an actor said with all its parts, and what became of it."""

from __future__ import annotations

from typing import Any

from explainer.views.words import words_of
from tests.unit.content import Content


def told(content: Content, actor: str) -> dict[str, list[tuple[str, str, list[tuple[str, str]]]]]:
    """Return the claims of each group, with what the whole's words amount to and who did what."""

    def row(one: dict[str, Any]) -> tuple[str, str, list[tuple[str, str]]]:
        spoken = [(said["who"]["id"] if said["who"] else "itself", said["what"]) for said in one["spoken"]]
        return one["id"], one["meaning"], spoken

    return {group["id"]: [row(one) for one in group["rows"]] for group in words_of(actor, content.dossier)}


def test_a_root_has_the_words_of_its_parts_and_what_became_of_them(content: Content) -> None:
    """
    claims:
      bridge:
        title: Bridge
        statement: S.
        topic: t
        kind: fact
        about: [northland]
        first_made: 2024
        made_by: [border-court]
        evidence:
          - {source: court-record, basis: document}
          - {source: ministry-statement, stance: denies, date: 2024-05-02}
          - {source: radio-report, basis: admission, date: 2024-07-02, origin: northland-ministry}
      tunnel:
        title: Tunnel
        statement: S.
        topic: t
        kind: fact
        about: [northland]
        first_made: 2024
        made_by: [border-court]
        evidence:
          - {source: court-record}
          - {source: ministry-statement, stance: denies}
    """
    became = "It denied this and acknowledged it later."
    bridge = [("northland-ministry", "denied it"), ("northland-ministry", "acknowledged it")]
    found = told(content, "northland")
    assert found == {
        "changed": [("bridge", became, bridge)],
        "denied": [("tunnel", "", [("northland-ministry", "denied it")])],
    }
    own = told(content, "northland-ministry")
    assert own["changed"] == [("bridge", became, [("itself", what) for _, what in bridge])]
    assert told(content, "northland-radio") == {}
    assert told(content, "southland") == {}


def test_a_nameless_voice_and_a_prisoner_speak_for_nobody_above_them(content: Content) -> None:
    """
    claims:
      bridge:
        title: Bridge
        statement: S.
        topic: t
        kind: fact
        about: [northland]
        first_made: 2024
        made_by: [southland-officers]
        evidence:
          - {source: newspaper-officials}
          - {source: customs-statement, basis: testimony, in_custody_of: northland}
    """
    assert told(content, "southland") == {}
    assert told(content, "southland-officers")["said"][0][0] == "bridge"
    assert told(content, "southland-customs")["said"][0][2] == [("itself", "said so")]


def test_the_contrary_is_told_from_a_denial(content: Content) -> None:
    """
    claims:
      bridge:
        title: Bridge
        statement: S.
        topic: t
        kind: fact
        about: [northland]
        first_made: 2024
        made_by: [northland-ministry]
        evidence:
          - {source: ministry-statement}
          - {source: court-record, stance: refutes, basis: document}
          - {source: radio-report, stance: refutes, basis: admission, date: 2024-09-02, origin: northland}
    """
    became = "It said so and took that back later, or admitted the contrary."
    spoken = [("northland-ministry", "said so"), ("itself", "admitted the contrary")]
    assert told(content, "northland") == {"changed": [("bridge", became, spoken)]}
    assert told(content, "border-court") == {"denied": [("bridge", "", [("itself", "said the contrary")])]}


def test_what_an_actor_is_said_to_have_claimed_stands_there_without_its_own_word(content: Content) -> None:
    """
    claims:
      bridge:
        title: Bridge
        statement: S.
        topic: t
        kind: fact
        about: [northland]
        first_made: 2024-03
        made_by: [eastland]
        evidence: [{source: court-record}]
    """
    assert told(content, "eastland") == {"said": [("bridge", "", [("itself", "said so")])]}
