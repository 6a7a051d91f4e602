"""How long an edit takes to show: `python -m tests.benchmark.edits` serves a project and edits a record.

Measured is the time from a written file to the page that holds what was written, as a browser gets it: it asks
the server for the next edition and then for the page. SIZE is the number of records (1,000), EDITS that of edits (20).
"""

from __future__ import annotations

import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from tests.benchmark.generate import write

SIZE = int(os.environ.get("SIZE", "1000"))
EDITS = int(os.environ.get("EDITS", "20"))
RECORD, PAGE = "content/claims/0000.yml", "/bench/claims/claim-0/"


def main() -> None:
    """Print the least, the median and the most, in seconds."""
    with tempfile.TemporaryDirectory() as place:
        project = Path(place)
        write(SIZE, project)
        with socket.socket() as attempt:
            attempt.bind(("127.0.0.1", 0))
            host = f"127.0.0.1:{attempt.getsockname()[1]}"
        command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", host]
        log = (project / "serve.log").open("w+")
        with log, subprocess.Popen(command, cwd=project, stdout=log, stderr=log) as server:
            try:
                while "Serving on" not in (project / "serve.log").read_text("utf-8"):
                    if server.poll() is not None:
                        raise SystemExit((project / "serve.log").read_text("utf-8"))
                    time.sleep(0.2)
                times = [_edit(project, f"http://{host}", number) for number in range(EDITS)]
            finally:
                server.terminate()
    least, most = min(times), max(times)
    print(f"{SIZE} records: {least:.2f} s, median {statistics.median(times):.2f} s, most {most:.2f} s")


def _edit(project: Path, host: str, number: int) -> float:
    """Return after how many seconds one edit is shown."""
    page = _get(host + PAGE)
    epoch = re.search(r"livereload\((\d+),", page)
    assert epoch, "the page does not ask for the next edition"
    time.sleep(0.6 + number * 0.618 % 1)  # at any moment of the watcher's round
    record = project / RECORD
    text = re.sub(
        r"(?m)^(  statement: ).*", rf"\1Edition {number} of the statement.", record.read_text("utf-8")
    )
    start = time.perf_counter()
    record.write_text(text, "utf-8")
    while True:
        _get(f"{host}/livereload/{epoch[1]}/{number}")
        if f"Edition {number} of" in _get(host + PAGE):
            return time.perf_counter() - start


def _get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=90) as answer:  # noqa: S310 - our own computer
        return str(answer.read().decode("utf-8"))


if __name__ == "__main__":
    main()
