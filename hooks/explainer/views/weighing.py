"""Which caveats of a statement are told at once, which are folded, and which are limits of the whole site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from explainer import urls
from explainer.caveats import BY_ID, Caveat, manual
from explainer.dossier import Dossier, Judgement
from explainer.messages import Message
from explainer.remembering import once_for_each
from explainer.views._base import caveat, verdict
from explainer.wording import lower_first

PARTICULARS = Message("The particulars")
MORE = Message("{count} more: {caveats}")
MORE_AND_USUAL = Message("{count} more: {caveats}; {usual}, as nearly everywhere here")
MORE_USUAL = Message("{count} more: {usual}, as nearly everywhere here")
MORE_AND_FULL = Message("{count} more: {caveats}; the above in full")
MORE_AND_USUAL_AND_FULL = Message(
    "{count} more: {caveats}; {usual}, as nearly everywhere here; the above in full"
)
MORE_USUAL_AND_FULL = Message("{count} more: {usual}, as nearly everywhere here; the above in full")

AT_ONCE = 3
"""How many caveats are told before the fold, as far as they weigh."""

NOTES_AT_ONCE = 2
"""How many are told before the fold where they are good to know only."""

NEARLY_ALL = 0.9
"""The share of a site’s claims from which on a caveat says nothing of any of them."""

ENOUGH = 10
"""How many claims a site must have before a share of them is told."""


@once_for_each
def limits(dossier: Dossier) -> dict[str, int]:
    """Return the rules whose caveats hold for nearly every claim, each with the number of claims.

    They are limits of the site. A warning is none: it is told wherever it holds.
    """
    total, found = 0, Counter[str]()
    for judgement in dossier.of_kind("claim"):
        total += 1
        found.update({one.rule for one in judgement.caveats if one.severity != "warning"})
    if total < ENOUGH:
        return {}
    return {rule: found[rule] for rule in sorted(found) if found[rule] > NEARLY_ALL * total}


def weighed(caveats: Sequence[Caveat], dossier: Dossier) -> dict[str, Any]:
    """Return caveats in two heaps: those that weigh most, a line each, and the rest with all particulars."""
    common = limits(dossier)
    own = [one for one in caveats if one.rule not in common]
    at_once = _at_once(own)
    rest = [one for one in caveats if one not in at_once]
    shortened = [one for one in at_once if one.is_long]
    return {
        "first": [
            {**caveat(one, dossier), **({"sentence": one.brief} if one.is_long else {})} for one in at_once
        ],
        "rest": [caveat(one, dossier) for one in [*shortened, *rest]],
        "fold": _fold(rest, common, shortened=bool(shortened)),
    }


def _at_once(own: Sequence[Caveat]) -> list[Caveat]:
    """Return what is told before the fold: every warning, then the weightiest of each rule."""
    warnings = [one for one in own if one.severity == "warning"]
    of_each_rule = {one.rule: one for one in reversed(own)}
    first = [one for one in own if one is of_each_rule[one.rule]]
    weighty = [one for one in first if one.severity != "note"][:AT_ONCE]
    chosen = [*warnings, *weighty, *first[: NOTES_AT_ONCE if len(weighty) < NOTES_AT_ONCE else 0]]
    return [one for one in own if one in chosen]


def _fold(rest: Sequence[Caveat], common: dict[str, int], *, shortened: bool) -> str:
    """Say what lies under the fold: how many more caveats, by name, and what is true of nearly everything."""
    if not rest:
        return PARTICULARS() if shortened else ""
    own = dict.fromkeys(lower_first(one.label) for one in rest if one.rule not in common)
    usual = dict.fromkeys(lower_first(one.label) for one in rest if one.rule in common)
    if not usual:
        message = MORE_AND_FULL if shortened else MORE
    elif own:
        message = MORE_AND_USUAL_AND_FULL if shortened else MORE_AND_USUAL
    else:
        message = MORE_USUAL_AND_FULL if shortened else MORE_USUAL
    return message(count=len(rest), caveats=", ".join(own), usual=", ".join(usual))


def limit_lines(dossier: Dossier) -> list[dict[str, Any]]:
    """Return each limit of the site: what the rule found, and of how many claims."""
    total = sum(1 for _ in dossier.of_kind("claim"))
    return [
        {
            "rule": rule,
            "label": BY_ID[rule].label,
            "summary": manual(BY_ID[rule]).summary,
            "count": count,
            "total": total,
            "address": urls.of_rule(rule),
        }
        for rule, count in limits(dossier).items()
    ]


def weighed_verdict(judgement: Judgement, dossier: Dossier) -> dict[str, Any]:
    """Return the verdict of a claim or event with its caveats in the order of their weight."""
    return {**verdict(judgement, dossier), "weighed": weighed(judgement.caveats, dossier)}
