"""Builds the last commit again and again, each time in other circumstances, and compares the sites byte by byte.

Run it with `make reproducible`. It tells the first file that differs, and where.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHONS = ("3.11", "3.12", "3.13")

OTHER_DAY = """
import time
_time = time.time
time.time = lambda: _time() + 400 * 86400 + 5000
"""
"""`date.today` asks `time.time`, too."""

OTHER_ORDER = """
import os
_listdir, _scandir = os.listdir, os.scandir
os.listdir = lambda *given: sorted(_listdir(*given), reverse=True)


class _Reversed:
    def __init__(self, *given):
        with _scandir(*given) as found:
            self.found = iter(sorted(found, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.found)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def close(self):
        return None


os.scandir = _Reversed
"""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What differs from the first build."""

    name: str
    environment: dict[str, str] = field(default_factory=dict)
    before: str = ""
    """Python that runs before the build."""
    python: str = sys.executable
    jobs: int = 0
    """How many processes make pages and files; 0: as many as there are processors."""


ALWAYS = (
    Circumstances("the first build"),
    Circumstances("another folder, hash seed and time zone", {"PYTHONHASHSEED": "4242", "TZ": "Asia/Tokyo"}),
    Circumstances("another locale", {"LC_ALL": "C"}),
    Circumstances("another day", before=OTHER_DAY),
    *(Circumstances(f"{jobs} at work", jobs=jobs) for jobs in (1, 2, 8)),
    Circumstances("files found in another order", before=OTHER_ORDER),
)


def main() -> int:
    """Return 1 if two builds differ."""
    asked = ["git", "rev-parse", "HEAD"]
    commit = subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = folder / "0" / "site"
        for number, how in enumerate([*ALWAYS, *others(folder)]):
            site = built(folder / str(number), how, commit)
            if difference := compared(first, site):
                sys.stdout.write(f"{how.name}: {difference}\n")
                return 1
            sys.stdout.write(f"{how.name}: {sum(path.is_file() for path in site.rglob('*'))} files\n")
    sys.stdout.write("All builds are the same, byte by byte.\n")
    return 0


def built(folder: Path, how: Circumstances, commit: str) -> Path:
    """Lay out a commit in a folder of its own and build it there."""
    tree, early = folder / "tree", folder / "early"
    tree.mkdir(parents=True)
    early.mkdir()
    (early / "sitecustomize.py").write_text(how.before, "utf-8")
    packed = subprocess.run(["git", "archive", commit], cwd=ROOT, check=True, capture_output=True).stdout
    subprocess.run(["tar", "-x", "-C", str(tree)], input=packed, check=True)
    if how.jobs:
        settings = tree / "mkdocs.yml"
        block = "\n  explainer:\n"
        written = settings.read_text("utf-8").replace(block, f"{block}    jobs: {how.jobs}\n")
        settings.write_text(written, "utf-8")
    environment = {
        **{key: text for key, text in os.environ.items() if key != "SOURCE_DATE_EPOCH"},
        "PYTHONHASHSEED": "1",
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        **how.environment,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": os.pathsep.join([str(early), str(tree / "hooks")]),
    }
    command = [how.python, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder / "site")]
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{how.name}: the build failed.\n{done.stdout}{done.stderr}")
    return folder / "site"


def others(folder: Path) -> list[Circumstances]:
    """Return one build for each other Python that this machine has."""
    found = []
    for version in PYTHONS:
        if version == f"{sys.version_info.major}.{sys.version_info.minor}":
            continue
        python = shutil.which(f"python{version}")
        asked = [str(python), "-c", ""]
        if python is None or subprocess.run(asked, check=False, capture_output=True).returncode:
            sys.stdout.write(f"Python {version} is not installed, so nothing is built with it.\n")
            continue
        own = folder / f"python{version}"
        subprocess.run([python, "-m", "venv", str(own)], check=True)
        install = [
            "-m",
            "pip",
            "install",
            "--quiet",
            "--require-hashes",
            "-r",
            str(ROOT / "requirements.txt"),
        ]
        subprocess.run([str(own / "bin/python"), *install], check=True)
        found.append(Circumstances(f"Python {version}", python=str(own / "bin/python")))
    return found


def compared(one: Path, other: Path) -> str:
    """Return the first difference between two folders; empty if there is none."""
    paths = {path.relative_to(root) for root in (one, other) for path in root.rglob("*") if path.is_file()}
    for path in sorted(paths):
        if not ((one / path).is_file() and (other / path).is_file()):
            return f"{path} is there only once"
        first, second = (one / path).read_bytes(), (other / path).read_bytes()
        if first != second:
            pairs = zip(first, second, strict=False)
            end = min(len(first), len(second))
            offset = next((at for at, (a, b) in enumerate(pairs) if a != b), end)
            return f"{path} differs from byte {offset} on"
    return ""


if __name__ == "__main__":
    sys.exit(main())
