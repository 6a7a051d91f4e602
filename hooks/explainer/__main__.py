"""The command line: `python -m explainer`."""

from __future__ import annotations

import sys
from pathlib import Path

from explainer.pipeline import check


def main(arguments: list[str]) -> int:
    """Run one command; return its exit code."""
    result = check(Path.cwd())
    for diagnostic in result.diagnostics:
        print(diagnostic)
    print(f"{len(result.dossier.graph.entries)} records, {len(result.diagnostics)} findings")
    return 1 if result.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
