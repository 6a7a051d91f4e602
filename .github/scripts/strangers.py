"""Reading what another job left, as the text of a stranger; writing what GitHub shows, through `gh`."""

from __future__ import annotations

import json
import os
import stat
import subprocess
from pathlib import Path
from typing import Any

BODY_LIMIT = 60_000
"""The longest body that is written; GitHub takes 65,536 characters."""

ROBOT = "github-actions[bot]"
"""Who writes with the token of a workflow; nobody else's words are ever replaced."""


class Refused(Exception):
    """What was left is not what it should be; nothing is written."""


def text_of(path: Path, limit: int) -> str:
    """Return the text of a plain file of at most so many bytes; raises Refused."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        raise Refused(f"{path.name} cannot be opened: {error.strerror}") from None
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Refused(f"{path.name} is not a plain file")
        raw = file.read(limit + 1)
    if len(raw) > limit:
        raise Refused(f"{path.name} is larger than {limit} bytes")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(f"{path.name} is not text") from None


def fitting(text: str, limit: int = BODY_LIMIT) -> str:
    """Return as many whole lines as may be written, and say so if there were more."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 60].rpartition("\n")[0]
    return f"{kept}\n\n… and more; it would be too long for this page.\n"


def api(path: str, *, method: str = "GET", body: dict[str, Any] | None = None) -> Any:
    """Return what GitHub answers, through its own command line program."""
    command = ["gh", "api", "--method", method, path]
    if method == "GET":
        command.append("--paginate")
    if body is not None:
        command += ["--input", "-"]
    done = subprocess.run(  # noqa: S603 - no shell reads it
        command,
        input=json.dumps(body) if body is not None else None,
        capture_output=True,
        text=True,
        check=True,
    )
    return _values(done.stdout)


def _values(text: str) -> Any:
    """Return JSON; of several lists one after another, as pages come, one list."""
    decoder = json.JSONDecoder()
    found: list[Any] = []
    rest = text.strip()
    while rest:
        value, end = decoder.raw_decode(rest)
        found.append(value)
        rest = rest[end:].lstrip()
    if len(found) == 1:
        return found[0]
    return [item for page in found for item in page]


def ours(rows: Any, marker: str) -> dict[str, Any] | None:
    """Return the comment or issue that this program wrote earlier, if there is one."""
    return next(
        (
            row
            for row in rows
            if row["user"]["login"] == ROBOT and str(row.get("body") or "").startswith(marker)
        ),
        None,
    )
