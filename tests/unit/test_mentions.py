"""Names found in prose: whichever signs a text uses, and never inside a longer name."""

from __future__ import annotations

import pytest

from explainer.checks import names
from explainer.mentions import names_of
from tests.unit.content import Content

CONTENT = Content("""
actors:
  japan: {name: Japan, type: state}
  china: {name: China, type: state}
  korea: {name: Korea, type: state}
  south-korea: {name: South Korea, type: state}
  minister: {name: Anna Mayfield, type: person, aliases: [May]}
  osample: {name: "Una O'Sample", type: person, aliases: ["O'Sample"]}
  council: {name: Sana’a Council, type: group}
  brigade: {name: “Falcon” Brigade, type: armed-force}
  ngo: {name: NGO, type: group}
  one: {name: Two Owners, type: group}
  two: {name: Two Owners, type: company}
sources:
  paper: {title: T, publisher_name: South China Morning Post, url: https://x.org/p, language: en, first_hand: true}
terms:
  shell: {name: rocket shell, definition: D.}
""")

FOUND = [
    ("Japan and China met.", ["Japan", "China"]),
    ("In Japan Forward it was so.", []),
    ("Japan Forward wrote so.", []),
    ("He told the South China Morning Post so.", []),
    ("South China Morning Post wrote so.", []),
    ("the Bank of Korea did not", []),
    ("Bank of Korea did not", []),
    ("Members of Korea’s parliament", ["Korea"]),
    ("Bakers of Korea", ["Korea"]),
    ("Copy of Korea’s answer", ["Korea"]),
    ("Friends said of Korea", ["Korea"]),
    ("The members of Korea", ["Korea"]),
    ("President of Japan", ["Japan"]),
    ("In South Korea it rained.", ["South Korea"]),
    ("North Korea", []),
    ("Cites Japan.", ["Japan"]),
    ("It rained. Cites Japan.", ["Japan"]),
    ("He Cites Japan.", []),
    ("Radio Japan", []),
    ("Yesterday Japan said", ["Japan"]),
    ("On Monday Japan said", ["Japan"]),
    ("Japan President Sample", ["Japan"]),
    ("Foreign Minister Anna Mayfield", ["Anna Mayfield"]),
    ("China’s Anna Mayfield", ["China", "Anna Mayfield"]),
    ("He met China’s Anna Mayfield", ["China", "Anna Mayfield"]),
    ("China. Forward it went.", ["China"]),
    ("“China Forward”", []),
    ("“China” Forward", ["China"]),
    ("Japan, Forward", ["Japan"]),
    ("Japan\nForward", []),
    ("On 3 May 2024", []),
    ("in May 2024", []),
    ("the 3rd May", []),
    ("May 3", []),
    ("Ms May said", ["May"]),
    ("Ms O’Sample met", ["O’Sample"]),
    ("Ms O'Sample met", ["O'Sample"]),
    ("Ms O\u02bcSample met", ["O\u02bcSample"]),
    ("the Sana'a Council", ["Sana'a Council"]),
    ("the Sana\u2018a Council", ["Sana\u2018a Council"]),
    ("the “Falcon” Brigade", ["“Falcon” Brigade"]),
    ('the "Falcon" Brigade', ['"Falcon" Brigade']),
    ("the «Falcon» Brigade", ["«Falcon» Brigade"]),
    ("the Falcon” Brigade", ["Falcon” Brigade"]),
    ("two NGOs", ["NGOs"]),
    ("an NGO’s", ["NGO"]),
    ("NGOsaurus", []),
    ("Japans", []),
    ("Two Owners", []),
    ("a Northern rocket shell Forward", ["rocket shell"]),
    ("x" * 80 + " Radio Japan", []),
    ("x" * 80 + ". Cites Japan", ["Japan"]),
    ("x" * 51 + "xxxx Cites Japan", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_a_name_is_found_unless_it_is_part_of_a_longer_one(text: str, wanted: list[str]) -> None:
    found = list(names_of(CONTENT.graph).find(text))
    assert [text[start:end] for start, end, _ in found] == wanted
    assert all(id in CONTENT.graph.entries for _, _, id in found)


def test_a_name_that_a_longer_one_holds_is_found_elsewhere() -> None:
    text = "Japan Forward wrote of Japan."
    assert list(names_of(CONTENT.graph).find(text)) == [(23, 28, "japan")]


EVERYDAY = [
    ("aliases: [May]", ["everyday-name"]),
    ("aliases: [Sunday]", ["everyday-name"]),
    ("aliases: [However]", ["everyday-name"]),
    ("aliases: [Mayfield, Sundays]", []),
    ('aliases: ["O’Sample", "O\'Sample"]', ["same-name-twice"]),
    ('aliases: ["X’s"]', []),
]


@pytest.mark.parametrize(("fields", "wanted"), EVERYDAY, ids=[row[0] for row in EVERYDAY])
def test_a_name_that_prose_uses_otherwise_is_told(fields: str, wanted: list[str]) -> None:
    content = Content(f"actors:\n  x: {{name: Someone, type: person, {fields}}}\n")
    found = list(names.check(content.dossier, ()))
    assert [one.code for one in found] == wanted
    assert all(one.position.column > 20 for one in found)


def test_two_records_share_a_name_whatever_its_apostrophe() -> None:
    content = Content(
        "actors:\n"
        '  x: {name: Someone, type: person, aliases: ["O\'Sample"]}\n'
        "  y: {name: Somebody, type: person, aliases: [O’Sample]}\n"
    )
    (found,) = names.check(content.dossier, ())
    assert (found.code, found.position.line) == ("ambiguous-name", 3)
