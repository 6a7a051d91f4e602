"""Writes what readers will see differently into a comment of the pull request.

Usage: comment.py FOLDER. The folder was filled by a run of the pull request's own code, so nothing in it is
believed: files are small and plain, the number is looked up and must belong to the commit that ran
(HEAD_SHA, which GitHub tells us), and every sentence is shown as text. One comment is kept up to date.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "hooks"))

from strangers import Refused, api, fitting, ours, text_of

from explainer.summarising import as_markdown, from_json

MARKER = "<!-- what readers will see differently -->"
COMPARISON_LIMIT = 2_000_000
NUMBER_LIMIT = 16


def main(folder: Path) -> int:
    """Write or renew the comment; return 0, or 1 if what was left is refused."""
    try:
        number = _number(folder)
        changes = from_json(text_of(folder / "comparison.json", COMPARISON_LIMIT))
    except (Refused, ValueError) as error:
        print(f"Nothing is written: {error}", file=sys.stderr)
        return 1
    repository = os.environ["GITHUB_REPOSITORY"]
    pull = api(f"repos/{repository}/pulls/{number}")
    if not _is_the_one(pull, repository):
        print(f"Nothing is written: pull request {number} is not the one that ran.", file=sys.stderr)
        return 1
    earlier = ours(api(f"repos/{repository}/issues/{number}/comments?per_page=100"), MARKER)
    body = {"body": fitting(f"{MARKER}\n{as_markdown(changes)}\n{_foot()}")}
    if earlier is not None:
        api(f"repos/{repository}/issues/comments/{int(earlier['id'])}", method="PATCH", body=body)
    elif changes:
        api(f"repos/{repository}/issues/{number}/comments", method="POST", body=body)
    print(f"Pull request {number}: {len(changes)} differences.")
    return 0


def _number(folder: Path) -> int:
    written = text_of(folder / "number.txt", NUMBER_LIMIT).strip()
    if not re.fullmatch(r"[1-9][0-9]{0,9}", written):
        raise Refused("number.txt holds no number of a pull request")
    return int(written)


def _is_the_one(pull: dict[str, object], repository: str) -> bool:
    """Tell whether a pull request is open here and stands at the commit that ran."""
    head, base = pull.get("head"), pull.get("base")
    if not isinstance(head, dict) or not isinstance(base, dict):
        return False
    here = base.get("repo") or {}
    return (
        pull.get("state") == "open"
        and head.get("sha") == os.environ["HEAD_SHA"]
        and str(here.get("full_name", "")).casefold() == repository.casefold()
    )


def _foot() -> str:
    run = os.environ.get("RUN_URL", "")
    linked = f"[run]({run})" if re.fullmatch(r"https://[\w./-]+", run) else "run"
    return f"<sub>Told by the {linked} of this pull request; its sentences are shown as plain text.</sub>\n"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
