"""Another id for a record: every place that names it, changed as text, so that all else stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from explainer.checking import Checked
from explainer.diagnostics import Position
from explainer.parsing import Entry


class CannotRename(Exception):
    """Something stands in the way; the message says what."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """What a new id changes: the new text of each file, files that get another name, mentions that stay."""

    texts: Mapping[str, str]
    moved: Mapping[str, str]
    left: tuple[Position, ...]
    """Where the old id still stands, in words that are no reference."""


def rename(checked: Checked, project: Path, old: str, new: str) -> Renaming:
    """Return what changes; raises CannotRename if it could not be done whole."""
    graph = checked.dossier.graph
    if checked.failed:
        raise CannotRename("there are mistakes, and a reference in them would be missed; mend them first")
    if old not in graph.entries:
        now = graph.formerly.get(old)
        raise CannotRename(f"there is no record “{old}”" + (f"; it is called “{now}” now" if now else ""))
    entry = graph.entries[old]
    if new in graph.entries:
        raise CannotRename(f"“{new}” is taken: {graph.entries[new].position}")
    if graph.formerly.get(new, old) != old:
        raise CannotRename(
            f"“{new}” is a former id of “{graph.formerly[new]}”, whose old address it would take"
        )
    texts = {one.document.file: one.document.text for one in graph.entries.values()}
    texts |= {page.file: page.text for page in checked.pages}
    texts["mkdocs.yml"] = (project / "mkdocs.yml").read_text(encoding="utf-8")
    places = _places(checked, old)
    changed = {file: _replaced(text, places.get(file, ()), old, new) for file, text in texts.items()}
    changed = {file: _in_prose(text, entry, old, new) for file, text in changed.items()}
    own = entry.document.file
    changed[own] = _with_former(changed[own], new, old, entry)
    left = tuple(_left(changed, old, own))
    stem = Path(own).stem
    alone = len(entry.document.heads) == 1 and stem == old
    moved = {own: str(Path(own).with_stem(new).as_posix())} if alone else {}
    return Renaming({file: text for file, text in changed.items() if text != texts[file]}, moved, left)


def _places(checked: Checked, old: str) -> dict[str, list[Position]]:
    """Return where the id stands as a value or a key, by file."""
    found: dict[str, list[Position]] = {}
    for one in checked.dossier.graph.entries.values():
        if one.id == old:
            where = one.document.key_at((old,))
            found.setdefault(where.file, []).append(where)
        for path, target, _ in one.references:
            if target == old:
                where = one.at(*path)
                found.setdefault(where.file, []).append(where)
    return found


def _replaced(text: str, places: Iterator[Position] | list[Position] | tuple[()], old: str, new: str) -> str:
    lines = text.split("\n")
    for where in sorted(set(places), reverse=True):
        line = lines[where.line - 1]
        found = re.compile(rf"[\"']?{re.escape(old)}(?![\w-])[\"']?").match(line, where.column - 1)
        if found is None:
            raise CannotRename(f"the id is written in a way that is not understood: {where}")
        written = found.group().replace(old, new)
        lines[where.line - 1] = f"{line[: found.start()]}{written}{line[found.end() :]}"
    return "\n".join(lines)


def _in_prose(text: str, entry: Entry, old: str, new: str) -> str:
    """Return a text with references, blocks and addresses of the record’s page changed."""
    id = re.escape(old)
    text = re.sub(rf"(\[\[\s*){id}(?=\s*[\]|#])", rf"\g<1>{new}", text)
    text = re.sub(rf"^(:::[ \t]*\S+[ \t]+){id}(?=[ \t]*$)", rf"\g<1>{new}", text, flags=re.MULTILINE)
    return re.sub(
        rf"(?<![\w-])({re.escape(entry.kind.address)}/(?:index\.md)?#?){id}(?![\w-])", rf"\g<1>{new}", text
    )


def _with_former(text: str, id: str, former: str, entry: Entry) -> str:
    """Return the text of the record’s file with the former id added, so that old addresses lead on."""
    formerly = [one for one in entry.record.formerly if one != id]
    lines = text.split("\n")
    start = next(
        number for number, line in enumerate(lines) if re.match(rf"[\"']?{re.escape(id)}[\"']?:", line)
    )
    end = next((n for n in range(start + 1, len(lines)) if re.match(r"[^\s#]", lines[n])), len(lines))
    while not lines[end - 1].strip() or lines[end - 1].startswith("#"):
        end -= 1
    block = lines[start + 1 : end]
    indent = next((line[: len(line) - len(line.lstrip())] for line in block if line.strip()), "  ")
    field = f"{indent}formerly: [{', '.join([*formerly, former])}]"
    at = next((n for n, line in enumerate(block) if line.startswith(f"{indent}formerly:")), len(block))
    last = at + 1
    while last < len(block) and (
        block[last].startswith(f"{indent} ") or block[last].startswith(f"{indent}-")
    ):
        last += 1
    return "\n".join([*lines[: start + 1], *block[:at], field, *block[last:], *lines[end:]])


def _left(texts: Mapping[str, str], old: str, own: str) -> Iterator[Position]:
    for file, text in sorted(texts.items()):
        for number, line in enumerate(text.split("\n"), 1):
            for found in re.finditer(rf"(?<![\w-]){re.escape(old)}(?![\w-])", line):
                if file != own or not line.lstrip().startswith("formerly:"):
                    yield Position(file, number, found.start() + 1)
