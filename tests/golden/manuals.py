"""The golden list of what the caveat rules say: of every example of their manuals, and of every case of the tests.

Each caveat stands there whole: its weight, its sentence with the records that it names, its brief words, and
the records that fired it. Write it anew with `.venv/bin/python -m tests.golden.manuals`, then read the diff.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from explainer.caveats import RULES, Caveat, Rule, manual
from tests.unit.content import of_example

CASES = Path(__file__).parents[1] / "unit" / "caveats.yml"
SAID = Path(__file__).with_name("manuals.txt")


def said_by(rule: Rule) -> str:
    """Return what a rule says, example after example; those of which it says nothing are left out."""
    cases = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    shown = [(one.text, one.caveats) for one in manual(rule).fails]
    tried = [
        (one["example"].strip(), tuple(rule.check(of_example(one["example"], one.get("records", "")))))
        for one in cases.get(rule.id, ())
    ]
    parts = ["\n".join((text, *_lines(found))) for text, found in (*shown, *tried) if found]
    return f"# {rule.id}\n\n" + "".join(f"{part}\n\n" for part in parts)


def _lines(found: tuple[Caveat, ...]) -> Iterator[str]:
    for one in found:
        yield f"⇒ {one.severity}: {one.sentence}"
        if one.brief:
            yield f"  brief: {one.brief}"
        yield f"  because: {', '.join(one.because)}"


if __name__ == "__main__":
    SAID.write_text("".join(map(said_by, RULES)), encoding="utf-8")
