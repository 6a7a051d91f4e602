"""A copy of a finished site in one file, for readers whom the site itself does not reach."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from pathlib import Path

from explainer import urls
from explainer.outputs.archive import zip_entry
from explainer.views.data import ADDRESS as DATA
from explainer.views.data import size_words

PATH = "site.zip"
ROOT = "site"
"""The folder into which the copy is unpacked."""

_OFFER = re.compile(r"<!-- copy -->.*?<!-- copy -->", re.DOTALL)
"""The place on the page of all data at which the copy is offered."""

_NOT_TAKEN = {PATH, "404.html"}
"""What is of no use without a server, and the copy itself."""


def pack(site: Path, as_of: date) -> int:
    """Write the copy into the site, offer it on the page of all data, and return its size."""
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    with zipfile.ZipFile(site / PATH, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name in files:
            if name not in _NOT_TAKEN:
                packed.writestr(zip_entry(f"{ROOT}/{name}", as_of), _copied(site / name))
    size = (site / PATH).stat().st_size
    page = site / urls.file_of(DATA)
    if page.is_file():
        html = page.read_text(encoding="utf-8")
        page.write_text(_OFFER.sub(lambda _: _offer(size), html, count=1), encoding="utf-8")
    return size


def _copied(path: Path) -> bytes:
    if path.suffix != ".html":
        return path.read_bytes()
    html = _OFFER.sub("", path.read_text(encoding="utf-8"))
    return urls.linked_to_files(html).encode()


def _offer(size: int) -> str:
    return (
        "<!-- copy -->"
        '<section class="x-offer x-article-part" aria-labelledby="copy"><h2 id="copy">The whole site to take away</h2>'
        f'<p><a href="../{PATH}"><code>{PATH}</code></a> ({size_words(size)}): every page and file, to unpack and read '
        f"without a network. Open <code>{ROOT}/index.html</code> with a browser. Search and previews need a server "
        "and stay away; the lists are complete.</p></section>"
        "<!-- copy -->"
    )
