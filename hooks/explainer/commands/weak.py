"""`weak`: list the claims whose status hangs on one origin, and what evidence would raise each."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from explainer.commands._base import Command

DESCRIPTION = """\
Lists every claim of which the status would be another without one of its origins, those that rest on one
origin alone first. Below each stands what it hangs on, and what is missing for the next status: the kind of
evidence that would be worth looking for.
"""


def arguments(_parser: ArgumentParser) -> None:
    """Declare no arguments."""


def run(_options: Namespace, project: Path) -> int:
    """List; return 0, or 1 if the content has errors."""
    from explainer.checking import check
    from explainer.diagnostics import visible
    from explainer.falling import weak

    checked = check(project)
    if checked.failed:
        print("the content has errors: python -m explainer check", file=sys.stderr)
        return 1
    found = weak(checked.dossier)
    for one in found:
        entry = checked.dossier.graph.entries[one.judgement.id]
        print(f"{entry.position}: {entry.id}: {visible(entry.title)} ({one.judgement.assessment.status})")
        print(f"    {visible(one.hangs_on)}")
        if one.missing:
            print(f"    {visible(one.missing)}")
    print(f"Claims that hang on one origin: {len(found)}", file=sys.stderr)
    return 0


COMMAND = Command(
    "weak", "list claims that hang on one origin, and what would raise each", arguments, run, DESCRIPTION
)
