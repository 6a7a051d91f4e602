"""The stages in order: this page is the program's table of contents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from explainer import checks, outputs
from explainer.artifacts import FileArtifact, PageArtifact
from explainer.diagnostics import Diagnostic, Severity, has_errors, in_order
from explainer.dossier import Dossier, settle
from explainer.judging import loops
from explainer.linking import link, orphans
from explainer.parsing import parse
from explainer.prose import Page, check_pages, page_references, read_pages
from explainer.reading import read_folder, read_settings, setting_place
from explainer.settings import settings_of
from explainer.site import Site
from explainer.views import data


@dataclass(frozen=True, slots=True, eq=False)
class Checked:
    """What content and prose amount to, with everything that is wrong in them."""

    dossier: Dossier
    pages: tuple[Page, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        """Whether anything forbids publication."""
        return has_errors(self.diagnostics)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What forbids publication."""
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic.severity is Severity.ERROR)


def check(project: Path) -> Checked:
    """Read a project and say what is wrong in it. Nothing is written."""
    config, wrong_config = read_settings(project / "mkdocs.yml")
    settings, wrong_settings = settings_of(config, partial(setting_place, project / "mkdocs.yml"))
    documents, unreadable = read_folder(project / "content", project)
    pages, unreadable_pages = read_pages(project / "docs", project)
    parsed = parse(documents)
    graph, dangling = link(parsed)
    circles = tuple(loops(graph))
    dossier = settle(graph, settings, pages)
    found = [
        *(wrong_config or wrong_settings),
        *unreadable,
        *unreadable_pages,
        *parsed.diagnostics,
        *dangling,
        *circles,
    ]
    found += check_pages(pages, graph)
    if not wrong_config:  # without settings no topic would be known
        found += checks.run(dossier, pages)
    if not has_errors(found):
        used = frozenset(id for page in pages for id, _ in page_references(page))
        found += orphans(graph, used)
    return Checked(dossier, pages, in_order(_one_each(unreadable, found)))


def _one_each(unreadable: tuple[Diagnostic, ...], found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield all diagnostics but those that blame a value which was refused when it was read."""
    refused = {diagnostic.position for diagnostic in unreadable}
    for diagnostic in found:
        if diagnostic.position not in refused or diagnostic in unreadable:
            yield diagnostic


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
