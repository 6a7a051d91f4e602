"""One wheel and one environment for all tests of this folder; neither asks the network for anything."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("pyproject.toml", "requirements.in", "requirements-start.in", "README.md", "CHANGELOG.md", "LICENSE")
LOCK = ROOT / "hooks/explainer/skeleton/project/requirements.txt"


@dataclass(frozen=True, slots=True)
class Place:
    """An environment in which the generator is installed, and what a project locks; nothing else."""

    folder: Path
    wheel: Path

    def run(
        self, *command: str, cwd: Path, fails: bool = False, **more: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment, and see that it ends well, or that it does not."""
        environment = {
            "PATH": f"{self.folder / 'bin'}{os.pathsep}/usr/bin{os.pathsep}/bin",
            "HOME": str(self.folder),
            "NO_MKDOCS_2_WARNING": "1",
            "GIT_CONFIG_NOSYSTEM": "1",
            **more,
        }
        done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
        assert (done.returncode != 0) is fails, f"{command}\n{done.stdout}{done.stderr}"
        return done


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist of this repository, and the wheel of what the sdist holds."""
    folder = tmp_path_factory.mktemp("built")
    source = folder / "source"
    shutil.copytree(ROOT / "hooks", source / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    for name in PARTS:
        shutil.copy(ROOT / name, source)
    sdist = _built("sdist", source, folder)
    with tarfile.open(sdist) as archive:
        # Python 3.11.0 to 3.11.3, which Debian 12 has, know no filters yet (PEP 706)
        archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _path: member)
        archive.extractall(folder / "unpacked")  # noqa: S202 - made here a moment ago
    return _built("wheel", next((folder / "unpacked").iterdir()), folder)


def _built(what: str, source: Path, folder: Path) -> Path:
    """Ask the build backend that is installed here; pip would ask it for the same, and fetch it before."""
    code = f"import sys; from hatchling.build import build_{what} as build; print(build(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)], cwd=source, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder / done.stdout.split()[-1]


@pytest.fixture(scope="session")
def place(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Install the wheel beside exactly the packages that the lock of a project names, which are lent from here."""
    folder = tmp_path_factory.mktemp("place")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    packages = next(folder.glob("lib/python*/site-packages"))
    for name in re.findall(r"^(\S+?)==", LOCK.read_text("utf-8"), flags=re.MULTILINE):
        try:
            lent = distribution(name)
        except PackageNotFoundError:
            continue  # for another system
        for first in {Path(file).parts[0] for file in lent.files or ()} - {"..", "__pycache__"}:
            if not (packages / first).exists():
                (packages / first).symlink_to(Path(str(lent.locate_file(first))))
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin/python"), "install"]
    subprocess.run([*pip, "--quiet", "--no-index", "--no-deps", str(wheel)], check=True)
    return Place(folder, wheel)
