"""Sets have another order in each process; no file of a site shows it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tests.benchmark import generate


def test_a_generated_site_has_the_same_bytes_in_any_order_of_sets(tmp_path: Path) -> None:
    """Sources of the generated site relay several voices, so that many texts are joint ones."""
    generate.write(200, tmp_path / "project")
    assert len({_built(tmp_path, seed) for seed in ("1", "2")}) == 1


def _built(folder: Path, seed: str) -> str:
    """Return the digest of all data that a process with such an order of sets makes."""
    out = folder / f"site-{seed}"
    words = [sys.executable, "-m", "explainer", "build", str(out), "--only", "json,csv,atom,jsonfeed"]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(folder / "project" / "hooks")}
    subprocess.run(words, cwd=folder / "project", env=environment, capture_output=True, check=True)
    digest = hashlib.sha256()
    for path in sorted(path for path in out.rglob("*") if path.is_file()):
        digest.update(str(path.relative_to(out)).encode() + path.read_bytes())
    return digest.hexdigest()
