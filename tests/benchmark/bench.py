"""How long a build takes, side by side with plain MkDocs and Material.

There are two yardsticks: the same records as somebody would write them by hand (the ratio to quote), and
the text of our own richer pages.

`make bench` runs it. Figures are processor time of whole processes, and what counts are the ratios
within one run: the speed of the machine drops out of them. `SIZES=200,1000 make bench` chooses sizes.
"""

from __future__ import annotations

import compileall
import math
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from explainer.publishing import weight
from tests.benchmark import by_hand, generate, hanging, markdown

SIZES = [int(size) for size in os.environ.get("SIZES", "200,1000,5000,10000").split(",")]

MEMORY = Path("/dev/shm")  # noqa: S108 - the folder is Linux' own
"""Where both programs write: thousands of new files on a disk take as long as the disk likes."""

_MEASURE = """
import resource, subprocess, sys, time
start = time.perf_counter()
done = subprocess.run(sys.argv[1:], capture_output=True, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024)
sys.exit(done.stdout + done.stderr if done.returncode else 0)
"""

_STAGES = """
import gc, sys, time
from pathlib import Path
from explainer import outputs
from explainer.dossier import settle
from explainer.linking import link
from explainer.parsing import parse
from explainer.reading import read_folder, read_settings
from explainer.settings import settings_of
from explainer.site import Site
from explainer.views import plans
gc.disable()  # as a build does
project = Path(".")
start = time.process_time()
def lap(name):
    global start
    now = time.process_time()
    print(f"{name}={now - start:.3f}", end=" ")
    start = time.process_time()
config, _ = read_settings(project / "mkdocs.yml")
settings, _ = settings_of(config)
start = time.process_time()
documents, _ = read_folder(project / "content", project); lap("read")
parsed = parse(documents); lap("parse")
graph, _ = link(parsed); lap("link")
dossier = settle(graph, settings); lap("judge")
site = Site(dossier)
pages = [site.page(plan.make()).listing for plan in plans(dossier)]; lap("render")
sum(len(file.content) for _, file in outputs.files(dossier, pages)); lap("formats")
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took."""

    seconds: float
    """Processor time."""
    wall: float
    memory: float
    said: str = ""


def run(folder: Path, *command: str) -> Run:
    """Run a command and measure its process; raises RuntimeError with its words when it fails."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder / "hooks")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    words = [sys.executable, "-c", _MEASURE, *command]
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    seconds, wall, memory = map(float, done.stdout.split())
    return Run(seconds, wall, memory)


def with_jobs(project: Path, jobs: int) -> None:
    """Let so many processes build a project; 0: as many as there are processors."""
    settings = project / "mkdocs.yml"
    text = re.sub(r"\n    jobs: \d+", "", settings.read_text(encoding="utf-8"))
    block = "\n  explainer:\n"
    settings.write_text(text.replace(block, f"{block}    jobs: {jobs}\n") if jobs else text, encoding="utf-8")


def stages(folder: Path) -> str:
    """Return what each stage takes, in one process."""
    environment = {**os.environ, "PYTHONPATH": str(folder / "hooks")}
    done = subprocess.run(
        [sys.executable, "-c", _STAGES],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def main() -> None:
    """Measure every size and print a table."""
    print(
        "| records | pages | content | check | first build | build, 1 process | wall, all processors "
        "| our text | ratio | by hand | by hand, wall | ratio | wall ratio | memory | by hand | files | size | stages |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|")
    builds: dict[int, float] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
            temporary = Path(name)
            ours, theirs = temporary / "ours", temporary / "theirs"
            checksum = generate.write(size, ours)
            # as the other program is, which was compiled when it was installed
            compileall.compile_dir(ours / "hooks", quiet=1)
            check = run(ours, sys.executable, "-m", "explainer", "check")
            make = (sys.executable, "-m", "mkdocs", "build", "--site-dir")
            with_jobs(ours, 1)
            first = run(ours, *make, str(temporary / "site"))  # compiles the templates and keeps them
            build = run(ours, *make, str(temporary / "site"))
            with_jobs(ours, 0)
            on_all = run(ours, *make, str(temporary / "site"))
            size_on_disk, files = weight(temporary / "site")
            pages = markdown.write(temporary / "site", theirs)
            plain = run(
                theirs, sys.executable, "-m", "mkdocs", "build", "--site-dir", str(temporary / "plain")
            )
            by_hand.write(ours, temporary / "hand")
            hand = run(temporary / "hand", *make, str(temporary / "by-hand"))
            builds[size] = build.seconds
            print(
                f"| {size} | {pages} | {checksum[:12]} | {check.seconds:.2f} s | {first.seconds:.2f} s "
                f"| {build.seconds:.2f} s | {on_all.wall:.2f} s "
                f"| {plain.seconds:.2f} s | {build.seconds / plain.seconds:.2f} "
                f"| {hand.seconds:.2f} s | {hand.wall:.2f} s "
                f"| {build.seconds / hand.seconds:.2f} | {on_all.wall / hand.wall:.2f} "
                f"| {build.memory:.0f} MiB | {hand.memory:.0f} MiB "
                f"| {files:,} | {size_on_disk / 1e6:.0f} MB | {stages(ours)} |",
                flush=True,
            )
    if len(builds) > 1:
        low, high = min(builds), max(builds)
        exponent = math.log(builds[high] / builds[low]) / math.log(high / low)
        print(
            f"\nA build grows with the number of records to the power {exponent:.2f}, from {low} to {high}."
        )
    print()
    hanging.main()


if __name__ == "__main__":
    main()
