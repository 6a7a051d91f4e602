"""The site's own stylesheet and scripts, joined from base files and the components' files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from explainer.artifacts import FileArtifact
from explainer.dossier import Dossier
from explainer.looks import Look, styles
from explainer.outputs._base import Listings, Output
from explainer.outputs._signs import masks

HERE = Path(__file__).parent.parent


def produce(dossier: Dossier, _pages: Listings) -> Iterator[FileArtifact]:
    """Yield the stylesheet, the script of every page, and those of pages that ask for them."""
    yield FileArtifact("assets/explainer.css", stylesheet(dossier.settings.look), "text/css")
    yield FileArtifact("assets/explainer.js", script(), "text/javascript")
    for name in ALONE:
        text = (HERE / "components" / name / f"{name}.js").read_text(encoding="utf-8")
        yield FileArtifact(f"assets/{name}.js", lean(text).encode(), "text/javascript")


ALONE = ("form", "search-engine", "search-parts")
"""Components whose script is a file of its own, since few readers need it: who does asks for it."""


def lean(script: str) -> str:
    """Return a script without indentation, empty lines and comments that have lines of their own.

    No text of a script has several lines (`tests/unit/test_assets.py`), so nothing that a program shows is changed.
    """
    lines = (line.strip() for line in _COMMENT.sub("", script).splitlines())
    return "".join(f"{line}\n" for line in lines if line)


_COMMENT = re.compile(r"^[ ]*(?://.*|/\*(?:(?!\*/)[\s\S])*\*/[ ]*)\n", re.MULTILINE)


def stylesheet(look: Look) -> bytes:
    """Return the one stylesheet: base styles in the order of their names, of components, of signs, then the look."""
    files = [*sorted((HERE / "styles").glob("*.css")), *sorted((HERE / "components").glob("*/*.css"))]
    return _REMARK.sub(b"", _joined(_read(files))) + masks().encode() + styles(look).encode()


_REMARK = re.compile(rb"^[ ]*/\*.*?\*/\n|^[ ]+", re.MULTILINE | re.DOTALL)
"""What a stylesheet has for those who write it: remarks on lines of their own, and indentation."""


def script() -> bytes:
    """Return the one script: what scripts share, then each component's in a block of its own.

    The block keeps a component's names to itself, so that two components may use the same ones, and its failure,
    so that the others run. It is no module, since browsers load none from a folder.
    """
    shared = _read(sorted((HERE / "scripts").glob("*.js")))
    components = [
        b"try {\n" + text + b"\n} catch (error) { console.error(error); }"
        for text in _read(
            path for path in sorted((HERE / "components").glob("*/*.js")) if path.stem not in ALONE
        )
    ]
    whole = _joined([b'"use strict";\n(() => {', *shared, *components, FINISHED, b"})();"])
    return lean(whole.decode()).encode()


FINISHED = b'document.documentElement.classList.add("js-ran");'
"""Controls whose script failed give their room back."""


def _read(files: Iterable[Path]) -> list[bytes]:
    return [path.read_bytes().strip() for path in files]


def _joined(texts: list[bytes]) -> bytes:
    return b"\n".join(texts) + b"\n"


OUTPUT = Output(
    "assets", "Stylesheet and script", "text/css", "What pages need to look and behave as they do.", produce
)
