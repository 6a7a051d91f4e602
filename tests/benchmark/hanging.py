"""What it costs to say what each status hangs on: tables for claims of ten items, in processor time.

`make bench` runs it after the builds; `python -m tests.benchmark.hanging` runs it alone.
"""

from __future__ import annotations

import random
import time

from explainer.caveats import cast
from explainer.caveats._cast import SETTINGS, shelf
from explainer.dossier import Dossier, settle
from explainer.hanging import hanging
from explainer.views.own_judgement import judge

SOURCES = (
    "ministry-statement", "customs-statement", "eastland-statement", "wire-report", "newspaper",
    "newspaper-officials", "newspaper-someone", "observatory-report", "court-record", "weekly", "gazette", "leaflet",
)  # fmt: skip
BASES = ("statement", "statement", "testimony", "document", "imagery")
ITEMS = 10


def dossier(number: int) -> Dossier:
    """Return so many claims of ten items each, the same for the same number."""
    drawn = random.Random(number)  # noqa: S311 - only varied, not secret
    lines = ["claims:"]
    for at in range(number):
        lines += [
            f"  claim-{at}:",
            f"    title: Claim {at}",
            f"    statement: Statement {at}.",
            "    topic: border",
            "    kind: fact",
            "    made_by: [northland-ministry]",
            "    first_made: 2024-05-02",
            "    about: [southland]",
            "    evidence:",
        ]
        for source in drawn.choices(SOURCES, k=ITEMS):
            stance = drawn.choice(["supports"] * 8 + ["denies", "qualifies"])
            lines.append(f"      - {{source: {source}, stance: {stance}, basis: {drawn.choice(BASES)}}}")
    found = shelf("\n".join(lines) + "\n", beside=tuple(cast().entries.values()))
    return settle(found.graph, SETTINGS)


def main() -> None:
    """Measure and print a line for each number of claims."""
    for number in (250, 1000):
        known = dossier(number)
        start = time.process_time()
        for judgement in known.of_kind("claim"):
            hanging(judgement, known)
        told = time.process_time()
        tables = [judge(judgement, known) for judgement in known.of_kind("claim")]
        done = time.process_time()
        size = sum(len(table["places"]) for table in tables if table) / len(tables)
        print(
            f"{number} claims of {ITEMS} items: sentences and rows {told - start:.2f} s, "
            f"tables {done - told:.2f} s, {size:.0f} answers each"
        )


if __name__ == "__main__":
    main()
