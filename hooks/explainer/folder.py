"""The other door: pages and files written to a folder, for another site generator."""

from __future__ import annotations

import json
from pathlib import Path

from explainer import urls
from explainer.artifacts import PageArtifact
from explainer.pipeline import Build


def write(result: Build, folder: Path, project: Path) -> int:
    """Write every artifact under a folder and return their number; raises OSError.

    Pages become Markdown files whose body is one block of HTML, with title and description in
    front matter; pages under docs/ keep their Markdown, with references resolved.
    """
    count = 0
    for page in result.pages:
        _put(folder, urls.file_of(page.address).removesuffix(".html") + ".md", _page(page).encode())
        count += 1
    for artifact in result.files:
        _put(folder, artifact.path, artifact.content)
        count += 1
    if result.pages:
        for prose in result.checked.pages:
            _put(folder, prose.path, result.site.prose_source(prose.path, prose.text).encode())
            count += 1
        for path in sorted((project / "docs").rglob("*")):
            if path.is_file() and not path.is_symlink() and path.suffix != ".md":
                _put(folder, path.relative_to(project / "docs").as_posix(), path.read_bytes())
                count += 1
    return count


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


def _put(folder: Path, path: str, content: bytes) -> None:
    target = folder / path
    if not target.resolve().is_relative_to(folder.resolve()):
        raise OSError(0, f"“{path}” leads out of the folder")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
