"""The caveat rules, one file each. Adding a rule means adding a file that defines RULE.

The docstring of each module is the rule's public page.
"""

from __future__ import annotations

import importlib
import pkgutil

from explainer.caveats._base import SEVERITIES, Caveat, Judged, Rule

__all__ = ["BY_ID", "RULES", "SEVERITIES", "Caveat", "Judged", "Rule", "caveats_of", "manual"]


def _find() -> dict[str, Rule]:
    modules = sorted(name for _, name, _ in pkgutil.iter_modules(__path__) if not name.startswith("_"))
    rules = {name: importlib.import_module(f"{__name__}.{name}").RULE for name in modules}
    return dict(sorted(rules.items(), key=lambda item: item[1].id))


_BY_MODULE = _find()
RULES: tuple[Rule, ...] = tuple(_BY_MODULE.values())
BY_ID = {rule.id: rule for rule in RULES}
_WEIGHT = {severity: weight for weight, severity in enumerate(SEVERITIES)}


def caveats_of(judged: Judged) -> tuple[Caveat, ...]:
    """Return every caveat of a statement, the weightiest first."""
    found = [caveat for rule in RULES if judged.statement.kind in rule.applies_to for caveat in rule.check(judged)]
    return tuple(sorted(found, key=lambda caveat: (-_WEIGHT[caveat.severity], caveat.rule, caveat.sentence)))


def manual(rule: Rule) -> str:
    """Return a rule's public page: the docstring of its module."""
    module = next(name for name, known in _BY_MODULE.items() if known is rule)
    return str(importlib.import_module(f"{__name__}.{module}").__doc__ or "").strip()
