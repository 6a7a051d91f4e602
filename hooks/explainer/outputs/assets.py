"""The site's own stylesheet and script, joined from base styles and the components' files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from explainer.artifacts import FileArtifact, PageArtifact
from explainer.dossier import Dossier
from explainer.outputs._base import Output

HERE = Path(__file__).parent.parent


def produce(_dossier: Dossier, _pages: tuple[PageArtifact, ...]) -> Iterator[FileArtifact]:
    """Yield the stylesheet and the script."""
    styles = [*sorted((HERE / "styles").glob("*.css")), *sorted((HERE / "components").glob("*/*.css"))]
    scripts = sorted((HERE / "components").glob("*/*.js"))
    yield FileArtifact("assets/explainer.css", _joined(styles), "text/css")
    yield FileArtifact("assets/explainer.js", _joined(scripts), "text/javascript")


def _joined(files: list[Path]) -> bytes:
    return b"\n".join(path.read_bytes().strip() for path in files) + b"\n"


OUTPUT = Output("assets", "Stylesheet and script", "text/css", "What pages need to look and behave as they do.", produce)
