"""Pictures: a file that is there and not too heavy, words for who does not see it, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from explainer import images
from explainer.diagnostics import Diagnostic, Position, Severity
from explainer.dossier import Dossier
from explainer.prose import Page, without_code


def check(dossier: Dossier, pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the pictures of records and of pages under docs/."""
    for entry in dossier.graph.entries.values():
        for index, picture in enumerate(getattr(entry.record, "pictures", ())):
            yield from _wrong_file(picture.file, entry.at("pictures", index, "file"), dossier)
    for page in pages:
        bare = without_code(page.text)
        for path, found in images.of_page(page.path, bare):
            where = page.at(found.start())
            if not found["words"].strip():
                hint = f"write what it shows: ![A map of the lake]({found['path']} …)"
                message = f"the picture {found['path']} has no words for readers who do not see it"
                yield Diagnostic(where, "picture-without-words", message, hint)
            elif not (found["credit"] or "").strip():
                hint = f'write them behind the address: ({found["path"]} "Example Society, CC BY 4.0")'
                message = f"the picture {found['path']} does not say whose it is, and under which licence"
                yield Diagnostic(where, "picture-without-credit", message, hint, Severity.WARNING)
            elif path in dossier.pictures:  # what is not there, MkDocs tells
                yield from _wrong_file(path, where, dossier)


def _wrong_file(path: str, where: Position, dossier: Dossier) -> Iterator[Diagnostic]:
    image = dossier.pictures.get(path)
    if image is None:
        hint = "put the file there, or write the path of one that is there"
        yield Diagnostic(where, "bad-picture", f"there is no picture docs/{path}", hint)
    elif not (image.width and image.height):
        hint = (
            "give its svg element a width and a height"
            if path.endswith(".svg")
            else "save it again as a picture"
        )
        message = f"docs/{path} does not say how large it is, so that pages would move while it loads"
        yield Diagnostic(where, "bad-picture", message, hint)
    elif image.weight > images.HEAVIEST:
        message = f"docs/{path} has {image.weight // 1000:,} kB"
        hint = f"make it smaller than {images.HEAVIEST // 1000} kB: readers on phones load it"
        yield Diagnostic(where, "bad-picture", message, hint, Severity.WARNING)
