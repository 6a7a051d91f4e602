"""The other door: pages and files written to a folder, for another site generator."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from explainer import publishing, urls, writing
from explainer.artifacts import PageArtifact
from explainer.pipeline import Build


def write(result: Build, folder: Path, project: Path, jobs: int = 1) -> int:
    """Write every artifact under a folder, with so many processes, and return their number; raises OSError.

    Pages become Markdown files whose body is one block of HTML, with title and description in
    front matter; pages under docs/ keep their Markdown, with references resolved.
    """
    return sum(1 for _ in _written(result, folder, project, jobs))


def _written(result: Build, folder: Path, project: Path, jobs: int) -> Iterator[str]:
    """Write one after the other, and yield the path of each when it is written."""
    for made in writing.write(result, folder, partial(_drawn, result), jobs):
        yield made.path
    if result.addresses:
        for prose in result.checked.pages:
            yield _put(folder, prose.path, [result.site.prose_source(prose.path, prose.text).encode()])
        for path in sorted((project / "docs").rglob("*")):
            if path.is_file() and not path.is_symlink() and path.suffix != ".md":
                yield _put(folder, path.relative_to(project / "docs").as_posix(), [path.read_bytes()])


def _drawn(result: Build, address: str) -> writing.Drawn:
    page = result.page(address)
    return writing.Drawn(_path(page), _page(page).encode(), page.listing)


def _path(page: PageArtifact) -> str:
    return urls.file_of(page.address).removesuffix(".html") + ".md"


def _page(page: PageArtifact) -> str:
    html = "\n".join(line for line in page.html.splitlines() if line.strip())
    front = "\n".join(
        f"{name}: {json.dumps(value, ensure_ascii=False)}"
        for name, value in (("title", page.title), ("description", page.description))
        if value
    )
    island = page.structured
    described = f'<script type="application/ld+json">{island}</script>\n' if island else ""
    return f'---\n{front}\n---\n\n<div class="x-record">\n{html}\n</div>\n{described}'


def _put(folder: Path, path: str, pieces: Iterable[bytes]) -> str:
    target = folder / path
    if not target.resolve().is_relative_to(folder.resolve()):
        raise OSError(0, f"“{path}” leads out of the folder")
    publishing.write(target, pieces)
    return path
