"""What the site says of its own reading is so: how far was read, and that no archived copy is known."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from explainer.checking import Checked, check

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check(ROOT)


def test_every_page_was_read_in_an_excerpt_but_four_that_were_not_read(checked: Checked) -> None:
    read = Counter(entry.record.read for entry in checked.dossier.graph.of_kind("source"))
    assert set(read) == {"excerpt", "none"}
    assert read["none"] == 4
    method = (ROOT / "docs/method.md").read_text("utf-8")
    assert "Every page was read only in an excerpt of a stored copy" in method
    assert "four documents that others quote were not read at all" in method


def test_no_page_speaks_of_archived_copies_where_none_is_known(checked: Checked) -> None:
    assert not any(entry.record.archived_url for entry in checked.dossier.graph.of_kind("source"))
    for page in checked.pages:
        assert "archived cop" not in page.text.casefold(), page.file


def test_no_search_was_made_in_more_than_excerpts(checked: Checked) -> None:
    searches = [
        search
        for entry in checked.dossier.graph.entries.values()
        for search in getattr(entry.record, "looked_for", ())
    ]
    assert len(searches) > 30
    assert {search.read for search in searches} == {"excerpt"}
