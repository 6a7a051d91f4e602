"""A site that comes near what its host takes says so while there is time."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer import publishing


def test_all_files_are_weighed(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/one").write_bytes(b"12345")
    (tmp_path / "a/b/two").write_bytes(b"1234567")
    assert publishing.weight(tmp_path) == (12, 2)


@pytest.mark.parametrize(
    ("size", "said"), [(0, False), (799_999_999, False), (800_000_000, True), (2 * 10**9, True)]
)
def test_from_four_fifths_on_the_build_says_so(size: int, said: bool) -> None:  # noqa: FBT001
    assert bool(publishing.too_heavy(size, 10_000)) is said


def test_the_warning_gives_both_figures() -> None:
    assert "30,000 files of 850 MB together, 85 % of" in publishing.too_heavy(850_000_000, 30_000)
