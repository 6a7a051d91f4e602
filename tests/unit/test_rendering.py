"""Templates are compiled once; wherever that cannot be kept, pages are the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOOKS = Path(__file__).parents[2] / "hooks"

PROGRAM = """
import sys
from pathlib import Path
import jinja2.environment
compiled = []
inner = jinja2.environment.Environment.compile
def counting(self, source, name=None, *rest, **options):
    compiled.append(name)
    return inner(self, source, name, *rest, **options)
jinja2.environment.Environment.compile = counting
from explainer import rendering
html = rendering.component("moment", {"words": "a day", "iso": "2024", "imprecise": False, "text": "2024"})
print(len(compiled), html)
"""


@pytest.fixture
def hooks(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HOOKS, tmp_path / "hooks", ignore=shutil.ignore_patterns("__pycache__")))


def run(hooks: Path, *options: str, **environment: str) -> tuple[int, str]:
    """Render a component in a process of its own; return how many templates were compiled, and the HTML."""
    inherited = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    settings = {**inherited, "PYTHONPATH": str(hooks), **environment}
    command = [sys.executable, *options, "-c", PROGRAM]
    said = subprocess.run(command, env=settings, capture_output=True, text=True, check=True).stdout
    count, _, html = said.partition(" ")
    return int(count), html


def kept(hooks: Path) -> list[Path]:
    return sorted(hooks.rglob("__pycache__/template-*.bin"))


def test_a_template_is_compiled_once_and_again_when_its_text_changes(hooks: Path) -> None:
    count, html = run(hooks)
    assert count > 0
    assert run(hooks) == (0, html)
    template = next(hooks.glob("explainer/components/moment/moment.html"))
    template.write_text(
        template.read_text("utf-8").replace("{{ when.words }}", "edited {{ when.words }}", 1), "utf-8"
    )
    count, edited = run(hooks)
    assert count == 1
    assert edited == html.replace("a day", "edited a day")


def test_nothing_is_kept_where_python_keeps_nothing(hooks: Path) -> None:
    assert run(hooks, "-B") == run(hooks, "-B")
    assert kept(hooks) == []


def test_compiled_templates_stand_where_python_puts_its_own(hooks: Path, tmp_path: Path) -> None:
    run(hooks, PYTHONPYCACHEPREFIX=str(tmp_path / "kept"))
    assert kept(hooks) == []
    assert list((tmp_path / "kept").rglob("template-*.bin"))


@pytest.mark.parametrize("broken", [b"", b"\x00" * 100, "half"])
def test_what_is_broken_is_compiled_again(hooks: Path, broken: bytes | str) -> None:
    count, html = run(hooks)
    assert kept(hooks)
    for path in kept(hooks):
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2] if isinstance(broken, str) else broken)
    assert run(hooks) == (count, html)


def test_other_ways_of_escaping_do_not_share_what_is_compiled(hooks: Path) -> None:
    run(hooks)
    rendering = hooks / "explainer/rendering.py"
    text = rendering.read_text("utf-8")
    rendering.write_text(text.replace("        autoescape=True,\n", "        autoescape=False,\n"), "utf-8")
    assert run(hooks)[0] > 0
