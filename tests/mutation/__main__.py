"""Changes the engine in one place at a time and tells which changes no test notices.

`python -m tests.mutation` tries all mutants of the modules that mutmut.toml names; `python -m tests.mutation judging`
only those in whose name the word occurs. mutmut writes the mutants; `running.py` tries them. All works on a copy
under .cache/mutation/. What was found of a function is kept until the function changes, so that a run goes on where
it was interrupted; `--again` tries once more what no test noticed, `--afresh` forgets all.

A survivor that changes nothing that anybody could see is explained in equivalent.yml, for the code as it was then; the
run fails where less than the share that is asked for was noticed, counted without those.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / ".cache" / "mutation"
CONFIGURATION = Path(__file__).with_name("mutmut.toml")
EQUIVALENT = Path(__file__).with_name("equivalent.yml")
FOUND = PLACE / "found.json"
"""What was found so far: for each mutant the hash of its function and what became of it."""

ASKED_FOR = 0.9
"""The share of mutants that tests must notice, of those that are not equivalent."""

HEAD = """\
| module | mutants | tried | noticed | survived | equivalent | score |
| --- | --- | --- | --- | --- | --- | --- |
"""
"""Of the table, as README.md has it."""

SEED = 12
"""Of a sample, so that it is the same sample every time."""


def main() -> int:
    """Mutate, and tell what survived."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("words", nargs="*", help="words of which one must occur in the name of a mutant")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--sample", type=int, help="so many mutants of each module, always the same ones")
    parser.add_argument("--again", action="store_true", help="try survivors once more")
    parser.add_argument("--afresh", action="store_true", help="forget what was found before")
    parser.add_argument("--report", action="store_true", help="only tell what the last run found")
    given = parser.parse_args()
    if given.report:
        return report(gathered(), given.words)
    before = gathered()
    if given.afresh:
        before = {}
    prepare()
    hashes = write_mutants()
    kept = {name: one for name, one in before.items() if hashes.get(name) == one["hash"]}
    chosen = [name for name in hashes if not given.words or any(word in name for word in given.words)]
    if given.sample:
        chosen = sample(chosen, given.sample)
    untried = [
        name
        for name in chosen
        if name not in kept
        or (given.again and kept[name]["outcome"] == "survived" and not _explained(name, hashes[name]))
    ]
    untried.sort(key=lambda name: name not in kept)
    _write(FOUND, kept)
    code = run(untried, hashes, given.processes)
    return report(gathered(), given.words) or code


def gathered() -> dict[str, dict[str, str]]:
    """Return what was found so far, also what a run left that was interrupted."""
    found = _read(FOUND)
    for part in sorted(PLACE.glob("found.json.*")):
        found |= _read(part)
        part.unlink()
    _write(FOUND, found)
    return found


