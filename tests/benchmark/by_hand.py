"""The same records as somebody would write them by hand for plain MkDocs with Material: a Markdown page each."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

CONFIG = """\
site_name: The same records, written by hand
site_url: https://example.org/bench/
theme: {name: material, font: false}
not_in_nav: "*"
nav: [Home: index.md]
markdown_extensions: [admonition, attr_list, def_list, tables, toc]
"""
"""Pages stay out of the navigation: in it, plain MkDocs takes time that grows with their square."""


def write(project: Path, folder: Path) -> int:
    """Write every record of a generated project as a Markdown page, with the same words and links; count them."""
    shutil.rmtree(folder, ignore_errors=True)
    records = dict(_records(project / "content"))
    for id, (kind, record) in records.items():
        target = folder / "docs" / kind / f"{id}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_page(record, records), encoding="utf-8")
    for kind in sorted({kind for kind, _ in records.values()}):
        listed = [f"- [{_title(record)}]({id}.md)" for id, (its, record) in records.items() if its == kind]
        (folder / "docs" / kind / "index.md").write_text(
            f"# {kind.capitalize()}\n\n" + "\n".join(listed) + "\n", encoding="utf-8"
        )
    (folder / "docs" / "index.md").write_text("# Home\n\nA generated dossier.\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    return len(records)


def _records(content: Path) -> Iterator[tuple[str, tuple[str, Mapping[str, Any]]]]:
    for path in sorted(content.rglob("*.yml")):
        for id, record in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader).items():
            yield id, (path.parent.name, record)


def _title(record: Mapping[str, Any]) -> str:
    return str(record.get("title") or record.get("name"))


def _page(record: Mapping[str, Any], records: Mapping[str, tuple[str, Mapping[str, Any]]]) -> str:
    """Return a page: what the record says under its heading, and what it refers to as lists of links."""
    lines = [f"# {_title(record)}", ""]
    for name in ("summary", "statement", "note", "body"):
        if name in record:
            lines += [str(record[name]), ""]
    for name, value in record.items():
        if isinstance(value, list) and name != "aliases":
            lines += [f"## {name.replace('_', ' ').capitalize()}", ""]
            lines += [f"- {_item(one, records)}" for one in value] + [""]
        elif name not in ("title", "name", "summary", "statement", "note", "body", "aliases"):
            lines += [f"**{name.replace('_', ' ').capitalize()}**: {_words(value, records)}", ""]
    return "\n".join(lines)


def _item(value: Any, records: Mapping[str, tuple[str, Mapping[str, Any]]]) -> str:
    if not isinstance(value, Mapping):
        return _words(value, records)
    return "; ".join(
        _words(one, records) if str(one) in records else f"{name}: {_words(one, records)}"
        for name, one in value.items()
    )


def _words(value: Any, records: Mapping[str, tuple[str, Mapping[str, Any]]]) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(_words(one, records) for one in value)
    if str(value) in records:
        kind, record = records[str(value)]
        return f"[{_title(record)}](../{kind}/{value}.md)"
    return str(value)
