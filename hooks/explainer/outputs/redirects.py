"""A page at each address under which a record used to stand: it leads to where the record stands now."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from explainer import urls
from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.outputs._base import Listings, Output
from explainer.outputs._plain import absolute, shown
from explainer.parsing import Entry

PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>Moved: {title}</title>
<meta name="description" content="This record has another address now: {title}">
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body>
<main>
<h1>This record has moved</h1>
<p>It now stands at <a href="{target}">{title}</a>.</p>
</main>
</body>
</html>
"""


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield a page for each former id; of a record that shares its page, it leads to the record's place there."""
    for former, id in sorted(dossier.graph.formerly.items()):
        entry = dossier.graph.entries[id]
        old = urls.of_former(entry, former)
        yield FileArtifact(urls.file_of(old), page(old, entry, dossier).encode(), "text/html")


def page(old: str, entry: Entry, dossier: Dossier) -> str:
    """Return the page at an old address: it leads on by itself, and has a plain link for those who stay."""
    new = urls.of_entry(entry)
    return PAGE.format(
        title=escape(entry.title),
        target=escape(urls.relative(old, shown(new, dossier))),
        canonical=escape(absolute(new.partition("#")[0], dossier, old)),
    )


OUTPUT = Output(
    "redirects",
    "Redirects",
    "text/html",
    "Keeps the old address of a record alive after the record was given another id.",
    produce,
)
