"""Sites full of hostile texts: as published, with the first wall down, with the first and second wall down.

The walls: what is hostile is refused when it is read; what was not refused is rendered inert; what was not
rendered inert is stopped by the page's policy. A wall is taken down by an edit of a copy of the program.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from explainer.kinds import KINDS, Kind
from explainer.reading import read_file
from tests.hostile.filling import NAMED, filled
from tests.hostile.test_cases import CASES, case_of

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

_ACTIVE = set("<>\"'`&{}[]()=@:$%\\*_#|+")
_URL_CASES = [path for path in CASES if path.stem.startswith(("url-", "archive-", "original-"))]


@cache
def texts(verdict: str) -> tuple[str, ...]:
    """Return every text of the cases that end in a verdict, each once."""
    found: dict[str, None] = {}
    for path in CASES:
        if case_of(path).verdict == verdict:
            document, _ = read_file(path, HERE / "cases", HERE)
            for record in document.data().values() if document else ():
                found |= dict.fromkeys(_texts(record))
    return tuple(found)


def _texts(record: Any) -> Iterator[str]:
    for name, value in record.items() if isinstance(record, dict) else ():
        if isinstance(value, str) and name in ("title", "summary", "name", "body", "statement"):
            yield value.strip()


@cache
def payloads() -> tuple[str, ...]:
    """Return the texts that are taken and might do harm, if they were not escaped."""
    return tuple(text for text in texts("inert") if set(text) & _ACTIVE)


def honest() -> tuple[str, ...]:
    """Return the other texts that are taken."""
    known = set(payloads())
    return tuple(text for text in (*texts("inert"), *texts("accept")) if text not in known)


def content(kind: Kind) -> dict[str, Any]:
    """Return records of a kind in which each payload stands once in every field that holds text."""
    records = {}
    for turn, pool in enumerate((_bundles(payloads()), _bundles(honest())[::4])):
        for number in range(len(pool)):
            records[f"{kind.name}-{turn}-{number}"] = filled(kind, number, _Texts(kind, pool, number, turn))
    return records


@cache
def _bundles(texts: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return texts by threes, or fewer where they would not fit into a field: fewer pages are sooner seen."""
    bundles: list[tuple[str, ...]] = [()]
    for text in texts:
        longer = (*bundles[-1], text)
        if bundles[-1] and (len(longer) > 3 or len(" ".join(longer)) > _FITS):
            bundles.append((text,))
        else:
            bundles[-1] = longer
    return tuple(bundles)


_FITS = 350
"""How many signs of payloads a short field takes."""


class _Texts:
    """Deals out texts to the fields of one record: every field gets other ones, and another one first."""

    def __init__(self, kind: Kind, pool: tuple[tuple[str, ...], ...], number: int, turn: int) -> None:
        self.kind, self.pool, self.number, self.turn = kind, pool, number, turn
        self.field = 0

    def __call__(self, name: str, is_prose: bool) -> str:  # noqa: FBT001 - fields are either
        bundle = self.pool[(self.number + 7 * self.field) % len(self.pool)]
        first = self.field % len(bundle)
        bundle = bundle[first:] + bundle[:first]
        line = " ".join(" ".join(bundle).split())
        self.field += 1
        if name in NAMED:
            # Names are a record's own; what makes them so stands behind the payload.
            return f"{line[:360]} {self.kind.name[:2]}{self.turn}{self.number}f{self.field}"
        if not is_prose:
            return line[:390]
        if name in ("body", "note", "known", "definition"):
            words = re.sub(r"[\[\]|]", "", line)[:80].strip() or "x"
            text = "\n\n".join(bundle)
            return f"{text}\n\nSee [[actor-alpha|{words}]] and [[claim-alpha]], and AM."
        return "\n\n".join(bundle)


def lay_out(folder: Path, *, kinds: tuple[Kind, ...] = KINDS) -> Path:
    """Lay out a project full of payloads, with the program beside it."""
    shutil.copytree(HERE / "base", folder)
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    for kind in kinds:
        _put(folder, kind, content(kind))
    if kinds:
        (folder / "docs/hostile.md").write_text(_PAGE, encoding="utf-8")
    (folder / "docs/heading.md").write_text(
        "# `</title><script>__x(1)</script>`\n\n## <b>x</b> `</a>`\n", encoding="utf-8"
    )
    settings = folder / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace(
            "site_name: The base", 'site_name: The <b>base</b> & "co"\'s'
        ),
        encoding="utf-8",
    )
    return folder


_PAGE = """---
title: </title><script>__x(1)</script>" onload="__x(1)
description: '"><script>__x(1)</script>'
---

# Hostile

[[claim-0-1]], [[event-0-2]], [[treaty-0-1#art-1|an article]] and [[actor-0-3]].

::: claim claim-0-4

::: event event-0-5

::: figures claim-0-6

::: latest-changes

::: status-of-knowledge

::: open-questions talks

::: claims talks

::: timeline works
"""


