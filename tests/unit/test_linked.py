"""Links between claims, told in a sentence each when two states of the content are compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.checking import check
from explainer.comparing import compare
from tests import examples

CLAIM = """{id}:
  title: Title of {id}
  statement: S.
  topic: river
  kind: fact
  made_by: [northland]
  first_made: 2024-05-03
  about: [northland]
"""
LIST = "  {field}:\n    - {{claim: {claim}, note: {note}}}\n"


def claims(**links: str) -> str:
    """Return the claims a, b and c; a link is written as `a="implies b because"`."""
    text = ""
    for id in ("a", "b", "c"):
        text += CLAIM.format(id=f"claim-{id}")
        if id in links:
            field, other, note = links[id].split()
            text += LIST.format(field=field, claim=f"claim-{other}", note=note)
    return text


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ({}, {"a": "implies b Note"}, ["“Title of claim-a” implies “Title of claim-b” now."]),
        ({"a": "implies b Note"}, {}, ["“Title of claim-a” no longer implies “Title of claim-b”."]),
        (
            {"a": "implies b Note"},
            {"a": "implies b Other"},
            ["“Title of claim-a” says in other words why it implies “Title of claim-b”."],
        ),
        (
            {"a": "implies b Note"},
            {"a": "implies c Note"},
            [
                "“Title of claim-a” implies “Title of claim-c” now.",
                "“Title of claim-a” no longer implies “Title of claim-b”.",
            ],
        ),
        (
            {},
            {"a": "contradicts b Note"},
            ["“Title of claim-a” cannot be true together with “Title of claim-b” now."],
        ),
        (
            {"a": "contradicts b Note"},
            {},
            ["“Title of claim-a” is no longer said to exclude “Title of claim-b”."],
        ),
        (
            {"a": "contradicts b Note"},
            {"a": "contradicts b Other"},
            ["“Title of claim-a” says in other words why it cannot be true together with “Title of claim-b”."],
        ),
        ({"a": "contradicts b Note"}, {"b": "contradicts a Note"}, []),
    ],
    ids=[
        "implies", "implies no more", "another reason", "another claim",
        "contradicts", "contradicts no more", "another reason against", "written at the other",
    ],
)  # fmt: skip
def test_a_link_is_told_in_a_short_sentence(
    tmp_path: Path, was: dict[str, str], now: dict[str, str], told: list[str]
) -> None:
    before = check(examples.project(tmp_path / "before", {"content/claims/more.yml": claims(**was)}))
    after = check(examples.project(tmp_path / "after", {"content/claims/more.yml": claims(**now)}))
    assert not before.failed
    found = [one.sentence for one in compare(before, after) if one.section == "words"]
    assert found == [f"The claim {sentence}" for sentence in told]


def test_a_link_to_a_claim_that_left_names_it(tmp_path: Path) -> None:
    """The claim is not there any more, and is still called what it was called."""
    both = claims(a="implies c Note")
    before = check(examples.project(tmp_path / "before", {"content/claims/more.yml": both}))
    left = claims().split("claim-c:")[0]
    after = check(examples.project(tmp_path / "after", {"content/claims/more.yml": left}))
    assert "The claim “Title of claim-a” no longer implies “Title of claim-c”." in [
        one.sentence for one in compare(before, after)
    ]
