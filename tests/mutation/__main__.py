"""Changes the engine in one place at a time and tells which changes no test notices.

`python -m tests.mutation` mutates all that mutmut.toml names; `python -m tests.mutation judging` only modules
in whose name the word occurs. It works on a copy under .cache/mutation/, and goes on where it was interrupted.
A survivor that changes nothing that anybody could see is explained in equivalent.yml; the run fails where a
module has less than the score that is asked for, counted without those.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / ".cache" / "mutation"
CONFIGURATION = Path(__file__).with_name("mutmut.toml")
EQUIVALENT = Path(__file__).with_name("equivalent.yml")
ASKED_FOR = 0.9
"""The share of mutants that tests must notice, of those that are not equivalent."""

ALIVE = (0, 5, 33)
"""Exit codes of a mutant that no test noticed: all passed, or none ran the changed line."""

UNTRIED = (None, 2, 34)
"""Exit codes of a mutant that was not tried: not yet, interrupted, skipped."""


def main() -> int:
    """Mutate, and tell what survived."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("words", nargs="*", help="words of which one must occur in the name of a mutant")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--report", action="store_true", help="only tell what the last run found")
    given = parser.parse_args()
    if not given.report:
        prepare()
        run(given.words, given.processes)
    return report(dict(results()), given.words)


def prepare() -> None:
    """Copy what is mutated and what tests it to a place of its own, where nothing else is in the way."""
    PLACE.mkdir(parents=True, exist_ok=True)
    for source, target in (
        ("hooks/explainer", "src/explainer"),
        ("tests", "tests"),
        ("content", "content"),
        ("docs", "docs"),
    ):
        shutil.rmtree(PLACE / target, ignore_errors=True)
        shutil.copytree(
            ROOT / source,
            PLACE / target,
            ignore=shutil.ignore_patterns("__pycache__", "node_modules", "browser"),
        )
    shutil.copy(ROOT / "mkdocs.yml", PLACE / "mkdocs.yml")
    shutil.copy(CONFIGURATION, PLACE / "pyproject.toml")
    for module in (PLACE / "src/explainer").rglob("*.py"):
        text = module.read_text("utf-8")
        if "@property" in text:
            module.write_text(with_plain_properties(text), "utf-8")


def with_plain_properties(text: str) -> str:
    """Write properties so that mutmut, which passes over decorated functions, mutates them like others."""
    return re.sub(
        r"^( +)@property\n\1def (\w+)(\(self\).*\n(?:(?:\1 +.*)?\n)*)",
        lambda found: (
            f"{found[1]}def get_{found[2]}{found[3].rstrip()}\n\n"
            f"{found[1]}{found[2]} = property(get_{found[2]})\n\n"
        ),
        text,
        flags=re.MULTILINE,
    )


def run(words: list[str], processes: int) -> None:
    """Let mutmut try every mutant, or those in whose name one of the words occurs."""
    patterns = [f"*{word}*" for word in words]
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(processes), *patterns]
    subprocess.run(command, cwd=PLACE, env={**os.environ, "HYPOTHESIS_PROFILE": "mutation"}, check=False)


def results() -> Iterator[tuple[str, int | None]]:
    """Yield the name of every mutant with what pytest returned, None where it was not tried."""
    for found in sorted((PLACE / "mutants").rglob("*.meta")):
        yield from json.loads(found.read_text("utf-8"))["exit_code_by_key"].items()


def report(found: dict[str, int | None], words: list[str]) -> int:
    """Print the score of every module and every survivor that is not explained; return 1 if that is too bad."""
    explained = yaml.safe_load(EQUIVALENT.read_text("utf-8")) or {}
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    unexplained = []
    for name, code in found.items():
        if words and not any(word in name for word in words):
            continue
        module = re.split(r"\.x[_ǁ]", name)[0]
        sort = "untried" if code in UNTRIED else "survived" if code in ALIVE else "killed"
        if sort == "survived" and (name in explained or _function(name) in explained):
            sort = "equivalent"
        if sort == "survived":
            unexplained.append(name)
        tally[module][sort] += 1
    for name in unexplained:
        sys.stdout.write(f"survived: {name}\n")
    total: Counter[str] = Counter()
    for module, counts in sorted(tally.items()):
        total += counts
        sys.stdout.write(f"{_line(module, counts)}\n")
    sys.stdout.write(f"{_line('all', total)}\n")
    return int(_score(total) < ASKED_FOR or not total)


def _function(name: str) -> str:
    return name.partition("__mutmut_")[0]


def _score(counts: Counter[str]) -> float:
    tried = counts["killed"] + counts["survived"]
    return counts["killed"] / tried if tried else 1.0


def _line(name: str, counts: Counter[str]) -> str:
    parts = ", ".join(f"{counts[sort]} {sort}" for sort in ("killed", "survived", "equivalent", "untried"))
    return f"{name}: {_score(counts):.1%} ({parts})"


if __name__ == "__main__":
    sys.exit(main())
