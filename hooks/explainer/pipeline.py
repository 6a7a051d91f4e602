"""The stages in order: this page and `checking` are the program's table of contents."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from explainer import outputs
from explainer.artifacts import FileArtifact, PageArtifact
from explainer.checking import Checked, check
from explainer.site import Site
from explainer.views import data


@dataclass(frozen=True, slots=True, eq=False)
class Build:
    """The whole result. Without errors: every page and file; with errors: nothing but diagnostics."""

    checked: Checked
    site: Site
    pages: tuple[PageArtifact, ...] = ()
    files: tuple[FileArtifact, ...] = ()

    @property
    def alternates(self) -> list[dict[str, str]]:
        """Other forms of the whole site that every page announces."""
        return [
            {"media_type": output.media_type, "path": output.path, "title": output.title}
            for output in outputs.OUTPUTS
            if output.alternate
        ]


def build(project: Path, only: frozenset[str] = frozenset()) -> Build:
    """Check a project and make every page and file of its site, or the named formats alone."""
    checked = check(project)
    site = Site(checked.dossier)
    if checked.failed:
        return Build(checked, site)
    if only:
        return Build(checked, site, (), tuple(outputs.files(checked.dossier, (), only)))
    dossier = checked.dossier
    pages = [outputs.announced(page, dossier) for page in site.pages()]
    formats = site.page(
        data.page(outputs.offers({}), dossier)
    )  # lists of pages want it before sizes are known
    made = outputs.made(dossier, (*pages, formats))
    formats = outputs.announced(site.page(data.page(outputs.offers(made), dossier)), dossier)
    return Build(checked, site, (*pages, formats), tuple(file for files in made.values() for file in files))
