"""The site's own stylesheet and script, joined from base files and the components' files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.outputs._base import Listings, Output

HERE = Path(__file__).parent.parent


def produce(_dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield the stylesheet and the script."""
    yield FileArtifact("assets/explainer.css", stylesheet(), "text/css")
    yield FileArtifact("assets/explainer.js", script(), "text/javascript")


def stylesheet() -> bytes:
    """Return the one stylesheet: base styles in the order of their names, then each component's."""
    return _joined(
        _read([*sorted((HERE / "styles").glob("*.css")), *sorted((HERE / "components").glob("*/*.css"))])
    )


def script() -> bytes:
    """Return the one script: what scripts share, then each component's in a block of its own.

    The block keeps a component's names to itself, so that two components may use the same ones, and its failure,
    so that the others run. It is no module, since browsers load none from a folder.
    """
    shared = _read(sorted((HERE / "scripts").glob("*.js")))
    components = [
        b"try {\n" + text + b"\n} catch (error) { console.error(error); }"
        for text in _read(sorted((HERE / "components").glob("*/*.js")))
    ]
    return _joined([b'"use strict";\n(() => {', *shared, *components, FINISHED, b"})();"])


FINISHED = b'document.documentElement.classList.add("js-ran");'
"""Controls whose script failed give their room back."""


def _read(files: list[Path]) -> list[bytes]:
    return [path.read_bytes().strip() for path in files]


def _joined(texts: list[bytes]) -> bytes:
    return b"\n".join(texts) + b"\n"


OUTPUT = Output(
    "assets", "Stylesheet and script", "text/css", "What pages need to look and behave as they do.", produce
)
