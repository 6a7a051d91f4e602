"""From a project to what is wrong in it: the stages that need no page, in order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from explainer import checks, images
from explainer.diagnostics import Diagnostic, Severity, gathered, has_errors, in_order
from explainer.dossier import Dossier, settle
from explainer.files import CONFLICT
from explainer.judging import bearing_mistakes, loops
from explainer.kinds._statuses import STATUSES
from explainer.linking import link, orphans
from explainer.parsing import parse
from explainer.prose import Page, check_pages, page_references, read_pages
from explainer.reading import read_folder, read_settings, setting_place
from explainer.settings import host_settings, settings_of, without_address
from explainer.untouched import untouched
from explainer.vocabularies import VOCABULARIES


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


def check(project: Path, before: Dossier | None = None) -> Checked:
    """Read a project and say what is wrong in it. Nothing is written.

    `before` is an earlier state of it: what the edits since then do not touch is not judged again.
    """
    config, wrong_config = read_settings(project / "mkdocs.yml")
    settings, wrong_settings = settings_of(
        config, partial(setting_place, project / "mkdocs.yml"), project / "docs"
    )
    documents, unreadable = read_folder(project / "content", project)
    pages, unreadable_pages = read_pages(project / "docs", project)
    parsed = parse(documents, settings.vocabularies)
    graph, dangling = link(parsed)
    circles = (*loops(graph), *bearing_mistakes(graph))
    shown = images.wanted(
        (entry.record for entry in graph.entries.values()), ((page.path, page.text) for page in pages)
    )
    known = untouched(before, graph, settings) if before else {}
    dossier = settle(graph, settings, pages, images.sizes(project / "docs", shown), known)
    found = [
        *(wrong_config or wrong_settings),
        *unreadable,
        *unreadable_pages,
        *parsed.diagnostics,
        *dangling,
        *circles,
    ]
    words = {
        "topic": settings.topics,
        "strand": settings.strands,
        "status": STATUSES,
        "vocabulary": VOCABULARIES,
    }
    found += check_pages(pages, graph, words)
    if not wrong_config:
        found += without_address(settings, partial(setting_place, project / "mkdocs.yml"))
        found += host_settings(config, partial(setting_place, project / "mkdocs.yml"))
        torn = has_errors([*unreadable, *parsed.diagnostics, *dangling, *circles])
        lacking = [what for what, wrong in (("records", torn), ("settings", bool(wrong_settings))) if wrong]
        found += checks.run(dossier, pages, lacking, parsed.torn)
    if not has_errors(found):
        used = frozenset(id for page in pages for id, _ in page_references(page))
        found += orphans(graph, used)
    causes = {*unreadable, *unreadable_pages, *wrong_config}, set(parsed.diagnostics)
    return Checked(dossier, pages, _causes_first(gathered(_one_each(unreadable, found)), *causes))


def _causes_first(
    found: Iterable[Diagnostic], unread: Collection[Diagnostic], unparsed: Collection[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Return the diagnostics in the order in which they are mended: what may have caused others comes first.

    GitHub shows ten of a step.
    """

    def stage(diagnostic: Diagnostic) -> int:
        if diagnostic.code == CONFLICT:
            return 0
        if diagnostic.severity is not Severity.ERROR:
            return 3
        return 1 if diagnostic in unread else 2 if diagnostic in unparsed else 3

    return tuple(sorted(in_order(found), key=stage))


def _one_each(unreadable: tuple[Diagnostic, ...], found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield all diagnostics but those that blame a value which was refused when it was read."""
    refused = {diagnostic.position for diagnostic in unreadable}
    for diagnostic in found:
        if diagnostic.position not in refused or diagnostic in unreadable:
            yield diagnostic
