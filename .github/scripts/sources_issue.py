"""Keeps one issue that lists dead sources and what rests on them.

Usage: sources_issue.py REPORT. The report is Markdown in which every stranger's word is text already.
The issue is opened when there is something to tell, renewed while it is open, and left to people to close.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from strangers import Refused, api, fitting, ours, text_of

MARKER = "<!-- dead sources -->"
TITLE = "Sources that can no longer be opened"
LABEL = "source"
REPORT_LIMIT = 5_000_000


def main(report: Path) -> int:
    """Open or renew the issue; return 0, or 1 if there is no report."""
    try:
        text = text_of(report, REPORT_LIMIT)
    except Refused as error:
        print(f"Nothing is written: {error}", file=sys.stderr)
        return 1
    repository = os.environ["GITHUB_REPOSITORY"]
    found = api(f"repos/{repository}/issues?state=open&labels={LABEL}&per_page=100")
    earlier = ours(found, MARKER)
    body = {"body": fitting(f"{MARKER}\n{text}")}
    if earlier is not None:
        api(f"repos/{repository}/issues/{int(earlier['number'])}", method="PATCH", body=body)
        print(f"Issue {earlier['number']} renewed.")
    elif "\n- " in text:
        made = api(f"repos/{repository}/issues", method="POST", body={"title": TITLE, **body})
        api(
            f"repos/{repository}/issues/{int(made['number'])}/labels", method="POST", body={"labels": [LABEL]}
        )
        print(f"Issue {made['number']} opened.")
    else:
        print("Nothing to tell.")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
