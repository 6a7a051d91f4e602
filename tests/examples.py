"""Small projects made for a test: the cast, and beside it the files that an example writes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

CAST = Path(__file__).parent / "cast"
"""A small neutral project without mistakes: what examples refer to and need not repeat."""

_HEAD = re.compile(r"^# (?P<path>mkdocs\.yml|(?:content|docs)/[\w./-]*)(?: \((?P<note>.*)\))?$")


@dataclass(frozen=True, slots=True)
class ExampleFile:
    """One file of an example: its path, its text, and what is said of how it lies on the disk."""

    path: str
    text: str
    note: str


def files_of(example: str) -> tuple[ExampleFile, ...]:
    """Return the files of an example: each begins with a comment that names it."""
    found: list[ExampleFile] = []
    for line in example.splitlines(keepends=True):
        if head := _HEAD.match(line.rstrip("\n")):
            found.append(ExampleFile(head["path"], "", head["note"] or ""))
        else:
            assert found, f"the example does not begin with a comment that names its file: {line!r}"
            last = found[-1]
            found[-1] = ExampleFile(last.path, last.text + line, last.note)
    return tuple(ExampleFile(file.path, file.text.rstrip("\n") + "\n", file.note) for file in found)


def project(folder: Path, files: Mapping[str, str]) -> Path:
    """Return a project in a folder: the cast and these files."""
    shutil.copytree(CAST, folder, dirs_exist_ok=True)
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder


def write(folder: Path, file: ExampleFile) -> None:
    """Write one file of an example, as its note says."""
    target = folder / file.path
    target.parent.mkdir(parents=True, exist_ok=True)
    text = re.sub(r"⟨U\+([0-9A-F]{4})⟩", lambda found: chr(int(found[1], 16)), file.text)
    if file.note == "→ stands for a tab":
        text = text.replace("→", "\t")
    if file.note == "there is no such folder":
        shutil.rmtree(target)
    elif file.note == "there is no such file":
        target.unlink()
    elif file.note == "a symbolic link":
        beside = folder.parent / "elsewhere.yml"
        beside.write_text(text, encoding="utf-8")
        target.symlink_to(beside)
    elif file.note == "saved as Latin-1":
        target.write_bytes(text.encode("latin-1"))
    elif file.note == "saved as UTF-8 with BOM":
        target.write_bytes(b"\xef\xbb\xbf" + text.encode())
    elif file.note == "larger than 1 MiB":
        target.write_text(text + "# more\n" * 200_000, encoding="utf-8")
    else:
        known = not file.note or " for " in file.note or file.note == "nobody may read it"
        assert known, f"what does “{file.note}” mean?"
        target.write_text(text, encoding="utf-8")
