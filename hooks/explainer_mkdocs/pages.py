"""Pages as MkDocs writes them: made by the core, with the shell of the theme around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from explainer import outputs, publishing, rendering, urls
from explainer.artifacts import PageArtifact, PageListing
from explainer.pipeline import Build
from explainer.values.edtf import day_words
from explainer.views import sentences_in_records
from explainer.writing import Drawn

NO_CONTENTS = TableOfContents([])
"""What MkDocs knows of the contents of pages that are not made yet: one for all, since a large site has many."""


class RecordPage(Page):
    """A page that is made when its turn to be written comes; it never meets Python-Markdown."""

    def __init__(self, address: str, title: str | None, file: File, config: MkDocsConfig) -> None:
        self.address = address
        self.called = ""
        """Its title, where the navigation lists it without giving one."""
        super().__init__(title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs calls it so
        """Take over what a Markdown page would read from its front matter."""
        self.markdown = ""
        self.meta = {"title": self.called} if self.called else {}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs calls it so
        """Take over what MkDocs wants to know of every page before it writes the first."""
        self.content = ""
        self.toc = NO_CONTENTS


SEARCH = "search/"
"""Where the form in the head of every page leads."""

_CALLOUT = 'class="x-callout '
"""What stands in the margin of a page where there is room; of a claim’s page, the verdict does."""


class Unmade(Exception):
    """Raised for a page that could not be made; the cause says why."""


@dataclass(eq=False)
class Scene:
    """What one run of MkDocs knows, so that each of its pages can be drawn, and drawn again."""

    build: Build
    config: MkDocsConfig
    files: Files
    nav: Any = None
    env: Any = None
    prose: dict[str, str] = field(default_factory=dict)
    """The HTML of pages under docs/, before references, blocks and mentions are resolved."""
    listings: dict[str, PageListing] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    """Every page by its address."""
    _parts: dict[tuple[str, str, bool], str] = field(default_factory=dict)
    """What is kept of the shell."""

    def register_all(self) -> None:
        """Let MkDocs know of every generated page."""
        titles = dict(_nav_titles(self.config.nav))
        for address in self.build.addresses:
            self.register(address, titles)

    def register(self, address: str, titles: Mapping[str, str]) -> RecordPage:
        """Let MkDocs know of a generated page."""
        source = urls.file_of(address).removesuffix("index.html") + "index.md"
        file = File.generated(self.config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        self.files.append(file)
        return RecordPage(address, titles.get(source), file, self.config)

    def fill(self, page: Page) -> None:
        """Make a page, and leave on it what the shell shows about it."""
        artifact = self._artifact(page)
        if page.canonical_url and not self.build.checked.dossier.settings.directory_urls:
            page.canonical_url = urls.as_file(page.canonical_url)
        if artifact is not None:
            page.content = artifact.html
            page.meta["view"] = self._view(artifact)
        if isinstance(page, RecordPage) and artifact is not None:
            page.meta.update({"title": artifact.title, "description": artifact.description})
            self.listings[artifact.address] = artifact.listing

    def _artifact(self, page: Page) -> PageArtifact | None:
        """Return a page as the core makes it; nothing in the first build of a server, if there are mistakes."""
        if self.build.checked.failed:
            return None
        if isinstance(page, RecordPage):
            return self.build.page(page.address)
        path = page.file.src_uri
        html = self.prose.setdefault(path, page.content or "")
        return self.build.site.prose_page(path, str(page.meta.get("title") or page.title), html)

    def _view(self, artifact: PageArtifact) -> dict[str, Any]:
        way = urls.way_from(artifact.address)
        view: dict[str, Any] = {
            "section": artifact.section,
            "crumbs": [{"title": title, "address": address or "."} for title, address in artifact.crumbs],
            "toc": [
                {
                    "anchor": anchor,
                    "title": title,
                    "inner": [
                        {"anchor": to, "title": name} for to, name in artifact.toc_inner.get(anchor, ())
                    ],
                }
                for anchor, title in artifact.toc
            ],
            "alternates": [
                {"media_type": media, "href": way(path), "title": title}
                for media, path, title in artifact.alternates
            ],
            "changed": {"iso": artifact.changed.isoformat(), "words": day_words(artifact.changed)}
            if artifact.changed > date.min
            else None,
            "structured": rendering.safe(artifact.structured),
            "margin": artifact.kind == "claim" or _CALLOUT in artifact.html,
        }
        dossier = self.build.checked.dossier
        settings = dossier.settings
        view["shared"] = outputs.picture(artifact.listing, dossier)
        if entry := dossier.graph.entries.get(artifact.record):
            view["correct"] = urls.of_correcting(entry)
            view["sentences"] = sentences_in_records.place_of(entry, dossier)
        if settings.repository:
            if artifact.edit:
                view["edit_url"] = urls.of_line(artifact.edit, settings.repository, settings.branch)
                view["change_url"] = urls.of_change(artifact.edit, settings.repository, settings.branch)
            view["report_url"] = urls.of_report(artifact.record or artifact.address, settings.repository)
        return view

    def drawn(self, address: str) -> str:
        """Return a page with its shell, as MkDocs writes it."""
        page, config = self.pages[address], self.config
        page.active = True
        context = get_context(self.nav, self.files, config, page)
        context = config.plugins.on_page_context(context, page=page, config=config, nav=self.nav)
        html = self.env.get_template(page.meta.get("template", "main.html")).render(context)
        page.active = False
        return str(config.plugins.on_post_page(html, page=page, config=config))

    def kept(self, page: Page) -> Callable[[str, Callable[[], str]], str]:
        """Return how a page gets what of the shell reads the same on all pages of its folder: made once for them.

        Links lead from the same folder there, and the navigation marks the same entry. A page to which the
        shell itself leads, or to what stands below it, has a shell of its own.
        """
        folder = page.url.rstrip("/").rpartition("/")[0]
        alone = any(address.startswith(page.url) for address in self._led_to)
        place = (page.url if alone else folder, alone)

        def part(name: str, made: Callable[[], str]) -> str:
            if (name, *place) not in self._parts:
                self._parts[name, *place] = made()
            return self._parts[name, *place]

        return part

    @cached_property
    def _led_to(self) -> tuple[str, ...]:
        """Where the links of the shell lead."""
        shell = self.config.extra["shell"]
        listed = [link["address"] for link in shell["reference"]]
        return (*(page.url for page in self.nav.pages), *listed, SEARCH)

    def take_over(self) -> None:
        """Keep generated pages from MkDocs, which writes one after the other; they are written with the files.

        Where a plugin of the site looks at pages as MkDocs writes them, MkDocs goes on to write them.
        """
        events = self.config.plugins.events
        if all(len(events[name]) <= 1 for name in ("page_context", "post_page")):
            for file in self.files.documentation_pages():
                if isinstance(file.page, RecordPage):
                    self.files.remove(file)

    def draw(self, address: str) -> Drawn:
        """Return a page as it is published; raises Unmade."""
        page = self.pages[address]
        try:
            html = self.drawn(address)
        except Exception as error:
            raise Unmade(page.file.src_uri) from error
        return Drawn(page.file.dest_uri, html.encode(), self.listings[address])

    def drawn_again(self, address: str, build: Build, message: str) -> str | None:
        """Return the page at an address as another state of the content makes it; nothing if it makes none."""
        page = self.pages.get(address)
        if (page is None or isinstance(page, RecordPage)) and address not in build.addresses:
            return None
        self.build = build
        if page is None:
            self.pages[address] = page = self.register(address, {})
            page.read_source(self.config)
            page.render(self.config, self.files)
        self.config.extra["shell"]["banner"] = rendering.safe(publishing.framed(message))
        return self.drawn(address)

    def read_again(self, path: str) -> None:
        """Read a page under docs/ that somebody edited, as MkDocs does before it writes the first page."""
        config, files = self.config, self.files
        file = files.get_file_from_path(path)
        if file is None or file.page is None:
            raise PluginError(f"docs/{path} is no page yet")
        page = config.plugins.on_pre_page(file.page, config=config, files=files)
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=files
        )
        page.render(config, files)
        self.prose[path] = config.plugins.on_page_content(
            page.content or "", page=page, config=config, files=files
        )


def _nav_titles(entries: Any) -> Iterator[tuple[str, str]]:
    """Yield file and title of each entry of the navigation that gives both."""
    for entry in entries or ():
        for title, target in entry.items() if isinstance(entry, dict) else ():
            if isinstance(target, list):
                yield from _nav_titles(target)
            else:
                yield str(target), str(title)
