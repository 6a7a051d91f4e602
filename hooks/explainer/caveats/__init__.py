"""The caveat rules, one file each. Adding a rule means adding a file that defines RULE.

The docstring of each module is the rule's public page: one sentence, what it means, how a statement can
shed it, then examples that tests run, each under a line FAIL (the rule fires) or PASS (it does not).
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import dataclass
from functools import lru_cache

from explainer.caveats._base import CHANGES, SEVERITIES, Caveat, Judged, Rule
from explainer.caveats._cast import CAST, cast, example

__all__ = [
    "BY_ID",
    "CAST",
    "CHANGES",
    "RULES",
    "SEVERITIES",
    "Caveat",
    "Example",
    "Judged",
    "Manual",
    "Rule",
    "cast",
    "caveats_of",
    "example",
    "manual",
]


def _find() -> dict[str, Rule]:
    modules = sorted(name for _, name, _ in pkgutil.iter_modules(__path__) if not name.startswith("_"))
    return {name: importlib.import_module(f"{__name__}.{name}").RULE for name in modules}


_BY_MODULE = _find()
RULES: tuple[Rule, ...] = tuple(_BY_MODULE.values())
BY_ID = {rule.id: rule for rule in RULES}
_WEIGHT = {severity: weight for weight, severity in enumerate(SEVERITIES)}
_PLACE = {word: place for place, word in enumerate(CHANGES)}


def caveats_of(judged: Judged) -> tuple[Caveat, ...]:
    """Return every caveat of a statement, first what would change most in a reader's mind."""
    # that a treaty says something is judged as that something happened
    kind = "event" if judged.statement.kind == "provision" else judged.statement.kind
    rules = (rule for rule in RULES if kind in rule.applies_to and judged.statement.nature in rule.natures)
    found = [caveat for rule in rules for caveat in rule.check(judged)]
    return tuple(sorted(found, key=_rank))


def _rank(caveat: Caveat) -> tuple[int, int, str, str]:
    """Order caveats by their weight, then by what they change, then by rule."""
    return -_WEIGHT[caveat.severity], _PLACE[BY_ID[caveat.rule].changes], caveat.rule, caveat.sentence


@dataclass(frozen=True, slots=True)
class Example:
    """A few lines of YAML, and what the rule says of the statement that they make with the cast."""

    text: str
    caveats: tuple[Caveat, ...]


@dataclass(frozen=True, slots=True)
class Manual:
    """A rule's public page."""

    rule: Rule
    summary: str
    """One sentence: what the rule found."""
    paragraphs: tuple[str, ...]
    """What it means, and how a statement can shed it."""
    fails: tuple[Example, ...]
    """Examples in which the rule fires."""
    passes: tuple[Example, ...]
    """Examples in which it does not."""


@lru_cache(maxsize=64)
def manual(rule: Rule) -> Manual:
    """Return a rule's public page, from the docstring of its module."""
    module = next(name for name, known in _BY_MODULE.items() if known is rule)
    text = str(importlib.import_module(f"{__name__}.{module}").__doc__).strip()
    prose, *blocks = re.split(r"^(FAIL|PASS)\n", text, flags=re.MULTILINE)
    summary, *paragraphs = (" ".join(paragraph.split()) for paragraph in prose.strip().split("\n\n"))
    examples: dict[str, list[Example]] = {"FAIL": [], "PASS": []}
    for word, lines in zip(blocks[::2], blocks[1::2], strict=True):
        found = tuple(rule.check(example(lines)))
        examples[word].append(Example(lines.strip(), found))
    return Manual(rule, summary, tuple(paragraphs), tuple(examples["FAIL"]), tuple(examples["PASS"]))
