"""The catalogue of diagnostic codes: closed, permanent, one file each under codes/.

A file's first line is the code's title; then its meaning, and a wrong and a right example as YAML
files that tests run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "codes"


@dataclass(frozen=True, slots=True)
class Code:
    """One code: what it means and how it looks, wrong and right."""

    id: str
    title: str
    meaning: str
    wrong: str
    right: str


@lru_cache(maxsize=1)
def catalogue() -> dict[str, Code]:
    """Return every code by id."""
    return {path.stem: _read(path) for path in sorted(FOLDER.glob("*.md"))}


def _read(path: Path) -> Code:
    title, _, rest = path.read_text(encoding="utf-8").partition("\n")
    meaning, _, examples = rest.partition("## Wrong")
    blocks = re.findall(r"```yaml\n(.*?)```", examples, re.DOTALL)
    wrong, right = [*blocks, "", ""][:2]
    return Code(path.stem, title.removeprefix("# ").strip(), " ".join(meaning.split()), wrong, right)
