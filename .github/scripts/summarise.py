"""Compares the content with a revision: sentences to the run's summary, and a file for the comment.

Usage: summarise.py BASE FOLDER. NUMBER is the number of the pull request, GITHUB_STEP_SUMMARY the file
that GitHub shows on the page of the run.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "hooks"))

from explainer.changes import at
from explainer.checking import check
from explainer.comparing import compare
from explainer.summarising import as_json, as_markdown

ROOT = Path(__file__).resolve().parents[2]
SUMMARY_LIMIT = 1_000_000
"""What GitHub shows of a summary, in bytes; a step with more fails."""


def main(base: str, folder: Path) -> None:
    """Write comparison.json and number.txt to a folder, and the sentences to the summary."""
    project = Path(os.environ.get("PROJECT") or ROOT)
    with at(project, base) as before:
        changes = compare(check(before), check(project))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "comparison.json").write_text(as_json(changes), encoding="utf-8")
    (folder / "number.txt").write_text(f"{os.environ.get('NUMBER', '')}\n", encoding="utf-8")
    told = as_markdown(changes).encode()[:SUMMARY_LIMIT].decode("utf-8", "ignore")
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(told)
    print(f"{len(changes)} differences")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
