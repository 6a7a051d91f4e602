"""Files of the site say the same whether they are held in memory or kept aside."""

from __future__ import annotations

import pytest

from explainer.artifacts import PIECE, FileArtifact, LeadsOut, aside


def kept(content: bytes) -> FileArtifact:
    """Return a file whose content is kept aside."""
    place = aside()
    place.write(content)
    return FileArtifact("data/x.json", place)


@pytest.mark.parametrize("length", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 5])
def test_a_file_kept_aside_is_the_file_in_memory(length: int) -> None:
    content = bytes(index % 251 for index in range(length))
    held, away = FileArtifact("data/x.json", content), kept(content)
    assert held.size == away.size == length
    assert held.content == away.content == content
    assert b"".join(away.pieces()) == content, "it can be read again"


def test_a_file_kept_aside_is_never_whole_in_memory() -> None:
    assert max(len(piece) for piece in kept(b"x" * (2 * PIECE + 1)).pieces()) == PIECE


@pytest.mark.parametrize("path", ["../x", "/x", "a//b", "a\\b", "c:x", "a/./b", "a\nb"])
def test_a_path_that_leads_out_is_refused(path: str) -> None:
    with pytest.raises(LeadsOut):
        FileArtifact(path, b"")
