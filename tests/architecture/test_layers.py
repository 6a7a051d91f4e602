"""Imports go one way, and each library is known to one module."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HOOKS = Path(__file__).resolve().parents[2] / "hooks"
CORE = HOOKS / "explainer"

LAYERS = (
    {"characters", "diagnostics", "fonts", "messages", "phrases", "remembering", "signs", "workers"},
    {"values"},
    {"kinds"},
    {"syntax", "files"},
    {"reading", "watching"},
    {"shapes"},
    {"refusals"},
    {"parsing"},
    {"linking", "looks", "images", "vocabularies"},
    {"chronology", "measures", "mentions", "sentences", "settings", "short_names"},
    {"prose"},
    {"accounting"},
    {"judging"},
    {"caveats"},
    {"dossier"},
    {"untouched"},
    {"standings"},
    {"hanging_words"},
    {"hanging"},
    {"verdicts"},
    {"backlinks"},
    {"falling"},
    {"dating"},
    {"checks", "histories", "quoting"},
    {"checking"},
    {"codes", "offers", "urls", "schemas", "changes", "wording"},
    {"views"},
    {"citing"},
    {"artifacts"},
    {"rendering", "composing"},
    {"drawing", "structured"},
    {"outputs"},
    {"site"},
    {"pipeline"},
    {
        "reporting",
        "publishing",
        "beginning",
        "starting",
        "resting",
        "sampling",
        "summarising",
        "telling",
        "tidying",
        "renaming",
        "examples",
    },
    {"linked"},
    {"records_compared"},
    {"comparing", "packing", "previewing", "verifying", "writing"},
    {"folder"},
    {"commands"},
    {"__main__"},
)
"""From the ground up. A module may import what stands on a lower line, and what lies in its own folder."""

ONLY_HERE = {
    "yaml": {"reading"},
    "imagesize": {"images"},
    "pydantic": {"parsing", "shapes"},
    "pydantic_core": {"values"},
    "jinja2": {"rendering"},
    "markupsafe": {"rendering"},
    "markdown_it": {"prose"},
    "babel": {"values"},
    "idna": {"values"},
    "packaging": {"values"},
    "mkdocs": set(),
    "copier": {"beginning"},
    "PIL": {"drawing"},
    "fontTools": {"fonts"},
}
"""Libraries, and the parts of the core that may know them."""

FILES = sorted(CORE.rglob("*.py"))


def part_of(path: Path) -> str:
    """Return the part of the core to which a file belongs: its module, or its folder."""
    first = path.relative_to(CORE).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Yield the full name of everything that a file imports, guarded imports included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rank(part: str) -> int:
    """Return the height of a part of the core."""
    return next(height for height, layer in enumerate(LAYERS) if part in layer)


def parts() -> set[str]:
    return {part_of(path) for path in FILES} - {"__init__"}


def test_every_part_has_its_layer() -> None:
    named = set().union(*LAYERS)
    assert parts() - named == set(), "name the layer of a new module in LAYERS"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(CORE).as_posix())
def test_imports_go_downward(path: Path) -> None:
    own = part_of(path)
    if own == "__init__":
        return
    for name in imports(path):
        words = name.split(".")
        if words[0] != "explainer" or len(words) < 2 or words[1] == "__version__":
            continue
        other = words[1]
        assert other == own or rank(other) < rank(own), f"{own} must not import {other}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(CORE).as_posix())
def test_each_library_is_known_to_one_module(path: Path) -> None:
    for name in imports(path):
        library = name.split(".")[0]
        assert part_of(path) in ONLY_HERE.get(library, {part_of(path)}), (
            f"{library} is not for {part_of(path)}"
        )


def test_only_the_adapter_knows_mkdocs() -> None:
    names = {path.name for path in HOOKS.glob("*.py")}
    assert names == {"mkdocs_hooks.py"}
    assert {path.name for path in HOOKS.iterdir() if path.is_dir()} - {"__pycache__"} == {
        "explainer",
        "explainer_mkdocs",
    }


def test_state_that_outlives_a_build_stands_in_the_server_alone() -> None:
    for path in HOOKS.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "ModuleType(" not in text, path
        assert "global " not in text or (
            path.parent.name == "explainer_mkdocs" and path.name == "serving.py"
        ), path


def test_files_of_an_extension_folder_do_not_import_each_other() -> None:
    for folder in ("kinds", "caveats", "structured", "outputs", "checks", "commands"):
        for path in (CORE / folder).glob("*.py"):
            if path.name.startswith("_"):
                continue
            for name in imports(path):
                words = name.split(".")
                if words[:2] == ["explainer", folder] and len(words) > 2:
                    assert words[2].startswith("_") or words[2][0].isupper(), (
                        f"{path.name} imports its neighbour {words[2]}"
                    )


PARTS_OF_PAGES = {"cards.py", "lists.py", "oembed.py", "previews.py", "search.py", "share.py"}
"""Outputs made of what the pages show: what their scripts fetch, cards for other pages and what announces them."""


@pytest.mark.parametrize("path", sorted((CORE / "outputs").glob("*.py")), ids=lambda path: path.name)
def test_a_data_format_does_not_know_the_pages(path: Path) -> None:
    views = [name for name in imports(path) if name.startswith("explainer.views")]
    assert not views or path.name in PARTS_OF_PAGES, f"{path.name} imports {views}: say it in wording.py"


SUBJECT = re.compile(
    r"russia|korea|ukrain|soviet|putin|zelensk|kim jong|pyongyang|moscow|kremlin|seoul|kyiv|donetsk|kursk|"
    r"part(?:y|ies) to the conflict|the conflict\b|the war\b|debris|killed|"
    r"prisoner|captor|military|soldier|troops|weapon",
    re.IGNORECASE,
)


def test_no_word_of_the_subject_stands_in_the_generator() -> None:
    for path in sorted(HOOKS.rglob("*")):
        name = path.relative_to(CORE).as_posix() if path.is_relative_to(CORE) else path.name
        if (
            path.suffix not in {".py", ".html", ".css", ".js", ".md", ".yml", ".jinja"}
            or "/assets/" in path.as_posix()
        ):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            assert not SUBJECT.search(line), f"{name}:{number}: {line.strip()[:80]}"