def prepare() -> None:
    """Copy what is mutated and what tests it to a place of its own, where nothing else is in the way."""
    PLACE.mkdir(parents=True, exist_ok=True)
    for folder in ("hooks", "tests", "content", "docs"):
        shutil.rmtree(PLACE / folder, ignore_errors=True)
        shutil.copytree(
            ROOT / folder,
            PLACE / folder,
            ignore=shutil.ignore_patterns("__pycache__", "node_modules", "browser"),
        )
    for name in ("mkdocs.yml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, PLACE / name)
    shutil.copy(CONFIGURATION, PLACE / "pyproject.toml")


def write_mutants() -> dict[str, str]:
    """Put all mutants of each module into the copy; return the name of each, with the hash of its function."""
    os.chdir(PLACE)  # mutmut reads its configuration where it is
    from mutmut.mutation.file_mutation import mutate_file_contents  # noqa: PLC0415

    hashes: dict[str, str] = {}
    for pattern in _configuration()["only_mutate"]:
        for path in sorted(PLACE.glob(pattern)):
            text = with_plain_functions(path.read_text("utf-8"))
            kept = _kept(path, text)
            if kept is None:
                mutated = mutate_file_contents(str(path.relative_to(PLACE)), text)
                parts = path.relative_to(PLACE / "hooks").with_suffix("").parts
                module = ".".join(part for part in parts if part != "__init__")
                names = {
                    f"{module}.{name}": mutated.hash_by_function_name[name.partition("__mutmut_")[0]]
                    for name in mutated.mutant_names
                }
                kept = {"text": text, "code": mutated.code, "names": names}
                _write(_written(path), kept)
            path.write_text(kept["code"], "utf-8")
            hashes |= kept["names"]
    return hashes


def _written(path: Path) -> Path:
    return PLACE / "written" / path.relative_to(PLACE).with_suffix(".json")


def _kept(path: Path, text: str) -> dict[str, Any] | None:
    kept = _read(_written(path))
    return kept if kept.get("text") == text else None


def with_plain_functions(text: str) -> str:
    """Write properties and remembered functions so that mutmut, which passes over decorated ones, mutates them."""
    text = re.sub(
        r"^( +)@property\n\1def (\w+)(\(self\).*\n(?:(?:\1 +.*)?\n)*)",
        lambda found: (
            f"{found[1]}def get_{found[2]}{found[3].rstrip()}\n\n"
            f"{found[1]}{found[2]} = property(get_{found[2]})\n\n"
        ),
        text,
        flags=re.MULTILINE,
    )
    return re.sub(
        r"^@(lru_cache\(.*\)|once_for_each)\ndef (\w+)(\(.*\n(?:(?:[ )].*)?\n)*)",
        lambda found: (
            f"def get_{found[2]}{found[3].rstrip()}\n\n\n{found[2]} = {found[1]}(get_{found[2]})\n\n\n"
        ),
        text,
        flags=re.MULTILINE,
    )


def sample(names: list[str], size: int) -> list[str]:
    """Return so many mutants of each module, the same ones in every run."""
    modules: dict[str, list[str]] = defaultdict(list)
    for name in names:
        modules[_module(name)].append(name)
    dice = random.Random(SEED)  # noqa: S311
    for some in modules.values():
        dice.shuffle(some)
    return [name for some in modules.values() for name in some[:size]]


def run(names: list[str], hashes: dict[str, str], processes: int) -> int:
    """Let pytest collect the tests once, and try every mutant in a fork of it."""
    if not names:
        return 0
    _write(PLACE / "todo.json", {name: hashes[name] for name in names})
    told = {"FOUND": str(FOUND), "TODO": str(PLACE / "todo.json"), "PROCESSES": str(processes)}
    command = [sys.executable, "-m", "pytest", "-q", "-s", "--tb=native", "-p", "tests.mutation.running"]
    settings = {"PYTHONHASHSEED": "0", "HYPOTHESIS_PROFILE": "mutation"}
    environment = {**os.environ, **settings, **{f"MUTATION_{key}": value for key, value in told.items()}}
    return subprocess.run(
        [*command, *_configuration()["tests"]], cwd=PLACE, env=environment, check=False
    ).returncode


def report(found: dict[str, dict[str, str]], words: list[str]) -> int:
    """Print the score of every module and every survivor that is not explained; return 1 if that is too bad."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for name, one in found.items():
        if words and not any(word in name for word in words):
            continue
        outcome = one["outcome"]
        if outcome == "survived":
            outcome = "equivalent" if _explained(name, one["hash"]) else "survived"
        if outcome == "survived":
            sys.stdout.write(f"survived: {name}\n")
        tally[_module(name)][outcome] += 1
    for function, known in _equivalent().items():
        codes = {one["hash"] for name, one in found.items() if name.startswith(f"{function}__mutmut_")}
        if codes and not any(code.startswith(known["code"]) for code in codes):
            sys.stdout.write(f"explained before it was changed: {function} {min(codes)[:8]}\n")
    total: Counter[str] = Counter()
    sys.stdout.write(HEAD)
    for module, counts in sorted(tally.items()):
        counts["mutants"] = _mutants()[module]
        total += counts
        sys.stdout.write(f"{_line(f'`{module}`'.replace('explainer.', ''), counts)}\n")
    sys.stdout.write(f"{_line('all of these', total)}\n")
    return int(_score(total) < ASKED_FOR or not total)


@cache
def _mutants() -> Counter[str]:
    """Return how many mutants were written of each module."""
    return Counter(
        _module(name) for path in (PLACE / "written").rglob("*.json") for name in _read(path)["names"]
    )


def _explained(name: str, code: str) -> str:
    """Return why no test can notice a mutant; empty where nobody said so, or said it of other code."""
    function, _, number = name.partition("__mutmut_")
    known = _equivalent().get(function)
    if known is None or not code.startswith(known["code"]):
        return ""
    reasons: dict[str, str] = {str(key): reason for key, reason in known["reasons"].items()}
    return reasons.get(number) or reasons.get("all", "")


@cache
def _equivalent() -> dict[str, Any]:
    return yaml.safe_load(EQUIVALENT.read_text("utf-8")) or {}


def _module(name: str) -> str:
    return re.split(r"\.x[_ǁ]", name)[0]


def _score(counts: Counter[str]) -> float:
    tried = counts["killed"] + counts["survived"]
    return counts["killed"] / tried if tried else 1.0


def _line(name: str, counts: Counter[str]) -> str:
    tried = sum(counts[sort] for sort in ("killed", "survived", "equivalent"))
    numbers = (counts["mutants"], tried, counts["killed"], counts["survived"], counts["equivalent"])
    return f"| {name} | {' | '.join(map(str, numbers))} | {_score(counts):.0%} |"


def _configuration() -> dict[str, Any]:
    settings: dict[str, Any] = tomllib.loads(CONFIGURATION.read_text("utf-8"))["tool"]["mutmut"]
    return settings


def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return found


def _write(path: Path, what: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(what, ensure_ascii=False, indent=0), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
