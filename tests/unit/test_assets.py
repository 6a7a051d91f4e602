"""Scripts and styles are published without what only those who write them read."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.outputs.assets import HERE, lean, script

SCRIPTS = sorted([*(HERE / "scripts").glob("*.js"), *(HERE / "components").glob("*/*.js")])


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("/* a */\n  // b\n\n  x = 1; // c\n", "x = 1; // c\n"),
        ("/* a\n   b */\nx = 1;\n", "x = 1;\n"),
        ("/** a */ x = 1;\n/* b */\n", "/** a */ x = 1;\n"),
        ("x = 2\n  / 3;\ny = /*/;\n*/ 4;\n", "x = 2\n/ 3;\ny = /*/;\n*/ 4;\n"),
        ('a = "// b";\n"/* c */";\n', 'a = "// b";\n"/* c */";\n'),
    ],
)
def test_a_lean_script_loses_indentation_and_comments_alone(written: str, published: str) -> None:
    assert lean(written) == published
    assert lean(published) == published


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_no_text_of_a_script_has_several_lines(path: Path) -> None:
    letters = r"[\p{M}'’‘ʼʻ´`]"  # the one backtick that begins no text
    lines = path.read_text(encoding="utf-8").replace(letters, "").splitlines()
    assert [line for line in lines if line.count("`") % 2] == []


def test_no_comment_of_the_script_of_every_page_has_a_line_of_its_own() -> None:
    lines = script().decode().splitlines()
    assert [line for line in lines if line.startswith(("//", "/*")) or line != line.strip()] == []
