"""Content written in a test: records of all kinds in one text, read as files are."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import ModuleType

from explainer.caveats import Judged, example
from explainer.caveats._cast import ID, Shelf, cast, fields_of, shelf, usual_fields
from explainer.diagnostics import Diagnostic
from explainer.dossier import Dossier, Judgement, settle
from explainer.judging import Assessment, Origins, assess
from explainer.linking import Graph
from explainer.prose import Page
from explainer.settings import Settings

SETTINGS = Settings("Tests", as_of=date(2024, 12, 31))


@dataclass(frozen=True)
class Content:
    """The records of a text whose top keys are folders, as `content/` has them."""

    text: str
    settings: Settings = SETTINGS
    with_cast: bool = True
    pages: tuple[Page, ...] = field(default=())

    @cached_property
    def shelf(self) -> Shelf:
        """Return what was read."""
        return shelf(self.text, beside=tuple(cast().entries.values()) if self.with_cast else ())

    @property
    def graph(self) -> Graph:
        """Return the graph of all records."""
        return self.shelf.graph

    @cached_property
    def origins(self) -> Origins:
        """Return the origins in the graph."""
        return Origins(self.graph)

    @property
    def mistakes(self) -> list[str]:
        """Return what is wrong, as `line:column code`."""
        return [_short(found) for found in self.shelf.diagnostics]

    @cached_property
    def dossier(self) -> Dossier:
        """Return all that is known, settled."""
        assert self.mistakes == []
        return settle(self.graph, self.settings)

    def judgement(self, id: str) -> Judgement:
        """Return what was computed about one claim or event."""
        return self.dossier.judgements[id]

    def assessed(self, id: str, day: date | None = None) -> Assessment:
        """Return the assessment of one claim or event on a day."""
        return assess(self.judgement(id).statement, self.origins, day or self.settings.as_of)

    def judged(self, id: str) -> Judged:
        """Return what a caveat rule is given to look at."""
        judgement = self.judgement(id)
        return Judged(judgement.statement, judgement.assessment, self.graph, self.origins, self.settings)

    def found_by(self, check: ModuleType, *pages: str) -> list[Diagnostic]:
        """Return what a check finds in the content and in these pages."""
        prose = tuple(Page(f"page-{at}.md", f"docs/page-{at}.md", text) for at, text in enumerate(pages, 1))
        return list(check.check(self.dossier, prose))


def _short(found: Diagnostic) -> str:
    return f"{found.position.line}:{found.position.column} {found.code}"


def short(found: list[Diagnostic]) -> list[str]:
    """Return diagnostics as `line:column code`."""
    return [_short(one) for one in found]


def of_example(text: str, records: str = "") -> Judged:
    """Return the claim or event of an example, as the manuals have them, judged beside further records."""
    if not records:
        return example(text)
    is_event, lines = fields_of(text)
    folder = "timeline" if is_event else "claims"
    fields = textwrap.indent(usual_fields(lines, is_event=is_event), "    ")
    return Content(f"{records}{folder}:\n  {ID}:\n{fields}").judged(ID)