def _put(folder: Path, kind: Kind, records: dict[str, Any]) -> None:
    """Write records as JSON, which is YAML, in files of a size that is read."""
    target = folder / "content" / kind.folder
    target.mkdir(parents=True, exist_ok=True)
    items = list(records.items())
    for start in range(0, len(items), 40):
        text = json.dumps(dict(items[start : start + 40]), ensure_ascii=False, indent=0)
        text = "".join(
            sign if sign.isprintable() or sign == "\n" or sign > "\uffff" else f"\\u{ord(sign):04x}"
            for sign in text
        )
        (target / f"hostile-{start:04}.yml").write_text(text, encoding="utf-8")


def past_parsing(folder: Path) -> Path:
    """Lay out a project with what should have been refused, and a program that refuses none of it."""
    lay_out(folder, kinds=())
    sources, actors = {}, {}
    for number, path in enumerate(_URL_CASES):
        document, _ = read_file(path, HERE / "cases", HERE)
        for record in document.data().values() if document else ():
            url = record.get("archived_url") or record.get("original_url") or record["url"]
            shape = {"title": f"S{number}", "publisher_name": f"P{number}", "language": "en"}
            addresses = {"url": url, "archived_url": url, "original_url": url}
            sources[f"s{number}"] = shape | addresses | {"note": f"[words]({url}) <{url}>"}
    for number, text in enumerate(_refused_texts()):
        actors[f"a{number}"] = {
            "name": f"{text} {number}",
            "type": "person",
            "summary": text,
            "aliases": [f"{text}-{number}"],
        }
    kinds = {kind.name: kind for kind in KINDS}
    _put(folder, kinds["source"], sources)
    _put(folder, kinds["actor"], actors)
    _edit(
        folder,
        "values/url.py",
        "def parse_url(text: str) -> str:\n",
        "def parse_url(text: str) -> str:\n    return text\n",
    )
    _edit(
        folder,
        "values/grammar.py",
        "def parse_text(text: str) -> str:\n",
        "def parse_text(text: str) -> str:\n    return text\n",
    )
    _edit(
        folder,
        "values/grammar.py",
        "def parse_prose(text: str) -> str:\n",
        "def parse_prose(text: str) -> str:\n    return text\n",
    )
    _edit(folder, "files.py", "for bad in bad_characters(line):", "for bad in ():")
    _edit(folder, "reading.py", "for bad in islice(bad_characters(line), 1):", "for bad in ():")
    _edit(folder, "checks/__init__.py", "    for module in _MODULES:\n", "    for module in ():\n")
    return folder


def _refused_texts() -> Iterator[str]:
    """Yield texts with characters that are refused: they may look odd on a page, and must do no more."""
    yield from (
        f"a{sign}b" for sign in "\x1b\x7f\x85\u200b\u200e\u202e\u2028\u2029\u2066\ufeff\ufffd\U000e0041"
    )
    yield "".join(["<b>", "e", "\u0301" * 60, "</b>"])
    yield from (f"{sign}<img src=x onerror=__x(1)>" for sign in "\x01\x02\x03\t\u202e")
    yield "\x02wzxhzdk:0\x03"


def without_escaping(folder: Path) -> Path:
    """Lay out actors with every payload, and a program that escapes nothing: only the policy is left."""
    lay_out(folder, kinds=())
    actors = {
        f"a{number}": {
            "name": text.replace("\n", " ")[:390],
            "type": "person",
            "summary": text,
            "aliases": [f"A{number}"],
        }
        for number, text in enumerate(payloads())
        if not any(word in text.casefold() for word in ("refresh", "<plaintext", "<!--", "<noscript>"))
    }
    _put(folder, next(kind for kind in KINDS if kind.name == "actor"), actors)
    _edit(folder, "rendering.py", "        autoescape=True,\n", "        autoescape=False,\n")
    _edit(folder, "rendering.py", "for attribute, bad in _BAD_LINKS.items():", "for attribute, bad in ():")
    _edit(folder, "../explainer_mkdocs/events.py", "    env.autoescape = True\n", "")
    _edit(folder, "prose.py", '"html": False', '"html": True')
    _edit(folder, "prose.py", '"entity"]', '"entity", "html_inline", "html_block"]')
    return folder


def _edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / "hooks/explainer" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file} has changed: {old!r} stands there {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")


def built(project: Path) -> Path:
    """Build a project as `make build` does, apart from the strictness; return its site."""
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(project / "site")]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=project, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (
        "\n".join(re.findall("^ERROR.*\\n.*", done.stderr, re.MULTILINE)) or done.stderr
    )
    assert "Traceback" not in done.stderr
    return project / "site"


def once(shared: Path, name: str, lay: Any) -> Path:
    """Return a site that is built once, however many processes ask for it."""
    project, done = shared / name, shared / f"{name}.done"
    try:
        (shared / f"{name}.lock").mkdir(parents=True)
    except FileExistsError:
        for _ in range(1200):
            if done.exists():
                return project / "site"
            time.sleep(0.25)
        raise TimeoutError(name) from None
    site = built(lay(project))
    done.touch()
    return site
