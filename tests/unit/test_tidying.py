"""`tidy`: fields in order, text in lines that fit, comments where they belong, and the same said as before."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.__main__ import main
from explainer.reading import understand
from explainer.tidying import WIDTH, tidied
from tests import examples

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(path for path in (ROOT / "content").rglob("*.yml"))
LONG = ("word " * 30).strip()

BEFORE = f"""\
# yaml-language-server: $schema=../schema/claim.json

# about the bridge
bridge:
  topic: river  # why this one
  # hedge: it is so
  statement: >-
    {LONG}
    end
  title: The bridge
  evidence:
    - basis: imagery
      # as read
      source: watch-report

    - stance: denies
      source: post-report
  note: |
    # no comment

      as it is
  kind: fact

# about the ferry
ferry:
  kind: fact
  title: {LONG}
# the end
"""

AFTER = f"""\
# yaml-language-server: $schema=../schema/claim.json

# about the bridge
bridge:
  title: The bridge
  # hedge: it is so
  statement: >-
    {"word " * 20}word
    {"word " * 9}end
  topic: river  # why this one
  kind: fact
  evidence:
    - # as read
      source: watch-report
      basis: imagery

    - source: post-report
      stance: denies
  note: |
    # no comment

      as it is

# about the ferry
ferry:
  title: >-
    {"word " * 20}word
    {"word " * 8}word
  kind: fact
# the end
"""


def test_fields_stand_in_order_and_comments_with_them() -> None:
    found = tidied(BEFORE, "content/claims/x.yml", "claims")
    expected = AFTER.replace(
        "    - # as read\n      source: watch-report\n      basis: imagery\n",
        "    - basis: imagery\n      # as read\n      source: watch-report\n",
    )
    assert found == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_of_this_site_says_the_same_and_is_tidied_once(path: Path) -> None:
    text = path.read_text("utf-8")
    folder = path.relative_to(ROOT / "content").parts[0]
    once = tidied(text, "x.yml", folder)
    before, _ = understand(text.encode(), "x.yml", folder)
    after, problems = understand(once.encode(), "x.yml", folder)
    assert before is not None
    assert after is not None
    assert after.data() == before.data()
    assert problems == ()
    assert tidied(once, "x.yml", folder) == once
    words = [line.partition("#")[2] for line in text.split("\n") if line.lstrip().startswith("#")]
    assert sorted(words) == sorted(
        line.partition("#")[2] for line in once.split("\n") if line.lstrip().startswith("#")
    )


ODD = [
    "a:\n  title: [x\n",
    "a:\n\ttitle: x\n",
    "- a\n",
    "",
    "a: {type: group, name: X}\n",
    "a:\n  type: group\n  name: 'X'\n  aliases: [b,\n    c]\n  summary: \"d\n    e\"\n",
]


@pytest.mark.parametrize("text", ODD)
def test_what_is_not_understood_stays_as_it_is_or_says_the_same(text: str) -> None:
    found = tidied(text, "content/actors/x.yml", "actors")
    before, wrong = understand(text.encode(), "x.yml", "actors")
    if wrong or before is None:
        assert found == text
    else:
        after, _ = understand(found.encode(), "x.yml", "actors")
        assert after is not None
        assert after.data() == before.data()


def test_changes_are_shown_unless_they_are_to_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = "content/actors/harbour.yml"
    text = "harbour-office:\n  type: group\n  name: Harbour Office\n"
    project = examples.project(tmp_path / "project", {path: text})
    assert main(["--project", str(project), "tidy"]) == 0
    assert "+  name: Harbour Office" in capsys.readouterr().out
    assert (project / path).read_text("utf-8") == text
    assert main(["--project", str(project), "tidy", "--write", str(project / path)]) == 0
    assert (project / path).read_text("utf-8") == "harbour-office:\n  name: Harbour Office\n  type: group\n"
    assert main(["--project", str(project), "tidy", str(project / "mkdocs.yml")]) == 2


def test_lines_fit() -> None:
    text = f"a:\n  name: A\n  type: group\n  summary: >-\n    {LONG} {LONG}\n"
    assert max(map(len, tidied(text, "content/actors/x.yml", "actors").split("\n"))) <= WIDTH


def test_an_address_that_is_longer_than_a_line_stays_beside_its_name() -> None:
    text = f"a:\n  url: https://example.org/{'a' * WIDTH}\n"
    assert tidied(text, "content/sources/a.yml", "sources") == text
